package people

import (
	"context"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/password"
	"tilltal/base/throttle"
	"tilltal/desk"
)

// invitationHolds is how long a link to choose a password holds.
const invitationHolds = 7 * 24 * time.Hour

// Invite makes a new link for a person to choose her password by, and ends the one before. Right: people.hire. A forgotten
// password is mended by it: nobody sends passwords by mail, and no colleague ever knows one.
func (r *Room) Invite(ctx context.Context, actor Actor, person string) (Welcome, error) {
	now := r.clock.Now()
	if err := Ask(actor, PeopleHire, "", now); err != nil {
		return Welcome{}, err
	}
	var w Welcome
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		p, err := r.store.Person(ctx, person)
		if err != nil {
			return desk.Change{}, err
		}
		if err := stillHere(p); err != nil {
			return desk.Change{}, err
		}
		a, secret, until := invite(actor, p, now)
		w = Welcome{Person: p, Secret: secret, Until: until}
		return desk.Change{Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}}, Acts: []desk.Act{a}}, nil
	})
	return w, err
}

func invite(actor Actor, p Person, now time.Time) (a desk.Act, secret string, until time.Time) {
	secret, hash := newSecret()
	i := Invitation{ID: ident.New(now), Person: p.ID, Hash: hash, By: actor.Person.ID, At: now, Until: now.Add(invitationHolds)}
	return act("person.invited", p.ID, actor, now, map[string]any{"name": p.Name, "until": i.Until}, i), secret, i.Until
}

// Invited returns who an invitation's secret was made for: the page behind the link greets her. The fault is Gone when the
// link has been used, is too old, or has been replaced by a newer one.
func (r *Room) Invited(ctx context.Context, secret string) (Person, error) {
	_, p, err := r.invitation(ctx, secret)
	return p, err
}

func (r *Room) invitation(ctx context.Context, secret string) (Invitation, Person, error) {
	i, _, _, err := r.store.Invitation(ctx, hashOf(secret))
	if fault.Is(err, fault.NotFound) {
		return i, Person{}, linkGone()
	}
	if err != nil {
		return i, Person{}, err
	}
	p, err := r.store.Person(ctx, i.Person)
	if err != nil {
		return i, Person{}, err
	}
	i, used, newest, err := r.store.Invitation(ctx, hashOf(secret)) // once more: as it is now that her last entry is known
	if err != nil {
		return i, Person{}, err
	}
	if used || !newest || p.Left() || !r.clock.Now().Before(i.Until) {
		return i, Person{}, linkGone()
	}
	return i, p, nil
}

func linkGone() error {
	return fault.New(fault.Gone, lingo.T("Länken gäller inte längre.", "The link is no longer valid.")).
		Try(lingo.T("Be den som bjöd in dig om en ny länk.", "Ask whoever invited you for a new link."))
}

// Accept sets the password of whoever an invitation was made for, and ends her sessions. Each link works once.
func (r *Room) Accept(ctx context.Context, secret, chosen string) (Person, error) {
	i, p, err := r.invitation(ctx, secret)
	if err != nil {
		return Person{}, err
	}
	hash, err := r.hashed(ctx, p, chosen)
	if err != nil {
		return Person{}, err
	}
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		if i, p, err = r.invitation(ctx, secret); err != nil {
			return desk.Change{}, err
		}
		return decidePassword(Actor{Person: p}, p, hash, i.ID, r.clock.Now()), nil
	})
	return p, err
}

func decidePassword(actor Actor, p Person, hash, invitation string, now time.Time) desk.Change {
	c := Credential{ID: ident.New(now), Person: p.ID, Hash: hash, Invitation: invitation, At: now}
	return desk.Change{
		Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
		Acts:   []desk.Act{act("person.password", p.ID, actor, now, map[string]any{"name": p.Name, "invited": invitation != ""}, c)},
	}
}

// SetPassword changes the actor's own password: she must know the one she has. Her other sessions end; the one named, which
// is the one she sits in, goes on. Right: password.own. Attempts are throttled like signing in.
func (r *Room) SetPassword(ctx context.Context, actor Actor, session, current, next string) error {
	if err := Ask(actor, PasswordOwn, "", r.clock.Now()); err != nil {
		return err
	}
	if wait := r.with.ByPerson.Take(throttleKey(actor.Person.Email)); wait > 0 {
		return throttle.TooSoon(wait)
	}
	ok, err := r.proves(ctx, actor.Person, current)
	if err != nil {
		return err
	}
	if !ok {
		return invalid("current", lingo.T("Det nuvarande lösenordet stämmer inte.", "That is not your current password."))
	}
	hash, err := r.hashed(ctx, actor.Person, next)
	if err != nil {
		return err
	}
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		p, err := r.store.Person(ctx, actor.Person.ID)
		if err == nil {
			err = stillHere(p)
		}
		return decidePassword(actor, p, hash, "", r.clock.Now()), err
	})
	if err != nil {
		return err
	}
	return r.store.EndSessions(ctx, actor.Person.ID, session)
}

// hashed checks a new password and returns its hash.
func (r *Room) hashed(ctx context.Context, p Person, chosen string) (string, error) {
	if err := password.Sound(chosen, append(strings.Fields(p.Name), p.Name, p.GivenName, p.Email)...); err != nil {
		return "", err
	}
	return r.with.Hasher.Hash(ctx, chosen)
}

// HashFirst checks and hashes the password of a person who is not in the register yet: first start.
func (r *Room) HashFirst(ctx context.Context, n Newcomer, chosen string) (string, error) {
	return r.hashed(ctx, Person{GivenName: n.GivenName, Name: n.Name, Email: n.Email}, chosen)
}

// FirstPassword is the act by which a person just hired gets the password that [Room.HashFirst] has hashed.
func FirstPassword(p Person, hash string, now time.Time) desk.Act {
	return decidePassword(Actor{Person: p}, p, hash, "", now).Acts[0]
}

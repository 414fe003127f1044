package people

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// tokenPrefix lets a token that has been left lying in a file be found and recognised.
const tokenPrefix = "tilltal_"

// How long a token holds: a year at most, and a quarter of one unless something else is asked for.
const (
	TokenMost  = 366 * 24 * time.Hour
	TokenUsual = 90 * 24 * time.Hour
)

// Wish is a token that somebody asks for.
type Wish struct {
	Person string   // whom it speaks for; "" is the actor herself. The console alone may name another
	Name   string   // what it is for: "Väder-boten"
	Scopes []string // see [ScopeKnown]; at least one
	Until  time.Time
}

// CreateToken makes a token and returns its bearer text, which is shown once. It may never do more than the person may at
// the moment it is used, and nothing outside its scopes. Right: token.own.
func (r *Room) CreateToken(ctx context.Context, actor Actor, w Wish) (bearer string, t Token, err error) {
	now := r.clock.Now()
	if w.Person == "" {
		w.Person = actor.Person.ID
	}
	if err := Ask(actor, TokenOwn, "", now); err != nil {
		return "", Token{}, err
	}
	if w.Person != actor.Person.ID && !actor.console {
		return "", Token{}, fault.New(fault.Forbidden, lingo.T("Du kan bara skapa nycklar åt dig själv.", "You can only make tokens for yourself."))
	}
	secret, hash := newSecret()
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		p, err := r.store.Person(ctx, w.Person)
		if err != nil {
			return desk.Change{}, err
		}
		var c desk.Change
		t, c, err = decideToken(actor, p, w, hash, now)
		return c, err
	})
	return tokenPrefix + secret, t, err
}

func decideToken(actor Actor, p Person, w Wish, hash string, now time.Time) (Token, desk.Change, error) {
	if err := stillHere(p); err != nil {
		return Token{}, desk.Change{}, err
	}
	if w.Until.IsZero() {
		w.Until = now.Add(TokenUsual)
	}
	var wrong fault.List
	w.Name = strings.TrimSpace(w.Name)
	if w.Name == "" || !plain(w.Name) {
		wrong = append(wrong, invalid("name", lingo.T("Skriv vad nyckeln ska användas till, högst 100 tecken.", "Write what the token is for, in 100 characters at most.")))
	}
	if !w.Until.After(now) || w.Until.After(now.Add(TokenMost)) {
		wrong = append(wrong, invalid("until", lingo.T("Välj en slutdag inom ett år.", "Choose a last day within a year.")))
	}
	if bad := slices.IndexFunc(w.Scopes, func(s string) bool { return !ScopeKnown(s) }); bad >= 0 {
		wrong = append(wrong, invalid("scopes", lingo.T("Vi känner inte till omfånget %q.", "We do not know the scope %q.").Put(w.Scopes[bad])))
	} else if len(w.Scopes) == 0 {
		wrong = append(wrong, invalid("scopes", lingo.T("Välj vad nyckeln får göra.", "Choose what the token may do.")))
	}
	if err := wrong.OrNil(); err != nil {
		return Token{}, desk.Change{}, err
	}
	scopes := slices.Clone(w.Scopes)
	slices.Sort(scopes)
	t := Token{ID: ident.New(now), Person: p.ID, Name: w.Name, Hash: hash, Scopes: slices.Compact(scopes), At: now, Until: w.Until}
	return t, desk.Change{
		Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
		Acts: []desk.Act{act("token.created", p.ID, actor, now, map[string]any{"name": p.Name, "token": t.Name, "scopes": t.Scopes, "until": t.Until},
			Issuing{Token: t, By: actor.Person.ID})},
	}, nil
}

// Bearer returns the actor that a token speaks for, loaded anew and narrowed to its scopes. The fault is SignIn when the
// token is unknown, has ended, or belongs to somebody who has left.
func (r *Room) Bearer(ctx context.Context, bearer string) (Actor, error) {
	now := r.clock.Now()
	secret, ok := strings.CutPrefix(bearer, tokenPrefix)
	if !ok {
		return Actor{}, badToken()
	}
	t, err := r.store.TokenByHash(ctx, hashOf(secret))
	if fault.Is(err, fault.NotFound) || err == nil && !notOver(t.Until, t.RevokedAt, now) {
		return Actor{}, badToken()
	}
	if err != nil {
		return Actor{}, err
	}
	a, err := r.Load(ctx, t.Person)
	if err != nil {
		return Actor{}, err
	}
	if a.gone(now) {
		return Actor{}, badToken()
	}
	a.Token, a.Scopes = t.Name, append([]string{}, t.Scopes...) // never nil: nil would be the person herself
	return a, nil
}

func badToken() error {
	return fault.New(fault.SignIn, lingo.T("Åtkomstnyckeln gäller inte.", "The access token is not valid.")).
		Try(lingo.T("Skapa en ny under Mina inställningar, eller med tilltal token create.", "Make a new one under My settings, or with tilltal token create."))
}

// Tokens lists the actor's own tokens, newest first, without their hashes. Right: token.own.
func (r *Room) Tokens(ctx context.Context, actor Actor) ([]Token, error) {
	if err := Ask(actor, TokenOwn, "", r.clock.Now()); err != nil {
		return nil, err
	}
	all, err := r.store.Tokens(ctx, actor.Person.ID)
	for i := range all {
		all[i].Hash = ""
	}
	return all, err
}

// RevokeToken ends a token at once: one's own (token.own), or anybody's (people.signout). Revoking twice changes nothing.
func (r *Room) RevokeToken(ctx context.Context, actor Actor, id string) error {
	now := r.clock.Now()
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		t, err := r.store.Token(ctx, id)
		if err != nil {
			return desk.Change{}, err
		}
		p, err := r.store.Person(ctx, t.Person)
		if err != nil {
			return desk.Change{}, err
		}
		if own := t.Person == actor.Person.ID && actor.May(TokenOwn, "", now); !own {
			if err := Ask(actor, PeopleSignOut, "", now); err != nil {
				return desk.Change{}, err
			}
		}
		if t, err = r.store.Token(ctx, id); err != nil { // once more: as it is now that her last entry is known
			return desk.Change{}, err
		}
		if !t.RevokedAt.IsZero() {
			return desk.Change{}, alreadyDone
		}
		return desk.Change{
			Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
			Acts: []desk.Act{act("token.revoked", p.ID, actor, now, map[string]any{"name": p.Name, "token": t.Name},
				Cancelling{ID: ident.New(now), Token: t.ID, By: actor.Person.ID, At: now})},
		}, nil
	})
	if errors.Is(err, alreadyDone) {
		return nil
	}
	return err
}

// alreadyDone stops a use case that has nothing left to do.
var alreadyDone = fault.New(fault.Gone, lingo.T("Det är redan gjort.", "It is already done."))

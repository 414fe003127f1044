package signin

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Envelope is what goes into the envelope in the safe. It is printed once.
type Envelope struct {
	Person   people.Person
	Password string
}

// String keeps the password out of logs.
func (e Envelope) String() string { return "envelope of " + e.Person.Email }

// SealEnvelope makes the break-glass account, or a new password for the one there is: an administrator who is nobody, for the
// day when the identity provider is down and everybody's telephone is lost. It needs no second step and belongs to no group.
// Only the server's command line may make one.
func (r *Room) SealEnvelope(ctx context.Context, actor people.Actor, email string) (Envelope, error) {
	if !actor.IsConsole() {
		return Envelope{}, fault.New(fault.Forbidden, lingo.T("Nödkontot görs på servern.", "The break-glass account is made on the server.")).
			Try(lingo.T("Kör: tilltal person break-glass", "Run: tilltal person break-glass"))
	}
	n, err := people.Newcomer{GivenName: "Nödkonto", Name: "Nödkonto", Email: email}.Tidy()
	if err != nil {
		return Envelope{}, err
	}
	chosen := newPassphrase()
	hash, err := r.with.People.HashFirst(ctx, people.Newcomer{}, chosen)
	if err != nil {
		return Envelope{}, err
	}
	p, err := r.store.PersonByEmail(ctx, n.Email)
	if fault.Is(err, fault.NotFound) {
		return r.newEnvelope(ctx, actor, n, chosen, hash)
	}
	if err != nil {
		return Envelope{}, err
	}
	if broken, err := r.emergency(ctx, p.ID); err != nil || !broken {
		if err == nil {
			err = people.AddressTaken()
		}
		return Envelope{}, err
	}
	now := r.clock.Now()
	err = r.commit(ctx, p.ID, func(_ context.Context, p people.Person) ([]desk.Act, error) {
		return []desk.Act{r.sealed(actor, p, now), people.FirstPassword(p, hash, now)}, nil
	})
	return Envelope{p, chosen}, err
}

func (r *Room) newEnvelope(ctx context.Context, actor people.Actor, n people.Newcomer, chosen, hash string) (Envelope, error) {
	now := r.clock.Now()
	hired, p := people.Registered(actor, n, now)
	g := people.Grant{ID: ident.New(now), Person: p.ID, Role: people.Administrator, GivenBy: actor.Person.ID, From: now}
	_, err := r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: p.ID}},
		Acts: []desk.Act{hired, r.sealed(actor, p, now), people.Granted(actor, p, g, now), people.FirstPassword(p, hash, now)}})
	return Envelope{p, chosen}, err
}

func (r *Room) sealed(actor people.Actor, p people.Person, now time.Time) desk.Act {
	return desk.Act{Kind: "breakglass.sealed", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name},
		Facts: []any{BreakGlass{ID: ident.New(now), Person: p.ID, By: actor.Person.ID, At: now}}}
}

// newPassphrase makes something to read off a paper and type: 120 bits in six groups of four.
func newPassphrase() string {
	raw := make([]byte, 15)
	rand.Read(raw) // never fails: crypto/rand ends the program instead
	s := strings.ToLower(base32.StdEncoding.EncodeToString(raw))
	return strings.Join([]string{s[:4], s[4:8], s[8:12], s[12:16], s[16:20], s[20:]}, "-")
}

// emergency reports whether a person in the register is the break-glass account.
func (r *Room) emergency(ctx context.Context, person string) (bool, error) {
	all, err := r.store.Emergencies(ctx)
	return slices.ContainsFunc(all, func(e Emergency) bool { return e.Person.ID == person }), err
}

// breakGlass lets somebody in by the break-glass account. The alarm is on the record before she is in.
func (r *Room) breakGlass(ctx context.Context, person string, a people.Attempt) (secret string, s people.Session, err error) {
	now := r.clock.Now()
	err = r.commit(ctx, person, func(_ context.Context, p people.Person) ([]desk.Act, error) {
		return []desk.Act{{Kind: "breakglass.used", Subject: p.ID, Who: desk.System("signin"), At: now, Say: map[string]any{"name": p.Name},
			Facts: []any{Alarm{ID: ident.New(now), Person: p.ID, At: now}}}}, nil
	})
	if err != nil {
		return "", people.Session{}, err
	}
	return r.with.People.Begin(ctx, person, people.HowBreakGlass, a)
}

// Emergencies lists the break-glass accounts with their alarms. Right: settings.read.
func (r *Room) Emergencies(ctx context.Context, actor people.Actor) ([]Emergency, error) {
	if err := people.Ask(actor, people.SettingsRead, "", r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Emergencies(ctx)
}

// Alarms returns when break-glass accounts were used that nobody has seen to, for those who watch the house.
func (r *Room) Alarms(ctx context.Context) ([]time.Time, error) {
	all, err := r.store.Emergencies(ctx)
	var out []time.Time
	for _, e := range all {
		if e.Uses > 0 {
			out = append(out, e.Alarm)
		}
	}
	return out, err
}

// Quiet ends the alarm of a break-glass account: an administrator says what it was about. Right: settings.write. Who sits at
// the desk by the break-glass account itself cannot.
func (r *Room) Quiet(ctx context.Context, actor people.Actor, person, words string) error {
	now := r.clock.Now()
	if err := people.Ask(actor, people.SettingsWrite, "", now); err != nil {
		return err
	}
	if actor.Person.ID == person {
		return fault.New(fault.Forbidden, lingo.T("Den som är inne med nödkontot kan inte stänga av larmet.", "Whoever is in by the break-glass account cannot end the alarm.")).
			Try(lingo.T("Be en administratör göra det från sitt eget konto.", "Ask an administrator to do it from an account of their own."))
	}
	if words = strings.TrimSpace(words); words == "" || len([]rune(words)) > 500 {
		return invalid("words", lingo.T("Skriv vad som hände, med högst 500 tecken.", "Write what happened, in 500 characters at most."))
	}
	return r.commit(ctx, person, func(ctx context.Context, p people.Person) ([]desk.Act, error) {
		all, err := r.store.Emergencies(ctx)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(all, func(e Emergency) bool { return e.Person.ID == p.ID && e.Uses > 0 }) {
			return nil, fault.New(fault.Gone, lingo.T("Larmet är redan avstängt.", "The alarm has already ended."))
		}
		return []desk.Act{{Kind: "breakglass.reviewed", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name, "words": words},
			Facts: []any{Review{ID: ident.New(now), Person: p.ID, By: actor.Person.ID, Words: words, At: now}}}}, nil
	})
}

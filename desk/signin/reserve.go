package signin

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"strings"
	"time"

	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Reserves is how many reserve codes somebody gets at a time.
const Reserves = 10

// reserveBytes makes a code that nobody guesses, also with the database in hand: 80 bits.
const reserveBytes = 10

// newReserves makes reserve codes, and the facts that are kept of them: hashes.
func newReserves(person string, now time.Time) (codes []string, facts []any) {
	batch := ident.New(now)
	for range Reserves {
		raw := make([]byte, reserveBytes)
		rand.Read(raw) // never fails: crypto/rand ends the program instead
		code := strings.ToLower(base32.StdEncoding.EncodeToString(raw))
		facts = append(facts, Reserve{ID: ident.New(now), Person: person, Batch: batch, Hash: hashOf(code), At: now})
		codes = append(codes, code[:4]+"-"+code[4:8]+"-"+code[8:12]+"-"+code[12:])
	}
	return codes, facts
}

// Renew makes new reserve codes; the old ones end. They are shown once. Right: factor.own.
func (r *Room) Renew(ctx context.Context, actor people.Actor, s people.Session) (codes []string, err error) {
	if err := r.may(ctx, actor, s); err != nil {
		return nil, err
	}
	if _, err := r.store.Enrolment(ctx, actor.Person.ID); err != nil {
		return nil, err
	}
	now := r.clock.Now()
	err = r.commit(ctx, actor.Person.ID, func(_ context.Context, p people.Person) ([]desk.Act, error) {
		var facts []any
		codes, facts = newReserves(p.ID, now)
		return []desk.Act{{Kind: "factor.reserves", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name}, Facts: facts}}, nil
	})
	return codes, err
}

// spendReserve uses a reserve code up. The fault is Invalid when it is not one of hers, or has been used: of two who come
// with the same code at once, the second finds it used.
func (r *Room) spendReserve(ctx context.Context, person, code string) error {
	now := r.clock.Now()
	return r.commit(ctx, person, func(ctx context.Context, p people.Person) ([]desk.Act, error) {
		if _, err := r.store.Enrolment(ctx, p.ID); err != nil {
			return nil, wrongCode
		}
		mine, err := r.store.Reserves(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		hash := hashOf(code)
		for _, m := range mine {
			if m.Hash == hash {
				return []desk.Act{{Kind: "factor.reserve_used", Subject: p.ID, Who: desk.System("signin"), At: now,
					Say: map[string]any{"name": p.Name, "left": len(mine) - 1}, Facts: []any{Spending{ID: ident.New(now), Reserve: m.ID, At: now}}}}, nil
			}
		}
		return nil, wrongReserve
	})
}

var wrongReserve = invalid("code", lingo.T("Koden stämmer inte.", "That is not the code.")).
	Try(lingo.T("Skriv de sex siffrorna i appen, eller en reservkod som du inte har använt.", "Write the six digits in the app, or a reserve code that you have not used."))

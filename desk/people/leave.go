package people

import (
	"context"
	"time"

	"tilltal/base/ident"
	"tilltal/desk"
)

// JobLeft is the work that follows when somebody has left: what she had in hand gets a new owner.
const JobLeft = "person.left"

// Leave ends everything a person may do, at once: roles, mandates, tokens, sessions. Right: people.leave. It is always
// possible: an account that is left with too few owners is told of on the record (account.short) and listed until somebody
// has been appointed. Leaving twice changes nothing.
func (r *Room) Leave(ctx context.Context, actor Actor, person string) error {
	now := r.clock.Now()
	if err := Ask(actor, PeopleLeave, "", now); err != nil {
		return err
	}
	before, err := r.store.Person(ctx, person)
	if err != nil || before.Left() {
		return err
	}
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		l, err := r.leaver(ctx, person)
		if err != nil {
			return desk.Change{}, err
		}
		return decideLeaving(actor, l, now), nil
	})
	return err
}

// leaver is what must be known of somebody to let her go.
type leaver struct {
	Actor
	tokens []Token
	owned  []owned // the accounts she is an owner of
}

// owned is an account with its mandates, and the last entry about it.
type owned struct {
	account  string
	seen     int64
	mandates []Mandate
}

func (r *Room) leaver(ctx context.Context, person string) (leaver, error) {
	a, err := r.Load(ctx, person)
	if err != nil {
		return leaver{}, err
	}
	l := leaver{Actor: a}
	if l.tokens, err = r.store.Tokens(ctx, person); err != nil {
		return leaver{}, err
	}
	for _, m := range a.Mandates {
		if m.Role != Owner || !m.EndedAt.IsZero() {
			continue
		}
		o := owned{account: m.Account}
		var open bool
		if o.seen, open, err = r.store.AccountSeen(ctx, m.Account); err != nil {
			return leaver{}, err
		}
		if !open {
			continue
		}
		if o.mandates, err = r.store.MandatesAt(ctx, m.Account); err != nil {
			return leaver{}, err
		}
		l.owned = append(l.owned, o)
	}
	return l, nil
}

func decideLeaving(actor Actor, l leaver, now time.Time) desk.Change {
	p, by := l.Person, actor.Person.ID
	facts := []any{Leaving{ID: ident.New(now), Person: p.ID, By: by, At: now}}
	for _, g := range l.Grants {
		if g.RevokedAt.IsZero() {
			facts = append(facts, Revoking{ID: ident.New(now), Grant: g.ID, By: by, At: now})
		}
	}
	for _, m := range l.Mandates {
		if m.EndedAt.IsZero() {
			facts = append(facts, Decommissioning{ID: ident.New(now), Mandate: m.ID, By: by, At: now})
		}
	}
	for _, t := range l.tokens {
		if t.RevokedAt.IsZero() {
			facts = append(facts, Cancelling{ID: ident.New(now), Token: t.ID, By: by, At: now})
		}
	}
	c := desk.Change{
		Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
		Jobs:   []desk.Job{{Kind: JobLeft, Key: JobLeft + ":" + p.ID}},
		Acts:   []desk.Act{act("person.left", p.ID, actor, now, map[string]any{"name": p.Name}, facts...)},
	}
	for _, o := range l.owned {
		c.Expect = append(c.Expect, desk.Expect{Subject: o.account, Seen: o.seen})
		if left := OwnersAt(o.mandates, p.ID, now); left < Quorum {
			a := act("account.short", o.account, actor, now, map[string]any{"owners": left, "left": p.Name})
			a.Account = o.account
			c.Acts = append(c.Acts, a)
		}
	}
	return c
}

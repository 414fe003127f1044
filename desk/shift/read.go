package shift

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// mostDays is how long a span one may ask for in one list.
const mostDays = 400 * 24 * time.Hour

// Shift returns one shift. It asks people.ShiftRead; who has it, or is its deputy, may always read it.
func (r *Room) Shift(ctx context.Context, a people.Actor, id string) (Shift, error) {
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	hers := s.Person == a.Person.ID || s.Deputy == a.Person.ID && s.Deputy != ""
	return s, people.AskHers(a, people.ShiftRead, s.Account, hers, r.clock.Now())
}

// Shifts returns an account's shifts that have some time within a span, in the order they begin; with cancelled, those that
// were called off too. It asks people.ShiftRead; who has a shift there to come, or had one, may read the calendar too, so that
// she knows whom to swap with.
func (r *Room) Shifts(ctx context.Context, a people.Actor, account string, s Span, cancelled bool) ([]Shift, error) {
	if err := asked(s); err != nil {
		return nil, err
	}
	all, err := r.store.Shifts(ctx, Filter{Account: account, From: s.From, To: s.Until, Cancelled: cancelled})
	if err != nil {
		return nil, err
	}
	hers := false
	for _, o := range all {
		hers = hers || o.Standing() && o.Person == a.Person.ID
	}
	if err := people.AskHers(a, people.ShiftRead, account, hers, r.clock.Now()); err != nil {
		return nil, err
	}
	return all, nil
}

// Mine returns the actor's own shifts, at every account, that have some time within a span.
func (r *Room) Mine(ctx context.Context, a people.Actor, s Span) ([]Shift, error) {
	now := r.clock.Now()
	if err := asked(s); err != nil {
		return nil, err
	}
	if !a.Works(people.ShiftSwap, now) {
		return nil, people.Ask(a, people.ShiftSwap, "", now)
	}
	return r.store.Shifts(ctx, Filter{Person: a.Person.ID, From: s.From, To: s.Until})
}

func asked(s Span) error {
	if s.empty() || s.Until.Sub(s.From) > mostDays {
		return fault.New(fault.Invalid, lingo.T("Välj en period på högst 400 dagar.", "Choose a period of 400 days at most.")).At("to")
	}
	return nil
}

// Preview returns what a rotation asks for during some days, before it is decided. It asks people.ShiftPlan.
func (r *Room) Preview(ctx context.Context, a people.Actor, x Rotation, days int) ([]Turn, error) {
	if err := people.Ask(a, people.ShiftPlan, x.Account, r.clock.Now()); err != nil {
		return nil, err
	}
	at, err := r.store.Account(ctx, x.Account)
	if err != nil {
		return nil, err
	}
	x.Zone = at.Zone
	if x, err = x.Tidy(); err != nil {
		return nil, err
	}
	return x.Turns(x.Starts, x.Starts.Add(min(max(days, 1), 400)-1)), nil
}

package shift

import (
	"context"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
)

// By what somebody is on shift.
const (
	ByShift   = "shift"   // it is her shift
	ByDeputy  = "deputy"  // she is the deputy of one who cannot
	ByDefault = "default" // she is the communicator, or answers for the account, and nobody has a shift
	ByNobody  = ""        // nobody at all can be reached
)

// Duty is who is on shift at an account at a moment, and by what.
type Duty struct {
	Account string
	Person  people.Person // the zero Person when By is ByNobody
	By      string
	Shift   *Shift          // the shift, or the one whose curator has not taken over; nil when there is none
	Beside  []people.Person // the others of a pair
}

// OnShift tells who is on shift at an account: whoever has a shift and may do what it is for; else its deputy, when she may;
// else the communicator by default. One who has not confirmed the handover before her within [Grace] has not taken over.
// It takes no right: the square shows it, and every room may ask.
func (r *Room) OnShift(ctx context.Context, account string, at time.Time) (Duty, error) {
	shifts, err := r.store.Shifts(ctx, Filter{Account: account, From: at, To: at.Add(time.Microsecond)})
	if err != nil {
		return Duty{}, err
	}
	d := Duty{Account: account}
	var deputies []people.Actor
	for _, s := range shifts {
		if !s.Covers(at) {
			continue
		}
		a, err := r.People.Load(ctx, s.Person)
		if err != nil {
			return Duty{}, err
		}
		late, err := r.late(ctx, s, at)
		if err != nil {
			return Duty{}, err
		}
		switch able := a.May(people.InboxReply, account, at); {
		case able && !late && d.By == ByNobody:
			d.Person, d.By, d.Shift = a.Person, ByShift, &s
		case able && !late:
			d.Beside = append(d.Beside, a.Person)
		case d.Shift == nil:
			d.Shift = &s
		}
		if s.Deputy != "" {
			deputy, err := r.People.Load(ctx, s.Deputy)
			if err != nil {
				return Duty{}, err
			}
			deputies = append(deputies, deputy)
		}
	}
	if d.By != ByNobody {
		return d, nil
	}
	for _, a := range deputies {
		if a.May(people.InboxReply, account, at) {
			d.Person, d.By = a.Person, ByDeputy
			return d, nil
		}
	}
	return r.byDefault(ctx, d, at)
}

// late reports whether the one whose shift it is should have taken over by now and has not.
func (r *Room) late(ctx context.Context, s Shift, at time.Time) (bool, error) {
	open, err := r.store.Unconfirmed(ctx, s.Account, s.Begins.Add(-back))
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(open, func(h Handover) bool { return h.To == s.Person && !at.Before(h.Due) }), nil
}

// byDefault finds who is there when nobody has a shift: the account's own communicators first, then those of the whole
// authority, its owners and their deputies; among equals the one who has been it longest.
func (r *Room) byDefault(ctx context.Context, d Duty, at time.Time) (Duty, error) {
	persons, err := r.defaults(ctx, d.Account, at)
	if err != nil {
		return d, err
	}
	for _, person := range persons {
		a, err := r.People.Load(ctx, person)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return d, err
		}
		if a.May(people.InboxReply, d.Account, at) {
			d.Person, d.By = a.Person, ByDefault
			return d, nil
		}
	}
	return d, nil
}

func (r *Room) defaults(ctx context.Context, account string, at time.Time) (out []string, err error) {
	mandates, err := r.store.MandatesAt(ctx, account)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(mandates, func(a, b people.Mandate) int {
		if c := a.From.Compare(b.From); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	of := func(role people.Role) {
		for _, m := range mandates {
			if m.Role == role && m.InForce(at) {
				out = append(out, m.Person)
			}
		}
	}
	of(people.Communicator)
	grants, err := r.store.GrantsOf(ctx, people.Communicator)
	if err != nil {
		return nil, err
	}
	for _, g := range grants {
		if g.InForce(at) {
			out = append(out, g.Person)
		}
	}
	of(people.Owner)
	of(people.Deputy)
	return out, nil
}

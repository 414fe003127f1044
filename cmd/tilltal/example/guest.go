package example

import (
	"context"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// guests is what is planned beside the rotation: a guest week to come, a day that nobody has, and two who may swap.
func (s *stage) guests() []scene {
	at := workday(1, 10, 0)(s.now)
	return []scene{
		{at, "the guest week", s.invite},
		{at.Add(10 * time.Minute), "the shift that was called off", s.callOff},
		{at.Add(20 * time.Minute), "the swap", s.offer},
		{at.Add(30 * time.Minute), "the gap is seen", s.Shifts.Round},
	}
}

// invite asks the water engineer to be the guest of a week, beside whoever has the shift.
func (s *stage) invite(ctx context.Context) error {
	nadia, err := s.actor(ctx, "nadia")
	if err != nil {
		return err
	}
	monday := clock.DateOf(s.now, clock.Stockholm()).Add(7)
	monday = monday.Add((8 - int(monday.Weekday())) % 7)
	p := shift.Plan{Account: s.accounts[daily], Person: s.people["olle"], Kind: shift.KindGuest, Pair: true,
		Purpose: "Olle visar vattnets väg från sjön till din kran, och vad som händer sedan. Fråga honom det du alltid har undrat."}
	p.From, p.Until = shift.Week(monday, clock.Stockholm())
	_, err = s.Shifts.Plan(ctx, nadia, p)
	return err
}

// callOff leaves a gap that somebody must see to.
func (s *stage) callOff(ctx context.Context) error {
	return s.coming(ctx, "nadia", 3, func(nadia people.Actor, all []shift.Shift) error {
		i := slices.IndexFunc(all, func(x shift.Shift) bool { return x.Kind != shift.KindGuest })
		if i < 0 {
			return nil
		}
		return s.Shifts.Cancel(ctx, nadia, all[i].ID, "Alla i stafetten är på kurs den dagen.")
	})
}

// offer lets Johan ask Amina to swap.
func (s *stage) offer(ctx context.Context) error {
	return s.coming(ctx, "johan", 6, func(johan people.Actor, all []shift.Shift) error {
		first := func(key string) int {
			return slices.IndexFunc(all, func(x shift.Shift) bool { return x.Person == s.people[key] })
		}
		his, hers := first("johan"), first("amina")
		if his < 0 || hers < 0 {
			return nil
		}
		_, err := s.Shifts.OfferSwap(ctx, johan, shift.Wish{Shift: all[his].ID, For: all[hers].ID,
			Words: "Jag har lovat att visa plogen för förskolan den dagen. Går det bra?"})
		return err
	})
}

// coming lets somebody do something with the shifts that begin some days from now.
func (s *stage) coming(ctx context.Context, key string, days int, do func(people.Actor, []shift.Shift) error) error {
	a, err := s.actor(ctx, key)
	if err != nil {
		return err
	}
	all, err := s.Shifts.Shifts(ctx, a, s.accounts[daily], shift.Span{From: s.now.AddDate(0, 0, days), Until: s.now.AddDate(0, 0, 35)}, false)
	if err != nil {
		return err
	}
	return do(a, slices.DeleteFunc(all, func(x shift.Shift) bool { return x.Begins.Before(s.now.AddDate(0, 0, days)) }))
}

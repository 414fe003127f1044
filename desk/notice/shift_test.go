package notice_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/desk/shift"
	. "tilltal/store/officetest"
)

// relay plans shifts for the office.
type relay struct {
	*scene
	shifts *shift.Room
}

func (s *scene) relay() relay {
	return relay{s, shift.New(s.Store, shift.Options{Clock: s.Clock, People: s.People, Assign: inbox.HandedOn})}
}

// plan gives somebody the shift from eight to twelve, some days from now.
func (r relay) plan(name string, days int) shift.Shift {
	r.T.Helper()
	day := clock.DateOf(r.Clock.Now(), clock.Stockholm()).Add(days)
	wall := func(hour int) clock.Wall {
		return clock.Wall{Date: day, Time: clock.AtTime(hour, 0), Zone: clock.Stockholm()}
	}
	s, err := r.shifts.Plan(r.T.Context(), r.As(Amina), shift.Plan{Account: r.Account.ID, Person: r.ID(name), From: wall(8), Until: wall(12)})
	r.Must(err)
	return s
}

// TestTheOneWhoOfferedHearsTheAnswer: once, and not that a shift was changed as well.
func TestTheOneWhoOfferedHearsTheAnswer(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx, r := t.Context(), s.relay()
		hers, his := r.plan(Bengt, 20), r.plan(Lars, 21)
		offer := func() shift.Offer {
			o, err := r.shifts.OfferSwap(ctx, s.As(Bengt), shift.Wish{Shift: hers.ID, For: his.ID, Words: "Tandläkaren."})
			s.Must(err)
			return o
		}
		s.expect(Bengt)
		s.Must(r.shifts.DeclineSwap(ctx, s.As(Lars), offer().ID))
		s.expect(Bengt, "shift.declined")
		if got := s.newest(Bengt); got.SV != "Lars Larsson tackade nej till att byta pass med dig (Parken). Du har kvar ditt." {
			t.Errorf("%+v", got)
		}
		s.Clock.Move(time.Minute)
		s.Must(r.shifts.DeclineSwap(ctx, s.As(Bengt), offer().ID)) // takes it back
		s.expect(Bengt, "shift.declined")
		s.expect(Lars, "shift.withdrawn", "shift.offered", "shift.offered")
		s.Clock.Move(time.Minute)
		s.Must(r.shifts.AcceptSwap(ctx, s.As(Lars), offer().ID))
		s.expect(Bengt, "shift.swapped", "shift.declined")
		if got := s.newest(Bengt); got.SV != "Lars Larsson tackade ja till att byta pass med dig (Parken)." || got.EN != "Lars Larsson agreed to swap shifts with you (Parken)." {
			t.Errorf("%+v", got)
		}
		s.expect(Amina)
	})
}

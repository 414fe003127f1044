package notice_test

import (
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/desk/notice"
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

// TestWhoLosesAShiftIsTold: once, by name of who has it now; the subject of a letter names nobody.
func TestWhoLosesAShiftIsTold(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx, r := t.Context(), s.relay()
		hers := r.plan(Bengt, 20)
		p := shift.Plan{Person: s.ID(Lars), From: hers.From, Until: hers.Until}
		moved, err := r.shifts.Change(ctx, s.As(Amina), hers.ID, hers.Number, p, "Bengt är på kurs.")
		s.Must(err)
		s.expect(Bengt, notice.ShiftLost)
		if got := s.newest(Bengt); got.SV != "Ett av dina pass har gått över till Lars Larsson (Parken)." || got.EN != "One of your shifts has gone to Lars Larsson (Parken)." {
			t.Errorf("%+v", got)
		}
		s.expect(Lars, "shift.changed")
		s.Clock.Move(24 * time.Hour)
		s.work(notice.JobMail)
		letters := s.post.take()
		if len(letters) == 0 {
			t.Error("no letter")
		}
		for _, l := range letters {
			if strings.Contains(l.Subject, "Lars") {
				t.Errorf("subject %q", l.Subject)
			}
		}
		p.Until.Time = clock.AtTime(13, 0)
		_, err = r.shifts.Change(ctx, s.As(Amina), hers.ID, moved.Number, p, "")
		s.Must(err)
		s.expect(Bengt, notice.ShiftLost) // another hour for Lars is no news to her
		s.expect(Lars, "shift.changed", "shift.changed")
	})
}

// TestWhoseShiftIsEndedIsTold: by the deputy who steps in, or by whoever leads the work.
func TestWhoseShiftIsEndedIsTold(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx, r := t.Context(), s.relay()
		now := clock.WallOf(s.Clock.Now(), clock.Stockholm())
		until := now
		until.Date = until.Date.Add(1)
		its, err := r.shifts.Plan(ctx, s.As(Amina), shift.Plan{Account: s.Account.ID, Person: s.ID(Bengt), Deputy: s.ID(Lars), From: now, Until: until})
		s.Must(err)
		s.expect(Bengt, "shift.planned")
		s.Clock.Move(time.Hour)
		_, err = r.shifts.StepIn(ctx, s.As(Lars), its.ID)
		s.Must(err)
		s.expect(Bengt, "shift.ended", "shift.planned")
		if got := s.newest(Bengt); got.SV != "Lars Larsson avslutade ditt pass före tiden (Parken)." {
			t.Errorf("%+v", got)
		}
		s.expect(Lars)
	})
}

// TestARotationThatIsChangedIsToldOnce: a whole spring of shifts moves, and each hears it once.
func TestARotationThatIsChangedIsToldOnce(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx, r := t.Context(), s.relay()
		starts := clock.DateOf(s.Clock.Now(), clock.Stockholm()).Add(14)
		x, err := r.shifts.Rotate(ctx, s.As(Amina), shift.Rotation{Account: s.Account.ID, Title: "Måndagar och torsdagar", Starts: starts, ByDay: true,
			Week:   []shift.Stretch{{Day: time.Monday, From: clock.AtTime(8, 0), Until: clock.AtTime(12, 0)}, {Day: time.Thursday, From: clock.AtTime(8, 0), Until: clock.AtTime(12, 0)}},
			People: []string{s.ID(Bengt), s.ID(Lars)}, Ahead: 8})
		s.Must(err)
		before := [2]int{len(s.told(Bengt)), len(s.told(Lars))}
		s.Clock.Move(time.Minute)
		x.People = []string{s.ID(Lars), s.ID(Bengt)}
		x, err = r.shifts.Rerotate(ctx, s.As(Amina), x)
		s.Must(err)
		for i, name := range []string{Bengt, Lars} {
			got := s.told(name)
			if len(got) != before[i]+1 || got[0] != notice.ShiftTurn {
				t.Errorf("%s is told of %v, before it was %d", name, got, before[i])
			}
		}
		if got := s.newest(Bengt); got.SV != "Amina Larsson ändrade schemat (Parken). Se vilka pass som är dina nu." {
			t.Errorf("%+v", got)
		}
		s.Clock.Move(time.Minute)
		_, err = r.shifts.EndRotation(ctx, s.As(Amina), x.ID, x.Number, starts)
		s.Must(err)
		if got := s.told(Bengt); len(got) != before[0]+2 || got[0] != notice.ShiftTurn {
			t.Errorf("when it ends Bengt is told of %v", got)
		}
	})
}

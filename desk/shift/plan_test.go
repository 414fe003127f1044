package shift_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// TestAShiftIsAMandateToTheSecond: the right to answer begins and ends with the shift.
func TestAShiftIsAMandateToTheSecond(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		s := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		if s.Mandate == "" || s.Number != 1 || s.Kind != shift.KindHours || s.Begins != at(t, "2026-11-24 08:00") {
			t.Errorf("planned as %+v", s)
		}
		for when, may := range map[time.Time]bool{
			s.Begins.Add(-time.Microsecond): false, s.Begins: true, s.Ends.Add(-time.Microsecond): true, s.Ends: false,
		} {
			for _, right := range []people.Right{people.DraftWrite, people.PublishNow, people.InboxReply} {
				if got := h.who(t, "amina").May(right, h.account.ID, when); got != may {
					t.Errorf("may %s at %s: %v", right, when, got)
				}
			}
			for _, never := range []people.Right{people.ModerationHide, people.ModerationBlock, people.ReviewShift, people.ShiftPlan, people.PeopleMandate} {
				if h.who(t, "amina").May(never, h.account.ID, when) {
					t.Errorf("a curator may %s", never)
				}
			}
		}
		got, err := h.Shift(t.Context(), h.who(t, "amina"), s.ID)
		if err != nil || got != s {
			t.Errorf("kept as %+v, want %+v (%v)", got, s, err)
		}
	})
}

func TestWhoMayWriteAnywayGetsNoMandateMore(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := h.plan(t, "olle", "2026-11-24 08:00", "2026-11-24 16:00")
		if s.Mandate != "" || len(h.who(t, "olle").Mandates) != 1 {
			t.Errorf("an owner got a mandate for her shift: %+v", s)
		}
		if _, err := h.Plan(ctx, h.who(t, "karin"), h.planned(t, "karin", "2026-11-25 08:00", "2026-11-25 16:00")); err != nil {
			t.Errorf("the communicator cannot plan herself: %v", err)
		}
		// A mandate that ends in the middle of the shift does not carry it.
		if _, err := h.staff.Commission(ctx, h.who(t, "karin"), people.Appointment{Person: h.ids["bengt"], Account: h.account.ID, Role: people.Voice, Until: at(t, "2026-11-26 12:00")}); err != nil {
			t.Fatal(err)
		}
		s = h.plan(t, "bengt", "2026-11-26 08:00", "2026-11-26 16:00")
		if s.Mandate == "" || !h.who(t, "bengt").May(people.InboxReply, h.account.ID, at(t, "2026-11-26 15:59")) {
			t.Errorf("half a mandate was thought to be enough: %+v", s)
		}
		// Ending the shift's own mandate leaves the standing one as it was.
		if err := h.Cancel(ctx, h.who(t, "karin"), s.ID, "Ändrade planer."); err != nil {
			t.Fatal(err)
		}
		if b := h.who(t, "bengt"); !b.May(people.InboxReply, h.account.ID, at(t, "2026-11-26 11:59")) || b.May(people.InboxReply, h.account.ID, at(t, "2026-11-26 12:00")) {
			t.Error("the standing mandate changed with the shift")
		}
	})
}

func TestPlanningIsRefused(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		if err := h.staff.Leave(ctx, people.Console(h.clock.Now()), h.ids["didrik"]); err != nil {
			t.Fatal(err)
		}
		before := h.size(t)
		try := func(why string, kind fault.Kind, field string, change func(p *shift.Plan)) {
			t.Helper()
			p := h.planned(t, "bengt", "2026-11-25 08:00", "2026-11-25 16:00")
			change(&p)
			_, err := h.Plan(ctx, karin, p)
			var all fault.List
			if errors.As(err, &all) {
				err = all[0]
			}
			wrong(t, err, kind, field, why)
		}
		try("in a colleague's time", fault.Conflict, "from", func(p *shift.Plan) { p.From, p.Until = wall(t, "2026-11-24 15:59"), wall(t, "2026-11-24 20:00") })
		try("in her own time, as a pair with herself", fault.Conflict, "from", func(p *shift.Plan) {
			p.Person, p.Pair, p.From, p.Until = h.ids["amina"], true, wall(t, "2026-11-24 12:00"), wall(t, "2026-11-24 20:00")
		})
		try("nobody", fault.Invalid, "person", func(p *shift.Plan) { p.Person = "" })
		try("somebody who is not in the register", fault.Invalid, "person", func(p *shift.Plan) { p.Person = "okand" })
		try("a deputy who is not", fault.Invalid, "deputy", func(p *shift.Plan) { p.Deputy = "okand" })
		try("her own deputy", fault.Invalid, "deputy", func(p *shift.Plan) { p.Deputy = p.Person })
		try("a leaver", fault.Gone, "person", func(p *shift.Plan) { p.Person = h.ids["didrik"] })
		try("backwards", fault.Invalid, "until", func(p *shift.Plan) { p.Until = wall(t, "2026-11-25 07:00") })
		try("too short", fault.Invalid, "until", func(p *shift.Plan) { p.Until = wall(t, "2026-11-25 08:14") })
		try("too long", fault.Invalid, "until", func(p *shift.Plan) { p.Until = wall(t, "2026-12-31 08:00") })
		try("over already", fault.Invalid, "until", func(p *shift.Plan) { p.From, p.Until = wall(t, "2026-11-23 08:00"), wall(t, "2026-11-23 09:00") })
		try("begun already", fault.Invalid, "from", func(p *shift.Plan) { p.From, p.Until = wall(t, "2026-11-23 11:00"), wall(t, "2026-11-23 16:00") })
		try("too far ahead", fault.Invalid, "from", func(p *shift.Plan) { p.From, p.Until = wall(t, "2029-11-23 11:00"), wall(t, "2029-11-23 16:00") })
		try("of no kind", fault.Invalid, "kind", func(p *shift.Plan) { p.Kind = "party" })
		try("with a novel", fault.Invalid, "purpose", func(p *shift.Plan) { p.Purpose = strings.Repeat("å", 501) })
		try("at no account", fault.NotFound, "", func(p *shift.Plan) { p.Account = "okant" })
		if _, err := h.Plan(ctx, h.who(t, "bengt"), h.planned(t, "amina", "2026-11-25 08:00", "2026-11-25 16:00")); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by an employee: %v", err)
		}
		if _, err := h.Plan(ctx, h.who(t, "bengt"), h.planned(t, "bengt", "2026-11-25 08:00", "2026-11-25 16:00")); !fault.Is(err, fault.Forbidden) {
			t.Errorf("herself, by an employee: %v", err)
		}
		if got := h.size(t); got != before {
			t.Errorf("%d entries were written", got-before)
		}
	})
}

func TestAnAuditorHasNoShift(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		if _, err := h.staff.Grant(t.Context(), people.Console(h.clock.Now()), h.ids["didrik"], people.Auditor, time.Time{}); err != nil {
			t.Fatal(err)
		}
		_, err := h.Plan(t.Context(), h.who(t, "karin"), h.planned(t, "didrik", "2026-11-25 08:00", "2026-11-25 16:00"))
		wrong(t, err, fault.Invalid, "person", "an auditor on shift")
	})
}

func TestTwoMaySharePlan(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		p := h.planned(t, "bengt", "2026-11-24 12:00", "2026-11-24 18:00")
		p.Pair = true
		if _, err := h.Plan(t.Context(), h.who(t, "karin"), p); err != nil {
			t.Fatal(err)
		}
		d, err := h.OnShift(t.Context(), h.account.ID, at(t, "2026-11-24 13:00"))
		if err != nil || d.By != shift.ByShift || d.Person.ID != h.ids["amina"] || len(d.Beside) != 1 || d.Beside[0].ID != h.ids["bengt"] {
			t.Errorf("%+v, %v", d, err)
		}
	})
}

func TestAShiftThatBeginsThisMinuteBeginsNow(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		h.clock.Move(20 * time.Second)
		s := h.plan(t, "amina", "2026-11-23 12:00", "2026-11-23 16:00")
		if !s.Begins.Equal(h.clock.Now()) || !h.who(t, "amina").May(people.InboxReply, h.account.ID, h.clock.Now()) {
			t.Errorf("%+v", s)
		}
	})
}

// A shift that is moved to now begins now too, not at the minute's beginning, and so does not lie over one that ended within
// that minute; and it is not moved to a time that has been.
func TestAShiftIsMovedToNowAtTheEarliest(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		h.clock.Move(20 * time.Second)
		first := h.plan(t, "amina", "2026-11-23 12:00", "2026-11-23 16:00")
		second := h.plan(t, "bengt", "2026-11-24 12:00", "2026-11-24 16:00")
		h.clock.Move(10 * time.Second)
		if err := h.Cancel(ctx, karin, first.ID, "Amina blev sjuk."); err != nil {
			t.Fatal(err)
		}
		_, err := h.Change(ctx, karin, second.ID, 1, h.planned(t, "bengt", "2026-11-23 11:00", "2026-11-23 16:00"), "")
		wrong(t, err, fault.Invalid, "from", "moved to a time that has been")
		got, err := h.Change(ctx, karin, second.ID, 1, h.planned(t, "bengt", "2026-11-23 12:00", "2026-11-23 16:00"), "")
		if err != nil || !got.Begins.Equal(h.clock.Now()) || !h.who(t, "bengt").May(people.InboxReply, h.account.ID, h.clock.Now()) {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

func TestNightsWhenTheClocksChange(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		for _, c := range []struct {
			from, until string
			length      time.Duration
		}{
			{"2027-03-27 22:00", "2027-03-28 06:00", 7 * time.Hour}, // forward at two
			{"2027-10-30 22:00", "2027-10-31 06:00", 9 * time.Hour}, // back at three
			{"2028-03-26 02:30", "2028-03-26 04:00", time.Hour},     // 02:30 does not exist
			{"2026-12-31 22:00", "2027-01-01 06:00", 8 * time.Hour},
		} {
			s := h.plan(t, "amina", c.from, c.until)
			if got := s.Ends.Sub(s.Begins); got != c.length {
				t.Errorf("%s–%s is %s, want %s", c.from, c.until, got, c.length)
			}
			m, err := h.store.Mandate(t.Context(), s.Mandate)
			if err != nil || !m.From.Equal(s.Begins) || !m.Until.Equal(s.Ends) {
				t.Errorf("its mandate is %+v, %v", m, err)
			}
		}
	})
}

func TestChangingAShiftMovesItsMandate(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		s := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		p := h.planned(t, "bengt", "2026-11-24 10:00", "2026-11-24 18:00")
		got, err := h.Change(ctx, karin, s.ID, 1, p, "Amina är sjuk.")
		if err != nil || got.Number != 2 || got.Words != "Amina är sjuk." || got.Why != shift.WhyPerson {
			t.Fatalf("%+v, %v", got, err)
		}
		if h.who(t, "amina").May(people.InboxReply, h.account.ID, at(t, "2026-11-24 12:00")) {
			t.Error("Amina keeps the mandate of a shift that is no longer hers")
		}
		if b := h.who(t, "bengt"); b.May(people.InboxReply, h.account.ID, at(t, "2026-11-24 09:59")) || !b.May(people.InboxReply, h.account.ID, at(t, "2026-11-24 17:59")) {
			t.Error("Bengt's mandate is not his shift")
		}
		if _, err := h.Change(ctx, karin, s.ID, 1, p, ""); !fault.Is(err, fault.Conflict) {
			t.Errorf("from an old roster: %v", err)
		}
		h.travel(t, "2026-11-24 12:00")
		p.Until = wall(t, "2026-11-24 14:00")
		if got, err = h.Change(ctx, karin, s.ID, 2, p, ""); err != nil || !got.Begins.Equal(at(t, "2026-11-24 10:00")) {
			t.Fatalf("shortened while it goes on: %+v, %v", got, err)
		}
		b := h.who(t, "bengt")
		for when, may := range map[string]bool{"2026-11-24 12:00": true, "2026-11-24 13:59": true, "2026-11-24 14:00": false} {
			if b.May(people.InboxReply, h.account.ID, at(t, when)) != may {
				t.Errorf("at %s he may: %v", when, !may)
			}
		}
		p.Person = h.ids["amina"]
		_, err = h.Change(ctx, karin, s.ID, 3, p, "")
		wrong(t, err, fault.Invalid, "from", "another person in the middle of it")
		h.travel(t, "2026-11-24 14:00")
		if _, err := h.Change(ctx, karin, s.ID, 3, p, ""); !fault.Is(err, fault.Gone) {
			t.Errorf("when it is over: %v", err)
		}
	})
}

func TestCancelling(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		s := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		wrong(t, h.Cancel(ctx, karin, s.ID, " "), fault.Invalid, "why", "without a reason")
		if err := h.Cancel(ctx, h.who(t, "amina"), s.ID, "Vill inte."); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by herself: %v", err)
		}
		if err := h.Cancel(ctx, karin, s.ID, "Inget att göra."); err != nil {
			t.Fatal(err)
		}
		if h.who(t, "amina").May(people.InboxReply, h.account.ID, at(t, "2026-11-24 12:00")) {
			t.Error("the mandate did not end")
		}
		if err := h.Cancel(ctx, karin, s.ID, "Igen."); !fault.Is(err, fault.Gone) {
			t.Errorf("twice: %v", err)
		}
		again := h.plan(t, "bengt", "2026-11-24 08:00", "2026-11-24 16:00") // its time is free
		h.travel(t, "2026-11-24 09:00")
		if err := h.Cancel(ctx, karin, again.ID, "Måste hem."); err != nil {
			t.Fatal(err)
		}
		got, err := h.Shift(ctx, karin, again.ID)
		if err != nil || !got.Standing() || !got.Ends.Equal(h.clock.Now()) || got.Words != "Måste hem." {
			t.Errorf("ended as %+v, %v", got, err)
		}
		if h.who(t, "bengt").May(people.InboxReply, h.account.ID, h.clock.Now()) {
			t.Error("the mandate goes on after the shift was ended")
		}
	})
}

func TestTheDeputyStepsIn(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		p := h.planned(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		p.Deputy = h.ids["bengt"]
		s, err := h.Plan(ctx, h.who(t, "karin"), p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.StepIn(ctx, h.who(t, "cecilia"), s.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody else: %v", err)
		}
		h.travel(t, "2026-11-24 10:00")
		rest, err := h.StepIn(ctx, h.who(t, "bengt"), s.ID)
		if err != nil || rest.ID == s.ID || rest.Person != h.ids["bengt"] || !rest.Begins.Equal(h.clock.Now()) || !rest.Ends.Equal(s.Ends) {
			t.Fatalf("%+v, %v", rest, err)
		}
		now := h.clock.Now()
		if h.who(t, "amina").May(people.InboxReply, h.account.ID, now) || !h.who(t, "bengt").May(people.InboxReply, h.account.ID, now) {
			t.Error("the mandate did not move")
		}
		d, err := h.OnShift(ctx, h.account.ID, now)
		if err != nil || d.Person.ID != h.ids["bengt"] || d.By != shift.ByShift {
			t.Errorf("%+v, %v", d, err)
		}
		other := h.plan(t, "amina", "2026-11-25 08:00", "2026-11-25 16:00")
		_, err = h.StepIn(ctx, h.who(t, "karin"), other.ID)
		wrong(t, err, fault.Invalid, "", "without a deputy")
	})
}

// TestTwoWhoPlanAtOnce: of two who plan the same time, one is told.
func TestTwoWhoPlanAtOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		karin := h.who(t, "karin")
		done := make(chan error, 8)
		for i := range 8 {
			go func() {
				_, err := h.Plan(t.Context(), karin, h.planned(t, []string{"amina", "bengt", "cecilia", "didrik"}[i%4], "2026-11-24 08:00", "2026-11-24 16:00"))
				done <- err
			}()
		}
		planned := 0
		for range 8 {
			if err := <-done; err == nil {
				planned++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		if planned != 1 {
			t.Errorf("%d shifts in the same time", planned)
		}
	})
}

func TestAClosedAccountHasNoShifts(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		s := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		if err := account.New(h.store, h.staff, h.clock).Close(t.Context(), h.who(t, "olle"), h.account.ID, "Slut."); err != nil {
			t.Fatal(err)
		}
		h.round(t)
		got, err := h.Shift(t.Context(), h.who(t, "karin"), s.ID)
		if err != nil || got.Standing() {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := h.Plan(t.Context(), h.who(t, "karin"), h.planned(t, "bengt", "2026-11-25 08:00", "2026-11-25 16:00")); !fault.Is(err, fault.Gone) {
			t.Errorf("planned at a closed account: %v", err)
		}
	})
}

func TestAGuestSaysNo(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		p := h.planned(t, "didrik", "2026-12-07 00:00", "2026-12-14 00:00")
		p.Kind = shift.KindGuest
		s, err := h.Plan(ctx, karin, p)
		if err != nil {
			t.Fatal(err)
		}
		if err := h.Decline(ctx, h.who(t, "amina"), s.ID, ""); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody else said no: %v", err)
		}
		plain := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		if err := h.Decline(ctx, h.who(t, "amina"), plain.ID, ""); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an ordinary shift was declined: %v", err)
		}
		wrong(t, h.Decline(ctx, h.who(t, "didrik"), s.ID, strings.Repeat("å", 501)), fault.Invalid, "why", "with a novel")
		if err := h.Decline(ctx, h.who(t, "didrik"), s.ID, " Jag är ledig då. "); err != nil {
			t.Fatal(err)
		}
		got, err := h.Shift(ctx, karin, s.ID)
		if err != nil || got.Cancelled == nil || got.Cancelled.Why != shift.CancelledByGuest || got.Cancelled.Words != "Jag är ledig då." || got.Cancelled.By != h.ids["didrik"] {
			t.Errorf("%+v, %v", got.Cancelled, err)
		}
		if h.who(t, "didrik").May(people.InboxReply, h.account.ID, at(t, "2026-12-08 12:00")) {
			t.Error("the mandate outlived the invitation")
		}
		if n := h.kinds(t, "shift.refused"); n != 1 {
			t.Errorf("told %d times", n)
		}
		if err := h.Decline(ctx, h.who(t, "didrik"), s.ID, ""); !fault.Is(err, fault.Gone) {
			t.Errorf("twice: %v", err)
		}
		if s, err = h.Plan(ctx, karin, p); err != nil {
			t.Fatal(err)
		}
		h.travel(t, "2026-12-07 00:00")
		if err := h.Decline(ctx, h.who(t, "didrik"), s.ID, ""); !fault.Is(err, fault.Gone) {
			t.Errorf("when it has begun: %v", err)
		}
	})
}

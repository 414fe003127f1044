package shift_test

import (
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

func TestAGapIsToldOnceAndAgainWhenItComesBack(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		h.round(t)
		if n := h.kinds(t, "shift.gap"); n != 0 {
			t.Errorf("an account that has promised nothing has %d gaps", n)
		}
		if err := h.Keep(ctx, h.who(t, "amina"), h.account.ID, shift.CoverHours); !fault.Is(err, fault.Forbidden) {
			t.Errorf("promised by an employee: %v", err)
		}
		wrong(t, h.Keep(ctx, karin, h.account.ID, "always"), fault.Invalid, "cover", "a promise of no kind")
		if err := h.Keep(ctx, karin, h.account.ID, shift.CoverHours); err != nil {
			t.Fatal(err)
		}
		h.round(t)
		w, err := h.Watch(ctx, karin, h.account.ID)
		if err != nil || len(w.Gaps) != 11 || len(w.Alarms) != 11 { // today's afternoon, and ten working days
			t.Fatalf("%d gaps, %d alarms, %v", len(w.Gaps), len(w.Alarms), err)
		}
		if w.Gaps[0] != (shift.Span{From: h.clock.Now(), Until: at(t, "2026-11-23 16:00")}) {
			t.Errorf("the first gap is %+v", w.Gaps[0])
		}
		h.clock.Move(time.Minute)
		h.round(t)
		if n := h.kinds(t, "shift.gap"); n != 11 {
			t.Errorf("%d alarms a minute later", n)
		}
		s := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		h.round(t)
		if n := h.kinds(t, "shift.relieved"); n != 1 {
			t.Errorf("%d alarms were over when the gap was filled", n)
		}
		if err := h.Cancel(ctx, karin, s.ID, "Sjuk."); err != nil {
			t.Fatal(err)
		}
		h.round(t)
		if n := h.kinds(t, "shift.gap"); n != 12 {
			t.Errorf("%d alarms when the gap came back", n)
		}
		h.travel(t, "2026-11-25 00:00")
		h.round(t)
		if n := h.kinds(t, "shift.gap"); n != 14 {
			t.Errorf("%d alarms when two days more came into view", n)
		}
	})
}

func TestOnShift(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		p := h.planned(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		p.Deputy = h.ids["ove"]
		s, err := h.Plan(ctx, h.who(t, "karin"), p)
		if err != nil {
			t.Fatal(err)
		}
		on := func(when, name, by string) {
			t.Helper()
			d, err := h.OnShift(ctx, h.account.ID, at(t, when))
			if err != nil || d.By != by || h.nameOf(d.Person.ID) != name {
				t.Errorf("at %s: %s by %q (%v)", when, h.nameOf(d.Person.ID), d.By, err)
			}
		}
		on("2026-11-24 07:59", "karin", shift.ByDefault)
		on("2026-11-24 08:00", "amina", shift.ByShift)
		on("2026-11-24 15:59", "amina", shift.ByShift)
		on("2026-11-24 16:00", "karin", shift.ByDefault)
		if err := h.staff.Decommission(ctx, h.who(t, "olle"), s.Mandate, ""); err != nil {
			t.Fatal(err)
		}
		on("2026-11-24 12:00", "ove", shift.ByDeputy) // the deputy may, as owner
		if err := h.staff.Leave(ctx, people.Console(h.clock.Now()), h.ids["karin"]); err != nil {
			t.Fatal(err)
		}
		on("2026-11-24 18:00", "olle", shift.ByDefault)
		if _, err := h.staff.Commission(ctx, h.who(t, "olle"), people.Appointment{Person: h.ids["cecilia"], Account: h.account.ID, Role: people.Communicator}); err != nil {
			t.Fatal(err)
		}
		on("2026-11-24 18:00", "cecilia", shift.ByDefault)
	})
}

// TestALeaverOnShift: her deputy has the rest of the shift within a round, and without one there is an alarm.
func TestALeaverOnShift(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		p := h.planned(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		p.Deputy = h.ids["bengt"]
		if _, err := h.Plan(ctx, h.who(t, "karin"), p); err != nil {
			t.Fatal(err)
		}
		if err := h.Keep(ctx, h.who(t, "karin"), h.account.ID, shift.CoverHours); err != nil {
			t.Fatal(err)
		}
		h.travel(t, "2026-11-24 10:00")
		h.round(t)
		for _, leaver := range []string{"amina", "bengt"} {
			if err := h.staff.Leave(ctx, people.Console(h.clock.Now()), h.ids[leaver]); err != nil {
				t.Fatal(err)
			}
			h.clock.Move(time.Minute)
			h.round(t)
			d, err := h.OnShift(ctx, h.account.ID, h.clock.Now())
			want := map[string]string{"amina": "bengt", "bengt": "karin"}[leaver]
			if err != nil || h.nameOf(d.Person.ID) != want {
				t.Errorf("after %s left, %s is on shift (%v)", leaver, h.nameOf(d.Person.ID), err)
			}
		}
		alarms, err := h.Alarms(ctx, h.who(t, "karin"))
		if err != nil || !slices.ContainsFunc(alarms, func(a shift.Alarm) bool {
			return a.Kind == shift.AlarmGap && !a.From.After(h.clock.Now()) && a.Until.Equal(at(t, "2026-11-24 16:00"))
		}) {
			t.Errorf("the rest of the day is nobody's and there is no alarm: %+v, %v", alarms, err)
		}
	})
}

func TestReading(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		week := shift.Span{From: h.clock.Now(), Until: h.clock.Now().Add(7 * 24 * time.Hour)}
		if all, err := h.Mine(ctx, h.who(t, "amina"), week); err != nil || len(all) != 1 {
			t.Errorf("her own: %+v, %v", all, err)
		}
		if all, err := h.Shifts(ctx, h.who(t, "amina"), h.account.ID, week, false); err != nil || len(all) != 1 {
			t.Errorf("the calendar she has a shift in: %+v, %v", all, err)
		}
		if _, err := h.Shifts(ctx, h.who(t, "bengt"), h.account.ID, week, false); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a calendar he has nothing in: %v", err)
		}
		_, err := h.Shifts(ctx, h.who(t, "karin"), h.account.ID, shift.Span{From: week.Until, Until: week.From}, false)
		wrong(t, err, fault.Invalid, "to", "backwards")
		gone := h.who(t, "bengt")
		gone.Scopes = []string{"draft.read"}
		if _, err := h.Mine(ctx, gone, week); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a token for something else: %v", err)
		}
	})
}

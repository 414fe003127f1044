package shift_test

import (
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

func (h *house) weekly(t testing.TB, starts string, persons ...string) shift.Rotation {
	t.Helper()
	r := rotation(t, starts)
	r.ID, r.Account, r.Ahead = "", h.account.ID, 2
	for _, p := range persons {
		r.People = append(r.People, h.ids[p])
	}
	return r
}

// roster is an account's shifts as a list to read: "amina 2026-11-24 08:00".
func (h *house) roster(t testing.TB, from, to string) (out []string) {
	t.Helper()
	all, err := h.store.Shifts(t.Context(), shift.Filter{Account: h.account.ID, From: at(t, from+" 00:00"), To: at(t, to+" 00:00")})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		out = append(out, h.nameOf(s.Person)+" "+s.From.Date.String()+" "+s.From.Time.String())
	}
	return out
}

func (h *house) nameOf(id string) string {
	for name, known := range h.ids {
		if known == id {
			return name
		}
	}
	return id
}

func TestARotationPlansSomeWeeksAhead(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		r, err := h.Rotate(ctx, karin, h.weekly(t, "2026-11-23", "amina", "bengt"))
		if err != nil || r.Number != 1 {
			t.Fatalf("%+v, %v", r, err)
		}
		want := []string{"amina 2026-11-24 08:00", "amina 2026-11-25 08:00", "amina 2026-11-26 08:00", "amina 2026-11-27 08:00",
			"bengt 2026-11-30 08:00", "bengt 2026-12-01 08:00", "bengt 2026-12-02 08:00", "bengt 2026-12-03 08:00", "bengt 2026-12-04 08:00", "amina 2026-12-07 08:00"}
		if got := h.roster(t, "2026-11-23", "2027-01-01"); !slices.Equal(got, want) { // today's has begun: nobody plans the past
			t.Errorf("planned %q", got)
		}
		h.round(t) // the alarm about today's gap
		before := h.size(t)
		h.round(t)
		h.round(t)
		if after := h.size(t); after != before {
			t.Errorf("the second round wrote %d entries", after-before)
		}
		h.travel(t, "2026-11-24 12:00")
		h.round(t)
		if got := h.roster(t, "2026-12-07", "2027-01-01"); !slices.Equal(got, []string{"amina 2026-12-07 08:00", "amina 2026-12-08 08:00"}) {
			t.Errorf("a day later: %q", got)
		}
		got, err := h.Rotations(ctx, karin, h.account.ID)
		if err != nil || len(got) != 1 || got[0].Title != "Parkveckan" || len(got[0].Week) != 5 || got[0].Starts != day(t, "2026-11-23") {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

func TestChangingARotationLeavesWhatHasBegunAndWhatPeopleDid(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		r, err := h.Rotate(ctx, karin, h.weekly(t, "2026-11-23", "amina"))
		if err != nil {
			t.Fatal(err)
		}
		h.travel(t, "2026-11-24 09:00")
		all, err := h.Shifts(ctx, karin, h.account.ID, shift.Span{From: h.clock.Now(), Until: h.clock.Now().Add(40 * 24 * time.Hour)}, false)
		if err != nil {
			t.Fatal(err)
		}
		p := h.planned(t, "bengt", "2026-11-25 08:00", "2026-11-25 12:00")
		if _, err := h.Change(ctx, karin, all[1].ID, 1, p, "Halvdag."); err != nil { // Wednesday by hand
			t.Fatal(err)
		}
		if err := h.Cancel(ctx, karin, all[2].ID, "Stängt."); err != nil { // Thursday called off
			t.Fatal(err)
		}
		r.People = []string{h.ids["cecilia"]}
		r.Week = slices.DeleteFunc(office(), func(s shift.Stretch) bool { return s.Day == time.Monday })
		if r, err = h.Rerotate(ctx, karin, r); err != nil || r.Number != 2 {
			t.Fatalf("%+v, %v", r, err)
		}
		want := []string{"amina 2026-11-24 08:00", "bengt 2026-11-25 08:00", "cecilia 2026-11-27 08:00", "cecilia 2026-12-01 08:00",
			"cecilia 2026-12-02 08:00", "cecilia 2026-12-03 08:00", "cecilia 2026-12-04 08:00", "cecilia 2026-12-08 08:00"}
		if got := h.roster(t, "2026-11-24", "2027-01-01"); !slices.Equal(got, want) {
			t.Errorf("after the change %q", got)
		}
		a := h.who(t, "amina")
		if !a.May(people.InboxReply, h.account.ID, h.clock.Now()) || a.May(people.InboxReply, h.account.ID, at(t, "2026-11-27 09:00")) {
			t.Error("the mandates did not follow")
		}
		r.Number = 1
		if _, err := h.Rerotate(ctx, karin, r); !fault.Is(err, fault.Conflict) {
			t.Errorf("from an old version: %v", err)
		}
		if r, err = h.EndRotation(ctx, karin, r.ID, 2, day(t, "2026-12-01")); err != nil {
			t.Fatal(err)
		}
		if got := h.roster(t, "2026-11-24", "2027-01-01"); !slices.Equal(got, want[:4]) {
			t.Errorf("after its end %q", got)
		}
		h.round(t)
		if got := h.roster(t, "2026-11-24", "2027-01-01"); !slices.Equal(got, want[:4]) {
			t.Errorf("a round after its end %q", got)
		}
	})
}

func TestALeaverIsSkippedWithAnAlarm(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		r, err := h.Rotate(ctx, karin, h.weekly(t, "2026-11-30", "amina", "bengt"))
		if err != nil {
			t.Fatal(err)
		}
		if err := h.staff.Leave(ctx, people.Console(h.clock.Now()), h.ids["amina"]); err != nil {
			t.Fatal(err)
		}
		h.round(t)
		if got := h.roster(t, "2026-11-23", "2026-12-05"); len(got) != 0 {
			t.Errorf("a leaver has shifts: %q", got)
		}
		alarms, err := h.Alarms(ctx, karin)
		if err != nil || len(alarms) == 0 {
			t.Fatalf("no alarm: %v", err)
		}
		h.clock.Move(time.Hour)
		h.round(t)
		if again, err := h.Alarms(ctx, karin); err != nil || len(again) != len(alarms) {
			t.Errorf("alarms came twice: %d, then %d (%v)", len(alarms), len(again), err)
		}
		h.travel(t, "2026-12-07 00:00")
		h.round(t) // her next turn, two weeks on, comes into view
		if n := h.kinds(t, "shift.skipped"); n == 0 {
			t.Error("her turn was skipped without a word")
		}
		// Somebody else in her place gets her turns.
		r.People[0] = h.ids["cecilia"]
		if _, err := h.Rerotate(ctx, karin, r); err != nil {
			t.Fatal(err)
		}
		if got := h.roster(t, "2026-12-14", "2026-12-16"); !slices.Equal(got, []string{"cecilia 2026-12-14 08:00", "cecilia 2026-12-15 08:00"}) {
			t.Errorf("instead of her: %q", got)
		}
	})
}

func TestATurnThatClashesIsSkipped(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		h.plan(t, "didrik", "2026-11-24 12:00", "2026-11-24 20:00")
		if _, err := h.Rotate(t.Context(), h.who(t, "karin"), h.weekly(t, "2026-11-23", "amina")); err != nil {
			t.Fatal(err)
		}
		if got := h.roster(t, "2026-11-24", "2026-11-26"); !slices.Equal(got, []string{"didrik 2026-11-24 12:00", "amina 2026-11-25 08:00"}) {
			t.Errorf("planned %q", got)
		}
		if n := h.kinds(t, "shift.skipped"); n != 1 {
			t.Errorf("%d alarms", n)
		}
		h.round(t)
		h.round(t)
		if n := h.kinds(t, "shift.skipped"); n != 1 {
			t.Errorf("%d alarms after two rounds", n)
		}
	})
}

func TestRotationsAreRefused(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		r := h.weekly(t, "2026-11-23", "amina")
		if _, err := h.Rotate(ctx, h.who(t, "amina"), r); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by an employee: %v", err)
		}
		r.People = append(r.People, "okand")
		_, err := h.Rotate(ctx, karin, r)
		wrong(t, err, fault.Invalid, "people", "somebody not in the register")
		if _, err := h.Rerotate(ctx, karin, shift.Rotation{ID: "okand"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("one that is not there: %v", err)
		}
		turns, err := h.Preview(ctx, karin, h.weekly(t, "2026-11-23", "amina", "bengt"), 14)
		if err != nil || len(turns) != 10 || turns[9].Person != h.ids["bengt"] {
			t.Errorf("the preview is %+v, %v", turns, err)
		}
	})
}

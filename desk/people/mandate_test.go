package people_test

import (
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
)

func TestMandates(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		noor := h.hire("Noor Ali", "noor@umea.se").Person
		from, until := h.clock.Now().Add(time.Hour), h.clock.Now().Add(2*time.Hour)
		ask := people.Appointment{Person: noor.ID, Account: h.torget, Role: people.Voice, From: from, Until: until}
		m, err := h.people.Commission(ctx, h.load(h.lars), ask)
		must(t, err)
		_, err = h.people.Commission(ctx, h.load(h.lars), ask)
		is(t, "twice", err, fault.Invalid)
		for _, moment := range []struct {
			at   time.Time
			want bool
		}{{from.Add(-time.Microsecond), false}, {from, true}, {until.Add(-time.Microsecond), true}, {until, false}} {
			if got := h.load(noor.ID).May(people.DraftWrite, h.torget, moment.at); got != moment.want {
				t.Errorf("at %v she may write: %v", moment.at, got)
			}
		}
		_, err = h.people.Commission(ctx, h.load(noor.ID), people.Appointment{Person: h.lars, Account: h.torget, Role: people.Voice})
		is(t, "by a voice", err, fault.Forbidden)
		_, err = h.people.Commission(ctx, h.console(), people.Appointment{Person: noor.ID, Account: "nowhere", Role: people.Voice})
		is(t, "at no account", err, fault.NotFound)
		coming, err := h.people.Upcoming(ctx, h.load(h.lars), h.torget)
		if err != nil || len(coming) != 1 || coming[0].Person.ID != noor.ID {
			t.Errorf("coming: %+v, %v", coming, err)
		}
		h.clock.Move(90 * time.Minute)
		if coming, err = h.people.Upcoming(ctx, h.load(noor.ID), h.torget); err != nil || len(coming) != 0 {
			t.Errorf("coming, when she has come: %+v, %v", coming, err)
		}
		staff, err := h.people.Colleagues(ctx, h.load(noor.ID), h.torget)
		if err != nil || len(staff) != 3 {
			t.Errorf("%d colleagues, %v", len(staff), err)
		}
		must(t, h.people.Decommission(ctx, h.load(noor.ID), m.ID, ""))
		is(t, "twice", h.people.Decommission(ctx, h.load(h.lars), m.ID, ""), fault.Gone)
		if h.load(noor.ID).May(people.DraftWrite, h.torget, h.clock.Now()) {
			t.Error("she writes on")
		}

		var owner people.Mandate
		for _, m := range h.load(h.amina).Mandates {
			owner = m
		}
		is(t, "one of two owners", h.people.Decommission(ctx, h.load(h.amina), owner.ID, ""), fault.Forbidden)
		is(t, "by a voice", h.people.Decommission(ctx, h.load(noor.ID), owner.ID, ""), fault.Forbidden)
		must(t, h.people.Decommission(ctx, h.load(h.amina), owner.ID, noor.ID))
		owners, err := h.accounts.Owners(ctx, h.torget)
		if err != nil || len(owners) != 2 || owners[0].ID != noor.ID {
			t.Errorf("%+v, %v", owners, err)
		}
	})
}

// TestTwoOwnersCannotLeaveAtOnce lets three owners lay down their mandates at the same moment: one may.
func TestTwoOwnersCannotLeaveAtOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		noor := h.hire("Noor Ali", "noor@umea.se").Person
		_, err := h.people.Commission(ctx, h.console(), people.Appointment{Person: noor.ID, Account: h.torget, Role: people.Owner})
		must(t, err)
		done := make(chan error)
		for _, p := range []string{h.amina, h.lars, noor.ID} {
			a := h.load(p)
			go func() { done <- h.people.Decommission(ctx, a, a.Mandates[0].ID, "") }()
		}
		left := 0
		for range 3 {
			if err := <-done; err == nil {
				left++
			} else if !fault.Is(err, fault.Forbidden) {
				t.Error(err)
			}
		}
		if owners, err := h.accounts.Owners(ctx, h.torget); err != nil || left != 1 || len(owners) != people.Quorum {
			t.Errorf("%d left, %d owners, %v", left, len(owners), err)
		}
	})
}

func TestGrants(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		g, err := h.people.Grant(ctx, h.console(), h.amina, people.Communicator, time.Time{})
		must(t, err)
		now := h.clock.Now()
		if a := h.load(h.amina); !a.May(people.AccountOpen, "", now) || !a.May(people.DraftWrite, "elsewhere", now) {
			t.Error("the communicator is none")
		}
		_, err = h.people.Grant(ctx, h.load(h.amina), h.lars, people.Expert, time.Time{})
		is(t, "by a communicator", err, fault.Forbidden)
		must(t, h.people.Revoke(ctx, h.console(), g.ID))
		is(t, "twice", h.people.Revoke(ctx, h.console(), g.ID), fault.Gone)
		if h.load(h.amina).May(people.AccountOpen, "", now) {
			t.Error("she is still communicator")
		}
		admins, err := h.store.GrantsOf(ctx, people.Administrator)
		if err != nil || len(admins) != 1 {
			t.Fatalf("%v, %v", admins, err)
		}
		is(t, "the last administrator", h.people.Revoke(ctx, h.console(), admins[0].ID), fault.Forbidden)
		_, err = h.people.Grant(ctx, h.console(), "nobody", people.Expert, time.Time{})
		is(t, "to nobody", err, fault.NotFound)
	})
}

func TestThoseWhoCanBeHandedAConversation(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		eva := h.hire("Eva Sten", "eva@umea.se").Person
		_, err := h.people.Grant(t.Context(), h.console(), eva.ID, people.Expert, time.Time{})
		must(t, err)
		all, err := h.people.Helpers(t.Context(), h.load(h.amina), h.torget)
		must(t, err)
		var names []string
		for _, p := range all {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, ", "); got != "Amina Berg, Eva Sten, Lars Ödman" {
			t.Error(got)
		}
		_, err = h.people.Helpers(t.Context(), h.load(h.amina), "elsewhere")
		is(t, "elsewhere", err, fault.Forbidden)
	})
}

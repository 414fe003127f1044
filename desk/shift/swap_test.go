package shift_test

import (
	"slices"
	"testing"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

func TestTwoSwap(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		b := h.plan(t, "bengt", "2026-11-25 08:00", "2026-11-25 16:00")
		o, err := h.OfferSwap(ctx, h.who(t, "amina"), shift.Wish{Shift: a.ID, For: b.ID, Words: "Tandläkaren."})
		if err != nil || o.To != h.ids["bengt"] {
			t.Fatalf("%+v, %v", o, err)
		}
		for _, n := range []string{"amina", "bengt"} {
			if all, err := h.Offers(ctx, h.who(t, n)); err != nil || len(all) != 1 || all[0].ID != o.ID {
				t.Errorf("%s sees %+v, %v", n, all, err)
			}
		}
		if err := h.AcceptSwap(ctx, h.who(t, "amina"), o.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("accepted by who offers: %v", err)
		}
		if err := h.AcceptSwap(ctx, h.who(t, "bengt"), o.ID); err != nil {
			t.Fatal(err)
		}
		if got := h.roster(t, "2026-11-24", "2026-11-26"); !slices.Equal(got, []string{"bengt 2026-11-24 08:00", "amina 2026-11-25 08:00"}) {
			t.Errorf("after the swap %q", got)
		}
		for _, c := range []struct {
			name, when string
			may        bool
		}{{"amina", "2026-11-24 12:00", false}, {"bengt", "2026-11-24 12:00", true}, {"amina", "2026-11-25 12:00", true}, {"bengt", "2026-11-25 12:00", false}} {
			if h.who(t, c.name).May(people.InboxReply, h.account.ID, at(t, c.when)) != c.may {
				t.Errorf("%s at %s: the mandate did not move", c.name, c.when)
			}
		}
		if err := h.AcceptSwap(ctx, h.who(t, "bengt"), o.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("twice: %v", err)
		}
		if all, err := h.Offers(ctx, h.who(t, "bengt")); err != nil || len(all) != 0 {
			t.Errorf("it still waits: %+v, %v", all, err)
		}
	})
}

func TestAShiftIsGivenAway(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		o, err := h.OfferSwap(ctx, h.who(t, "amina"), shift.Wish{Shift: a.ID, To: h.ids["cecilia"]})
		if err != nil {
			t.Fatal(err)
		}
		if err := h.DeclineSwap(ctx, h.who(t, "bengt"), o.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("declined by somebody else: %v", err)
		}
		if err := h.DeclineSwap(ctx, h.who(t, "cecilia"), o.ID); err != nil {
			t.Fatal(err)
		}
		if err := h.AcceptSwap(ctx, h.who(t, "cecilia"), o.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("accepted after no: %v", err)
		}
		if o, err = h.OfferSwap(ctx, h.who(t, "amina"), shift.Wish{Shift: a.ID, To: h.ids["cecilia"]}); err != nil {
			t.Fatal(err)
		}
		if err := h.AcceptSwap(ctx, h.who(t, "cecilia"), o.ID); err != nil {
			t.Fatal(err)
		}
		if got := h.roster(t, "2026-11-24", "2026-11-26"); !slices.Equal(got, []string{"cecilia 2026-11-24 08:00"}) {
			t.Errorf("given away: %q", got)
		}
	})
}

func TestSwapsAreRefused(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx, karin := t.Context(), h.who(t, "karin")
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		b := h.plan(t, "bengt", "2026-11-25 08:00", "2026-11-25 16:00")
		pair := h.planned(t, "amina", "2026-11-25 10:00", "2026-11-25 12:00")
		pair.Pair = true
		if _, err := h.Plan(ctx, karin, pair); err != nil {
			t.Fatal(err)
		}
		offer := func() shift.Offer {
			o, err := h.OfferSwap(ctx, h.who(t, "amina"), shift.Wish{Shift: a.ID, For: b.ID})
			if err != nil {
				t.Fatal(err)
			}
			return o
		}
		if _, err := h.OfferSwap(ctx, h.who(t, "bengt"), shift.Wish{Shift: a.ID, For: b.ID}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody else's shift: %v", err)
		}
		_, err := h.OfferSwap(ctx, h.who(t, "amina"), shift.Wish{Shift: a.ID})
		wrong(t, err, fault.Invalid, "to", "to nobody")
		o := offer()
		before := h.size(t)
		if err := h.AcceptSwap(ctx, h.who(t, "bengt"), o.ID); !fault.Is(err, fault.Conflict) { // she shares the other already
			t.Errorf("two at once for her: %v", err)
		}
		if got := h.size(t); got != before || len(h.roster(t, "2026-11-24", "2026-11-26")) != 3 {
			t.Errorf("a refused swap left %d entries", got-before)
		}
		p := h.planned(t, "amina", "2026-11-24 08:00", "2026-11-24 17:00")
		if _, err := h.Change(ctx, karin, a.ID, 1, p, ""); err != nil {
			t.Fatal(err)
		}
		if err := h.AcceptSwap(ctx, h.who(t, "bengt"), o.ID); !fault.Is(err, fault.Conflict) {
			t.Errorf("of a shift that has changed: %v", err)
		}
		o = offer()
		h.travel(t, "2026-11-24 08:00")
		if err := h.AcceptSwap(ctx, h.who(t, "bengt"), o.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("of a shift that has begun: %v", err)
		}
		if all, err := h.Offers(ctx, h.who(t, "bengt")); err != nil || len(all) != 0 {
			t.Errorf("an offer that is too late still waits: %+v, %v", all, err)
		}
	})
}

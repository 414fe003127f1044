package signin_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/signin"
)

func TestTheSecondStep(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		if step := h.password("amina@umea.se"); step.Secret == "" || step.Ticket != "" {
			t.Fatalf("without a second step: %+v", step)
		}
		offer, reserves := h.enrolled()
		if len(reserves) != signin.Reserves || len(slices.Compact(slices.Sorted(slices.Values(reserves)))) != signin.Reserves {
			t.Fatalf("%d reserve codes", len(reserves))
		}
		h.clock.Move(time.Minute)
		step := h.password("amina@umea.se")
		if step.Secret != "" || step.Ticket == "" {
			t.Fatal("the password is enough")
		}
		_, _, err := h.room.Second(ctx, step.Ticket, "000000", here)
		h.is("a guess", err, fault.Invalid)
		_, _, err = h.room.Second(ctx, "guess", h.code(offer), here)
		h.is("somebody else's browser", err, fault.SignIn)
		code := h.code(offer)
		secret, s, err := h.room.Second(ctx, step.Ticket, " "+code[:3]+" "+code[3:], here)
		h.must(err)
		if s.How != people.HowCode || s.Person != h.amina.ID {
			t.Errorf("%+v", s)
		}
		h.enters(secret)
		_, _, err = h.room.Second(ctx, step.Ticket, code, here)
		h.is("the ticket again", err, fault.SignIn)

		again := h.password("amina@umea.se")
		_, _, err = h.room.Second(ctx, again.Ticket, code, here)
		h.is("the same code again", err, fault.Invalid)
		h.clock.Move(11 * time.Minute)
		_, _, err = h.room.Second(ctx, again.Ticket, h.code(offer), here)
		h.is("too late", err, fault.SignIn)
	})
}

func TestTheSecondStepIsThrottled(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		offer, _ := h.enrolled()
		h.clock.Move(time.Hour)
		step := h.password("amina@umea.se")
		for i := range 7 {
			_, _, err := h.room.Second(t.Context(), step.Ticket, "00000"+string(rune('0'+i)), here)
			if fault.Is(err, fault.TooSoon) {
				_, _, err = h.room.Second(t.Context(), step.Ticket, h.code(offer), here)
				h.is("the right one, but too soon", err, fault.TooSoon)
				if n := slices.Index(h.kinds(h.amina.ID), "signin.failed"); n < 0 {
					t.Error("guesses are not on the record")
				}
				return
			}
		}
		t.Error("one may guess for ever")
	})
}

func TestReserveCodesWorkOnceEach(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, reserves := h.enrolled()
		h.clock.Move(time.Hour)
		step := h.password("amina@umea.se")
		secret, s, err := h.room.Second(ctx, step.Ticket, strings.ToUpper(reserves[3]), here)
		h.must(err)
		if s.How != people.HowRecovery {
			t.Errorf("%+v", s)
		}
		a, session := h.enters(secret)
		if f, err := h.room.Factors(ctx, a); err != nil || f.Reserves != signin.Reserves-1 {
			t.Errorf("%+v, %v", f, err)
		}
		_, _, err = h.room.Second(ctx, h.password("amina@umea.se").Ticket, reserves[3], here)
		h.is("the same again", err, fault.Invalid)
		fresh, err := h.room.Renew(ctx, a, session)
		h.must(err)
		_, _, err = h.room.Second(ctx, h.password("amina@umea.se").Ticket, reserves[4], here)
		h.is("an old one", err, fault.Invalid)

		one, other := h.password("amina@umea.se").Ticket, h.password("amina@umea.se").Ticket
		var wg sync.WaitGroup
		errs := make([]error, 2)
		for i, ticket := range []string{one, other} {
			wg.Go(func() { _, _, errs[i] = h.room.Second(ctx, ticket, fresh[0], here) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("two with the same code at once: %v", errs)
		}
	})
}

func TestWhoOnlyKnowsThePasswordAddsNothing(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		a, weak := h.enters(h.password("amina@umea.se").Secret) // a thief, before she has a second step
		offer, _ := h.enrolled()
		_, err := h.room.OfferCode(ctx, a, weak)
		h.is("a second step of the thief's", err, fault.Forbidden)
		_, _, err = h.room.AskNewPasskey(ctx, a, weak)
		h.is("a passkey of the thief's", err, fault.Forbidden)
		_, err = h.room.Renew(ctx, a, weak)
		h.is("reserve codes", err, fault.Forbidden)
		h.clock.Move(time.Minute)
		h.is("taking it away", h.room.Drop(ctx, a, weak, h.code(offer)), fault.Forbidden)

		secret, _, err := h.room.Second(ctx, h.password("amina@umea.se").Ticket, h.code(offer), here)
		h.must(err)
		_, strong := h.enters(secret)
		h.is("without showing it", h.room.Drop(ctx, a, strong, "123456"), fault.Invalid)
		h.clock.Move(time.Minute)
		h.must(h.room.Drop(ctx, a, strong, h.code(offer)))
		if step := h.password("amina@umea.se"); step.Secret == "" {
			t.Error("it is still asked for")
		}
	})
}

func TestANewPasswordIsNotATelephone(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		h.enrolled()
		w, err := h.people.Invite(t.Context(), people.Console(h.clock.Now()), h.amina.ID)
		h.must(err)
		h.must(ignore(h.people.Accept(t.Context(), w.Secret, "helt andra ord den här gången")))
		step, err := h.room.Onwards(t.Context(), h.amina.ID, here)
		if err != nil || step.Secret != "" || step.Ticket == "" {
			t.Errorf("%+v, %v", step, err)
		}
	})
}

func TestAColleagueHelpsWhoHasLostAll(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		h.enrolled()
		h.is("she herself", h.room.Release(ctx, h.load(h.amina), h.amina.ID), fault.Forbidden)
		h.is("an administrator for herself", h.room.Release(ctx, h.load(h.kim), h.kim.ID), fault.Forbidden)
		h.must(h.room.Release(ctx, h.load(h.kim), h.amina.ID))
		if h.password("amina@umea.se").Secret == "" {
			t.Error("it is still asked for")
		}
		h.is("twice", h.room.Release(ctx, h.load(h.kim), h.amina.ID), fault.Gone)
	})
}

func TestNoSecretsOnTheRecord(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		offer, reserves := h.enrolled()
		e, err := h.room.SealEnvelope(t.Context(), people.Console(h.clock.Now()), "nod@umea.se")
		h.must(err)
		entries, err := h.store.Entries(t.Context(), 0, 1000)
		h.must(err)
		for _, entry := range entries {
			for _, v := range entry.Say {
				s, _ := v.(string)
				for _, secret := range append(reserves, e.Password, offer.Ticket, strings.ReplaceAll(offer.Secret, " ", "")) {
					if strings.Contains(s, secret) {
						t.Errorf("%s tells %q", entry.Kind, s)
					}
				}
			}
		}
		if s := e.String() + offer.String(); strings.Contains(s, e.Password) || strings.Contains(s, offer.Secret) {
			t.Error("a log would tell")
		}
	})
}

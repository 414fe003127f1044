package shift_test

import (
	"testing"
	"time"

	"tilltal/desk/account"
	"tilltal/desk/shift"
)

// TestWhoSpeaksIsToldAsTheAccountSigns: her consent is not enough where the account keeps its people's names to itself.
func TestWhoSpeaksIsToldAsTheAccountSigns(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		if _, err := h.Plan(ctx, h.who(t, "karin"), h.planned(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")); err != nil {
			t.Fatal(err)
		}
		if err := h.Present(ctx, h.who(t, "amina"), shift.Presentation{Words: "Jag sköter rabatterna.", Consent: true}); err != nil {
			t.Fatal(err)
		}
		accounts := account.New(h.store, h.staff, h.clock)
		for _, c := range []struct {
			form account.Signing
			unit string
			many int
		}{{account.SignName, "", 1}, {account.SignAccount, "", 0}, {account.SignUnit, "Parkenheten", 1}} {
			a, err := accounts.Account(ctx, h.account.ID)
			if err != nil {
				t.Fatal(err)
			}
			h.clock.Move(time.Second)
			a.Charter.Signature = c.form
			if _, err := accounts.Recharter(ctx, h.who(t, "olle"), a.ID, a.Charter); err != nil {
				t.Fatal(err)
			}
			all, err := h.Speaking(ctx, a.ID, at(t, "2026-11-24 12:00"))
			if err != nil || len(all) != c.many {
				t.Fatalf("%s: %+v, %v", c.form, all, err)
			}
			if c.many == 1 && (all[0].GivenName != "amina" || all[0].Unit != c.unit || all[0].Words != "Jag sköter rabatterna.") {
				t.Errorf("%s: %+v", c.form, all[0])
			}
		}
	})
}

package settings_test

import (
	"net/http"
	"slices"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/people"
)

func TestWhichRolesAPasswordIsNotEnoughFor(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		kim := h.kim()
		if a := kim.Get("/installningar/inloggning"); a.Status != http.StatusOK || !a.Has("Ett lösenord räcker för alla.", "Ingen är ansluten.", "tilltal person break-glass") {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		if a := kim.Follow("/installningar/inloggning", form("roles", "administrator", "roles", "owner")); !a.Has("Ett lösenord räcker inte för: administratör, kontoansvarig.", "Sparat.") {
			t.Errorf("%s", a.Body)
		}
		if a := kim.Post("/installningar/inloggning", form("roles", "kung")); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("%d", a.Status)
		}
		if a := kim.Follow("/installningar/inloggning", nil); !a.Has("Ett lösenord räcker för alla.") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.amina()).Post("/installningar/inloggning", form("roles", "owner")); a.Status != http.StatusForbidden {
			t.Errorf("an owner: %d", a.Status)
		}
	})
}

func TestTheAlarmOfTheBreakGlassAccount(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		e, err := h.ways.SealEnvelope(t.Context(), people.Console(c.Now()), "nod@umea.se")
		if err != nil {
			t.Fatal(err)
		}
		kim := h.kim()
		if a := kim.Get("/installningar/inloggning"); !a.Has("nod@umea.se", "Aldrig använt.") || a.Has("Nödkontot har använts") {
			t.Errorf("%s", a.Body)
		}
		if _, err := h.ways.Password(t.Context(), people.Attempt{Email: "nod@umea.se", Password: e.Password}); err != nil {
			t.Fatal(err)
		}
		for _, page := range []string{"/installningar", "/installningar/inloggning"} {
			if a := kim.Get(page); !a.Has("Nödkontot har använts", "nod@umea.se") {
				t.Errorf("%s: %s", page, a.Body)
			}
		}
		at := "/installningar/inloggning/larm/" + e.Person.ID
		if a := h.as(e.Person.ID).Post(at, form("words", "Inget.")); a.Status != http.StatusForbidden {
			t.Errorf("by herself: %d", a.Status)
		}
		if a := kim.Post(at, form("words", "")); a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv vad som hände") {
			t.Errorf("%d", a.Status)
		}
		if a := kim.Follow(at, form("words", "Strömavbrott hos leverantören.")); !a.Has("Larmet är avstängt.") || a.Has("Nödkontot har använts") {
			t.Errorf("%s", a.Body)
		}
		if !slices.Contains(h.acts(e.Person.ID), "breakglass.reviewed") {
			t.Errorf("%v", h.acts(e.Person.ID))
		}
	})
}

// TestWhoHasLostHerPhoneIsHelped: the desk asks first, and says what follows; a look at the question takes nothing away.
func TestWhoHasLostHerPhoneIsHelped(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		at := "/installningar/kollegor/" + h.amina()
		ask := at + "/andra-steget"
		if a := h.kim().Get(at); !a.Has("Har tappat telefonen …", `href="`+ask+`"`) || a.Has(`action="`+ask+`"`) {
			t.Errorf("%s", a.Body)
		}
		if a := h.kim().Post(ask, nil); a.Status != http.StatusGone {
			t.Errorf("with nothing to lose: %d", a.Status)
		}
		h.enrol(h.amina(), c)
		if a := h.kim().Get(ask); a.Status != http.StatusOK || !a.Has("Ta bort andra steget för Amina Berg?", "Försäkra dig först", "Logga ut överallt", `href="`+at+`"`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if _, err := h.store.Enrolment(t.Context(), h.amina()); err != nil {
			t.Errorf("looking at the question: %v", err)
		}
		if a := h.as(h.amina()).Get(ask); a.Status != http.StatusForbidden {
			t.Errorf("an owner: %d", a.Status)
		}
		if a := h.kim().Follow(ask, nil); !a.Has("Andra steget och inloggningsnycklarna är borttagna.") {
			t.Errorf("%s", a.Body)
		}
		if _, err := h.store.Enrolment(t.Context(), h.amina()); !fault.Is(err, fault.NotFound) {
			t.Errorf("afterwards: %v", err)
		}
	})
}

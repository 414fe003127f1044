package accounts_test

import (
	"net/http"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/staff/charter"
)

func TestTheRegister(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		if a := h.as(h.kim).Get("/konton"); !a.Has("Parken", "@parken@torget.example.se", "Nytt konto") || a.Has("för få ansvariga") {
			t.Errorf("%s", a.Body)
		}
		if err := h.people.Leave(t.Context(), people.Console(c.Now()), h.lars); err != nil {
			t.Fatal(err)
		}
		if a := h.as(h.noor).Get("/konton"); !a.Has("Parken", "för få ansvariga") || a.Has("Nytt konto") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.noor).Get(h.at); !a.Has("Kontot har för få ansvariga") {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestOnlyHersIsShown(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		other := account.Blank(guideline.ProfileHealth)
		other.Name, other.Purpose = "Vården", "Vi berättar om vården."
		opened, err := h.accounts.Open(t.Context(), people.Console(c.Now()), account.Plan{Handle: "varden", Charter: other, Owners: []string{h.amina, h.lars}})
		if err != nil {
			t.Fatal(err)
		}
		b := h.as(h.noor)
		if a := b.Get("/konton"); a.Has("Vården") {
			t.Errorf("%s", a.Body)
		}
		for _, page := range []string{"", "/rutin", "/ansvariga", "/historik"} {
			if a := b.Get("/konton/" + opened.ID + page); a.Status != http.StatusForbidden {
				t.Errorf("%s: %d", page, a.Status)
			}
			if a := b.Get("/konton/finnsinte" + page); a.Status != http.StatusNotFound {
				t.Errorf("%s of none: %d", page, a.Status)
			}
			if a := b.Get(h.at + page); a.Status != http.StatusOK {
				t.Errorf("%s of hers: %d", page, a.Status)
			}
		}
	})
}

func TestTheDescriptionIsChanged(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as(h.amina)
		if a := b.Get(h.at); !a.Has("Vi berättar om parken.", "Måndag–fredag 08:00–16:00", "Inom 1 arbetsdag", "Amina Berg", "Lars Åkesson", "Ändra beskrivningen", "Stäng kontot") {
			t.Fatalf("%s", a.Body)
		}
		if a := b.Get(h.at + "/beskrivning"); !a.Has(`name="number" value="1"`, "måndag–fredag 08:00–16:00") {
			t.Fatalf("%s", a.Body)
		}
		now, _ := h.accounts.Account(t.Context(), h.parken)
		f := charter.Values(now.Charter, "", lingo.SV)
		f.Set("number", "1")
		if a := b.Post(h.at+"/beskrivning", f); a.Status != http.StatusUnprocessableEntity || !a.Has("Du har inte ändrat något.") {
			t.Errorf("%d", a.Status)
		}
		f.Set("hours", "ibland")
		f.Set("purpose", "Parken & vi")
		f.Set("name", "")
		if a := b.Post(h.at+"/beskrivning", f); a.Status != http.StatusUnprocessableEntity || !a.Has("hours-fel", "name-fel", `value="ibland"`, "Parken &amp; vi") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		f.Set("hours", "mån–fre 10–14")
		f.Set("name", "Parken")
		f.Set("talk", "Träd\nBuskar")
		a := b.Post(h.at+"/beskrivning", f)
		if a.Status != http.StatusOK || !a.Has("Det här ändrar du på Parken", "<ins", "Det här pratar vi om", "I sak", "Bara ord", `name="talk"`) {
			t.Errorf("what changes: %d\n%s", a.Status, a.Body)
		}
		f.Set("last", "1")
		if a := b.Post(h.at+"/beskrivning", f); a.Status != http.StatusUnprocessableEntity || !a.Has("sort-fel") {
			t.Errorf("without saying of what sort: %d", a.Status)
		}
		f.Set("andra", "1")
		if a := b.Post(h.at+"/beskrivning", f); a.Status != http.StatusOK || !a.Has(`name="hours"`, "10–14", "Träd") {
			t.Errorf("more to change: %d", a.Status)
		}
		f.Del("andra")
		f.Set("sort", "wording")
		if a := b.Follow(h.at+"/beskrivning", f); !a.Has("Den nya beskrivningen gäller nu.", "10:00–14:00", "Parken &amp; vi") {
			t.Errorf("%s", a.Body)
		}
		f.Set("place", "Umeå")
		a = h.as(h.lars).Post(h.at+"/beskrivning", f)
		if a.Status != http.StatusConflict || !a.Has("En kollega har nyss ändrat beskrivningen.", `value="Umeå"`, `name="number" value="2"`) {
			t.Errorf("from an old one: %d\n%s", a.Status, a.Body)
		}
		if a := b.Get(h.at + "/historik"); !a.Has("Version 2, i dag kl. 12:00", "Amina Berg", "Ändrat: Syfte, Öppettider, Det här pratar vi om. Bara ord.", "Den första.", "Rutiner") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.noor).Get(h.at + "/beskrivning"); a.Status != http.StatusForbidden {
			t.Errorf("a voice: %d", a.Status)
		}
	})
}

func TestOpening(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as(h.kim)
		if a := b.Get("/konton/nytt"); !a.Has("Amina Berg, Parkenheten", "Kontoansvarig 3", `value="Organization" checked`) {
			t.Fatalf("%s", a.Body)
		}
		f := charter.Values(account.Blank(guideline.ProfileMunicipality), "", lingo.SV)
		f.Set("handle", "Parkens konto")
		f.Set("hours", "ibland")
		f.Set("owner.1", h.amina)
		a := b.Post("/konton/nytt", f)
		if a.Status != http.StatusUnprocessableEntity || !a.Has("handle-fel", "hours-fel", "name-fel", "purpose-fel", `value="Parkens konto"`, `value="`+h.amina+`" selected`) {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		f.Set("handle", "biblioteket")
		f.Set("hours", "mån–fre 8–16")
		f.Set("name", "Biblioteket")
		f.Set("purpose", "Vi berättar om böcker.")
		f.Set("kind", "Service")
		if a := b.Post("/konton/nytt", f); a.Status != http.StatusUnprocessableEntity || !a.Has("owner.1-fel", "minst två kontoansvariga") {
			t.Errorf("one owner: %d", a.Status)
		}
		f.Set("owner.2", h.noor)
		if a := b.Follow("/konton/nytt", f); !a.Has("Kontot är öppet.", "Biblioteket", "Noor Ali", "@biblioteket@torget.example.se") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Post("/konton/nytt", f); a.Status != http.StatusUnprocessableEntity || !a.Has("Det finns redan ett konto") {
			t.Errorf("twice: %d", a.Status)
		}
		if opened, err := h.accounts.ByHandle(t.Context(), "biblioteket"); err != nil || opened.Kind != account.KindService {
			t.Errorf("%+v, %v", opened, err)
		}
	})
}

func TestClosing(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as(h.amina)
		if a := b.Get(h.at + "/stang"); !a.Has("Stäng Parken?", "Det går inte att ångra.") {
			t.Fatalf("%s", a.Body)
		}
		if a := b.Post(h.at+"/stang", form("reason", " ")); a.Status != http.StatusUnprocessableEntity || !a.Has("reason-fel") {
			t.Errorf("%d", a.Status)
		}
		if a := b.Post(h.at+"/stang", form("reason", "Parken är ett hus nu.")); a.Location != "/konton" {
			t.Errorf("%d %s", a.Status, a.Location)
		}
		a := h.as(h.kim).Get(h.at)
		if !a.Has("Kontot stängdes 23 november 2026") || a.Has("Stäng kontot") || a.Has("för få") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.kim).Get("/konton"); !a.Has("Stängda konton", "stängt") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.kim).Post(h.at+"/stang", form("reason", "Igen")); a.Status != http.StatusGone {
			t.Errorf("twice: %d", a.Status)
		}
		if a := h.as(h.kim).Get(h.at + "/ansvariga"); a.Status != http.StatusOK || a.Has("Utse någon") {
			t.Errorf("%s", a.Body)
		}
	})
}

package accounts_test

import (
	"net/http"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/account"
	"tilltal/web/staff/accounts"
)

func TestAnAccountOnAnotherNetwork(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as(h.amina)
		f := form("network", "facebook", "address", "http://facebook.com/parken", "name", "Parken på Facebook", "unit", "Parkenheten", "purpose", "Bilder.",
			"account", h.parken, "opened", "i fjol", "number", "0")
		if a := b.Post("/register/nytt", f); a.Status != http.StatusUnprocessableEntity || !a.Has("opened-fel", "Parken på Facebook") {
			t.Errorf("%d", a.Status)
		}
		f.Set("opened", "2019-05-20")
		if a := b.Post("/register/nytt", f); a.Status != http.StatusUnprocessableEntity || !a.Has("address-fel") {
			t.Errorf("%d", a.Status)
		}
		f.Set("address", "https://www.facebook.com/parken")
		a := b.Post("/register/nytt", f)
		if a.Status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		at := a.Location
		if a := b.Get(at); !a.Has("Registret är ändrat.", "https://www.facebook.com/parken", "20 maj 2019", "Nästa genomgång senast", "Ändra uppgifterna") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.kim).Get("/konton"); !a.Has("På andra nätverk", "Parken på Facebook", "Facebook · Parkenheten") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(at + "/andra"); !a.Has(`value="https://www.facebook.com/parken"`, `name="number" value="1"`, `value="2019-05-20"`) {
			t.Errorf("%s", a.Body)
		}
		f.Set("number", "1")
		f.Set("closed", "2026-11-22")
		if a := b.Follow(at+"/andra", f); !a.Has("Kontot stängdes 22 november 2026.") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Post(at+"/andra", f); a.Status != http.StatusConflict || !a.Has(`name="number" value="2"`) {
			t.Errorf("from an old one: %d", a.Status)
		}
		if a := h.as(h.noor).Post("/register/nytt", f); a.Status != http.StatusForbidden {
			t.Errorf("a voice: %d", a.Status)
		}
	})
}

func TestTheYearlyReview(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b, at := h.as(h.amina), h.at+"/genomgang"
		if a := b.Get(at); !a.Has("Nästa genomgång senast 23 december 2026", "C-210/16", "Har någon uppsikt") {
			t.Errorf("%s", a.Body)
		}
		c.Move(31 * 24 * time.Hour)
		if a := h.as(h.amina).Get("/konton"); !a.Has("genomgång försenad") {
			t.Errorf("%s", a.Body)
		}
		f := form("purpose", "ja", "agreement", "nej", "retention", "ja", "supervision", "ja")
		if a := b.Post(at, f); a.Status != http.StatusUnprocessableEntity || !a.Has("controllership-fel", "agreement.words-fel", "Genomgången skulle ha gjorts") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		f.Set("controllership", "ja")
		f.Set("agreement.words", "Vi skriver ett nytt.")
		if a := b.Follow(at, f); !a.Has("Genomgången är sparad.", "Nästa genomgång senast 24 december 2027", "Att göra: 1.", "Vi skriver ett nytt.", "Amina Berg") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.noor).Get(at); a.Status != http.StatusOK || a.Has("Spara genomgången") {
			t.Errorf("a voice: %d", a.Status)
		}
		duties, err := h.accounts.Duties(t.Context())
		if err != nil || len(duties) != 1 || duties[0].Last == nil || len(duties[0].Last.Answers) != len(account.Checklist) {
			t.Errorf("%+v, %v", duties, err)
		}
	})
}

func TestTheRulesOfAMoment(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		began := c.Now()
		change := func(rules, place string) {
			t.Helper()
			c.Move(24 * time.Hour)
			amina, _ := h.people.Load(t.Context(), h.amina)
			now, _ := h.accounts.Account(t.Context(), h.parken)
			next := now.Charter
			next.Rules, next.Place = rules, place
			if _, err := h.accounts.Recharter(t.Context(), amina, h.parken, next); err != nil {
				t.Fatal(err)
			}
		}
		change("Var snäll.", "Umeå")
		change("Var snäll.", "Luleå")
		change("Var sak.", "Luleå")
		b := h.as(h.noor)
		if a := b.Get(accounts.RulesAt(h.parken, began.Add(time.Hour))); !a.Has("Vi tar aldrig bort kritik mot oss.", "De gällde från 23 november kl. 12:00 till 24 november kl. 12:00") {
			t.Errorf("the first: %s", a.Body)
		}
		if a := b.Get(accounts.RulesAt(h.parken, began.Add(50*time.Hour))); !a.Has("Var snäll.", "De gällde från 24 november kl. 12:00 till i dag kl. 12:00") {
			t.Errorf("over two versions: %s", a.Body)
		}
		if a := b.Get(accounts.RulesAt(h.parken, c.Now())); !a.Has("Var sak.", "gäller nu") {
			t.Errorf("now: %s", a.Body)
		}
		for _, at := range []string{"?nar=2020-01-01T00:00:00Z", "?nar=igar", ""} {
			if a := b.Get(h.at + "/regler" + at); a.Status != http.StatusNotFound {
				t.Errorf("%s: %d", at, a.Status)
			}
		}
	})
}

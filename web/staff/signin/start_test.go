package signin_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/web/staff/signin"
)

// first are the fields of each step, as a person fills them in.
var first = [][]string{
	{"kod", "katt hund2345", "authority.name", "Umeå kommun", "authority.contact", "registrator@umea.se", "authority.language", "sv"},
	{"admin.name", "Kim Ek", "admin.unit", "IT", "admin.email", "kim@umea.se"},
	{"account.name", "Parken", "account.handle", "parken", "account.purpose", "Vi berättar om parken.", "account.profile", "municipality", "account.hours", "mån–fre 9–15", "account.promise", "4h",
		"account.place", "Umeå", "account.audience", "Alla", "account.purposes", "Varna\r\nBerätta", "account.rules", "Håll dig till ämnet.", "account.retention", ""},
	{"owners.me", "1", "owners.2.name", "Amina Berg", "owners.2.email", "amina@umea.se", "admin.password", good},
}

func TestTheFirstStart(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, _ *clock.Fixed) {
		b := h.Nobody()
		for _, path := range []string{"/", "/logga-in", "/logga-in?till=/idag"} {
			if a := b.Get(path); a.Status != http.StatusSeeOther || a.Location != "/borja" {
				t.Fatalf("%s: %d %s", path, a.Status, a.Location)
			}
		}
		a := b.Get("/borja?kod=" + code)
		if !a.Has("Steg 1 av 4", `value="https://torget.example.se"`, `value="`+code+`"`) {
			t.Fatalf("%s", a.Body)
		}
		for n, fields := range first {
			a = b.Post("/borja", with(hidden(a.Body), fields...))
			if a.Status != http.StatusOK {
				t.Fatalf("step %d: %d\n%s", n+1, a.Status, a.Body)
			}
			if n < 3 && strings.Contains(a.Body, good) {
				t.Errorf("the password stands in step %d", n+1)
			}
		}
		if !a.Has("Skrivbordet är igång", "Amina Berg", "https://torget.example.se/valkommen/") || a.Has("Kim Ek") {
			t.Errorf("%s", a.Body)
		}
		if b.Get("/idag").Status != http.StatusOK || h.Nobody().Get("/").Status != http.StatusOK {
			t.Error("the desk is not open")
		}
		link := regexp.MustCompile(`/valkommen/[^<]+`).FindString(a.Body)
		if a := h.Nobody().Get(link); !a.Has("Välkommen, Amina") {
			t.Errorf("%s: %d", link, a.Status)
		}
		checkStarted(t, s)
		for _, a := range []int{b.Get("/borja").Status, b.Post("/borja", url.Values{"kod": {code}}).Status} {
			if a != http.StatusSeeOther {
				t.Errorf("a second start: %d", a)
			}
		}
	})
}

// TestAnotherLanguageInTheMiddleOfTheFirstStart: what has been typed, in this step and those before it, is still there, and
// nothing is asked of it yet.
func TestAnotherLanguageInTheMiddleOfTheFirstStart(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, _ *clock.Fixed) {
		b := h.Nobody()
		a := b.Get("/borja?kod=" + code)
		for _, fields := range first[:2] {
			a = b.Post("/borja", with(hidden(a.Body), fields...))
		}
		half := []string{"account.name", "Parken", "account.purpose", "Vi berättar", "account.hours", "ibland"}
		a = b.Post("/borja", with(hidden(a.Body), append(half, "lang", "en")...))
		if a.Status != http.StatusOK || !a.Has(`<html lang="en"`, "Step 3 of 4", `value="Parken"`, "Vi berättar", "ibland", `value="Umeå kommun"`, `value="kim@umea.se"`, `form="borja"`) || a.Has("-fel") {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		if b.Cookie("sprak") != "en" || a.Has(`type="hidden" name="lang"`) {
			t.Errorf("the choice is not remembered, or travels on: %q %s", b.Cookie("sprak"), a.Body)
		}
		a = b.Post("/borja", with(hidden(a.Body), append(half, "theme", "dark")...))
		if a.Status != http.StatusOK || !a.Has("Step 3 of 4", `data-theme="dark"`, `value="Parken"`) || b.Cookie("tema") != "dark" {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		for _, fields := range first[2:] {
			a = b.Post("/borja", with(hidden(a.Body), fields...))
		}
		if !a.Has("Amina Berg", "/valkommen/") {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		checkStarted(t, s)
	})
}

func checkStarted(t *testing.T, s *store.Store) {
	t.Helper()
	set, err := s.Settings(t.Context())
	if err != nil || set.Name != "Umeå kommun" || set.Base != "https://torget.example.se" {
		t.Errorf("%+v, %v", set, err)
	}
	a, err := s.AccountByHandle(t.Context(), "parken")
	if err != nil || a.Hours.String() != "mon-fri 09:00-15:00" || a.Promise.String() != "4h" || len(a.Purposes) != 2 || a.Retention != "" {
		t.Errorf("%+v, %v", a, err)
	}
	mandates, err := s.MandatesAt(t.Context(), a.ID)
	if err != nil || len(mandates) != 2 || mandates[0].Role != people.Owner {
		t.Errorf("%+v, %v", mandates, err)
	}
}

func TestTheFirstStartTakesTheCode(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		b := h.Nobody()
		page := b.Get("/borja").Body
		for n := range 10 {
			a := b.Post("/borja", with(with(hidden(page), first[0]...), "kod", "ABCD-EFGH-IJKL"))
			if a.Status != http.StatusUnprocessableEntity || !a.Has("Koden stämmer inte.", "Umeå kommun", "Steg 1 av 4") {
				t.Fatalf("try %d: %d\n%s", n, a.Status, a.Body)
			}
		}
		if a := b.Post("/borja", with(hidden(page), first[0]...)); a.Status != http.StatusTooManyRequests {
			t.Errorf("after ten tries: %d", a.Status)
		}
		c.Move(1e12)
		all := with(hidden(page), "steg", "4")
		for _, fields := range first {
			all = with(all, fields...)
		}
		all.Set("kod", "")
		if a := b.Post("/borja", all); a.Status != http.StatusUnprocessableEntity || !a.Has("Steg 1 av 4") {
			t.Errorf("the last step without the code: %d", a.Status)
		}
		if any, err := s.AnyPerson(t.Context()); any || err != nil {
			t.Errorf("somebody was hired: %v", err)
		}
	})
}

func TestAStepSaysWhatToMendAndKeepsTheRest(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *store.Store, _ *clock.Fixed) {
		b := h.Nobody()
		all := hidden(b.Get("/borja?kod=" + code).Body)
		for _, tc := range []struct {
			step   string
			fields []string
			says   []string
		}{
			{"1", []string{"kod", code, "authority.name", "", "authority.contact", "registrator"}, []string{"Steg 1 av 4", "2 saker att rätta", `value="registrator"`}},
			{"2", []string{"admin.name", "Kim Ek", "admin.email", "kim"}, []string{"Steg 2 av 4", "admin.email-fel", `value="Kim Ek"`}},
			{"3", []string{"account.name", "Parken", "account.handle", "Parkens konto", "account.purpose", "Park.", "account.promise", "1d", "account.hours", "ibland", "account.rules", "R", "account.purposes", "V", "account.profile", "municipality"},
				[]string{"Steg 3 av 4", "account.hours-fel", "account.handle-fel", `value="ibland"`, `value="Parkens konto"`}},
			{"4", []string{"owners.3.name", "Amina Berg", "owners.3.email", "amina", "admin.password", "kort"}, nil},
		} {
			all = with(all, append([]string{"steg", tc.step}, tc.fields...)...)
			a := b.Post("/borja", all)
			if a.Status != http.StatusUnprocessableEntity || !a.Has(tc.says...) || a.Has(`value="kort"`) {
				t.Errorf("step %s: %d\n%s", tc.step, a.Status, a.Body)
			}
		}
	})
}

func TestTheLastStepPointsAtTheOwnersRow(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *store.Store, _ *clock.Fixed) {
		b := h.Nobody()
		all := hidden(b.Get("/borja?kod=" + code).Body)
		for _, fields := range first[:3] {
			all = with(all, fields...)
		}
		all = with(all, "steg", "4", "owners.3.name", "Amina Berg", "owners.3.email", "amina", "admin.password", "kort")
		a := b.Post("/borja", all)
		if !a.Has("Steg 4 av 4", "owners.3.email-fel", "owners.1.name-fel", "admin.password-fel", `value="Amina Berg"`) {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		all = with(all, "ga", "bak")
		if a := b.Post("/borja", all); !a.Has("Steg 3 av 4", `value="Parken"`, `name="owners.3.name" value="Amina Berg"`) || a.Status != http.StatusOK || a.Has(`value="kort"`) {
			t.Errorf("back: %d\n%s", a.Status, a.Body)
		}
	})
}

func TestSetupCode(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		c := signin.NewSetupCode()
		if len(c) != 14 || seen[c] || strings.Count(c, "-") != 2 {
			t.Fatalf("%q", c)
		}
		seen[c] = true
	}
	if a := signin.StartAddress("http://127.0.0.1:8080/", "A-B"); a != "http://127.0.0.1:8080/borja?kod=A-B" {
		t.Error(a)
	}
}

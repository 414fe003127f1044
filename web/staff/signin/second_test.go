package signin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/store"
)

// enrols gives Kim a second step, and returns what makes its codes and a reserve code.
func (h *house) enrols(t *testing.T, s *store.Store, c *clock.Fixed) (secret, reserve string) {
	t.Helper()
	kim, err := s.PersonByEmail(t.Context(), "kim@umea.se")
	if err != nil {
		t.Fatal(err)
	}
	a, err := h.people.Load(t.Context(), kim.ID)
	if err != nil {
		t.Fatal(err)
	}
	in := people.Session{How: people.HowPassword}
	o, err := h.ways.OfferCode(t.Context(), a, in)
	if err != nil {
		t.Fatal(err)
	}
	secret = strings.ReplaceAll(o.Secret, " ", "")
	reserves, err := h.ways.Enrol(t.Context(), a, in, o.Ticket, code6(t, secret, c))
	if err != nil {
		t.Fatal(err)
	}
	c.Move(time.Minute)
	return secret, reserves[0]
}

func code6(t *testing.T, secret string, c *clock.Fixed) string {
	t.Helper()
	s, err := totp.GenerateCode(secret, c.Now())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheSecondStepAtTheDoor(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		secret, reserve := h.enrols(t, s, c)
		b := h.Nobody()
		if a := b.Get("/logga-in/steg"); a.Location != "/logga-in" {
			t.Errorf("nobody waits: %d %s", a.Status, a.Location)
		}
		a := b.Post("/logga-in", with(sheet("kim@umea.se", good), "till", "/skriv"))
		if a.Status != http.StatusOK || !a.Has("<h1>Andra steget</h1>", `autocomplete="one-time-code"`, `name="till" value="/skriv"`) {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Get("/idag"); a.Status != http.StatusSeeOther {
			t.Error("the password was enough")
		}
		if a := h.Nobody().Post("/logga-in/steg", url.Values{"code": {code6(t, secret, c)}}); a.Status != http.StatusUnauthorized {
			t.Errorf("another browser: %d", a.Status)
		}
		a = b.Post("/logga-in/steg", url.Values{"code": {"000000"}, "till": {"/skriv"}})
		if a.Status != http.StatusUnprocessableEntity || !a.Has("Koden stämmer inte.", `value="/skriv"`) || a.Has("000000") {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		a = b.Post("/logga-in/steg", url.Values{"code": {code6(t, secret, c)}, "till": {"/skriv"}})
		if a.Status != http.StatusSeeOther || a.Location != "/skriv" {
			t.Fatalf("%d %s", a.Status, a.Location)
		}
		if a := b.Get("/idag"); a.Status != http.StatusOK {
			t.Errorf("inside: %d", a.Status)
		}
		other := h.Nobody()
		other.Post("/logga-in", sheet("kim@umea.se", good))
		if a := other.Post("/logga-in/steg", url.Values{"code": {reserve}}); a.Location != "/idag" {
			t.Errorf("a reserve code: %d %s", a.Status, a.Location)
		}
	})
}

func TestAnInterruptedFormSurvivesTheSecondStep(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		secret, _ := h.enrols(t, s, c)
		b := h.Nobody()
		a := b.Post("/skriv?konto=1", url.Values{"text": {"Natten blev lugn."}})
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", good))
		a = b.Post("/logga-in/steg", with(hidden(a.Body), "code", "1"))
		a = b.Post("/logga-in/steg", with(hidden(a.Body), "code", code6(t, secret, c)))
		if a.Status != http.StatusOK || !a.Has("Din text finns kvar", "Natten blev lugn.", `action="/skriv?konto=1"`) {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
	})
}

func TestANewPasswordAsksForTheSecondStepToo(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		h.enrols(t, s, c)
		kim, err := s.PersonByEmail(t.Context(), "kim@umea.se")
		if err != nil {
			t.Fatal(err)
		}
		w, err := h.people.Invite(t.Context(), people.Console(c.Now()), kim.ID)
		if err != nil {
			t.Fatal(err)
		}
		b := h.Nobody()
		if a := b.Post("/valkommen/"+w.Secret, url.Values{"password": {another}}); !a.Has("<h1>Andra steget</h1>") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Get("/idag"); a.Status != http.StatusSeeOther {
			t.Error("she is in")
		}
	})
}

func TestWithoutAProviderItsDoorsAreShut(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		b := h.Nobody()
		if a := b.Get("/logga-in"); a.Has("/logga-in/oidc") || !a.Has(`data-passkey="get"`) {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get("/logga-in/oidc"); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
		if a := b.Get("/logga-in/oidc/svar?code=x&state=y"); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
		if a := b.Post("/logga-in/oidc/utloggning", url.Values{"logout_token": {"x"}}); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
		if a := b.Post("/logga-in/inloggningsnyckel", url.Values{"answer": {"{}"}}); a.Status != http.StatusUnauthorized || !a.Has("Börja om från inloggningen.") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Post("/logga-in/inloggningsnyckel/fraga", nil); a.Status != http.StatusOK || !a.Has("challenge") || b.Cookie("__Host-tilltal-inloggningsnyckel") == "" {
			t.Errorf("%d", a.Status)
		}
	})
}

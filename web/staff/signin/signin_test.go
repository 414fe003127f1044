package signin_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/store"
	"tilltal/web/staff/signin"
	"tilltal/web/staff/stafftest"
)

func sheet(email, password string) url.Values {
	return url.Values{"email": {email}, "password": {password}}
}

func TestSigningInAndOut(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		b := h.Nobody()
		if a := b.Get("/idag"); a.Status != http.StatusSeeOther || a.Location != "/logga-in?till=%2Fidag" {
			t.Fatalf("%d %s", a.Status, a.Location)
		}
		if a := b.Get("/logga-in?till=%2Fskriv%3Fa%3D1"); !a.Has("Umeå kommun", `name="till" value="/skriv?a=1"`, "<h1>Logga in</h1>") || a.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s", a.Body)
		}
		a := b.Post("/logga-in", with(sheet("Kim@Umea.se ", good), "till", "/skriv?a=1"))
		if a.Status != http.StatusSeeOther || a.Location != "/skriv?a=1" {
			t.Fatalf("%d %s", a.Status, a.Location)
		}
		if a := b.Get("/idag"); a.Status != http.StatusOK {
			t.Errorf("inside: %d", a.Status)
		}
		if a := b.Get("/logga-in?till=/idag"); a.Location != "/idag" {
			t.Errorf("signed in already: %d %s", a.Status, a.Location)
		}
		if a := b.Follow("/logga-ut", nil); !a.Has("Du är utloggad.") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get("/idag"); a.Status != http.StatusSeeOther {
			t.Errorf("outside: %d", a.Status)
		}
	})
}

func TestAWrongPasswordKeepsTheAddress(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		b := h.Nobody()
		for range 5 {
			a := b.Post("/logga-in", with(sheet("amina@umea.se", "fel"), "till", "/skriv"))
			if a.Status != http.StatusUnauthorized || !a.Has(`value="amina@umea.se"`, `value="/skriv"`, "stämmer inte", "1 sak att rätta") || a.Has(`value="fel"`) {
				t.Fatalf("%d\n%s", a.Status, a.Body)
			}
		}
		a := b.Post("/logga-in", sheet("amina@umea.se", "fel"))
		if a.Status != http.StatusTooManyRequests || a.Header.Get("Retry-After") == "" || !a.Has(`value="amina@umea.se"`) {
			t.Errorf("%d, %q", a.Status, a.Header.Get("Retry-After"))
		}
		b.Language = lingo.EN
		if a := b.Get("/logga-in"); !a.Has("<h1>Sign in</h1>") {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestNobodyIsLedElsewhere(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		for _, to := range []string{"https://annan.se/", "//annan.se", "/\\annan.se", "", "javascript:alert(1)"} {
			if a := h.Nobody().Post("/logga-in", with(sheet("kim@umea.se", good), "till", to)); a.Location != "/idag" {
				t.Errorf("%q led to %q", to, a.Location)
			}
		}
	})
}

func TestAFormThatCameTooLateIsGivenBack(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		b := h.Nobody()
		b.Post("/logga-in", sheet("kim@umea.se", good))
		c.Move(13 * time.Hour)
		written := url.Values{"text": {"Natten blev lugn.\n\"Tack\" & <b>hej</b>"}, "topic": {"natt", "park"}, "password": {"hemligt"}, "current": {"hemligt"}}
		a := b.Post("/skriv?konto=1", written)
		if a.Status != http.StatusUnauthorized || !a.Has("Din inloggning har gått ut", "Det du skrev finns kvar.") || a.Has("hemligt") {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", "", "lang", "en"))
		if a.Status != http.StatusOK || !a.Has(`lang="en"`, "<h1>Sign in</h1>", `value="kim@umea.se"`, "Your session has ended") {
			t.Fatalf("in the other language: %d\n%s", a.Status, a.Body)
		}
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", "fel", "theme", "dark"))
		if a.Status != http.StatusOK {
			t.Fatalf("in the dark: %d", a.Status)
		}
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", "", "lang", "sv"))
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", "fel"))
		if a.Status != http.StatusUnauthorized {
			t.Fatalf("%d", a.Status)
		}
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", good))
		if a.Status != http.StatusOK || !a.Has("Din text finns kvar", "Natten blev lugn.", `action="/skriv?konto=1"`) || a.Has("<b>hej") {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		if len(h.sent) != 0 {
			t.Fatal("it was sent by itself")
		}
		kept, form := formAt(t, a.Body, "/logga-in/sparat"), formAt(t, a.Body, "/skriv?konto=1")
		if a := b.Post("/logga-in/sparat", with(hidden(kept), "lang", "en")); a.Status != http.StatusOK || !a.Has(`lang="en"`, "Natten blev lugn.") || hidden(formAt(t, a.Body, "/skriv?konto=1")).Encode() != hidden(form).Encode() {
			t.Errorf("in the other language: %d\n%s", a.Status, a.Body)
		}
		if a := h.Nobody().Post("/logga-in/sparat", with(hidden(kept), "lang", "en")); a.Location != "/idag" {
			t.Errorf("to nobody in particular: %d %s", a.Status, a.Body)
		}
		if a := b.Post("/skriv?konto=1", hidden(form)); a.Status != http.StatusSeeOther || len(h.sent) != 1 {
			t.Fatalf("%d", a.Status)
		}
		written.Del("password")
		written.Del("current")
		if got := h.sent[0]; got.Encode() != written.Encode() {
			t.Errorf("%v", got)
		}
	})
}

func TestWhatCannotBeCarriedIsToldOf(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		b := h.Nobody()
		a := b.Post("/skriv", url.Values{"text": {strings.Repeat("a b ", 600<<10)}})
		if a.Status != http.StatusUnauthorized || !a.Has("gick inte att behålla") || len(a.Body) > 64<<10 {
			t.Errorf("%d, %d bytes", a.Status, len(a.Body))
		}
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", good))
		if a.Status != http.StatusOK || !a.Has("Gå tillbaka i webbläsaren") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
	})
}

func TestAFileIsChosenAgain(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		h.begin(t, s, c)
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		_ = w.WriteField("alt", "En and i parken")
		f, _ := w.CreateFormFile("bild", "and.jpg")
		_, _ = f.Write(bytes.Repeat([]byte("x"), 3<<20))
		_ = w.Close()
		r := httptest.NewRequest(http.MethodPost, stafftest.Base+"/skriv", &body)
		r.Header.Set("Content-Type", w.FormDataContentType())
		b := h.Nobody()
		a := b.Do(r)
		if a.Status != http.StatusUnauthorized || !a.Has("Filer behöver du välja igen", "alt=En&#43;and") && !a.Has("alt=En+and") {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		a = b.Post("/logga-in", with(hidden(a.Body), "email", "kim@umea.se", "password", good))
		if a.Status != http.StatusOK || !a.Has("En and i parken", "Filer behöver du välja igen") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
	})
}

func TestAnInvitationIsGoodOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house, s *store.Store, c *clock.Fixed) {
		link := h.begin(t, s, c)
		b := h.Nobody()
		if a := b.Get(link); a.Status != http.StatusOK || !a.Has("Välkommen, Amina", `value="amina@umea.se"`) || a.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Post(link, url.Values{"password": {"amina"}}); a.Status != http.StatusUnprocessableEntity || !a.Has("Välkommen, Amina", "password-fel") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Post(link, url.Values{"password": {another}}); a.Location != "/idag" || b.Get("/idag").Status != http.StatusOK {
			t.Errorf("%d %s", a.Status, a.Location)
		}
		for _, again := range []string{link, signin.WelcomePath + "nothing"} {
			if a := h.Nobody().Get(again); a.Status != http.StatusGone || !a.Has("Länken gäller inte längre.") {
				t.Errorf("%d", a.Status)
			}
			if a := h.Nobody().Post(again, url.Values{"password": {good}}); a.Status != http.StatusGone {
				t.Errorf("%d", a.Status)
			}
		}
		if a := h.Nobody().Post("/logga-in", sheet("amina@umea.se", another)); a.Status != http.StatusSeeOther {
			t.Errorf("%d", a.Status)
		}
	})
}

// formAt is the part of a page that is sent to an address.
func formAt(t *testing.T, body, action string) string {
	t.Helper()
	_, rest, ok := strings.Cut(body, `action="`+action+`"`)
	form, _, closed := strings.Cut(rest, "</form>")
	if !ok || !closed {
		t.Fatalf("no form is sent to %s:\n%s", action, body)
	}
	return form
}

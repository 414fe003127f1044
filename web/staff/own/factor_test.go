package own_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/web/staff/stafftest"
)

var (
	offered = regexp.MustCompile(`<code class="copy">([A-Z2-7 ]+)</code>`)
	waiting = regexp.MustCompile(`name="ticket" value="([^"]+)"`)
	reserve = regexp.MustCompile(`<code>([a-z2-7-]{19})</code>`)
)

// shown is what an app shows for the secret that stands on a page.
func (h *house) shown(page string) string {
	h.t.Helper()
	code, err := totp.GenerateCode(strings.ReplaceAll(offered.FindStringSubmatch(page)[1], " ", ""), h.clock.Now())
	if err != nil {
		h.t.Fatal(err)
	}
	return code
}

// enrols sets up the second step in a browser, and returns the page with the offer and the page with the reserve codes.
func (h *house) enrols(b *stafftest.Browser) (offer, codes string) {
	h.t.Helper()
	a := b.Post("/mitt/andra-steget", nil)
	if a.Status != http.StatusOK || !a.Has("<svg", "<path", "Eller skriv in det här i appen") {
		h.t.Fatalf("%d\n%s", a.Status, a.Body)
	}
	ticket := waiting.FindStringSubmatch(a.Body)[1]
	wrong := b.Post("/mitt/andra-steget/kod", url.Values{"ticket": {ticket}, "code": {"000000"}})
	if wrong.Status != http.StatusUnprocessableEntity || !wrong.Has("Koden stämmer inte.", ticket, "<svg") {
		h.t.Fatalf("%d\n%s", wrong.Status, wrong.Body)
	}
	done := b.Post("/mitt/andra-steget/kod", url.Values{"ticket": {ticket}, "code": {h.shown(a.Body)}})
	if done.Status != http.StatusOK || len(reserve.FindAllString(done.Body, -1)) != 10 {
		h.t.Fatalf("%d\n%s", done.Status, done.Body)
	}
	return a.Body, done.Body
}

func TestTheSecondStepFromBeginningToEnd(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b := h.signIn("Firefox/1 Linux")
		if a := b.Get("/mitt"); !a.Has("Inloggningsnycklar", "Skaffa ett andra steg") {
			t.Errorf("%s", a.Body)
		}
		offer, codes := h.enrols(b)
		if a := b.Get("/mitt"); !a.Has("Du har ett andra steg sedan", "10 reservkoder är kvar", "Ändra andra steget") {
			t.Errorf("she is out, or has none: %d", a.Status)
		}
		if a := b.Post("/mitt/andra-steget/reservkoder", nil); a.Status != http.StatusOK || a.Body == codes {
			t.Errorf("%d", a.Status)
		}
		c.Move(time.Minute)
		if a := b.Post("/mitt/andra-steget/bort", url.Values{"code": {"123456"}}); a.Status != http.StatusUnprocessableEntity || !a.Has("Koden stämmer inte.") {
			t.Errorf("%d", a.Status)
		}
		if a := b.Follow("/mitt/andra-steget/bort", url.Values{"code": {h.shown(offer)}}); !a.Has("Andra steget är borttaget.", "Skaffa ett andra steg") {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestWhoseRoleAsksForMoreIsLedThere(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		console := people.Console(c.Now())
		if _, err := h.people.Grant(t.Context(), console, h.amina.ID, people.Communicator, time.Time{}); err != nil {
			t.Fatal(err)
		}
		b := h.signIn("Firefox/1 Linux")
		if err := h.people.SetDemand(t.Context(), console, []people.Role{people.Communicator}); err != nil {
			t.Fatal(err)
		}
		if a := b.Get("/mitt/nycklar"); a.Status != http.StatusSeeOther || a.Location != "/mitt/andra-steget" {
			t.Errorf("%d %s", a.Status, a.Location)
		}
		if a := b.Post("/mitt/nycklar", url.Values{"name": {"x"}, "scopes": {"read"}}); a.Status != http.StatusForbidden || !a.Has("Din roll kräver mer än ett lösenord.") {
			t.Errorf("%d", a.Status)
		}
		for _, page := range []string{"/mitt", "/mitt/andra-steget"} {
			if a := b.Get(page); a.Status != http.StatusOK || !a.Has("Din roll kräver mer än ett lösenord", "Skaffa") || a.Has("Åtkomstnycklar") {
				t.Errorf("%s: %d\n%s", page, a.Status, a.Body)
			}
		}
		h.enrols(b)
		if a := b.Get("/mitt/nycklar"); a.Status != http.StatusOK {
			t.Errorf("afterwards: %d", a.Status)
		}
	})
}

func TestAPasskeyIsAskedForAndNamed(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.signIn("Firefox/1 Linux")
		if a := b.Get("/mitt/inloggningsnyckel"); !a.Has(`data-passkey="create"`, "js/passkey.js", "behöver JavaScript") {
			t.Errorf("%s", a.Body)
		}
		a := b.Post("/mitt/inloggningsnyckel/fraga", nil)
		if a.Status != http.StatusOK || a.Header.Get("Tilltal-Ticket") == "" || !a.Has(`"challenge"`, `"rp"`, `"torget.example.se"`, `"required"`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		form := url.Values{"name": {"Min telefon"}, "answer": {"{}"}, "ticket": {a.Header.Get("Tilltal-Ticket")}}
		if a := b.Post("/mitt/inloggningsnyckel", form); a.Status != http.StatusUnprocessableEntity || !a.Has("gick inte att använda", `value="Min telefon"`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a := b.Post("/mitt/inloggningsnyckel/01x/bort", nil); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
	})
}

func TestAPasskeyIsRenamed(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		key := signin.Passkey{ID: "k1", Person: h.amina.ID, Name: "Min telefon", Credential: "{}", Handle: "aGVq", At: c.Now()}
		if _, err := h.store.Commit(t.Context(), desk.Change{Acts: []desk.Act{{Kind: "passkey.added", Subject: h.amina.ID, Who: desk.System("test"), At: c.Now(), Facts: []any{key}}}}); err != nil {
			t.Fatal(err)
		}
		b := h.signInBy(people.HowPasskey, "Firefox/1 Linux")
		const at = "/mitt/inloggningsnyckel/k1/namn"
		if a := b.Get("/mitt"); !a.Has(`href="`+at+`"`, "Byt namn") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(at); a.Status != http.StatusOK || !a.Has(`value="Min telefon"`, "Byt namn på inloggningsnyckeln") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a := b.Post(at, url.Values{"name": {" "}}); a.Status != http.StatusUnprocessableEntity || !a.Has("Ge inloggningsnyckeln ett namn") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a := b.Follow(at, url.Values{"name": {"Jobbtelefonen"}}); !a.Has("Inloggningsnyckeln har fått sitt nya namn.", "Jobbtelefonen") || a.Has("Min telefon</") {
			t.Errorf("%s", a.Body)
		}
		if a := h.signIn("Edg/1").Post(at, url.Values{"name": {"Tjuvens"}}); a.Status != http.StatusForbidden {
			t.Errorf("with a password only: %d", a.Status)
		}
		for _, a := range []stafftest.Answer{b.Get("/mitt/inloggningsnyckel/k2/namn"), b.Post("/mitt/inloggningsnyckel/k2/namn", url.Values{"name": {"x"}})} {
			if a.Status != http.StatusNotFound {
				t.Errorf("another's: %d", a.Status)
			}
		}
	})
}

func TestSigningOutEverywhere(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		here, there := h.signIn("Firefox/1 Linux"), h.signIn("Chrome/1 Windows")
		if a := here.Post("/mitt/overallt", nil); a.Location != "/logga-in?ut=1" {
			t.Errorf("%d %s", a.Status, a.Location)
		}
		for name, b := range map[string]*stafftest.Browser{"here": here, "there": there} {
			if a := b.Get("/mitt"); a.Status != http.StatusSeeOther {
				t.Errorf("%s: %d", name, a.Status)
			}
		}
	})
}

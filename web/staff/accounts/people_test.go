package accounts_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	frames "tilltal/desk/frame"
	"tilltal/desk/people"
)

var mandate = regexp.MustCompile(`href="(/konton/[^/"]+/uppdrag/[^"]+)"`)

// ending is the address by which somebody's mandate is ended, as it stands on a page.
func ending(t *testing.T, body, name string) string {
	t.Helper()
	_, after, ok := strings.Cut(body, "<bdi>"+name+"</bdi>")
	if !ok {
		t.Fatalf("%s is not on the page", name)
	}
	return mandate.FindStringSubmatch(after)[1]
}

// TestWhoHasReadTheFrames: whoever gives mandates sees it of those who write there; an employee sees it of nobody.
func TestWhoHasReadTheFrames(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		at := h.at + "/ansvariga"
		owner := h.as(h.amina)
		page := owner.Get(at)
		if n := strings.Count(page.Body, "läst ramarna"); n != 1 || !page.Has("har inte läst ramarna") {
			t.Errorf("%d say what they have read:\n%s", n, page.Body)
		}
		noor, err := h.people.Load(t.Context(), h.noor)
		if err != nil {
			t.Fatal(err)
		}
		if err := h.frames.Acknowledge(t.Context(), noor, h.parken, frames.Versions{Charter: 1}); err != nil {
			t.Fatal(err)
		}
		if !owner.Get(at).Has("har läst ramarna") {
			t.Error("she has read them")
		}
		a, err := h.accounts.Account(t.Context(), h.parken)
		if err != nil {
			t.Fatal(err)
		}
		amina, err := h.people.Load(t.Context(), h.amina)
		if err != nil {
			t.Fatal(err)
		}
		c.Move(time.Hour)
		a.Talk, a.Charter.Substance = []string{"Träden"}, true
		if _, err := h.accounts.Recharter(t.Context(), amina, h.parken, a.Charter); err != nil {
			t.Fatal(err)
		}
		if !owner.Get(at).Has("behöver läsa ramarna igen") {
			t.Error("the frames have changed in substance")
		}
		if h.as(h.noor).Get(at).Has("ramarna") {
			t.Error("an employee sees what a colleague has read")
		}
	})
}

func TestSomebodyIsAppointed(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b, at := h.as(h.amina), h.at+"/ansvariga"
		if a := b.Get(at); !a.Has("Kontoansvarig · Parkenheten", "Medarbetare", "Från 23 november 2026.", "Utse någon", `value="owner"`) {
			t.Fatalf("%s", a.Body)
		}
		a := b.Post(at, form("from", "snart", "until", "2026-02-31"))
		if a.Status != http.StatusUnprocessableEntity || !a.Has("person-fel", "role-fel", "from-fel", "until-fel", `value="snart"`) {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Post(at, form("person", h.noor, "role", "voice")); a.Status != http.StatusUnprocessableEntity || !a.Has("är redan medarbetare") {
			t.Errorf("twice: %d", a.Status)
		}
		if a := b.Follow(at, form("person", h.kim, "role", "voice", "from", "2026-12-01", "until", "2026-12-24")); !a.Has("Uppdraget är givet.", "Börjar senare", "Från 1 december 2026 till och med 24 december 2026.") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Post(at, form("person", h.amina, "role", "deputy")); a.Status != http.StatusForbidden {
			t.Errorf("herself: %d", a.Status)
		}
		if _, err := h.people.Commission(t.Context(), people.Console(c.Now()), people.Appointment{Person: h.kim, Account: h.parken, Role: people.Communicator}); err != nil {
			t.Fatal(err)
		}
		kim, err := h.people.Load(t.Context(), h.kim)
		if err != nil {
			t.Fatal(err)
		}
		kim.Grants = nil
		communicator := h.As(kim)
		if a := communicator.Get(at); !a.Has(`value="voice"`) || a.Has(`value="owner"`) {
			t.Errorf("a communicator: %s", a.Body)
		}
		if a := communicator.Post(at, form("person", h.noor, "role", "owner")); a.Status != http.StatusForbidden {
			t.Errorf("a communicator appoints an owner: %d", a.Status)
		}
		if a := h.as(h.noor).Get(at); a.Has("Utse någon") || strings.Count(a.Body, "/uppdrag/") != 1 {
			t.Errorf("a voice: %s", a.Body)
		}
	})
}

func TestAMandateEnds(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b, at := h.as(h.amina), h.at+"/ansvariga"
		page := b.Get(at).Body
		lars, noor := ending(t, page, "Lars Åkesson"), ending(t, page, "Noor Ali")
		if a := b.Get(lars); !a.Has("Avsluta uppdraget för Lars Åkesson?", "som kontoansvarig för Parken", "Vem tar över?") {
			t.Fatalf("%s", a.Body)
		}
		if a := b.Post(lars, nil); a.Status != http.StatusForbidden || !a.Has("successor-fel", "minst två kontoansvariga") {
			t.Errorf("without a successor: %d\n%s", a.Status, a.Body)
		}
		if a := b.Follow(lars, form("successor", h.noor)); !a.Has("Uppdraget är avslutat.") || strings.Contains(a.Body, "<bdi>Lars Åkesson</bdi></p>") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(lars); a.Status != http.StatusNotFound {
			t.Errorf("an ended one: %d", a.Status)
		}
		self := h.as(h.noor)
		if a := self.Get(noor); !a.Has("Avsluta uppdraget för Noor Ali?") {
			t.Errorf("%d", a.Status)
		}
		if a := self.Post(noor, nil); a.Status != http.StatusSeeOther {
			t.Errorf("laying it down: %d", a.Status)
		}
		owners, err := h.accounts.Owners(t.Context(), h.parken)
		if err != nil || len(owners) != 2 {
			t.Errorf("%v, %v", owners, err)
		}
	})
}

func TestAVoiceEndsNobodyElses(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		lars := ending(t, h.as(h.amina).Get(h.at+"/ansvariga").Body, "Lars Åkesson")
		if a := h.as(h.noor).Post(lars, form("successor", h.noor)); a.Status != http.StatusForbidden {
			t.Errorf("%d", a.Status)
		}
		if a := h.as(h.noor).Post(h.at+"/uppdrag/finnsinte", nil); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
	})
}

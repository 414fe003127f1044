package settings_test

import (
	"net/http"
	"regexp"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

func auditor(c *clock.Fixed) people.Actor {
	return people.Actor{Person: people.Person{ID: "rev", Name: "Reda Visor", HiredAt: c.Now()}, Grants: []people.Grant{{Person: "rev", Role: people.Auditor, From: c.Now()}}}
}

func TestTheOverviewSaysWhatNeedsAttention(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b := h.kim()
		if a := b.Get("/installningar"); !a.Has("Det här är en kopia", "Det är den riktiga") || a.Has("Allt står rätt till") {
			t.Errorf("%s", a.Body)
		}
		h.instance.by = "Kim"
		if a := b.Get("/installningar"); !a.Has("Allt står rätt till", "Kollegor", "Arbeten", "Installationen") {
			t.Errorf("%s", a.Body)
		}
		h.bury("deliver", "no route to host")
		if a := b.Get("/installningar"); !a.Has("1 arbete har fastnat") || a.Has("Allt står rätt till") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.amina()).Get("/installningar"); !a.Has("Kollegor") || a.Has(">Arbeten<") || a.Has("fastnat") {
			t.Errorf("an owner: %s", a.Body)
		}
	})
}

func TestTheAuthorityIsDescribed(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b, at := h.kim(), "/installningar/myndighet"
		a := b.Get(at)
		if !a.Has(`value="Umeå kommun"`, `name="number" value="1"`, "https://torget.example.se") || a.Has("Tidigare ändringar") {
			t.Fatalf("%s", a.Body)
		}
		f := form("number", "1", "name", "Umeå kommun", "contact", "kontakt", "dpo", "dso@umea.se", "language", "sv", "accessibility", "Allt går att läsa.\nSäg till annars.", "base", "https://annan.se")
		if a := b.Post(at, f); a.Status != http.StatusUnprocessableEntity || !a.Has("contact-fel", "dso@umea.se", "Säg till annars.") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		f.Set("contact", "kontakt@umea.se")
		if a := b.Follow(at, f); !a.Has("Sparat.", `value="kontakt@umea.se"`, "Tidigare ändringar", "Version 2, i dag kl. 12:00", `value="https://torget.example.se"`) {
			t.Errorf("%s", a.Body)
		}
		if a := b.Post(at, f); a.Status != http.StatusConflict || !a.Has("En kollega har nyss ändrat") {
			t.Errorf("from an old one: %d", a.Status)
		}
		f.Del("number")
		if a := b.Post(at, f); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("without a number: %d", a.Status)
		}
		if a := h.As(auditor(c)).Get(at); !a.Has("kontakt@umea.se") || a.Has(`action="/installningar/myndighet"`) {
			t.Errorf("an auditor: %s", a.Body)
		}
	})
}

var retries = regexp.MustCompile(`action="(/installningar/arbeten/\d+)"`)

func TestAJobThatWasGivenUpIsTriedAgain(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b, at := h.kim(), "/installningar/arbeten"
		if a := b.Get(at); !a.Has("Inget arbete har fastnat.", "Inget väntar.") {
			t.Errorf("%s", a.Body)
		}
		h.bury("deliver", "no route to <host>")
		a := b.Get(at)
		if !a.Has("Leverera till en annan server", "efter 1 försök", "no route to &lt;host&gt;") {
			t.Fatalf("%s", a.Body)
		}
		if a := h.As(auditor(c)).Get(at); !a.Has("Leverera") || a.Has("Försök igen") {
			t.Errorf("an auditor: %s", a.Body)
		}
		again := retries.FindStringSubmatch(a.Body)[1]
		if a := b.Follow(again, nil); !a.Has("står i kön igen", "Inget arbete har fastnat.", "Det äldsta har väntat i 0 sekunder.") {
			t.Errorf("%s", a.Body)
		}
		for _, path := range []string{again, at + "/0", at + "/x"} {
			if a := b.Post(path, nil); a.Status != http.StatusNotFound {
				t.Errorf("%s: %d", path, a.Status)
			}
		}
		if err := h.store.Enqueue(t.Context(), desk.Job{Kind: "something"}); err != nil {
			t.Fatal(err)
		}
		c.Move(3 * 3600e9)
		b.Language = lingo.EN
		if a := b.Get(at + "?lang=en"); !a.Has("something", "The oldest has waited for 3 hours.") {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestACopyIsClaimed(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b, at := h.kim(), "/installningar/installation"
		if a := b.Get(at); !a.Has("Det här är en kopia", "tilltal ledger verify", "torget.example.se/insyn/protokoll", "tilltal backup") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(at + "/riktig"); !a.Has("Är det här det riktiga skrivbordet?") || h.instance.Real() {
			t.Errorf("%s", a.Body)
		}
		if a := h.As(auditor(c)).Post(at+"/riktig", nil); a.Status != http.StatusForbidden || h.instance.Real() {
			t.Errorf("an auditor: %d", a.Status)
		}
		if a := b.Follow(at+"/riktig", nil); !a.Has("Det riktiga skrivbordet") || h.instance.by != "Kim Ek" {
			t.Errorf("by %q", h.instance.by)
		}
	})
}

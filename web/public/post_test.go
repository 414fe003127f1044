package public_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/desk/draft"
	"tilltal/web/visit"
)

func TestAPostStandsOnItsPage(t *testing.T) {
	w := newTown(t)
	p := w.post("Lekplatsen öppnar på lördag.\n\nVälkommen! Läs mer på https://example.se/lek och under #Parker.", "Parker")
	body := shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "Lekplatsen öppnar på lördag.", "Amina", "Parkenheten", `<a href="https://example.se/lek"`,
		`href="/torget/amne/parker"`, "Ställ en fråga", "Rapportera ett fel", "Följ", "Stämmer det här?", p.Hash, "Ingen har svarat än",
		`rel="canonical" href="`+w.url(p)+`"`, `hreflang="en"`, `property="og:type" content="article"`, `type="application/activity+json"`)
	hides(t, body, "%!", " style=", "<script>")
	for _, path := range []string{"/", "/torget/parken", "/torget/amne/parker", "/torget/amne/PARKER", "/torget/parken?amne=parker"} {
		shows(t, w.get(path), http.StatusOK, "Lekplatsen öppnar på lördag.")
	}
	shows(t, w.get("/torget/parken/"+p.ID, "Accept-Language", "en"), http.StatusOK, `<html lang="en"`, "Report an error", `lang="sv"`)
}

func TestACorrectionStandsFirst(t *testing.T) {
	w := newTown(t)
	p := w.post("Badet öppnar den 1 juni.")
	shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "den 1 juni") // so that the old page is kept
	w.correct(p, draft.Corrected{Wrong: "1 juni", Right: "8 juni", Why: "Vi läste fel.", Now: "Vi har sagt till skolorna."}, "Badet öppnar den 8 juni.")
	w.correct(p, draft.Corrected{Wrong: "Badet", Right: "Hamnbadet", Why: "Vi har två bad.", Now: "Inget mer."}, "Hamnbadet öppnar den 8 juni.")
	body := shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "Rättat", "Vi läste fel.", "Vi har sagt till skolorna.", "Hamnbadet öppnar den 8 juni.")
	if newest, text := strings.Index(body, "Vi har två bad."), strings.Index(body, "Hamnbadet öppnar"); newest < 0 || newest > strings.LastIndex(body, "Hamnbadet öppnar") || text < 0 {
		t.Error("the correction does not stand before the text")
	}
	if strings.Index(body, "Vi har två bad.") > strings.Index(body, "Vi läste fel.") {
		t.Error("the newest correction does not stand first")
	}
	shows(t, w.get("/insyn/rattelser"), http.StatusOK, "8 juni", "Hamnbadet", "/torget/parken/"+p.ID)
}

func TestAWithdrawnPostLeavesATombstone(t *testing.T) {
	w := newTown(t)
	p := w.post("Här syns en person.", "Parker")
	shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK)
	w.withdraw(p)
	body := shows(t, w.get("/torget/parken/"+p.ID), http.StatusGone, "personuppgifter", "En person gick att känna igen.", `name="robots" content="noindex"`)
	hides(t, body, "Här syns", "Hemligt skäl")
	for _, path := range []string{"/", "/torget/parken", "/flode.atom", "/sitemap.xml"} {
		hides(t, shows(t, w.get(path), http.StatusOK), "Här syns", p.ID)
	}
	shows(t, w.get("/torget/amne/parker"), http.StatusNotFound)
	shows(t, w.get("/torget/parken/"+p.ID+"/fel"), http.StatusNotFound)
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	w := newTown(t)
	p := w.post("Hej.")
	for _, path := range []string{"/torget/ingen", "/torget/parken/finns-inte", "/torget/ingen/" + p.ID, "/torget/amne/ingenting", "/torget/parken?amne=ingenting",
		"/torget/ingen/om", "/torget/ingen/fraga", "/torget/parken/nej/fel", "/fraga/gissad", "/torget/ingen/flode.atom"} {
		if rec := w.get(path); rec.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, rec.Code)
		}
	}
}

func TestAWarningFoldsTheText(t *testing.T) {
	w := newTown(t)
	p := w.say(draft.Content{Text: "Tre personer dog i branden.", Summary: "Om en dödsolycka", Language: "sv"})
	body := shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, `<summary><span dir="auto">Om en dödsolycka</span></summary>`, "<title>Amina: Om en dödsolycka", `content="Om en dödsolycka"`)
	if strings.Contains(body[:strings.Index(body, "<body")], "Tre personer") {
		t.Error("the head gives away what folds under the warning")
	}
	for _, feed := range []string{"/flode.atom", "/flode.json"} {
		hides(t, shows(t, w.get(feed), http.StatusOK, "Om en dödsolycka"), "Tre personer")
	}
}

func TestHostileTextIsShownSafely(t *testing.T) {
	w := newTown(t)
	p := w.post("Fråga på.")
	for _, text := range []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "\u202etxet terces", strings.Repeat("A\u200b", 150_000), "javascript:alert(1)"} {
		w.reply(p, `<b onload="x">Anna</b>`+"\u202e", text)
	}
	body := shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "&lt;script&gt;alert(1)", "⟨U+202E⟩", "Visa hela texten")
	hides(t, body, "<script>alert", "<img src=x", "\u202e", "<b onload", `href="javascript:`)
}

func TestTheConversationStandsUnderThePost(t *testing.T) {
	w := newTown(t)
	p := w.post("Fråga på.")
	w.reply(p, "Karin", "Gäller det även på söndag?")
	w.answer("Ja, hela helgen.")
	body := shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "Karin", "social.example", "Gäller det även på söndag?", "Ja, hela helgen.", "turn authority")
	if strings.Index(body, "söndag?") > strings.Index(body, "hela helgen") {
		t.Error("the answer stands before the question")
	}
}

func TestALongConversationHasPages(t *testing.T) {
	w := newTown(t)
	p := w.post("Fråga på.")
	for i := range 95 {
		w.hear(p, "Karin", fmt.Sprintf("replik %03d", i))
	}
	w.must(w.inbox.Sort(t.Context()))
	path, seen, pages := "/torget/parken/"+p.ID, 0, 0
	for path != "" {
		body := shows(t, w.get(path), http.StatusOK)
		if len(body) > 50_000 {
			t.Errorf("the page has %d bytes", len(body))
		}
		pages++
		for strings.Contains(body, fmt.Sprintf("replik %03d", seen)) {
			seen++
		}
		path = next(body, "?efter=", "#samtal")
	}
	if seen != 95 || pages != 3 {
		t.Errorf("%d replies on %d pages", seen, pages)
	}
}

// next finds the address of the following page: the one link with both parts in it.
func next(body, with, end string) string {
	for part := range strings.SplitSeq(body, `href="`) {
		href, _, _ := strings.Cut(part, `"`)
		if strings.Contains(href, with) && strings.HasSuffix(href, end) {
			return href
		}
	}
	return ""
}

func TestListsHavePages(t *testing.T) {
	w := newTown(t)
	for i := range 32 {
		w.post(fmt.Sprintf("Inlägg nummer %02d.", i), "Parker")
	}
	for _, first := range []string{"/", "/torget/parken", "/torget/amne/parker", "/torget/parken?amne=parker"} {
		path, left, pages := first, 32, 0
		for path != "" {
			body := shows(t, w.get(path), http.StatusOK)
			if len(body) > 50_000 {
				t.Errorf("%s has %d bytes", path, len(body))
			}
			pages++
			for strings.Contains(body, fmt.Sprintf("Inlägg nummer %02d.", left-1)) {
				left--
			}
			_, older, _ := strings.Cut(body, `rel="next" href="`)
			path, _, _ = strings.Cut(older, `"`)
			path = strings.ReplaceAll(path, "&amp;", "&")
		}
		if left != 0 || pages != 3 {
			t.Errorf("%s: %d left after %d pages", first, left, pages)
		}
	}
	shows(t, w.get("/?efter=strunt"), http.StatusUnprocessableEntity)
}

func TestAPageIsKeptOnlyAsLongAsItIsTrue(t *testing.T) {
	w := newTown(t)
	p := w.post("Hej.")
	first := w.get("/torget/parken/" + p.ID)
	tag := first.Header().Get("ETag")
	if again := w.get("/torget/parken/"+p.ID, "If-None-Match", `W/`+tag); again.Code != http.StatusNotModified || again.Body.Len() != 0 || tag == "" {
		t.Errorf("unchanged: %d", again.Code)
	}
	if other := w.get("/torget/parken/"+p.ID, "If-None-Match", tag, "Accept-Language", "en"); other.Code != http.StatusOK {
		t.Errorf("in another language: %d", other.Code)
	}
	if dark := w.get("/torget/parken/"+p.ID, "If-None-Match", tag, "Cookie", "tema=dark"); dark.Code != http.StatusOK || !strings.Contains(dark.Body.String(), `data-theme="dark"`) {
		t.Errorf("in another theme: %d", dark.Code)
	}
	w.reply(p, "Karin", "Hej själv.")
	shows(t, w.get("/torget/parken/"+p.ID, "If-None-Match", tag), http.StatusOK, "Hej själv.")
	shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "i dag kl.")
	w.clock.Move(24 * time.Hour)
	shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "i går kl.")
	head := first.Header()
	if !strings.Contains(head.Get("Vary"), "Accept") || head.Get("Cache-Control") != "no-cache" || !strings.Contains(head.Get("Link"), w.url(p)) {
		t.Errorf("%v", head)
	}
}

func TestAnotherServerGetsTheActivity(t *testing.T) {
	w := newTown(t)
	p := w.post("Hej.")
	w.deps.Activity = func(v *visit.Visit) (bool, error) {
		if v.R.Header.Get("Accept") != "application/activity+json" {
			return false, nil
		}
		return true, v.Bytes(http.StatusOK, "application/activity+json", []byte("{}"))
	}
	w.open()
	for _, path := range []string{"/torget/parken", "/torget/parken/" + p.ID} {
		if rec := w.get(path, "Accept", "application/activity+json"); rec.Body.String() != "{}" {
			t.Errorf("%s: %s", path, rec.Body)
		}
		shows(t, w.get(path), http.StatusOK, "Parken i Umeå")
	}
}

package shift_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestAShiftIsPlannedChangedAndCalledOff(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		karin, path := h.as("Karin"), "/konton/"+h.at+"/pass/nytt"
		if a := karin.Get(path); !a.Has("Planera ett pass", "Vem har passet?", "Gun Larsson", "Lämna klockslagen tomma") {
			t.Fatal(a.Body)
		}
		bad := form("person", h.ids["Amina"], "kind", "hours", "from", "2026-11-24", "fromtime", "16:00", "until", "2026-11-24", "untiltime", "08:00", "purpose", "Vi klipper.")
		if a := karin.Post(path, bad); a.Status != http.StatusUnprocessableEntity || !a.Has("Går det över midnatt?", `value="16:00"`, "Vi klipper.", `aria-invalid="true"`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a := karin.Post(path, form("person", h.ids["Amina"], "from", "", "until", "skräp")); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("%d", a.Status)
		}
		at := h.plan("Amina", "from", "2026-11-24", "fromtime", "08:00", "until", "2026-11-24", "untiltime", "16:00", "deputy", h.ids["Bengt"], "purpose", "Vi klipper.")
		if a := karin.Get(at); !a.Has("Tisdag 24 november kl. 08:00–16:00", "Amina Larsson", "Bengt Larsson", "Vi klipper.", at+"/andra", "Låt ersättaren ta över") {
			t.Error(a.Body)
		}
		again := form("person", h.ids["Bengt"], "kind", "hours", "from", "2026-11-24", "fromtime", "10:00", "until", "2026-11-24", "untiltime", "12:00")
		if a := karin.Post(path, again); a.Status != http.StatusConflict || !a.Has("krockar med passet som Amina Larsson har") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a := karin.Get(at + "/andra"); !a.Has(`value="2026-11-24"`, `value="16:00"`, `name="number" value="1"`, "Vi klipper.") {
			t.Error(a.Body)
		}
		change := form("person", h.ids["Amina"], "kind", "hours", "from", "2026-11-24", "fromtime", "08:00", "until", "2026-11-24", "untiltime", "12:00", "number", "1", "why", "Kortare dag.")
		if a := karin.Follow(at+"/andra", change); !a.Has("kl. 08:00–12:00", "Passet är ändrat.", "Kortare dag.") {
			t.Error(a.Body)
		}
		if a := karin.Post(at+"/andra", change); a.Status != http.StatusConflict || !a.Has("En kollega har ändrat passet") {
			t.Errorf("two changed it at once: %d", a.Status)
		}
		if a := karin.Get(at + "/stall-in"); !a.Has("Ställ in passet?", "Amina har passet") {
			t.Error(a.Body)
		}
		if a := karin.Post(at+"/stall-in", form("why", "")); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("%d", a.Status)
		}
		if a := karin.Follow(at+"/stall-in", form("why", "Snö.")); !a.Has("Inställt", "Snö.") || a.Has(at+"/andra") {
			t.Error(a.Body)
		}
		if a := h.as("Amina").Post(path, again); a.Status != http.StatusForbidden {
			t.Errorf("a voice planned: %d", a.Status)
		}
		if a := h.as("Gun").Get(at); a.Status != http.StatusForbidden {
			t.Errorf("whom it does not concern read it: %d", a.Status)
		}
	})
}

func TestWholeDaysAndTheCalendar(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		at := h.plan("Gun", "kind", "guest", "from", "2026-12-21", "until", "2026-12-27", "purpose", "Granar.")
		h.plan("Amina", "from", "2026-12-02", "fromtime", "18:00", "until", "2026-12-03", "untiltime", "06:00")
		karin, path := h.as("Karin"), "/konton/"+h.at+"/pass"
		if a := karin.Get(at); !a.Has("Måndag 21 december – söndag 27 december", "Gästvecka", "Granar.") {
			t.Error(a.Body)
		}
		week := karin.Get(path + "?fran=2026-12-21")
		if !week.Has("Vecka 52", "Gun Larsson", "hela dagen", "Julafton", "Annandag jul", "Planera ett pass", "Nytt schema") || strings.Count(week.Body, "Gun Larsson</bdi>") != 7 {
			t.Error(week.Body)
		}
		if a := karin.Get(path + "?fran=2026-12-01"); !a.Has("från 18:00", "till 06:00", "Inga pass") {
			t.Error(a.Body)
		}
		if a := karin.Get(path + "?visa=manad&fran=2026-12-15"); !a.Has("December 2026", `class="month"`, "col2", "Juldagen", "från 18:00") {
			t.Error(a.Body)
		}
		karin.Keep("sprak", "en")
		if a := karin.Get(path + "?fran=2026-12-21"); !a.Has("Week 52", "all day", "Christmas Eve", "Guest week") {
			t.Error(a.Body)
		}
		if a := h.as("Amina").Get(path); a.Status != http.StatusOK || a.Has("/pass/nytt", `name="cover"`) {
			t.Errorf("%d: a voice is offered to plan", a.Status)
		}
		if a := h.as("Gun").Get(path); a.Status != http.StatusForbidden {
			t.Errorf("%d", a.Status)
		}
	})
}

func TestGapsAreToldInWords(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		karin, path := h.as("Karin"), "/konton/"+h.at+"/pass"
		if a := karin.Get(path); a.Has("Då är ingen på pass") {
			t.Error("nothing is promised, and a gap is told of")
		}
		if a := karin.Post("/konton/"+h.at+"/bemanning", form("cover", "skräp")); a.Status != http.StatusUnprocessableEntity || !a.Has("Välj vad kontot lovar") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		a := karin.Follow("/konton/"+h.at+"/bemanning", form("cover", "hours"))
		if !a.Has("Sparat.", "Då är ingen på pass", "Tisdag 24 november kl. 08:00–16:00", "Ingen på pass", "fromtime=08%3A00", "Bemanning: Under öppettiderna") {
			t.Error(a.Body)
		}
		_, link, _ := strings.Cut(a.Body, `href="`+path+`/nytt?from`)
		link, _, _ = strings.Cut(link, `"`)
		if a := karin.Get(path + "/nytt?from" + strings.ReplaceAll(link, "&amp;", "&")); !a.Has(`value="2026-11-23"`, `value="16:00"`) {
			t.Error("the gap is not filled in: " + link)
		}
		h.travel("2026-11-23 13:01")
		if a := karin.Get("/idag"); !a.Has("Ingen på pass: Parken", "Planera passet") {
			t.Error(a.Body)
		}
		if a := h.as("Amina").Get("/idag"); a.Has("Ingen på pass") {
			t.Error("who does not plan is alarmed")
		}
	})
}

func TestTwoSwap(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		mine := h.plan("Amina", "from", "2026-11-24", "fromtime", "08:00", "until", "2026-11-24", "untiltime", "16:00")
		theirs := h.plan("Bengt", "from", "2026-11-25", "fromtime", "08:00", "until", "2026-11-25", "untiltime", "16:00")
		amina, bengt := h.as("Amina"), h.as("Bengt")
		if a := amina.Get(mine + "/byt"); !a.Has("Passet som Bengt Larsson har onsdag 25 november", "Inget. Ge passet till Bengt Larsson") {
			t.Fatal(a.Body)
		}
		if a := amina.Post(mine+"/byt", nil); a.Status != http.StatusUnprocessableEntity || !a.Has("Välj en kollega") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		offer := form("for", "pass:"+strings.TrimPrefix(theirs, "/pass/"), "words", "Tandläkaren.")
		if a := amina.Follow(mine+"/byt", offer); !a.Has("Förslaget är skickat. Bengt ser det", "Du har föreslagit Bengt ett byte", "Ta tillbaka") {
			t.Error(a.Body)
		}
		day := bengt.Get("/idag")
		if !day.Has("Amina vill byta. Du tar passet tisdag 24 november kl. 08:00–16:00, Amina tar ditt pass onsdag 25 november", "Tandläkaren.", "Ja, byt") {
			t.Fatal(day.Body)
		}
		_, action, _ := strings.Cut(day.Body, `action="/byten/`)
		action, _, _ = strings.Cut(action, `"`)
		if a := h.as("Olle").Post("/byten/"+action, form("svar", "ja")); a.Status != http.StatusForbidden {
			t.Errorf("a third took it: %d", a.Status)
		}
		if a := bengt.Follow("/byten/"+action, form("svar", "ja", "back", "/idag")); !a.Has("Ni har bytt.", "Ditt nästa pass: Parken, tisdag 24 november") || a.Has("Ja, byt") {
			t.Error(a.Body)
		}
		if a := bengt.Follow("/byten/"+action, form("svar", "nej")); !a.Has("Förslaget är redan besvarat.") {
			t.Error(a.Body)
		}
		if a := amina.Get("/pass"); !a.Has("Onsdag 25 november") && !a.Has("onsdag 25 november") {
			t.Error(a.Body)
		}
	})
}

func TestTheDeputyStepsIn(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		at := h.plan("Amina", "from", "2026-11-24", "fromtime", "08:00", "until", "2026-11-24", "untiltime", "16:00", "deputy", h.ids["Bengt"])
		if a := h.as("Amina").Post(at+"/ersattare", url.Values{}); a.Status != http.StatusForbidden {
			t.Errorf("%d", a.Status)
		}
		if a := h.as("Bengt").Follow(at+"/ersattare", url.Values{}); !a.Has("Bengt har tagit över passet.", "Ersättaren tog över") {
			t.Error(a.Body)
		}
		if a := h.as("Karin").Follow(at+"/ersattare", url.Values{}); !a.Has("Passet har ingen ersättare.") {
			t.Error(a.Body)
		}
	})
}

func TestAGuestSaysNo(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		at := h.plan("Gun", "kind", "guest", "from", "2026-12-07", "until", "2026-12-13")
		gun := h.as("Gun")
		if a := gun.Get(at); !a.Has("bjuder in dig till en gästvecka", at+"/nej", "Tacka nej") {
			t.Error(a.Body)
		}
		if a := gun.Get(at + "/nej"); !a.Has("Tacka nej till gästveckan?", "Karin får veta det", "Vill du säga varför?") {
			t.Error(a.Body)
		}
		if a := gun.Post(at+"/nej", form("why", strings.Repeat("å", 501))); a.Status != http.StatusUnprocessableEntity || !a.Has("ååå") {
			t.Errorf("%d", a.Status)
		}
		if a := gun.Follow(at+"/nej", form("why", "Jag är ledig.")); !a.Has("Du har tackat nej. Karin får veta det.", "Jag är ledig.") || a.Has(at+"/nej") {
			t.Error(a.Body)
		}
		own := h.plan("Amina", "kind", "hours", "from", "2026-11-24", "fromtime", "08:00", "until", "2026-11-24", "untiltime", "16:00")
		if a := h.as("Amina").Get(own); a.Has(own+"/nej") || !a.Has("Byt passet med en kollega") {
			t.Error(a.Body)
		}
		if a := h.as("Amina").Post(own+"/nej", form("why", "")); a.Status != http.StatusForbidden {
			t.Errorf("an ordinary shift: %d", a.Status)
		}
	})
}

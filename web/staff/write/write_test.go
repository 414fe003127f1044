package write_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/stafftest"
	"tilltal/web/staff/write"
	"tilltal/web/visit"
)

func open(t *testing.T) *papertest.Office {
	return papertest.Open(t, func(o *papertest.Office) []visit.Route {
		return write.Routes(write.Deps{Hall: o.Hall, Drafts: o.Drafts, Publish: o.Posts, Accounts: o, Routines: o, People: o})
	})
}

// state is where a draft stands, as lists tell it.
func state(t *testing.T, o *papertest.Office, id string) draft.State {
	t.Helper()
	return o.Get(id).State
}

func TestBeginningLeadsToTheEditor(t *testing.T) {
	o := open(t)
	amina := o.As(drafttest.Amina)
	if a := amina.Get("/skriv"); a.Status != http.StatusOK || !a.Has("Börja skriva", "Inget på gång.", `value="parken"`) {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	a := amina.Follow("/skriv", url.Values{"konto": {"parken"}})
	if a.Status != http.StatusOK || !a.Has("Vad vill du berätta?", "Du talar för Parken.", "Publicera nu", "editor.js") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	if a := amina.Get("/skriv"); !a.Has("Utan text än så länge") {
		t.Error("the draft is not in the list")
	}
	if a := o.As(drafttest.Farid).Post("/skriv", url.Values{"konto": {"parken"}}); a.Status != http.StatusForbidden {
		t.Errorf("an auditor began a post: %d", a.Status)
	}
}

func TestSheWritesAndPublishes(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Gräset")
	a := o.As(drafttest.Amina).Post("/skriv/"+d.ID, o.Form(d, "skicka", "text", "Gräset är klippt.\r\nKom hit!", "topics", "#Park, Sjö", "purpose", "Varna"))
	if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, "/inlagg/") {
		t.Fatalf("%d %s %s", a.Status, a.Location, a.Body)
	}
	p, err := o.Posts.Public(context.Background(), strings.TrimPrefix(a.Location, "/inlagg/"))
	if err != nil || p.Content.Text != "Gräset är klippt.\nKom hit!" || strings.Join(p.Content.Topics, "|") != "Park|Sjö" || p.Content.Purpose != "Varna" {
		t.Errorf("%+v %v", p.Content, err)
	}
	if a := o.As(drafttest.Amina).Get("/skriv/" + d.ID); a.Location != "/inlagg/"+p.ID {
		t.Errorf("a published draft leads to %q", a.Location)
	}
}

func TestFindingsAreAnswered(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Det blir kanske regn.")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	a := amina.Get(path)
	if !a.Has("Här står det.", "Publicera med skäl", "Varför kan texten gå ut som den är?") {
		t.Fatal(a.Body)
	}
	a = amina.Post(path, o.Form(d, "skicka"))
	if a.Status != http.StatusUnprocessableEntity || !a.Has("Nästan klart", "Skriv varför texten kan gå ut", `href="#reason"`) {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	card := cardOf(t, a)
	a = amina.Post(path, o.Form(d, "behall="+card))
	if a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv varför du behåller orden.", `href="#fynd-`+card+`"`) {
		t.Errorf("kept without a reason: %d", a.Status)
	}
	a = amina.Post(path, o.Form(d, "behall="+card, "skal-"+card, "Prognosen säger det."))
	if a.Status != http.StatusOK || !a.Has("Du behåller det:", "Prognosen säger det.", "Du har svarat på allt.", "Publicera nu") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	if a := amina.Post(path, o.Form(d, "angra="+card)); !a.Has("Behåll med skäl") {
		t.Error("she may not change her mind")
	}
	if a := amina.Post(path, o.Form(d, "skicka")); !strings.HasPrefix(a.Location, "/inlagg/") {
		t.Errorf("%d %s", a.Status, a.Location)
	}
}

func cardOf(t *testing.T, a stafftest.Answer) string {
	t.Helper()
	m := regexp.MustCompile(`data-finding="([^"]+)"`).FindStringSubmatch(a.Body)
	if m == nil {
		t.Fatal("there is no finding")
	}
	return m[1]
}

func TestAReasonUnderWayIsKeptWhateverShePresses(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Det blir kanske regn.")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	card := cardOf(t, amina.Get(path))
	if a := amina.Post(path, o.Form(d, "spara", "skal-"+card, "Så är det.")); !a.Has("Så är det.") {
		t.Error("the reason is gone")
	}
	if a := amina.Post(path, o.Form(d, "stammer-inte="+card)); !a.Has("Du har sagt att det inte stämmer:") {
		t.Error("the finding was not denied")
	}
}

func TestAnotherReadsFirst(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Det är troligen över.")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	if a := amina.Get(path); !a.Has("En sak behöver andra ögon.", "Be om en läsning") {
		t.Fatal(a.Body)
	}
	if a := amina.Follow(path, o.Form(d, "skicka")); !a.Has("Inlämnad. Nu väntar texten på en kollega.", "Väntar på en kollega", "?andra=1") {
		t.Fatal(a.Body)
	}
	if state(t, o, d.ID) != draft.Waiting {
		t.Errorf("state %s", state(t, o, d.ID))
	}
	if a := amina.Get(path + "?andra=1"); !a.Has("Texten är inlämnad", "<textarea") {
		t.Error("she cannot change it")
	}
	if a := o.As(drafttest.Farid).Get(path); !a.Has("Väntar på en kollega") || a.Has("Ändra texten") {
		t.Error("an auditor reads another page than hers")
	}
}

func TestTheButtonExplainsItself(t *testing.T) {
	o := open(t)
	r := o.Routines[drafttest.Account]
	r.Rules = map[string]guideline.Step{"test.certain": guideline.OnShift}
	o.Routines[drafttest.Account] = r
	d := o.Write(drafttest.Amina, "Det är säkert 811218-9876.")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	if a := amina.Get(path); !a.Has("måste bort", "Skicka till kommunikatör på pass") || a.Has("disabled") || a.Has("Behåll med skäl") {
		t.Fatal(a.Body)
	}
	a := amina.Post(path, o.Form(d, "skicka"))
	if a.Status != http.StatusUnprocessableEntity || !a.Has("Texten kan inte gå ut härifrån som den är.", "Skriv varför, så avgör kommunikatören på pass.") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	if a := amina.Follow(path, o.Form(d, "skicka", "reason", "Det är ett påhittat nummer.")); !a.Has("Väntar på kommunikatören på pass") {
		t.Error(a.Body)
	}
}

func TestATimeIsPromised(t *testing.T) {
	o := open(t)
	amina := o.As(drafttest.Amina)
	for name, tc := range map[string]struct{ date, at, says string }{
		"nothing":   {"", "", "datum"},
		"past":      {"2026-11-22", "08:00", "har redan varit"},
		"too late":  {"2030-01-01", "08:00", "inom två år"},
		"no hour":   {"2026-12-01", "25:00", "klock"},
		"two o'clo": {"2027-03-28", "02:30", "ställs klockan fram"},
	} {
		d := o.Write(drafttest.Amina, "Vi öppnar.")
		form := o.Form(d, "skicka", "when", "timed", "date", tc.date, "time", tc.at)
		a := amina.Post("/skriv/"+d.ID, form)
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(a.Body), tc.says) || !a.Has("Vi öppnar.") {
			t.Errorf("%s: %d, says nothing of %q", name, a.Status, tc.says)
		}
		if tc.at != "" && !a.Has(`value="`+tc.at+`"`) {
			t.Errorf("%s: what she typed is gone", name)
		}
	}
	d := o.Write(drafttest.Amina, "Vi öppnar.")
	odd := o.Form(d, "skicka", "when", "timed", "date", "2027-03-28", "time", "02:30", "klockan", "2027-03-28T02:30[Europe/Stockholm]")
	if a := amina.Follow("/skriv/"+d.ID, odd); !a.Has("Går ut 28 mars 2027 kl. 03:00.") || state(t, o, d.ID) != draft.Scheduled {
		t.Errorf("%s %s", state(t, o, d.ID), a.Body)
	}
}

func TestTwoAtOnceLoseNothing(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Gräset.")
	mine := o.Form(d, "spara", "text", "Gräset är kort.")
	if a := o.As(drafttest.Bengt).Post("/skriv/"+d.ID, o.Form(d, "spara", "text", "Gräset är långt.")); a.Status != http.StatusOK {
		t.Fatal(a.Status)
	}
	a := o.As(drafttest.Amina).Post("/skriv/"+d.ID, mine)
	if a.Status != http.StatusConflict || !a.Has("Bengt har sparat en nyare version medan du skrev.", "version 3", "Gräset är kort.", `name="version" value="2"`) {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	if a := o.As(drafttest.Amina).Post("/skriv/"+d.ID, mine); a.Status != http.StatusConflict {
		t.Error("the second time nobody told her")
	}
	together := o.Form(d, "spara", "text", "Gräset är lagom.")
	if a := o.As(drafttest.Amina).Post("/skriv/"+d.ID, together); a.Status != http.StatusOK || o.Get(d.ID).Latest.Content.Text != "Gräset är lagom." {
		t.Errorf("%d %q", a.Status, o.Get(d.ID).Latest.Content.Text)
	}
	if a := o.As(drafttest.Amina).Get("/skriv/" + d.ID + "/versioner"); !a.Has("Version 3", "Sparad bredvid", "Bengt Larsson") {
		t.Error(a.Body)
	}
}

func TestTheScriptSavesAndReads(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Hej")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	a := amina.Post(path+"/spara", o.Form(d, "", "text", "Hej på dig", "topics", "ok, <b>"))
	var kept struct{ Version int }
	if err := json.Unmarshal([]byte(a.Body), &kept); err != nil || a.Status != http.StatusOK || kept.Version != 2 || a.Header.Get("Tilltal-Version") != "2" || a.Header.Get("Tilltal-Saved") != "12:00" {
		t.Errorf("%d %s %v", a.Status, a.Body, a.Header)
	}
	if got := o.Get(d.ID).Latest.Content; got.Text != "Hej på dig" || len(got.Topics) != 0 {
		t.Errorf("a topic that cannot be kept took the text with it: %+v", got)
	}
	old := o.Form(d, "", "version", "1", "text", "Annat")
	if a := amina.Post(path+"/spara", old); a.Status != http.StatusConflict {
		t.Errorf("an old version: %d", a.Status)
	}
	a = amina.Post(path+"/omdome", o.Form(d, "", "text", "åäö\r\nkanske", "when", "timed", "date", "2027-03-28", "time", "02:30"))
	if !a.Has("data-findings", "data-counters", "data-routine", `data-start="7"`, "Tidsätt med skäl", "ställs klockan fram", `name="klockan"`) || a.Has("<html") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	if o.Get(d.ID).Latest.Content.Text != "Hej på dig" {
		t.Error("reading along saved the text")
	}
	if a := o.As(drafttest.Gunnar).Post(path+"/omdome", o.Form(d, "")); a.Status != http.StatusForbidden {
		t.Errorf("somebody without a role: %d", a.Status)
	}
}

func TestPicturesComeAndGo(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Se på sjön.")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	a := papertest.Upload(t, amina, path, o.Form(d, "spara"), "pictures", map[string][]byte{`C:\bilder\sjön.png`: small(t), "inte.png": []byte("ingen bild")})
	if a.Status != http.StatusUnprocessableEntity || !a.Has("inte.png", "Vad ser man på bilden?") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	got := o.Get(d.ID).Latest.Content.Pictures
	if len(got) != 1 || got[0].Name != "sjön.png" {
		t.Fatalf("%+v", got)
	}
	hash := got[0].Hash
	if a := amina.Get(path + "/bild/" + hash); a.Status != http.StatusOK || a.Header.Get("Content-Type") != "image/png" {
		t.Errorf("%d %v", a.Status, a.Header)
	}
	again := papertest.Upload(t, amina, path, o.Form(d, "spara", "alt-"+hash, "Sjön i motljus."), "pictures", map[string][]byte{"sjön.png": small(t)})
	if got := o.Get(d.ID).Latest.Content.Pictures; again.Status != http.StatusOK || len(got) != 1 || got[0].Alt != "Sjön i motljus." {
		t.Errorf("%d %+v", again.Status, got)
	}
	amina.Post(path, o.Form(d, "ta-bort="+hash))
	if got := o.Get(d.ID).Latest.Content.Pictures; len(got) != 0 {
		t.Errorf("%+v", got)
	}
	a = papertest.Upload(t, amina, path, o.Form(d, "skicka"), "pictures", map[string][]byte{"sjön.png": small(t)})
	if a.Status != http.StatusUnprocessableEntity || len(o.Get(d.ID).Latest.Content.Pictures) != 1 {
		t.Errorf("a picture she had chosen was left behind, or went out without a description: %d", a.Status)
	}
}

func small(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 20, 10))
	img.Set(3, 3, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHostileTextIsShownAsItIs(t *testing.T) {
	o := open(t)
	evil := "</textarea><script>alert(1)</script> \u202Eolleh \u200Bkanske <img src=x onerror=alert(2)>"
	d := o.Write(drafttest.Amina, evil)
	if o.Get(d.ID).Latest.Content.Text != evil {
		t.Error("the text was changed")
	}
	for _, path := range []string{"", "/versioner", "/kasta"} {
		a := o.As(drafttest.Amina).Get("/skriv/" + d.ID + path)
		if a.Status != http.StatusOK || a.Has("<script>alert") || a.Has("<img src=x") {
			t.Errorf("%s: %d", path, a.Status)
		}
	}
	list := o.As(drafttest.Amina).Get("/skriv")
	if list.Has("\u202E") || list.Has("<script>alert") {
		t.Error("the list turns the reading")
	}
	for _, form := range []url.Values{{}, {"version": {"x"}, "text": {"\xff\x00"}}, {"version": {"99999999999999999999"}, "bild": {"../../etc", strings.Repeat("f", 64)}}, {"atgarda": {"<"}, "behall": {"%"}, "text": {"a"}}} {
		if a := o.As(drafttest.Amina).Post("/skriv/"+d.ID, form); a.Status >= 500 {
			t.Errorf("%v: %d", form, a.Status)
		}
	}
}

func TestVersionsAndDiscarding(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Ett")
	amina, path := o.As(drafttest.Amina), "/skriv/"+d.ID
	amina.Post(path, o.Form(d, "spara", "text", "Två"))
	if a := amina.Get(path + "/versioner?fran=1"); !a.Has("Från version 1 till version 2", "<del>", "Ta tillbaka version 1") {
		t.Error(a.Body)
	}
	if a := amina.Follow(path+"/versioner", url.Values{"version": {"1"}}); !a.Has("Version 1 är tillbaka") || o.Get(d.ID).Latest.Content.Text != "Ett" || o.Get(d.ID).Last != 3 {
		t.Error(a.Body)
	}
	if a := amina.Post(path+"/versioner", url.Values{"version": {"77"}}); a.Status != http.StatusNotFound {
		t.Errorf("%d", a.Status)
	}
	if a := amina.Follow(path+"/kasta", nil); !a.Has("Utkastet är kastat.") || state(t, o, d.ID) != draft.Discarded {
		t.Error(a.Body)
	}
	if a := amina.Get(path); a.Status != http.StatusGone {
		t.Errorf("%d", a.Status)
	}
}

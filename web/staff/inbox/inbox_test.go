package inbox_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/svenska"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/store/drafttest"
	page "tilltal/web/staff/inbox"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/stafftest"
	"tilltal/web/visit"
)

// office is a desk with an inbox, and citizens who turn to it.
type office struct {
	*papertest.Office
	*testing.T
	talk *inbox.Room
}

func (o *office) Find(_ context.Context, uris []string) (map[string]inbox.Place, error) {
	out := map[string]inbox.Place{}
	for _, u := range uris {
		if u == "https://torget.se/parken" {
			out[u] = inbox.Place{Account: drafttest.Account}
		}
	}
	return out, nil
}

// Helpers are everybody at the desk.
func (o *office) Helpers(context.Context, people.Actor, string) (out []people.Person, err error) {
	for _, a := range o.People {
		out = append(out, a.Person)
	}
	slices.SortFunc(out, func(a, b people.Person) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

type letters struct{}

func (letters) Read(e inbox.Envelope) (m inbox.Message, err error) {
	return m, json.Unmarshal(e.Body, &m)
}

func open(t *testing.T) *office {
	t.Helper()
	o := &office{T: t}
	o.Office = papertest.Open(t, func(p *papertest.Office) []visit.Route {
		o.talk = inbox.New(p, inbox.Options{Clock: p.Clock, Square: o, Readers: map[string]inbox.Reader{inbox.ChannelFediverse: letters{}},
			Checks: drafttest.Checks(), People: p, Writer: p.Drafts, Publisher: p.Posts})
		o.Office = p
		return page.Routes(page.Deps{Hall: p.Hall, Talk: o.talk, Drafts: p.Drafts, Routines: p, People: o, Accounts: p, Posts: p.Posts})
	})
	return o
}

func (o *office) must(err error) {
	o.T.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// hear lets a message come in over the fediverse.
func (o *office) hear(id string, m inbox.Message) {
	o.T.Helper()
	m.Author = "https://a.example/anna"
	if m.AuthorName == "" {
		m.AuthorName = "Anna Ek"
	}
	if m.Remote = "https://a.example/" + m.Remote; m.Kind == inbox.MessageLeft {
		m.Remote = m.Author
	}
	if m.Kind == "" {
		m.Kind = inbox.MessageSaid
	}
	if m.Visibility == "" {
		m.Visibility = inbox.Public
	}
	body, err := json.Marshal(m)
	o.must(err)
	o.must(o.talk.Arrive(context.Background(), inbox.Envelope{Channel: inbox.ChannelFediverse, Remote: id, Sender: m.Author, Kind: "Create", Body: body}))
	o.must(o.talk.Sort(context.Background()))
}

// asked lets Anna ask, and returns the path of the conversation.
func (o *office) asked(remote, text string) string {
	o.T.Helper()
	o.hear("act/"+remote, inbox.Message{Remote: remote, Text: text, Mentions: []string{"https://torget.se/parken"}})
	return o.find(inbox.FirstLine(text))
}

func (o *office) find(first string) string {
	o.T.Helper()
	list, err := o.talk.List(context.Background(), o.People[drafttest.David], inbox.Filter{})
	o.must(err)
	for _, c := range list.Items {
		if c.First == first {
			return "/inkorg/" + c.ID
		}
	}
	o.Fatalf("no conversation begins with %q", first)
	return ""
}

func (o *office) conversation(path string) inbox.Conversation {
	o.T.Helper()
	c, err := o.talk.Get(context.Background(), o.People[drafttest.David], strings.TrimPrefix(path, "/inkorg/"))
	o.must(err)
	return c
}

var hidden = regexp.MustCompile(`<input type="hidden" name="(sett|version|utkast)" value="([^"]*)"`)

// form is the composer as a page has it, filled in.
func form(a stafftest.Answer, text string, more ...string) url.Values {
	f := url.Values{"text": {text}}
	_, composer, _ := strings.Cut(a.Body, `class="composer"`)
	for _, m := range hidden.FindAllStringSubmatch(composer, -1) {
		f.Set(m[1], m[2])
	}
	for i := 0; i+1 < len(more); i += 2 {
		f.Set(more[i], more[i+1])
	}
	return f
}

func (o *office) shows(a stafftest.Answer, status int, words ...string) stafftest.Answer {
	o.T.Helper()
	if a.Status != status {
		o.Errorf("status %d, want %d", a.Status, status)
	}
	for _, w := range words {
		if !a.Has(w) {
			o.Errorf("%q is missing in\n%s", w, main(a.Body))
		}
	}
	return a
}

func (o *office) hides(a stafftest.Answer, words ...string) {
	o.T.Helper()
	for _, w := range words {
		if a.Has(w) {
			o.Errorf("%q stands in\n%s", w, main(a.Body))
		}
	}
}

// main is the part of a page that is its own.
func main(body string) string {
	_, after, _ := strings.Cut(body, "<main")
	before, _, _ := strings.Cut(after, "</main>")
	return before
}

func TestTheList(t *testing.T) {
	o := open(t)
	amina := o.As(drafttest.Amina)
	o.shows(amina.Get("/inkorg"), http.StatusOK, "Inget väntar. Bra jobbat.", "Välj ett samtal i listan.")
	first := o.asked("1", "När öppnar parken?")
	o.asked("2", "Fint väder idag")
	o.shows(amina.Get("/inkorg"), http.StatusOK, "När öppnar parken?", "Fint väder idag", "Anna Ek", "Fediversum", "ingen har tagit det", `href="`+first+`"`, "data-row")
	o.must(o.talk.Take(t.Context(), o.People[drafttest.Amina], strings.TrimPrefix(first, "/inkorg/"), 0))
	mine := o.shows(amina.Get("/inkorg?visa=mina"), http.StatusOK, "När öppnar parken?", `href="`+first+`?visa=mina"`, `aria-current="page"`)
	o.hides(mine, "Fint väder idag")
	o.hides(amina.Get("/inkorg?visa=lediga"), "När öppnar parken?")
	o.shows(amina.Get("/inkorg?visa=klara"), http.StatusOK, "Här samlas samtal som är klara.")
	o.shows(amina.Get("/inkorg?kanal=square"), http.StatusOK, "Inget samtal passar urvalet.", "Alla konton, Torget")
	o.shows(amina.Get("/inkorg?konto=parken"), http.StatusOK, "När öppnar parken?", "Parken, alla kanaler")
	o.hides(amina.Get("/inkorg?konto=annat"), "När öppnar parken?")
	o.shows(amina.Get("/inkorg?visa=hittepa"), http.StatusOK, "Fint väder idag")
	o.shows(amina.Get("/inkorg?efter=skräp"), http.StatusUnprocessableEntity)
	amina.Language = "en"
	o.shows(amina.Get("/inkorg?visa=sena"), http.StatusOK, "Nothing waits. Well done.", "Late")
	if a := o.As(drafttest.Gunnar).Get("/inkorg"); a.Status != http.StatusForbidden {
		t.Errorf("who has no inbox: %d", a.Status)
	}
}

func TestPagesOfTheList(t *testing.T) {
	o := open(t)
	for i := range 53 {
		o.hear(fmt.Sprint("act/", i), inbox.Message{Remote: fmt.Sprint(i), Text: fmt.Sprintf("Fråga nummer %02d?", i), Mentions: []string{"https://torget.se/parken"}})
		o.Clock.Move(time.Second)
	}
	amina := o.As(drafttest.Amina)
	one := o.shows(amina.Get("/inkorg"), http.StatusOK, "Fråga nummer 00?", "Fråga nummer 49?", "Visa äldre")
	o.hides(one, "Fråga nummer 50?", "Visa nyare")
	older := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(one.Body)
	two := o.shows(amina.Get(strings.ReplaceAll(older[1], "&amp;", "&")), http.StatusOK, "Fråga nummer 50?", "Fråga nummer 52?", "Visa nyare")
	o.hides(two, "Fråga nummer 49?", "Visa äldre")
}

func TestTakingHandingAndNoting(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina, bengt := o.As(drafttest.Amina), o.As(drafttest.Bengt)
	before := o.shows(amina.Get(path), http.StatusOK, "Ta samtalet", `data-key="a"`, `data-key="e"`, `data-key="r"`, "Omnämnande till Parken", "har ett frågetecken")
	seen := form(before, "").Get("sett")
	o.shows(bengt.Follow(path+"/ta", url.Values{"sett": {seen}}), http.StatusOK, "Samtalet är ditt.", "Bengt Larsson tog samtalet")
	o.shows(amina.Post(path+"/ta", url.Values{"sett": {seen}}), http.StatusConflict, "Bengt Larsson tog samtalet")
	o.shows(bengt.Post(path+"/lamna", nil), http.StatusUnprocessableEntity, "Välj vem som tar över.", `href="#lamna-to"`, "<details class=\"why\" open")
	o.shows(bengt.Follow(path+"/lamna", url.Values{"to": {drafttest.Eva}}), http.StatusOK, "Bengt Larsson lämnade samtalet till Eva Larsson")
	o.shows(o.As(drafttest.Carin).Follow(path+"/lamna", url.Values{"to": {"ingen"}}), http.StatusOK, "så det är ledigt")
	o.shows(bengt.Post(path+"/anteckna", url.Values{"text": {"  "}}), http.StatusUnprocessableEntity, "Skriv med några ord.", `id="anteckna-text"`)
	o.shows(bengt.Follow(path+"/anteckna", url.Values{"text": {"Fråga <b>Kerstin</b>"}, "sett": {"1"}}), http.StatusOK, "Intern anteckning", "Fråga &lt;b&gt;Kerstin&lt;/b&gt;")
	if a := o.As(drafttest.Farid).Post(path+"/anteckna", url.Values{"text": {"Hej"}}); a.Status != http.StatusForbidden {
		t.Errorf("an auditor noted: %d", a.Status)
	}
	o.hides(o.shows(o.As(drafttest.Farid).Get(path), http.StatusOK, "När öppnar parken?"), "Anteckna", "Ta samtalet", "Svara nu")
}

func TestClosingReopeningAndClassifying(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	carin := o.As(drafttest.Carin)
	o.hides(carin.Get(path), "Frågan är besvarad")
	o.shows(carin.Post(path+"/avsluta", url.Values{"outcome": {"referred"}}), http.StatusUnprocessableEntity, "Skriv med några ord.", `href="#avsluta-words"`, "checked")
	o.shows(carin.Follow(path+"/avsluta", url.Values{"outcome": {"referred"}, "words": {"Till regionen"}}), http.StatusOK, "Samtalet är avslutat.", "Inget väntar. Bra jobbat.")
	closed := o.shows(carin.Get(path), http.StatusOK, "Carin Larsson avslutade samtalet som hänvisad: ”Till regionen”.", "Öppna igen")
	o.hides(closed, "Svara nu", "Ta samtalet")
	o.shows(carin.Follow(path+"/oppna", url.Values{"words": {"Det gällde oss"}}), http.StatusOK, "Samtalet är öppet igen.", "Svara nu", "”Det gällde oss”")
	o.shows(carin.Post(path+"/klassa", url.Values{"kind": {"question"}}), http.StatusUnprocessableEntity, "Skriv med några ord.", `id="klassa-why"`)
	o.shows(carin.Follow(path+"/klassa", url.Values{"kind": {"report"}, "needs": {"1"}}), http.StatusOK, "ändrade vad samtalet gäller till anmälan", "Anmälan till Parken")
	if o.conversation(path).Kind != inbox.KindReport {
		t.Error("not classified")
	}
}

func TestAnswering(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina := o.As(drafttest.Amina)
	a := o.shows(amina.Get(path), http.StatusOK, "Svara Anna Ek på Fediversum", "Alla kan läsa svaret.", "Du kan svara själv.", `id="svar"`)
	o.shows(amina.Post(path+"/svara", form(a, " ", "skicka", "1")), http.StatusUnprocessableEntity, "Skriv ett svar först.", `href="#text"`)
	b := o.shows(amina.Follow(path+"/svara", form(a, "Klockan nio.", "skicka", "1")), http.StatusOK, "Svaret är skickat.", "Klockan nio.", "Rätta eller avpublicera", `class="turn authority"`, "besvarad")
	if f := form(b, ""); f.Get("utkast") == form(a, "").Get("utkast") {
		t.Error("the next answer would be offered the words of the one that has gone out")
	}
	o.shows(amina.Follow(path+"/svara", form(b, "Och stänger fem.", "skicka", "avsluta")), http.StatusOK, "Svaret är skickat och samtalet avslutat.")
	if c := o.conversation(path); c.Closure == nil || c.Closure.Outcome != inbox.OutcomeAnswered || c.Turns != 3 {
		t.Errorf("%+v", c)
	}
}

func TestOfTwoAnswersOneIsSent(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina, bengt := o.As(drafttest.Amina), o.As(drafttest.Bengt)
	hers, his := amina.Get(path), bengt.Get(path)
	amina.Follow(path+"/svara", form(hers, "Klockan nio.", "skicka", "1"))
	second := o.shows(bengt.Post(path+"/svara", form(his, "Vi öppnar kl. 9 & stänger 17", "skicka", "1")), http.StatusConflict,
		"Det har hänt något i samtalet sedan du öppnade det.", "Din text är sparad som utkast och har inte skickats.", "Klockan nio.", "Vi öppnar kl. 9 &amp; stänger 17")
	if n := o.conversation(path).Turns; n != 2 {
		t.Errorf("%d turns", n)
	}
	kept := o.shows(bengt.Get(path), http.StatusOK, "Vi öppnar kl. 9 &amp; stänger 17</textarea>", "Sparat")
	if form(kept, "").Get("version") != form(second, "").Get("version") {
		t.Error("the page after the conflict would save beside itself")
	}
	o.shows(bengt.Follow(path+"/svara", form(second, "Och parkeringen är gratis.", "skicka", "1")), http.StatusOK, "Svaret är skickat.", "parkeringen är gratis")
}

func TestWhoMendsIsStillToldThatSomebodyWasFirst(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina, bengt := o.As(drafttest.Amina), o.As(drafttest.Bengt)
	hers, his := amina.Get(path), bengt.Get(path)
	amina.Follow(path+"/svara", form(hers, "Klockan nio.", "skicka", "1"))
	empty := o.shows(bengt.Post(path+"/svara", form(his, " ", "skicka", "1")), http.StatusUnprocessableEntity, "Skriv ett svar först.")
	told := o.shows(bengt.Post(path+"/svara", form(empty, "Klockan tio.", "skicka", "1")), http.StatusConflict, "Det har hänt något i samtalet")
	o.shows(bengt.Follow(path+"/svara", form(his, "Klockan tio.", "spara", "1", "version", form(told, "").Get("version"))), http.StatusOK, "läs det nya först")
	if n := o.conversation(path).Turns; n != 2 {
		t.Errorf("%d turns", n)
	}
	lapsed := url.Values{"sett": {form(his, "").Get("sett")}, "outcome": {"referred"}}
	again := o.shows(o.As(drafttest.Carin).Post(path+"/avsluta", lapsed), http.StatusUnprocessableEntity, "Skriv med några ord.")
	if !again.Has(`name="sett" value="` + lapsed.Get("sett") + `"`) {
		t.Error("a form that was mended forgot what its sender had seen")
	}
}

func TestTheRoutineSpeaksFirst(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina := o.As(drafttest.Amina)
	a := amina.Get(path)
	o.shows(amina.Post(path+"/omdome", form(a, "Det är kanske klockan nio.")), http.StatusOK, "data-findings", `form="svar"`, "Här står det.", "Svara, med skäl", "data-routine", `name="reason"`)
	o.shows(amina.Post(path+"/omdome", form(a, "Det är troligen klockan nio.")), http.StatusOK, "Innan svaret går ut läser en kollega det.", "Be om en läsning")
	o.shows(amina.Post(path+"/omdome", form(a, "Det är säkert nio.")), http.StatusOK, "Lämna till kommunikatören på pass")
	o.shows(amina.Post(path+"/omdome", form(a, "Det är svårt.")), http.StatusOK, "Lämna till en beslutsfattare")
	wrong := o.shows(amina.Post(path+"/svara", form(a, "Det är kanske klockan nio.", "skicka", "1")), http.StatusUnprocessableEntity, "kanske klockan nio.</textarea>", `href="#reason"`, "Skriv varför")
	o.shows(amina.Follow(path+"/svara", form(wrong, "Det är kanske klockan nio.", "skicka", "1", "reason", "Det beror på vädret.")), http.StatusOK, "Svaret är skickat.")
}

func TestAnAnswerThatWaits(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina := o.As(drafttest.Amina)
	a := o.shows(amina.Follow(path+"/svara", form(amina.Get(path), "Det är troligen klockan nio.", "skicka", "1")), http.StatusOK,
		"Svaret är inlämnat. Nu läser en kollega.", "Innan ditt svar går ut läser en kollega det.")
	if o.conversation(path).Turns != 1 {
		t.Error("it went out unread")
	}
	o.shows(o.As(drafttest.Bengt).Get(path), http.StatusOK, "Amina Larsson har skrivit ett svar.", "/granska/", "Läs och godkänn")
	if b := amina.Post(path+"/spara", form(a, "Det är troligen klockan tio.")); b.Status != http.StatusConflict {
		t.Errorf("saving by itself voided what was handed in: %d", b.Status)
	}
}

func TestFindingsAreAnsweredWithoutAScript(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina := o.As(drafttest.Amina)
	const text = "Det är kanske klockan nio."
	saved := o.shows(amina.Follow(path+"/svara", form(amina.Get(path), text, "spara", "1")), http.StatusOK, "Utkastet är sparat.", text+"</textarea>", "Här står det.")
	card := regexp.MustCompile(`data-finding="([^"]+)"`).FindStringSubmatch(saved.Body)[1]
	o.shows(amina.Post(path+"/svara", form(saved, text, "behall", card)), http.StatusUnprocessableEntity, "Skriv varför du behåller orden.", text+"</textarea>")
	kept := o.shows(amina.Post(path+"/svara", form(saved, text, "behall", card, "skal-"+card, "Det beror på vädret.")), http.StatusOK, "Det beror på vädret.", "Du har svarat på allt vi såg.", text+"</textarea>")
	o.shows(amina.Post(path+"/svara", form(kept, text, "angra", card)), http.StatusOK, "Behåll med skäl")
	o.shows(amina.Follow(path+"/svara", form(kept, text, "skicka", "1")), http.StatusOK, "Svaret är skickat.")
}

func TestSavingWhileTyping(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina, bengt := o.As(drafttest.Amina), o.As(drafttest.Bengt)
	f := form(amina.Get(path), "")
	if a := amina.Post(path+"/spara", f); a.Status != http.StatusNoContent {
		t.Errorf("an empty answer: %d", a.Status)
	}
	for i, text := range []string{"Vi", "Vi öppnar", "Vi öppnar nio."} {
		f.Set("text", text)
		a := amina.Post(path+"/spara", f)
		if a.Status != http.StatusOK || a.Header.Get("Tilltal-Version") != fmt.Sprint(i+1) || a.Header.Get("Tilltal-Saved") != "12:00" {
			t.Fatalf("%d %v", a.Status, a.Header)
		}
		f.Set("version", a.Header.Get("Tilltal-Version"))
	}
	drafts, err := o.Drafts.InConversation(t.Context(), o.People[drafttest.Amina], drafttest.Account, strings.TrimPrefix(path, "/inkorg/"))
	if err != nil || len(drafts) != 1 || drafts[0].Kind != draft.KindAnswer {
		t.Errorf("%d drafts, %v", len(drafts), err)
	}
	o.shows(bengt.Get(path), http.StatusOK, "Amina Larsson har börjat på ett svar")
	o.shows(amina.Get(path), http.StatusOK, "Vi öppnar nio.</textarea>")
	f.Set("version", "1") // another window
	f.Set("text", "Något annat")
	if a := amina.Post(path+"/spara", f); a.Status != http.StatusConflict {
		t.Errorf("two windows: %d", a.Status)
	}
}

func TestWhatCitizensChangeIsShown(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	o.Clock.Move(time.Minute)
	o.hear("act/2", inbox.Message{Kind: inbox.MessageChanged, Remote: "1", Text: "När stänger parken?", Mentions: []string{"https://torget.se/parken"}, At: o.Clock.Now()})
	amina := o.As(drafttest.Amina)
	o.shows(amina.Get(path), http.StatusOK, "När stänger parken?", "ändrad", "Visa vad som stod före", "öppnar</del>", "stänger</ins>")
	o.hear("act/3", inbox.Message{Kind: inbox.MessageDeleted, Remote: "1"})
	o.shows(amina.Get(path), http.StatusOK, "Tagen tillbaka av den som skrev", "Visa vad som stod", "När stänger parken?")
}

func TestPrivateThingsStayInside(t *testing.T) {
	o := open(t)
	_, err := o.talk.Ask(t.Context(), inbox.Question{Account: drafttest.Account, Kind: inbox.KindQuestion, Name: "Siv", Contact: "siv@example.com", Text: "Ringer ni mig?"})
	o.must(err)
	o.must(o.talk.Sort(t.Context()))
	path := o.find("Ringer ni mig?")
	amina := o.As(drafttest.Amina)
	o.hides(amina.Get("/inkorg"), "siv@example.com")
	o.shows(amina.Get(path), http.StatusOK, "siv@example.com", "Syns bara här.", "Vi sa att vi har sett frågan", "Bara den som frågade läser svaret")
	o.hides(o.As(drafttest.Farid).Get(path), "siv@example.com")
	o.hear("act/9", inbox.Message{Remote: "9", Text: "Viskar: när öppnar ni?", Visibility: inbox.Direct, Mentions: []string{"https://torget.se/parken"}})
	o.shows(amina.Get(o.find("Viskar: när öppnar ni?")), http.StatusOK, "direktmeddelande", "Svaret går som direktmeddelande.")
}

func TestHostileText(t *testing.T) {
	o := open(t)
	nasty := "<script>alert(1)</script> \u202egnp.exe \u200b\u0000 kanske?" + strings.Repeat("å", 20000)
	o.hear("act/1", inbox.Message{Remote: "1", Text: nasty, AuthorName: "\u202eevil\"><img src=x onerror=alert(1)>", Mentions: []string{"https://torget.se/parken"}})
	list, err := o.talk.List(t.Context(), o.People[drafttest.David], inbox.Filter{})
	o.must(err)
	path := "/inkorg/" + list.Items[0].ID
	for _, a := range []stafftest.Answer{o.As(drafttest.Amina).Get("/inkorg"), o.As(drafttest.Amina).Get(path)} {
		o.shows(a, http.StatusOK, "&lt;script&gt;", "U+202E")
		o.hides(a, "<script>alert", "<img src=x", "\u202e", "\u0000")
	}
	o.shows(o.As(drafttest.Amina).Get(path), http.StatusOK, "Visa hela texten", "Svara ")
	amina := o.As(drafttest.Amina)
	o.shows(amina.Post(path+"/svara", form(amina.Get(path), nasty, "spara", "1", "version", "många", "sett", "-5")), http.StatusSeeOther)
	for _, bad := range []string{"/inkorg/nej", "/inkorg/%00", "/inkorg/" + strings.Repeat("x", 500)} {
		if a := amina.Get(bad); a.Status != http.StatusNotFound {
			t.Errorf("%s: %d", bad, a.Status)
		}
	}
}

func TestPresence(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	amina, bengt := o.As(drafttest.Amina), o.As(drafttest.Bengt)
	o.shows(amina.Post(path+"/narvaro", nil), http.StatusOK, `{"here":[]}`)
	o.shows(bengt.Post(path+"/narvaro", nil), http.StatusOK, `{"here":["Amina Larsson"]}`)
	o.shows(amina.Post(path+"/narvaro", url.Values{"leave": {"1"}}), http.StatusOK, `{"here":[]}`)
	o.Clock.Move(time.Minute)
	o.shows(amina.Post(path+"/narvaro", nil), http.StatusOK, `{"here":[]}`)
	if a := o.As(drafttest.Gunnar).Post(path+"/narvaro", nil); a.Status != http.StatusForbidden {
		t.Errorf("who may not read: %d", a.Status)
	}
}

func TestAJoinedConversationLeadsOn(t *testing.T) {
	o := open(t)
	o.hear("act/2", inbox.Message{Remote: "2", InReplyTo: "https://a.example/1", Text: "Och på söndag?", Mentions: []string{"https://torget.se/parken"}})
	loose := o.find("Och på söndag?")
	o.hear("act/3", inbox.Message{Remote: "3", InReplyTo: "https://a.example/0", Text: "Och på lördag?", Mentions: []string{"https://torget.se/parken"}})
	other := o.find("Och på lördag?")
	o.hear("act/1", inbox.Message{Remote: "1", InReplyTo: "https://a.example/3", Text: "Öppet?", Mentions: []string{"https://torget.se/parken"}})
	amina := o.As(drafttest.Amina)
	for _, path := range []string{loose, other} {
		a := amina.Get(path)
		if a.Status == http.StatusSeeOther {
			a = amina.Get(a.Location)
		}
		o.shows(a, http.StatusOK, "Och på söndag?", "Och på lördag?", "Öppet?")
	}
}

// promises lets the account promise an answer within a working day.
func (o *office) promises() {
	a := o.Accounts[drafttest.Account]
	a.Promise, a.Hours = svenska.WithinDays(1), svenska.Office()
	o.Accounts[drafttest.Account] = a
}

func TestTheClock(t *testing.T) {
	o := open(t)
	o.promises()
	path := o.asked("1", "När öppnar parken?")
	amina := o.As(drafttest.Amina)
	o.shows(amina.Get("/inkorg"), http.StatusOK, "svara senast i morgon kl. 12:00", `class="unread"`)
	o.hides(amina.Get("/inkorg?visa=sena"), "När öppnar parken?")
	o.Clock.Move(23 * time.Hour)
	o.shows(amina.Get(path), http.StatusOK, "svara inom 60 min")
	o.Clock.Move(3 * time.Hour)
	o.shows(amina.Get("/inkorg?visa=sena"), http.StatusOK, "När öppnar parken?", "2 tim sen")
	o.shows(amina.Follow(path+"/svara", form(amina.Get(path), "Klockan nio.", "skicka", "1")), http.StatusOK, "besvarad")
	o.hides(amina.Get(path), "tim sen")
}

func TestWaitingIsCounted(t *testing.T) {
	o := open(t)
	o.promises()
	o.asked("1", "När öppnar parken?")
	path := o.asked("2", "När stänger parken?")
	o.must(o.talk.Take(t.Context(), o.People[drafttest.Amina], strings.TrimPrefix(path, "/inkorg/"), 0))
	for who, want := range map[string]int{drafttest.Amina: 2, drafttest.Bengt: 1, drafttest.Gunnar: 0} {
		if n, err := page.Waiting(o.talk)(t.Context(), o.People[who]); err != nil || n != want {
			t.Errorf("%s: %d, %v", who, n, err)
		}
	}
}

func TestOnlyPartsAreAskedFor(t *testing.T) {
	o := open(t)
	path := o.asked("1", "När öppnar parken?")
	r := httptest.NewRequest(http.MethodGet, stafftest.Base+path, nil)
	r.Header.Set("Tilltal-Fragment", "1")
	id := strings.TrimPrefix(path, "/inkorg/")
	o.shows(o.As(drafttest.Amina).Do(r), http.StatusOK, `data-live="samtal-`+id+`"`, `data-live="huvud-`+id+`"`, `data-live="inkorg"`, `data-presence-url="`+path+`/narvaro"`)
}

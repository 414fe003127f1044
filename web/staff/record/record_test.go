package record_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/record"
	"tilltal/measure/all"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	page "tilltal/web/staff/record"
	"tilltal/web/visit"
)

// office is a desk with a record.
type office struct{ *papertest.Office }

// register is the registers of accounts and of people.
type register struct{ *papertest.Office }

func (r register) All(context.Context, bool) ([]account.Account, error) {
	return []account.Account{r.Accounts[drafttest.Account]}, nil
}

func (r register) People(context.Context, people.Actor, bool) ([]people.Person, error) {
	return []people.Person{r.Office.People[drafttest.Amina].Person, r.Office.People[drafttest.Bengt].Person}, nil
}

func open(t *testing.T) office {
	t.Helper()
	o := office{papertest.Open(t, func(p *papertest.Office) []visit.Route {
		room := record.New(p.Store, p.Clock, all.Measures())
		return page.Routes(page.Deps{Hall: p.Hall, Record: room, Accounts: register{p}, People: register{p}, Ledger: p})
	})}
	return o
}

func (o office) act(t *testing.T, kind, subject string, by string, say map[string]any, facts ...any) {
	t.Helper()
	_, err := o.Commit(t.Context(), desk.Change{Acts: []desk.Act{{Kind: kind, Subject: subject, Account: drafttest.Account, Who: o.People[by].Who(),
		At: o.Clock.Now(), Say: say, Facts: facts}}})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheChronicle(t *testing.T) {
	o := open(t)
	david := o.As(drafttest.David)
	if a := david.Get("/protokoll"); a.Status != http.StatusOK || !a.Has("Protokollet är tomt än.", "Protokollet har 0 poster.", "/insyn/protokoll") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	o.Publish(drafttest.Amina, "Snöröjningen börjar i natt.")
	o.act(t, "inbox.closed", "c1", drafttest.Bengt, map[string]any{"outcome": "referred", "words": "Till <regionen>"})
	a := david.Get("/protokoll")
	if !a.Has("Amina Larsson började på en text.", "Amina Larsson publicerade ett inlägg, undertecknat Amina.", "Bengt Larsson avslutade ett samtal: hänvisad.", "Till &lt;regionen&gt;",
		`href="/inkorg/c1"`, `href="/protokoll/1"`, "till inlägget", `id="nr-1"`, "Visa kontrollpunkten", "torget.example.se/insyn/protokoll") {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Carin).Get("/protokoll"); a.Status != http.StatusOK {
		t.Errorf("an owner: %d", a.Status)
	}
	if a := o.As(drafttest.Amina).Get("/protokoll"); a.Status != http.StatusForbidden {
		t.Errorf("a voice: %d", a.Status)
	}
}

// TestARegistrarIsLedToWhatSheMayOpen: the record is where she looks for what was withdrawn.
func TestARegistrarIsLedToWhatSheMayOpen(t *testing.T) {
	o := open(t)
	post := o.Publish(drafttest.Amina, "Snöröjningen börjar i natt.")
	if _, err := o.Posts.Withdraw(t.Context(), o.People[drafttest.Amina], post, publish.Taking{Ground: publish.GroundWrong, Reason: "Fel.", Public: "Fel."}); err != nil {
		t.Fatal(err)
	}
	o.People["rut"] = drafttest.Granted("rut", people.Registrar, o.Clock.Now())
	to := map[string]string{"the post": `href="/inlagg/` + post + `"`, "the copy": `href="/inlagg/` + post + `/forseglad"`, "a draft": `href="/skriv/`}
	for who, leads := range map[string][]string{"rut": {"the copy"}, drafttest.David: {"the post", "a draft"}, drafttest.Eva: {"the post", "the copy", "a draft"}} {
		a := o.As(who).Get("/protokoll")
		for what, link := range to {
			if a.Has(link) != slices.Contains(leads, what) {
				t.Errorf("%s is led to %s: %v\n%s", who, what, a.Has(link), a.Body)
			}
		}
	}
}

// TestWhatCameInByItselfIsFolded: what a person did stands between, and whoever searches sees each entry.
func TestWhatCameInByItselfIsFolded(t *testing.T) {
	o := open(t)
	for range 3 {
		o.act(t, "inbox.arrived", "e", drafttest.Bengt, nil)
		o.act(t, "inbox.sorted", inbox.SortingSubject, drafttest.Bengt, nil)
	}
	o.act(t, "inbox.taken", "c1", drafttest.Bengt, nil)
	o.act(t, "inbox.arrived", "e", drafttest.Bengt, nil)
	o.act(t, "inbox.taken", "c1", drafttest.Bengt, nil)
	david := o.As(drafttest.David)
	a := david.Get("/protokoll")
	if strings.Count(a.Body, `class="folded"`) != 1 || !a.Has("Medborgare hörde av sig 3 gånger.", "Protokoll nr 1–6", `id="nr-1"`, `id="nr-6"`, `href="/protokoll/3"`, `id="nr-8"`) {
		t.Error(a.Body)
	}
	if first, rest, _ := strings.Cut(a.Body, `id="nr-7"`); strings.Contains(first, `class="folded"`) || !strings.Contains(rest, `class="folded"`) {
		t.Error("what a person did, or what came alone, is folded too")
	}
	if a := david.Get("/protokoll?vad=inkorg"); a.Has(`class="folded"`) || !a.Has(`id="nr-1"`, `id="nr-9"`) {
		t.Error(a.Body)
	}
}

// TestANightOfManyMessagesIsNotAPageOfOneLine: the page reads on until there is something to read.
func TestANightOfManyMessagesIsNotAPageOfOneLine(t *testing.T) {
	o := open(t)
	o.act(t, "inbox.taken", "c1", drafttest.Bengt, nil)
	for range 120 {
		o.act(t, "inbox.arrived", "e", drafttest.Bengt, nil)
	}
	if a := o.As(drafttest.David).Get("/protokoll"); !a.Has("Medborgare hörde av sig 120 gånger.", "Protokoll nr 2–121", `id="nr-1"`) || a.Has("Visa äldre") {
		t.Error(a.Body)
	}
}

func TestSearchingTheChronicle(t *testing.T) {
	o := open(t)
	o.Publish(drafttest.Amina, "Snöröjningen börjar i natt.")
	o.act(t, "inbox.noted", "c1", drafttest.Bengt, nil,
		inbox.Opened{ID: "c1", Account: drafttest.Account, Kind: inbox.KindMention, Channel: "test", At: o.Clock.Now()},
		inbox.Note{ID: "n1", Conversation: "c1", By: drafttest.Bengt, Text: "Vaktmästaren vet", At: o.Clock.Now()})
	david := o.As(drafttest.David)
	for query, want := range map[string][2]string{
		"q=vaktm%C3%A4stare":                 {"intern anteckning", "publicerade"},
		"vad=publicering":                    {"publicerade", "intern anteckning"},
		"vad=inkorg":                         {"intern anteckning", "publicerade"},
		"vem=bengt":                          {"intern anteckning", "publicerade"},
		"galler=c1":                          {"intern anteckning", "publicerade"},
		"konto=parken":                       {"intern anteckning", "Inget i protokollet passar."},
		"konto=badet":                        {"Inget i protokollet passar.", "publicerade"},
		"fran=2026-11-23&till=2026-11-23":    {"publicerade", "Inget i protokollet passar."},
		"fran=2026-11-24":                    {"Inget i protokollet passar.", "publicerade"},
		"till=2026-11-22":                    {"Inget i protokollet passar.", "publicerade"},
		"fran=i+g%C3%A5r":                    {"Skriv datumet som år", "publicerade"},
		"fran=2026-11-24&till=2026-11-23":    {"Den sista dagen ligger före den första.", "publicerade"},
		"q=%22":                              {"Skriv ett ord att söka efter.", "publicerade"},
		"efter=skr%C3%A4p":                   {"Börja från början.", "publicerade"},
		"q=%3Cscript%3Ealert%3C%2Fscript%3E": {"&lt;script&gt;", "<script>alert"},
	} {
		a := david.Get("/protokoll?" + query)
		if _, main, _ := strings.Cut(a.Body, "<main"); !strings.Contains(main, want[0]) || strings.Contains(main, want[1]) {
			t.Errorf("%s: %d, wants %q without %q in\n%s", query, a.Status, want[0], want[1], main)
		}
	}
	if a := david.Get("/protokoll?fran=x"); a.Status != http.StatusUnprocessableEntity {
		t.Errorf("%d", a.Status)
	}
}

func TestPagesOfTheChronicle(t *testing.T) {
	o := open(t)
	for range 55 {
		o.act(t, "inbox.taken", "c1", drafttest.Bengt, nil)
	}
	david := o.As(drafttest.David)
	a := david.Get("/protokoll?vem=bengt")
	_, after, found := strings.Cut(a.Body, `rel="next" href="`)
	if !found || !a.Has(`id="nr-55"`, `id="nr-6"`) || a.Has(`id="nr-5"`) {
		t.Fatal(a.Body)
	}
	href, _, _ := strings.Cut(after, `"`)
	if b := david.Get(strings.ReplaceAll(href, "&amp;", "&")); !b.Has(`id="nr-5"`, `id="nr-1"`, "Visa nyare") || b.Has(`id="nr-6"`) {
		t.Error(b.Body)
	}
}

func TestAnEntry(t *testing.T) {
	o := open(t)
	o.act(t, "inbox.taken", "c1", drafttest.Amina, nil)
	o.act(t, "inbox.closed", "c1", drafttest.Bengt, map[string]any{"outcome": "referred", "words": "Till \u202eregionen"},
		inbox.Opened{ID: "c1", Account: drafttest.Account, Kind: inbox.KindMention, Channel: "test", At: o.Clock.Now()},
		inbox.Note{ID: "n1", Conversation: "c1", By: drafttest.Bengt, Text: "x", At: o.Clock.Now()})
	david := o.As(drafttest.David)
	a := david.Get("/protokoll/2")
	if a.Status != http.StatusOK || !a.Has("Protokoll nr 2", "23 november 2026, 12:00:00 (UTC+01:00)", "Bengt Larsson, kollega", "Parken", "inbox.closed", "inbox_note", "n1",
		"Posten står på sin plats", "nr 2 av 2 leder till protokollets rot", "tilltal ledger prove 2", `href="/protokoll?galler=c1"`, "U+202E", `href="/protokoll/1"`) {
		t.Error(a.Body)
	}
	for _, none := range []string{"/protokoll/3", "/protokoll/0", "/protokoll/-1", "/protokoll/x", "/protokoll/99999999999999999999"} {
		if a := david.Get(none); a.Status != http.StatusNotFound {
			t.Errorf("%s: %d", none, a.Status)
		}
	}
	if a := o.As(drafttest.Amina).Get("/protokoll/1"); a.Status != http.StatusForbidden {
		t.Errorf("a voice: %d", a.Status)
	}
}

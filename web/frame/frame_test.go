package frame

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/a-h/templ"

	"tilltal/base/diff"
	"tilltal/base/lingo"
	"tilltal/web/static"
)

// evil is what a hostile stranger might be called or say.
const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>&` + "\u202e\u200b"

func has(t *testing.T, html string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(html, w) {
			t.Errorf("lacks %s in\n%s", w, html)
		}
	}
}

func lacks(t *testing.T, html string, never ...string) {
	t.Helper()
	for _, n := range never {
		if strings.Contains(html, n) {
			t.Errorf("holds %s in\n%s", n, html)
		}
	}
}

func TestTheStaffFrameHasItsLandmarks(t *testing.T) {
	html := draw(t, Staff(staffFrame(lingo.SV, Dark, RoomInbox, lingo.T("Inkorg", "Inbox"))))
	has(t, html, "<!doctype html>", `<html lang="sv" data-theme="dark">`, `<title>Inkorg – Tilltal</title>`, `href="#innehall">Hoppa till innehållet`,
		`<nav class="rooms" aria-label="Rum">`, `<header class="top">`, `<main id="innehall" tabindex="-1"`, `role="search"`,
		`action="/logga-ut"`, `action="/sprak"`, `action="/tema"`, `name="back" value="/inkorg"`, `<bdi>Amina till 16:00</bdi>`, static.URL("staff.css"))
	if n := strings.Count(html, `aria-current="page"`); n != 1 {
		t.Errorf("%d rooms are the current one", n)
	}
	if at := strings.Index(html, `href="/inkorg"`); !strings.Contains(html[at:at+200], `aria-current="page"`) {
		t.Error("the inbox does not say that one is in it")
	}
	for _, r := range Rooms() {
		has(t, html, `href="`+r.Path()+`"`, r.Name().SV)
	}
}

func TestEnglishIsWhole(t *testing.T) {
	html := draw(t, Staff(staffFrame(lingo.EN, Auto, RoomInbox, lingo.T("Inkorg", "Inbox"))))
	has(t, html, `<html lang="en">`, "Skip to the content", "Sign out", "On shift:", "Search everything", `lang="sv"`, "På svenska")
	lacks(t, html, "data-theme=\"", "Hoppa", "Logga ut", "På pass", "Inställningar")
}

func TestAClosedRoomIsNotShown(t *testing.T) {
	f := staffFrame(lingo.SV, Auto, RoomToday, lingo.T("Idag", "Today"))
	f.Closed = map[Room]bool{RoomSettings: true, RoomReview: true}
	lacks(t, draw(t, Staff(f)), `href="/installningar"`, `href="/granska"`)
}

func TestOnlyTheModulesThatAreNeeded(t *testing.T) {
	f := staffFrame(lingo.SV, Auto, RoomToday, lingo.T("Idag", "Today"))
	lacks(t, draw(t, Staff(f)), "live.js", "presence.js", "editor.js")
	f.Live, f.Presence, f.Scripts = "/levande", "/har", []string{"editor.js"}
	has(t, draw(t, Staff(f)), "live.js", "presence.js", "editor.js", `data-live-url="/levande"`, `data-presence-url="/har"`)
	lacks(t, draw(t, Staff(f)), "data-live-page")
	f.Place = "/inkorg/1"
	has(t, draw(t, Staff(f)), `data-live-page="/inkorg/1"`)
	lacks(t, draw(t, Square(squareFrame(lingo.SV, Auto, "Torget"))), "<script")
}

func TestTheSquareFrame(t *testing.T) {
	f := squareFrame(lingo.SV, Auto, "Vinterväglag")
	f.Links = []LinkRel{{Rel: "alternate", Type: "application/atom+xml", Title: "Inlägg", Href: "/flode.atom"}}
	f.Head = []Meta{{Property: "og:title", Content: evil}, {Name: "author", Content: "Polisen"}}
	html := draw(t, Square(f))
	has(t, html, `<title>Vinterväglag – Polisen Umeå</title>`, `<header>`, `<main id="innehall"`, `<footer class="foot">`, `href="/insyn"`, `href="/tillganglighet"`,
		`rel="alternate"`, `type="application/atom+xml"`, `property="og:title"`, `name="author"`, `<bdi>Amina</bdi>`, "skriver här den här veckan", static.URL("square.css"))
	lacks(t, html, "<script>", `content=""><`)
	f.Voice, f.Account, f.OtherHref = Voice{}, "", ""
	lacks(t, draw(t, Square(f)), "nameplate")
}

func TestThePlainFrame(t *testing.T) {
	f := PlainFrame{Page: Page{Lang: lingo.EN, Title: "Sign in", Errors: 1}, Authority: evil, Step: "Step 1 of 4"}
	html := draw(t, Plain(f))
	has(t, html, "<title>1 thing to mend: Sign in – Tilltal</title>", "Step 1 of 4", "<main id", "<header", "<footer")
	lacks(t, html, "<script>")
}

func TestTheTabsTitle(t *testing.T) {
	for want, p := range map[string]Page{
		"Tilltal":                        {},
		"Polisen":                        {Title: "Polisen", Site: "Polisen"},
		"2 saker att rätta: A – Tilltal": {Title: "A", Errors: 2},
	} {
		if got := p.heading(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestParseTheme(t *testing.T) {
	for in, want := range map[string]Theme{"dark": Dark, "light": Light, "auto": Auto, "": Auto, evil: Auto} {
		if got := ParseTheme(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// TestHostileTextIsShownAndDoesNothing puts the worst into every place of every component.
func TestHostileTextIsShownAndDoesNothing(t *testing.T) {
	field := FieldView{Name: "n", Label: evil, Hint: evil, Error: evil, Value: evil, Options: []Option{{Value: evil, Label: evil, Hint: evil}}}
	kinds := []Kind{Line, Email, Number, File, Area, Choice, Radios, Cards, Tick, Ticks}
	staff := staffFrame(lingo.SV, Auto, RoomToday, lingo.T(evil, evil))
	staff.Account, staff.OnShift, staff.Person, staff.Unit, staff.Path, staff.Query = evil, evil, evil, evil, evil, evil
	staff.Accounts = []AccountLink{{evil, evil, true}, {evil, "javascript:alert(1)", false}}
	channel := ChannelView{Name: evil, Icon: evil}
	post := PostView{ID: evil, Href: "javascript:alert(1)", Title: evil, Text: evil, Lang: evil, Author: evil, Unit: evil, Edited: evil, Topics: []MenuLink{{Name: evil, Href: evil}}, Pictures: []PictureView{{evil, evil, 1, 1, evil}}, Note: &CorrectionView{Was: evil, Now: evil, Because: evil}}
	finding := FindingView{ID: evil, Tone: evil, Check: evil, Reason: evil, Advice: evil, Source: evil, Place: evil, Instead: evil, Form: evil, Action: "javascript:alert(1)", Kept: evil, Denied: evil}
	unsettled := finding
	unsettled.Kept, unsettled.Denied = "", ""
	components := []templ.Component{
		Staff(staff), Post(lingo.SV, post), Post(lingo.SV, PostView{Tombstone: evil}), FindingCard(lingo.SV, finding), FindingCard(lingo.SV, unsettled),
		TurnBubble(lingo.SV, TurnView{ID: evil, Side: evil, Who: evil, Handle: evil, Unit: evil, Text: evil, Lang: evil, Removed: evil, Channel: channel, Tags: []TagView{{evil, evil, evil}}, Marks: []MarkView{{2, 9, evil, evil}}}),
		ThreadList(lingo.SV, evil, []ThreadView{{Href: "javascript:alert(1)", First: evil, Who: evil, Owner: evil, Channel: channel}}),
		EventLine(lingo.SV, EventView{Text: evil}), Chronicle(lingo.SV, []ChronicleView{{Who: evil, Text: evil, About: evil, Href: "javascript:alert(1)", Detail: evil}}),
		Diff(lingo.SV, diff.Words(evil, evil+" "+evil)), Table(TableView{Caption: evil, Heads: []string{evil}, Rows: []RowView{{"javascript:alert(1)", []string{evil, evil}}}}),
		Figure(FigureView{Value: evil, Label: evil, Explain: evil, Href: "javascript:alert(1)"}), Curve(lingo.SV, CurveView{ID: "x", Title: evil, About: evil, Unit: evil, Points: []Point{{evil, 1}}}),
		Notice(lingo.SV, NoticeView{Title: evil, Text: evil}), Empty(EmptyView{Title: evil, Text: evil}), Button(ButtonView{Text: evil, Action: "javascript:alert(1)", Name: evil, Value: evil}),
		Confirm(lingo.SV, ConfirmView{Title: evil, Text: evil, Button: evil, Back: "javascript:alert(1)", Action: "javascript:alert(1)", Hidden: [][2]string{{evil, evil}}}),
		ErrorSummary(lingo.SV, []ErrorView{{evil, evil}}), Tabs(TabsView{evil, []Tab{{Name: evil, Href: "javascript:alert(1)"}}}), Pager(lingo.SV, PagerView{"javascript:alert(1)", evil}),
		Editor(lingo.SV, EditorView{ID: evil, Draft: evil, Version: evil, Action: evil, CheckURL: evil, SaveURL: evil, Text: field, Findings: FindingsView{Findings: []FindingView{unsettled}}}),
		Preview(lingo.SV, PreviewView{Network: channel, Post: post, Note: evil}), Acts(ActsView{[]ActLink{{evil, "javascript:alert(1)", evil, evil}}}),
	}
	for _, k := range kinds {
		field.Kind = k
		components = append(components, Field(lingo.SV, field))
	}
	for i, c := range components {
		html := draw(t, c)
		// No element and no handler may come from the text: quotes and brackets are always written as entities.
		if m := regexp.MustCompile(`(?i)<script>|<img src=x|href="javascript:|action="javascript:`).FindString(html); m != "" {
			t.Errorf("component %d lets %q through:\n%s", i, m, html)
		}
	}
}

// TestEveryTextHasBothLanguages reads the package's own source: no lingo.T may lack a half, and the verbs must be the same.
func TestEveryTextHasBothLanguages(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	verbs := regexp.MustCompile(`%[a-z]`)
	n := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || len(call.Args) != 2 {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "T" {
				return true
			}
			n++
			sv, en := literal(call.Args[0]), literal(call.Args[1])
			if sv == "" || en == "" {
				t.Errorf("%s: an empty half beside %q%q", name, sv, en)
			}
			if a, b := strings.Join(verbs.FindAllString(sv, -1), ""), strings.Join(verbs.FindAllString(en, -1), ""); a != b {
				t.Errorf("%s: %q and %q do not take the same values", name, sv, en)
			}
			return true
		})
	}
	if n < 100 {
		t.Errorf("found only %d texts", n)
	}
}

func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

package frame

import (
	"math"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the machine may have none
	"unicode/utf8"

	"pgregory.net/rapid"

	"tilltal/base/diff"
	"tilltal/base/lingo"
)

func TestAFieldIsTiedToItsWords(t *testing.T) {
	html := draw(t, Field(lingo.SV, FieldView{Name: "namn", Label: "Namn", Hint: "Förnamn räcker.", Error: "Skriv ditt namn.", Value: "A", Max: 40, Complete: "name"}))
	has(t, html, `<label for="namn">`, `id="namn-hjalp"`, `id="namn-fel"`, `aria-describedby="namn-fel namn-hjalp"`, `aria-invalid="true"`, `value="A"`, `aria-required="true"`, `autocomplete="name"`, `type="text"`)
	html = draw(t, Field(lingo.EN, FieldView{Name: "namn", Label: "Name", Optional: true}))
	has(t, html, "(optional)")
	lacks(t, html, "aria-required", "aria-invalid", "aria-describedby")
}

func TestAPasswordIsNeverSentBack(t *testing.T) {
	lacks(t, draw(t, Field(lingo.SV, FieldView{Kind: Password, Name: "losen", Label: "Lösenord", Value: "hemligt"})), "hemligt")
}

func TestAGroupHasALegendAndItsFirstChoiceHasTheFieldsID(t *testing.T) {
	html := draw(t, Field(lingo.SV, FieldView{Kind: Cards, Name: "syfte", Label: "Syfte", Value: "b", Error: "Välj.", Options: []Option{{Value: "a", Label: "A", Hint: "om A"}, {Value: "b", Label: "B"}}}))
	has(t, html, "<fieldset", "<legend>", `id="syfte"`, `id="syfte-1"`, `aria-describedby="syfte-om"`, `for="syfte-1"`)
	if n := strings.Count(html, " checked"); n != 1 {
		t.Errorf("%d are chosen", n)
	}
}

func TestATextareaKeepsItsFirstLineBreak(t *testing.T) {
	html := draw(t, Field(lingo.SV, FieldView{Kind: Area, Name: "t", Label: "T", Value: "\nförst en tom rad"}))
	has(t, html, ">\n\nförst en tom rad</textarea>") // a browser drops the first line break of a textarea
}

func TestErrorSummary(t *testing.T) {
	has(t, draw(t, ErrorSummary(lingo.SV, []ErrorView{{"namn", "Skriv ditt namn."}, {"", "Något annat."}})), `tabindex="-1"`, `data-focus`, `href="#namn"`, "2 saker att rätta")
	if got := draw(t, ErrorSummary(lingo.SV, nil)); got != "" {
		t.Errorf("nothing wrong, yet %q", got)
	}
}

func TestAFindingBelongsToTheWritersForm(t *testing.T) {
	html := draw(t, Findings(lingo.SV, FindingsView{Asked: true, Form: "utkast", Findings: []FindingView{{ID: "1", Tone: Ask, Reason: "R", Place: "ord", Instead: "bättre", Field: "text"}}}))
	has(t, html, `data-count="1"`, "1 sak att tänka på", `name="atgarda" value="1"`, `form="utkast"`, `name="behall"`, `name="stammer-inte"`, `name="skal-1"`, `name="fel-1"`, "Fundera", `data-place="ord"`)
	lacks(t, html, "<form")
	alone := draw(t, FindingCard(lingo.SV, FindingView{ID: "1", Tone: Stop, Must: true, Reason: "R", Action: "/fynd"}))
	has(t, alone, `<form class="findingacts" method="post" action="/fynd">`)
	lacks(t, alone, `name="behall"`)
	lacks(t, draw(t, FindingCard(lingo.SV, FindingView{ID: "1", Reason: "R", Still: true})), "<button", "<details")
}

func TestFindingsThatRepeatAQuestionAreFolded(t *testing.T) {
	one := func(id string, more func(*FindingView)) FindingView {
		f := FindingView{ID: id, Tone: Info, About: "/regler/a", Reason: "R"}
		if more != nil {
			more(&f)
		}
		return f
	}
	v := FindingsView{Asked: true, Findings: []FindingView{one("1", nil), one("2", nil), one("3", nil), one("4", func(f *FindingView) { f.Instead = "bättre" }),
		one("5", func(f *FindingView) { f.Tone = Stop }), one("6", func(f *FindingView) { f.Kept = "skäl" }), one("7", nil), one("8", func(f *FindingView) { f.About = "/regler/b" })}}
	html := draw(t, Findings(lingo.SV, v))
	has(t, html, `data-count="7"`, `data-more="/regler/a"`, "2 till av samma slag")
	var order []string
	for _, c := range v.cards() {
		order = append(order, c.ID)
		for _, f := range c.more {
			order = append(order, "("+f.ID+")")
		}
	}
	if got := strings.Join(order, " "); got != "1 2 (3) (7) 4 5 6 8" {
		t.Errorf("the cards stand as %s", got)
	}
}

func TestFindingsTellHowTheTextReads(t *testing.T) {
	has(t, draw(t, Findings(lingo.SV, FindingsView{Asked: true, Measures: "LIX 42"})), "Så läses texten:", "LIX 42")
	lacks(t, draw(t, Findings(lingo.SV, FindingsView{Asked: true})), "Så läses texten:")
}

func TestFindingsSayHowItStands(t *testing.T) {
	kept := FindingView{ID: "1", Kept: "skäl"}
	for want, v := range map[string]FindingsView{
		findingsIdle.EN:          {},
		findingsNone.EN:          {Asked: true},
		findingsSettled.EN:       {Asked: true, Findings: []FindingView{kept}},
		"1 thing to think about": {Asked: true, Findings: []FindingView{kept, {ID: "2"}}},
	} {
		if got := v.summary(lingo.EN); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTheEditorStandsWithoutAScript(t *testing.T) {
	html := draw(t, Editor(lingo.SV, EditorView{ID: "u", Draft: "01J", Version: "3", Action: "/skriv/01J", CheckURL: "/o", SaveURL: "/s", Text: FieldView{Name: "text", Label: "Text", Value: "hej"}, Counters: []CounterView{{Network: torget, Count: 510, Max: 500}}}))
	has(t, html, `action="/skriv/01J"`, `name="version" value="3"`, `name="utkast" value="01J"`, "hej</textarea>", `data-restore hidden`, "10 för mycket", `data-check-url="/o"`, `data-save-url="/s"`)
	if n := strings.Count(html, "<form"); n != 1 {
		t.Errorf("%d forms, and forms may not nest", n)
	}
}

func TestMarkedTextIsTheTextAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		var marks []MarkView
		for range rapid.IntRange(0, 6).Draw(t, "marks") {
			marks = append(marks, MarkView{rapid.IntRange(-5, len(text)+5).Draw(t, "from"), rapid.IntRange(-5, len(text)+5).Draw(t, "to"), rapid.StringMatching(`[a-z]?`).Draw(t, "id"), Ask})
		}
		joined := ""
		for _, p := range pieces(text, marks) {
			if utf8.ValidString(text) && !utf8.ValidString(p.text) {
				t.Fatalf("a character is split: %q", p.text)
			}
			joined += p.text
		}
		if joined != text {
			t.Fatalf("%q became %q", text, joined)
		}
	})
}

func TestMarksThatOverlap(t *testing.T) {
	html := draw(t, MarkedText(MarkedView{Text: "abcdef", Marks: []MarkView{{0, 4, "x", Ask}, {2, 6, "y", Stop}, {9, 12, "z", Ask}, {3, 3, "q", Ask}}}))
	has(t, html, `<span id="plats-x"></span><a class="marking" href="#fynd-x"><mark class="ask">ab</mark></a><span id="plats-y"></span><a class="marking" href="#fynd-y"><mark class="stop">cd</mark></a><a class="marking" href="#fynd-y"><mark class="stop">ef</mark></a>`)
	lacks(t, html, "plats-z", "plats-q")
}

func TestAHostileMegabyteFolds(t *testing.T) {
	html := draw(t, TurnBubble(lingo.SV, TurnView{Who: "X", Text: strings.Repeat("å", 600_000)}))
	has(t, html, "Visa hela texten", "<details")
	if head, cut := Excerpt("åå", 1); head != "" || !cut {
		t.Errorf("%q %v", head, cut)
	}
	if head, cut := Excerpt("åå", 4); head != "åå" || cut {
		t.Errorf("%q %v", head, cut)
	}
}

func TestDiff(t *testing.T) {
	html := draw(t, Diff(lingo.SV, diff.Words("Natten blev mycket lugn.", "Natten blev lugn.")))
	has(t, html, "Natten blev <del><span class=\"unseen\">[borttaget:] </span>mycket </del>lugn.")
	has(t, draw(t, Diff(lingo.EN, diff.Words("a", "a"))), "Nothing has changed.")
}

func TestClockWords(t *testing.T) {
	for _, c := range []struct {
		left   time.Duration
		kept   bool
		tone   Tone
		sv, en string
	}{
		{40 * time.Minute, false, Ask, "svara inom 40 min", "reply within 40 min"},
		{30 * time.Second, false, Ask, "svara nu", "reply now"},
		{95 * time.Minute, false, Quiet, "svara inom 1 timme", "reply within 1 hour"},
		{5 * time.Hour, false, Quiet, "svara inom 5 timmar", "reply within 5 hours"},
		{20 * time.Hour, false, Quiet, "svara senast i morgon kl. 10:20", "reply by tomorrow at 10:20"},
		{50 * time.Hour, false, Quiet, "svara senast på söndag kl. 16:20", "reply by Sunday at 16:20"},
		{-10 * time.Second, false, Stop, "1 min sen", "1 min late"},
		{-3 * time.Hour, false, Stop, "3 tim sen", "3 h late"},
		{-30 * time.Hour, false, Stop, "ett dygn sen", "a day late"},
		{-72 * time.Hour, false, Stop, "3 dygn sen", "3 days late"},
		{-72 * time.Hour, true, Good, "besvarad i tid", "answered in time"},
	} {
		v := ClockView{Due: noon.Add(c.left), Now: noon, Kept: c.kept}
		if v.Words(lingo.SV) != c.sv || v.Words(lingo.EN) != c.en || v.Tone() != c.tone {
			t.Errorf("%v: %q, %q, %q", c.left, v.Words(lingo.SV), v.Words(lingo.EN), v.Tone())
		}
	}
}

func TestMomentWords(t *testing.T) {
	stockholm, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	night := time.Date(2026, 3, 28, 23, 30, 0, 0, stockholm) // the clocks go forward that night
	for _, c := range []struct {
		m      Moment
		sv, en string
	}{
		{Moment{At: noon, Now: noon}, "i dag kl. 14:20", "today at 14:20"},
		{Moment{At: noon.Add(-24 * time.Hour), Now: noon}, "i går kl. 14:20", "yesterday at 14:20"},
		{Moment{At: night.Add(2 * time.Hour), Now: night}, "i morgon kl. 01:30", "tomorrow at 01:30"},
		{Moment{At: noon.AddDate(0, -2, 0), Now: noon}, "20 september kl. 14:20", "20 September at 14:20"},
		{Moment{At: noon.AddDate(-1, 0, 0), Now: noon}, "20 november 2025 kl. 14:20", "20 November 2025 at 14:20"},
		{Moment{At: noon}, "20 november 2026 kl. 14:20", "20 November 2026 at 14:20"},
	} {
		if c.m.Words(lingo.SV) != c.sv || c.m.Words(lingo.EN) != c.en {
			t.Errorf("%q, %q; want %q", c.m.Words(lingo.SV), c.m.Words(lingo.EN), c.sv)
		}
	}
	if got := Day(noon, lingo.SV); got != "fredag 20 november" {
		t.Error(got)
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"Amina Lindqvist": "AL", "Siv": "S", "åsa von ärlig": "ÅÄ", "@pelle@mastodon.nu": "P", "": "?", "🙂": "?", "\u202ex": "X", "7 eleven": "7E"} {
		if got := Initials(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestACurveStaysOnItsBoard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := CurveView{Spark: rapid.Bool().Draw(t, "spark"), Target: rapid.Float64Range(-10, 1e6).Draw(t, "target")}
		for _, x := range rapid.SliceOf(rapid.Float64()).Draw(t, "values") {
			v.Points = append(v.Points, Point{"x", x})
		}
		v.Points = append(v.Points, Point{"n", math.NaN()}, Point{"i", math.Inf(1)})
		for i := range v.Points {
			if x, y := v.at(i); !(x >= 0 && x <= boardW && y >= 0 && y <= boardH) {
				t.Fatalf("point %d of %v stands at %v, %v", i, v.Points, x, y)
			}
		}
	})
}

func TestACurveHasWordsAndATable(t *testing.T) {
	html := draw(t, Curve(lingo.SV, sampleCurve("k", lingo.SV, false)))
	has(t, html, `role="img"`, `<title id="k-namn">`, `<desc id="k-om">`, "<table>", "Visa siffrorna", "91,5")
	if got := (CurveView{Points: []Point{{"", 81}, {"", 96}}}).top(); got != 100 {
		t.Errorf("the scale ends at %v", got)
	}
	draw(t, Curve(lingo.SV, CurveView{ID: "tom"})) // nothing to draw is no trouble
}

func TestAButtonIsNeverDead(t *testing.T) {
	html := draw(t, Button(ButtonView{Text: "Publicera nu", Name: "vad", Value: "publicera", Action: "/p", Lenient: true, Key: "p"}))
	has(t, html, `type="submit"`, `name="vad"`, `formaction="/p"`, "formnovalidate", `data-key="p"`)
	lacks(t, html, "disabled")
}

func TestATagSaysItsWord(t *testing.T) {
	has(t, draw(t, Tag(TagView{Tone: Stop, Text: "stoppat"})), `class="tag stop"`, "<svg", "stoppat")
	has(t, draw(t, Notice(lingo.EN, NoticeView{Tone: Ask, Text: "x"})), "Consider", "<svg")
}

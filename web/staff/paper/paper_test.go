package paper_test

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
	"tilltal/web/staff/paper"
)

var routine = guideline.Routine{
	Post:  [4]guideline.Step{guideline.OwnJudgement, guideline.WrittenReason, guideline.SecondReader, guideline.OnShift},
	Rules: map[string]guideline.Step{"a.hard": guideline.Decision, "a.soft": guideline.WrittenReason},
}

func found(rule, words string, grade check.Grade, at int) check.Finding {
	return check.Finding{Check: "a", Rule: rule, Grade: grade, Text: words, Span: check.Span{Start: at, End: at + len(words)}, Reason: lingo.T("Sett.", "Seen.")}
}

func TestCards(t *testing.T) {
	text := "en full herre och en full herre, 811218-9876"
	j := paper.Judged{Content: draft.Content{Text: text, Summary: "full", Pictures: []draft.Picture{{Hash: "abc", Name: "sjö.png"}}}, Routine: routine,
		Findings: []check.Finding{found("a.word", "full", check.Possible, 3), found("a.word", "full", check.Possible, 22), found("a.hard", "811218-9876", check.Certain, 33),
			found("a.soft", "full", check.Likely, len(text)+2), {Rule: "a.alt", Media: 1, Grade: check.Likely}},
		Responses: []draft.Response{{Rule: "a.soft", Text: "full", Kind: draft.Wrong}}}
	cards := j.View(lingo.SV).Findings
	ids := map[string]bool{}
	for _, c := range cards {
		if ids[c.ID] {
			t.Errorf("two cards are called %s", c.ID)
		}
		ids[c.ID] = true
		if f, ok := j.Find(c.ID); !ok || f.Reason.SV != c.Reason {
			t.Errorf("%s is not found again", c.ID)
		}
	}
	if cards[0].Tone != frame.Ask || cards[2].Tone != frame.Stop || !cards[2].Must || cards[0].Must || cards[3].Must {
		t.Errorf("tones and musts: %+v", cards)
	}
	if cards[3].Field != "summary" || cards[3].Start != 0 || cards[3].Denied != "utan närmare förklaring" || cards[3].Kept != "" {
		t.Errorf("%+v", cards[3])
	}
	if cards[4].Field != "alt-abc" || cards[4].Place != "bild 1 sjö.png" {
		t.Errorf("%+v", cards[4])
	}
	if j.Open() != 4 || j.Step() != guideline.Decision {
		t.Errorf("%d open, step %s", j.Open(), j.Step())
	}
	if marks := j.Marks("text"); len(marks) != 3 || text[marks[2].Start:marks[2].End] != "811218-9876" {
		t.Errorf("%+v", marks)
	}
	j.Again = cards[3].ID
	if again := j.View(lingo.SV).Findings[3]; again.Denied != "" {
		t.Error("she may not change her mind")
	}
	if f, ok := j.Must(); !ok || f.Rule != "a.hard" {
		t.Errorf("%+v", f)
	}
}

// The id of a finding is that of its words, not of their place: what is pressed on an older page finds the same one.
func TestAFindingKeepsItsIDWhenTheTextMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words, before := rapid.StringN(1, 20, -1).Draw(t, "words"), rapid.StringN(0, 20, -1).Draw(t, "before")
		here := paper.Judged{Content: draft.Content{Text: words}, Findings: []check.Finding{found("a.word", words, check.Likely, 0)}}
		there := paper.Judged{Content: draft.Content{Text: before + words}, Findings: []check.Finding{found("a.word", words, check.Likely, len(before))}}
		if a, b := here.View(lingo.SV).Findings[0].ID, there.View(lingo.SV).Findings[0].ID; a != b {
			t.Fatalf("%s became %s", a, b)
		}
	})
}

func TestFirstLine(t *testing.T) {
	long := strings.Repeat("snöröjning ", 30)
	for text, want := range map[string]string{"": "", " \n\n Hej \n du": "Hej", "a\u202Eb": "a⟨U+202E⟩b", "ett\u200Btvå": "etttvå"} {
		if got := paper.FirstLine(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := paper.FirstLine(long); !strings.HasSuffix(got, "snöröjning…") || utf8.RuneCountInString(got) > 120 {
		t.Errorf("%q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if got := paper.FirstLine(text); utf8.RuneCountInString(got) > 120 || strings.ContainsAny(got, "\n\u202E") {
			t.Fatalf("%q", got)
		}
	})
	if got := paper.Title(draft.Content{}); got.SV != "Utan text än så länge" {
		t.Errorf("%q", got.SV)
	}
	if got := paper.Title(draft.Content{Correction: &draft.Corrected{Wrong: "Fel dag"}}); got.EN != "Fel dag" {
		t.Errorf("%q", got.EN)
	}
}

func TestMoment(t *testing.T) {
	if w, err := (paper.Moment{Date: "x"}).Ask(); err != nil || w != (clock.Wall{}) {
		t.Errorf("as soon as may be: %v %v", w, err)
	}
	odd := paper.Moment{Timed: true, Date: "2027-03-28", Time: "02:30", Zone: "Europe/Stockholm"}
	if _, err := odd.Ask(); fault.Of(err).Field != "time" {
		t.Errorf("the odd hour was promised: %v", err)
	}
	_, odd.Confirmed = odd.Odd()
	w, err := odd.Ask()
	if err != nil || w.String() != "2027-03-28T02:30[Europe/Stockholm]" {
		t.Errorf("%v %v", w, err)
	}
	odd.Date = "2028-03-26" // another odd night: what she confirmed is not this
	if _, err := odd.Ask(); err == nil {
		t.Error("another night was taken for confirmed")
	}
	form := url.Values{}
	paper.MomentOf(w, "Europe/Stockholm").Fill(form)
	if form.Get("when") != "timed" || form.Get("date") != "2027-03-28" || form.Get("time") != "02:30" {
		t.Errorf("%v", form)
	}
	if m := paper.MomentOf(clock.Wall{}, "UTC"); m.Timed {
		t.Errorf("%+v", m)
	}
}

func TestEveryStateHasAWordAndAHome(t *testing.T) {
	said := map[string]bool{}
	for _, s := range draft.States() {
		for _, l := range []lingo.Lang{lingo.SV, lingo.EN} {
			word := paper.State(l, s).Text
			if word == "" || said[word] {
				t.Errorf("%s in %s is %q", s, l, word)
			}
			said[word] = true
		}
	}
	for want, d := range map[string]draft.Draft{
		"/skriv/d":   {Beginning: draft.Beginning{ID: "d", Kind: draft.KindPost}},
		"/inlagg/p":  {Beginning: draft.Beginning{ID: "d", Kind: draft.KindPost}, PublishedAs: "p"},
		"/inlagg/q":  {Beginning: draft.Beginning{ID: "d", Kind: draft.KindCorrection, Post: "q"}, PublishedAs: "k"},
		"/inkorg/c":  {Beginning: draft.Beginning{ID: "d", Kind: draft.KindAnswer, Conversation: "c"}},
		"/skriv/d-r": {Beginning: draft.Beginning{ID: "d-r", Kind: draft.KindCorrection, Post: "q"}},
	} {
		if got := paper.Home(d); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestACorrectionSaysAllFour(t *testing.T) {
	if err := paper.Missing(draft.Corrected{Wrong: "a", Right: "b", Why: "c", Now: "d"}); err != nil {
		t.Error(err)
	}
	var list fault.List
	if err := paper.Missing(draft.Corrected{Right: "b"}); err == nil {
		t.Error("a correction that says one thing passed")
	} else if list = err.(fault.List); len(list) != 3 || list[0].Field != "wrong" {
		t.Errorf("%v", list)
	}
}

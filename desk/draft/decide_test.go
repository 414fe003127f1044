package draft

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/check"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

var (
	noon  = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)
	amina = voice("amina", "parken")
	bengt = voice("bengt", "parken")
	cilla = voice("cilla", "biblioteket")
	park  = account.Account{ID: "parken", Charter: account.Charter{Name: "Parken", Purposes: []string{"Varna"}}}
)

func voice(id, at string) people.Actor {
	return people.Actor{Person: people.Person{ID: id, HiredAt: noon.Add(-time.Hour)},
		Mandates: []people.Mandate{{Person: id, Account: at, Role: people.Voice, From: noon.Add(-time.Hour)}}}
}

func say(text string) Content { return Content{Text: text, Language: "sv"} }

// fields returns where the faults of an error point.
func fields(err error) string {
	var list fault.List
	if errors.As(err, &list) {
		var out []string
		for _, f := range list {
			out = append(out, f.Field)
		}
		return strings.Join(out, " ")
	}
	return fault.Of(err).Field
}

func TestDecideBeginning(t *testing.T) {
	closed := park
	closed.ClosedAt = noon
	long := func(n int) string { return strings.Repeat("å", n) }
	for _, c := range []struct {
		name  string
		who   people.Actor
		at    account.Account
		start Start
		kind  fault.Kind
		field string
	}{
		{"no mandate", cilla, park, Start{Kind: KindPost, Content: say("Hej")}, fault.Forbidden, ""},
		{"nobody", people.Actor{}, park, Start{Kind: KindPost, Content: say("Hej")}, fault.SignIn, ""},
		{"closed account", amina, closed, Start{Kind: KindPost, Content: say("Hej")}, fault.Gone, ""},
		{"no kind", amina, park, Start{Content: say("Hej")}, fault.Invalid, "kind"},
		{"an answer to nothing", amina, park, Start{Kind: KindAnswer, Content: say("Hej")}, fault.Invalid, "kind"},
		{"a correction of nothing", amina, park, Start{Kind: KindCorrection, Content: say("Hej")}, fault.Invalid, "kind"},
		{"too large", amina, park, Start{Kind: KindPost, Content: say(long(MaxText/2 + 1))}, fault.TooLarge, "text"},
		{"no language", amina, park, Start{Kind: KindPost, Content: Content{Language: "Svenska språket"}}, fault.Invalid, "language"},
		{"a post that corrects", amina, park, Start{Kind: KindPost, Content: Content{Language: "sv", Correction: &Corrected{}}}, fault.Invalid, "correction"},
		{"a correction that says nothing", amina, park, Start{Kind: KindCorrection, Post: "p", Content: say("")}, fault.Invalid, "correction"},
		{"too long words", amina, park, Start{Kind: KindCorrection, Post: "p", Content: Content{Language: "sv",
			Correction: &Corrected{Wrong: long(MaxWords + 1), Now: long(MaxWords + 1)}}}, fault.Invalid, "wrong now"},
		{"topics", amina, park, Start{Kind: KindPost, Content: Content{Language: "sv", Topics: []string{"park", "4", "a#b", long(MaxTopic + 1)}}}, fault.Invalid, "topics topics topics"},
		{"pictures", amina, park, Start{Kind: KindPost, Content: Content{Language: "sv", Pictures: []Picture{{Hash: "x"}}}}, fault.Invalid, "pictures"},
		{"too many", amina, park, Start{Kind: KindPost, Content: Content{Language: "sv", Pictures: make([]Picture, MaxPictures+1)}}, fault.Invalid, strings.TrimSpace(strings.Repeat("pictures ", MaxPictures+2))},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, change, err := decideBeginning(c.who, c.at, c.start, noon)
			if kind := fault.Of(first(err)).Kind; err == nil || kind != c.kind || fields(err) != c.field {
				t.Errorf("got %v at %q, want %v at %q", kind, fields(err), c.kind, c.field)
			}
			if len(change.Acts) != 0 {
				t.Error("a refusal leads to a change")
			}
		})
	}
	for _, start := range []Start{
		{Kind: KindPost, Content: say("")}, {Kind: KindAnswer, Conversation: "c", InReplyTo: "https://a.example/1", Direct: "https://a.example/u", Content: say("Hej")},
		{Kind: KindCorrection, Post: "p", Content: Content{Language: "sv", Correction: &Corrected{}}},
	} {
		d, change, err := decideBeginning(amina, park, start, noon)
		if err != nil || len(change.Acts) != 1 || len(change.Acts[0].Facts) != 2 || change.Expect[0].Seen != 0 {
			t.Fatalf("%s: %+v, %v", start.Kind, change, err)
		}
		if d.Latest.Number != 1 || d.Last != 1 || d.Latest.Hash != start.Content.Digest() || d.Conversation != start.Conversation ||
			d.InReplyTo != start.InReplyTo || d.Direct != start.Direct || d.Post != start.Post {
			t.Errorf("%s: %+v", start.Kind, d)
		}
	}
}

func first(err error) error {
	var list fault.List
	if errors.As(err, &list) && len(list) > 0 {
		return list[0]
	}
	return err
}

// begun is a draft by Amina with one version.
func begun(t *testing.T, c Content) Draft {
	t.Helper()
	d, _, err := decideBeginning(amina, park, Start{Kind: KindPost, Content: c}, noon)
	if err != nil {
		t.Fatal(err)
	}
	d.Seen = 1
	return d
}

func TestDecideSave(t *testing.T) {
	d := begun(t, say("Ett"))
	if s, change, err := decideSave(d, bengt, 0, say("Ett"), noon); err != nil || len(change.Acts) != 0 || s.Aside() {
		t.Errorf("the same text again: %+v, %v", change, err)
	}
	s, change, err := decideSave(d, bengt, 1, say("Två"), noon)
	if err != nil || s.Aside() || s.Version.Number != 2 || s.Version.Base != 1 || s.Latest.Content.Text != "Två" || change.Acts[0].Kind != "draft.saved" {
		t.Fatalf("saved: %+v, %v", s, err)
	}
	if change.Expect[0].Seen != d.Seen || s.Version.By != "bengt" || s.Version.Hash != say("Två").Digest() {
		t.Errorf("saved: %+v, %+v", s, change)
	}
	d.Latest, d.Last = s.Version, 2
	s, change, err = decideSave(d, amina, 1, say("Tre"), noon)
	if err != nil || !s.Aside() || s.Version.Number != 3 || s.Latest.Content.Text != "Två" || change.Acts[0].Kind != "draft.put_aside" {
		t.Errorf("a colleague had saved: %+v, %v", s, err)
	}
	if _, _, err := decideSave(d, amina, 2, Content{}, noon); fields(err) != "language" {
		t.Errorf("a content that cannot be kept: %v", err)
	}
}

func TestDecideSubmission(t *testing.T) {
	likely := []check.Finding{{Check: "test", Rule: "test.a", Text: "han", Grade: check.Likely}}
	routine := func(s guideline.Step) guideline.Routine {
		return guideline.Routine{Number: 7, Post: [4]guideline.Step{guideline.OwnJudgement, 0, s, s}}
	}
	late := clock.WallOf(noon, clock.Stockholm())
	for _, c := range []struct {
		name    string
		content Content
		step    guideline.Step
		hand    Handing
		field   string // "" when it is taken
	}{
		{"plain", say("Hej"), 0, Handing{}, ""},
		{"empty", say(" \n"), 0, Handing{}, "text"},
		{"unknown purpose", Content{Text: "Hej", Language: "sv", Purpose: "Sälja"}, 0, Handing{}, "purpose"},
		{"known purpose", Content{Text: "Hej", Language: "sv", Purpose: "Varna"}, 0, Handing{}, ""},
		{"old version", say("Hej"), 0, Handing{Version: 4}, "version"},
		{"a reason is asked for", say("Hej"), guideline.WrittenReason, Handing{}, "reason"},
		{"a reason of spaces", say("Hej"), guideline.WrittenReason, Handing{Reason: "  "}, "reason"},
		{"a reason", say("Hej"), guideline.WrittenReason, Handing{Reason: "Han är borgmästare."}, ""},
		{"too long a reason", say("Hej"), guideline.WrittenReason, Handing{Reason: strings.Repeat("a", MaxWords+1)}, "reason"},
		{"an answer to each finding", say("Hej"), guideline.WrittenReason, Handing{Responses: []Response{{Rule: "test.a", Text: "han", Kind: Wrong}}}, ""},
		{"an answer to another finding", say("Hej"), guideline.WrittenReason, Handing{Responses: []Response{{Rule: "test.b", Text: "han", Kind: Wrong}}}, "reason"},
		{"kept without a reason", say("Hej"), guideline.SecondReader, Handing{Responses: []Response{{Rule: "test.a", Text: "han", Kind: Kept}}}, "reason"},
		{"an answer of no kind", say("Hej"), guideline.SecondReader, Handing{Responses: []Response{{Rule: "test.a", Text: "han"}}}, "kind"},
		{"a second reader asks for no reason", say("Hej"), guideline.SecondReader, Handing{}, ""},
		{"now is not a time", say("Hej"), 0, Handing{When: late}, "when"},
		{"in ten years", say("Hej"), 0, Handing{When: clock.Wall{Date: clock.Date{Year: 2036, Month: 1, Day: 1}}}, "when"},
		{"tomorrow", say("Hej"), 0, Handing{When: clock.Wall{Date: late.Date.Add(1)}}, ""},
		{"all at once", Content{Language: "sv", Purpose: "Sälja"}, guideline.WrittenReason, Handing{When: late}, "text purpose reason when"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := begun(t, c.content)
			if c.hand.Version == 0 {
				c.hand.Version = 1
			}
			s, change, err := decideSubmission(d, amina, c.hand, judgement{park, routine(c.step), likely}, noon)
			if c.field != "" {
				if err == nil || fields(err) != c.field || len(change.Acts) != 0 {
					t.Fatalf("got %v at %q, want %q", err, fields(err), c.field)
				}
				return
			}
			if err != nil || len(change.Acts) != 1 || s.Hash != d.Latest.Hash || s.Step != c.step || s.Routine != 7 || len(s.Findings) != 1 {
				t.Fatalf("got %+v, %v", s, err)
			}
		})
	}
}

func TestHandingInTwice(t *testing.T) {
	d := begun(t, say("Hej"))
	j := judgement{at: park}
	s, _, err := decideSubmission(d, amina, Handing{Version: 1}, j, noon)
	if err != nil {
		t.Fatal(err)
	}
	d.Submission = &s
	again, change, err := decideSubmission(d, amina, Handing{Version: 1}, j, noon.Add(time.Minute))
	if err != nil || again.ID != s.ID || len(change.Acts) != 0 {
		t.Errorf("the same again: %+v, %v", again, err)
	}
	for name, h := range map[string]Handing{"reason": {Version: 1, Reason: "För att."}, "heard": {Version: 1, Heard: 9},
		"when": {Version: 1, When: clock.Wall{Date: clock.Date{Year: 2027, Month: 1, Day: 1}}}} {
		if again, change, err = decideSubmission(d, amina, h, j, noon); err != nil || again.ID == s.ID || len(change.Acts) != 1 {
			t.Errorf("another %s: %+v, %v", name, again, err)
		}
	}
	if again, _, err = decideSubmission(d, bengt, Handing{Version: 1}, j, noon); err != nil || again.By != "bengt" {
		t.Errorf("another person: %+v, %v", again, err)
	}
	closed := j
	closed.at.ClosedAt = noon
	if _, _, err = decideSubmission(d, amina, Handing{Version: 1}, closed, noon); !fault.Is(err, fault.Gone) {
		t.Errorf("a closed account: %v", err)
	}
}

func TestACorrectionSaysFourThings(t *testing.T) {
	d, _, err := decideBeginning(amina, park, Start{Kind: KindCorrection, Post: "p", Content: Content{Language: "sv", Correction: &Corrected{Wrong: "fel"}}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := decideSubmission(d, amina, Handing{Version: 1}, judgement{at: park}, noon); fields(err) != "right why now" {
		t.Errorf("got %v at %q", err, fields(err))
	}
}

func TestAnswersTo(t *testing.T) {
	found := []check.Finding{{Rule: "a", Text: "x"}, {Rule: "b", Text: "y"}}
	old := []Response{{Rule: "a", Text: "x", Kind: Wrong}, {Rule: "gone", Text: "x", Kind: Wrong}}
	got := answersTo(found, old, []Response{{Rule: "a", Text: "x", Kind: Kept, Reason: "r"}})
	if len(got) != 1 || got[0].Kind != Kept {
		t.Errorf("got %+v", got)
	}
	if !unanswered(found, got) || unanswered(found[:1], got) {
		t.Error("unanswered is mistaken")
	}
}

func TestWrittenBy(t *testing.T) {
	d := Draft{Beginning: Beginning{Author: "a"}, Writers: []string{"a", "b"}, Submission: &Submission{By: "c"}}
	for _, who := range []string{"a", "b", "c"} {
		if !d.WrittenBy(who) {
			t.Errorf("%s has written", who)
		}
	}
	if d.WrittenBy("d") {
		t.Error("d has not")
	}
}

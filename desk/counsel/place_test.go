package counsel

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tilltal/desk/draft"
)

func text(s string) draft.Content { return draft.Content{Text: s} }

func TestMarkFindsTheWordsThatAreMeant(t *testing.T) {
	c := draft.Content{Text: "Snön föll. Snön låg kvar.", Summary: "Om snön"}
	for _, one := range []struct {
		field, quote string
		start        int
		want         string // the field, and the bytes
		at           int
	}{
		{"", "Snön", 0, "text", 0},
		{"text", "Snön", 13, "text", strings.LastIndex(c.Text, "Snön")},
		{"", "snön", 0, "summary", 3},
		{"summary", "Snön", 0, "", 0},
		{"", "regn", 0, "", 0},
	} {
		p, ok := Mark(c, one.field, one.quote, one.start)
		if ok != (one.want != "") || p.Field != one.want || p.Start != one.at || ok && p.Quote != one.quote {
			t.Errorf("%q in %q: %+v, %v", one.quote, one.field, p, ok)
		}
	}
}

func TestAPlaceIsFoundAgain(t *testing.T) {
	was := text("Vi plogar i natt. Vi sandar i natt. Vi vilar sedan.")
	p, ok := Mark(was, "text", "i natt", strings.LastIndex(was.Text, "i natt"))
	if !ok {
		t.Fatal("not there")
	}
	for now, want := range map[string]int{
		"Hej! Vi plogar i natt. Vi sandar i natt. Vi vilar sedan.": strings.LastIndex("Hej! Vi plogar i natt. Vi sandar i natt", "i natt"),
		"Vi sandar i natt. Vi vilar sedan. Vi plogar i natt.":      len("Vi sandar "),
		"Vi plogar. Vi sandar i natt.":                             len("Vi plogar. Vi sandar "),
		"Vi plogar i morgon.":                                      -1,
		"":                                                         -1,
	} {
		got, ok := p.Find(text(now))
		if ok != (want >= 0) || ok && (got.Start != want || now[got.Start:got.End] != "i natt") {
			t.Errorf("%q: %+v, %v", now, got, ok)
		}
	}
	if _, ok := (Place{}).Find(text("")); !ok {
		t.Error("the whole is always there")
	}
}

// TestAPlaceOutlivesWhatHappensElsewhere: words that stand once are found whatever is written before and after them, and a
// suggestion puts its own words there and touches no others.
func TestAPlaceOutlivesWhatHappensElsewhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		other := rapid.StringMatching(`[a-zåäö \n]{0,60}`)
		before, after := other.Draw(t, "before"), other.Draw(t, "after")
		quote := "«" + rapid.StringMatching(`[A-ZÅÄÖ]{1,12}`).Draw(t, "quote") + "»"
		p, ok := Mark(text(before+quote+after), "", quote, rapid.IntRange(-5, 200).Draw(t, "start"))
		if !ok || p.Start != len(before) {
			t.Fatalf("%+v, %v", p, ok)
		}
		newer, newerStill := other.Draw(t, "newer"), other.Draw(t, "newer still")
		now := text(newer + quote + newerStill)
		found, ok := p.Find(now)
		if !ok || found.Start != len(newer) {
			t.Fatalf("in %q: %+v, %v", now.Text, found, ok)
		}
		instead := rapid.String().Draw(t, "instead")
		if got := found.Swap(now, instead).Text; got != newer+instead+newerStill {
			t.Fatalf("%q", got)
		}
	})
}

func TestSwapInEachField(t *testing.T) {
	c := draft.Content{Text: "aXb", Summary: "aXb", Correction: &draft.Corrected{Wrong: "aXb", Right: "aXb", Why: "aXb", Now: "aXb"}}
	for _, field := range []string{"text", "summary", "wrong", "right", "why", "now"} {
		p, ok := Mark(c, field, "X", 0)
		got := p.Swap(c, "Y")
		changed := 0
		for _, part := range got.Parts() {
			if part.Text == "aYb" && part.Field == field {
				changed++
			} else if part.Text != "aXb" {
				t.Errorf("%s: %s is %q", field, part.Field, part.Text)
			}
		}
		if !ok || changed != 1 || c.Correction.Wrong != "aXb" {
			t.Errorf("%s: %+v", field, got)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Snön föll", "nön", 2, "Snön låg")
	f.Add("åå", "å", 1, "å")
	f.Add("\xff\xfe", "\xfe", 0, "\xfe")
	f.Add("aaaa", "aa", 3, "a")
	f.Fuzz(func(t *testing.T, was, quote string, start int, now string) {
		p, ok := Mark(text(was), "", quote, start)
		if ok != (quote != "" && strings.Contains(was, quote)) {
			t.Fatalf("%q in %q: %v", quote, was, ok)
		}
		if !ok {
			return
		}
		if was[p.Start:p.End] != quote {
			t.Fatalf("%+v is not %q", p, quote)
		}
		if q, ok := p.Find(text(now)); ok != strings.Contains(now, quote) || ok && now[q.Start:q.End] != quote {
			t.Fatalf("again: %+v, %v", q, ok)
		}
	})
}

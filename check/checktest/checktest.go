// Package checktest is what every check must pass before it may give advice to an officer: that it says who it is, in both
// languages; that it points at what was written and nothing else; that it says the same thing twice; and that no text, however
// hostile, makes it fall or stand still.
package checktest

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Run lets a check pass the suite. The texts are the check's own: at least one of them must make it say something.
func Run(t *testing.T, c check.Check, texts ...string) {
	t.Helper()
	t.Run("sheet", func(t *testing.T) { sheet(t, c) })
	t.Run("empty", func(t *testing.T) {
		if fs := c.Look(check.Input{}); len(fs) != 0 {
			t.Errorf("an empty post has %d findings: %+v", len(fs), fs)
		}
	})
	t.Run("own texts", func(t *testing.T) {
		said := 0
		for _, text := range texts {
			said += len(Look(t, c, check.Input{Text: text}))
		}
		if said == 0 && len(texts) > 0 {
			t.Error("the check says nothing about its own examples")
		}
	})
	t.Run("hostile", func(t *testing.T) {
		for _, text := range Hostile() {
			Look(t, c, check.Input{Text: text, Media: hostileMedia(text)})
			for _, lang := range []string{"en", "sv-SE", "x-\xff"} {
				Look(t, c, check.Input{Text: text, Language: lang, Profile: "police-local", Place: "Umeå", Networks: []string{"x", "?"}, Own: []string{text, ""}})
			}
		}
	})
	t.Run("time", func(t *testing.T) { growth(t, c) })
	t.Run("allocations", func(t *testing.T) { allocations(t, c) })
}

// Look runs a check on one input and reports everything a finding must not be. It returns the findings.
func Look(t testing.TB, c check.Check, in check.Input) []check.Finding {
	t.Helper()
	got := c.Look(in)
	if again := c.Look(in); !slices.Equal(got, again) {
		t.Fatalf("two looks at %.80q differ", in.Text)
	}
	s := c.Sheet()
	for i, f := range got {
		if i > 0 && order(got[i-1], f) > 0 {
			t.Errorf("finding %d of %.80q is out of order", i, in.Text)
		}
		finding(t, &s, f, in)
	}
	return got
}

func order(a, b check.Finding) int {
	if a.Media != b.Media {
		return a.Media - b.Media
	}
	return a.Span.Start - b.Span.Start
}

func finding(t testing.TB, s *check.Sheet, f check.Finding, in check.Input) {
	t.Helper()
	if f.Check != s.Name {
		t.Errorf("%s: the check calls itself %q in a finding and %q on the sheet", f.Rule, f.Check, s.Name)
	}
	if _, ok := s.Rule(f.Rule); !ok {
		t.Errorf("rule %q is not on the sheet", f.Rule)
	}
	if f.Grade < check.Possible || f.Grade > check.Certain {
		t.Errorf("%s: grade %d", f.Rule, f.Grade)
	}
	if f.Media < 0 || f.Media > len(in.Media) {
		t.Errorf("%s: picture %d of %d", f.Rule, f.Media, len(in.Media))
	}
	span(t, f, in.Text)
	both(t, f.Rule+": reason", f.Reason)
	both(t, f.Rule+": advice", f.Advice)
	if f.Source == "" {
		t.Errorf("%s: no source", f.Rule)
	}
}

func span(t testing.TB, f check.Finding, text string) {
	t.Helper()
	a, b := f.Span.Start, f.Span.End
	switch {
	case a < 0 || b < a || b > len(text):
		t.Errorf("%s: span %v in %d bytes", f.Rule, f.Span, len(text))
	case text[a:b] != f.Text:
		t.Errorf("%s: text is %q but the span holds %q", f.Rule, f.Text, text[a:b])
	case a == b && f.Span != (check.Span{}):
		t.Errorf("%s: empty span at %d", f.Rule, a)
	case utf8.ValidString(text) && !(border(text, a) && border(text, b)):
		t.Errorf("%s: span %v cuts a character of %.80q", f.Rule, f.Span, text)
	}
}

// border reports whether a place stands between two characters as a reader sees them: not between a letter and its ring.
func border(text string, at int) bool {
	i := 0
	for i < at {
		first, _ := prose.Cluster(text[i:])
		i += len(first)
	}
	return i == at
}

func both(t testing.TB, what string, text lingo.Text) {
	t.Helper()
	if strings.TrimSpace(text.SV) == "" || strings.TrimSpace(text.EN) == "" {
		t.Errorf("%s is missing in a language: %+v", what, text)
	}
	if strings.Contains(text.SV, "%!") || strings.Contains(text.EN, "%!") {
		t.Errorf("%s has a verb left over: %+v", what, text)
	}
}

func sheet(t *testing.T, c check.Check) {
	s := c.Sheet()
	if s.Name == "" || strings.ContainsAny(s.Name, " .") || s.Name != strings.ToLower(s.Name) {
		t.Errorf("the name %q is not one small word", s.Name)
	}
	both(t, "title", s.Title)
	both(t, "help", s.Help)
	if len(s.Rules) == 0 {
		t.Error("no rules")
	}
	seen := map[string]bool{}
	for _, r := range s.Rules {
		if !strings.HasPrefix(r.ID, s.Name+".") || seen[r.ID] {
			t.Errorf("rule id %q is another check's or twice there", r.ID)
		}
		seen[r.ID] = true
		both(t, r.ID+": title", r.Title)
		both(t, r.ID+": help", r.Help)
		if r.Source == "" {
			t.Errorf("%s: no source", r.ID)
		}
	}
	again := c.Sheet()
	if again.Name != s.Name || again.Title != s.Title || again.Help != s.Help || !slices.Equal(again.Rules, s.Rules) {
		t.Error("the sheet is not constant")
	}
}

// growth feeds ever worse texts and expects cost to grow as the text does: a text ten times as long costs some ten times as much,
// and a hundred times as much when the check is quadratic. What counts is the processor's time, which is much the same however
// many others use the machine, and the one cost beside the other, so that no slow machine fails it.
func growth(t *testing.T, c check.Check) {
	long := 200_000
	if testing.Short() {
		t.Log("short: the texts are a tenth as long")
		long = 20_000
	}
	for _, part := range Worst() {
		cost := func(size int) time.Duration {
			text := strings.Repeat(part, size/len(part)+1)
			start := clock.Worked()
			c.Look(check.Input{Text: text})
			return clock.Worked() - start
		}
		few, many := cost(long/10), cost(long)
		for range 2 { // the first time, there are lists to be read
			if many < tooShort || many < 40*few {
				break
			}
			few, many = max(few, cost(long/10)), min(many, cost(long))
		}
		if many > tooShort && many > 40*few {
			t.Fatalf("%.20q over and over: %d bytes took %v, and %d bytes %v", part, long/10, few, long, many)
		}
	}
}

// tooShort is a time too short to be compared with another.
const tooShort = 200 * time.Millisecond

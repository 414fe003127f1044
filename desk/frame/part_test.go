package frame

import (
	"slices"
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/all"
	"tilltal/desk/guideline"
)

// TestMattersAreOfChecksThatThereAre: each name on the list is a check's, and each rule one of its own. A check that is added need not
// be on it.
func TestMattersAreOfChecksThatThereAre(t *testing.T) {
	rules := map[string]bool{}
	for _, c := range all.All() {
		sheet := c.Sheet()
		rules[sheet.Name] = true
		for _, rule := range sheet.Rules {
			rules[rule.ID] = true
		}
	}
	for name, m := range matters {
		if !rules[name] {
			t.Errorf("%s is no check", name)
		}
		for rule := range m.rules {
			if !rules[name+"."+rule] {
				t.Errorf("%s.%s is no rule", name, rule)
			}
		}
	}
	if PartFor("") != PartRoutine || PartFor("weather.rain") != PartRoutine || PartFor("tone.mockery") != PartExamples || PartFor("tone.party") != PartAvoid {
		t.Error("a rule has the wrong part")
	}
}

func TestWhatMattersComesFirst(t *testing.T) {
	parts, matter := Ordered([]check.Finding{{Rule: "plainlanguage.lix", Grade: check.Possible}, {Rule: "personaldata.phone", Grade: check.Certain},
		{Rule: "identification.crowd", Grade: check.Likely}})
	if matter != 2 || parts[0] != PartAvoid || parts[1] != PartPurpose || len(parts) != len(Parts) {
		t.Errorf("%v, %d", parts, matter)
	}
	if parts, matter := Ordered(nil); matter != 0 || !slices.Equal(parts, Parts) {
		t.Errorf("without findings: %v, %d", parts, matter)
	}
}

func TestTheExercisesThatComeWithTheProgram(t *testing.T) {
	for _, p := range guideline.Profiles {
		seen := map[string]bool{}
		exercises := Shipped(string(p.Profile))
		if len(exercises) <= len(ofAll) {
			t.Errorf("%s has none of its own", p.Profile)
		}
		for _, e := range exercises {
			if seen[e.ID] || e.ID == "" || strings.ContainsAny(e.ID, " åäöÅÄÖ/") || e.Title == "" || len(e.Event) < 80 || e.Look == "" || e.By != "" {
				t.Errorf("%s: %+v", p.Profile, e)
			}
			seen[e.ID] = true
		}
	}
}

func TestCovers(t *testing.T) {
	for _, tc := range []struct {
		read, must Versions
		want       bool
	}{
		{Versions{}, Versions{1, 0}, false}, {Versions{1, 0}, Versions{1, 0}, true}, {Versions{3, 0}, Versions{2, 1}, false},
		{Versions{1, 5}, Versions{2, 1}, false}, {Versions{3, 2}, Versions{2, 1}, true},
	} {
		if got := tc.read.Covers(tc.must); got != tc.want {
			t.Errorf("%v covers %v: %v", tc.read, tc.must, got)
		}
	}
}

package lesson

import (
	"testing"

	"pgregory.net/rapid"
)

// TestNoFewCanBeWorkedOut: whatever the notes, nothing that is shown tells a number smaller than Few.
func TestNoFewCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var notes []Note
		real := map[string]int{}
		for _, s := range Sorts {
			real[s.ID] = rapid.IntRange(0, 12).Draw(t, s.ID)
			for range real[s.ID] {
				notes = append(notes, Note{Sort: s.ID})
			}
		}
		got := tally(notes)
		shown, hidden := 0, 0
		for _, c := range got.Counts {
			if c.Hidden != (real[c.Sort] > 0 && real[c.Sort] < Few) || !c.Hidden && c.N != real[c.Sort] || c.Hidden && c.N != 0 {
				t.Fatalf("%s: %d became %+v", c.Sort, real[c.Sort], c)
			}
			if shown += c.N; c.Hidden {
				hidden++
			}
		}
		if !got.TotalHidden && hidden > 0 && (hidden == 1 || got.Total < Few) {
			t.Fatalf("%d of %d in one cell can be worked out: %+v", got.Total-shown, got.Total, got)
		}
		if !got.TotalHidden && got.Total != len(notes) || got.TotalHidden && got.Total != 0 {
			t.Fatalf("%+v of %d", got, len(notes))
		}
	})
}

func TestTemplatesStartSomewhere(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range Ways {
		if len(TemplatesFor(w.ID)) < 2 || w.Title.Empty() {
			t.Errorf("%s has too few templates", w.ID)
		}
	}
	for _, m := range Templates {
		if seen[m.ID] || m.Title.Empty() || len(m.Fields) == 0 {
			t.Errorf("%+v", m)
		}
		seen[m.ID] = true
		if got, ok := TemplateByID(m.ID); !ok || got.Title.SV != m.Title.SV || m.Title.EN == "" {
			t.Errorf("%s is not found", m.ID)
		}
	}
	if _, ok := TemplateByID("finnsinte"); ok {
		t.Error("one that there is not is found")
	}
}

func TestHolds(t *testing.T) {
	for _, tc := range []struct {
		text, name string
		want       bool
	}{
		{"Lars skrev.", "Lars", true}, {"Larsson skrev.", "Lars", false}, {"Aminas text", "Amina", true}, {"lars i små bokstäver", "Lars", false},
		{"Larsson, och sedan Lars.", "Lars", true}, {"", "Lars", false}, {"Så sade Olars.", "lars", false}, {"Åsa", "Åsa", true},
	} {
		if got := holds(tc.text, tc.name); got != tc.want {
			t.Errorf("%q in %q: %v", tc.name, tc.text, got)
		}
	}
}

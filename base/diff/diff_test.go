package diff_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tilltal/base/diff"
)

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, older, newer, want string }{
		{"nothing", "", "", ""},
		{"the same", "Vi söker vittnen.", "Vi söker vittnen.", "Vi söker vittnen."},
		{"one word", "Vi söker en man.", "Vi söker en person.", "Vi söker en [-man][+person]."},
		{"first save", "", "Hej!", "[+Hej!]"},
		{"all gone", "Hej!", "", "[-Hej!]"},
		{"a stop added", "Hej", "Hej.", "Hej[+.]"},
		{"a word inside", "Bron är öppen", "Bron är inte öppen", "Bron är [+inte ]öppen"},
		{"swedish letters stay whole", "på ön", "på ån", "på [-ön][+ån]"},
		{"two places", "a b c d e", "a x c d y", "a [-b][+x] c d [-e][+y]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(diff.Words(c.older, c.newer)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Nothing is lost and nothing invented, whatever the texts are.
func TestDiffKeepsBothTexts(t *testing.T) {
	word := rapid.OneOf(rapid.SampledFrom([]string{"a", "b", " ", "\n", "å", "🏳️‍🌈", ".", "\xff", "é"}), rapid.String())
	text := rapid.Map(rapid.SliceOfN(word, 0, 40), func(w []string) string { return strings.Join(w, "") })
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "older"), text.Draw(t, "newer")
		checkJoined(t, a, b)
	})
}

func TestDiffOfTextsFarApartIsBounded(t *testing.T) {
	a, b := strings.Repeat("hit ", 100_000), strings.Repeat("dit ", 100_000)
	if got := diff.Words(a, b); len(got) != 3 { // removed, added, and the last space in common
		t.Errorf("%d pieces", len(got))
	}
	checkJoined(t, a, b)
}

func checkJoined(t interface{ Fatalf(string, ...any) }, a, b string) {
	var older, newer strings.Builder
	was := diff.Mark(-1)
	for _, p := range diff.Words(a, b) {
		if p.Mark == was || p.Text == "" {
			t.Fatalf("two pieces where one would do, or an empty one: %+v", p)
		}
		was = p.Mark
		if p.Mark != diff.Added {
			older.WriteString(p.Text)
		}
		if p.Mark != diff.Removed {
			newer.WriteString(p.Text)
		}
	}
	if older.String() != a || newer.String() != b {
		t.Fatalf("joined: %q and %q, want %q and %q", older.String(), newer.String(), a, b)
	}
}

func show(d []diff.Piece) string {
	var b strings.Builder
	for _, p := range d {
		switch p.Mark {
		case diff.Same:
			b.WriteString(p.Text)
		case diff.Removed:
			b.WriteString("[-" + p.Text + "]")
		case diff.Added:
			b.WriteString("[+" + p.Text + "]")
		}
	}
	return b.String()
}

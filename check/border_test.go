package check

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check/prose"
)

func TestFindingsAreAboutWholeCharacters(t *testing.T) {
	for _, c := range []struct{ before, found, after, want string }{
		{"en ", "ört", " till", "ört"},
		{"a\u030a", "b", "c", "b"},
		{"", "a", "\u030a", "a\u030a"},
		{"x", "a", "\u030a\u0323 ", "a\u030a\u0323"},
		{"a", "\u030a", "kesson", "a\u030a"},
		{"👨\u200d", "👩", "\u200d👧 hem", "👨\u200d👩\u200d👧"},
		{"👍", "🏽", "!", "👍🏽"},
		{"hej 🇸🇪", "🇳🇴", "🇩🇰", "🇳🇴"},
		{"🇸", "🇪", "", "🇸🇪"},
		{"1", "\ufe0f", "\u20e3", "1\ufe0f\u20e3"},
		{"rad\r", "\n", "rad", "\r\n"},
		{"한", "국", "어", "국"},
		{"\u0600", "1", " ", "\u06001"},
		{strings.Repeat("🎉", 300), "🎉", "🎉", "🎉"},
	} {
		text := c.before + c.found + c.after
		n := NewNotes(&sheet, text)
		n.Point("try.one", Span{len(c.before), len(c.before) + len(c.found)}, Possible, lingo.Text{}, lingo.Text{})
		f := n.Findings()[0]
		if f.Text != c.want || text[f.Span.Start:f.Span.End] != c.want {
			t.Errorf("%q in %q becomes %q", c.found, text, f.Text)
		}
	}
}

// TestLoneCharactersJoinNothing asks of every character what the table says of its range.
func TestLoneCharactersJoinNothing(t *testing.T) {
	others := []string{"a", "e\u0301", "\u0627\u0651", "å", "я", "中", "Ａ", "🎉", "–", "℡", "①", "𝗔"}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !lone(r) || !utf8.ValidRune(r) {
			continue
		}
		for _, other := range others {
			if first, _ := prose.Cluster(string(r) + other); first != string(r) {
				t.Fatalf("%U joins %q after it", r, other)
			}
			if first, _ := prose.Cluster(other + string(r)); first != other {
				t.Fatalf("%U joins %q before it", r, other)
			}
		}
	}
}

func FuzzWhole(f *testing.F) {
	for _, s := range []string{"", "hej", "a\u030a b", "👨‍👩‍👧‍👦🏳️‍🌈👍🏽", "🇸🇪🇳🇴", "a\r\nb", "\xff\u0301", "\u06001", "한국어", "क्ष"} {
		f.Add(s, 1, 2)
	}
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		if len(text) > 256 || a < 0 || b > len(text) || a >= b || !utf8.ValidString(text) || !utf8.RuneStart(text[a]) || b < len(text) && !utf8.RuneStart(text[b]) {
			return
		}
		from, to := 0, 0 // the characters that have some of it
		for at, rest := 0, text; rest != ""; {
			var first string
			first, rest = prose.Cluster(rest)
			if at <= a {
				from = at
			}
			if at += len(first); at >= b && to == 0 {
				to = at
			}
		}
		if got := whole(text, Span{a, b}); got != (Span{from, to}) {
			t.Fatalf("%q[%d:%d] is widened to %v, want %d–%d", text, a, b, got, from, to)
		}
	})
}

package frame

import (
	"slices"
	"unicode/utf8"
)

// MarkView is a place in a text, in bytes: [Start, End). ID ties it to a finding.
type MarkView struct {
	Start, End int
	ID         string
	Tone       Tone
}

// piece is a stretch of text under the same marks.
type piece struct {
	text  string
	marks []MarkView // the ones that cover it; the strongest first
	first []string   // ids of marks that begin here
}

// pieces cuts a text at the edges of its marks. Joined, the pieces are the text again, byte for byte, whatever the marks say: a
// place outside the text is cut to it, one that would split a character is widened to it, and an empty one is let be.
func pieces(text string, marks []MarkView) []piece {
	marks = within(text, marks)
	edges := []int{0, len(text)}
	for _, m := range marks {
		edges = append(edges, m.Start, m.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var out []piece
	for i := 0; i+1 < len(edges); i++ {
		p := piece{text: text[edges[i]:edges[i+1]]}
		for _, m := range marks {
			if m.Start <= edges[i] && edges[i] < m.End {
				p.marks = append(p.marks, m)
			}
			if m.Start == edges[i] && m.ID != "" {
				p.first = append(p.first, m.ID)
			}
		}
		slices.SortStableFunc(p.marks, func(a, b MarkView) int { return weight(b.Tone) - weight(a.Tone) })
		out = append(out, p)
	}
	return out
}

// within keeps the marks that have a place in the text, moved to the borders of characters.
func within(text string, marks []MarkView) []MarkView {
	var out []MarkView
	for _, m := range marks {
		m.Start, m.End = max(0, m.Start), min(len(text), m.End)
		if m.Start >= m.End {
			continue
		}
		for m.Start > 0 && !utf8.RuneStart(text[m.Start]) {
			m.Start--
		}
		for m.End < len(text) && !utf8.RuneStart(text[m.End]) {
			m.End++
		}
		out = append(out, m)
	}
	return out
}

func weight(t Tone) int { return slices.Index([]Tone{Quiet, Good, Info, Ask, Stop}, t) }

// Excerpt cuts a text to at most n bytes at the border of a character, and says whether anything was left out.
func Excerpt(text string, n int) (head string, cut bool) {
	if len(text) <= n {
		return text, false
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n], true
}

package check

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"tilltal/check/prose"
)

// whole widens a span to whole characters as a reader sees them: a letter with its ring, a family in one emoji. A finding that
// took half of one would leave the other half behind when the words are replaced.
func whole(text string, s Span) Span {
	if s.Start == s.End {
		return s
	}
	from, _ := around(text, s.Start)
	_, to := around(text, s.End)
	return Span{Start: from, End: to}
}

// around returns the borders of the character that a place stands in, and the place itself when it is a border.
func around(text string, at int) (from, to int) {
	if apart(text, at) {
		return at, at
	}
	for from = safe(text, at); from < at; from = to {
		first, _ := prose.Cluster(text[from:])
		if to = from + len(first); to > at {
			return from, to
		}
	}
	return at, at
}

// apart reports whether two characters surely meet at a place, as far as is seen by looking at the two alone.
func apart(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return lone(after) && (lone(before) || unicode.IsMark(before)) && !(before == '\r' && after == '\n')
}

// lone reports whether a character stands for itself beside another such: it is no mark, no joiner, no half of a flag, no colour of
// skin, and of no script that builds its letters of several characters.
func lone(r rune) bool {
	if r < 0x300 {
		return true
	}
	i, found := slices.BinarySearchFunc(alone, r, func(a [2]rune, r rune) int { return cmp.Compare(a[0], r) })
	return found || i > 0 && r <= alone[i-1][1]
}

// alone are the ranges of such characters, but for the first.
var alone = [][2]rune{
	{0x370, 0x482}, {0x48A, 0x58F}, // Greek, Cyrillic, Armenian
	{0x1E00, 0x200A}, {0x2010, 0x2027}, {0x2030, 0x205F}, {0x2070, 0x20CF}, {0x2100, 0x2CEE}, {0x2E00, 0x3029}, // Latin and Greek with marks, signs
	{0x3030, 0x3098}, {0x309B, 0xA66E}, {0xFB00, 0xFB1C}, {0xFF00, 0xFF9D}, // Chinese and Japanese, ligatures, full-width
	{0x1D400, 0x1D7FF}, {0x1F000, 0x1F1E5}, {0x1F200, 0x1F3FA}, {0x1F400, 0x1FAFF}, // letters in disguise, emoji
}

// safe goes back from a place to where a character surely begins. It gives up after so many bytes, for a hostile text may be one
// character of a million marks.
func safe(text string, at int) int {
	const most = 256
	i := at
	for i > 0 && at-i < most && (i == at || !apart(text, i)) {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return i
}

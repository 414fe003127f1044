package check

import (
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

// apart reports whether two characters meet at a place, as far as is seen by looking at the two alone: before Latin letters and signs
// nothing is joined but by the joiners of other scripts and of emoji.
func apart(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return true
	}
	const firstMark, firstJoiner = 0x300, 0x600
	after, _ := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return after < firstMark && before < firstJoiner && !(before == '\r' && after == '\n')
}

// safe goes back from a place to where a character surely begins. It gives up after so many bytes, for a hostile text may be one
// character of a million marks.
func safe(text string, at int) int {
	const most = 512
	i := at
	for i > 0 && at-i < most && (i == at || !apart(text, i)) {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return i
}

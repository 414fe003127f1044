package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// split sorts the words into sentences.
func (t *Text) split() {
	first := 0
	for i := range t.Words {
		t.Words[i].Sentence = len(t.Sentences)
		if end, ok := t.ends(i); ok {
			t.Sentences = append(t.Sentences, Sentence{Start: t.Words[first].Start, End: end, First: first, Last: i + 1})
			first = i + 1
		}
	}
}

// ends reports whether a sentence ends after word i, and the byte after its last mark.
func (t *Text) ends(i int) (end int, ok bool) {
	from := t.Words[i].End
	if i+1 == len(t.Words) {
		return from + marks(t.Raw[from:]), true
	}
	gap := t.Raw[from:t.Words[i+1].Start]
	n := marks(gap)
	switch {
	case lineEnds(gap, t.Words[i+1]):
		return from + n, true
	case n == 0:
		return 0, false
	case gap[0] == '.' && n == 1 && (abbreviated[t.Words[i].Lower] || t.initials(i)):
		return 0, false
	case n == len(gap):
		return 0, false // a point with no space after it: a number, an address, a slip
	}
	next := t.Words[i+1]
	return from + n, next.Capital || next.Kind != Plain || strings.IndexFunc(gap[n:], opensQuote) >= 0 || gap[0] != '.'
}

// initials reports whether word i is letters with a point between them, as in "J.R.R. Tolkien".
func (t *Text) initials(i int) bool {
	s := t.Raw[t.Words[i].Start:t.Words[i].End]
	capital := true
	for _, c := range s {
		if capital != unicode.IsUpper(c) || !capital && c != '.' {
			return false
		}
		capital = !capital
	}
	return !capital && strings.Contains(s, ".")
}

// marks counts the bytes of closing marks that a gap begins with, if one of them ends a sentence.
func marks(gap string) int {
	n, ended := 0, false
	for n < len(gap) {
		r, size := utf8.DecodeRuneInString(gap[n:])
		if r == '.' || r == '!' || r == '?' || r == '…' {
			ended = true
		} else if !strings.ContainsRune(")\"”’»*_", r) {
			break
		}
		n += size
	}
	if !ended {
		return 0
	}
	return n
}

// lineEnds reports whether a line break in the gap ends the sentence: an empty line does, and so does a new line that begins
// with a capital, a digit, a tag or a mark. A line that goes on with a small letter was only broken.
func lineEnds(gap string, next Word) bool {
	breaks := strings.Count(gap, "\n")
	if breaks == 0 {
		return false
	}
	if breaks > 1 || next.Capital || next.Kind != Plain {
		return true
	}
	after := strings.TrimFunc(gap[strings.LastIndexByte(gap, '\n')+1:], unicode.IsSpace)
	return after != ""
}

func opensQuote(r rune) bool { return !unicode.IsSpace(r) }

var abbreviated = set("t.ex bl.a d.v.s dvs m.m m.fl o.s.v osv s.k f.d f.n fr.o.m t.o.m p.g.a pga ca kl nr dr prof st jfr etc tel avd ev resp inkl exkl " +
	"min max mån tis ons tors fre lör sön jan feb mar apr jun jul aug sep sept okt nov dec kap art ref dnr sid s.a.s e.d m.a.o o.d bl.a t.v a.a i.o.m m.h.a " +
	"hr tf doc ordf red komm insp rekt adv socialsekr soc.sekr")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

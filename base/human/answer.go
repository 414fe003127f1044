package human

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"tilltal/base/lingo"
)

// maxAnswer is longer than any sentence somebody would write around one word, in bytes.
const maxAnswer = 200

// padding are words that people write around the answer.
var padding = map[string]bool{"det": true, "ar": true, "svaret": true, "blir": true, "heter": true, "it": true, "is": true, "its": true,
	"the": true, "answer": true, "equals": true, "that": true, "a": true, "an": true, "och": true, "and": true, "st": true}

// accepts reports whether a person who knew the answer could have written this: in either language, with digits or words,
// in any case, with or without dots and rings, one letter wrong, with a few words around it.
func (q question) accepts(answer string) bool {
	words := wordsOf(answer)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	if q.word.Empty() {
		return onlyNumber(answer) == q.number
	}
	right := false
	for _, w := range words {
		switch q.nearest(w) {
		case +1:
			right = true
		case -1: // who writes all the words has chosen none
			return false
		}
	}
	return right
}

// nearest tells whether a written word is the right one (+1), one of the wrong (-1) or neither, or could be either (0).
func (q question) nearest(written string) int {
	best := slack(written) + 1
	verdict := 0
	weigh := func(t lingo.Text, is int) {
		for _, w := range []string{fold(t.SV), fold(t.EN)} {
			switch d := distance(written, w); {
			case d < best:
				best, verdict = d, is
			case d == best && d <= slack(written) && verdict != is:
				verdict = 0
			}
		}
	}
	weigh(q.word, +1)
	for _, t := range q.wrong {
		weigh(t, -1)
	}
	return verdict
}

// onlyNumber returns the one number in an answer, -1 for none or for several different ones: who writes them all has chosen
// none. Who writes "3 + 4 = 7" has answered seven.
func onlyNumber(answer string) int {
	if _, after, ok := strings.Cut(answer, "="); ok {
		answer = after
	}
	found := -1
	for _, w := range wordsOf(answer) {
		n := number(w)
		if n >= 0 && found >= 0 && n != found {
			return -1
		}
		found = max(found, n)
	}
	return found
}

// plainNumbers are the number words, folded.
var plainNumbers = func() []lingo.Text {
	plain := make([]lingo.Text, len(numbers))
	for n, t := range numbers {
		plain[n] = lingo.Text{SV: fold(t.SV), EN: fold(t.EN)}
	}
	return plain
}()

// number reads digits, or a number word in either language; with one letter wrong, unless it could then be two numbers. It
// returns -1 for what is no number.
func number(word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	if word == "en" {
		return 1
	}
	if len(word) > 12 {
		return -1 // longer than any of them, and work to compare
	}
	near := -1
	for n, t := range plainNumbers {
		d := min(distance(word, t.SV), distance(word, t.EN))
		switch {
		case d == 0:
			return n
		case d == 1 && near >= 0:
			near = len(numbers) // two could be meant, unless one of the rest is written exactly
		case d == 1 && len(word) >= 4: // "are" is not "tre"
			near = n
		}
	}
	if near == len(numbers) {
		return -1
	}
	return near
}

// slack is how many letters may be wrong in a word.
func slack(word string) int {
	switch n := len(word); {
	case n >= 8:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// wordsOf folds an answer and cuts it into words, without the padding. Too long an answer has none.
func wordsOf(answer string) []string {
	if len(answer) > maxAnswer {
		return nil
	}
	words := strings.FieldsFunc(fold(answer), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := words[:0]
	for _, w := range words {
		if !padding[w] {
			kept = append(kept, w)
		}
	}
	return kept
}

// fold makes letters small and plain: a person without Å on her keyboard answers "atta".
func fold(s string) string {
	plain := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)))
	out, _, err := transform.String(plain, s)
	if err != nil {
		return strings.ToLower(s)
	}
	return strings.ToLower(out)
}

// distance counts the letters that must be added, dropped, changed or swapped with their neighbour to make b of a (optimal
// string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := last[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(last[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

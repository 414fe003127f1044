package human

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tilltal/base/lingo"
)

func seeded(n uint64) question {
	return ask(sha256.Sum256(binary.BigEndian.AppendUint64(nil, n)))
}

func TestGreatVariety(t *testing.T) {
	seen := map[string]bool{}
	for n := range uint64(10_000) {
		q := seeded(n)
		if strings.Contains(q.text.SV+q.text.EN, "%!") || q.text.SV == "" || q.text.EN == "" {
			t.Fatalf("%+v", q.text)
		}
		seen[q.text.SV] = true
	}
	if len(seen) < 5000 {
		t.Errorf("%d different questions in 10,000", len(seen))
	}
}

// Everybody who knows the answer gets in: in both languages, shouted, with a full stop, in a sentence, without dots and rings.
func TestEveryQuestionCanBeAnswered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := seeded(rapid.Uint64().Draw(t, "seed"))
		words := []lingo.Text{q.word}
		if q.word.Empty() {
			n := numbers[q.number]
			words = []lingo.Text{n, lingo.T(strconv.Itoa(q.number), strconv.Itoa(q.number))}
		}
		for _, w := range words {
			for _, a := range []string{w.SV, w.EN, strings.ToUpper(w.SV), " " + w.EN + ". ", "Det är " + w.SV, "It is " + w.EN + "!", fold(w.SV)} {
				if !q.accepts(a) {
					t.Fatalf("%s %q is refused", q.text.SV, a)
				}
			}
		}
	})
}

// One key hit wrong is forgiven in a word of four letters or more, unless it then looks like another of the words.
func TestOneLetterWrong(t *testing.T) {
	season := question{word: lingo.T("vinter", "winter"), wrong: []lingo.Text{lingo.T("stol", "chair"), lingo.T("spade", "spade")}}
	seven := question{number: 7}
	for _, c := range []struct {
		q      question
		answer string
		want   bool
	}{
		{season, "vinter", true}, {season, "vintre", true}, {season, "vintr", true}, {season, "Winter.", true}, {season, "vinnter", true},
		{season, "en vinter", true}, {season, "stol", false}, {season, "stol, vinter, spade", false}, {season, "v", false},
		{season, "", false}, {season, "???", false}, {season, "sommar", false}, {season, strings.Repeat("vinter ", 100), false},
		{seven, "7", true}, {seven, "sju", true}, {seven, "Seven", true}, {seven, "07", true}, {seven, "3 + 4 = 7", true}, {seven, "7 st", true},
		{seven, "sevn", true}, {seven, "６", false}, {seven, "7", true}, {seven, "７", true}, {seven, "1 2 3 4 5 6 7", false}, {seven, "-", false},
		{seven, "99999999999999999999", false}, {question{number: 8}, "atta", true}, {question{number: 1}, "en", true}, {question{number: 1}, "ett", true},
		{question{number: 2}, "två", true}, {question{number: 2}, "to", false},
	} {
		if got := c.q.accepts(c.answer); got != c.want {
			t.Errorf("%q: %v, want %v", c.answer, got, c.want)
		}
	}
}

// No wrong word is taken for the right one, and nobody gets in by writing the whole question back.
func TestWrongWordsAreRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := seeded(rapid.Uint64().Draw(t, "seed"))
		for _, w := range q.wrong {
			if q.accepts(w.SV) || q.accepts(w.EN) {
				t.Fatalf("%s %q is accepted", q.text.SV, w.SV)
			}
		}
		if q.accepts(q.text.SV) || q.accepts(q.text.EN) {
			t.Fatalf("%q answers itself", q.text.SV)
		}
		if q.word.Empty() && (q.accepts(strconv.Itoa(q.number+1)) || q.number < 0 || q.number >= len(numbers)) {
			t.Fatalf("%q is answered by %d", q.text.SV, q.number+1)
		}
	})
}

// A robot that always says the same gets through less than one time in ten.
func TestNoAnswerFitsAll(t *testing.T) {
	const asked = 2000
	for _, answer := range []string{"3", "4", "7", "vinter", "måndag", "ja", "a", "hund"} {
		hits := 0
		for n := range uint64(asked) {
			if seeded(n).accepts(answer) {
				hits++
			}
		}
		if hits > asked/10 {
			t.Errorf("%q answers %d of %d questions", answer, hits, asked)
		}
	}
}

// All the words of all the kinds are so far apart that none is another's misspelling within a question.
func TestKindsDoNotOverlap(t *testing.T) {
	seen := map[string]string{}
	for _, k := range kinds {
		for _, w := range k.words {
			for _, s := range []string{"sv " + fold(w.SV), "en " + fold(w.EN)} {
				if other, twice := seen[s]; twice {
					t.Errorf("%q is both %s and %s", s, other, k.name.EN)
				}
				seen[s] = k.name.EN
			}
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"vinter", "vinter", 0}, {"vintre", "vinter", 1}, {"vintr", "vinter", 1}, {"hast", "host", 1}, {"abc", "cab", 2}} {
		if got := distance(c.a, c.b); got != c.want || distance(c.b, c.a) != c.want {
			t.Errorf("%q and %q are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}

func BenchmarkAccepts(b *testing.B) {
	q := seeded(1)
	long := strings.Repeat("ab cd ef ", 22)
	for b.Loop() {
		q.accepts(long[:190])
		q.accepts(strings.Repeat("a", 199))
	}
}

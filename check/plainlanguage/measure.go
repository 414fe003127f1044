package plainlanguage

import (
	"math"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Fewest is the number of sentences from which a score is shown: at three, LIX varies by a whole class from chance alone.
const Fewest = 10

// Scores are the published measures of a text. LIX and OVIX are NaN where they are not defined.
type Scores struct {
	Words     int
	Sentences int
	LIX       float64 // words per sentence + per cent of words longer than six letters (Björnsson 1968)
	OVIX      float64 // variation of words (Hultman and Westman 1977)
}

// Measure computes the scores of a text. Links, tags, handles and addresses are not words. LIX is undefined without words;
// OVIX also when every word is used once, as in most short texts.
func Measure(text string) Scores { return measure(prose.Read(text)) }

func measure(t *prose.Text) Scores {
	s := Scores{LIX: math.NaN(), OVIX: math.NaN()}
	long, different := 0, map[string]bool{}
	for _, sentence := range t.Sentences {
		before := s.Words
		for _, w := range t.Words[sentence.First:sentence.Last] {
			if !w.Running() {
				continue
			}
			s.Words++
			different[w.Lower] = true
			if utf8.RuneCountInString(w.Lower) > 6 {
				long++
			}
		}
		if s.Words > before {
			s.Sentences++
		}
	}
	if s.Words == 0 {
		return s
	}
	n, u := float64(s.Words), float64(len(different))
	s.LIX = n/float64(s.Sentences) + 100*float64(long)/n
	if u < n && u > 1 {
		s.OVIX = math.Log(n) / math.Log(2-math.Log(u)/math.Log(n))
	}
	return s
}

const hard = 50 // LIX of a text as hard as a statute

func readability(notes *check.Notes, t *prose.Text) {
	if len(t.Sentences) < Fewest {
		return
	}
	s := measure(t)
	if s.Sentences < Fewest || s.LIX <= hard {
		return
	}
	notes.Whole(ruleLix, check.Possible, lingo.T("Läsbarhetsindex (LIX) är %.0f. Över 50 är svårt för de flesta.", "The readability index (LIX) is %.0f. Above 50 is hard for most readers.").Put(s.LIX),
		lingo.T("Vilka meningar kan du dela, och vilka långa ord kan du byta?", "Which sentences can you divide, and which long words can you change?"))
}

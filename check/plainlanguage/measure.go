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

// Scores are the published measures of a text. They are NaN where they are not defined.
type Scores struct {
	Words     int
	Sentences int
	LIX       float64 // words per sentence + per cent of words longer than six letters (Björnsson 1968)
	OVIX      float64 // variation of words: ln N / ln(2 − ln U / ln N) (Hultman and Westman 1977)
	Nominal   float64 // the full nominal ratio: (nouns + prepositions + participles) / (pronouns + adverbs + verbs) (same)
}

// Measure computes the scores of a text. Links, tags, handles and addresses are not words. LIX is undefined without words;
// OVIX also when every word is used once, as in most short texts.
func Measure(text string) Scores {
	t := prose.Read(text)
	s := measure(t)
	s.Nominal = nominalRatio(t)
	return s
}

func measure(t *prose.Text) Scores {
	s := Scores{LIX: math.NaN(), OVIX: math.NaN(), Nominal: math.NaN()}
	long, different := 0, map[string]bool{}
	for _, sentence := range t.Sentences {
		before := s.Words
		for i := sentence.First; i < sentence.Last; i++ {
			w := t.Words[i]
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

// nominalRatio counts the heavy words to each light one. It asks more of the lexicon than the other measures and is counted by itself.
func nominalRatio(t *prose.Text) float64 {
	heavy, light := 0, 0
	for i := range t.Words {
		switch classOf(t, i) {
		case nominal:
			heavy++
		case verbal:
			light++
		}
	}
	if light == 0 {
		return math.NaN()
	}
	return float64(heavy) / float64(light)
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
	reason := lingo.T("Läsbarhetsindex (LIX) är %.0f. Över 50 är svårt för de flesta.", "The readability index (LIX) is %.0f. Above 50 is hard for most readers.").Put(s.LIX)
	if ratio := nominalRatio(t); ratio > heavyNominal {
		reason = lingo.T("Läsbarhetsindex (LIX) är %.0f, och det går %v tunga ord på varje lätt (nominalkvot). Över 50 och över 1 är svårt för de flesta.",
			"The readability index (LIX) is %.0f, with %v heavy words to each light one (nominal ratio). Above 50 and above 1 is hard for most readers.").Put(s.LIX, decimal(ratio))
	}
	notes.Whole(ruleLix, check.Possible, reason,
		lingo.T("Vilka meningar kan du dela, och vilka långa ord kan du byta? Blir substantiven verb går det lättare.", "Which sentences can you divide, and which long words can you change? It goes easier when nouns become verbs."))
}

const heavyNominal = 1.0 // of ordinary information text (Hultman and Westman 1977)

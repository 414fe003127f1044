package plainlanguage

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/lexicon"
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
func Measure(text string) Scores { return measure(prose.Read(text)) }

func measure(t *prose.Text) Scores {
	s := Scores{LIX: math.NaN(), OVIX: math.NaN(), Nominal: math.NaN()}
	long, different := 0, map[string]bool{}
	heavy, light := 0, 0
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
			switch classOf(t, i) {
			case nominal:
				heavy++
			case verbal:
				light++
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
	if light > 0 {
		s.Nominal = float64(heavy) / float64(light)
	}
	return s
}

type class int

const (
	neither class = iota
	nominal       // nouns, names, prepositions, participles
	verbal        // pronouns, adverbs, verbs
)

// classOf says which side of the nominal ratio a word stands on. Without a tagger it is a guess from lists, the lexicon and
// what stands before; it is good for a ratio over a text and for nothing less.
func classOf(t *prose.Text, i int) class {
	w := t.Words[i]
	switch {
	case w.Kind != prose.Plain:
		return neither
	case prepositions[w.Lower]:
		return nominal
	case pronouns[w.Lower], adverbs[w.Lower], auxiliaries[w.Lower]:
		return verbal
	case w.Capital && !t.Opens(i):
		return nominal
	case participle(w.Lower):
		return nominal
	}
	if p, doubtful := lexicon.Passive(w.Lower); p && !doubtful {
		return verbal
	}
	before := ""
	if !t.Opens(i) {
		before = t.Words[i-1].Lower
	}
	switch k := lexicon.Of(w.Lower); {
	case k&lexicon.Verb != 0 && (k&lexicon.Noun == 0 || before == "att" || pronouns[before] || auxiliaries[before]):
		return verbal
	case k&lexicon.Noun != 0, k == 0 && len(w.Lower) > 6: // an unknown long word is nearly always a compound noun
		return nominal
	case k&lexicon.Verb != 0:
		return verbal
	}
	return neither
}

func participle(w string) bool {
	for _, ending := range []string{"ande", "ende", "ad", "ade", "dd", "dda"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && len(stem) > 3 && lexicon.Base(stem+"a")&lexicon.Verb != 0 && ending != "ade" {
			return true
		}
	}
	return false
}

var (
	prepositions = words("av för från genom hos i inom med mellan mot om på till trots under upp ur utan utanför vid åt över enligt efter före bland bakom framför kring längs intill utom via per")
	pronouns     = words("jag du han hon den det vi ni de dem mig dig sig oss er honom henne man min mitt mina din ditt dina sin sitt sina vår vårt våra ert era hans hennes dess deras denna detta dessa någon något några ingen inget inga vem vad vilken vilket vilka som varje all allt alla annan annat andra själv varandra var")
	adverbs      = words("inte också bara även nu då här där sedan redan ännu aldrig alltid ofta ibland kanske mycket lite så mer mest när hur varför dock ju väl nog endast igen snart genast ute inne hem bort fram därför dit hit ned ner ej dessutom annars tidigare senare idag igår")
	auxiliaries  = words("är var vara varit har hade ha haft ska skall skulle kan kunde kunna måste bör borde får fick få fått vill ville vilja blir blev bli blivit gör gjorde göra gjort finns fanns finnas säger sa sade går gick kommer kom ger gav tar tog ser såg vet visste står stod")
)

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
	if s.Nominal > heavyNominal {
		reason = lingo.T("Läsbarhetsindex (LIX) är %.0f, och det går %v tunga ord på varje lätt (nominalkvot). Över 50 och över 1 är svårt för de flesta.",
			"The readability index (LIX) is %.0f, with %v heavy words to each light one (nominal ratio). Above 50 and above 1 is hard for most readers.").Put(s.LIX, decimal(s.Nominal))
	}
	notes.Whole(ruleLix, check.Possible, reason,
		lingo.T("Vilka meningar kan du dela, och vilka långa ord kan du byta? Blir substantiven verb går det lättare.", "Which sentences can you divide, and which long words can you change? It goes easier when nouns become verbs."))
}

// decimal writes a number with one decimal: 1,6 in Swedish.
func decimal(n float64) lingo.Text {
	s := fmt.Sprintf("%.1f", n)
	return lingo.T(strings.Replace(s, ".", ",", 1), s)
}

const heavyNominal = 1.0 // of ordinary information text (Hultman and Westman 1977)

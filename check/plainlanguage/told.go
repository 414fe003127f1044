package plainlanguage

import (
	"fmt"
	"math"
	"strings"

	"tilltal/base/lingo"
)

// Told says the measures of a text in one line, for the page where it is written: "LIX 42 · OVIX 61 · nominalkvot 0,9". It is
// empty below [Fewest] sentences, where a measure says more about chance than about the text, and for a text in another language
// than Swedish ("" and "sv" are Swedish).
func Told(text, language string) lingo.Text {
	if lang, _, _ := strings.Cut(strings.ToLower(language), "-"); lang != "" && lang != "sv" {
		return lingo.Text{}
	}
	if strings.Count(text, ".")+strings.Count(text, "!")+strings.Count(text, "?")+strings.Count(text, "\n") < Fewest-1 {
		return lingo.Text{} // too few ends: it need not be read
	}
	s := Measure(text)
	if s.Sentences < Fewest {
		return lingo.Text{}
	}
	return lingo.T("LIX %s · OVIX %s · nominalkvot %s", "LIX %s · OVIX %s · nominal ratio %s").Put(whole(s.LIX), whole(s.OVIX), decimal(s.Nominal))
}

// whole writes a measure without decimals, and a dash where it is not defined.
func whole(n float64) string {
	if math.IsNaN(n) {
		return "–"
	}
	return fmt.Sprintf("%.0f", n)
}

// decimal writes a number with one decimal, 1,6 in Swedish, and a dash where it is not defined.
func decimal(n float64) lingo.Text {
	if math.IsNaN(n) {
		return lingo.T("–", "–")
	}
	s := fmt.Sprintf("%.1f", n)
	return lingo.T(strings.Replace(s, ".", ",", 1), s)
}

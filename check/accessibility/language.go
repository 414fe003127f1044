package accessibility

import (
	"strings"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
	"tilltal/check/tongue"
)

// How long a post in Latin letters must be to be judged, and from where we are rather sure. A greeting in another language is no
// mistake.
const (
	fewestWords = 4
	sureWords   = 12
)

// language notes a text that seems to be in another language than the one it is marked with: it would be read aloud with the
// wrong sounds.
func language(notes *check.Notes, t *prose.Text, tag string) {
	chosen, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch chosen {
	case "":
		chosen = "sv"
	case "no", "nn":
		chosen = "nb"
	case "hr", "sr":
		chosen = "bs"
	}
	guess := tongue.Of(t)
	if guess == tongue.Unknown && chosen == "sv" && foreign(t) {
		notes.Whole(ruleLanguage, check.Possible, lingo.T("Texten verkar inte vara på svenska.", "The text does not seem to be in Swedish."), chooseLanguage)
	}
	if guess == tongue.Unknown || guess == chosen || near[guess] == chosen || latin[guess] && t.Count() < fewestWords {
		return
	}
	g := check.Likely
	if latin[guess] && t.Count() < sureWords {
		g = check.Possible
	}
	notes.Whole(ruleLanguage, g, lingo.T("Texten verkar vara på %s.", "The text seems to be in %s.").Put(tongue.Name(guess)),
		chooseLanguage)
}

var chooseLanguage = lingo.T("Välj rätt språk för inlägget, så läses det upp med rätt uttal.", "Choose the right language for the post, and it is read aloud with the right sounds.")

const (
	fewestForeign = 3 // words in small letters that Swedish has not, before a text is taken for foreign
	longForeign   = 60
)

// foreign reports whether hardly any word of a text is Swedish: a short post in English, Somali or Sámi, which is too little to know
// the language by. Words with capitals may be names and are not counted, but for the first of a sentence.
func foreign(t *prose.Text) bool {
	unknown, known := 0, 0
	for i, w := range t.Words {
		switch {
		case w.Kind != prose.Plain, w.Capital && !t.Opens(i), strings.ContainsAny(w.Lower, "0123456789"), strings.ContainsFunc(t.Raw[w.Start:w.End], dressed), costume(w.Lower):
		case lexicon.Of(w.Lower) != 0 || tongue.Swedish(w.Lower):
			known++
		case utf8.RuneCountInString(w.Lower) > 1:
			unknown++
		}
		if i == longForeign {
			break
		}
	}
	return unknown >= fewestForeign && unknown >= 5*known // the dictionary has base forms: an inflected word may be unknown in Swedish too
}

// near are languages that are too close to tell apart with certainty.
var near = map[string]string{"nb": "da", "da": "nb", "sr": "bs", "fa": "prs", "ckb": "ku", "ti": "am"}

var latin = list("sv en nb da fi de fr es it pt nl pl bs sq tr ku so ro et lt lv")

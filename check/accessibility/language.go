package accessibility

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
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
	if guess == tongue.Unknown || guess == chosen || near[guess] == chosen || latin[guess] && t.Count() < fewestWords {
		return
	}
	g := check.Likely
	if latin[guess] && t.Count() < sureWords {
		g = check.Possible
	}
	notes.Whole(ruleLanguage, g, lingo.T("Texten verkar vara på %s.", "The text seems to be in %s.").Put(tongue.Name(guess)),
		lingo.T("Välj rätt språk för inlägget, så läses det upp med rätt uttal.", "Choose the right language for the post, and it is read aloud with the right sounds."))
}

// near are languages that are too close to tell apart with certainty.
var near = map[string]string{"nb": "da", "da": "nb", "sr": "bs", "fa": "prs", "ckb": "ku", "ti": "am"}

var latin = list("sv en nb da fi de fr es it pt nl pl bs sq tr ku so ro et lt lv")

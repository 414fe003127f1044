package accessibility

import (
	"strings"
	"unicode"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// marks are common small words by which a language gives itself away. A word that two of the languages share is in none.
var marks = map[string]map[string]bool{
	"sv": list("och att det som är för på inte ett med av jag vi du har till från kan ska också när eller mycket här där efter under alla vara blir mot bara över"),
	"en": list("the and of to is that you it with this be are was have from not they we our your will can what when which there about more please"),
	"no": list("og ikke jeg det som hva hvor fra også bare etter være dere skal vil nå til mot hun"),
	"da": list("og ikke jeg det som hvad hvor fra også bare efter være skal vil nu af til mod hun blive"),
	"fi": list("ja on ei se että hän mutta niin kun joka tämä ovat olla myös kuin voi sitä meidän teidän"),
	"de": list("und der die das nicht ist ich wir sie mit ein eine auf für von auch wenn oder aber werden"),
}

const (
	fewestWords = 12  // a shorter text is not judged
	clearly     = 2.0 // times as many of the other language's words
)

// language notes a text that seems to be in another language than the one it is marked with.
func language(notes *check.Notes, t *prose.Text, tag string) {
	chosen, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if chosen == "" {
		chosen = "sv"
	}
	if chosen == "nb" || chosen == "nn" {
		chosen = "no"
	}
	if script(notes, t, chosen) || marks[chosen] == nil {
		return
	}
	words, hits := 0, map[string]int{}
	for _, w := range t.Words {
		if w.Kind != prose.Plain {
			continue
		}
		words++
		for lang, m := range marks {
			if m[w.Lower] {
				hits[lang]++
			}
		}
	}
	if words < fewestWords {
		return
	}
	best := chosen
	for _, lang := range []string{"sv", "en", "no", "da", "fi", "de"} {
		if hits[lang] > hits[best] {
			best = lang
		}
	}
	if best == chosen || hits[best] < 4 || float64(hits[best]) < clearly*float64(hits[chosen]) {
		return
	}
	notes.Whole(ruleLanguage, check.Likely, lingo.T("Texten verkar vara på %s.", "The text seems to be in %s.").Put(languages[best]),
		lingo.T("Välj rätt språk för inlägget, så läses det upp med rätt uttal.", "Choose the right language for the post, and it is read aloud with the right sounds."))
}

// script notes a text in letters that the chosen language does not use.
func script(notes *check.Notes, t *prose.Text, chosen string) bool {
	if !latin[chosen] {
		return false
	}
	foreign, all := 0, 0
	for _, r := range t.Raw {
		if unicode.IsLetter(r) {
			all++
			if r > 0x24F && !unicode.Is(unicode.Latin, r) && !dressed(r) && unicode.In(r, unicode.Arabic, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Han, unicode.Thai, unicode.Ethiopic) {
				foreign++
			}
		}
	}
	if foreign < 20 || foreign*2 < all {
		return false
	}
	notes.Whole(ruleLanguage, check.Certain, lingo.T("Texten är skriven med andra bokstäver än det valda språkets.", "The text is written in other letters than the chosen language's."),
		lingo.T("Välj rätt språk för inlägget, så läses det upp med rätt uttal.", "Choose the right language for the post, and it is read aloud with the right sounds."))
	return true
}

var latin = list("sv en no da fi de fr es it nl pl et lv lt so tr")

var languages = map[string]lingo.Text{
	"sv": lingo.T("svenska", "Swedish"), "en": lingo.T("engelska", "English"), "no": lingo.T("norska", "Norwegian"), "da": lingo.T("danska", "Danish"),
	"fi": lingo.T("finska", "Finnish"), "de": lingo.T("tyska", "German"),
}

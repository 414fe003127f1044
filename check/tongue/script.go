package tongue

import (
	"strings"
	"unicode"

	"tilltal/check/prose"
)

// scripts are the alphabets that tell a language, or nearly. An alphabet that several languages share is told apart by
// letters that only one of them has.
var scripts = []struct {
	table *unicode.RangeTable
	tag   string
	among []peculiarity
}{
	{unicode.Arabic, "ar", []peculiarity{{"ckb", "ڕڵۆێە"}, {"ps", "ټډړږښځڅ"}, {"ur", "ٹڈڑںے"}, {"fa", "پچژگک"}}},
	{unicode.Cyrillic, "ru", []peculiarity{{"uk", "іїєґ"}, {"sr", "ђћџљњ"}, {"bg", "ъ"}}},
	{unicode.Ethiopic, "ti", []peculiarity{{"am", "ኧእናነው"}}},
	{unicode.Greek, "el", nil},
	{unicode.Hebrew, "he", nil},
	{unicode.Hangul, "ko", nil},
	{unicode.Hiragana, "ja", nil},
	{unicode.Katakana, "ja", nil},
	{unicode.Han, "zh", nil},
	{unicode.Thai, "th", nil},
	{unicode.Devanagari, "hi", nil},
	{unicode.Bengali, "bn", nil},
	{unicode.Tamil, "ta", nil},
	{unicode.Armenian, "hy", nil},
	{unicode.Georgian, "ka", nil},
}

type peculiarity struct{ tag, letters string }

// script answers for texts in other letters than Latin. Own is true when most of the letters are: then no small words need
// be looked for, whether the language could be told or not.
func script(t *prose.Text) (tag string, own bool) {
	counts := make([]int, len(scripts))
	latin, other := 0, 0
	for _, w := range t.Words {
		if w.Kind != prose.Plain {
			continue
		}
		for _, r := range w.Lower {
			switch {
			case r < 0x250 || unicode.Is(unicode.Latin, r):
				latin++
			case unicode.IsLetter(r):
				other++
				for i := range scripts {
					if unicode.Is(scripts[i].table, r) {
						counts[i]++
						break
					}
				}
			}
		}
	}
	if other == 0 || other < latin {
		return Unknown, false
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	if counts[best] < fewestLetters && !(dense(best) && counts[best] >= 4) {
		return Unknown, true
	}
	return nearer(scripts[best].tag, scripts[best].among, t.Raw), true
}

// dense reports whether a script says much with few signs.
func dense(i int) bool {
	switch scripts[i].tag {
	case "zh", "ja", "ko":
		return true
	}
	return false
}

// nearer tells languages of one alphabet apart: the first with two signs of its own.
func nearer(tag string, among []peculiarity, text string) string {
	for _, p := range among {
		n := 0
		for _, r := range text {
			if strings.ContainsRune(p.letters, r) {
				n++
			}
		}
		if n >= 2 {
			return p.tag
		}
	}
	return tag
}

// Package tongue guesses which language a text is in, so that a question in Arabic or Somali reaches somebody who can read it,
// and so that a post is marked with the language it is written in (SFS 2009:600 14 §, SFS 2017:900 13 §, WCAG 2.2 3.1.1).
//
// It is small and modest. Letters tell the languages that have their own; small words that everybody uses tell the rest. A
// text that is too short, or that could be either of two, is unknown: no guess is better than a wrong one.
package tongue

import (
	"slices"
	"strings"
	"unicode"

	"tilltal/check/prose"
)

// Unknown is the answer for a text that is too short or could be several.
const Unknown = ""

const (
	fewestLetters = 12  // of a script of its own
	fewestWords   = 4   // of Latin letters
	enough        = 2.0 // evidence; a word that only one language has is 1
	clearly       = 1.5 // times as much as for the next language
)

// Of returns the language of a text as a BCP 47 tag, or Unknown. Links, tags and handles are not counted.
func Of(t *prose.Text) string {
	if tag, own := script(t); own {
		return tag
	}
	words, points := 0, map[string]float64{}
	for i, w := range t.Words {
		if w.Kind != prose.Plain {
			continue
		}
		words++
		if nobly(t.Words, i) {
			continue
		}
		for _, m := range marks[w.Lower] {
			points[m.tag] += m.weight
		}
	}
	if words < fewestWords {
		return Unknown
	}
	letters(t.Raw, points)
	best, next := Unknown, 0.0
	for _, tag := range tags { // in a fixed order: the same answer twice
		if p := points[tag]; p > points[best] {
			best = tag
		}
	}
	for _, tag := range tags {
		if tag != best && siblings[tag] != best {
			next = max(next, points[tag])
		}
	}
	if best == Unknown || points[best] < enough || points[best] < float64(words)/12 || points[best] < clearly*next {
		return Unknown
	}
	return best
}

// nobly reports whether word i belongs to the name after it, whatever the language of the text: "von der Leyen".
func nobly(words []prose.Word, i int) bool {
	for _, from := range []int{i, i - 1} {
		if from >= 0 && from+2 < len(words) && words[from].Lower == "von" && words[from+1].Lower == "der" && words[from+2].Capital {
			return true
		}
	}
	return false
}

// letters gives evidence for the languages that use a letter which few others do. All together weigh as much as two words.
func letters(s string, points map[string]float64) {
	seen := map[string]float64{}
	for _, r := range s {
		if r < 0x80 {
			continue
		}
		for _, tag := range peculiar[unicode.ToLower(r)] {
			if seen[tag] < 2 {
				seen[tag] += 0.25
			}
		}
	}
	for tag, p := range seen {
		if points[tag] > 0 {
			points[tag] += p
		}
	}
}

// Swedish reports whether a word in small letters is one of the small words that Swedish sentences are made of.
func Swedish(lower string) bool {
	return slices.ContainsFunc(marks[lower], func(m mark) bool { return m.tag == "sv" })
}

// siblings share most of their small words: either will do, as long as it is neither of the others.
var siblings = map[string]string{"nb": "da", "da": "nb"}

type mark struct {
	tag    string
	weight float64
}

var (
	tags     []string
	marks    = map[string][]mark{}
	peculiar = map[rune][]string{}
)

func init() {
	for line := range strings.Lines(smallWords) {
		tag, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		tags = append(tags, tag)
		for w := range strings.FieldsSeq(list) {
			marks[w] = append(marks[w], mark{tag: tag})
		}
	}
	for _, ms := range marks {
		for i := range ms {
			ms[i].weight = 1 / float64(len(ms))
		}
	}
	for line := range strings.Lines(ownLetters) {
		tag, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		for _, r := range list {
			peculiar[r] = append(peculiar[r], tag)
		}
	}
}

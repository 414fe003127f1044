package plainlanguage

import (
	"math"
	"os"
	"strings"
	"testing"

	"tilltal/check/prose"
)

// TestNominalRatioAgainstMarkedWords says how good the guess of word classes is, against sentences in which every word has been marked
// by hand: n on the upper side of the ratio (nouns, names, prepositions, participles), v on the lower (pronouns, adverbs, verbs), - on
// neither (articles, adjectives, conjunctions, numbers). Those of the first file were looked at while the lists were made; those of the
// second were written afterwards, and nothing was changed because of them.
func TestNominalRatioAgainstMarkedWords(t *testing.T) {
	for _, name := range []string{"classes.txt", "classes_counted.txt"} {
		t.Run(name, func(t *testing.T) { marked(t, name) })
	}
}

func marked(t *testing.T, name string) {
	gold, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var right, all, sentences int
	var up, down, guessedUp, guessedDown float64
	for line := range strings.Lines(string(gold)) {
		sentences++
		var plain, marks []string
		for _, pair := range strings.Fields(line) {
			word, mark, _ := strings.Cut(pair, "/")
			plain, marks = append(plain, word), append(marks, mark)
		}
		text := prose.Read(strings.Join(plain, " ") + ".")
		if len(text.Words) != len(plain) {
			t.Fatalf("%q has %d words", line, len(text.Words))
		}
		for i := range text.Words {
			got := map[class]string{neither: "-", nominal: "n", verbal: "v"}[classOf(text, i)]
			if all++; got == marks[i] {
				right++
			} else {
				t.Logf("%s is %s, taken for %s: %s", plain[i], marks[i], got, strings.Join(plain, " "))
			}
			up, down = up+one(marks[i] == "n"), down+one(marks[i] == "v")
			guessedUp, guessedDown = guessedUp+one(got == "n"), guessedDown+one(got == "v")
		}
	}
	ratio, guessed := up/down, guessedUp/guessedDown
	t.Logf("%d sentences, %d of %d words right (%.3f); the ratio is %.3f, guessed %.3f", sentences, right, all, float64(right)/float64(all), ratio, guessed)
	if float64(right) < 0.88*float64(all) || math.Abs(guessed-ratio) > 0.1*ratio {
		t.Error("the words are guessed too badly")
	}
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestTheFilesAreWholeAndSorted(t *testing.T) {
	for name, text := range map[string]string{"passive.txt": strings.TrimSpace(passives), "words.gz": words()} {
		lines := strings.Split(text, "\n")
		keys := make([]string, len(lines))
		for i, l := range lines {
			keys[i] = key(l)
		}
		if len(keys) < 25_000 || !slices.IsSorted(keys) || len(slices.Compact(keys)) != len(lines) {
			t.Errorf("%s: %d lines, sorted %v", name, len(lines), slices.IsSorted(keys))
		}
	}
}

func TestPassive(t *testing.T) {
	for word, want := range map[string][2]bool{
		"skickas": {true, false}, "skickades": {true, false}, "fattats": {true, false}, "fattas": {true, true}, "byggs": {true, false}, "skrevs": {true, false}, "finns": {}, "hoppas": {}, "slits": {true, true},
		"hos": {}, "barns": {}, "": {}, "tas": {true, false}, "åtföljs": {true, false}, "a b": {},
	} {
		if p, d := Passive(word); p != want[0] || d != want[1] {
			t.Errorf("%s: %v %v", word, p, d)
		}
	}
}

func TestKinds(t *testing.T) {
	for word, want := range map[string]Kind{"kommun": Noun, "trygg": Adjective, "jobba": Verb, "och": Other, "kommunerna": Noun, "trygga": Adjective, "jobbade": Verb, "böckernas": 0, "xyzzy": 0, "lampor": Noun, "": 0, "\n": 0} {
		if got := Of(word); got&want != want || want == 0 && got != 0 && word != "böckernas" {
			t.Errorf("%s is %b, want %b", word, got, want)
		}
	}
}

// TestEveryLineIsFound looks every thousandth word up, and the first and the last.
func TestEveryLineIsFound(t *testing.T) {
	lines := strings.Split(words(), "\n")
	for i := 0; i < len(lines); i += 1000 {
		if Base(key(lines[i])) == 0 {
			t.Errorf("%q is not found", lines[i])
		}
	}
	if Base(key(lines[len(lines)-1])) == 0 {
		t.Error("the last is not found")
	}
}

func FuzzOf(f *testing.F) {
	f.Add("kommunerna")
	f.Fuzz(func(t *testing.T, word string) {
		if first, again := Of(word), Of(word); first != again {
			t.Error("two answers")
		}
		Passive(word)
	})
}

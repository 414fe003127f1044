// Package lexicon knows Swedish words: whether a word exists and of what kind it is, where a compound can be parted, and which
// verb forms are s-passives. Checks use it where an ending or a length says too little: an ending alone is right about a
// passive in four cases of ten.
//
// The words are those of the Swedish spelling dictionary (DSSO); docs/data.md tells whose it is and how the two files here
// were made from it. They are looked up where they lie: the first time somebody asks, a table of where each word stands is made in
// some milliseconds, and nothing when the program starts.
package lexicon

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"
)

// passives are the s-passive forms, one a line, sorted. A star says that the form is also something else, such as the
// genitive of a noun.
//
//go:embed passive.txt
var passives string

//go:embed words.gz
var packed []byte

// words are the base forms with their kinds, one a line, sorted.
var words = sync.OnceValue(func() string {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return "" // a test makes certain that the file is whole
	}
	b, _ := io.ReadAll(r)
	return string(b)
})

var (
	passiveForms = sync.OnceValue(func() *index { return newIndex(passives) })
	baseForms    = sync.OnceValue(func() *index { return newIndex(words()) })
)

// Passive reports whether a word, in small letters, is an s-passive, and whether it can be something else too.
func Passive(word string) (passive, doubtful bool) {
	mark, ok := passiveForms().find(word)
	return ok, mark == "*"
}

// Kind is what a word can be, as a set.
type Kind uint8

// The kinds.
const (
	Noun Kind = 1 << iota
	Adjective
	Verb
	Other // small words, adverbs, what the dictionary says nothing of
	Name
)

var kinds = map[byte]Kind{'n': Noun, 'a': Adjective, 'v': Verb, 'o': Other, 'p': Name}

// Base returns what a word can be when it stands in its base form; 0 when it is no such word.
func Base(word string) (k Kind) {
	mark, ok := baseForms().find(word)
	if !ok {
		return 0
	}
	for i := range len(mark) {
		k |= kinds[mark[i]]
	}
	return k
}

// endings are what words are inflected with, and the kinds that take them, the longest first.
var endings = []struct {
	cut, put string
	of       Kind
}{
	{"arnas", "", Noun}, {"ornas", "a", Noun}, {"ernas", "", Noun}, {"arna", "", Noun}, {"orna", "a", Noun}, {"erna", "", Noun}, {"arna", "e", Noun},
	{"ens", "", Noun}, {"ets", "", Noun}, {"en", "", Noun}, {"et", "", Noun}, {"et", "e", Noun}, {"ar", "", Noun}, {"ar", "e", Noun}, {"er", "", Noun}, {"or", "a", Noun},
	{"na", "", Noun}, {"n", "", Noun}, {"ns", "", Noun}, {"s", "", Noun}, {"t", "", Noun}, {"r", "", Noun},
	{"a", "", Adjective}, {"t", "", Adjective}, {"na", "en", Adjective},
	{"ade", "a", Verb}, {"at", "a", Verb}, {"ar", "a", Verb}, {"er", "a", Verb}, {"de", "a", Verb}, {"te", "a", Verb}, {"t", "a", Verb}, {"r", "", Verb}, {"", "a", Verb},
}

// Of returns what a word can be, in its base form or inflected as most words are; 0 when it is not known.
func Of(word string) Kind {
	k := Base(word)
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e.cut); ok && len(stem) > 2 {
			k |= Base(stem+e.put) & e.of
		}
	}
	return k
}

// key is the word that a line begins with.
func key(line string) string {
	if i := strings.IndexAny(line[:min(len(line), 80)], " *\n"); i >= 0 {
		return line[:i]
	}
	return line
}

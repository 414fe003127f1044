// Package gazetteer knows what people and places are called in Sweden, and about how many live in a place. It is what lets a
// check tell a name from a word, and say that a description fits twelve people in Kiruna. Where the lists come from, and
// their licences: docs/data.md.
//
// The lists are read the first time somebody asks, in a few milliseconds.
package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// Name is what is known of a word as a name of a person. The zero value is "not a name".
type Name uint8

// What a word can be. A word can be several at once.
const (
	Given         Name = 1 << iota // a given name borne in Sweden
	Surname                        // a surname borne in Sweden
	GivenAbroad                    // a given name common elsewhere; believed only together with a surname
	SurnameAbroad                  // a surname common elsewhere
	Word                           // also an ordinary Swedish word: Stig, Björn, Linn
)

// Has reports whether a name is any of the given kinds.
func (n Name) Has(kinds Name) bool { return n&kinds != 0 }

//go:embed names.txt
var nameList string

//go:embed world.txt
var worldList string

//go:embed places.txt
var placeList string

var names = sync.OnceValue(func() map[string]Name {
	m := make(map[string]Name, strings.Count(nameList, "\n"))
	for line := range strings.Lines(nameList) {
		name, kinds, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, k := range kinds {
			m[name] |= letters[k]
		}
	}
	return m
})

var letters = map[rune]Name{'g': Given, 's': Surname, 'G': GivenAbroad, 'S': SurnameAbroad, 'c': Word}

// places maps a name in small letters to inhabitants.
var places = sync.OnceValue(func() map[string]int {
	m := make(map[string]int, strings.Count(placeList, "\n"))
	for line := range strings.Lines(placeList) {
		name, count, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if n, err := strconv.Atoi(count); err == nil {
			m[name] = n
		}
	}
	return m
})

// Person tells what a word in small letters is as a name of a person. A hyphenated name is what its halves are.
func Person(lower string) Name {
	all := names()
	if n, ok := all[lower]; ok {
		return n
	}
	if a, b, ok := strings.Cut(lower, "-"); ok && !strings.Contains(b, "-") {
		x, y := all[a]&^Word, all[b]&^Word
		if x.Has(Given|Surname) && y.Has(Given|Surname) {
			return x&y&(Given|Surname) | x&Surname&y
		}
	}
	return 0
}

// Genitive takes the ending of possession from a word, if what is left is a name: annas is anna's.
func Genitive(lower string) (Name, bool) {
	for _, ending := range []string{"'s", "’s", ":s", "s"} {
		if stem, ok := strings.CutSuffix(lower, ending); ok && len(stem) > 2 {
			if n := Person(stem); n != 0 {
				return n, true
			}
		}
	}
	return 0, false
}

// Place returns about how many live in a place, named in small letters; ok is false for a place not on the list.
func Place(lower string) (inhabitants int, ok bool) {
	inhabitants, ok = places()[lower]
	return inhabitants, ok
}

// endings are how Swedish surnames end that are made of two words.
var endings = []string{"sson", "son", "sen", "ström", "berg", "lund", "gren", "qvist", "kvist", "dahl", "stedt", "strand", "blad", "blom", "borg", "bäck",
	"fors", "hammar", "holm", "lind", "löf", "löv", "man", "mark", "ner", "rot", "rup", "ander", "elius", "enius", "ović", "ovic", "ić", "ski", "sky", "ska", "nen", "oğlu", "zadeh"}

// LooksLikeSurname reports whether a word, in small letters, is built as surnames are. It is evidence only after a given name.
func LooksLikeSurname(lower string) bool {
	if len(lower) < 6 {
		return false
	}
	for _, e := range endings {
		if strings.HasSuffix(lower, e) && len(lower) > len(e)+1 {
			return true
		}
	}
	return false
}

// Each calls f for every name on the list, in no order.
func Each(f func(lower string, n Name)) {
	for name, n := range names() {
		f(name, n)
	}
}

// World reports whether a name in small letters is that of a country or of a town anywhere (of 15,000 inhabitants or more; in
// Sweden of 200). Many are also names of persons. The list is sorted by byte, one name a line, and searched where it lies.
func World(lower string) bool {
	lo, hi := 0, len(worldList)
	for lo < hi {
		mid := strings.LastIndexByte(worldList[lo:(lo+hi)/2], '\n') + 1 + lo
		end := mid + strings.IndexByte(worldList[mid:], '\n')
		switch line := worldList[mid:end]; {
		case line == lower:
			return true
		case line < lower:
			lo = end + 1
		default:
			hi = mid
		}
	}
	return false
}

// EachWorld calls f for every name that World knows, sorted by byte.
func EachWorld(f func(lower string)) {
	for line := range strings.Lines(worldList) {
		f(strings.TrimSuffix(line, "\n"))
	}
}

// EachPlace calls f for every place with inhabitants on the list, in no order.
func EachPlace(f func(lower string, inhabitants int)) {
	for name, n := range places() {
		f(name, n)
	}
}

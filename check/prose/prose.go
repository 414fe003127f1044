// Package prose reads a post the way a person does: as words, links, hashtags and sentences. Every check that looks at what
// is said, rather than at numbers, starts here. Positions are bytes of the text as it was given, because a finding must
// point at what the officer wrote and at nothing else.
package prose

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Plain  Kind = iota // an ordinary word, also with an inner hyphen, colon or abbreviation points
	Number             // begins with a digit
	Link               // a web address
	Tag                // a hashtag, with its #
	Handle             // an account name, with its @
	Mail               // an e-mail address
)

// Word is one token of the text.
type Word struct {
	Start, End int    // bytes
	Lower      string // small letters, composed (NFC), without invisible characters
	Kind       Kind
	Capital    bool // begins with a capital letter
	Sentence   int  // index into Text.Sentences
}

// Sentence is a stretch of words. Start and End are bytes: from the first word to after the mark that ends it.
type Sentence struct {
	Start, End  int
	First, Last int // words [First, Last)
}

// Text is a text that has been read.
type Text struct {
	Raw       string
	Words     []Word
	Sentences []Sentence

	kept sync.Map // what was made of the text before, by key
}

// Kept returns what make made of this text the first time, under a key: several checks ask the same of one text. What is kept must
// not be written to, and make must give the same answer each time, for two who ask at once may both have to make it.
func (t *Text) Kept(key any, make func() any) any {
	if v, ok := t.kept.Load(key); ok {
		return v
	}
	v, _ := t.kept.LoadOrStore(key, make())
	return v
}

// Read reads a text. It is linear in the length of the text and never fails: bytes that are not UTF-8 are just not words.
func Read(raw string) *Text {
	t := &Text{Raw: raw, Words: make([]Word, 0, len(raw)/6+1)}
	low := small(raw)
	for i := 0; i < len(raw); {
		end, kind := token(raw, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(raw[i:])
			i += size
			continue
		}
		t.Words = append(t.Words, word(raw, low, i, end, kind))
		i = end
	}
	t.split()
	return t
}

// Count returns the number of tokens that are words in running text: not links, tags, handles or mail addresses.
func (t *Text) Count() int {
	n := 0
	for _, w := range t.Words {
		if w.Running() {
			n++
		}
	}
	return n
}

// Running reports whether the token belongs to running text.
func (w Word) Running() bool { return w.Kind == Plain || w.Kind == Number }

// Opens reports whether word i opens its sentence: there a capital letter says nothing.
func (t *Text) Opens(i int) bool { return t.Sentences[t.Words[i].Sentence].First == i }

// Gap returns what stands between word i and the word after it; empty for the last.
func (t *Text) Gap(i int) string {
	if i < 0 || i+1 >= len(t.Words) {
		return ""
	}
	return t.Raw[t.Words[i].End:t.Words[i+1].Start]
}

// Joined reports whether only blank space stands between word i and the word after it.
func (t *Text) Joined(i int) bool {
	return i >= 0 && i+1 < len(t.Words) && strings.TrimSpace(t.Gap(i)) == "" && !strings.Contains(t.Gap(i), "\n")
}

// Linked reports whether word i and the next stand together as the parts of a name do: a blank between, or the point of an initial.
func (t *Text) Linked(i int) bool {
	if t.Joined(i) {
		return t.Words[i].Sentence == t.Words[i+1].Sentence
	}
	w := t.Words[i]
	return w.Capital && t.Gap(i) == ". " && (w.End-w.Start <= 2 || t.initials(i))
}

func word(raw, low string, start, end int, kind Kind) Word {
	s := raw[start:end]
	first, _ := utf8.DecodeRuneInString(s)
	w := Word{Start: start, End: end, Kind: kind, Capital: unicode.IsUpper(first) || unicode.IsTitle(first)}
	if western(s) {
		w.Lower = low[start:end]
	} else {
		w.Lower = Plainly(s)
	}
	return w
}

// western reports whether a word has only ASCII and the letters of U+00C0 to U+00FF, as nearly all Swedish words have: small
// makes those small.
func western(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			if s[i] != 0xC3 || i+1 == len(s) || s[i+1] < 0x80 || s[i+1] > 0xBF {
				return false
			}
			i++
		}
	}
	return true
}

// small makes western letters small and lets all other bytes be, so that a place in the text is the same place in what it returns.
func small(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] >= 'A' && b[i] <= 'Z':
			b[i] += 'a' - 'A'
		case b[i] == 0xC3 && i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] <= 0x9E && b[i+1] != 0x97:
			b[i+1] += 0x20
		}
	}
	return string(b)
}

// Plainly returns a word in small letters, composed, without characters that do not show.
func Plainly(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	if strings.ContainsFunc(s, Invisible) {
		s = strings.Map(func(r rune) rune {
			if Invisible(r) {
				return -1
			}
			return r
		}, s)
	}
	return norm.NFC.String(strings.ToLower(s))
}

// Invisible reports whether a character takes no place on the screen: soft hyphen, zero-width, direction marks, variation
// selectors.
func Invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

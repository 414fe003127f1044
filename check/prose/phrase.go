package prose

import "strings"

// Phrases is a list of words and runs of words to look for, each with what it means. A word that ends in * stands for every
// word that begins so: "berusad*" is berusad, berusade and berusades. At least three letters stand before the star.
type Phrases[T any] struct {
	root node[T]
	size int
}

type node[T any] struct {
	next  map[string]*node[T]
	stems map[string]*node[T]
	short int // the fewest bytes of a stem
	long  int // the most
	value *T
}

// NewPhrases makes a list. Words are given in small letters with one space between.
func NewPhrases[T any](entries map[string]T) *Phrases[T] {
	p := &Phrases[T]{}
	for phrase, v := range entries {
		p.Add(phrase, v)
	}
	return p
}

// Same makes a list in which every phrase, divided by commas and line breaks, has the same meaning.
func Same[T any](value T, lines string) *Phrases[T] {
	p := &Phrases[T]{}
	Fill(p, value, lines)
	return p
}

// Add puts one more phrase on the list. It is for building the list, not for use while others search it.
func (p *Phrases[T]) Add(phrase string, v T) {
	n := &p.root
	for w := range strings.FieldsSeq(phrase) {
		n = n.child(w)
	}
	n.value = &v
	p.size++
}

// Len returns the number of phrases put on the list.
func (p *Phrases[T]) Len() int { return p.size }

func (n *node[T]) child(w string) *node[T] {
	m := &n.next
	if stem, ok := strings.CutSuffix(w, "*"); ok {
		w, m = stem, &n.stems
		if n.long == 0 || len(w) < n.short {
			n.short = len(w)
		}
		n.long = max(n.long, len(w))
	}
	if *m == nil {
		*m = map[string]*node[T]{}
	}
	if (*m)[w] == nil {
		(*m)[w] = &node[T]{}
	}
	return (*m)[w]
}

// At returns the longest phrase that begins with word i, as a number of words; n is 0 when none does. A phrase does not
// cross the end of a sentence.
func (p *Phrases[T]) At(t *Text, i int) (n int, v T) {
	at := &p.root
	sentence := t.Words[i].Sentence
	for j := i; j < len(t.Words) && t.Words[j].Sentence == sentence; j++ {
		if at = at.step(t.Words[j].Lower); at == nil {
			break
		}
		if at.value != nil {
			n, v = j-i+1, *at.value
		}
	}
	return n, v
}

func (n *node[T]) step(w string) *node[T] {
	if c := n.next[w]; c != nil {
		return c
	}
	for k := min(len(w), n.long); k >= n.short && k > 0; k-- {
		if c := n.stems[w[:k]]; c != nil {
			return c
		}
	}
	return nil
}

// Each calls f for every phrase found, from the left, without overlaps: words [i, i+n).
func (p *Phrases[T]) Each(t *Text, f func(i, n int, v T)) {
	for i := 0; i < len(t.Words); {
		n, v := p.At(t, i)
		if n == 0 {
			i++
			continue
		}
		f(i, n, v)
		i += n
	}
}

// Any reports whether a phrase stands anywhere in the text.
func (p *Phrases[T]) Any(t *Text) bool {
	for i := range t.Words {
		if n, _ := p.At(t, i); n > 0 {
			return true
		}
	}
	return false
}

// Fill adds phrases that all mean the same: divided by commas and line breaks.
func Fill[T any](p *Phrases[T], value T, lines string) {
	for line := range strings.SplitSeq(lines, "\n") {
		for phrase := range strings.SplitSeq(line, ",") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				p.Add(phrase, value)
			}
		}
	}
}

// Package nametag tells which words of a Swedish text name a person, and how likely that is. An officer who pastes a line from
// an e-mail does not see that it names somebody; a list alone does not either, for Stig is also a word, Vara a town and
// Lindqvist a publisher. What stands around a word decides as much as the word.
//
// The law it serves: the General Data Protection Regulation (EU) 2016/679 article 4.1.
//
// It is a small model (a linear one, with a word's spelling, its neighbours and the lists of check/gazetteer as evidence), made
// by check/nametag/learn from newspaper sentences that others have marked; docs/data.md says which, and whose they are. It
// runs on the machine, gives the same answer twice, and takes some microseconds for each word with a capital letter. Words in
// small letters it leaves to lists.
package nametag

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"sync"

	"tilltal/check/prose"
)

// Kind is what a word names.
type Kind uint8

// The kinds. Other is a name of something else: a product, a law, an event.
const (
	None Kind = iota
	Person
	Place
	Organisation
	Other
	kinds = 5
)

const (
	buckets = 1 << 19
	step    = 1.0 / 20 // what one step of a stored weight is worth
)

// Model is what has been learned.
type Model struct {
	weights []int8          // buckets × kinds
	common  map[string]bool // words that are also written in small letters
}

// Guess is what the model thinks of one word.
type Guess struct {
	Kind   Kind    // the likeliest
	Person float32 // how likely it is that the word is part of a person's name, 0 to 1
}

// mostJudged is how many words of one text are looked at: a text with more capitals is no text.
const mostJudged = 20_000

// Read guesses for each word of a text. Words that cannot be names have the zero Guess, and so have those after many thousands.
// The list must not be written to.
func (m *Model) Read(t *prose.Text) []Guess {
	guesses, _ := t.Kept(m, func() any { return m.read(t) }).([]Guess)
	return guesses
}

func (m *Model) read(t *prose.Text) []Guess {
	out := make([]Guess, len(t.Words))
	r := newReading(t, m.common)
	var features [most]uint32
	judged := 0
	for i := range t.Words {
		if !r.candidate(i) || judged == mostJudged {
			continue
		}
		judged++
		p := m.score(r.features(i, features[:0]))
		best := None
		for k := range p {
			if p[k] > p[best] {
				best = Kind(k)
			}
		}
		r.kinds[i] = best
		out[i] = Guess{Kind: best, Person: p[Person]}
	}
	return out
}

// score returns how likely each kind is.
func (m *Model) score(features []uint32) (p [kinds]float32) {
	var sum [kinds]int32
	for _, f := range features {
		w := m.weights[f*kinds : f*kinds+kinds : f*kinds+kinds]
		for k := range sum {
			sum[k] += int32(w[k])
		}
	}
	var x [kinds]float32
	for k := range x {
		x[k] = float32(sum[k]) * step
	}
	return softmax(x)
}

func softmax(x [kinds]float32) (p [kinds]float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var total float32
	for k, v := range x {
		p[k] = float32(math.Exp(float64(v - top)))
		total += p[k]
	}
	for k := range p {
		p[k] /= total
	}
	return p
}

// Common reports whether a word, in small letters, is also an ordinary word.
func (m *Model) Common(lower string) bool { return m.common[lower] }

//go:embed weights.bin
var learned string

//go:embed common.txt
var commonWords string

// Learned returns the model that is built into the program. It is unpacked the first time somebody asks, in a millisecond.
var Learned = sync.OnceValue(func() *Model {
	m := &Model{weights: make([]int8, buckets*kinds), common: map[string]bool{}}
	if err := unpack(m.weights, learned); err != nil {
		return m // an empty model names nobody; a test holds that the file is whole
	}
	for w := range strings.FieldsSeq(commonWords) {
		m.common[w] = true
	}
	return m
})

var errShort = errors.New("nametag: the weights are cut short")

// unpack reads rows of weights: how many rows of nought to pass over, then the row.
func unpack(into []int8, packed string) error {
	row := 0
	for len(packed) > 0 {
		skip, n := binary.Uvarint([]byte(packed[:min(len(packed), binary.MaxVarintLen32)]))
		row += int(skip)
		if n <= 0 || len(packed) < n+kinds || (row+1)*kinds > len(into) {
			return errShort
		}
		for k := range kinds {
			into[row*kinds+k] = int8(packed[n+k])
		}
		packed = packed[n+kinds:]
		row++
	}
	return nil
}

// Pack writes the weights as they are kept in the program.
func (m *Model) Pack() []byte {
	var out []byte
	skipped := 0
	for row := range buckets {
		w := m.weights[row*kinds : row*kinds+kinds]
		if w[0]|w[1]|w[2]|w[3]|w[4] == 0 {
			skipped++
			continue
		}
		out = binary.AppendUvarint(out, uint64(skipped))
		for _, v := range w {
			out = append(out, byte(v))
		}
		skipped = 0
	}
	return out
}

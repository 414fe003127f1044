package nametag

import (
	"math"
	"math/rand/v2"
	"slices"

	"tilltal/check/prose"
)

// Example is a text that somebody has marked: what each word names.
type Example struct {
	Text *prose.Text
	Gold []Kind
}

const (
	pupils = 5
	rounds = 8
	rate   = .15
	fade   = 1e-2
	rare   = 2   // evidence met fewer times than this is forgotten
	unread = .15 // how often a word itself is kept back, so that what stands around it is learned from
	unseen = .1  // how often the lists are kept back, for they lack most names
	missed = .25 // how often any other piece of evidence is, so that none is leaned on alone
)

// Learn makes a model from examples: the mean of some that each met them in an order of its own, for one alone leans on chance.
// The same examples, words and seed give the same model. It takes some seconds for some thousand sentences.
func Learn(examples []Example, common map[string]bool, seed uint64) *Model {
	mean := newLesson(common, 0)
	for n := range pupils {
		l := newLesson(common, seed+uint64(n))
		l.attend(examples)
		for i, w := range l.weights {
			mean.weights[i] += w / pupils
		}
		mean.met = l.met
	}
	return mean.model()
}

func newLesson(common map[string]bool, seed uint64) *lesson {
	return &lesson{weights: make([]float32, buckets*kinds), steps: make([]float32, buckets*kinds), met: make([]int32, buckets), common: common,
		chance: rand.New(rand.NewPCG(seed, seed+1))}
}

// attend goes through the examples, round after round.
func (l *lesson) attend(examples []Example) {
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for round := range rounds {
		l.chance.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.study(examples[i], round)
		}
	}
}

type lesson struct {
	weights, steps []float32
	met            []int32
	common         map[string]bool
	chance         *rand.Rand
}

// study goes through one example. From the third round on the model is half the time told what it guessed itself, not what
// is right: so it will be when it works.
func (l *lesson) study(e Example, round int) {
	r := newReading(e.Text, l.common)
	var room [most]uint32
	r.hide = l.hiding(len(e.Text.Words))
	alone := round > 2 && l.chance.IntN(2) == 0
	for i := range e.Text.Words {
		if !r.candidate(i) {
			continue
		}
		features := r.features(i, room[:0])
		if round == 0 {
			for _, f := range features {
				l.met[f]++
			}
		}
		features = slices.DeleteFunc(features, func(uint32) bool { return l.chance.Float64() < missed })
		p := l.score(features)
		r.kinds[i] = e.Gold[i]
		if alone {
			r.kinds[i] = likeliest(p)
		}
		for _, f := range features {
			for k := range kinds {
				g := p[k]
				if Kind(k) == e.Gold[i] {
					g--
				}
				l.turn(int(f)*kinds+k, g)
			}
		}
	}
}

// hiding keeps some evidence back: from the lists for some words, for the word itself (asked with -1) now and then.
func (l *lesson) hiding(words int) func(i int) bool {
	hidden := make([]int8, words)
	return func(i int) bool {
		if i < 0 {
			return l.chance.Float64() < unread
		}
		if hidden[i] == 0 {
			hidden[i] = 1
			if l.chance.Float64() < unseen {
				hidden[i] = 2
			}
		}
		return hidden[i] == 2
	}
}

// turn moves one weight against a slope, less the more it has been moved (AdaGrad).
func (l *lesson) turn(at int, slope float32) {
	slope += fade * l.weights[at]
	l.steps[at] += slope * slope
	l.weights[at] -= rate * slope / float32(math.Sqrt(float64(l.steps[at]+1)))
}

func (l *lesson) score(features []uint32) [kinds]float32 {
	var x [kinds]float32
	for _, f := range features {
		for k := range x {
			x[k] += l.weights[int(f)*kinds+k]
		}
	}
	return softmax(x)
}

func likeliest(p [kinds]float32) Kind {
	best := None
	for k := range p {
		if p[k] > p[best] {
			best = Kind(k)
		}
	}
	return best
}

func (l *lesson) model() *Model {
	m := &Model{weights: make([]int8, buckets*kinds), common: l.common}
	for i, w := range l.weights {
		if l.met[i/kinds] >= rare {
			m.weights[i] = int8(max(-127, min(127, math.Round(float64(w)/step))))
		}
	}
	return m
}

package nametag

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"tilltal/check/gazetteer"
	"tilltal/check/gold"
	"tilltal/check/prose"
)

// Exam parts a corpus in the way that the figures in docs/checks-results.md are made: the last fifth of the file is the exam,
// which the model was not made from; the rest is for learning. That page says when its errors were read.
func Exam(sentences []gold.Sentence, exam bool) []gold.Sentence {
	cut := len(sentences) * 4 / 5
	if exam {
		return sentences[cut:]
	}
	return sentences[:cut]
}

// Teach makes a model from marked sentences. Each sentence with a name is read twice more with other names in it, so that the
// model learns where names stand rather than who was in the news that year.
func Teach(sentences []gold.Sentence) (*Model, map[string]bool) {
	common := ordinary(sentences)
	examples := make([]Example, 0, 3*len(sentences))
	chance := rand.New(rand.NewPCG(20, 26))
	pool := newPool()
	for _, s := range sentences {
		examples = append(examples, example(s))
		if s.Names() {
			for range 2 {
				examples = append(examples, example(pool.rename(s, chance)))
			}
		}
	}
	for range 3 {
		for _, post := range posts() {
			examples = append(examples, example(pool.fill(post, chance)))
		}
	}
	return Learn(examples, common, 7), common
}

func example(s gold.Sentence) Example {
	text, at := s.Text()
	marks := make([]string, len(s.Tokens))
	for i, k := range s.Tokens {
		marks[i] = k.Mark
	}
	return Marked(text, at, marks)
}

// ordinary collects words that are written in small letters at least twice.
func ordinary(sentences []gold.Sentence) map[string]bool {
	count := map[string]int{}
	for _, s := range sentences {
		for _, k := range s.Tokens {
			if first := []rune(k.Word)[0]; unicode.IsLower(first) && k.Mark == "" {
				count[prose.Plainly(k.Word)]++
			}
		}
	}
	m := map[string]bool{}
	for w, n := range count {
		if n > 1 && len(w) > 1 {
			m[w] = true
		}
	}
	return m
}

// pool is names to give away.
type pool struct{ given, surname, near, family, place []string }

func newPool() *pool {
	p := &pool{}
	gazetteer.Each(func(name string, n gazetteer.Name) {
		if n.Has(gazetteer.Word) || len(name) < 3 {
			return
		}
		if n.Has(gazetteer.Given) {
			p.near = append(p.near, name)
		}
		if n.Has(gazetteer.Surname) {
			p.family = append(p.family, name)
		}
		if n.Has(gazetteer.Given | gazetteer.GivenAbroad) {
			p.given = append(p.given, name)
		}
		if n.Has(gazetteer.Surname | gazetteer.SurnameAbroad) {
			p.surname = append(p.surname, name)
		}
	})
	gazetteer.EachPlace(func(name string, _ int) { p.place = append(p.place, name) })
	for _, list := range [][]string{p.near, p.family, p.place} {
		slices.Sort(list)
	}
	slices.Sort(p.given)
	slices.Sort(p.surname)
	return p
}

// rename gives each person in a sentence another name: the last of a row of words a surname, those before given names.
func (p *pool) rename(s gold.Sentence, chance *rand.Rand) gold.Sentence {
	tokens := slices.Clone(s.Tokens)
	for i := range tokens {
		if tokens[i].Mark != "PER" || particles[strings.ToLower(tokens[i].Word)] || len(tokens[i].Word) < 3 {
			continue
		}
		list := p.given
		if kinds := gazetteer.Person(prose.Plainly(tokens[i].Word)); i > 0 && tokens[i-1].Mark == "PER" || kinds.Has(gazetteer.Surname) && !kinds.Has(gazetteer.Given) {
			list = p.surname
		}
		name := []rune(list[chance.IntN(len(list))])
		name[0] = unicode.ToUpper(name[0])
		if chance.IntN(6) == 0 {
			name = strange(name, chance)
		}
		if strings.HasSuffix(tokens[i].Word, "s") && chance.IntN(2) == 0 && (i+1 >= len(tokens) || tokens[i+1].Mark != "PER") {
			name = append(name, 's')
		}
		tokens[i].Word = string(name)
	}
	s.Tokens = tokens
	return s
}

// strange changes letters of a name, so that it is on no list.
func strange(name []rune, chance *rand.Rand) []rune {
	const vowels, others = "aeiouyåäö", "bdfghjklmnprstvz"
	for i := 1; i < len(name); i++ {
		if chance.IntN(3) > 0 {
			continue
		}
		if strings.ContainsRune(vowels, name[i]) {
			name[i] = []rune(vowels)[chance.IntN(6)]
		} else {
			name[i] = rune(others[chance.IntN(len(others))])
		}
	}
	return name
}

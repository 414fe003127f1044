package nametag

import (
	"math/rand/v2"
	"slices"
	"unicode"

	"tilltal/check/gold"
	"tilltal/check/prose"
)

// Exam parts a corpus in the way that the figures in docs/checks-results.md are made: the last fifth of the file is the exam, and
// the rest is for learning. Who is examined has learned from the rest only; the model in the program, which is made in the same
// way, from all of it. That page says when the errors of the exam were read.
func Exam(sentences []gold.Sentence, exam bool) []gold.Sentence {
	cut := len(sentences) * 4 / 5
	if exam {
		return sentences[cut:]
	}
	return sentences[:cut]
}

// Teach makes a model from marked sentences. Each sentence with a person, a place or an organisation is read twice more with other
// names in it, so that the model learns where names stand rather than who and what was in the news that year.
func Teach(sentences []gold.Sentence) (*Model, map[string]bool) {
	common := ordinary(sentences)
	examples := make([]Example, 0, 3*len(sentences))
	chance := rand.New(rand.NewPCG(20, 26))
	pool := newPool()
	for _, s := range sentences {
		examples = append(examples, example(s))
		if mentions(s) {
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

// mentions reports whether a person, a place or an organisation is named in a sentence.
func mentions(s gold.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(k gold.Token) bool { return k.Mark == "PER" || k.Mark == "LOC" || k.Mark == "ORG" })
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

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tilltal/check"
	"tilltal/check/gold"
	"tilltal/check/nametag"
	"tilltal/check/personaldata"
)

const ruleName = "personaldata.name"

// names counts words and sentences of a marked text.
type names struct{ words, sentences tally }

// news measures names on texts that others have marked. The newspaper text is parted: the last fifth is read by a model made from the
// rest, and its errors are not shown, so that nobody mends what they are. The other text is of another kind and age, and nothing was made from it.
func (r *results) news(data string) {
	paper, err := gold.Open(filepath.Join(data, "gold", "klintan", "train_corpus.txt"))
	if err != nil {
		r.newspaper = append(r.newspaper, figure{what: "the marked texts were not there: nothing was measured"})
		return
	}
	r.newspaper = append(r.newspaper, cross("newspaper 2012, the first four fifths", nametag.Exam(paper, false), true)...)
	r.newspaper = append(r.newspaper, cross("newspaper 2012, all of it", paper, false)...)
	examined, _ := nametag.Teach(nametag.Exam(paper, false))
	r.newspaper = append(r.newspaper, tell("newspaper 2012, the last fifth, by a model made from the rest", examined, nametag.Exam(paper, true), false)...)
	r.newspaper = append(r.newspaper, tell("newspaper 2012, all of it, by the model in the program, which is made from it", nil, paper, false)...)
	for _, part := range []string{"train", "dev"} {
		if prose, err := gold.Open(filepath.Join(data, "gold", "talbanken", "sv_talbanken-ud-"+part+".iob2")); err == nil {
			r.newspaper = append(r.newspaper, tell("non-fiction of the 1970s, "+part+" part, which nothing was made from, by the model in the program", nil, prose, part == "train")...)
		}
	}
}

// cross parts sentences in five, and reads each part with a model made from the other four.
func cross(what string, sentences []gold.Sentence, errors bool) []figure {
	const parts = 5
	var n names
	for k := range parts {
		from, to := len(sentences)*k/parts, len(sentences)*(k+1)/parts
		model, _ := nametag.Teach(slices.Concat(sentences[:from], sentences[to:]))
		for _, s := range sentences[from:to] {
			n.count(personaldata.Check{Names: model}, s)
		}
	}
	return n.figures(what+" in five parts, each read by a model made from the other four", errors)
}

// tell reads sentences with a model, or with the one in the program when there is none.
func tell(what string, model *nametag.Model, sentences []gold.Sentence, errors bool) []figure {
	var n names
	for _, s := range sentences {
		n.count(personaldata.Check{Names: model}, s)
	}
	return n.figures(what, errors)
}

func (n *names) figures(what string, errors bool) []figure {
	row := func(unit string, t tally) string {
		return fmt.Sprintf("%s: precision %.3f, recall %.3f, F %.3f (%d to find)", unit, t.precision(), t.recall(), t.f(), t.right+t.missed)
	}
	out := []figure{{what: what, value: row("words of names", n.words)}, {what: what, value: row("somebody is named in the sentence", n.sentences)}}
	if errors {
		out[0].errors = n.words.errors
	}
	return out
}

func (n *names) count(c personaldata.Check, s gold.Sentence) {
	text, at := s.Text()
	found := c.Look(check.Input{Text: text})
	any := false
	for i, k := range s.Tokens {
		hit := false
		for _, f := range found {
			hit = hit || f.Rule == ruleName && at[i] >= f.Span.Start && at[i] < f.Span.End
		}
		any = any || hit
		n.words.judge(hit, k.Mark == "PER", around(s.Tokens, i))
	}
	n.sentences.judge(any, s.Names(), text)
}

// around shows a word between its neighbours, no more: the texts are others', and about people.
func around(tokens []gold.Token, i int) string {
	var out []string
	for j := max(0, i-2); j < min(len(tokens), i+3); j++ {
		w := tokens[j].Word
		if j == i {
			w = "[" + w + "]"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

const shownNames = 60

func (t *tally) judge(found, marked bool, words string) {
	switch {
	case found && marked:
		t.right++
		return
	case found:
		t.wrong++
		words = "found, not marked: " + words
	case marked:
		t.missed++
		words = "missed: " + words
	default:
		return
	}
	if len(t.errors) < shownNames {
		t.errors = append(t.errors, words)
	}
}

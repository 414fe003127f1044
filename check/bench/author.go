package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"tilltal/check/tone/corpus"
)

// theme is what one author writes about one rule: a value, and sentences that it stands in.
type theme struct {
	rule   string
	value  func(rnd *rand.Rand) string
	frames string // one a line, %s is the value
}

// trap is text that looks like something and is not.
type trap struct {
	value  func(rnd *rand.Rand) string
	frames string
}

// written makes an author of themes and traps. Every second text is a trap.
func written(name string, held bool, themes []theme, traps []trap) author {
	a := author{name: name, held: held}
	for _, t := range themes {
		a.about = append(a.about, t.rule)
	}
	a.write = func(rnd *rand.Rand, each int) (out []sample) {
		for _, t := range themes {
			frames := lines(t.frames)
			for range each {
				out = append(out, sample{rule: t.rule, text: fill(rnd, pick(rnd, frames), t.value)})
			}
		}
		for range each * len(themes) {
			t := pick(rnd, traps)
			out = append(out, sample{text: fill(rnd, pick(rnd, lines(t.frames)), t.value)})
		}
		return out
	}
	return a
}

func fill(rnd *rand.Rand, frame string, value func(*rand.Rand) string) string {
	for strings.Contains(frame, "%s") {
		frame = strings.Replace(frame, "%s", value(rnd), 1)
	}
	return frame
}

// said makes an author of whole sentences: "rule profile: text", a dash for no rule.
func said(name string, held bool, text string) author {
	a := author{name: name, held: held}
	var list []sample
	seen := map[string]bool{}
	for _, line := range lines(text) {
		head, body, _ := strings.Cut(line, ": ")
		rule, profile, _ := strings.Cut(head, " ")
		if rule == "-" {
			rule = ""
		} else if !seen[rule] {
			seen[rule] = true
			a.about = append(a.about, rule)
		}
		list = append(list, sample{rule: rule, profile: profile, text: body})
	}
	a.write = func(*rand.Rand, int) []sample { return list }
	return a
}

func authors() []author {
	return []author{
		written("the registrar", false, registrarThemes, registrarTraps),
		written("the caller", false, callerThemes, callerTraps),
		written("the list", false, listThemes, listTraps),
		written("the stranger", false, strangerThemes, strangerTraps),
		said("the lawyer", false, lawyer),
		said("the trainee", false, trainee),
		said("the reader", false, reader),
		written("the neighbour", true, neighbourThemes, neighbourTraps),
		written("the editor", true, editorThemes, editorTraps),
		said("the clerk", true, clerk),
		said("the listener", true, listener),
		voices("the posts of others, read", false),
		voices("the posts of others, kept apart", true),
		said("the outsider", false, outsider),
		said("the stroller", false, stroller),
		said("the columnist", false, columnist),
	}
}

// voices are the posts that check/tone is measured on: by many authors, half of them kept apart.
func voices(name string, held bool) author {
	a := author{name: name, held: held, about: lines("tone.mockery\ntone.vulnerable\ntone.opinion\ntone.onesided\ntone.party")}
	a.write = func(*rand.Rand, int) (out []sample) {
		for _, p := range append(corpus.Criticised(), corpus.Ordinary()...) {
			if p.Held == held {
				out = append(out, sample{rule: p.Rule, text: p.Text, profile: p.Profile})
			}
		}
		return out
	}
	return a
}

func form(forms ...func(n string) string) func(string, *rand.Rand) string {
	return func(n string, rnd *rand.Rand) string { return pick(rnd, forms)(n) }
}

func born(coordination bool, forms func(string, *rand.Rand) string) func(*rand.Rand) string {
	return func(rnd *rand.Rand) string { return forms(identity(rnd, coordination), rnd) }
}

func nothing(*rand.Rand) string { return "" }

func number(format string, most int) func(*rand.Rand) string {
	return func(rnd *rand.Rand) string { return fmt.Sprintf(format, rnd.IntN(most)) }
}

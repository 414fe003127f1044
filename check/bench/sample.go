package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"tilltal/check"
	"tilltal/check/all"
	"tilltal/check/tone/corpus"
)

// sample is a text, and the rule that ought to speak about it; "" when none of those that its author writes about should.
type sample struct {
	rule, text, profile, place string
}

// author writes texts for some rules. Marks are complete only for those.
type author struct {
	name  string
	held  bool // only counted: nobody looked at what the checks say of it while they were made
	about []string
	write func(rnd *rand.Rand, each int) []sample
}

// tally counts texts for one rule.
type tally struct {
	right, wrong, missed, quiet int
	sure                        int // wrong and certain
	errors                      []string
}

func (t *tally) precision() float64 { return share(t.right, t.right+t.wrong) }
func (t *tally) recall() float64    { return share(t.right, t.right+t.missed) }

func (t *tally) f() float64 {
	p, r := t.precision(), t.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

const shownErrors = 4

func (t *tally) fault(kind, text string) {
	if len(t.errors) < shownErrors {
		t.errors = append(t.errors, kind+": "+strings.ReplaceAll(text, "\n", " ⏎ "))
	}
}

// results is everything that was measured.
type results struct {
	read, held map[string]*tally // by rule
	ordinary   map[string][2]int // by rule: of the ordinary posts, how many got a finding, and a certain one
	posts      int
	newspaper  []figure
	numbers    []figure
	pace       []figure
}

// figure is one line of a table.
type figure struct {
	what, value string
	errors      []string
}

// measure runs all the authors.
func measure(each int) *results {
	r := &results{read: map[string]*tally{}, held: map[string]*tally{}, ordinary: map[string][2]int{}}
	checks := all.All()
	for i, a := range authors() {
		rnd := rand.New(rand.NewPCG(2026, uint64(i)))
		for _, s := range a.write(rnd, each) {
			r.count(a, s, check.Run(checks, check.Input{Text: s.text, Profile: s.profile, Place: s.place}))
		}
	}
	for _, p := range corpus.Ordinary() {
		r.posts++
		seen := map[string]check.Grade{}
		for _, f := range check.Run(checks, check.Input{Text: p.Text, Profile: p.Profile}) {
			seen[f.Rule] = max(seen[f.Rule], f.Grade)
		}
		for rule, g := range seen {
			n := r.ordinary[rule]
			n[0]++
			if g == check.Certain {
				n[1]++
			}
			r.ordinary[rule] = n
		}
	}
	return r
}

func (r *results) count(a author, s sample, found []check.Finding) {
	for _, rule := range a.about {
		half := r.read
		if a.held {
			half = r.held
		}
		t := half[rule]
		if t == nil {
			t = &tally{}
			half[rule] = t
		}
		at := slices.IndexFunc(found, func(f check.Finding) bool { return f.Rule == rule })
		switch {
		case at >= 0 && s.rule == rule:
			t.right++
		case at >= 0 && !alongside(s.rule, rule):
			t.wrong++
			if found[at].Grade == check.Certain {
				t.sure++
			}
			t.fault(fmt.Sprintf("wrongly %s, ”%s”", found[at].Grade, found[at].Text), s.text)
		case at < 0 && s.rule == rule:
			t.missed++
			t.fault("missed", s.text)
		default:
			t.quiet++
		}
	}
}

// alongside reports whether a rule may well speak about a text that another was to speak about: somebody's health cannot be told
// without the somebody.
func alongside(meant, rule string) bool {
	switch meant {
	case "personaldata.sensitive":
		return rule == "personaldata.name"
	case "personaldata.personnummer", "personaldata.samordningsnummer":
		return rule == "personaldata.personnummer" || rule == "personaldata.samordningsnummer"
	}
	if strings.HasPrefix(meant, "plainlanguage.") {
		return strings.HasPrefix(rule, "plainlanguage.")
	}
	return strings.HasPrefix(meant, "tone.") && strings.HasPrefix(rule, "tone.") || strings.HasPrefix(meant, "secrecy.") && strings.HasPrefix(rule, "secrecy.")
}

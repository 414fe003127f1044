// Package lingo holds what a person reads, in Swedish and in English side by side. A text without one of its languages does
// not compile into the house: house_test.go reads every lingo.Text in the tree and fails on an empty half.
//
// Why not message files: docs/decisions/0009-texts-in-go.md.
package lingo

import (
	"fmt"
	"strings"
)

// Lang is a language of the screens (BCP 47 primary tag).
type Lang string

// The languages the desk speaks. Swedish is first: it is what a reader gets who asked for nothing we have.
const (
	SV Lang = "sv"
	EN Lang = "en"
)

// Text is one sentence in both languages. Verbs of package fmt may stand in it; the same ones, in the same order or indexed.
type Text struct{ SV, EN string }

// T makes a Text: Swedish first, English second.
func T(sv, en string) Text { return Text{SV: sv, EN: en} }

// In returns the text in a language; Swedish for any other.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" {
		return t.EN
	}
	return t.SV
}

// Put fills the verbs of both languages with the same values. A value that is itself a Text is put in in its language.
func (t Text) Put(args ...any) Text {
	return Text{SV: fmt.Sprintf(t.SV, pick(args, SV)...), EN: fmt.Sprintf(t.EN, pick(args, EN)...)}
}

// Empty reports whether there is nothing to read.
func (t Text) Empty() bool { return t.SV == "" && t.EN == "" }

// Count chooses the form for one or for many, and fills in the number.
func Count(n int, one, many Text) Text {
	if n == 1 {
		return one.Put(n)
	}
	return many.Put(n)
}

func pick(args []any, l Lang) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Text); ok {
			a = t.In(l)
		}
		out[i] = a
	}
	return out
}

// Match chooses the language of the screens from an Accept-Language header: the first of the reader's languages that we
// have. Norwegian and Danish readers get Swedish; anything else we lack gets English if the header names no Swedish.
func Match(header string) Lang {
	if len(header) > 1000 {
		header = header[:1000]
	}
	best, bestQ := SV, 0.0
	for part := range strings.SplitSeq(header, ",") {
		tag, q := weigh(part)
		if q <= bestQ {
			continue
		}
		switch tag {
		case "sv", "nb", "nn", "no", "da", "fi":
			best, bestQ = SV, q
		case "":
		default:
			best, bestQ = EN, q
		}
	}
	return best
}

func weigh(part string) (tag string, q float64) {
	tag, rest, _ := strings.Cut(strings.TrimSpace(part), ";")
	q = 1
	if v, ok := strings.CutPrefix(strings.TrimSpace(rest), "q="); ok {
		if _, err := fmt.Sscanf(v, "%g", &q); err != nil || q < 0 || q > 1 {
			q = 0
		}
	}
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	if tag == "*" {
		return "sv", q
	}
	return tag, q
}

package charter

import (
	"net/url"
	"strconv"
	"strings"

	"tilltal/base/diff"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
)

// What is asked of the frames, and how it is explained. The authority's common frames are asked for in the same words.
var (
	frameTitle    = lingo.T("Ramar för den som skriver", "Frames for those who write")
	frameLead     = lingo.T("Det här läser en medarbetare innan hon skriver här första gången. Skriv kort, så att det går att minnas.", "This is what an employee reads before she writes here for the first time. Keep it short, so that it can be remembered.")
	talkLabel     = lingo.T("Det här pratar vi om", "What we talk about")
	talkHint      = lingo.T("En sak per rad.", "One thing a line.")
	avoidLabel    = lingo.T("Det här pratar vi inte om", "What we do not talk about")
	avoidHint     = lingo.T("En sak per rad. Skriv gärna varför.", "One thing a line. Do say why.")
	examplesLabel = lingo.T("Exempel", "Examples")
	exampleText   = lingo.T("Exempel %d: så kan det låta", "Example %d: how it may sound")
	exampleWhy    = lingo.T("Varför?", "Why?")
	exampleSort   = lingo.T("Är det bra?", "Is it good?")
	exampleGood   = lingo.T("Så här vill vi låta", "This is how we want to sound")
	exampleBad    = lingo.T("Så här vill vi inte låta", "This is how we do not want to sound")
)

// The number of empty examples that a form ends with, and the most it has.
const (
	moreExamples = 2
	mostExamples = 12
)

func exampleName(prefix string, i int, part string) string {
	return prefix + "example." + strconv.Itoa(i) + "." + part
}

// SetExamples writes the examples into a form's values.
func SetExamples(out url.Values, prefix string, all []account.Example) {
	for i, e := range all {
		out.Set(exampleName(prefix, i, "text"), e.Text)
		out.Set(exampleName(prefix, i, "why"), e.Why)
		out.Set(exampleName(prefix, i, "sort"), sortOf(e.Good))
	}
}

func sortOf(good bool) string {
	if good {
		return "good"
	}
	return "bad"
}

// ReadExamples reads the examples of a form; ok is false for a form that does not ask for any.
func ReadExamples(form url.Values, prefix string) (all []account.Example, ok bool) {
	for i := range mostExamples {
		if !form.Has(exampleName(prefix, i, "text")) {
			break
		}
		ok = true
		e := account.Example{Good: form.Get(exampleName(prefix, i, "sort")) != "bad", Text: form.Get(exampleName(prefix, i, "text")), Why: form.Get(exampleName(prefix, i, "why"))}
		if strings.TrimSpace(e.Text+e.Why) != "" {
			all = append(all, e)
		}
	}
	return all, ok
}

// ExampleFields are the fields for the examples that there are, and a couple more.
func ExampleFields(f hall.Form, prefix string) (out []frame.FieldView) {
	l := f.Lang()
	there, _ := ReadExamples(f.Typed(), prefix)
	for i := range min(len(there)+moreExamples, mostExamples) {
		text := frame.FieldView{Kind: frame.Area, Name: exampleName(prefix, i, "text"), Label: exampleText.Put(i + 1).In(l), Rows: 3, Optional: true, Speech: true}
		if i == 0 {
			text.Error = f.Wrong(prefix + "examples")
		}
		wrong := text.Error
		if text = f.Field(text); text.Error == "" {
			text.Error = wrong
		}
		sort := frame.FieldView{Kind: frame.Radios, Name: exampleName(prefix, i, "sort"), Label: exampleSort.In(l), Value: sortOf(i%2 == 0),
			Options: []frame.Option{{Value: "good", Label: exampleGood.In(l)}, {Value: "bad", Label: exampleBad.In(l)}}}
		out = append(out, text, f.Field(sort), f.Field(frame.FieldView{Kind: frame.Area, Name: exampleName(prefix, i, "why"), Label: exampleWhy.In(l), Rows: 2, Optional: true}))
	}
	return out
}

// Told writes examples as a text, for comparing two versions and for showing one.
func Told(l lingo.Lang, all []account.Example) string {
	var out []string
	for _, e := range all {
		title := exampleBad
		if e.Good {
			title = exampleGood
		}
		out = append(out, title.In(l)+": ”"+e.Text+"” "+e.Why)
	}
	return strings.Join(out, "\n")
}

// Change (ändring) is a part of the frames that differs between two versions.
type Change struct {
	Name  string // of the part, in words
	Parts []diff.Piece
}

// Changes compares two charters, part by part, as people read them.
func Changes(l lingo.Lang, before, after account.Charter) (out []Change) {
	a, b := Values(before, "", l), Values(after, "", l)
	for _, name := range account.Changed(before, after) {
		was, is := a.Get(name), b.Get(name)
		if name == "examples" {
			was, is = Told(l, before.Examples), Told(l, after.Examples)
		}
		if name == "election" {
			was, is = before.Election.String(), after.Election.String()
		}
		if name == "signature" {
			was, is = before.Signature.Title().In(l), after.Signature.Title().In(l)
		}
		out = append(out, Change{Name: Names[name].In(l), Parts: diff.Words(was, is)})
	}
	return out
}

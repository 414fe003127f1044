package account

import (
	"slices"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// TidyExamples returns the examples with spaces trimmed and the empty ones dropped.
func TidyExamples(all []Example) []Example {
	var out []Example
	for _, e := range all {
		e.Text, e.Why = tidyText(e.Text), tidyText(e.Why)
		if e.Text != "" || e.Why != "" {
			out = append(out, e)
		}
	}
	return out
}

func tidyText(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}

// WrongFrames says what is wrong with what is spoken of, what is not, and the examples: the parts that an account's frames
// have in common with the authority's. It points at the fields talk, avoid and examples.
func WrongFrames(talk, avoid []string, examples []Example) (wrong fault.List) {
	for _, list := range []struct {
		field string
		lines []string
	}{{"talk", talk}, {"avoid", avoid}} {
		if len(list.lines) > mostTalk || slices.ContainsFunc(list.lines, longLine) {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv högst %d rader, med högst %d tecken på varje.",
				"Write %d lines at most, with %d characters at most on each.").Put(mostTalk, mostLine)).At(list.field))
		}
	}
	if len(examples) > mostExample || slices.ContainsFunc(examples, badExample) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv högst %d exempel. Varje exempel behöver en text och ett skäl, högst %d tecken vardera.",
			"Write %d examples at most. Each needs a text and a reason, %d characters at most each.").Put(mostExample, mostText)).At("examples"))
	}
	return wrong
}

func longLine(s string) bool { return len([]rune(s)) > mostLine || !readable(s, false) }

func badExample(e Example) bool {
	for _, s := range []string{e.Text, e.Why} {
		if n := len([]rune(s)); n == 0 || n > mostText || !readable(s, true) {
			return true
		}
	}
	return false
}

package check

import (
	"slices"

	"tilltal/base/lingo"
)

// Notes collects what one check has to say about one text, so that every finding is filled in the same way: the check's
// name, the words pointed at and the rule's source come from the sheet and the text, never from the hand.
type Notes struct {
	sheet *Sheet
	text  string
	list  []Finding
}

// NewNotes opens an empty page of notes on a text.
func NewNotes(sheet *Sheet, text string) *Notes {
	return &Notes{sheet: sheet, text: text}
}

// Point notes a finding about a stretch of the text. The finding is returned so that Instead or Source can be filled in
// before the next call; the pointer does not outlive it.
func (n *Notes) Point(rule string, at Span, g Grade, reason, advice lingo.Text) *Finding {
	n.list = append(n.list, Finding{
		Check: n.sheet.Name, Rule: rule, Span: at, Grade: g, Text: n.text[at.Start:at.End],
		Reason: reason, Advice: advice, Source: n.sheet.source(rule),
	})
	return &n.list[len(n.list)-1]
}

// Whole notes a finding about the post as a whole.
func (n *Notes) Whole(rule string, g Grade, reason, advice lingo.Text) *Finding {
	return n.Point(rule, Span{}, g, reason, advice)
}

// Picture notes a finding about the picture with the given number, counted from 1.
func (n *Notes) Picture(number int, rule string, g Grade, reason, advice lingo.Text) *Finding {
	f := n.Point(rule, Span{}, g, reason, advice)
	f.Media = number
	return f
}

// Findings closes the page: the notes in the order of the text, each about whole characters. A rule speaks at most MostPerRule
// times on one post; after that the writer has understood, and a hostile text cannot fill the memory.
func (n *Notes) Findings() []Finding {
	sortFindings(n.list)
	seen := map[string]int{}
	list := slices.DeleteFunc(n.list, func(f Finding) bool {
		seen[f.Rule]++
		return seen[f.Rule] > MostPerRule
	})
	for i := range list {
		f := &list[i]
		if at := whole(n.text, f.Span); at != f.Span {
			f.Span, f.Text = at, n.text[at.Start:at.End]
		}
	}
	sortFindings(list)
	return list
}

// MostPerRule is how many findings one rule may leave on one post.
const MostPerRule = 200

// Rule returns the sheet's rule with an id; ok is false when there is none.
func (s *Sheet) Rule(id string) (r Rule, ok bool) {
	for _, r := range s.Rules {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

func (s *Sheet) source(id string) string {
	r, _ := s.Rule(id)
	return r.Source
}

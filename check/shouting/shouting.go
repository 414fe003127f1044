// Package shouting asks about marks that raise the voice: three exclamation marks, a question mark and an exclamation mark
// together. A screen reader stops at each, and a calm authority is believed when it matters (SFS 2009:600 11 §).
package shouting

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

// Check looks for marks in a row.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns the first marks of each row that raise the voice.
func (Check) Look(in check.Input) []check.Finding {
	notes := check.NewNotes(&sheet, in.Text)
	for from := 0; ; {
		start := strings.IndexAny(in.Text[from:], "!?")
		if start < 0 {
			return notes.Findings()
		}
		start += from
		row := in.Text[start : start+len(in.Text[start:])-len(strings.TrimLeft(in.Text[start:], "!?"))]
		if from = start + len(row); len(row) > 1 && strings.Contains(row, "!") && row != "!!" {
			f := notes.Point("shouting.marks", check.Span{Start: start, End: from}, check.Possible,
				lingo.T("”%s” ropar.", "“%s” shouts.").Put(row[:min(len(row), 12)]), lingo.T("Räcker ett tecken?", "Is one mark enough?"))
			f.Instead = row[:1]
		}
	}
}

var sheet = check.Sheet{
	Name: "shouting", Title: lingo.T("Utropstecken", "Exclamation marks"),
	Help: lingo.T("Frågar när flera utropstecken står i rad.", "Asks when several exclamation marks stand in a row."),
	Rules: []check.Rule{{ID: "shouting.marks", Title: lingo.T("Flera tecken i rad", "Several marks in a row"), Source: "SFS 2009:600 11 §",
		Help: lingo.T("Tre utropstecken, eller frågetecken och utropstecken ihop: ”Nu är det snö!!!”", "Three exclamation marks, or a question mark with one: “Now there is snow!!!”")}},
}

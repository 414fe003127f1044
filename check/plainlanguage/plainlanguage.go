// Package plainlanguage sees what makes a text hard to read, at the place where it is hard, and offers other words. It gives
// no grade to the writer: a readability score of a short text says nothing, so it points at the phrase instead.
//
// The law it serves: SFS 2009:600 11 § (public language shall be cultivated, simple and understandable) and SFS 2017:900 6 §
// (it shall be easy to deal with an authority).
package plainlanguage

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Check looks for what makes a text hard to read.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns hard phrases. It reads Swedish; a post in another language is let be.
func (Check) Look(in check.Input) []check.Finding {
	if lang := strings.ToLower(in.Language); lang != "" && lang != "sv" && !strings.HasPrefix(lang, "sv-") {
		return nil
	}
	notes := check.NewNotes(&sheet, in.Text)
	t := in.Prose()
	longSentences(notes, t)
	officialese(notes, t)
	passives(notes, t)
	nested(notes, t)
	negations(notes, t)
	abbreviations(notes, t)
	readability(notes, t)
	return notes.Findings()
}

func span(t *prose.Text, i, n int) check.Span {
	return check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}
}

// The rules' stable ids.
const (
	ruleLong         = "plainlanguage.longsentence"
	ruleOfficialese  = "plainlanguage.officialese"
	rulePassive      = "plainlanguage.passive"
	ruleNested       = "plainlanguage.nested"
	ruleNegation     = "plainlanguage.doublenegation"
	ruleAbbreviation = "plainlanguage.abbreviation"
	ruleLix          = "plainlanguage.lix"
)

const law = "Språklagen, SFS 2009:600 11 §"

var sheet = check.Sheet{
	Name:  "plainlanguage",
	Title: lingo.T("Klarspråk", "Plain language"),
	Help: lingo.T("Pekar på det som gör texten tung och föreslår andra ord. Du bestämmer: ibland är det långa ordet det rätta. Läsbarhetsindex visas först när texten har tio meningar; på kortare texter säger det ingenting.",
		"Points at what makes the text heavy and suggests other words. You decide: sometimes the long word is the right one. The readability index is shown only from ten sentences; on shorter texts it says nothing."),
	Rules: []check.Rule{
		{ID: ruleLong, Title: lingo.T("Lång mening", "Long sentence"), Source: law, Help: lingo.T("En mening med fler än 25 ord. Ofta är den två.", "A sentence of more than 25 words. Often it is two.")},
		{ID: ruleOfficialese, Title: lingo.T("Kanslispråk", "Officialese"), Source: law, Help: lingo.T("Ord som bara myndigheter använder: ”erhålla” i stället för ”få”.", "Words that only authorities use: “erhålla” for “få”.")},
		{ID: rulePassive, Title: lingo.T("Passiv form", "Passive"), Source: law, Help: lingo.T("”Ansökan skickas in” säger inte vem som gör det. ”Du skickar in ansökan” gör det.", "“Ansökan skickas in” does not say who does it. “Du skickar in ansökan” does.")},
		{ID: ruleNested, Title: lingo.T("Inskjuten bisats", "Nested clause"), Source: law, Help: lingo.T("En bisats i en bisats tvingar läsaren att minnas början.", "A clause within a clause makes the reader remember the beginning.")},
		{ID: ruleNegation, Title: lingo.T("Dubbel negation", "Double negation"), Source: law, Help: lingo.T("”Inte omöjligt” är lättare som ”möjligt”.", "“Inte omöjligt” is easier as “möjligt”.")},
		{ID: ruleAbbreviation, Title: lingo.T("Förkortning utan förklaring", "Abbreviation without explanation"), Source: law, Help: lingo.T("Skriv ut förkortningen första gången: ”lagen om stöd och service (LSS)”.", "Write the abbreviation out the first time.")},
		{ID: ruleLix, Title: lingo.T("Läsbarhet", "Readability"), Source: "Björnsson 1968 (LIX)", Help: lingo.T("LIX över 50, i en text på minst tio meningar. Det är ungefär som en lagtext.", "LIX above 50, in a text of at least ten sentences. That is about as a statute.")},
	},
}

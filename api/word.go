package api

import (
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

var (
	unreadable = fault.New(fault.Invalid, lingo.T("Innehållet går inte att läsa som JSON.", "The body cannot be read as JSON.")).
			Try(lingo.T("Kontrollera citattecken, kommatecken och klamrar. Tecknet U+0000 och mer än 32 nivåer tar vi inte emot.",
			"Check quotation marks, commas and braces. We take neither the character U+0000 nor more than 32 levels."))
	badMoment = fault.New(fault.Invalid, lingo.T("Tidpunkten ligger för långt bort.", "That moment is too far away.")).
			Try(lingo.T("Välj en tid mellan år 2000 och femtio år från nu.", "Choose a time between the year 2000 and fifty years from now."))
)

// reworded are what huma says of a field, as the house says it. The words before the first verb tell them apart; what the
// verb stood for, a number or a list, is kept. What is not here is shown as huma says it.
var reworded = []struct {
	huma string
	say  lingo.Text
}{
	{validation.MsgUnexpectedProperty, lingo.T("Fältet finns inte.", "There is no such field.")},
	{"unknown query parameter", lingo.T("Frågeparametern finns inte.", "There is no such query parameter.")},
	{before(validation.MsgExpectedRequiredProperty), lingo.T("Fältet saknas.", "The field is missing.")},
	{"required ", lingo.T("Värdet saknas.", "The value is missing.")},
	{validation.MsgExpectedRFC3339DateTime, lingo.T("Skriv tiden som 2026-11-23T08:00:00Z.", "Write the time as 2026-11-23T08:00:00Z.")},
	{"invalid date/time", lingo.T("Skriv tiden som 2026-11-23T08:00:00Z.", "Write the time as 2026-11-23T08:00:00Z.")},
	{"invalid integer", lingo.T("Skriv ett heltal.", "Write a whole number.")},
	{"invalid boolean", lingo.T("Skriv true eller false.", "Write true or false.")},
	{validation.MsgExpectedBoolean, lingo.T("Skriv true eller false.", "Write true or false.")},
	{validation.MsgExpectedInteger, lingo.T("Skriv ett heltal.", "Write a whole number.")},
	{validation.MsgExpectedNumber, lingo.T("Skriv ett tal.", "Write a number.")},
	{validation.MsgExpectedString, lingo.T("Skriv en text.", "Write a text.")},
	{validation.MsgExpectedArray, lingo.T("Skriv en lista.", "Write a list.")},
	{validation.MsgExpectedObject, lingo.T("Skriv ett objekt.", "Write an object.")},
	{before(validation.MsgExpectedOneOf), lingo.T("Välj ett av värdena: %s.", "Choose one of the values: %s.")},
	{before(validation.MsgExpectedMinimumNumber), lingo.T("Välj minst %s.", "Choose at least %s.")},
	{before(validation.MsgExpectedMaximumNumber), lingo.T("Välj högst %s.", "Choose at most %s.")},
	{before(validation.MsgExpectedMinLength), lingo.T("Skriv minst %s tecken.", "Write at least %s characters.")},
	{before(validation.MsgExpectedMaxLength), lingo.T("Skriv högst %s tecken.", "Write at most %s characters.")},
	{before(validation.MsgExpectedMinItems), lingo.T("Ha minst %s i listan.", "Have at least %s in the list.")},
	{before(validation.MsgExpectedMaxItems), lingo.T("Ha högst %s i listan.", "Have at most %s in the list.")},
	{"expected string to be an id", lingo.T("Det är inget id.", "That is not an id.")},
	{"expected string to be ", lingo.T("Värdet har fel form.", "The value has the wrong form.")},
	{"expected string to match pattern ", lingo.T("Värdet har fel form.", "The value has the wrong form.")},
}

// before is what stands before the first verb of a message.
func before(message string) string {
	head, _, _ := strings.Cut(message, "%")
	return head
}

// reword finds the longest beginning that a message has: some messages begin as others do.
func reword(message string) lingo.Text {
	best, rest := lingo.T("Värdet går inte att använda: %s.", "The value cannot be used: %s."), message
	for longest, i := 0, 0; i < len(reworded); i++ {
		r := reworded[i]
		if tail, ok := strings.CutPrefix(message, r.huma); ok && len(r.huma) > longest {
			best, rest, longest = r.say, strings.Trim(tail, `"`), len(r.huma)
		}
	}
	if strings.Contains(best.EN, "%s") {
		return best.Put(rest)
	}
	return best
}

// fieldOf is the field that something is wrong with, as a program that fills in a form knows it.
func fieldOf(d *huma.ErrorDetail) string {
	field := d.Location
	if name, ok := strings.CutPrefix(d.Message, before(validation.MsgExpectedRequiredProperty)); ok {
		name, _, _ = strings.Cut(name, " ")
		field += "." + name
	}
	for _, place := range []string{"body.", "query.", "path.", "header."} {
		field = strings.TrimPrefix(field, place)
	}
	return field
}

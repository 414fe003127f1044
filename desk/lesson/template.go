package lesson

import "tilltal/base/lingo"

// Template (mall) is a text to start from when something went wrong, for one of the three ways. The fields have the names that
// the forms have; what stands between brackets is to be filled in. The texts are in Swedish, as
// what the square says is; their titles are in the reader's language.
type Template struct {
	ID     string
	Way    string // one of Ways
	Title  lingo.Text
	Fields map[string]string
}

// Templates lists them, in the order they are shown.
var Templates = []Template{
	{"sakfel", WayCorrected, lingo.T("En uppgift var fel", "A fact was wrong"), map[string]string{
		"wrong": "Vi skrev att [det som stod].", "right": "[Det som är rätt.]",
		"why": "Vi hade en gammal uppgift.", "now": "Inlägget är rättat. Förlåt, du som blev berörd."}},
	{"otydligt", WayCorrected, lingo.T("Det gick att missförstå", "It could be misunderstood"), map[string]string{
		"wrong": "Det vi skrev gick att läsa som att [missförståndet].", "right": "Vi menade att [det ni menade].",
		"why": "Vi skrev för kort.", "now": "Nu står det tydligare. Tack till er som frågade."}},
	{"inaktuellt", WayCorrected, lingo.T("Det gäller inte längre", "It no longer holds"), map[string]string{
		"wrong": "Det vi skrev om [saken] stämmer inte längre.", "right": "Nu gäller [det nya].",
		"why": "Läget har ändrats sedan vi skrev.", "now": "Vi uppdaterar inlägget när vi vet mer."}},
	{"for-mycket", WayWithdrawn, lingo.T("Vi berättade för mycket om någon", "We told too much about somebody"), map[string]string{
		"ground": "personaldata", "reason": "Inlägget gjorde det möjligt att förstå vem personen är.",
		"public": "Vi berättade mer om en person än vi borde. Det ska vi inte göra. Därför har vi tagit bort inlägget."}},
	{"tonen", WayWithdrawn, lingo.T("Tonen gjorde någon illa", "The tone hurt somebody"), map[string]string{
		"reason": "Tonen kunde uppfattas som att vi gjorde oss lustiga över någon som inte kunde försvara sig.",
		"public": "Vi skrev på ett sätt som inte är värdigt oss. Förlåt. Därför har vi tagit bort inlägget."}},
	{"smasak", WayLeft, lingo.T("Det är en småsak", "It is a small thing"), map[string]string{
		"why": "Felet är ett stavfel och kan inte missförstås. Att rätta det skulle ta uppmärksamhet från det inlägget handlar om."}},
	{"star-for-det", WayLeft, lingo.T("Vi står för det", "We stand by it"), map[string]string{
		"why": "Vi har läst kritiken och kontrollerat uppgifterna. De stämmer. Vi svarar i tråden i stället för att ändra."}},
}

// TemplatesFor lists the templates for one way.
func TemplatesFor(way string) (out []Template) {
	for _, t := range Templates {
		if t.Way == way {
			out = append(out, t)
		}
	}
	return out
}

// TemplateByID returns a template; ok is false when there is none.
func TemplateByID(id string) (t Template, ok bool) {
	for _, t := range Templates {
		if t.ID == id {
			return t, true
		}
	}
	return Template{}, false
}

package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

var (
	registerCues = []string{"regnr", "reg.nr", "reg nr", "registreringsn", "regnummer", "reg.nummer", "registreringsskylt", "nummerplåt", "personlig skylt", "personliga skylten"}
	plateCues    = []string{"regnr", "reg.nr", "reg nr", "registreringsn", "registreringsskylt", "nummerplåt", "plåt", "skylt", "bil", "personbil", "skåpbil", "kombi", "jeep", "bilen", "bilar", "fordon", "volvo", "saab", "audi", "bmw", "toyota", "kia", "tesla",
		"volkswagen", "vw", "mercedes", "ford", "skoda", "opel", "peugeot", "renault", "nissan", "mazda", "hyundai", "moped", "mc", "motorcykel", "lastbil", "husbil", "släp", "taxi", "epa"}
	// goodsCues stand before the name of a product, a code, a flight or a room.
	goodsCues = []string{"kod", "rabattkod", "modell", "art", "artikel", "artnr", "version", "köp", "beställ", "produkt", "flyg", "flight", "linje", "kurs", "kurskod", "sal", "rum", "avsnitt", "typ", "standard", "fel", "felkod", "error", "grafikkort", "kabel", "skruv"}
	// notPlates are three letters that stand before figures for other reasons: currencies, standards, makes, airlines, months.
	notPlates = words("sek eur usd nok dkk gbp chf iso din sfs pdf sms mms utc gmt cet est bmw sas top max min dnr tel fax kap nra nrk dab gps hmm mah kth ltu jan feb mar apr maj jun " +
		"jul aug sep okt nov dec mån tis ons tor fre lör sön rum sal hus bus buss tåg lag del art ref dok pnr ean ocr isb usb rgb hex cpu ram ssd abb pro mac etc sid sms sos wcag ppm km ton kwh mwh dba hla nre age gpt led rfc pcr mhz ghz khz epa lte bbc dna rna tcp udp ssl tls ntp hdr fps dpi psi bar mph the run box bok fem tre sex")
)

// plates notes vehicle plates: ABC 123 and ABC 12D. The letters I, Q and V and the letter O last are not used.
func (r *reader) plates() {
	for i := 0; i+6 <= len(r.s); i++ {
		if wordAt(r.s, i-1) || !plateLetters(r.low[i:i+3]) || i > 0 && (r.s[i-1] == '#' || r.s[i-1] == '@') {
			continue
		}
		at := i + 3
		if strings.IndexByte(" -._", r.s[at]) >= 0 {
			at++
		}
		end := at + 3
		if end > len(r.s) || !isDigit(r.s[at]) || !isDigit(r.s[at+1]) || !(isDigit(r.s[at+2]) || plateLast(r.low[at+2])) || wordAt(r.s, end) || !r.free(i, end) || r.linked(i) {
			continue
		}
		g := r.plateGrade(i, at, end)
		if g == check.None {
			continue
		}
		r.found(rulePlate, i, end, g,
			lingo.T("Det här ser ut som ett registreringsnummer. Vem som helst kan slå upp ägaren.", "This looks like a vehicle plate. Anybody can look up the owner."),
			lingo.T("Ta bort numret, eller skriv vad det är för slags fordon.", "Take the number away, or write what kind of vehicle it is."))
		i = end - 1
	}
	r.dressedPlates()
}

func (r *reader) plateGrade(i, at, end int) check.Grade {
	capitals := strings.ToUpper(r.s[i:i+3]) == r.s[i:i+3]
	if next := end + 1; end < len(r.s) && (r.s[end] == ' ' || r.s[end] == '-') && digitAt(r.s, next) {
		return check.None // the row of figures goes on: an amount, a serial number
	}
	cue := cued(r.before(i, 40), plateCues)
	if !cue && cued(r.before(i, 16), goodsCues) {
		return check.None
	}
	if odd := r.s[i+3]; (odd == '.' || odd == '_') && !(cue && capitals) {
		return check.None // a file, a version
	}
	single := !isDigit(r.s[end-1]) // ABC 12D is hardly anything else
	switch {
	case cued(r.before(i, 20), registerCues):
		return pick(capitals, check.Certain, check.Likely)
	case cue && capitals && single:
		return check.Certain
	case !capitals && r.model.Common(r.low[i:i+3]):
		return check.None // "bilar och 198 bussar"
	case cue && capitals && !notPlates[r.low[i:i+3]]:
		return check.Certain
	case cue && !notPlates[r.low[i:i+3]]:
		return check.Likely
	case !capitals || notPlates[r.low[i:i+3]]:
		return check.None
	case !isDigit(r.s[end-1]) || at > i+3 && r.s[i+3] == ' ':
		return check.Likely
	}
	return check.Possible
}

func plateLetters(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 'a' || c > 'z' || c == 'i' || c == 'q' || c == 'v' {
			return false
		}
	}
	return true
}

func plateLast(c byte) bool { return plateLetters(string(c)) && c != 'o' }

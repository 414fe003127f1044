package personaldata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
)

// dressedPlates notes what stands right after a word for a vehicle's plate: one that the owner has chosen, "personlig skylt KALLE1", and
// one with signs or a letter in it, "reg.nr A B C 1 2 3", "regnr ABC l23".
func (r *reader) dressedPlates() {
	for _, cue := range registerCues {
		for at := 0; ; {
			i := strings.Index(r.low[at:], cue)
			if i < 0 {
				break
			}
			at += i + len(cue)
			if !wordAt(r.low, at-len(cue)-1) {
				r.plateAfter(at, r.s[at-len(cue):at] != r.low[at-len(cue):at])
			}
		}
	}
}

// plateAfter notes the plate whose cue ends at a byte. Shouted is when the cue is in capitals, as every word may be.
func (r *reader) plateAfter(at int, shouted bool) {
	for at < len(r.low) && isLetter(r.low[at]) { // registreringsnumret, nummerplåtarna
		at++
	}
	at = pass(r.low, at, " .:=\"'", 3)
	for _, w := range []string{"är", "löd", "lyder", "var", "står det", "med"} {
		if strings.HasPrefix(r.low[at:], w+" ") {
			at = pass(r.low, at+len(w), " :\"'", 3)
			break
		}
	}
	from := at
	if end := spreadPlate(r.low, from); end > from && r.free(from, end) && strings.ToUpper(r.s[from:from+1]) == r.s[from:from+1] {
		r.ownedFound(from, end)
		return
	}
	end := chosen(r.s, from)
	if end-from < 2 || !r.free(from, end) || unknownPlates[r.low[from:end]] || shouted && slices.ContainsFunc(strings.Fields(r.low[from:end]), r.model.Common) {
		return
	}
	r.ownedFound(from, end)
}

// chosen returns the byte after two to seven capitals and digits, with at most one blank among them; i when there are none.
func chosen(s string, i int) int {
	count, word, end := 0, i, i // how many, and the end of the first word
	for end < len(s) && count <= 7 {
		c, size := utf8.DecodeRuneInString(s[end:])
		if unicode.IsUpper(c) || isDigit(s[end]) {
			count++
		} else if c != ' ' || word > i || count == 0 {
			break
		} else {
			word = end
		}
		end += size
	}
	if end > word && word > i && (wordAt(s, end) || s[end-1] == ' ') {
		end = word
	}
	if count > 7 || wordAt(s, end) {
		return i
	}
	return end
}

// unknownPlates are what is written in the place of a plate.
var unknownPlates = words("saknas eu okänt okänd ej inte finns se id nr på av och xxx")

func (r *reader) ownedFound(from, to int) {
	r.found(rulePlate, from, to, check.Likely,
		lingo.T("Det här ser ut som ett registreringsnummer. Vem som helst kan slå upp ägaren.", "This looks like a vehicle plate. Anybody can look up the owner."),
		lingo.T("Ta bort numret, eller skriv vad det är för slags fordon.", "Take the number away, or write what kind of vehicle it is."))
}

// spreadPlate returns the byte after three letters and three digits with at most one sign between any two; i when there are none. An l
// or an I among the digits is a one, an O a nought.
func spreadPlate(low string, i int) int {
	at, signs := i, 0
	for n := range 6 {
		if n > 0 && at < len(low) && strings.IndexByte(" -._/", low[at]) >= 0 {
			at++
			signs++
		}
		switch {
		case at == len(low):
			return i
		case n < 3 && plateLetters(low[at:at+1]):
		case n >= 3 && (isDigit(low[at]) || strings.IndexByte("lio", low[at]) >= 0), n == 5 && plateLast(low[at]):
		default:
			return i
		}
		at++
	}
	if wordAt(low, at) || signs == 0 && low[i:at] == strings.TrimRight(low[i:at], "0123456789lio") {
		return i
	}
	return at
}

package personaldata

import (
	"strings"
	"unicode/utf8"

	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

// livesAt are words right before the name of a house, a village or a street that no ending gives away: "bor på Hagen 14".
var livesAt = []string{"bor på", "bor i", "bor vid", "bodde på", "bodde i", "bodde vid", "hemma på", "bosatt på", "bosatt i", "adress", "adress:", "adressen är", "hemadress", "hemadress:", "c/o"}

// odderAddress notes an address whose first word is word i and whose number is the next, where the street does not end as streets
// do: "Storg. 12", "bor på Hagen 14", "Torp 123, 444 55 Stenungsund", "Storgatan tolv".
func (r *reader) odderAddress(i int) bool {
	ws, n := r.prose.Words, i+1
	if ws[i].Kind != prose.Plain || !ws[i].Capital || street(r.prose, i) && !r.saidNumber(n) {
		return false
	}
	switch gap := r.prose.Gap(i); {
	case street(r.prose, i):
		if gap != " " {
			return false
		}
	case ws[n].Kind != prose.Number || !houseNumber(ws[n].Lower) || gap != " " && gap != ". ":
		return false
	case !r.shortStreet(i, gap) && !(gap == " " && (r.lived(i) || r.posted(n))):
		return false
	}
	r.address(i, n)
	return true
}

// saidNumber reports whether word n is the number of a house in letters, with nothing after it that it could count.
func (r *reader) saidNumber(n int) bool {
	w := r.prose.Words[n]
	said := numerals[w.Lower]
	return w.Kind == prose.Plain && !w.Capital && w.Lower != "en" && said != "" && len(said) < 3 && said[0] != '0' && !r.countsOn(n)
}

// countsOn reports whether a word in small letters follows word n, other than one for a floor or a flat.
func (r *reader) countsOn(n int) bool {
	if n+1 >= len(r.prose.Words) || !r.prose.Joined(n) {
		return false
	}
	next := r.prose.Words[n+1]
	return next.Kind == prose.Plain && !next.Capital && !floor[next.Lower] && utf8.RuneCountInString(next.Lower) > 1
}

var floor = words("tr lgh vån våning trappor bv nb")

// shortStreet reports whether word i is a street cut short, gatan to g and vägen to v: Storg. 12, Parkv 2, 3 tr.
func (r *reader) shortStreet(i int, gap string) bool {
	w := r.prose.Words[i].Lower
	if !strings.HasSuffix(w, "g") && !strings.HasSuffix(w, "v") || utf8.RuneCountInString(w) < 5 || gazetteer.World(w) || gazetteer.Person(w) != 0 || lexicon.Of(w) != 0 || r.countsOn(i+1) {
		return false
	}
	whole := w[:len(w)-1] + "gatan"
	if strings.HasSuffix(w, "v") {
		whole = w[:len(w)-1] + "vägen"
	}
	return gap == ". " || r.lived(i) || r.posted(i+1) || i+2 < len(r.prose.Words) && floor[r.prose.Words[i+2].Lower] || lexicon.Of(whole) != 0 || lexicon.Of(w[:len(w)-1]) != 0
}

// lived reports whether somebody is said to live there, right before word i.
func (r *reader) lived(i int) bool {
	before := strings.TrimSpace(r.before(r.view.Place(r.prose.Words[i].Start), 16))
	for _, cue := range livesAt {
		if strings.HasSuffix(before, cue) && !wordAt(before, len(before)-len(cue)-1) {
			return true
		}
	}
	return false
}

// posted reports whether a postcode and a town follow word n.
func (r *reader) posted(n int) bool {
	to := r.view.Place(r.prose.Words[n].End)
	end := postcode(r.s, to)
	return end > to && isLetter(r.s[end-1])
}

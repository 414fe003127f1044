package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

var streetEndings = []string{"vägen", "gatan", "gata", "gränd", "gränden", "stigen", "torget", "torg", "allén", "allé", "backen", "esplanaden", "kajen", "stråket", "plan", "väg",
	"leden", "ringen", "slingan", "bågen", "svängen", "krok", "kroken", "promenaden", "liden", "höjden", "rundan", "brinken", "platsen", "plats", "gången", "kvarteret", "hagen", "åsen", "avenyn", "aveny", "boulevarden", "rondellen", "parken"}

var homeCues = []string{"bor", "bodde", "boende", "bosatt", "hemma", "bostad", "lägenhet", "lgh", "hos", "granne", "villa", "hemadress", "adress", "flyttat", "lives at", "home"}

// addresses notes a street and a number, with the postcode that may follow.
func (r *reader) addresses() {
	ws := r.prose.Words
	for i := 0; i+1 < len(ws); i++ {
		n := i + 1
		if (ws[n].Lower == "nr" || ws[n].Lower == "nummer") && n+1 < len(ws) && r.prose.Joined(i) {
			n++
		}
		if r.odderAddress(i) {
			continue
		}
		if ws[i].Kind != prose.Plain || ws[n].Kind != prose.Number || !r.prose.Joined(n-1) || !street(r.prose, i) || !houseNumber(ws[n].Lower) {
			continue
		}
		if !ws[i].Capital && !(i > 0 && ws[i-1].Capital && r.prose.Joined(i-1)) {
			if len(ws[i].Lower) >= smallestStreet {
				r.address(i, n)
			}
			continue
		}
		first := i
		for first > 0 && ws[first-1].Capital && r.prose.Joined(first-1) && (!ws[first].Capital || i-first < 1 && strings.Contains("väg gata torg plats plan allé gränd", ws[first].Lower)) {
			first--
		}
		if !ws[first].Capital {
			continue
		}
		r.address(first, n)
	}
}

func street(t *prose.Text, i int) bool {
	w := t.Words[i]
	for _, e := range streetEndings {
		if strings.HasSuffix(w.Lower, e) {
			return len(w.Lower) > len(e)+1 && (w.Capital || common[e]) || w.Lower == e && i > 0 && t.Words[i-1].Capital && t.Joined(i-1)
		}
	}
	return false
}

// common are the endings by which a street is known in small letters too: "han bor på storgatan 12".
var common = words("vägen gatan gränd gränden stigen allén esplanaden")

// smallestStreet is how many bytes a street in small letters has.
const smallestStreet = 8

// houseNumber reports whether a word is 1–999 with at most one letter, or two such with a dash: 12, 12B, 1–3.
func houseNumber(w string) bool {
	if a, b, ok := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-"); ok {
		return houseNumber(a) && houseNumber(b)
	}
	n := 0
	for n < len(w) && isDigit(w[n]) {
		n++
	}
	return n >= 1 && n <= 3 && w[0] != '0' && (n == len(w) || n == len(w)-1 && isLetter(w[n]))
}

func (r *reader) address(first, last int) {
	ws := r.prose.Words
	from, to := r.view.Place(ws[first].Start), r.view.Place(ws[last].End)
	if to <= from || !r.free(from, to) {
		return
	}
	g := check.Possible
	near := r.before(from, 40) + " " + r.low[to:min(len(r.low), to+24)]
	if cued(near, homeCues) {
		g = check.Likely
	}
	if end := postcode(r.s, to); end > to && r.free(to, end) {
		to = end
		g = min(g+1, check.Certain)
	}
	r.found(ruleAddress, from, to, g,
		lingo.T("Det här är en gatuadress.", "This is a street address."),
		lingo.T("Bor någon där? Skriv stadsdelen eller orten i stället. En besöksadress kan stå kvar.", "Does somebody live there? Write the district or the town instead. A visiting address may stay."))
}

// postcode reads ", 123 45 Orten" and returns the byte after it, or i.
func postcode(s string, i int) int {
	at := i
	for at < len(s) && at-i < 3 && (s[at] == ',' || s[at] == ' ' || s[at] == '\n') {
		at++
	}
	if !digitAt(s, at) || !digitAt(s, at+1) || !digitAt(s, at+2) {
		return i
	}
	end := at + 3
	if end < len(s) && s[end] == ' ' {
		end++
	}
	if !digitAt(s, end) || !digitAt(s, end+1) || wordAt(s, end+2) {
		return i
	}
	end += 2
	if end+1 < len(s) && s[end] == ' ' && isLetter(s[end+1]) {
		stop := end + 1
		for stop < len(s) && isLetter(s[stop]) {
			stop++
		}
		return stop
	}
	return end
}

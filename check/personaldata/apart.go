package personaldata

import (
	"maps"
	"slices"
	"strings"

	"tilltal/check"
)

const (
	apart    = 60 // bytes between a date and what completes it
	partSize = 16 // bytes of YYYY-MM-DD-NNN, and more, so that a whole number is seen to be one

	fewestDigits = 4 // among letters that look like digits
)

// enders say that what ends an identity number stands near, and how sure that makes us.
var enders = map[string]check.Grade{"sista": check.Certain, "slutsiff": check.Certain, "fyra siff": check.Certain, "kontrollsiff": check.Certain, "kontrollnum": check.Certain, "kontrollnr": check.Certain, "resten": check.Likely, "därefter": check.Likely, "och så": check.Likely, "minustecken": check.Likely,
	"födelsenum": check.Certain, "last four": check.Certain, "last\"": check.Likely, "last 4": check.Certain, "last4": check.Certain, "last_": check.Likely, "sista4": check.Certain, "final four": check.Certain, "slut": check.Likely, "ändelse": check.Likely, "avslut": check.Likely,
	"xxxx": check.Likely, "nnnn": check.Likely, "följt av": check.Likely, "följs av": check.Likely, "löpnum": check.Likely, "ending": check.Likely, "ends": check.Likely, "nummer": check.Possible}

// lastFour finds an identity number whose end is told apart: "född 850709, sista fyra 9805", "sista fyra 9805, född 850709",
// "850709-980, kontrollsiffra 5", "850709 med 9805 på slutet".
func (r *reader) lastFour() {
	for _, cue := range slices.Sorted(maps.Keys(enders)) {
		for base := 0; ; {
			i := strings.Index(r.low[base:], cue)
			if i < 0 {
				break
			}
			r.complete(base+i, cue)
			base += i + len(cue)
		}
	}
}

// complete puts the digits after the cue at a place together with those before it, or with those after them.
func (r *reader) complete(at int, cue string) {
	g, before := enders[cue], r.partBefore(at)
	if lone(before.of(r.s)) {
		before = r.partBefore(before.Start) // the 4 of "de 4 sista"
	}
	end := r.partAfter(at)
	if lone(end.of(r.s)) {
		if next := r.partAfter(end.End); len(plainDigits(next.of(r.s))) == 4 {
			end = next // the 4 of "sista 4"
		}
	}
	if end = r.allFour(end); cue == "sista" && !endSaid(r.low[at:end.Start]) {
		g = check.Possible // "sista turen 1250"
	}
	a, b := plainDigits(before.of(r.s)), plainDigits(end.of(r.s))
	switch first := r.partBefore(before.Start); {
	case born(a) && len(b) == 4, (len(a) == 9 || len(a) == 11) && len(b) == 1:
		r.together(before, end, a+b, g)
	case len(a) == 3 && len(b) == 1 && born(plainDigits(first.of(r.s))):
		r.together(first, end, plainDigits(first.of(r.s))+a+b, g)
	case len(a) == 4 && born(plainDigits(first.of(r.s))):
		r.together(first, before, plainDigits(first.of(r.s))+a, g)
	case len(b) == 4:
		date := r.partAfter(end.End)
		if d := plainDigits(date.of(r.s)); born(d) {
			r.together(stretch{end.Start, date.End}, stretch{date.End, date.End}, d+b, g)
		}
	}
}

// born reports whether digits can be a date of birth.
func born(digits string) bool { return len(digits) == 6 || len(digits) == 8 }

func lone(s string) bool { return s == "4" }

// stretch is bytes of the folded text.
type stretch struct{ Start, End int }

func (p stretch) of(s string) string { return s[p.Start:p.End] }

// partBefore is the last digits before a byte, with the dashes among them.
func (r *reader) partBefore(at int) stretch {
	end := at
	for end > 0 && end > at-apart && !isDigit(r.s[end-1]) && r.s[end-1] != '-' {
		end--
	}
	from := end
	for from > 0 && end-from < partSize && (isDigit(r.s[from-1]) || r.s[from-1] == '-') {
		from--
	}
	return stretch{from, end}
}

// partAfter is the next digits after a byte, with the dashes among them.
func (r *reader) partAfter(at int) stretch {
	from := at
	for from < len(r.s) && from < at+apart && !isDigit(r.s[from]) {
		from++
	}
	end := from
	for end < len(r.s) && end-from < partSize && (isDigit(r.s[end]) || r.s[end] == '-' && digitAt(r.s, end+1)) {
		end++
	}
	if wordAt(r.s, end) {
		return stretch{from, from}
	}
	return stretch{from, end}
}

// allFour takes up the digits that follow, one by one or in pairs, until there are four: "sista fyra 98 05".
func (r *reader) allFour(p stretch) stretch {
	whole, figures := p, len(plainDigits(p.of(r.s)))
	for figures > 0 && figures < 4 && whole.End+1 < len(r.s) && strings.IndexByte(" .,", r.s[whole.End]) >= 0 && isDigit(r.s[whole.End+1]) {
		end := digits(r.s, whole.End+1, 4-figures)
		if end == whole.End+1 {
			break
		}
		figures += end - whole.End - 1
		whole.End = end
	}
	if figures != 4 || wordAt(r.s, whole.End) {
		return p
	}
	return whole
}

// endSaid reports whether nothing but the end of a number is spoken of between the word "sista" and the digits.
func endSaid(between string) bool {
	for w := range strings.FieldsFuncSeq(between, func(c rune) bool { return strings.ContainsRune(" .,:;=\"'()[]-\n|*_", c) }) {
		if !endings[w] {
			return false
		}
	}
	return true
}

var endings = words("sista fyra 4 siffror siffrorna siffran siffra sifferna är i på personnumret personnummer pnr nr nummer mitt min mina hans hennes ska vara blir var four digits are is last de dom talen tecknen alltså")

func plainDigits(s string) string { return gapless.Replace(s) }

var gapless = strings.NewReplacer("-", "", " ", "", ".", "", ",", "")

// together notes the identity number that two stretches make, when the date and the check digit are right. What only may be its
// end is taken for a clock time or a number of something else, unless somebody's birth or number was spoken of.
func (r *reader) together(a, b stretch, digits string, g check.Grade) {
	if !r.free(a.Start, b.End) {
		return
	}
	n := len(digits) - 4
	c := &cluster{letter: -1, digits: []byte(digits), groups: []group{{start: a.Start, end: a.End, to: n}, {start: b.Start, end: b.End, from: n, to: n + 4, sep: "-"}}}
	id, ok := identity(c, 0, 2)
	if !ok || !luhn(id.ten) {
		return
	}
	if near := r.before(a.Start, 40); g < check.Certain && !cued(near, identityCues) && !strings.Contains(near, "numret") {
		if g--; g == check.None || two(id.ten[6:]) < 24 && two(id.ten[8:]) < 60 {
			return
		}
	}
	r.identityFound(id, g)
}

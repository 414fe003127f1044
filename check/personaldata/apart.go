package personaldata

import (
	"strings"

	"tilltal/check"
)

const (
	apart    = 40 // bytes between a date and what completes it
	partSize = 16 // bytes of YYYY-MM-DD-NNN, and more, so that a whole number is seen to be one

	fewestDigits = 4 // among letters that look like digits
)

// lastFour finds an identity number whose end is told apart: "född 850709, sista fyra 9805", "sista fyra 9805, född 850709",
// "850709-980, kontrollsiffra 5".
func (r *reader) lastFour() {
	for _, cue := range []string{"sista", "slutsiff", "fyra siff", "kontrollsiff", "last"} {
		for base := 0; ; {
			i := strings.Index(r.low[base:], cue)
			if i < 0 {
				break
			}
			r.complete(base + i)
			base += i + len(cue)
		}
	}
}

// complete puts the digits after the cue at a place together with those before it, or with those after them.
func (r *reader) complete(at int) {
	from := at
	for from > 0 && from > at-apart && !isDigit(r.s[from-1]) {
		from--
	}
	before := r.partBefore(from)
	end := r.partAfter(at)
	switch a, b := plainDigits(before.of(r.s)), plainDigits(end.of(r.s)); {
	case (len(a) == 6 || len(a) == 8) && len(b) == 4, (len(a) == 9 || len(a) == 11) && len(b) == 1:
		r.together(before, end, a+b)
	case len(b) == 4:
		date := r.partAfter(end.End)
		if d := plainDigits(date.of(r.s)); len(d) == 6 || len(d) == 8 {
			r.together(stretch{end.Start, date.End}, stretch{date.End, date.End}, d+b)
		}
	}
}

// stretch is bytes of the folded text.
type stretch struct{ Start, End int }

func (p stretch) of(s string) string { return s[p.Start:p.End] }

// partBefore is the digits, and the dashes among them, that end at a byte.
func (r *reader) partBefore(end int) stretch {
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

func plainDigits(s string) string { return strings.ReplaceAll(s, "-", "") }

// together notes the identity number that two stretches make, when the date and the check digit are right.
func (r *reader) together(a, b stretch, digits string) {
	if !r.free(a.Start, b.End) {
		return
	}
	n := len(digits) - 4
	c := &cluster{letter: -1, digits: []byte(digits), groups: []group{{start: a.Start, end: a.End, to: n}, {start: b.Start, end: b.End, from: n, to: n + 4, sep: "-"}}}
	if id, ok := identity(c, 0, 2); ok && luhn(id.ten) {
		r.identityFound(id, check.Certain)
	}
}

// lookalikes finds identity numbers in which letters stand for digits, also first and last: O for nought, l and I for one.
func (r *reader) lookalikes() {
	for i := 0; i < len(r.s); {
		if wordAt(r.s, i-1) || likeDigit(r.s[i]) == 0 {
			i++
			continue
		}
		end, digits, letters := i, make([]byte, 0, 12), 0
		for end < len(r.s) && len(digits) < 12 {
			d := likeDigit(r.s[end])
			if d == 0 && !(strings.IndexByte(" -+/.", r.s[end]) >= 0 && end+1 < len(r.s) && likeDigit(r.s[end+1]) != 0) {
				break
			}
			if d != 0 {
				digits = append(digits, d)
			}
			if isLetter(r.s[end]) {
				letters++
			}
			end++
		}
		if letters > 0 && len(digits)-letters >= fewestDigits && !wordAt(r.s, end) && r.free(i, end) {
			r.alike(i, end, digits)
		}
		i = end
	}
}

func (r *reader) alike(from, to int, digits []byte) {
	if len(digits) != 10 && len(digits) != 12 {
		return
	}
	c := &cluster{letter: -1, odd: true, digits: digits, groups: []group{{start: from, end: to, to: len(digits)}}}
	if n, ok := identity(c, 0, 1); ok && luhn(n.ten) {
		r.identityFound(n, check.Likely)
	}
}

func likeDigit(c byte) byte {
	switch {
	case isDigit(c):
		return c
	case c == 'O' || c == 'o':
		return '0'
	case c == 'l' || c == 'I' || c == 'i':
		return '1'
	}
	return 0
}

package personaldata

import (
	"strings"

	"github.com/nyaruka/phonenumbers"

	"tilltal/check"
)

// lookalikes finds identity numbers, and numbers of mobile telephones, in which letters stand for digits, also first and last: O for nought, l and I for one, and,
// where the number is written as identity numbers are or there are digits enough, S for five, B for eight, Z for two.
func (r *reader) lookalikes() {
	for i := 0; i < len(r.s); {
		if wordAt(r.s, i-1) || likeDigit(r.s, i) == 0 {
			i++
			continue
		}
		end := r.disguised(i)
		i = max(end, i+1)
	}
}

// disguised reads digits and what looks like them from i, notes the identity number that they make, and returns the byte after.
func (r *reader) disguised(i int) (end int) {
	end, digits, letters, far, odd, dash := i, make([]byte, 0, 12), 0, false, false, 0
	for end < len(r.s) && len(digits) < 12 {
		d := likeDigit(r.s, end)
		if d == 0 && !(strings.IndexByte(" -+/.", r.s[end]) >= 0 && r.figures(end+1)) {
			break
		}
		switch {
		case d == 0:
			dash = len(digits)
		case !isDigit(r.s[end]):
			letters++
			far = far || strings.IndexByte("OoQIil|!", r.s[end]) < 0
			odd = odd || strings.IndexByte("OoQIil|!SB", r.s[end]) < 0
		}
		if d != 0 {
			digits = append(digits, d)
		}
		end++
	}
	usual := dash > 0 && len(digits)-dash == 4 || cued(r.before(i, 40), identityCues)
	if letters > 0 && len(digits)-letters >= fewestDigits && !wordAt(r.s, end) && (usual || !odd) && r.free(i, end) {
		r.alike(i, end, digits, far)
	}
	return end
}

// figures reports whether a group of digits and what looks like them begins at i, with a digit among them: "i Umeå" and "om du vill" are words.
func (r *reader) figures(i int) (digit bool) {
	for ; i < len(r.s) && likeDigit(r.s, i) != 0; i++ {
		digit = digit || isDigit(r.s[i])
	}
	return digit && !wordAt(r.s, i)
}

func (r *reader) alike(from, to int, digits []byte, far bool) {
	if len(digits) != 10 && len(digits) != 12 {
		return
	}
	c := &cluster{letter: -1, odd: true, digits: digits, groups: []group{{start: from, end: to, to: len(digits)}}}
	if n, ok := identity(c, 0, 1); ok && luhn(n.ten) {
		r.identityFound(n, pick(far, check.Possible, check.Likely))
	} else if kind, ok := r.dial(digits, false); ok && kind == phonenumbers.MOBILE && !far {
		r.phoneFound(c, 0, 1, kind, false) // O7O-I74 O6 O5
	}
}

// likeDigit returns the digit that stands at i or looks as if it did; 0 for other characters. Signs look like a one only beside a
// digit or another such sign.
func likeDigit(s string, i int) byte {
	switch c := s[i]; {
	case isDigit(c):
		return c
	case c == 'O' || c == 'o' || c == 'Q':
		return '0'
	case c == 'l' || c == 'I' || c == 'i', (c == '|' || c == '!') && (upright(s, i-1) || upright(s, i+1)):
		return '1'
	}
	if at := strings.IndexByte("DZzETASsbGBgq", s[i]); at >= 0 {
		return "0223745566899"[at]
	}
	return 0
}

func upright(s string, i int) bool {
	return digitAt(s, i) || i >= 0 && i < len(s) && (s[i] == '|' || s[i] == '!')
}

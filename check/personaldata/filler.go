package personaldata

import (
	"strings"

	"tilltal/check"
)

// filled finds identity numbers with one and the same letter, or two, where a sign would stand: 850709x9805, 85x07x09x9805,
// 8x5x0x7x0x9-9x8x0x5. Measurements and codes are written so too, so the date and the check digit must be right.
func (r *reader) filled() {
	c := &cluster{letter: -1}
	filler := ""
	for i := 0; i < len(r.low); {
		if !isDigit(r.low[i]) || len(c.groups) == 0 && wordAt(r.low, i-1) {
			i++
			continue
		}
		end := i
		for digitAt(r.low, end) {
			end++
		}
		gap := ""
		if n := len(c.groups); n > 0 {
			gap = r.low[c.groups[n-1].end:i]
		}
		c.add(i, end, gap, r.low[i:end])
		next, gap := fillerAt(r.low, end)
		if letters := strings.Trim(gap, " -+"); next > 0 && filler == "" && letters != "" && (len(letters) < 3 && letters == gap || letters == "x") {
			filler = gap
		}
		if next > 0 && (gap == filler || signOnly(gap)) {
			i = next
			continue
		}
		if filler != "" && !wordAt(r.low, end) {
			r.filledIn(c)
		}
		c.groups, c.digits, filler = c.groups[:0], c.digits[:0], ""
		i = end
	}
}

// fillerAt returns the byte after at most four letters, blanks and hyphens that a digit follows; 0 when there are none.
func fillerAt(s string, i int) (next int, gap string) {
	for j := i; j < len(s) && j-i < 5; j++ {
		if c := s[j]; isDigit(c) && j > i {
			return j, s[i:j]
		} else if !(c >= 'a' && c <= 'z') && c != ' ' && c != '-' && c != '+' {
			break
		}
	}
	return 0, ""
}

func signOnly(gap string) bool { return strings.Trim(gap, " -+") == "" }

func (r *reader) filledIn(c *cluster) {
	switch shape := c.shape(0, len(c.groups)); {
	case len(c.digits) != 10 && len(c.digits) != 12:
		return
	case !c.single() && shape != "64" && shape != "84" && !((shape == "2224" || shape == "4224") && c.groups[1].sep == c.groups[2].sep && c.groups[2].sep == c.groups[3].sep):
		return
	}
	from, to := c.groups[0].start, c.groups[len(c.groups)-1].end
	if n, ok := identity(c, 0, len(c.groups)); ok && luhn(n.ten) && r.free(from, to) && !r.linked(from) {
		r.identityFound(n, pick(c.single() || cued(r.before(from, 40), identityCues), check.Likely, check.Possible))
	}
}

// backwards finds identity numbers that are turned around: by a sign that makes the text run from right to left, or by somebody
// who says so.
func (r *reader) backwards() {
	if !strings.ContainsRune(r.in.Text, '\u202e') && !cued(r.low, []string{"baklänges", "bakvänt", "bakifrån", "backwards", "reversed"}) {
		return
	}
	r.each(func(c *cluster) {
		n := len(c.digits)
		if n != 10 && n != 12 {
			return
		}
		turned := &cluster{letter: -1, digits: make([]byte, n), groups: []group{{start: c.groups[0].start, end: c.groups[len(c.groups)-1].end, to: n}}}
		for i, d := range c.digits {
			turned.digits[n-1-i] = d
		}
		if id, ok := identity(turned, 0, 1); ok && luhn(id.ten) && r.free(turned.groups[0].start, turned.groups[0].end) {
			r.identityFound(id, check.Likely)
		}
	})
}

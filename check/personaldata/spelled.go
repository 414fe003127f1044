package personaldata

import (
	"maps"
	"strconv"
	"strings"

	"tilltal/check"
)

// numerals are digits as they are read aloud: one by one, in pairs, and years.
var numerals = func() map[string]string {
	m := map[string]string{"nolla": "0", "en": "1", "etta": "1", "tvåa": "2", "trea": "3", "femma": "5", "sexa": "6", "sjua": "7", "nia": "9", "aderton": "18"}
	ones := strings.Fields("noll ett två tre fyra fem sex sju åtta nio")
	for i, w := range ones {
		m[w], m["noll"+w] = strconv.Itoa(i), "0"+strconv.Itoa(i)
	}
	for i, w := range strings.Fields("tio elva tolv tretton fjorton femton sexton sjutton arton nitton") {
		m[w] = strconv.Itoa(10 + i)
	}
	for i, ten := range strings.Fields("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio") {
		m[ten] = strconv.Itoa(10 * (i + 2))
		for j, one := range ones[1:] {
			m[ten+one] = strconv.Itoa(10*(i+2) + j + 1)
		}
	}
	years := map[string]string{"nittonhundra": "1900", "tjugohundra": "2000", "tvåtusen": "2000"}
	for w, n := range m {
		for century, digits := range map[string]string{"nittonhundra": "19", "tjugohundra": "20", "tvåtusen": "20"} {
			years[century+w] = digits + strings.Repeat("0", 2-len(n)) + n
		}
	}
	maps.Copy(m, years)
	return m
}()

// joiners are words that are said between digits.
var joiners = words("streck bindestreck tankstreck minus och plus komma punkt snedstreck mellanslag sedan sen")

const widest = 5 // signs and blanks between two spelled or boxed digits

// spelled finds identity numbers that are read aloud, in letters or with a word for the dash, or have signs around every digit:
// "åtta fem noll sju noll nio streck nio åtta noll fem", [8][5][0]…
func (r *reader) spelled() {
	c := &cluster{letter: -1}
	odd, end := false, -1
	close := func() {
		if odd && (len(c.digits) == 10 || len(c.digits) == 12) {
			r.readAloud(c)
		}
		c.groups, c.digits, odd, end = c.groups[:0], c.digits[:0], false, -1
	}
	for i := 0; i < len(r.low); {
		if !wordAt(r.low, i) {
			i++
			continue
		}
		stop, digits := i, true
		for wordAt(r.low, stop) {
			digits = digits && isDigit(r.low[stop])
			stop++
		}
		word := r.low[i:stop]
		numeral, named := numerals[word]
		if end >= 0 && (i-end > widest || strings.Contains(r.low[end:i], "\n\n")) {
			close()
		}
		switch {
		case digits && len(word) <= 12:
			odd = odd || end >= 0 && strings.ContainsAny(r.low[end:i], "[]{}\"<>|:;=#")
			c.add(i, stop, word)
			end = stop
		case named:
			odd = true
			c.add(i, stop, numeral)
			end = stop
		case joiners[word] && len(c.digits) > 0:
			odd, end = true, stop
		default:
			close()
		}
		i = stop
	}
	close()
}

func (c *cluster) add(from, to int, digits string) {
	c.groups = append(c.groups, group{start: from, end: to, from: len(c.digits), to: len(c.digits) + len(digits), sep: " "})
	c.digits = append(c.digits, digits...)
	if len(c.digits) > longest {
		c.groups, c.digits = c.groups[:0], c.digits[:0]
	}
}

func (r *reader) readAloud(c *cluster) {
	n, ok := identity(c, 0, len(c.groups))
	from, to := c.groups[0].start, c.groups[len(c.groups)-1].end
	if !ok || !luhn(n.ten) || !r.free(from, to) {
		return
	}
	g := check.Likely
	if cued(r.before(from, 40), identityCues) {
		g = check.Certain
	}
	r.identityFound(n, g)
}

// vat reads the identity number in the VAT number of a sole trader: SE, ten digits, 01.
func (r *reader) vat(c *cluster) {
	for _, g := range c.groups {
		d := c.digits[g.from:g.to]
		if len(d) != 12 || string(d[10:]) != "01" || g.start < 2 || r.low[g.start-2:g.start] != "se" || wordAt(r.low, g.start-3) || !r.free(g.start, g.end) {
			continue
		}
		ten := &cluster{letter: -1, digits: d[:10], groups: []group{{start: g.start, end: g.end, to: 10}}}
		if n, ok := identity(ten, 0, 1); ok && luhn(n.ten) {
			r.identityFound(n, check.Likely)
		}
	}
}

package personaldata

import (
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/check"
)

// numerals are digits as they are read aloud: one by one, in pairs, and years.
var numerals = func() map[string]string {
	m := map[string]string{"nolla": "0", "en": "1", "etta": "1", "tvåa": "2", "trea": "3", "femma": "5", "sexa": "6", "sjua": "7", "nia": "9", "aderton": "18",
		"tva": "2", "atta": "8", "nie": "9", "tie": "10"}
	ones := strings.Fields("noll ett två tre fyra fem sex sju åtta nio")
	for i, w := range ones {
		m[w], m["noll"+w] = strconv.Itoa(i), "0"+strconv.Itoa(i)
	}
	for _, list := range []string{"zero one two three four five six seven eight nine", "null en to tre fire fem seks syv åtte ni",
		"oh", "nul en to tre fire fem seks syv otte ni", "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän", "null eins zwei drei vier fünf sechs sieben acht neun",
		"cero uno dos tres cuatro cinco seis siete ocho nueve", "zéro un deux trois quatre cinq six sept huit neuf", "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć"} {
		for i, w := range strings.Fields(list) {
			m[w] = strconv.Itoa(i)
		}
	}
	for _, list := range []string{"tio elva tolv tretton fjorton femton sexton sjutton arton nitton", "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"} {
		for i, w := range strings.Fields(list) {
			m[w] = strconv.Itoa(10 + i)
		}
	}
	for i, ten := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[ten] = strconv.Itoa(10 * (i + 2))
	}
	for i, ten := range strings.Fields("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio") {
		m[ten], m["noll"+ten] = strconv.Itoa(10*(i+2)), "0"+strconv.Itoa(10*(i+2))
		for j, one := range ones[1:] {
			m[ten+one] = strconv.Itoa(10*(i+2) + j + 1)
		}
	}
	years := map[string]string{}
	for century, digits := range map[string]string{"artonhundra": "18", "nittonhundra": "19", "tjugohundra": "20", "tvåtusen": "20"} {
		years[century] = digits + "00"
		for w, n := range m {
			if len(n) > 2 {
				continue // "nollsjuttio" begins a telephone number, and ends no year
			}
			years[century+w] = digits + strings.Repeat("0", 2-len(n)) + n
		}
	}
	maps.Copy(m, years)
	return m
}()

// joiners are words that are said between digits.
var joiners = words("streck bindestreck tankstreck minus minustecken och plus komma punkt snedstreck mellanslag sedan sen så därefter and then dash hyphen eh öh ehm öhm hm hmm alltså")

const widest = 12 // bytes of signs and blanks between two spelled or boxed digits, or between a date and what completes it

// spelled finds identity numbers that are read aloud, in letters or with a word for the dash, or have signs around every digit:
// "åtta fem noll sju noll nio streck nio åtta noll fem", [8][5][0]…
func (r *reader) spelled() {
	c := &cluster{letter: -1}
	odd, end := false, -1
	close := func() {
		if odd && (len(c.digits) == 10 || len(c.digits) == 12) {
			r.readAloud(c)
		}
		if odd && len(c.digits) > 10 {
			if whole := c.tens(r.low); len(whole.digits) == 10 || len(whole.digits) == 12 {
				r.readAloud(whole)
			}
		}
		if n := len(c.groups); odd && len(c.digits) >= 9 && len(c.digits) <= 10 && c.digits[0] == '0' && r.free(c.groups[0].start, c.groups[n-1].end) {
			if kind, ok := r.dial(c.digits, false); ok {
				r.phoneFound(c, 0, n, kind, false)
			}
		}
		c.groups, c.digits, odd, end = c.groups[:0], c.digits[:0], false, -1
	}
	for i := 0; i < len(r.low); {
		if !wordAt(r.low, i) {
			i++
			continue
		}
		stop := run(r.low, i)
		word := r.low[i:stop]
		gap := ""
		if end >= 0 {
			gap = r.low[end:i]
		}
		if len(gap) > widest || strings.Contains(gap, "\n\n") && !(len(word) == 1 && c.single()) {
			close()
			gap = ""
		}
		switch said := numeralsIn(word); {
		case isDigit(word[0]) && len(word) <= 12:
			odd = odd || boxed(gap)
			c.add(i, stop, gap, word)
			end = stop
		case len(said) > 0:
			odd = true
			c.add(i, stop, gap, said)
			end = stop
		case joiners[word] && len(c.digits) > 0:
			odd, end = true, stop
		case signs(word):
		default:
			close()
		}
		i = stop
	}
	close()
}

// run returns the byte after the digits, or the letters, that begin at i.
func run(s string, i int) int {
	end := i + 1
	for wordAt(s, end) && isDigit(s[end]) == isDigit(s[i]) {
		end++
	}
	return end
}

// numeralsIn returns the digits that a word says: one numeral, or several written together. Empty when it says anything else.
func numeralsIn(word string) string {
	if n, ok := numerals[word]; ok {
		return n
	}
	if len(word) < 6 || len(word) > 120 {
		return ""
	}
	if n := cardinal(word); n != "" {
		return n
	}
	var said strings.Builder
	for word != "" {
		n := min(len(word), longestNumeral)
		for n > 0 && numerals[word[:n]] == "" {
			n--
		}
		if n == 0 {
			return ""
		}
		said.WriteString(numerals[word[:n]])
		word = word[n:]
	}
	return said.String()
}

// cardinal returns the digits of a number from a hundred to 9999 that is said as one: niotusenåttahundrafem. Empty for other words.
func cardinal(word string) string {
	sum, rest := 0, word
	for _, unit := range []struct {
		name  string
		worth int
	}{{"tusen", 1000}, {"hundra", 100}} {
		head, tail, ok := strings.Cut(rest, unit.name)
		n, err := strconv.Atoi(numerals[head])
		if !ok || err != nil && head != "" {
			continue
		}
		if head == "" {
			n = 1
		}
		sum, rest = sum+n*unit.worth, tail
	}
	if rest != "" {
		n, err := strconv.Atoi(numerals[rest])
		if err != nil || n > 99 || numerals[rest][0] == '0' {
			return ""
		}
		sum += n
	}
	if sum < 100 || sum > 9999 {
		return ""
	}
	return strconv.Itoa(sum)
}

var longestNumeral = func() (n int) {
	for w := range numerals {
		n = max(n, len(w))
	}
	return n
}()

// signs reports whether bytes that are no ASCII are pictures and signs, and no letters.
func signs(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c < utf8.RuneSelf || unicode.IsLetter(c) })
}

// boxed reports whether signs that seldom stand in a number stand between two groups of digits.
func boxed(gap string) bool {
	return strings.Contains(gap, "\n\n") || strings.ContainsFunc(gap, func(c rune) bool { return c >= utf8.RuneSelf || !strings.ContainsRune(separators, c) })
}

// single reports whether the digits so far stand one by one.
func (c *cluster) single() bool {
	return len(c.groups) == len(c.digits)
}

func (c *cluster) add(from, to int, sep, digits string) {
	c.groups = append(c.groups, group{start: from, end: to, from: len(c.digits), to: len(c.digits) + len(digits), sep: sep})
	c.digits = append(c.digits, digits...)
	if len(c.digits) > longest {
		c.groups, c.digits = c.groups[:0], c.digits[:0]
	}
}

// tens puts together what is said as a ten and a one: eighty-five, åttio fem. It is empty when nothing is.
func (c *cluster) tens(low string) *cluster {
	whole := &cluster{letter: -1}
	for i, g := range c.groups {
		n := len(whole.digits)
		joined := i > 0 && (g.sep == " " || g.sep == "-") && g.size() == 1 && c.digits[g.from] != '0' && !isDigit(low[g.start])
		if before := i - 1; joined && c.groups[before].size() == 2 && c.digits[g.from-1] == '0' && c.digits[g.from-2] > '1' && !isDigit(low[c.groups[before].start]) {
			whole.digits[n-1] = c.digits[g.from]
			whole.groups[len(whole.groups)-1].end = g.end
			continue
		}
		whole.add(g.start, g.end, g.sep, string(c.digits[g.from:g.to]))
	}
	if len(whole.digits) == len(c.digits) {
		return &cluster{}
	}
	return whole
}

func (r *reader) readAloud(c *cluster) {
	n, ok := identity(c, 0, len(c.groups))
	from, to := c.groups[0].start, c.groups[len(c.groups)-1].end
	if !ok || !luhn(n.ten) || !r.free(from, to) {
		return
	}
	switch {
	case cued(r.before(from, 40), soleCues):
		r.identityFound(n, check.Certain)
	case n.logged(r.s):
	case n.loose():
		r.identityFound(n, check.Possible)
	default:
		r.identityFound(n, check.Likely)
	}
}

// vat reads the number in a VAT number: SE, ten digits, 01. A sole trader's is an identity number.
func (r *reader) vat(c *cluster) {
	for _, g := range c.groups {
		d := c.digits[g.from:g.to]
		if len(d) != 12 || string(d[10:]) != "01" || g.start < 2 || r.low[g.start-2:g.start] != "se" || wordAt(r.low, g.start-3) || !r.free(g.start, g.end) {
			continue
		}
		ten := &cluster{letter: -1, digits: d[:10], groups: []group{{start: g.start, end: g.end, to: 10}}}
		if n, ok := identity(ten, 0, 1); ok && luhn(n.ten) {
			r.identityFound(n, check.Likely)
		} else if d[2] >= '2' && luhn(d[:10]) {
			r.organisationFound(g.start, g.end, check.Likely)
		}
	}
}

package personaldata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// group is a run of digits in a cluster, or the letter and three digits of an interim number.
type group struct {
	start, end int    // bytes of the folded text
	from, to   int    // digits of the cluster
	sep        string // what stands before it in the cluster
}

func (g group) size() int { return g.to - g.from }

// cluster is digits that may belong together: groups with only blanks and signs between.
type cluster struct {
	groups []group
	digits []byte
	letter int  // which digit was a letter, -1 for none
	odd    bool // a letter stood for a digit: O for 0
	plus   bool // a plus sign stands before it
}

const separators = " -+./_,\n\\|'()"

// longest is the most digits a cluster holds. A longer row is a table, and is read as several clusters.
const longest = 400

// each calls f for every cluster of the folded text.
func (r *reader) each(f func(*cluster)) {
	c := &cluster{}
	for i := 0; i < len(r.s); {
		if !isDigit(r.s[i]) {
			i++
			continue
		}
		c.groups, c.digits, c.letter, c.odd = c.groups[:0], c.digits[:0], -1, false
		c.plus = i > 0 && r.s[i-1] == '+'
		i = c.read(r.s, i)
		f(c)
	}
}

// read reads a cluster from its first digit and returns the byte after it.
func (c *cluster) read(s string, i int) int {
	sep := i
	for {
		i = c.group(s, sep, i)
		sep = i
		next := skip(s, i)
		if last := c.groups[len(c.groups)-1].size(); (last == 6 || last == 8) && !digitAt(s, next) {
			next = oddJoint(s, next)
		}
		if next < len(s) && len(c.digits) < longest && (isDigit(s[next]) || c.letter < 0 && interim(s, next)) {
			i = next
			continue
		}
		return i
	}
}

// group reads one group, that begins at i.
func (c *cluster) group(s string, sep, i int) int {
	g := group{start: i, from: len(c.digits), sep: s[sep:i]}
	if !isDigit(s[i]) {
		c.letter = len(c.digits)
		c.digits = append(c.digits, '1')
		i++
	}
	for i < len(s) {
		d, odd := digitOf(s, i)
		if d == 0 {
			break
		}
		c.odd = c.odd || odd
		c.digits = append(c.digits, d)
		i++
	}
	g.end, g.to = i, len(c.digits)
	c.groups = append(c.groups, g)
	return i
}

// digitOf reads a digit, or a letter that stands between two digits and looks like one.
func digitOf(s string, i int) (d byte, odd bool) {
	if isDigit(s[i]) {
		return s[i], false
	}
	if !digitAt(s, i-1) || !digitAt(s, i+1) {
		return 0, false
	}
	switch s[i] {
	case 'O', 'o':
		return '0', true
	case 'l', 'I':
		return '1', true
	}
	return 0, false
}

// oddJoint returns the byte after signs that seldom stand in a number, when a date may stand before them and exactly four
// digits follow: 850709:9805, 850709 ♥ 9805, also with an empty line between. Elsewhere such a sign ends the cluster, as in a statute or a clock time.
func oddJoint(s string, i int) int {
	j := target(s, i)
	for from := j; j < len(s) && j-from < widest; {
		c, size := utf8.DecodeRuneInString(s[j:])
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			break
		}
		j += size
	}
	if digits(s, j, 4) == j+4 {
		return j
	}
	return i
}

// target returns the byte after the address of a Markdown link whose text ends at i: "](https://example.se)"; i when there is none.
func target(s string, i int) int {
	if i+1 >= len(s) || s[i] != ']' || s[i+1] != '(' {
		return i
	}
	end := strings.IndexAny(s[i:min(len(s), i+160)], ")\n ")
	if end < 0 || s[i+end] != ')' {
		return i
	}
	return i + end + 1
}

// skip returns the byte after the separators that begin at i: at most eight, and at most one line break.
func skip(s string, i int) int {
	j := i
	for j < len(s) && j-i < 8 && strings.IndexByte(separators, s[j]) >= 0 {
		j++
	}
	if strings.Count(s[i:j], "\n") > 1 {
		return i
	}
	return j
}

// interim reports whether a letter and exactly three digits stand at i, as in the last four of an interim number.
func interim(s string, i int) bool {
	return i+3 < len(s) && strings.IndexByte("TRSUWXJKLMNtrsuwxjklmn", s[i]) >= 0 &&
		isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && !wordAt(s, i+4)
}

// shape returns the sizes of groups [a, b) as a key: "64" for six and four. A group of ten or more is a colon on.
func (c *cluster) shape(a, b int) string {
	var key [16]byte
	n := 0
	for _, g := range c.groups[a:b] {
		if n == len(key) {
			break
		}
		key[n] = byte('0' + g.size())
		n++
	}
	return string(key[:n])
}

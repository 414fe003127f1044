// Package fold makes a text plain for the scanners that look for numbers and addresses, and remembers where every byte came
// from. People write identity numbers with spaces, with any of twenty dashes, with invisible characters pasted from a table,
// in full-width or Arabic digits, with markup in the middle. After folding there is one kind of digit, one dash, one space.
// Nothing is lost: a finding is reported where it stands in the text that was given.
package fold

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tilltal/check"
	"tilltal/check/prose"
)

// View is a folded text with the way back. Its Text has ASCII digits, "-" for every dash, " " for every blank but the line
// break, composed letters, and no invisible characters, tags or emphasis marks.
type View struct {
	Text string
	raw  string
	from []int32 // for each byte of Text: where its source begins in the original; nil when Text is the original
	to   []int32 // and where it ends
}

// Fold folds a text. It is linear in the length of the text.
func Fold(raw string) *View {
	if clean(raw) {
		return &View{Text: raw, raw: raw}
	}
	b := builder{raw: raw, out: make([]byte, 0, len(raw)), from: make([]int32, 0, len(raw)), to: make([]int32, 0, len(raw))}
	for b.at < len(raw) {
		b.step()
	}
	return &View{Text: string(b.out), raw: raw, from: b.from, to: b.to}
}

// Origin returns the stretch of the original that the bytes [from, to) of Text came from. Both ends are character borders.
func (v *View) Origin(from, to int) check.Span {
	if from >= to {
		return check.Span{}
	}
	if v.from == nil {
		return check.Span{Start: from, End: to}
	}
	return check.Span{Start: int(v.from[from]), End: int(v.to[to-1])}
}

// Place returns where in Text the original byte at stands, or where the next byte that was kept does.
func (v *View) Place(at int) int {
	if v.from == nil {
		return min(at, len(v.Text))
	}
	return sort.Search(len(v.to), func(i int) bool { return int(v.to[i]) > at })
}

// clean reports whether folding would change nothing: plain ASCII and Swedish letters without marks that fold away.
func clean(raw string) bool {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '<', c == '&', c == '%', c == '*', c == '`', c == '~', c == '[', c == '\\', c < ' ' && c != '\n', c == 0x7f:
			return false
		case c == '=' && quoted(raw, i):
			return false
		case c < utf8.RuneSelf:
		case c == 0xC3 && i+1 < len(raw) && raw[i+1] >= 0x80 && raw[i+1] <= 0xBF && !markNext(raw, i+2) && !crossed(raw, i):
			i++
		default:
			return false
		}
	}
	return true
}

// crossed reports whether the letter of two bytes at i is an O with something to it, beside a digit: it may stand for a nought.
func crossed(raw string, i int) bool {
	if !ring(raw[i+1]) {
		return false
	}
	return i > 0 && figure(raw[i-1]) || i+2 < len(raw) && figure(raw[i+2]) || i+3 < len(raw) && raw[i+2] == 0xC3 && ring(raw[i+3])
}

func ring(c byte) bool { return c == 0x98 || c == 0xB8 || c == 0x96 || c == 0xB6 } // after 0xC3: Ø ø Ö ö

func markNext(raw string, i int) bool { return i < len(raw) && raw[i] >= 0xCC }

type builder struct {
	raw      string
	at       int
	out      []byte
	from, to []int32
	whole    []byte // one character, composed
}

func (b *builder) put(s string, from, to int) {
	for i := 0; i < len(s); i++ {
		b.out = append(b.out, s[i])
		b.from = append(b.from, int32(from))
		b.to = append(b.to, int32(to))
	}
}

func (b *builder) step() {
	i, raw := b.at, b.raw
	c := raw[i]
	switch {
	case c == '<':
		b.at += 1 + tag(raw[i+1:])
		if b.at == i+1 {
			b.put("<", i, i+1)
		}
	case c == '&':
		b.entity()
	case c == '%', c == '=' && quoted(raw, i):
		b.percent()
	case c == '[':
		b.at += max(1, forumTag(raw[i+1:]))
		if b.at == i+1 {
			b.put("[", i, i+1)
		}
	case c == '\\':
		b.escape()
	case c == '*' || c == '`' || c == '~' || c == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
		b.at++
	case c < utf8.RuneSelf && !markNext(raw, i+1):
		b.put(blank(c, raw[i:i+1]), i, i+1)
		b.at++
	default:
		b.segment()
	}
}

func blank(c byte, s string) string {
	switch {
	case c == '\n' || c >= ' ' && c < 0x7f:
		return s
	case c == '\r':
		return "\n"
	case c == 0x7f:
		return ""
	}
	return " " // a tab, or a sign that steers a machine
}

// segment folds one character with the marks that belong to it.
func (b *builder) segment() {
	i := b.at
	if r, size := utf8.DecodeRuneInString(b.raw[i:]); r == utf8.RuneError && size == 1 {
		b.put("?", i, i+1)
		b.at++
		return
	}
	n := norm.NFKC.NextBoundaryInString(b.raw[i:], true)
	if n <= 0 {
		n = 1
	}
	b.at += n
	if d := b.numeral(i, n); d != 0 {
		b.put(string(d), i, i+n)
		return
	}
	s := b.raw[i : i+n]
	if norm.NFKC.QuickSpanString(s) < n {
		if b.whole = norm.NFKC.AppendString(b.whole[:0], s); len(b.whole) <= 6*n {
			s = string(b.whole) // a longer one is a whole greeting in one character, and no number
		}
	}
	b.plain(s, i, i+n)
}

// plain puts what a character is plainly.
func (b *builder) plain(s string, from, to int) {
	for _, r := range s {
		if r == utf8.RuneError {
			r = '?'
		}
		if r = Rune(r); r < 0 {
			continue
		}
		b.out = utf8.AppendRune(b.out, r)
		for len(b.from) < len(b.out) {
			b.from, b.to = append(b.from, int32(from)), append(b.to, int32(to))
		}
	}
}

// Rune folds one character that has passed NFKC; it is negative for a character that does not show.
func Rune(r rune) rune {
	switch {
	case r == '\n' || r >= ' ' && r < 0x7f:
		return r
	case r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85:
		return '\n'
	case prose.Invisible(r) || r == 0x20E3 || r == 0x7f || r == 0xFFFC || unicode.Is(unicode.Cf, r):
		return -1
	case r < ' ' || unicode.IsSpace(r) || r == 0x2800 || r == 0x3164 || r == 0x115F || r == 0x1160:
		return ' '
	case isDash(r):
		return '-'
	case unicode.Is(unicode.Nd, r):
		return digit(r)
	}
	if l, ok := alike[r]; ok {
		return l
	}
	if n := dingbat(r); n > 0 {
		return n
	}
	switch {
	case unicode.IsMark(r):
		return -1
	case r > 0xBF && !unicode.IsLetter(r), r > 0x7f && unicode.IsPunct(r):
		return Sign
	}
	return r
}

// Sign stands for every picture and sign that has no better place: it is no letter, no digit, and nothing that joins them.
const Sign = 0x1a

// isDash reports whether a character is a line lying down, as people write one between digits: a dash in any script, a minus, a
// tilde, a stroke of a table.
func isDash(r rune) bool {
	switch {
	case r == '~', r == 0x00AC, r == 0x00AF, r >= 0x02C9 && r <= 0x02CD && r != 0x02CA && r != 0x02CB, r == 0x02D7, r == 0x06D4, r == 0x1427, r == 0x1428, r == 0x2043, r == 0x2053,
		r == 0x2212, r == 0x223C, r == 0x223D, r == 0x2248, r == 0x23AF, r >= 0x23BA && r <= 0x23BD, r == 0x23E4, r == 0x2796, r == 0x2CBA, r == 0x30FC, r == 0x3161, r == 0x31D0, r == 0x4E00, r == 0x10191:
		return true
	case r >= 0x2500 && r <= 0x257F:
		return strings.ContainsRune("─━┄┅┈┉╌╍╴╶╸╺╼╾═", r)
	}
	return unicode.Is(unicode.Pd, r)
}

// digit returns the ASCII digit of a decimal digit in any script. Unicode keeps each script's ten digits in order, and no
// range of the table begins anywhere but at a zero.
func digit(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

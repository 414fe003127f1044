// Package fold makes a text plain for the scanners that look for numbers and addresses, and remembers where every byte came
// from. People write identity numbers with spaces, with any of twenty dashes, with invisible characters pasted from a table,
// in full-width or Arabic digits, with markup in the middle. After folding there is one kind of digit, one dash, one space.
// Nothing is lost: a finding is reported where it stands in the text that was given.
package fold

import (
	"html"
	"sort"
	"strconv"
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

// Raw returns the original between two bytes of Text.
func (v *View) Raw(from, to int) string {
	s := v.Origin(from, to)
	return v.raw[s.Start:s.End]
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
		case c == '<', c == '&', c == '%', c == '*', c == '`', c == '~', c == '\r', c == '\t', c == '\v', c == '\f', c == 0x7f:
			return false
		case c < utf8.RuneSelf:
		case c == 0xC3 && i+1 < len(raw) && raw[i+1] >= 0x80 && raw[i+1] <= 0xBF && !markNext(raw, i+2):
			i++
		default:
			return false
		}
	}
	return true
}

func markNext(raw string, i int) bool { return i < len(raw) && raw[i] >= 0xCC }

type builder struct {
	raw      string
	at       int
	out      []byte
	from, to []int32
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
	case c == '%':
		b.percent()
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
	switch c {
	case '\t', '\v', '\f':
		return " "
	case '\r':
		return "\n"
	case 0x7f:
		return ""
	}
	return s
}

// tag returns the length of the tag whose "<" has just passed: at most 64 bytes on one line, and beginning as tags do.
func tag(rest string) int {
	if rest == "" || !(rest[0] == '/' || rest[0] == '!' || rest[0] >= 'a' && rest[0] <= 'z' || rest[0] >= 'A' && rest[0] <= 'Z') {
		return 0
	}
	for i := 0; i < len(rest) && i < 64; i++ {
		switch rest[i] {
		case '>':
			return i + 1
		case '<', '\n':
			return 0
		}
	}
	return 0
}

// entity decodes a character reference such as &nbsp; or &#8209;.
func (b *builder) entity() {
	i := b.at
	end := strings.IndexByte(b.raw[i:min(len(b.raw), i+12)], ';')
	if end > 1 {
		name := b.raw[i : i+end+1]
		if s := html.UnescapeString(name); s != name {
			b.put(plain(s), i, i+end+1)
			b.at += end + 1
			return
		}
	}
	b.put("&", i, i+1)
	b.at++
}

// percent decodes what addresses write for a digit or a sign between digits: %2D is a hyphen. Other escapes are let be.
func (b *builder) percent() {
	i := b.at
	if i+3 <= len(b.raw) {
		if n, err := strconv.ParseUint(b.raw[i+1:i+3], 16, 8); err == nil && strings.IndexByte(" -+./_0123456789", byte(n)) >= 0 {
			b.put(string(rune(n)), i, i+3)
			b.at += 3
			return
		}
	}
	b.put("%", i, i+1)
	b.at++
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
	b.put(plain(norm.NFKC.String(b.raw[i:i+n])), i, i+n)
}

func plain(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r == utf8.RuneError {
			out.WriteByte('?')
			continue
		}
		if r = Rune(r); r >= 0 {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Rune folds one character that has passed NFKC; it is negative for a character that does not show.
func Rune(r rune) rune {
	switch {
	case r == '\n' || r >= ' ' && r < 0x7f:
		return r
	case r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85:
		return '\n'
	case prose.Invisible(r) || r == 0x20E3 || r == 0x7f:
		return -1
	case unicode.IsSpace(r) || r == 0x2800 || r == 0x3164 || r == 0x115F || r == 0x1160:
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
	if unicode.IsMark(r) {
		return -1
	}
	return r
}

func isDash(r rune) bool {
	switch r {
	case 0x2212, 0x2043, 0x02D7, 0x06D4, 0x2796, 0x30FC, 0x2500, 0x2501, 0x00AF, 0x02C9, 0x23AF, 0x2CBA, 0x1428, 0x4E00:
		return true
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

// dingbat returns the digit in a circle that NFKC leaves alone, and 0 for other characters.
func dingbat(r rune) rune {
	switch {
	case r == 0x24FF || r == 0x1F10B || r == 0x1F10C:
		return '0'
	case r >= 0x2776 && r <= 0x277E:
		return '1' + r - 0x2776
	case r >= 0x2780 && r <= 0x2788:
		return '1' + r - 0x2780
	case r >= 0x278A && r <= 0x2792:
		return '1' + r - 0x278A
	case r >= 0x24F5 && r <= 0x24FD:
		return '1' + r - 0x24F5
	}
	return 0
}

// alike maps letters and signs that look like others: Cyrillic and Greek letters dressed as Latin, and heavy or odd signs.
var alike = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'Ѕ': 'S', 'Ј': 'J', 'І': 'I',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'ѕ': 's', 'ј': 'j', 'і': 'i', 'ո': 'n', 'ռ': 'n',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	'ο': 'o', 'ι': 'i', '➕': '+', '✚': '+', '᛫': '.', '·': '.', '•': '.', '∙': '.', '⋅': '.', '․': '.', '⁄': '/', '∕': '/', '⧸': '/', '＿': '_',
	'ǀ': '|', '→': '>', '➡': '>', '⇒': '>', '›': '>', '»': '>', '➔': '>', 'ı': 'i', '′': '\'', '″': '"', '¶': '|', '’': '\'', '”': '"', '‚': ',', '，': ',', '。': '.',
}

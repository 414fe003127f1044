package fold

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What machines write around digits and between them: tags, character references, escapes. None of it shows to the reader.

// tag returns the length of the tag whose "<" has just passed: at most 64 bytes on one line, and beginning as tags do. A tag that
// holds a long number is read like any text.
func tag(rest string) int {
	if rest == "" || !(rest[0] == '/' || rest[0] == '!' || rest[0] >= 'a' && rest[0] <= 'z' || rest[0] >= 'A' && rest[0] <= 'Z') {
		return 0
	}
	figures := 0
	for i := 0; i < len(rest) && i < 64; i++ {
		switch c := rest[i]; {
		case c == '>':
			return i + 1
		case c == '<' || c == '\n' || c == '@': // an address in angle brackets is no tag
			return 0
		case c >= '0' && c <= '9':
			if figures++; figures >= 10 {
				return 0
			}
		}
	}
	return 0
}

// forumTag returns the length of a tag of the kind that forums use, from its "[": [b], [/b], [color=red]. 0 when there is none.
func forumTag(rest string) int {
	end := strings.IndexByte(rest[:min(len(rest), 24)], ']')
	if end < 1 {
		return 0
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(rest[:end]), "/"), "=")
	switch name {
	case "b", "i", "u", "s", "color", "size", "font", "center", "quote", "code", "url", "email", "spoiler":
		return end + 2
	}
	return 0
}

// entity decodes a character reference such as &nbsp; or &#8209;, also one that was escaped once more: &amp;nbsp;.
func (b *builder) entity() {
	i := b.at
	from := i + 1
	for strings.HasPrefix(b.raw[from:], "amp;") && from-i < 12 {
		from += 4
	}
	rest := b.raw[from:min(len(b.raw), from+11)]
	if end := strings.IndexByte(rest, ';'); end > 0 {
		name := "&" + rest[:end+1]
		if s := html.UnescapeString(name); s != name {
			b.plain(s, i, from+end+1)
			b.at = from + end + 1
			return
		}
	}
	if from > i+1 {
		b.put("&", i, from) // "&amp;" and no more
		b.at = from
		return
	}
	for _, name := range []string{"nbsp", "shy"} { // the two that are found without their semicolon
		if strings.HasPrefix(rest, name) && !strings.HasPrefix(rest, name+"a") {
			b.plain(html.UnescapeString("&"+name+";"), i, from+len(name))
			b.at = from + len(name)
			return
		}
	}
	b.put("&", i, i+1)
	b.at++
}

// percent decodes what addresses write for a digit or a sign between digits: %2D is a hyphen, %E2%80%93 a dash. Other escapes are
// let be.
func (b *builder) percent() {
	i := b.at
	first, ok := b.octet(i)
	switch {
	case !ok:
	case first < utf8.RuneSelf && strings.IndexByte(" -+./_0123456789", first) >= 0:
		b.put(string(rune(first)), i, i+3)
		b.at += 3
		return
	case first >= 0xC2:
		octets := []byte{first}
		for c, more := b.octet(i + 3*len(octets)); more && c >= 0x80 && c < 0xC0 && len(octets) < utf8.UTFMax; c, more = b.octet(i + 3*len(octets)) {
			octets = append(octets, c)
		}
		if r, size := utf8.DecodeRune(octets); r != utf8.RuneError && size == len(octets) {
			b.plain(string(r), i, i+3*size)
			b.at += 3 * size
			return
		}
	}
	b.put(b.raw[i:i+1], i, i+1)
	b.at++
}

// quoted reports whether an "=" begins what e-mail writes for a sign between two digits: =2D, =C2=A0, or a line that it broke.
func quoted(raw string, i int) bool {
	if i == 0 || !figure(raw[i-1]) || i+3 >= len(raw) {
		return false
	}
	code := raw[i+1 : i+3]
	return code == "2D" || code == "20" || code == "C2" || code == "E2"
}

// octet reads %XX, or =XX as e-mail has it, at a byte of the original.
func (b *builder) octet(i int) (byte, bool) {
	if i+3 > len(b.raw) || b.raw[i] != '%' && b.raw[i] != '=' {
		return 0, false
	}
	n, err := strconv.ParseUint(b.raw[i+1:i+3], 16, 8)
	return byte(n), err == nil
}

// escape decodes what programs write for a sign: \u2013, and \n or \t between two digits.
func (b *builder) escape() {
	i, raw := b.at, b.raw
	if i+6 <= len(raw) && raw[i+1] == 'u' {
		if n, err := strconv.ParseUint(raw[i+2:i+6], 16, 16); err == nil && utf8.ValidRune(rune(n)) {
			b.plain(string(rune(n)), i, i+6)
			b.at += 6
			return
		}
	}
	if i+2 < len(raw) && strings.IndexByte("nrt", raw[i+1]) >= 0 && figure(raw[i+2]) && i > 0 && figure(raw[i-1]) {
		b.put(" ", i, i+2)
		b.at += 2
		return
	}
	b.put("\\", i, i+1)
	b.at++
}

func figure(c byte) bool { return c >= '0' && c <= '9' }

package fold

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What machines write around digits and between them: tags, character references, escapes. None of it shows to the reader.

// tag returns the length of the tag whose "<" has just passed: a name, and attributes with their values, or none. A tag that holds a
// long number or an address is read like any text, and so is what only looks like a tag.
func tag(rest string) int {
	if strings.HasPrefix(rest, "!") || strings.HasPrefix(rest, "?") {
		return closed(rest)
	}
	name := strings.TrimPrefix(rest, "/")
	end := 0
	for end < len(name) && end < 40 && named(name[end]) {
		end++
	}
	if end == 0 || figure(name[0]) || end == len(name) || strings.IndexByte("> /\n\t\r", name[end]) < 0 {
		return 0
	}
	n := closed(rest)
	if attributes := strings.TrimSpace(name[end:max(end, n-1-(len(rest)-len(name)))]); n > 0 && attributes != "" && attributes != "/" && !strings.Contains(attributes, "=") && !elements[strings.ToLower(name[:end])] {
		return 0 // "<ABC 123>"
	}
	return n
}

func named(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || figure(c) || c == '-' || c == ':' || c == '_' || c >= utf8.RuneSelf
}

// elements are those of HTML that stand with bare attributes, or with what is left of some.
var elements = map[string]bool{"b": true, "i": true, "u": true, "s": true, "a": true, "p": true, "br": true, "hr": true, "td": true, "th": true, "tr": true, "em": true, "font": true, "span": true, "div": true, "strong": true, "input": true, "li": true, "table": true}

// longestTag is as far as a tag is read for its end.
const longestTag = 600

// closed returns the byte after the ">" that ends a tag; 0 when it does not end, or holds what must be read.
func closed(rest string) int {
	figures := 0
	for i := 0; i < len(rest) && i < longestTag; i++ {
		switch c := rest[i]; {
		case c == '>':
			return i + 1
		case c == '<' || c == '@': // an address in angle brackets is no tag
			return 0
		case figure(c):
			if figures++; figures >= 10 {
				return 0
			}
		case strings.IndexByte(" -+./_,\t\n", c) < 0:
			figures = 0
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

// longestName is as far as the name of a character is read for its semicolon.
const longestName = 33

// entity decodes a character reference such as &nbsp; or &#8209;, also one that was escaped once more: &amp;nbsp;.
func (b *builder) entity() {
	i := b.at
	from := i + 1
	for strings.HasPrefix(b.raw[from:], "amp;") && from-i < 12 {
		from += 4
	}
	rest := b.raw[from:min(len(b.raw), from+longestName)]
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
	if first == '%' && ok && i+5 <= len(b.raw) && b.raw[i] == '%' { // escaped twice
		if inner, err := strconv.ParseUint(b.raw[i+3:i+5], 16, 8); err == nil && plainly(byte(inner)) {
			b.put(blank(byte(inner), string(rune(inner))), i, i+5)
			b.at += 5
			return
		}
	}
	switch {
	case !ok:
	case plainly(first):
		b.put(blank(first, string(rune(first))), i, i+3)
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

// plainly reports whether a byte is a digit, or a sign that people and programs put between digits.
func plainly(c byte) bool { return strings.IndexByte(" -+./_0123456789|:,;=\t\n\r", c) >= 0 }

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

// escape decodes what programs write for a sign: \u2013, \u{2013}, \x2d, and \n or \t between two digits.
func (b *builder) escape() {
	i, raw := b.at, b.raw
	if r, n := escaped(raw[i:]); n > 0 {
		b.plain(string(r), i, i+n)
		b.at += n
		return
	}
	end := i
	for end+1 < len(raw) && end-i < 8 && raw[end] == '\\' && strings.IndexByte("nrt", raw[end+1]) >= 0 {
		end += 2
	}
	if end > i && end < len(raw) && figure(raw[end]) && i > 0 && figure(raw[i-1]) {
		b.put(" ", i, end)
		b.at = end
		return
	}
	b.put("\\", i, i+1)
	b.at++
}

// escaped reads the code of a character after a backslash, and returns how many bytes it took; 0 when there is none.
func escaped(s string) (r rune, n int) {
	code := ""
	switch {
	case strings.HasPrefix(s, "\\u{"):
		code, _, _ = strings.Cut(s[3:min(len(s), 11)], "}")
		n = len(code) + 4
	case strings.HasPrefix(s, "\\u") && len(s) >= 6:
		code, n = s[2:6], 6
	case strings.HasPrefix(s, "\\U") && len(s) >= 10:
		code, n = s[2:10], 10
	case strings.HasPrefix(s, "\\x") && len(s) >= 4:
		code, n = s[2:4], 4
	}
	c, err := strconv.ParseUint(code, 16, 32)
	if err != nil || n > len(s) || c > unicode.MaxRune || !utf8.ValidRune(rune(c)) {
		return 0, 0
	}
	return rune(c), n
}

func figure(c byte) bool { return c >= '0' && c <= '9' }

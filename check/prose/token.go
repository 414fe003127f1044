package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token finds the token that begins at i. It returns i itself when nothing does.
func token(raw string, i int) (end int, kind Kind) {
	switch raw[i] {
	case '#', '@':
		if end := run(raw, i+1, tagRune); end > i+1 {
			if raw[i] == '#' {
				return end, Tag
			}
			return handle(raw, end), Handle
		}
		return i, Plain
	case 'h', 'H', 'w', 'W':
		if web(raw[i:]) {
			return linkEnd(raw, i), Link
		}
	}
	r, size := utf8.DecodeRuneInString(raw[i:])
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return i, Plain
	}
	kind = Plain
	if unicode.IsDigit(r) {
		kind = Number
	}
	end = inner(raw, i, i+size)
	if end < len(raw) && raw[end] == '@' {
		if stop := run(raw, end+1, hostRune); stop > end+1 && strings.Contains(raw[end+1:stop], ".") {
			return i + len(strings.TrimRight(raw[i:stop], ".-")), Mail
		}
	}
	if kind == Plain && (domain(raw[i:end]) || end < len(raw) && raw[end] == '/' && strings.Contains(raw[i:end], ".") && domain(raw[i:end])) {
		return linkEnd(raw, i), Link
	}
	return end, kind
}

// inner continues a word: letters, digits and marks, and a hyphen, apostrophe, colon, point or underscore that stands
// between two of them. A point joins only abbreviations (t.ex), addresses (kommun.se) and numbers.
func inner(raw string, start, end int) int {
	for end < len(raw) {
		if c := raw[end] | 0x20; c >= 'a' && c <= 'z' {
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(raw[end:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || Invisible(r):
			end += size
		case strings.ContainsRune("-‐‑'’:._", r) && follows(raw, end+size):
			end += size
		default:
			return end
		}
	}
	return end
}

func follows(raw string, i int) bool {
	if i >= len(raw) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(raw[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func run(raw string, i int, ok func(rune) bool) int {
	for i < len(raw) {
		r, size := utf8.DecodeRuneInString(raw[i:])
		if !ok(r) {
			break
		}
		i += size
	}
	return i
}

func tagRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func hostRune(r rune) bool {
	return r == '-' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// handle takes the server of a fediverse name along: @polisen@social.example.
func handle(raw string, end int) int {
	if end < len(raw) && raw[end] == '@' {
		if stop := run(raw, end+1, hostRune); stop > end+1 {
			return end + len(strings.TrimRight(raw[end:stop], ".-"))
		}
	}
	return end
}

func web(s string) bool {
	if len(s) > 12 {
		s = s[:12]
	}
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
}

// linkEnd finds the end of an address: at blank space, at a bracket or quotation mark, and before the marks of the sentence.
func linkEnd(raw string, i int) int {
	end := run(raw, i, func(r rune) bool {
		return r > ' ' && !unicode.IsSpace(r) && !strings.ContainsRune("<>\"'”“»«()[]{}|\\^`", r) && r != utf8.RuneError
	})
	return i + len(strings.TrimRight(raw[i:end], ".,;:!?…*_"))
}

var tops = map[string]bool{"se": true, "nu": true, "com": true, "org": true, "net": true, "eu": true, "info": true, "ly": true, "gov": true, "gl": true}

// domain reports whether a word is the name of a site: kommun.se. One capital after the point is a missing space, not a site.
func domain(s string) bool {
	at := strings.LastIndexByte(s, '.')
	return at > 1 && tops[s[at+1:]]
}

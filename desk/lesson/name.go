package lesson

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// holds reports whether a name stands in a text as words of its own, with its capital letters: "Lars" in "Lars skrev" and in
// "Lars text", not in "Larsson". A genitive counts: "Amina" in "Aminas".
func holds(text, name string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(name)
		if !letterBefore(text[:start]) && !letterAfter(text[end:]) {
			return true
		}
		from = end
	}
}

func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && unicode.IsLetter(r)
}

func letterAfter(s string) bool {
	if rest, ok := strings.CutPrefix(s, "s"); ok { // the genitive
		s = rest
	}
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && unicode.IsLetter(r)
}

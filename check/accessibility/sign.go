package accessibility

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

const mostEmoji = 3

// emojis notes too many pictures, pictures as bullets, and pictures in the middle of a sentence, where they may stand for a
// word.
func emojis(notes *check.Notes, t *prose.Text) {
	count, bullets := 0, 0
	for at, rest := 0, t.Raw; rest != ""; {
		if ascii(rest) {
			at, rest = at+1, rest[1:]
			continue
		}
		c, next := prose.Cluster(rest)
		if prose.Emoji(c) {
			place := check.Span{Start: at, End: at + len(c)}
			if count++; count == mostEmoji+1 {
				notes.Point(ruleEmoji, place, check.Likely, lingo.T("Inlägget har fler än %d emojier. Alla läses upp.", "The post has more than %d emoji. All of them are read aloud.").Put(mostEmoji),
					lingo.T("Behåll dem som betyder något.", "Keep those that mean something."))
			}
			if lineStart(t.Raw, at) && strings.TrimSpace(firstLine(next)) != "" {
				if bullets++; bullets == 2 {
					notes.Point(ruleEmoji, place, check.Possible, lingo.T("Emojier används som punkter i en lista.", "Emoji are used as bullets."),
						lingo.T("Använd bindestreck i stället. Annars läses emojin upp före varje punkt.", "Use hyphens instead. Otherwise the emoji is read before each point.")).Instead = "-"
				}
			} else if between(t.Raw[:at], next) {
				notes.Point(ruleEmoji, place, check.Possible, lingo.T("En emoji mitt i en mening kan stå för ett ord.", "An emoji in the middle of a sentence may stand for a word."),
					lingo.T("Går meningen att förstå utan den? Flytta den annars sist och skriv ordet.", "Can the sentence be understood without it? Otherwise move it last and write the word."))
			}
		}
		at, rest = at+len(c), next
	}
}

func ascii(s string) bool { return s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) }

func lineStart(s string, at int) bool {
	line := s[strings.LastIndexByte(s[max(0, at-8):at], '\n')+1+max(0, at-8) : at]
	return strings.TrimSpace(line) == "" && (at < 8 || strings.Contains(s[max(0, at-8):at], "\n"))
}

func firstLine(s string) string {
	if len(s) > 80 {
		s = s[:80]
	}
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// between reports whether small letters stand on both sides, so that the sentence goes on.
func between(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(firstLine(after), " "))
	return unicode.IsLetter(last) && unicode.IsLower(next)
}

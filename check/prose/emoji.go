package prose

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Cluster returns the first character as a reader sees it (a grapheme cluster) and the rest of the text. A letter with its
// marks is one, and so is a family of four in one emoji.
func Cluster(s string) (first, rest string) {
	if s == "" {
		return "", ""
	}
	if s[0] < utf8.RuneSelf && s[0] != '\r' && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return s[:1], s[1:]
	}
	if s[0] == 0xC3 && len(s) > 1 && (len(s) == 2 || s[2] < utf8.RuneSelf || s[2] == 0xC3) && !utf8.RuneStart(s[1]) {
		return s[:2], s[2:] // å, ä, ö and their like
	}
	first, rest, _, _ = uniseg.FirstGraphemeClusterInString(s, -1)
	return first, rest
}

// Emoji reports whether a grapheme cluster shows as a picture. Signs that are text unless asked to be pictures (such as the
// copyright sign) count only when asked.
func Emoji(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	if first < 0xA9 && !(first == '#' || first == '*' || first >= '0' && first <= '9') {
		return false
	}
	if pictured(first) {
		return true
	}
	for _, r := range cluster[min(size, len(cluster)):] {
		if r == 0xFE0F && (first >= 0x2000 || first == 0xA9 || first == 0xAE) || r == 0x20E3 {
			return true
		}
	}
	return false
}

// pictured reports whether a character is a picture by default (Unicode's Emoji_Presentation, as ranges).
func pictured(r rune) bool {
	switch {
	case r >= 0x1F1E6 && r <= 0x1F1FF, r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F680 && r <= 0x1F6FF, r >= 0x1F7E0 && r <= 0x1F7EB,
		r >= 0x1F90C && r <= 0x1F9FF, r >= 0x1FA70 && r <= 0x1FAFF, r >= 0x1F191 && r <= 0x1F19A:
		return true
	case r < 0x231A || r > 0x2B55:
		return r == 0x1F004 || r == 0x1F0CF || r == 0x1F18E
	}
	for _, p := range pictures {
		if r >= p[0] && r <= p[1] {
			return true
		}
	}
	return false
}

var pictures = [][2]rune{
	{0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x23F0, 0x23F0}, {0x23F3, 0x23F3}, {0x25FD, 0x25FE}, {0x2614, 0x2615}, {0x2648, 0x2653},
	{0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1}, {0x26AA, 0x26AB}, {0x26BD, 0x26BE}, {0x26C4, 0x26C5}, {0x26CE, 0x26CE},
	{0x26D4, 0x26D4}, {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5}, {0x26FA, 0x26FA}, {0x26FD, 0x26FD}, {0x2705, 0x2705},
	{0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E}, {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797},
	{0x27B0, 0x27B0}, {0x27BF, 0x27BF}, {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55},
}

package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	case r >= 0x1369 && r <= 0x1371: // Ethiopic
		return '1' + r - 0x1369
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

// numeral reads the character of n bytes at i as a figure when its neighbours say that it is one: a Chinese numeral beside another
// (alone, the one is a dash), a ring or a crossed O beside a digit. The O is returned as the letter, for it is one that stands for
// a figure. 0 is any other character.
func (b *builder) numeral(i, n int) byte {
	r, size := utf8.DecodeRuneInString(b.raw[i : i+n])
	before, _ := utf8.DecodeLastRuneInString(b.raw[:i])
	after, _ := utf8.DecodeRuneInString(b.raw[i+n:])
	switch {
	case size != n:
		return 0
	case r >= utf8.RuneSelf && unicode.Is(unicode.No, r) && footnote(r) && before < utf8.RuneSelf && unicode.IsDigit(before) && !unicode.In(after, unicode.Nd, unicode.No):
		return Sign
	case chinese(r) >= 0 && (chinese(before) >= 0 || chinese(after) >= 0):
		return '0' + byte(chinese(r))
	case strings.ContainsRune(rings, r) && (unicode.IsDigit(before) || unicode.IsDigit(after) || strings.ContainsRune(rings, before) || strings.ContainsRune(rings, after)):
		return 'O'
	}
	return 0
}

// footnote reports whether a character is a raised digit: one by itself after plain digits is a note, or a power.
func footnote(r rune) bool {
	return r == 0xB9 || r == 0xB2 || r == 0xB3 || r == 0x2070 || r >= 0x2074 && r <= 0x2079
}

// rings are what people draw for a nought.
const rings = "ØøÖö∅⌀○◯⭕⊘⦰"

// chinese returns the value of a Chinese numeral, also as written in Hangzhou; -1 for other characters.
func chinese(r rune) int {
	if r < 0x3000 || r > 0x9FFF {
		return -1
	}
	for i, set := range [...]string{"〇零", "一〡壹", "二〢貳贰", "三〣參叁", "四〤肆", "五〥伍", "六〦陸陆", "七〧柒", "八〨捌", "九〩玖"} {
		if strings.ContainsRune(set, r) {
			return i
		}
	}
	return -1
}

package checktest

import (
	"strings"

	"tilltal/check"
)

// Hostile returns texts that have made other programs fall: broken UTF-8, direction marks, marks upon marks, unfinished tags,
// very long words.
func Hostile() []string {
	return []string{
		" ", "\n", "\x00", "\xff\xfe", "å\xcc", "\u202e8505-907058\u202c", "\ufeff", "a\u0308\u0308\u0308",
		"Z" + strings.Repeat("\u0335\u0336\u0338", 50), "<script>alert(1)</script>", "<b", "&#", "&#x110000;", "&nbsp", "#", "##", "@", "@@", "@.", "a@b", "http://",
		"https://" + strings.Repeat("a", 5000), strings.Repeat("å", 3000), strings.Repeat("1", 3000), strings.Repeat("1 ", 1500),
		"850709-980", "850709-98055", "+46", "+", "SE", "SE45 5000", "AB", "ABC", "0", "19", "T 1-", "👨‍👩‍👧‍👦🏳️‍🌈👍🏽", "🇸", "🇸🇪🇸", "1️⃣",
		"\u0000Anna\u0000Svensson", "ANNA SVENSSON", "anna svensson", "A. B. C. D.", "................", "!!!!!!", "…", "\"", "”’", "-", "–", "— — —",
		"中文字", "العربية ١٩٨٥٠٧٠٩", "ไทย", "Ελληνικά", "Русский", "𝕳𝖊𝖏", "ﬁn", "İstanbul", "ẞ", "K", "\u2028\u2029\u0085", "a\r\nb\rc",
	}
}

// Worst returns short texts that are worst when repeated: many beginnings and no end.
func Worst() []string {
	return []string{
		"1", "1 ", "12 ", "850709-", "0701", "0701740605 ", "+46 ", "SE4550000000058398257466 ", "a", "å", "A ", "Anna ", "anna svensson ", "a@", "a.b@c.d ",
		"@a", "#a", "#A ", "<a ", "<", "&", "&a", "http://", "www.a ", "a.", "a. ", ".", "\n", "\n\n", "- ", "e\u0301", "\u0301", "\u200b", "👨‍👩‍👧‍👦", "🇸🇪", "\xff",
		"mannen ", "En berusad man greps. ", "Storgatan 1 ", "som att ", "AAA ", "ABC 123 ", "59.3293 ", "5000-K1-24 ", "(", ")", "*", "_", "a_", "inte o", "𝕳",
		"i Umeå ", "Volvo ", "A½O–", "<S=A\\B~", "ⒶA. B. C. D.", "S(", "född 9 ", "som, ",
	}
}

func hostileMedia(text string) []check.Media {
	return []check.Media{{}, {Kind: "image", Alt: text, Name: text}, {Kind: "video"}, {Kind: text, Decorative: true, Captions: true}}
}

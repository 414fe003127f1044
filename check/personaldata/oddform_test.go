package personaldata

import (
	"strings"
	"testing"
)

// odder are ways of writing that were thought of after the scanners were made, by somebody who tried to get past them.
var odder = map[string]func(n string) string{
	"hyphen U+2010":      func(n string) string { return n[2:8] + "\u2010" + n[8:] },
	"hyphen bullet":      func(n string) string { return n[2:8] + "⁃" + n[8:] },
	"heavy minus":        func(n string) string { return n[2:8] + "➖" + n[8:] },
	"tilde":              func(n string) string { return n[:8] + "~" + n[8:] },
	"arrow":              func(n string) string { return n[2:8] + "→" + n[8:] },
	"greater":            func(n string) string { return n[2:8] + ">" + n[8:] },
	"star":               func(n string) string { return n[2:8] + "*" + n[8:] },
	"bullet":             func(n string) string { return n[2:8] + "•" + n[8:] },
	"ellipsis":           func(n string) string { return n[2:8] + "…" + n[8:] },
	"three points":       func(n string) string { return n[2:8] + "..." + n[8:] },
	"comma":              func(n string) string { return n[2:8] + "," + n[8:] },
	"comma and blank":    func(n string) string { return n[:8] + ", " + n[8:] },
	"equals":             func(n string) string { return n[2:8] + "=" + n[8:] },
	"bar":                func(n string) string { return "|" + n[2:8] + "|" + n[8:] + "|" },
	"dash word":          func(n string) string { return n[2:8] + " streck " + n[8:] },
	"hyphen word":        func(n string) string { return n[2:8] + " bindestreck " + n[8:] },
	"minus word":         func(n string) string { return n[:8] + " minus " + n[8:] },
	"pairs with dashes":  func(n string) string { return n[2:8] + "-" + n[8:10] + "-" + n[10:] },
	"pairs at the end":   func(n string) string { return n[2:8] + " " + n[8:10] + " " + n[10:] },
	"threes":             func(n string) string { return n[2:5] + " " + n[5:8] + " " + n[8:] },
	"four three three":   func(n string) string { return n[2:6] + " " + n[6:9] + " " + n[9:] },
	"YY/MM/DD-NNNN":      func(n string) string { return n[2:4] + "/" + n[4:6] + "/" + n[6:8] + "-" + n[8:] },
	"YY.MM.DD.NNNN":      func(n string) string { return n[2:4] + "." + n[4:6] + "." + n[6:8] + "." + n[8:] },
	"YYYY MM DD - NN NN": func(n string) string { return n[:4] + " " + n[4:6] + " " + n[6:8] + " - " + n[8:10] + " " + n[10:] },
	"apostrophe":         func(n string) string { return "'" + n[2:4] + "-" + n[4:6] + "-" + n[6:8] + "-" + n[8:] },
	"Devanagari":         func(n string) string { return shift(n[2:8], '०') + "-" + shift(n[8:], '०') },
	"Bengali":            func(n string) string { return shift(n[:8], '০') + "-" + shift(n[8:], '০') },
	"Thai":               func(n string) string { return shift(n[2:8], '๐') + " " + shift(n[8:], '๐') },
	"Persian":            func(n string) string { return shift(n[2:8], '۰') + "-" + shift(n[8:], '۰') },
	"double-struck":      func(n string) string { return shift(n[2:8], '𝟘') + "-" + shift(n[8:], '𝟘') },
	"segments":           func(n string) string { return shift(n[2:8], '🯰') + "-" + shift(n[8:], '🯰') },
	"superscript": func(n string) string {
		return swap(n[2:8], "⁰¹²³⁴⁵⁶⁷⁸⁹") + "-" + swap(n[8:], "⁰¹²³⁴⁵⁶⁷⁸⁹")
	},
	"subscript": func(n string) string {
		return swap(n[2:8], "₀₁₂₃₄₅₆₇₈₉") + "₋" + swap(n[8:], "₀₁₂₃₄₅₆₇₈₉")
	},
	"dark circles": func(n string) string {
		return swap(n[2:8], "⓿❶❷❸❹❺❻❼❽❾") + "-" + swap(n[8:], "⓿❶❷❸❹❺❻❼❽❾")
	},
	"two kinds of digits":  func(n string) string { return n[2:8] + "-" + shift(n[8:], '０') },
	"invisible everywhere": func(n string) string { return spread(n[2:8]+"-"+n[8:], "\u200d") },
	"variation selectors":  func(n string) string { return spread(n[2:8], "\ufe0e") + "-" + spread(n[8:], "\ufe0e") },
	"underlined":           func(n string) string { return spread(n[2:8], "\u0332") + "-" + spread(n[8:], "\u0332") },
	"struck through":       func(n string) string { return spread(n[2:], "\u0336") },
	"byte order mark":      func(n string) string { return n[2:8] + "\ufeff-" + n[8:] },
	"nbsp entity":          func(n string) string { return n[2:8] + "&nbsp;" + n[8:] },
	"shy entity":           func(n string) string { return n[2:8] + "&shy;-" + n[8:] },
	"hex entity":           func(n string) string { return n[2:8] + "&#x2d;" + n[8:] },
	"ndash entity":         func(n string) string { return n[2:8] + "&ndash;" + n[8:] },
	"spans": func(n string) string {
		return "<span class=\"a\">" + n[:2] + "</span>" + n[2:8] + "-<i>" + n[8:] + "</i>"
	},
	"code":              func(n string) string { return "`" + n[2:8] + "`-`" + n[8:] + "`" },
	"underscores":       func(n string) string { return "__" + n[2:8] + "__-" + n[8:] },
	"struck markup":     func(n string) string { return "~~" + n[2:8] + "~~-" + n[8:] },
	"wbr":               func(n string) string { return n[2:8] + "<wbr>-<wbr/>" + n[8:] },
	"comment":           func(n string) string { return n[2:8] + "<!-- x -->-" + n[8:] },
	"table cells":       func(n string) string { return "<td>" + n[2:8] + "</td><td>" + n[8:] + "</td>" },
	"tag":               func(n string) string { return "#" + n[2:8] + "-" + n[8:] },
	"pnr in a link":     func(n string) string { return "https://example.se/?pnr=" + n },
	"ten in an address": func(n string) string { return n[2:8] + "-" + n[8:] + "@example.se" },
	"VAT number":        func(n string) string { return "momsreg.nr SE" + n[2:] + "01" },
	"ID":                func(n string) string { return "ID:" + n[2:8] + "-" + n[8:] },
	"glued before":      func(n string) string { return "pnr" + n[2:8] + "-" + n[8:] },
	"glued after":       func(n string) string { return n[2:8] + "-" + n[8:] + "Anna" },
	"cue after":         func(n string) string { return n[2:8] + n[8:] + " är mitt personnummer" },
	"in quotes":         func(n string) string { return "”" + n[2:8] + "–" + n[8:] + "”" },
	"two lines":         func(n string) string { return n[2:8] + " -\n" + n[8:] },
	"Windows line":      func(n string) string { return n[2:8] + "-\r\n" + n[8:] },
	"day month year":    func(n string) string { return "född " + n[6:8] + "/" + n[4:6] + " " + n[:4] + ", sista fyra " + n[8:] },
	"month by name": func(n string) string {
		return "född den " + plainDay(n) + " " + month(n) + " " + n[:4] + ", sista fyra " + n[8:]
	},
	"month by name, dash":    func(n string) string { return plainDay(n) + " " + month(n) + " " + n[:4] + "-" + n[8:] },
	"month by name, short":   func(n string) string { return plainDay(n) + " " + month(n)[:3] + " " + n[:4] + " - " + n[8:] },
	"spelled out":            func(n string) string { return spell(n[2:8]) + " streck " + spell(n[8:]) },
	"spelled out, twelve":    func(n string) string { return spell(n) },
	"spelled out, commas":    func(n string) string { return strings.ReplaceAll(spell(n[2:]), " ", ", ") },
	"the last four spelled":  func(n string) string { return n[2:8] + "-" + spell(n[8:]) },
	"every digit in a box":   func(n string) string { return "[" + strings.TrimSuffix(spread(n[2:], "]["), "[") },
	"every digit in quotes":  func(n string) string { return "\"" + strings.TrimSuffix(spread(n[2:], "\" \""), " \"") },
	"kontrollsiffror":        func(n string) string { return n[2:8] + ", kontrollsiffror " + n[8:] },
	"de fyra sista":          func(n string) string { return "Född " + n[2:8] + " och de fyra sista är " + n[8:] },
	"last four in brackets":  func(n string) string { return n[2:8] + "-(" + n[8:] + ")" },
	"double blanks":          func(n string) string { return n[2:8] + "  " + n[8:] },
	"ideographic space":      func(n string) string { return n[2:8] + "\u3000" + n[8:] },
	"hangul filler":          func(n string) string { return n[2:8] + "\u3164" + n[8:] },
	"braille blank":          func(n string) string { return n[2:8] + "\u2800" + n[8:] },
	"slash with blanks":      func(n string) string { return n[2:8] + " / " + n[8:] },
	"backslash":              func(n string) string { return n[2:8] + "\\" + n[8:] },
	"escaped dash":           func(n string) string { return n[2:8] + "\\-" + n[8:] },
	"year first, four apart": func(n string) string { return n[:4] + "-" + n[4:8] + "-" + n[8:] },
}

func swap(s, digits string) string {
	to := []rune(digits)
	return strings.Map(func(r rune) rune { return to[r-'0'] }, s)
}

func plainDay(n string) string { return strings.TrimPrefix(n[6:8], "0") }

func month(n string) string {
	return strings.Fields("januari februari mars april maj juni juli augusti september oktober november december")[(n[4]-'0')*10+n[5]-'1']
}

func spell(s string) string {
	return numeralsOf(s, "noll ett två tre fyra fem sex sju åtta nio")
}

func TestOdderForms(t *testing.T) {
	numbers := neverIssued(120)
	for name, form := range odder {
		for _, frame := range []string{"%s", "Hej, det gäller %s. Tack!"} {
			some := numbers
			if strings.HasPrefix(name, "month") || strings.HasPrefix(name, "day") {
				some = plainDays(numbers)
			}
			if n, first := missed(some, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(some), first)
			}
		}
	}
	t.Logf("%d more forms", len(odder))
}

// plainDays leaves coordination numbers out: nobody writes the 69th of July.
func plainDays(numbers []string) (out []string) {
	for _, n := range numbers {
		if n[6] < '6' {
			out = append(out, n)
		}
	}
	return out
}

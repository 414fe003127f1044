package personaldata

import (
	"strings"
	"testing"

	"tilltal/check"
)

// adversary are ways of writing by somebody who knows how the scanners work.
var adversary = map[string]func(n string) string{
	"nitton åttiofem":      func(n string) string { return inWords(n) },
	"in words, no century": func(n string) string { return inWords(n[2:]) },
	"in words, in one":     func(n string) string { return strings.ReplaceAll(inWords(n[2:4]), " ", "") + " " + inWords(n[4:]) },
	"words and figures":    func(n string) string { return inWords(n[2:8]) + " " + n[8:] },
	"words, streck":        func(n string) string { return inWords(n[2:8]) + " streck " + inWords(n[8:]) },
	"Markdown table":       func(n string) string { return "| " + n[2:8] + " | " + n[8:] + " |" },
	"table of two rows":    func(n string) string { return "| född | sista |\n|---|---|\n| " + n[2:8] + " | " + n[8:] + " |" },
	"cells with lines":     func(n string) string { return "<td>" + n[2:8] + "</td>\n  <td>" + n[8:] + "</td>" },
	"query":                func(n string) string { return "https://example.se/sok?pnr=" + n[2:8] + "-" + n[8:] + "&x=1" },
	"query, percent":       func(n string) string { return "https://example.se/sok?personnummer=" + n[:8] + "%2D" + n[8:] },
	"path":                 func(n string) string { return "https://example.se/person/" + n[:8] + "-" + n[8:] },
	"decimal entity":       func(n string) string { return n[2:8] + "&#45;" + n[8:] },
	"long entity":          func(n string) string { return n[2:8] + "&#0000045;" + n[8:] },
	"hyphen entity":        func(n string) string { return n[2:8] + "&hyphen;" + n[8:] },
	"minus entity":         func(n string) string { return n[2:8] + "&minus;" + n[8:] },
	"digits as entities":   func(n string) string { return entities(n[2:8]) + "-" + entities(n[8:]) },
	"thin space entity":    func(n string) string { return n[2:8] + "&thinsp;" + n[8:] },
	"zero width joiners":   func(n string) string { return spread(n[:8], "\u200d") + "-" + spread(n[8:], "\u200c") },
	"Markdown link":        func(n string) string { return "[" + n[2:8] + "-" + n[8:] + "](https://example.se)" },
	"half a Markdown link": func(n string) string { return "[" + n[2:8] + "](https://example.se)-" + n[8:] },
	"two Markdown links":   func(n string) string { return "[" + n[2:8] + "](#a)[" + n[8:] + "](#b)" },
	"check digit apart":    func(n string) string { return n[2:8] + "-" + n[8:11] + ", kontrollsiffra " + n[11:] },
	"check digit is":       func(n string) string { return n[:8] + "-" + n[8:11] + " och kontrollsiffran är " + n[11:] },
	"check digit in a gap": func(n string) string { return n[2:8] + "-" + n[8:11] + " " + n[11:] },
	"slash in blanks":      func(n string) string { return n[2:8] + " / " + n[8:] },
	"YY.MM.DD-NNNN":        func(n string) string { return n[2:4] + "." + n[4:6] + "." + n[6:8] + "-" + n[8:] },
	"19 850 709 98 05":     func(n string) string { return n[:2] + " " + n[2:5] + " " + n[5:8] + " " + n[8:10] + " " + n[10:] },
	"850 709 98 05": func(n string) string {
		if n[2] == '0' {
			return n // 060 522 98 14 is a telephone number, and is found as one
		}
		return n[2:5] + " " + n[5:8] + " " + n[8:10] + " " + n[10:]
	},
	"every O":           func(n string) string { return strings.ReplaceAll(n[2:8]+"-"+n[8:], "0", "O") },
	"every o, twelve":   func(n string) string { return strings.ReplaceAll(n[:8]+"-"+n[8:], "0", "o") },
	"every l":           func(n string) string { return strings.ReplaceAll(n[2:8]+"-"+n[8:], "1", "l") },
	"every I and O":     func(n string) string { return strings.NewReplacer("1", "I", "0", "O").Replace(n[:8] + "-" + n[8:]) },
	"Cyrillic O":        func(n string) string { return strings.ReplaceAll(n[2:8]+"-"+n[8:], "0", "О") },
	"two lines, quoted": func(n string) string { return "> " + n[2:8] + "\n> " + n[8:] },
	"list of two":       func(n string) string { return "- " + n[2:8] + "\n- " + n[8:] },
	"field and field": func(n string) string {
		return "Födelsedatum: " + n[:4] + "-" + n[4:6] + "-" + n[6:8] + "\nFyra sista: " + n[8:]
	},
	"JSON":                   func(n string) string { return `{"pnr":"` + n + `"}` },
	"JSON, two":              func(n string) string { return `{"date":"` + n[:8] + `","last":"` + n[8:] + `"}` },
	"comma separated":        func(n string) string { return n[:8] + ";" + n[8:] + ";Anna" },
	"superscript last":       func(n string) string { return n[2:8] + swap(n[8:], "⁰¹²³⁴⁵⁶⁷⁸⁹") },
	"Arabic and Devanagari":  func(n string) string { return shift(n[2:8], '٠') + "-" + shift(n[8:], '०') },
	"full width, wide space": func(n string) string { return shift(n[:8], '０') + "\u3000" + shift(n[8:], '０') },
	"last four first":        func(n string) string { return "sista fyra " + n[8:] + ", född " + n[2:8] },
	"dashes of three":        func(n string) string { return n[2:8] + "---" + n[8:] },
	"wave dash":              func(n string) string { return n[2:8] + "〜" + n[8:] },
	"middle point":           func(n string) string { return n[2:8] + "·" + n[8:] },
	"the word och":           func(n string) string { return "pnr " + n[2:8] + " och " + n[8:] },
	"dash said tankstreck":   func(n string) string { return n[2:8] + " tankstreck " + n[8:] },
	"[dash]":                 func(n string) string { return n[2:8] + "[-]" + n[8:] },
	"(streck)":               func(n string) string { return n[2:8] + "(streck)" + n[8:] },
	"escaped every digit":    func(n string) string { return strings.TrimSuffix(spread(n[2:8], "."), ".") + "-" + n[8:] },
	"every digit on a line":  func(n string) string { return strings.TrimSuffix(spread(n[2:], "\n"), "\n") },
	"spoiler":                func(n string) string { return "||" + n[2:8] + "||-||" + n[8:] + "||" },
	"LaTeX":                  func(n string) string { return "$" + n[2:8] + "$-$" + n[8:] + "$" },
	"hash":                   func(n string) string { return "#" + n },
	"handle":                 func(n string) string { return "@" + n[:8] + "_" + n[8:] },
	"reversed brackets":      func(n string) string { return ")" + n[2:8] + "(-)" + n[8:] + "(" },
	"emoji dash":             func(n string) string { return n[2:8] + "➡️" + n[8:] },
	"pilcrow":                func(n string) string { return n[2:8] + "¶" + n[8:] },
	"plus for a hundred":     func(n string) string { return n[:8] + "+" + n[8:] },
}

func entities(s string) string {
	var b strings.Builder
	for _, d := range s {
		b.WriteString("&#" + string("45"[(d-'0'+8)/10]) + string('0'+(d-'0'+8)%10) + ";")
	}
	return b.String()
}

var (
	teens = strings.Fields("tio elva tolv tretton fjorton femton sexton sjutton arton nitton")
	tens  = strings.Fields("- - tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
	ones  = strings.Fields("noll ett två tre fyra fem sex sju åtta nio")
)

// inWords says digits in pairs, as people do: nitton åttiofem noll sju noll nio nittioåtta noll fem.
func inWords(s string) string {
	var out []string
	for ; len(s) >= 2; s = s[2:] {
		a, b := s[0]-'0', s[1]-'0'
		switch {
		case a == 0:
			out = append(out, "noll "+ones[b])
		case a == 1:
			out = append(out, teens[b])
		case b == 0:
			out = append(out, tens[a])
		default:
			out = append(out, tens[a]+ones[b])
		}
	}
	return strings.Join(out, " ")
}

func TestAdversary(t *testing.T) {
	numbers := neverIssued(160)
	for name, form := range adversary {
		for _, frame := range []string{"%s", "Hej, det gäller %s. Tack!", "Mitt personnummer är %s, kan du hjälpa mig?"} {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(numbers), first)
			}
		}
	}
	t.Logf("%d forms more", len(adversary))
}

// TestOrdinaryNumbersAreNotIdentities holds what the reading of odd forms must not take: no grade at all.
func TestOrdinaryNumbersAreNotIdentities(t *testing.T) {
	for _, text := range []string{
		"Fem elever, tre lärare och två vuxna åkte till nio museer på sju dagar med fyra bussar.", "År nittonhundraåttiofem byggdes huset, nittio meter högt.",
		"tjugofyra sju tjugofyra sju", "Ett, två, tre, fyra, fem, sex, sju, åtta, nio, tio!", "Ring 010-123 45 67 eller 0771-12 34 56.", "ISBN 978-91-7037-681-8",
		"IBAN SE45 5000 0000 0583 9825 7466", "Bankgiro 5050-1055", "Öppet 08.00–17.00 den 3/5 2024 och 12.30–16.30 den 4/5 2024", "Enligt 5 kap. 1 § lagen (2009:400), prop. 2016/17:180 s. 45",
		"| 2023 | 2024 |\n|---|---|\n| 120 | 1300 |", "https://example.se/nyheter/2024/05/01/ny-skola", "Mellan 2024-05-01 och 2024-05-07", "EAN 7310865004703", "OCR 1234567897",
		"Order 1000-2000-3000", "Matchen slutade 3-2 (1-0, 1-1, 1-1), publik 12 345", "Tolv, femton och arton år", "nollnolltvå åttiofem", "l0 O1 lO", "IO OI", "OOOOOO-OOOO", "Ill Illo",
	} {
		for _, f := range (Check{}).Look(check.Input{Text: text}) {
			if f.Rule == rulePersonal || f.Rule == ruleCoordination {
				t.Errorf("%q: %s %q %v", text, f.Rule, f.Text, f.Grade)
			}
		}
	}
}

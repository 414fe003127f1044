package personaldata

import (
	"strings"
	"testing"

	"tilltal/check"
)

// strange are forms by somebody who had not read the scanners: letters for signs, dates as they are said, ends before beginnings,
// what scanners of paper and programs for e-mail make of a number.
var strange = map[string]func(n string) string{
	"x for the dash":   func(n string) string { return n[2:8] + "x" + n[8:] },
	"blanks and x":     func(n string) string { return n[:8] + " x " + n[8:] },
	"x in all gaps":    func(n string) string { return n[:4] + "X" + n[4:6] + "X" + n[6:8] + "X" + n[8:] },
	"x between digits": func(n string) string { return strings.TrimSuffix(spread(n[2:], "x"), "x") },
	"q between digits, dash": func(n string) string {
		return strings.TrimSuffix(spread(n[2:8], "q"), "q") + "-" + strings.TrimSuffix(spread(n[8:], "q"), "q")
	},
	"pairs and six":          func(n string) string { return n[:4] + " " + n[4:6] + " " + n[6:] },
	"the end one by one":     func(n string) string { return n[2:8] + " " + strings.TrimSpace(spread(n[8:], " ")) },
	"groups of three":        func(n string) string { return n[:3] + "," + n[3:6] + "," + n[6:9] + "," + n[9:] },
	"scanned: D, q, z":       func(n string) string { return strings.NewReplacer("0", "D").Replace(n[2:8]) + "-" + n[8:] },
	"scanned: stroke":        func(n string) string { return n[2:4] + strings.NewReplacer("1", "|").Replace(n[4:8]) + "-" + n[8:] },
	"quoted-printable":       func(n string) string { return n[2:8] + "=2D" + n[8:] },
	"quoted-printable blank": func(n string) string { return n[2:8] + "=C2=A0" + n[8:] },
	"turned by a sign":       func(n string) string { return "\u202e" + turn(n[2:8]+"-"+n[8:]) + "\u202c" },
	"said to be turned":      func(n string) string { return "baklänges: " + turn(n) },
	"the end first":          func(n string) string { return n[8:] + "-" + n[:8] },
	"the end first, lines":   func(n string) string { return n[8:] + "\n" + n[:4] + "-" + n[4:6] + "-" + n[6:8] },
	"fields of a program":    func(n string) string { return `{"last4":"` + n[8:] + `","birthdate":"` + n[:8] + `"}` },
	"parts by name": func(n string) string {
		return "År: " + n[:4] + ", mån: " + n[4:6] + ", dag: " + n[6:8] + ", sista: " + n[8:]
	},
	"Finnish": func(n string) string {
		return numeralsOf(n[2:], "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän")
	},
	"Norwegian":         func(n string) string { return numeralsOf(n[2:], "null en to tre fire fem seks sju åtte ni") },
	"said with a pause": func(n string) string { return spell(n[2:8]) + " eh " + spell(n[8:]) },
}

// strangeDates are dates of birth as they are said, with the end of the number.
var strangeDates = map[string]func(n string) string{
	"the end in brackets": func(n string) string { return plainDay(n) + " " + month(n) + " " + n[:4] + " (" + n[8:] + ")" },
	"no cue":              func(n string) string { return plainDay(n) + "/" + n[4:6] + " " + n[:4] + " " + n[8:] },
	"ordinal": func(n string) string {
		return "den " + plainDay(n) + ":e " + month(n) + " " + n[:4] + " och slutar på " + n[8:]
	},
	"the end in words": func(n string) string {
		return "född " + plainDay(n) + " " + month(n) + " " + n[:4] + ", sista fyra " + spell(n[8:])
	},
	"day first":           func(n string) string { return n[6:8] + n[4:6] + n[:4] + "-" + n[8:] },
	"year, month by name": func(n string) string { return n[:4] + " " + month(n) + " " + plainDay(n) + " " + n[8:] },
	"no leading noughts": func(n string) string {
		return n[:4] + "-" + strings.TrimPrefix(n[4:6], "0") + "-" + plainDay(n) + "-" + n[8:]
	},
	"and then": func(n string) string { return plainDay(n) + "." + n[4:6] + "." + n[:4] + " och sen " + n[8:] },
}

func turn(s string) string {
	out := []byte(s)
	for i, c := range []byte(s) {
		out[len(s)-1-i] = c
	}
	return string(out)
}

func numeralsOf(digits, list string) string {
	words := strings.Fields(list)
	out := make([]string, 0, len(digits))
	for _, d := range digits {
		out = append(out, words[d-'0'])
	}
	return strings.Join(out, " ")
}

// amid are what stands around a number: nothing, or words, some of which begin as digits look.
var amid = []string{"%s", "Mitt nummer är %s om du vill veta.", "Hej!\n%s\nTack", "Det är %s, gäller sonen."}

func TestFormsByAStranger(t *testing.T) {
	numbers := neverIssued(120)
	for _, frame := range amid {
		for name, form := range strange {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(numbers), first)
			}
		}
		for name, form := range strangeDates {
			some := plainDays(numbers)
			if n, first := missed(some, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(some), first)
			}
		}
	}
	t.Logf("%d forms", len(strange)+len(strangeDates))
}

// TestDateAndFourFiguresOfSomethingElse are dates beside four figures that are no end of a number, though the check digit is right.
func TestDateAndFourFiguresOfSomethingElse(t *testing.T) {
	for _, text := range []string{
		"9 juli 1985, 9805 besökare", "9/7 1985 (9805 st)", "rum 9805, 1985-07-09", "Nr 9805 (1985-07-09)", "1985-07-09 nr 9805",
		"850 709 980 500 kr",
	} {
		if g, found := finds(text, rulePersonal, ruleCoordination); found && g > check.None {
			t.Errorf("%q: %v", text, g)
		}
	}
}

// TestDigitsThatLookLikeLettersStandInSentences: what follows is a word though its first letter looks like a digit.
func TestDigitsThatLookLikeLettersStandInSentences(t *testing.T) {
	for _, after := range []string{"om du vill", "gäller det", "i Umeå", "och så", "bor här", "är mitt", "låt mig veta", "S:t Eriks", "Tack!", "ses vi", ""} {
		for _, number := range []string{"85O7O9-98O5", "8507O9 98O5", "l9850709-9805", "19850709-98O5"} {
			text := "Mitt nummer är " + number + " " + after
			if _, ok := finds(text, "personaldata.personnummer"); !ok {
				t.Errorf("missed: %s", text)
			}
		}
	}
}

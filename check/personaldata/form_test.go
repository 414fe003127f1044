package personaldata

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/fold"
)

// forms are ways in which a person writes an identity number of twelve digits. The first two are what programs expect.
var forms = map[string]func(n string) string{
	"8-4":                 func(n string) string { return n[:8] + "-" + n[8:] },
	"6-4":                 func(n string) string { return n[2:8] + sign(n) + n[8:] },
	"twelve":              func(n string) string { return n },
	"ten":                 func(n string) string { return n[2:] },
	"space":               func(n string) string { return n[2:8] + " " + n[8:] },
	"no-break space":      func(n string) string { return n[:8] + "\u00a0" + n[8:] },
	"narrow space":        func(n string) string { return n[2:8] + "\u202f" + n[8:] },
	"en dash":             func(n string) string { return n[2:8] + "–" + n[8:] },
	"em dash":             func(n string) string { return n[:8] + "—" + n[8:] },
	"U+2011":              func(n string) string { return n[2:8] + "\u2011" + n[8:] },
	"minus":               func(n string) string { return n[2:8] + "\u2212" + n[8:] },
	"spaced dash":         func(n string) string { return n[2:8] + " - " + n[8:] },
	"YY MM DD-NNNN":       func(n string) string { return n[2:4] + " " + n[4:6] + " " + n[6:8] + "-" + n[8:] },
	"YYYY-MM-DD-NNNN":     func(n string) string { return n[:4] + "-" + n[4:6] + "-" + n[6:8] + "-" + n[8:] },
	"YYYY-MM-DD NNNN":     func(n string) string { return n[:4] + "-" + n[4:6] + "-" + n[6:8] + " " + n[8:] },
	"dots":                func(n string) string { return n[:4] + "." + n[4:6] + "." + n[6:8] + "." + n[8:] },
	"slashes":             func(n string) string { return n[:4] + "/" + n[4:6] + "/" + n[6:8] + "-" + n[8:] },
	"underscore":          func(n string) string { return n[2:8] + "_" + n[8:] },
	"dot":                 func(n string) string { return n[2:8] + "." + n[8:] },
	"slash":               func(n string) string { return n[:8] + "/" + n[8:] },
	"line break":          func(n string) string { return n[:8] + "-\n" + n[8:] },
	"bare line break":     func(n string) string { return n[2:8] + "\n" + n[8:] },
	"zero width":          func(n string) string { return n[2:5] + "\u200b" + n[5:8] + "-\u2060" + n[8:] },
	"soft hyphen":         func(n string) string { return n[:8] + "\u00ad" + n[8:] },
	"full width":          func(n string) string { return shift(n[2:8], '０') + "－" + shift(n[8:], '０') },
	"Arabic digits":       func(n string) string { return shift(n[:8], '٠') + "-" + shift(n[8:], '٠') },
	"mathematical digits": func(n string) string { return shift(n[2:], '𝟎') },
	"keycaps":             func(n string) string { return spread(n[2:8], "\ufe0f\u20e3") + "-" + spread(n[8:], "\ufe0f\u20e3") },
	"circled digits":      func(n string) string { return circled(n[2:8]) + "-" + circled(n[8:]) },
	"bold":                func(n string) string { return "<b>" + n[2:8] + "</b>-" + n[8:] },
	"emphasis":            func(n string) string { return "**" + n[2:8] + "**-*" + n[8:] + "*" },
	"entity":              func(n string) string { return n[2:8] + "&#8209;" + n[8:] },
	"spaced digits":       func(n string) string { return strings.TrimSpace(spread(n[2:], " ")) },
	"spaced digits, dash": func(n string) string { return spread(n[2:8], " ") + "- " + strings.TrimSpace(spread(n[8:], " ")) },
	"fours":               func(n string) string { return n[:4] + " " + n[4:8] + " " + n[8:] },
	"pairs":               func(n string) string { return n[2:4] + " " + n[4:6] + " " + n[6:8] + " " + n[8:10] + " " + n[10:] },
	"century apart":       func(n string) string { return n[:2] + " " + n[2:8] + "-" + n[8:] },
	"brackets":            func(n string) string { return n[2:8] + " (" + n[8:] + ")" },
	"double dash":         func(n string) string { return n[2:8] + "--" + n[8:] },
	"cue":                 func(n string) string { return "pnr:" + n[2:] },
	"glued cue":           func(n string) string { return "Personnummer" + n[2:8] + "-" + n[8:] },
	"last four":           func(n string) string { return "född " + n[2:8] + ", sista fyra " + n[8:] },
	"colon":               func(n string) string { return n[2:8] + ":" + n[8:] },
	"semicolon":           func(n string) string { return n[:8] + "; " + n[8:] },
	"square brackets":     func(n string) string { return n[2:8] + " [" + n[8:] + "]" },
	"tab":                 func(n string) string { return n[2:8] + "\t" + n[8:] },
	"br":                  func(n string) string { return n[2:8] + "<br>" + n[8:] },
	"every digit dashed":  func(n string) string { return strings.TrimRight(spread(n[2:], "-"), "-") },
	"wide spaced dash":    func(n string) string { return n[2:8] + "   -   " + n[8:] },
	"quotes":              func(n string) string { return n[2:8] + "-\"" + n[8:] + "\"" },
	"slutsiffror": func(n string) string {
		return "född " + n[:4] + "-" + n[4:6] + "-" + n[6:8] + " med slutsiffror " + n[8:]
	},
	"right to left": func(n string) string { return "\u202d" + n[2:8] + "\u200f-" + n[8:] + "\u202c" },
	"capital o":     func(n string) string { return letters(n[2:8]) + "-" + letters(n[8:]) },
}

func sign(n string) string {
	if n[:2] == "18" {
		return "+"
	}
	return "-"
}

func shift(s string, zero rune) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return zero + r - '0'
	}, s)
}

func circled(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '0' {
			return '⓪'
		}
		return '①' + r - '1'
	}, s)
}

func spread(s, after string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteString(after)
	}
	return b.String()
}

// letters writes an inner nought as the letter O, as they do who read a number aloud.
func letters(s string) string {
	b := []byte(s)
	for i := 1; i+1 < len(b); i++ {
		if b[i] == '0' && isDigit(b[i-1]) && isDigit(b[i+1]) {
			b[i] = 'O'
		}
	}
	return string(b)
}

// finds reports whether a text has an identity number by one of the rules, and the grade.
func finds(text string, rules ...string) (check.Grade, bool) {
	for _, f := range (Check{}).Look(check.Input{Text: text}) {
		for _, r := range rules {
			if f.Rule == r {
				return f.Grade, true
			}
		}
	}
	return check.None, false
}

// sentences the number stands in; %s is the number.
var frames = []string{"%s", "!%s!", "Hej, det gäller %s. Tack!", "Ring (%s) nu", "Mötet 2024-05-01 med %s, kl. 12.30 i sal 3"}

// missed counts the numbers that are not found in a form, and shows the first.
func missed(numbers []string, form func(string) string, frame string) (count int, first string) {
	for _, n := range numbers {
		text := fmt.Sprintf(frame, form(n))
		if strings.HasPrefix(text, "Ring (0") || strings.HasPrefix(text, "Ring (𝟎") {
			if g := fold.Fold(text).Text; isDigit(g[len("Ring (012345678")]) {
				continue // ten bare digits to ring to, that begin with a nought, are a telephone number
			}
		}
		if _, ok := finds(text, rulePersonal, ruleCoordination); !ok {
			if count++; count == 1 {
				first = text
			}
		}
	}
	return count, first
}

func TestEveryForm(t *testing.T) {
	numbers := neverIssued(200)
	for name, form := range forms {
		for _, frame := range frames {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(numbers), first)
			}
		}
	}
	t.Logf("%d numbers in %d forms and %d sentences", len(numbers), len(forms), len(frames))
}

// neverIssued makes identity numbers of the series that the tax agency keeps for tests: serials 980 and 981, and for
// coordination numbers 238 and 239.
func neverIssued(n int) []string {
	rnd := rand.New(rand.NewPCG(1, 2))
	out := make([]string, 0, n)
	for len(out) < n {
		year, month, day := 1890+rnd.IntN(135), 1+rnd.IntN(12), 1+rnd.IntN(28)
		serial := 980 + rnd.IntN(2)
		if len(out)%8 == 0 {
			day, serial = day+60, 238+rnd.IntN(2)
		}
		nine := fmt.Sprintf("%04d%02d%02d%03d", year, month, day, serial)
		for c := '0'; c <= '9'; c++ {
			if s := nine + string(c); luhn([]byte(s[2:])) {
				out = append(out, s)
			}
		}
	}
	return out
}

// official reads the tax agency's test numbers when they are laid beside the module.
func official(t *testing.T, name string, into any) bool {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "personnummer", name))
	if err != nil {
		t.Logf("the official numbers of %s are not here; only our own were measured", name)
		return false
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
	return true
}

func TestOfficialNumbers(t *testing.T) {
	for _, file := range []string{"allPins.json", "allCoords.json"} {
		var numbers []string
		if !official(t, file, &numbers) {
			continue
		}
		step := 1 // every number in four forms, every fortieth in all
		for name, form := range forms {
			if step = 40; name == "8-4" || name == "6-4" || name == "space" || name == "spaced dash" {
				step = 1
			}
			some := make([]string, 0, len(numbers)/step+1)
			for i := 0; i < len(numbers); i += step {
				some = append(some, numbers[i])
			}
			if n, first := missed(some, form, "Hej %s!"); n > 0 {
				t.Errorf("%s, %s: %d of %d missed, first %q", file, name, n, len(some), first)
			}
		}
		t.Logf("%s: %d numbers, %d forms", file, len(numbers), len(forms))
	}
}

type testCase struct {
	Separated string `json:"separated_format"`
	Long      string `json:"separated_long"`
	Short     string `json:"short_format"`
	LongForm  string `json:"long_format"`
	Valid     bool   `json:"valid"`
	Type      string `json:"type"`
}

func TestOfficialCases(t *testing.T) {
	for _, file := range []string{"list.json", "interim.json", "orgnumber.json"} {
		var cases []testCase
		if !official(t, file, &cases) {
			continue
		}
		for _, c := range cases {
			for _, s := range []string{c.Separated, c.Long, c.Short, c.LongForm} {
				if s == "" || !c.Valid && c.Type != "org" {
					continue
				}
				rule, other := rulePersonal, ruleCoordination
				if c.Type == "org" {
					rule, other = ruleOrganisation, ruleOrganisation
					if s == c.Short {
						s = "Org.nr: " + s
					}
				}
				if _, ok := finds(s, rule, other); !ok {
					t.Errorf("%s: %q is missed", file, s)
				}
			}
		}
	}
}

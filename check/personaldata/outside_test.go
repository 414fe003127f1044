package personaldata

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tilltal/check"
)

// outside are forms that came from trying the built program from outside: signs that nobody had thought of, and what programs
// write around digits.
var outside = map[string]func(n string) string{
	"emoji between":       func(n string) string { return n[2:8] + "👉" + n[8:] },
	"heart between":       func(n string) string { return n[2:8] + " ❤️ " + n[8:] },
	"emoji between all":   func(n string) string { return strings.TrimSuffix(spread(n[2:], "👏"), "👏") },
	"NUL":                 func(n string) string { return n[2:8] + "\x00" + n[8:] },
	"steering sign":       func(n string) string { return n[:4] + "\x1f" + n[4:6] + "\x1f" + n[6:8] + "\x1f" + n[8:] },
	"annotation mark":     func(n string) string { return spread(n[2:8], "\ufff9") + "-" + n[8:] },
	"object mark":         func(n string) string { return spread(n[2:8], "\ufffc") + "-" + n[8:] },
	"box line":            func(n string) string { return n[2:8] + "╌" + n[8:] },
	"upright line":        func(n string) string { return n[2:8] + "│" + n[8:] },
	"swung dash":          func(n string) string { return n[:8] + " ⁓ " + n[8:] },
	"almost equal":        func(n string) string { return n[:8] + "≈" + n[8:] },
	"Arabic comma":        func(n string) string { return n[2:8] + "،" + n[8:] },
	"paragraph sign":      func(n string) string { return n[2:8] + " § " + n[8:] },
	"low quote":           func(n string) string { return n[2:8] + " „" + n[8:] },
	"exclamation":         func(n string) string { return n[2:8] + "!" + n[8:] },
	"empty line":          func(n string) string { return n[2:8] + "\n\n" + n[8:] },
	"empty lines between": func(n string) string { return strings.TrimSpace(spread(n[2:], "\n\n")) },
	"de 4 sista":          func(n string) string { return n[2:8] + ", de 4 sista är " + n[8:] },
	"sista 4":             func(n string) string { return n[2:8] + " sista 4: " + n[8:] },
	"slutar på":           func(n string) string { return "född " + n[2:8] + ", numret slutar på " + n[8:] },
	"XXXX":                func(n string) string { return "Född " + n[2:8] + "-XXXX, där XXXX är " + n[8:] },
	"på slutet":           func(n string) string { return "född " + n[2:8] + " med " + n[8:] + " på slutet" },
	"three parts": func(n string) string {
		return "Födelsetid " + n[:8] + ", födelsenummer " + n[8:11] + ", kontrollsiffra " + n[11:]
	},
	"far away": func(n string) string {
		return "född " + n[:4] + "-" + n[4:6] + "-" + n[6:8] + " i Umeå. Mina fyra sista siffror är " + n[8:]
	},
	"attribute":          func(n string) string { return `<person id="` + n + `"/>` },
	"forum bold":         func(n string) string { return "[b]" + n[2:8] + "[/b]-" + n[8:] },
	"escaped hyphen":     func(n string) string { return n[2:8] + `\u002d` + n[8:] },
	"escaped line break": func(n string) string { return n[2:8] + `\n` + n[8:] },
	"nbsp, no semicolon": func(n string) string { return n[2:8] + "&nbsp" + n[8:] },
	"escaped twice":      func(n string) string { return n[2:8] + "&amp;#8209;" + n[8:] },
	"dash in an address": func(n string) string { return "https://example.se/?q=" + n[2:8] + "%E2%80%93" + n[8:] },
	"Chinese": func(n string) string {
		return swap(n[2:8], "〇一二三四五六七八九") + "-" + swap(n[8:], "〇一二三四五六七八九")
	},
	"Norwegian letter": func(n string) string { return strings.ReplaceAll(n[2:8]+"-"+n[8:], "0", "Ø") },
	"S for five": func(n string) string {
		return strings.NewReplacer("5", "S", "8", "B").Replace(n[2:4]) + n[4:8] + "-" + n[8:]
	},
	"streck without blank": func(n string) string { return n[2:8] + "streck" + n[8:] },
	"English":              func(n string) string { return english(n[2:]) },
	"words without blank":  func(n string) string { return strings.ReplaceAll(spell(n[2:]), " ", "") },
}

func english(s string) string {
	return numeralsOf(s, "zero one two three four five six seven eight nine")
}

func TestFormsFromOutside(t *testing.T) {
	numbers := neverIssued(120)
	for name, form := range outside {
		for _, frame := range []string{"%s", "Hej, det gäller %s. Tack!"} {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(numbers), first)
			}
		}
	}
	t.Logf("%d forms more", len(outside))
}

// TestFiguresAfterADate holds that four figures after a date are never certain without a word for what they are, although one in
// ten has the right check digit.
func TestFiguresAfterADate(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 9))
	for _, form := range []string{"%s, %d besökare", "%s\n%d röster", "%s (%d)", "%s: %d kr", "Barn födda 2014 söker senast %s, %d platser", "Den %s %d personer", "Publicerad %s\n\n%d läsare", "Mötet %s slutar %d",
		"Buss %s, sista turen %d, gäller inte i dag"} {
		for range 600 {
			text := fmt.Sprintf(form, stamp(rnd, "%04d-%02d-%02d"), 1000+rnd.IntN(9000))
			if g, _ := finds(text, rulePersonal, ruleCoordination); g == check.Certain {
				t.Fatalf("%q is certain", text)
			}
		}
	}
}

// TestBesidePictures holds that a number is found beside a picture or a quotation mark as it is beside a blank.
func TestBesidePictures(t *testing.T) {
	for text, rule := range map[string]string{"📞070-174 06 05": rulePhone, "🚗ABC 123🚗 regnr": rulePlate, "“MLB 84A”": rulePlate, "👉19850709-9805👈": rulePersonal, "✉️anna.berg@gmail.com": ruleEmail, "💰SE45 5000 0000 0583 9825 7466": ruleIBAN, "📍59.32932, 18.06858": ruleCoordinates, "„5000-K123456-24“": ruleCase} {
		if g, ok := finds(text, rule); !ok || rule == rulePersonal && g != check.Certain {
			t.Errorf("%q: %v %v", text, ok, g)
		}
	}
}

// TestMoments holds that a moment with its colon, or with seconds, is nothing at all.
func TestMoments(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 7))
	for range 3000 {
		for _, text := range []string{"Uppdaterad " + stamp(rnd, "%04d-%02d-%02d %02d:%02d"), stamp(rnd, "Skärmbild %04d-%02d-%02d %02d.%02d") + ".28.png", "Tfn 010" + fmt.Sprintf("%07d", rnd.IntN(1e7))} {
			if g, found := finds(text, rulePersonal, ruleCoordination); found {
				t.Fatalf("%q is %v", text, g)
			}
		}
	}
}

// TestDescriptionsOfPictures holds that what stands in a description is read as the text is, and is told of the picture.
func TestDescriptionsOfPictures(t *testing.T) {
	in := check.Input{Text: "Nu är skylten uppe.", Media: []check.Media{{Kind: "image", Alt: "En skylt."}, {Kind: "image", Alt: "En blankett med personnumret 850709-9805."}}}
	for _, f := range (Check{}).Look(in) {
		if f.Rule == rulePersonal && f.Media == 2 && f.Grade == check.Certain && f.Span == (check.Span{}) && f.Text == "" && strings.Contains(f.Reason.SV, "850709-9805") {
			return
		}
	}
	t.Errorf("the description passes: %v", (Check{}).Look(in))
}

// TestOtherNumbersFromOutside holds what was missed, or wrongly found, when the built program was tried from outside.
func TestOtherNumbersFromOutside(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		want       bool
	}{
		{ruleEmail, "<anna.svensson@kommun.se>", true}, {ruleEmail, "anna.svensson [at] umea [dot] se", true}, {ruleEmail, "anna.svensson @ kommun.se", true},
		{ruleCase, "5000 K 123456 24", true}, {ruleCase, "Norrköping 2000 kr 24", false},
		{ruleCoordinates, "18.06858, 59.32932", true}, {ruleCoordinates, "RT90 X 6581234 Y 1628456", true}, {ruleCoordinates, "12.5 och 59.5 procent", false},
		{ruleAddress, "han bor på storgatan 12", true}, {ruleAddress, "Kungsgatan 1–3", true}, {ruleAddress, "Strandvägen nr 7", true}, {ruleAddress, "Kungsportsavenyn 10", true}, {ruleAddress, "Gamla vägen 5", true}, {ruleAddress, "på vägen 2024", false},
		{rulePhone, "07 01 74 06 05", true}, {rulePhone, "46701740605", true}, {rulePhone, "https://wa.me/46701740605", true}, {rulePhone, "noll sju noll ett sju fyra noll sex noll fem", true}, {rulePhone, "Lotto: 07 11 14 26 35", false},
		{rulePlate, "Felkod HTT 404", false}, {rulePlate, "Modell RTX 308", false}, {rulePlate, "Bilen, modell Volvo, ABC 123", true},
	} {
		if g, ok := finds(c.text, c.rule); ok != c.want {
			t.Errorf("%s, %q: %v %v", c.rule, c.text, ok, g)
		}
	}
}

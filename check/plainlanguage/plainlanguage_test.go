package plainlanguage

import (
	"math"
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Med anledning av detta ska ansökan skickas in. Det är inte omöjligt att erhålla stöd m.m. enligt ABCD.")
}

func told(text string) (out []string) {
	for _, f := range (Check{}).Look(check.Input{Text: text}) {
		s := strings.TrimPrefix(f.Rule, "plainlanguage.") + "=" + f.Text
		if f.Instead != "" {
			s += "→" + f.Instead
		}
		out = append(out, s)
	}
	return out
}

func TestFinds(t *testing.T) {
	for text, want := range map[string]string{
		"Du kommer att erhålla ett brev.":                           "officialese=erhålla→få",
		"Med anledning av snön kör bussen inte.":                    "officialese=Med anledning av→På grund av",
		"Vänta omgående.":                                           "officialese=omgående→genast",
		"Ansökan ska skickas in senast i dag.":                      "passive=skickas",
		"Beslutet fattades i går och publicerades i dag.":           "passive=fattades; passive=publicerades",
		"Det är inte omöjligt.":                                     "doublenegation=inte omöjligt→möjligt",
		"Vi har öppet fr.o.m. fredag.":                              "abbreviation=fr.o.m.→från och med",
		"Fråga LSS-handläggaren. Kontakta sedan KSAU i kommunen.":   "abbreviation=KSAU",
		"Biblioteket är stängt IDAG. Det är VIKTIGT.":               "",
		"Lagen om stöd och service (LSSX) gäller.":                  "",
		"Barnens cyklar står kvar. Vi hoppas att alla trivs i dag.": "",
		"Bussen kommer snart. EU och FN är med.":                    "",
		"Ta med kniv, sked m.m.":                                    "abbreviation=m.m→med mera",
		"Dvs. vi stänger. Ansök enl. bilagan.":                      "abbreviation=Dvs.→Det vill säga; abbreviation=enl.→enligt",
		"Vi har ev. stängt, osv.":                                   "abbreviation=ev.→eventuellt; abbreviation=osv→och så vidare",
		"Det är knappast otrevligt, och inte orolig.":               "doublenegation=knappast otrevligt→trevligt",
		"Du har möjlighet att ringa.":                               "officialese=har möjlighet att→kan",
		"Den är inte röd utan blå.":                                 "",
		"Enligt gällande regler.":                                   "officialese=gällande",
		"":                                                          "",
		"Han sa att det är hon som, om det som jag tror stämmer, har tagit den cykeln från sin vän.": "nested=som, om det som",
	} {
		if got := strings.Join(told(text), "; "); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestLongSentence(t *testing.T) {
	for n, want := range map[int]check.Grade{25: check.None, 26: check.Possible, 41: check.Likely} {
		text := strings.TrimSpace(strings.Repeat("bil ", n)) + "."
		if got := check.Worst((Check{}).Look(check.Input{Text: text})); got != want {
			t.Errorf("%d words: %v, want %v", n, got, want)
		}
	}
}

func TestOtherLanguagesAreLetBe(t *testing.T) {
	if got := (Check{}).Look(check.Input{Text: "Du kommer att erhålla", Language: "en"}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	if got := (Check{}).Look(check.Input{Text: "Du kommer att erhålla", Language: "sv-FI"}); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		text      string
		words     int
		sentences int
		lix, ovix float64
	}{
		{"", 0, 0, math.NaN(), math.NaN()},
		{"#tagg https://a.se", 0, 0, math.NaN(), math.NaN()},
		{"Hej du.", 2, 1, 2, math.NaN()},
		{"Du är du.", 3, 1, 3, math.Log(3) / math.Log(2-math.Log(2)/math.Log(3))},
		{"Du du.", 2, 1, 2, math.NaN()},
		{"Kommunen bygger vägarna. Vi ses.", 5, 2, 2.5 + 40, math.NaN()},
	} {
		s := Measure(c.text)
		if s.Words != c.words || s.Sentences != c.sentences || !same(s.LIX, c.lix) || !same(s.OVIX, c.ovix) {
			t.Errorf("%q: %+v", c.text, s)
		}
	}
}

func same(a, b float64) bool { return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-9 }

func TestNominalRatioTellsHeavyTextFromLight(t *testing.T) {
	heavy := Measure("Genomförandet av kommunens utredning om förändringen av avgifterna för avfall ger en ökning av kostnaden för hushållen i kommunen.")
	light := Measure("Vi har räknat om vad du betalar för soporna. Nu blir det lite dyrare. Vi berättar varför när vi ses.")
	if !(heavy.Nominal > 2 && light.Nominal < 0.6) {
		t.Errorf("heavy %.2f, light %.2f", heavy.Nominal, light.Nominal)
	}
}

func TestLixOnlyFromTenSentences(t *testing.T) {
	heavy := "Kommunstyrelsens arbetsutskott behandlar verksamhetsplaneringens ekonomiska konsekvensbeskrivningar. "
	has := func(n int) bool { return strings.Contains(strings.Join(told(strings.Repeat(heavy, n)), " "), "lix=") }
	if has(9) || !has(10) {
		t.Errorf("nine sentences: %v, ten: %v", has(9), has(10))
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range []string{"inte omöjligt", "Med anledning av", "som att om som att om", "m.m. ABCD (X)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checktest.Look(t, Check{}, check.Input{Text: text})
		if s := Measure(text); math.IsInf(s.LIX, 0) || math.IsInf(s.OVIX, 0) {
			t.Errorf("%+v", s)
		}
	})
}

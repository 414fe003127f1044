package incoming

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Jag vet var du bor.", "Grannens barn skriker varje natt och pappan slår.", "När öppnar ni?")
	for _, word := range []string{"slå ", "tafsar ", "stulen ", "trasig "} { // one sentence, with a sign at each word
		checktest.Look(t, Check{}, check.Input{Text: strings.Repeat(word, 100_000)})
	}
}

func rules(text string) string {
	var out []string
	for _, f := range (Check{}).Look(check.Input{Text: text}) {
		if f.Grade >= check.Likely {
			out = append(out, strings.TrimPrefix(f.Rule, "incoming."))
		}
	}
	return strings.Join(out, " ")
}

func TestMarks(t *testing.T) {
	for text, want := range map[string]string{
		"Jag vet var du bor. Du ska dö.":                                       "threat",
		"Nästa gång ska jag skjuta er allihop!":                                "threat",
		"Vi slår vakt om er service. Jag ska slå er en signal i morgon.":       "",
		"Jag kommer inte att slå dig, men jag är arg.":                         "",
		"Grannens barn gråter varje natt. Pappan slår, vi hör det.":            "child",
		"Jag är 13 år och vågar inte gå hem. Pappa dricker.":                   "child",
		"Barnen älskar lekplatsen! Tack.":                                      "",
		"Min cykel blev stulen i går utanför biblioteket.":                     "crime",
		"Jag såg när de krossade rutan i natt. Jag vill göra en polisanmälan.": "crime",
		"Vi läser om inbrott i tidningen.":                                     "",
		"Gatlyktan på Storgatan är släckt.":                                    "report",
		"Länken i inlägget fungerar inte.":                                     "report",
		"Det har blivit fel datum, ni har skrivit fel.":                        "report",
		"När öppnar badet?":                                                    "question",
		"Undrar hur man söker plats på förskolan":                              "question",
		"Tack för hjälpen! ❤️":                                                 "",
		"Bra jobbat!":                                                          "",
		"Waxaan rabaa inaan ogaado goorma ay furan tahay xafiisku":             "language",
		"Hello, when do you open on Monday? I cannot find it.":                 "language question",
		"👍":                                                 "",
		"d1n j4vel ja ska d0da dig":                         "threat",
		"jag ska doda dig":                                  "threat",
		"k1ll y0urself":                                     "threat",
		"im gonna burn your office down":                    "threat",
		"Jag kommer förbi med en yxa":                       "threat",
		"Hon ska dö den jäveln":                             "threat",
		"ska slå ihjäl den där rektorn":                     "threat",
		"shoo bre du e dö":                                  "threat",
		"Det finns en bomb i stadshuset":                    "threat",
		"jag dör av skratt":                                 "",
		"du dödar mig 😂":                                    "",
		"bomben på Netflix var bra":                         "",
		"Jag ska mörda den där mördarsnigeln":               "",
		"Jag ska slå er i boule på lördag":                  "",
		"Hon ska dö snart, hon har cancer":                  "",
		"det ar sa fint i parken nu, tack for blommorna":    "",
		"Jag ska lämna in ett gevär, jag har ingen licens":  "",
		"Vi slog 13-åringarna med 4-0 i innebandy":          "",
		"min pappa slår mig":                                "child",
		"jag är 13 och vill inte vara hemma, mamma dricker": "child",
		"Min kompis i sjuan skär sig och ingen gör nåt":     "child",
		"En vuxen man skickar nakenbilder till min dotter":  "child",
		"Det säljs knark på lekplatsen varje kväll":         "crime",
		"min granne slår sin fru":                           "crime",
		"han har våldtagit mig":                             "crime",
		"Gatlampan utanför Storgatan 12 är trasig":          "report",
		"Det ligger ett träd över cykelbanan":               "report",
		"Vattnet är brunt idag":                             "report",
		"Här har ingen plogat":                              "report",
		"nån som vet om badhuset har öppet":                 "question",
	} {
		if got := rules(text); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestEveryMarkHasItsReason(t *testing.T) {
	for _, f := range (Check{}).Look(check.Input{Text: "Jag vet var du bor. Barnet slås, pappan slår. Min bil blev stulen i går. Lampan är trasig. När kommer ni?"}) {
		if f.Reason.SV == f.Reason.EN || f.Source == "" || f.Grade == check.Certain {
			t.Errorf("%+v", f)
		}
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range []string{"Jag ska slå er", "barn. slår", "När?", "undrar en fråga", "inte stulen i går"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checktest.Look(t, Check{}, check.Input{Text: text}) })
}

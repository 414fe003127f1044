package incoming

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Jag vet var du bor.", "Grannens barn skriker varje natt och pappan slår.", "När öppnar ni?")
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
		"👍": "",
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

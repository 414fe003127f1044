package identification

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "En 45-årig man, lärare, krockade med sin röda Volvo i Kiruna. Läraren är trebarnspappa.")
}

func findings(text, home string) []check.Finding {
	return Check{}.Look(check.Input{Text: text, Place: home})
}

func TestEstimate(t *testing.T) {
	for _, c := range []struct {
		text, home string
		grade      check.Grade
		says       string
	}{
		{"Vi mötte en 45-årig man i Kiruna.", "", check.None, ""}, // 22,000 × .5 × .0125 = 137
		{"Vi mötte en 45-årig man i Pajala.", "", check.Possible, "ungefär 38 personer i Pajala"},
		{"En 45-årig man greps i Kiruna.", "", check.Possible, "ungefär 28 personer i Kiruna. Andra kan ha sett"},
		{"En 45-årig man greps i natt. Läraren fick följa med.", "Kiruna", check.Likely, "bara in på en person i Kiruna"},
		{"Prästen i Arjeplog berättar.", "", check.None, ""}, // one fact describes an office, not a person
		{"Prästen i Arjeplog, en kvinna, berättar.", "", check.Likely, "en person i Arjeplog"},
		{"En man i 40-årsåldern omkom i Stockholm.", "", check.None, ""},
		{"Är du en 45-årig man i Pajala? Ge blod!", "", check.None, ""},
		{"Man kan bada i Pajala.", "", check.None, ""},
		{"Alla lärare i Pajala är lediga.", "", check.None, ""},
		{"En 45-årig man greps.", "", check.None, ""}, // no place
		{"En 45-årig man greps.", "Atlantis", check.None, ""},
		{"", "Kiruna", check.None, ""},
	} {
		fs := findings(c.text, c.home)
		if got := check.Worst(fs); got != c.grade {
			t.Errorf("%q: %v %+v, want %v", c.text, got, fs, c.grade)
			continue
		}
		if len(fs) > 0 && !strings.Contains(fs[0].Reason.SV, c.says) {
			t.Errorf("%q: %s", c.text, fs[0].Reason.SV)
		}
	}
}

func TestAdviceNamesTheFactsToLeaveOut(t *testing.T) {
	fs := findings("En 45-årig man greps i Kiruna. Läraren var trevlig.", "")
	if len(fs) != 1 || !strings.Contains(fs[0].Advice.SV, "Utan ”45-årig”") || !strings.Contains(fs[0].Advice.SV, "Läraren") && !strings.Contains(fs[0].Advice.SV, "fler än 100") {
		t.Errorf("%+v", fs)
	}
	fs = findings("Prästen i Arjeplog, en kvinna, berättar.", "")
	if len(fs) != 1 || !strings.Contains(fs[0].Advice.SV, "?") {
		t.Errorf("%+v", fs)
	}
}

func TestOnePersonIsSaidOnce(t *testing.T) {
	text := "En 45-årig man greps i Pajala. Mannen sprang. Mannen skrek. Läraren ramlade."
	if fs := findings(text, ""); len(fs) != 1 {
		t.Errorf("%d findings", len(fs))
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range []string{"En 45-årig man i Kiruna", "45 år gammal", "Lilla Edet", "man i 40-årsåldern"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checktest.Look(t, Check{}, check.Input{Text: text, Place: "Pajala"})
	})
}

func TestFactsAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"Mannen, 78, med blå moped och rullator körde av vägen vid Vilhelmina.": "Mannen, 78, med blå moped",
		"Trebarnsmamman, som är läkare, omkom i en olycka utanför Kiruna.":      "Trebarnsmamman, som är läkare",
		"En 12-åring på Ekskolan i Bollnäs skadades.":                           "12-åring på Ekskolan",
		"En man stoppades i Stockholm.":                                         "",
		"Vi har 12, 14, och 16 platser i Kiruna. Mannen är nöjd.":               "",
	} {
		got := ""
		for _, f := range (Check{}).Look(check.Input{Text: text}) {
			got = f.Text
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWhoCanBeRecognised has descriptions as people make them, and the number that the finding must say; 0 is no finding.
func TestWhoCanBeRecognised(t *testing.T) {
	for text, want := range map[string]string{
		"Mannen i den gula Volvon fick lämna ifrån sig körkortet i Åsele.":             "ungefär 2 personer",
		"Hon som jobbar på Ica i Malå anmälde branden.":                                "bara in på en person",
		"Tvillingarna i femman på Norrskolan i Dorotea har varit frånvarande.":         "bara in på en person",
		"En präst från Sorsele ligger på vår psykiatriska avdelning.":                  "bara in på en person",
		"Kommunens enda veterinär i Pajala blåste 0,8 promille.":                       "bara in på en person",
		"En sexårig pojke från Munkfors har blivit slagen.":                            "ungefär 25 personer",
		"En 91-åring från Bjurholm omkom i natt.":                                      "ungefär 4 personer",
		"En eritreansk familj med sju barn i Hällefors har fått avslag.":               "bara in på en person",
		"Den misstänkte är 34 år, kommer från Sorsele och arbetar som snickare.":       "bara in på en person",
		"En rullstolsburen elev i nian i Grums har fallit.":                            "bara in på en person",
		"En känd företagare i Gnosjö misstänks för brott.":                             "bara in på en person",
		"En fyrtiosjuårig kvinna från Arjeplog greps.":                                 "ungefär 4 personer i Arjeplog",
		"En kvinna, född 1998, i Sorsele är häktad.":                                   "ungefär",
		"Rektorn, 51, från Ydre anhölls.":                                              "bara in på en person",
		"En kvinna i 30-årsåldern från Göteborg sökte akuten.":                         "",
		"Alla sexåringar i Malå får en bok.":                                           "",
		"Vi söker en lärare till Tallskolan i Jokkmokk.":                               "",
		"Huset i Torsby är 103 år och ska målas. Snickaren är på plats.":               "",
		"Brandchefen i Åsele: branden är släckt, ingen är skadad.":                     "",
		"Läraren Eva i Arjeplog får årets pris.":                                       "",
		"Polisen i Pajala har utrett branden, säger polischefen.":                      "",
		"Vår lärare i franska i Malå berättar.":                                        "",
		"Den gula bussen i Vilhelmina går klockan 8.":                                  "",
		"I Grums är 12 av 100 över 80 år.":                                             "",
		"Familj med två barn i Pajala söker bostad.":                                   "",
		"Rektorn på skolan i Överkalix har skrivit ett brev. Hela byn läste det.":      "",
		"Mammor och pappor i Malå, kom till öppna förskolan med era bilar och cyklar.": "",
		"Det finns 45 år gamla stolar i Sorsele. Snickaren renoverar dem.":             "",
	} {
		got := ""
		for _, f := range findings(text, "") {
			got = f.Reason.SV
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

package tone

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Årets smartaste tjuv greps i natt. Mannen fastnade i fönstret. Haha! 😂", "Jag tycker att straffet är löjligt lågt.")
}

func rules(text, profile string) string {
	var out []string
	for _, f := range (Check{}).Look(check.Input{Text: text, Profile: profile}) {
		out = append(out, strings.TrimPrefix(f.Rule, "tone.")+" "+f.Grade.String())
	}
	return strings.Join(out, "; ")
}

func TestWhatJOHasSaid(t *testing.T) {
	for text, want := range map[string]string{
		"I natt greps en man. Dagens geni försökte krypa in genom ventilen. Haha!":             "mockery likely",
		"Hasta la vista, sa vi till mannen när han fick följa med till arresten. 😂":            "mockery possible",
		"En kraftigt berusad kvinna hittades gråtande på torget. Patrullen tog hand om henne.": "vulnerable likely",
		"Pojken grät när vi hämtade honom. Han var livrädd för pappan.":                        "vulnerable likely",
		"Jag tycker att domstolen gav ett alldeles för milt straff.":                           "opinion likely",
		"Det är skandal vad det kostar samhället, tycker vi.":                                  "opinion likely",
		"Du måste alltid visa legitimation.":                                                   "onesided possible",
		"Vårt råd är att du är skyldig att hålla dig inne.":                                    "onesided possible",
		"Bra jobbat av Centerpartiet i går!":                                                   "party likely",
		"Rösta på Moderaterna på söndag.":                                                      "party likely",
		"Moderaterna har möte.":                                                                "party possible",
	} {
		if got := rules(text, ""); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestOrdinaryPostsPass(t *testing.T) {
	for _, text := range []string{
		"God morgon! Kaffet är varmt och snön ligger kvar. Kör försiktigt så ses vi i kväll. ☀️",
		"Haha, vår polishund Bamse åt upp lunchen i dag. Han ångrar ingenting. 😂",
		"Tack för alla fina hälsningar! Vi blev så glada att vi nästan grät.",
		"Mår du dåligt? Du är inte ensam. Ring 1177 så får du hjälp.",
		"Vi söker vittnen till en olycka på E4. En man skadades lätt. Ring 114 14.",
		"I dag firar vi att biblioteket fyller 50 år med tårta och sagostund.",
		"Knark finansierar skjutningar. Köper du en påse betalar du för nästa kula. Det är inte romantiskt.",
		"Kommunstyrelsen beslutade i går om budgeten för nästa år.",
		"Självklart hjälper vi dig! Ring oss så berättar vi mer.",
		"",
	} {
		if got := rules(text, "police-local"); got != "" {
			t.Errorf("%q: %s", text, got)
		}
	}
}

func TestProfilesMoveTheLimits(t *testing.T) {
	for _, c := range []struct{ text, strict, free string }{
		{"Mannen kunde inte låsa upp sin cykel. Lol.", "mockery possible", ""},
		{"Moderaterna har möte i kväll.", "party possible", ""},
	} {
		if got := rules(c.text, "benefits"); got != c.strict {
			t.Errorf("benefits: %q: %s", c.text, got)
		}
		if got := rules(c.text, "municipality"); got != c.free {
			t.Errorf("municipality: %q: %s", c.text, got)
		}
	}
}

func TestNeverCertainAlwaysAQuestion(t *testing.T) {
	text := "Årets dummaste tjuv, haha! 😂 Mannen greps. Pinsamt! Jag tycker straffet är löjligt. Du måste alltid lyda. Heja Liberalerna! Den berusade mannen grät i arresten."
	for profile := range profiles {
		for _, f := range (Check{}).Look(check.Input{Text: text, Profile: profile}) {
			if f.Grade == check.Certain || !strings.Contains(f.Advice.SV, "?") || !strings.Contains(f.Source, "JO") || strings.Contains(f.Reason.SV, "ironi") {
				t.Errorf("%+v", f)
			}
		}
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range []string{"En man greps. Haha 😂", "Heja Liberalerna", "Du måste alltid"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checktest.Look(t, Check{}, check.Input{Text: text, Profile: "police-local"})
		checktest.Look(t, Check{}, check.Input{Text: text})
	})
}

func TestAReasonNamesTwoWords(t *testing.T) {
	found := Check{}.Look(check.Input{Text: "Rösta på Moderaterna på söndag!"})
	if len(found) != 1 || found[0].Reason.SV != "”Rösta på” står ihop med ”Moderaterna”. Det kan läsas som att myndigheten tar ställning." {
		t.Errorf("%+v", found)
	}
}

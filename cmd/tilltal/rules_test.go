package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"tilltal/check/all"
	"tilltal/check/stream"
)

// showing is a post that a rule must speak of, and one like it that it must let be.
type showing struct {
	rule    string
	account string
	yes, no string
	media   [2]string // JSON of the pictures of each, when the rule is about pictures
}

var (
	long  = strings.Repeat("Vi plogar vägar och gator i dag. ", 200)
	heavy = strings.Repeat("Kommunstyrelsens arbetsutskotts sammanträdesprotokoll föreligger beträffande investeringsbudgetens huvudprinciper. ", 12)
)

// examples are the rules that others measure with (docs/checks.md).
var examples = []showing{
	{rule: "personaldata.personnummer", yes: "Hon har 850709-9805.", no: "Mötet är 2024-05-01."},
	{rule: "personaldata.samordningsnummer", yes: "Han har 701063-2391.", no: "Ring 0771-12 34 56."},
	{rule: "personaldata.organisationsnummer", yes: "Org.nr 802005-1952", no: "Vi är 802 005 medlemmar."},
	{rule: "personaldata.phone", yes: "Ring Anna på 070-174 06 05.", no: "Öppet 08.00–17.00."},
	{rule: "personaldata.email", yes: "Skriv till anna.berg@example.se.", no: "Skriv till registrator@example.se."},
	{rule: "personaldata.iban", yes: "SE45 5000 0000 0583 9825 7466", no: "Linje SE45 går till torget."},
	{rule: "personaldata.bankgiro", yes: "Bankgiro 5050-1055", no: "Läsåret 2023-2024"},
	{rule: "personaldata.plate", yes: "Bilen ABC 123 stod kvar.", no: "Väg E45 stängs av."},
	{rule: "personaldata.casenumber", yes: "Ärende 5000-K123456-24", no: "Lagen (2009:400) gäller."},
	{rule: "personaldata.coordinates", yes: "Olyckan: 59.32930, 18.06860", no: "Det kostar 59.32 och 18.06 kronor."},
	{rule: "personaldata.address", yes: "Mannen bor på Storgatan 12.", no: "Storgatan är avstängd."},
	{rule: "personaldata.name", yes: "I går träffade vi Anna Svensson.", no: "I går träffade vi brandmannen."},
	{rule: "personaldata.sensitive", yes: "Anna Svensson har cancer.", no: "Cancer är en vanlig sjukdom."},
	{rule: "identification.crowd", account: "police-local", yes: "En 45-årig lärare med röd Volvo i Kiruna greps.", no: "En man i Stockholm fick hjälp."},
	{rule: "tone.mockery", yes: "Årets smartaste tjuv fastnade i fönstret. Haha! Vi grep mannen.", no: "Vi grep en man för inbrott."},
	{rule: "tone.vulnerable", account: "benefits", yes: "Vi träffade en berusad gråtande kvinna på torget i natt.", no: "Kvinnor och män får stöd."},
	{rule: "tone.opinion", yes: "Jag tycker att straffet är löjligt.", no: "Straffet är böter."},
	{rule: "tone.onesided", yes: "Det är alltid olagligt.", no: "Det är oftast förbjudet, men det finns undantag."},
	{rule: "tone.party", yes: "Bra jobbat av Socialdemokraterna!", no: "Bra jobbat av alla!"},
	{rule: "accessibility.alt", yes: "Se bilden.", no: "Se bilden.", media: [2]string{`[{"kind":"image","alt":""}]`, `[{"kind":"image","alt":"En plogbil röjer snö framför rådhuset."}]`}},
	{rule: "accessibility.hashtag", yes: "Välkommen! #tillgängligkommun", no: "Välkommen! #TillgängligKommun"},
	{rule: "accessibility.emoji", yes: "Hurra 🎉🎉🎉🎉🎉", no: "Hurra 🎉"},
	{rule: "accessibility.fancy", yes: "𝕍ä𝕝𝕜𝕠𝕞𝕞𝕖𝕟 till oss", no: "Välkommen till oss"},
	{rule: "accessibility.caps", yes: "ALLA MÅSTE LÄSA DET HÄR NU", no: "Alla bör läsa det här nu."},
	{rule: "accessibility.link", yes: "Läs mer: https://bit.ly/3abcde", no: "Läs om bygglov på vår webbplats."},
	{rule: "accessibility.captions", yes: "Se filmen.", no: "Se filmen.", media: [2]string{`[{"kind":"video","alt":"Film","captions":false}]`, `[{"kind":"video","alt":"Film","captions":true}]`}},
	{rule: "accessibility.language", yes: "The library is closed on Monday because the staff will be away for training all day.", no: "Biblioteket är stängt på måndag eftersom alla är på utbildning hela dagen."},
	{rule: "secrecy.investigation", account: "police-local", yes: "Mannen greps i går och sitter i förhör.", no: "Vi söker vittnen."},
	{rule: "secrecy.social", account: "municipality", yes: "Familjen har försörjningsstöd sedan i våras.", no: "Så ansöker du om försörjningsstöd."},
	{rule: "secrecy.health", account: "health", yes: "Patienten opererades i natt.", no: "Vårdcentralen öppnar klockan åtta."},
	{rule: "secrecy.school", account: "municipality", yes: "Eleven har åtgärdsprogram.", no: "Skolan börjar på måndag."},
	{rule: "secrecy.migration", account: "migration", yes: "Hennes asylansökan avslogs.", no: "Så ansöker du om asyl."},
	{rule: "secrecy.insurance", account: "benefits", yes: "Mannen har fått avslag på sin sjukpenning.", no: "Sjukpenningen höjs i januari."},
	{rule: "secrecy.protected", yes: "Hon bor på skyddat boende i grannkommunen.", no: "Skyddade träd får stå kvar."},
	{rule: "secrecy.staff", yes: "Läraren är avstängd från jobbet, och hon blir uppsagd.", no: "Vi söker en lärare."},
	{rule: "secrecy.labour", account: "benefits", yes: "Han är inskriven sedan i mars.", no: "Mässan har många arbetsgivare."},
	{rule: "secrecy.informant", yes: "Anmälaren är hennes granne.", no: "Tack för alla tips."},
	{rule: "secrecy.tax", account: "benefits", yes: "Mannen har fått skattetillägg.", no: "Skatten betalas i mars."},
	{rule: "secrecy.security", yes: "Hon sa att larmet är ur funktion.", no: "Larmet testas på måndag."},
	{rule: "impartiality.commercial", yes: "Stans bästa pizza finns här, rekommenderas varmt!", no: "Restaurangen på torget har öppet till klockan 22."},
	{rule: "impartiality.campaign", yes: "Skriv under uppropet i dag!", no: "Lämna dina synpunkter före fredag."},
	{rule: "impartiality.issue", yes: "Vi säger nej till vindkraft i skogen.", no: "Nämnden har beslutat om ett vindkraftverk."},
	{rule: "impartiality.elected", yes: "Tack vare kommunalrådet får ni en ny simhall.", no: "Kommunalrådet inviger badet på lördag."},
	{rule: "impartiality.election", yes: "Moderaterna och Socialdemokraterna är överens om badet.", no: "Förtidsröstningen pågår. Ta med legitimation."},
	{rule: "imagery.code", yes: "Skanna koden.", no: "Skanna koden.", media: [2]string{`[{"kind":"image","alt":"En affisch på torget.","codes":["tel:070-174 06 05"]}]`, `[{"kind":"image","alt":"En affisch på torget.","codes":["https://example.se/bad"]}]`}},
	{rule: "imagery.untold", yes: "Skanna koden.", no: "Läs på example.se/bad.", media: [2]string{`[{"kind":"image","alt":"En affisch på torget.","codes":["https://example.se/bad"]}]`, `[{"kind":"image","alt":"En affisch på torget.","codes":["https://example.se/bad"]}]`}},
	{rule: "imagery.face", yes: "Se bilden.", no: "Se bilden.", media: [2]string{`[{"kind":"image","alt":"Två barn på en gunga.","faces":2}]`, `[{"kind":"image","alt":"En tom gunga i parken."}]`}},
	{rule: "shouting.marks", yes: "Nu är det snö!!!", no: "Nu är det snö!"},
	{rule: "plainlanguage.longsentence", yes: strings.Repeat("och vi plogar vägar ", 8) + ".", no: "Vi plogar vägar."},
	{rule: "plainlanguage.officialese", yes: "Du kommer att erhålla ett besked.", no: "Du får ett besked."},
	{rule: "plainlanguage.passive", yes: "Ansökan ska skickas in före fredag.", no: "Du skickar in ansökan före fredag."},
	{rule: "plainlanguage.nested", yes: "Den som, om det behövs, när ansökan som har skickats in, som regeln säger, är klar, får svar.", no: "Du får svar när vi är klara."},
	{rule: "plainlanguage.doublenegation", yes: "Det är inte omöjligt.", no: "Det är möjligt."},
	{rule: "plainlanguage.abbreviation", yes: "Ansök om insats enligt LSS.", no: "Ansök om stöd."},
	{rule: "plainlanguage.lix", yes: heavy, no: long},
	{rule: "limits.fediverse", yes: long, no: "Kort."}, {rule: "limits.x", yes: long, no: "Kort."}, {rule: "limits.bluesky", yes: long, no: "Kort."}, {rule: "limits.mastodon", yes: long, no: "Kort."},
	{rule: "limits.gotosocial", yes: long, no: "Kort."}, {rule: "limits.threads", yes: long, no: "Kort."}, {rule: "limits.facebook", yes: strings.Repeat(long, 12), no: "Kort."},
	{rule: "limits.instagram", yes: long, no: "Kort."}, {rule: "limits.linkedin", yes: long, no: "Kort."}, {rule: "limits.youtube", yes: long, no: "Kort."},
}

// TestEveryStableRuleSpeaks reads the examples as others do: one JSON object a line, through the command.
func TestEveryStableRuleSpeaks(t *testing.T) {
	args := []string{"check", "--jsonl", "--day", "2026-09-01"} // in the weeks before an election
	var in strings.Builder
	lines := json.NewEncoder(&in)
	for _, e := range examples {
		for i, text := range []string{e.yes, e.no} {
			line := map[string]any{"id": e.rule, "text": text, "account": e.account}
			if e.media[i] != "" {
				line["media"] = json.RawMessage(e.media[i])
			}
			if err := lines.Encode(line); err != nil {
				t.Fatal(err)
			}
		}
		if name, ok := strings.CutPrefix(e.rule, "limits."); ok {
			args = append(args, "--network", name)
		}
	}
	var out, errOut strings.Builder
	if code := run(args, strings.NewReader(in.String()), &out, &errOut); code != exitFine {
		t.Fatal(code, errOut.String())
	}
	answers := json.NewDecoder(strings.NewReader(out.String()))
	for _, e := range examples {
		for _, want := range []bool{true, false} {
			var a stream.Answer
			if err := answers.Decode(&a); err != nil || string(a.ID) != `"`+e.rule+`"` {
				t.Fatal(e.rule, err, string(a.ID))
			}
			if got := slices.ContainsFunc(a.Findings, func(f stream.Finding) bool { return f.Rule == e.rule }); got != want {
				t.Errorf("%s: %v for its example, want %v: %+v", e.rule, got, want, a.Findings)
			}
		}
	}
}

// TestEveryRuleIsDocumented holds the page about the checks to the sheets, and the examples to the page.
func TestEveryRuleIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/checks.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, e := range examples {
		shown[e.rule] = true
	}
	posts := len(all.All())
	for i, c := range append(all.All(), all.Incoming()...) {
		sheet := c.Sheet()
		row := ""
		for line := range strings.Lines(string(page)) {
			if strings.HasPrefix(line, "| "+sheet.Name+" |") {
				row = line
			}
		}
		for _, r := range sheet.Rules {
			if !strings.Contains(row, "`"+strings.TrimPrefix(r.ID, sheet.Name)+"`") {
				t.Errorf("docs/checks.md does not name %s", r.ID)
			}
			if i < posts && !shown[r.ID] {
				t.Errorf("%s has no example here", r.ID)
			}
		}
	}
}

package personaldata

import "testing"

// TestOtherWrittenForms has forms of the other kinds of personal data by somebody who had not read the scanners, and what looks like them.
func TestOtherWrittenForms(t *testing.T) {
	for rule, texts := range map[string][]string{
		rulePhone: {"nollsjuttio ett sju fyra noll sex noll fem", "nollsjuttio hundrasjuttiofyra noll sex noll fem", "nr0701740605", "nollåtta tolv trettiofyra femtiosex sjuttioåtta"},
		ruleEmail: {"anna.berg (a) example.com", "anna punkt berg snabela example punkt com", "anna.berg@ example.com", "anna.berg{at}example{dot}com", "anna.berg%40example.com",
			"anna.berg (snabel-a) example (punkt) se", "anna punkt berg at example punkt se", "anna.berg ät example.se", "anna.berg_at_example.se", "anna dot berg at gmail dot com"},
		ruleCase: {"beteckning 8.3-12345/2024", "ärende #2024-4567", "dossiernummer 12-345678", "AM-123456-24", "anmälan K123456-24"},
		ruleCoordinates: {"N 59° 19.755' E 18° 04.116'", "59°19,755′ N 18°04,116′ Ö", "https://www.openstreetmap.org/?mlat=59.3293&mlon=18.0686", "///index.hem.raffel",
			"https://w3w.co/daring.lion.race", "9FFW83MP+QG", "83MP+QG Stockholm", "59.3293\n18.0686"},
		ruleAddress: {"Storg. 12", "Kungsv. 3", "Parkv 2", "Skolg 4, 2 tr ö g", "Storgatan tolv", "Hon bor på Hagen 14", "Torp 123, 444 55 Stenungsund", "Utsikten 3, 185 41 Vaxholm"},
		ruleSensitive: {"Lisa Holm är sosse.", "Anna Berg är med i Kommunal.", "Lena Falk är autistisk.", "Ola Ek har skyddad identitet.", "Anna Bergs DNA hittades på platsen.",
			"Professor Anna Berg berättar om sin cancer."},
	} {
		for _, text := range texts {
			if _, found := finds(text, rule); !found {
				t.Errorf("%s passed over %q", rule, text)
			}
		}
	}
	for rule, texts := range map[string][]string{
		ruleEmail:       {"Vi ses at the museum.", "5 kr/st @100", "3 st @ 25 kr", "kl 8 @ torget"},
		rulePlate:       {"GPT 401", "LED 100 lampor", "PCR 100 tester", "EPA 100"},
		ruleCase:        {"AM-vågen 1234-24", "HFD 2019 ref. 43"},
		ruleCoordinates: {"C++", "4 + 4", "https://example.se/a.b.c", "priset 6 580 822 kr, 674 032 kr"},
		ruleAddress:     {"Helsingborg. 12 personer kom.", "Storgatan två gånger om dagen", "Backen 3 meter hög", "Solsidan 2 säsonger", "Han kom från Göteborg. 3 dagar senare"},
		ruleSensitive:   {"Anna Berg föreläser om adhd.", "Professor Anna Berg forskar om diabetes.", "Anna Berg är ny chef för socialtjänsten.", "Rom är en vacker stad, skriver Anna Berg."},
	} {
		for _, text := range texts {
			if g, found := finds(text, rule); found {
				t.Errorf("%s: %q is %v", rule, text, g)
			}
		}
	}
}

package personaldata

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Ring Anna Svensson på 070-174 06 05, pnr 850709-9805.", "Hon bor på Storgatan 12, 123 45 Exempelby. Anna Berg är sjuk.",
		"anna.svensson@example.se ABC 123 SE45 5000 0000 0583 9825 7466 5000-K123456-24 59.32938, 18.06861")
}

// told is what a text is said to hold: "rule grade text", or nothing.
func told(text string, own ...string) (out []string) {
	for _, f := range (Check{}).Look(check.Input{Text: text, Own: own}) {
		out = append(out, strings.TrimPrefix(f.Rule, "personaldata.")+" "+f.Grade.String()+" "+f.Text)
	}
	return out
}

func TestFinds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mobil: 070-174 06 05", "phone certain 070-174 06 05"},
		{"Nås på +46 70 174 06 05 idag", "phone certain +46 70 174 06 05"},
		{"Ring 0701740605", "phone certain 0701740605"},
		{"Ring 08-123 456 78 så svarar vi", "phone likely 08-123 456 78"},
		{"Växeln har 010-123 45 67", "phone possible 010-123 45 67"},
		{"Mejla anna.svensson@example.se.", "email certain anna.svensson@example.se"},
		{"Mejla sfvk.brzz@example.se", "email likely sfvk.brzz@example.se"},
		{"Mejla brzz@example.se", "email possible brzz@example.se"},
		{"Mejla kalle85@gmail.com", "email certain kalle85@gmail.com"},
		{"Mejla anna.svensson (at) example.se", "email certain anna.svensson (at) example.se"},
		{"IBAN SE45 5000 0000 0583 9825 7466", "iban certain SE45 5000 0000 0583 9825 7466"},
		{"Sätt in på bg 5050-1055", "bankgiro likely 5050-1055"},
		{"Bilen ABC 123 stod där", "plate certain ABC 123"},
		{"En volvo med regnr MLB84A", "plate certain MLB84A"},
		{"Tipsa oss, ärende 5000-K123456-24", "casenumber certain 5000-K123456-24"},
		{"Dom i mål nr T 1234-22 kom", "casenumber likely T 1234-22"},
		{"Se dnr KS 2024/12345", "casenumber possible KS 2024/12345"},
		{"Han hittades vid 59.32938, 18.06861", "coordinates likely 59.32938, 18.06861"},
		{"Punkten N 6580822 E 674032", "coordinates likely 6580822 E 674032"},
		{"Vid 59°19'46\"N 18°4'7\"E låg båten", "coordinates likely 59°19'46\"N 18°4'7\"E"},
		{"Han bor på Storgatan 12 B", "address likely Storgatan 12"},
		{"Hon bor på Storgatan 12, 123 45 Exempelby", "address certain Storgatan 12, 123 45 Exempelby"},
		{"Org.nr 802005-1952", "organisationsnummer certain 802005-1952"},
		{"Igår träffade vi Anna Svensson", "name certain Anna Svensson"},
		{"åklagare Brzezinski säger nej", "name likely Brzezinski"},
		{"min granne anna svensson skrek", "name certain anna svensson"},
		{"Det är Annas cykel", "name likely Annas"},
		{"Hej Anna! Tack för ditt brev.", "name possible Anna"},
		{"Vi hör av oss. Vänliga hälsningar, Malin", "name possible Malin"},
		{"Hej Anna Svensson! Tack för ditt brev.", "name certain Anna Svensson"},
		{"pnr 850709-9804", "personnummer possible 850709-9804"},
	} {
		if got := strings.Join(told(c.text), "; "); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestLetsBe(t *testing.T) {
	for _, text := range []string{
		"Enligt lagen (2009:400) och SFS 2018:218 gäller detta.",
		"Registrator: registrator@example.se, info@example.se, kommunstyrelsen@example.se",
		"Öppet 08.30-16.30, lördag 10-14. Ring 112 vid fara och 1177 för råd.",
		"Ring 020-123 456 eller 0771-11 44 77.",
		"Mötet är 2024-05-01 kl. 12.30. Budgeten är 1 250 000 000 kronor.",
		"JO dnr 5875-2012 handlar om det.",
		"Vi ses på Sven Hultins gata och vid Karl Johans torg.",
		"Stig in! Björn på vägen. Linn är ett tyg. Nu är det maj.",
		"Selma Lagerlöf fick priset.", "Logga in på Mina sidor.",
		"Vår tjänstehund Zelda åt upp min lunch. Grattis Västermalm till 40 år!",
		"Vi såg 40 bilar och 198 bussar. En bil som 200 andra. Bilen tog 150 platser.",
		"E4 vid Gävle, väg 40 och linje 123. ISO 9001, SEK 500, A4.",
		"OCR: 8507099805",
		"Välkommen till Umeå, Kiruna och Nora!",
		"Läs https://www.example.se/a/2024/05/01/12345678",
		"EAN 7310865004703 och artikel 7350012345678",
		"",
	} {
		if got := told(text); len(got) > 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestOwnIsLetBe(t *testing.T) {
	text := "Ring Anna Svensson, 070-174 06 05, eller skriv till anna.svensson@example.se. Vi finns på Storgatan 12."
	if got := told(text, "Anna Svensson", "+46701740605", "anna.svensson@example.se", "Storgatan 12, 123 45 Exempelby"); len(got) > 0 {
		t.Errorf("the authority's own: %v", got)
	}
	if got := told(text); len(got) < 4 {
		t.Errorf("without the list: %v", got)
	}
}

func TestSensitive(t *testing.T) {
	for text, want := range map[string]bool{
		"Anna Svensson är sjukskriven.":                           true,
		"Vi mötte Anna Svensson. Hon har cancer.":                 true,
		"Anna Svensson hälsar. Det är sol. Cancer är en sjukdom.": false,
		"Cancer är en sjukdom.":                                   false,
		"850709-9805 fick försörjningsstöd.":                      true,
	} {
		found := false
		for _, s := range told(text) {
			found = found || strings.HasPrefix(s, "sensitive")
		}
		if found != want {
			t.Errorf("%q: %v", text, told(text))
		}
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range []string{"850709–9805", "+46 70 174 06 05", "a.b@c.de", "SE45 5000", "Anna Berg", "ABC 12D", "N 6580822 E 674032", "59°19'46\"N 18°4'7\"E", "Storgatan 1, 123 45 Ort", "född 850709 sista 9805"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checktest.Look(t, Check{}, check.Input{Text: text})
		checktest.Look(t, Check{}, check.Input{Text: text, Own: []string{"Anna Svensson", text}})
	})
}

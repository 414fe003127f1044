package personaldata

import (
	"testing"

	"tilltal/check"
)

// TestWhatStandsAroundTells holds that a name which is also a word, opens its sentence or is rare is seen by what stands around it.
func TestWhatStandsAroundTells(t *testing.T) {
	for _, text := range []string{
		"Sten sitter i receptionen i dag",
		"Ann-Louise i växeln hjälpte mig",
		"Viola och Love spelar på skolavslutningen",
		"Bravo! Grattis Leyla",
		"Yasmins faktura är fel",
		"Överläkare Trummelgård svarar på frågor",
		"Enligt von der Heyden är planen klar",
		"Marken hör till Sjöbloms gård",
		"Melker, 9, vann loppet",
		"Handläggare Bolgerson ringer upp",
		"Drottning Beatrix II kommer på besök",
	} {
		if !namesSomebody(text) {
			t.Errorf("missed: %s", text)
		}
	}
}

// TestWhatStandsAroundTellsOfNobody holds that companies called after somebody, sights, figures, things and dead kings are let be.
func TestWhatStandsAroundTellsOfNobody(t *testing.T) {
	for _, text := range []string{
		"Pettersons Bageri bakar till festen",
		"Annas Pizzeria har öppet",
		"Furuvik är stängt",
		"Lisebergs karuseller snurrar",
		"Kalle Anka visas klockan tre",
		"Bamse delar ut böcker på biblioteket",
		"Sten och grus ligger på vägen",
		"Stig på bussen framme",
		"Traktorn kördes av räddningstjänsten. Sopbilen Sopsork kommer i morgon",
		"Gustav III byggde operan",
		"Karl XII dog i Norge",
		"Jesus vilken kö",
		"Handläggare Skolinspektionen",
		"Ferrari, ring oss",
		"",
	} {
		if namesSomebody(text) {
			t.Errorf("asked about: %s: %v", text, (Check{}).Look(check.Input{Text: text})[0].Text)
		}
	}
}

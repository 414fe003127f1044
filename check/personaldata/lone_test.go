package personaldata

import (
	"strings"
	"testing"

	"tilltal/check"
)

// TestLoneSurnames are asked about and no more; words, places and clubs that stand the same are let be.
func TestLoneSurnames(t *testing.T) {
	for text, want := range map[string]check.Grade{
		"Den 67-årige Mzkefu flydde i natt.":         check.Likely,
		"Enligt kommunen öppnar badet i morgon.":     check.None,
		"Vi ses vid Kvarnbacken på lördag.":          check.None,
		"Lekplatsen öppnar i dag. Truppen kom hit.":  check.None,
		"Enligt Skolinspektionen är skolan bra.":     check.None,
		"Tåget från Skaraborg är sent.":              check.None,
		"Guldfinalen visas på storbild vid stranden": check.None,
	} {
		got := check.None
		for _, f := range (Check{}).Look(check.Input{Text: text}) {
			if f.Rule == ruleName {
				got = max(got, f.Grade)
			}
		}
		if got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestOtherLanguagesBeginTheirSentences: a word that opens a sentence in another language is nobody because Swedish does not have it.
func TestOtherLanguagesBeginTheirSentences(t *testing.T) {
	for text, want := range map[string]bool{
		"Today we plant twelve new lime trees along Storgatan.\n\nDo you wonder about something? Ask us here.": false,
		"Tomorrow the library closes at noon. Yesterday it was open until late in the evening.":                false,
		"Huomenna kirjasto on kiinni. Tervetuloa taas maanantaina, kun olemme avanneet ovet.":                  false,
		"Heute schließt die Bibliothek um zwölf. Danke für eure Geduld und bis bald.":                          false,
		"Die Müllabfuhr kommt nicht, und die Straße vor der Schule ist voll. Vielen Dank für die Hilfe.":       false,
		"Der Bürgermeister hat mit Klaus Müller über die Straße gesprochen, und alle sind zufrieden.":          true,
		"Yesterday we met Berggren at the library, and she told us about the lime trees.":                      true,
	} {
		if got := named(check.Input{Text: text}); got != want {
			t.Errorf("%q names somebody: %v, want %v", text, got, want)
		}
	}
	if named(check.Input{Text: "Today we plant.", Language: "en"}) {
		t.Error("who says that the text is in English is believed")
	}
}

// TestTitlesAndInitials: who has a title or initials is somebody, though nobody has heard of the name; a letter after a word is not an initial.
func TestTitlesAndInitials(t *testing.T) {
	for text, want := range map[string]string{
		"Lektor Hemer svarade inte.":                   "Hemer",
		"I går kom byråchef Rohlin till Kiruna.":       "Rohlin",
		"Vi tackar prof. Adams-Ray för hjälpen.":       "Adams-Ray",
		"Socialsekr. Wikafur ringde mig i går.":        "Wikafur",
		"Skolkuratorn Trummelgård hjälpte oss.":        "Trummelgård",
		"Boken är skriven av J.R.R. Tolkien.":          "J.R.R. Tolkien",
		"Enligt Z P Dienes är det så.":                 "Z P Dienes",
		"Kontakta E.L. Wikafur om du vill.":            "E.L. Wikafur",
		"E. Lindqvist ringde.":                         "E. Lindqvist",
		"Läkaren hette visst Papadopoulos.":            "Papadopoulos",
		"ICA Maxi har bättre öppettider än er":         "",
		"Poeten Li Li läser på biblioteket.":           "Li Li",
		"Fullmäktige sa ja till nytt badhus.":          "",
		"Du som är O-negativ får fika.":                "",
		"Polishästen Göte vägrar gå förbi.":            "",
		"Plan B. Kommunen öppnar igen.":                "",
		"Se bilaga A. Trafikverket svarar.":            "",
		"Alla får vaccin mot hepatit B. Vaccin finns.": "",
		"I Sovjetunionen prövar man sådant.":           "",
		"The Boiling Water Reactor är en typ.":         "",
	} {
		var got []string
		for _, f := range (Check{}).Look(check.Input{Text: text}) {
			if f.Rule == ruleName {
				got = append(got, text[f.Span.Start:f.Span.End])
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

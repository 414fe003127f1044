package accessibility

import (
	"slices"
	"strings"
	"testing"

	"tilltal/check"
)

// speaks reports whether a rule says anything about a text.
func speaks(rule, text string) bool {
	return slices.ContainsFunc(Check{}.Look(check.Input{Text: text}), func(f check.Finding) bool { return f.Rule == rule })
}

func TestLettersInDisguise(t *testing.T) {
	for _, text := range []string{"ᵛⁱᵏᵗⁱᵍᵗ", "ᴠɪᴋᴛɪɢᴛ", "v̲i̲k̲t̲i̲g̲t̲", "v̶i̶k̶t̶i̶g̶t̶", "ʇƃᴉʇʞᴉʌ", "VΣRKLIGΣN", "ᏉᎥᏦᏖᎥᎶᏖ", "₵₳Ⱡ₭", "Ḧ̴̢́ë̵́j̶̾s̸̈", "①②③ steg", "ｆｕｌｌ", "ꜰʀɪ ᴇɴᴛʀᴇ", "Вiktigt mеddelande"} {
		if !speaks(ruleFancy, text+" nu") {
			t.Errorf("%q passes", text)
		}
	}
	for _, text := range []string{"H₂O och CO₂", "m² och 10⁻³", "naïve à la carte", "Łódź och Søren", "Ελλάδα", "Привет", "中文", "العربية", "10 μm", "α-strålning", "mΩ", "5 €", "№ 5", "☀️ Sol", "1️⃣ Först", "tie\u0302ng Viê\u0323t", "Vägen till å\u0308n"} {
		if speaks(ruleFancy, text) {
			t.Errorf("%q is called fancy", text)
		}
	}
}

func TestShoutsAndSpacedLetters(t *testing.T) {
	for _, text := range []string{"STOPP! Kör inte här.", "Vi har STÄNGT i dag.", "Du MÅSTE läsa", "S  T  Ä  N  G  T", "s.t.ä.n.g.t i dag", "V-I-K-T-I-G-T", "O B S ! Halt", "GRATIS kaffe"} {
		if !speaks(ruleCaps, text) {
			t.Errorf("%q passes", text)
		}
	}
	for _, text := range []string{"MSB och SMHI varnar", "IKEA i Umeå", "BRIS och BUP", "A B C", "Plan A, B och C", "t.o.m. fredag", "UNICEF och UNESCO", "HBTQI", "FRIDA (S)", "Hej OBS", "USA:s ambassad", "Vitamin A, D, E"} {
		if speaks(ruleCaps, text) {
			t.Errorf("%q is said to shout", text)
		}
	}
}

func TestTagsOfOneWordAreLetBe(t *testing.T) {
	for tag, want := range map[string]string{"#LEVANDELANDSBYGD": "", "#cykla_till_jobbet": "#CyklaTillJobbet", "#tryggstad2027": "#TryggStad2027", "#räddningstjänsten": "-", "#kommunfullmäktige": "-", "#TillgängligKommun2027": "-"} {
		got := "-"
		for _, f := range (Check{}).Look(check.Input{Text: "Läs om oss " + tag}) {
			if f.Rule == ruleHashtag {
				got = f.Instead
			}
		}
		if got != want && want != "" || want == "" && got == "-" {
			t.Errorf("%s becomes %q, want %q", tag, got, want)
		}
	}
}

func TestDescriptionsThatSayNothing(t *testing.T) {
	for _, alt := range []string{"Kan vara en bild av 2 personer och text", "No photo description available.", "Foto: Anna Exempelsson", "Ingen beskrivning tillgänglig.", "Det här är en bild av en älg", "https://example.se/bild"} {
		found := Check{}.Look(check.Input{Text: "Nu är det vinter.", Media: []check.Media{{Kind: "image", Alt: alt}}})
		if len(found) != 1 || found[0].Rule != ruleAlt || found[0].Media != 1 {
			t.Errorf("%q: %+v", alt, found)
		}
	}
}

func TestShortPostsInAnotherLanguage(t *testing.T) {
	for text, want := range map[string]bool{
		"We are open as usual on Saturday.": true, "Biblioteket er åbent på lørdag, og alle er velkomne hos os.": true, "Vi ses på Way Out West!": false, "Have a nice day": false, "Hej och välkommen till oss": false,
	} {
		if speaks(ruleLanguage, text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestBareLinks(t *testing.T) {
	for _, lead := range []string{"Läs vidare: ", "Länk: ", "Info → ", "Se mer här ", "👉 "} {
		if !speaks(ruleLink, lead+"https://www.example.se/a") {
			t.Errorf("%q says enough", lead)
		}
	}
	if long := strings.Repeat("Så här söker du bygglov. ", 3) + "Blanketten finns på https://www.example.se/bygglov"; speaks(ruleLink, long) {
		t.Error("a link with its words is asked about")
	}
}

package accessibility

import (
	"slices"
	"strings"
	"testing"

	"tilltal/check"
)

// pair is one thing of the list: what is to be noted, and what looks like it and is not.
type pair struct {
	rule, language string
	yes, no        []string
}

// TestTheWholeListOfTexts goes through what can shut somebody out of a text, each with a near miss, in Swedish and English.
func TestTheWholeListOfTexts(t *testing.T) {
	for _, p := range []pair{
		{ruleEmoji, "sv", []string{"Ta med:\n🔥 tändstickor\n💧 vatten", "Ta 🚌 till jobbet", "Glad fredag 🎉🎈🎊🥳", "1️⃣ Stanna\n2️⃣ Larma"}, []string{"Ta med:\n- tändstickor\n- vatten 💧", "Ta bussen till jobbet 🚌", "Glad fredag 🎉🎈🎊", "Bra jobbat! 👏 Nu fortsätter vi.", "Välkomna 👨‍👩‍👧‍👦👩🏽‍🚒🇸🇪"}},
		{ruleEmoji, "en", []string{"Bring:\n🔥 matches\n💧 water", "Take the 🚌 to work"}, []string{"Bring:\n- matches\n- water 💧", "Take the bus to work 🚌"}},
		{ruleFancy, "sv", []string{"𝐕𝐢𝐤𝐭𝐢𝐠𝐭 i dag", "Ⓗⓔⓙ på er", "Ｈｅｊ på er", "🅷🅴🅹 på er"}, []string{"Häll i ½ liter mjölk", "Lokalen är 40 m² stor", "© Umeå kommun 2024", "Det är 20 ℃ i vattnet", "🅿️ Parkera vid hallen"}},
		{ruleFancy, "en", []string{"𝓘𝓶𝓹𝓸𝓻𝓽𝓪𝓷𝓽 today"}, []string{"Room № 3 is free"}},
		{ruleCaps, "sv", []string{"VI HAR STÄNGT I DAG", "Detta är VIKTIGT att veta", "V I K T I G T att veta", "Kom till L O P P I S på lördag"}, []string{"OBS! Vi stänger klockan 15.", "IKEA och ICA i Älmhult bygger nytt", "Kung Carl XVI Gustaf kom", "Plan A B C i huset", "C E Johansson och A B Berg"}},
		{ruleCaps, "en", []string{"PLEASE STAY AT HOME", "This is VERY IMPORTANT for us"}, []string{"NATO and the EU meet", "Section A B C"}},
		{ruleLink, "sv", []string{"https://www.example.se/a", "Vi plogar nu. Läs mer: https://example.se/x", "Så söker du bygglov: https://bit.ly/a", "Karta till badet: https://maps.app.goo.gl/abc", "Klicka här för att läsa om badet"}, []string{"Läs mer om vinterns plogning på https://example.se/plog", "Anmäl fel på example.se/fel senast i dag.", "Vi ses här på torget", "Läs mer om badet i receptionen"}},
		{ruleLink, "en", []string{"The pool is open. Click here: https://example.se/x", "Read more: https://example.se/x"}, []string{"Opening hours of the pool: https://example.se/pool"}},
		{ruleLanguage, "sv", []string{"The library is closed on Friday because of the holiday.", "المكتبة مغلقة يوم الجمعة"}, []string{"Biblioteket är stängt på fredag.", "Välkommen till Meet & Greet med Sundsvall Dragons på lördag"}},
		{ruleLanguage, "en", []string{"Biblioteket är stängt på fredag eftersom det är helg och vi är lediga."}, []string{"The library is closed on Friday."}},
		{ruleHashtag, "sv", []string{"Läs mer om oss #tillgängligkommun", "Vi lagar vägen i #Umeå i dag"}, []string{"Läs mer om oss #TillgängligKommun", "Vi lagar vägen i dag #Umeå #VägSen", "Läs mer om oss #räddningstjänsten"}},
	} {
		says := func(text string) bool {
			return slices.ContainsFunc(Check{}.Look(check.Input{Text: text, Language: p.language}), func(f check.Finding) bool { return f.Rule == p.rule })
		}
		for _, text := range p.yes {
			if !says(text) {
				t.Errorf("%s, %s: %q passes", p.rule, p.language, text)
			}
		}
		for _, text := range p.no {
			if says(text) {
				t.Errorf("%s, %s: %q is noted", p.rule, p.language, text)
			}
		}
	}
}

// TestTheWholeListOfPictures goes through what a description can lack, each with a near miss.
func TestTheWholeListOfPictures(t *testing.T) {
	text := "Nu är det vinter. I dag öppnar biblioteket i Ed igen. Välkommen in!"
	for _, alt := range []string{
		"", "   ", "...", "🚒🚒🚒", "DSC_0123.JPG", "20240501_123456.jpg", "P1010023", "image (3)", "signal-2024-05-01-120000",
		"Bild på en brandbil som står vid skolan", "En bild av två barn som leker i sanden", "Fotografi av två barn i sanden", "Foto föreställande en katt på ett tak", "Bilden visar två barn på en gunga",
		"Image of a red fire engine by a school", "Picture showing a red engine by a school", "A photo of two children in a swing",
		"Röd bil", "Brandbil", "I dag öppnar biblioteket i Ed igen.", "Skärmbild av ett sms", "Affisch om loppis", strings.Repeat("Två män lyfter en båt. ", 11),
	} {
		if found := (Check{}).Look(check.Input{Text: text, Media: []check.Media{{Kind: "image", Alt: alt}}}); len(found) != 1 || found[0].Rule != ruleAlt {
			t.Errorf("%q: %+v", alt, found)
		}
	}
	for _, alt := range []string{
		"Brandbil utanför skolan", "Bildläraren visar elever hur man blandar färg", "Bilderböcker om vintern står på en hylla", "Fotografen Bo lär elever att ta kort", "Illustration av en röd stuga i skogen", "Här syns en katt på ett tak",
		"Bibliotekarien Bo låser upp dörren till biblioteket i Ed", "Text: Loppis lördag 4 maj klockan 10 på torget.", strings.TrimSpace(strings.Repeat("Två män lyfter en båt. ", 10)), "A red fire engine by a school", "Photographers wait outside the town hall",
	} {
		if found := (Check{}).Look(check.Input{Text: text, Media: []check.Media{{Kind: "image", Alt: alt}}}); len(found) != 0 {
			t.Errorf("%q: %+v", alt, found)
		}
	}
}

package rule

import (
	"strings"
	"time"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/web/visit"
)

// sample is a made post that a rule speaks of, for rules whose help quotes none. About tells what the post is like, where its words
// are not the point or are too many to show.
type sample struct {
	in    check.Input
	about lingo.Text
}

// examples are the sentences in the rule's own help, or else its sample, with what the rule says of them now.
func examples(v *visit.Visit, c check.Check, rule check.Rule) (out []exampleView) {
	rest := rule.Help.SV
	for {
		_, after, ok := strings.Cut(rest, "”")
		quoted, next, closed := strings.Cut(after, "”")
		if !ok || !closed {
			break
		}
		rest = next
		if f, spoke := said(c, check.Input{Text: quoted, Now: v.Now}, rule.ID); spoke {
			out = append(out, exampleView{text: quoted, reason: v.Say(f.Reason), advice: v.Say(f.Advice)})
		}
	}
	if len(out) > 0 {
		return out
	}
	s, ok := samples[rule.ID]
	if !ok {
		return nil
	}
	if f, spoke := said(c, s.in, rule.ID); spoke {
		view := exampleView{text: s.in.Text, about: v.Say(s.about), reason: v.Say(f.Reason), advice: v.Say(f.Advice)}
		if len(view.text) > most {
			view.text = ""
		}
		out = append(out, view)
	}
	return out
}

// most is how long an example may be to be shown, in bytes.
const most = 300

// said returns what a rule says of a post; ok is false when it says nothing.
func said(c check.Check, in check.Input, rule string) (f check.Finding, ok bool) {
	for _, f := range c.Look(in) {
		if f.Rule == rule {
			return f, true
		}
	}
	return f, false
}

func words(text string) sample { return sample{in: check.Input{Text: text}} }

func media(sv, en string, m check.Media) sample {
	return sample{in: check.Input{Text: "Välkomna till torget.", Media: []check.Media{m}}, about: lingo.T(sv, en)}
}

// samples speak of nobody: the numbers are never issued, or set aside for tests and fiction.
var samples = map[string]sample{
	"personaldata.personnummer":        words("Hon har 850709-9805."),
	"personaldata.samordningsnummer":   words("Han har 701063-2391."),
	"personaldata.organisationsnummer": words("Org.nr 802005-1952"),
	"personaldata.phone":               words("Ring Anna på 070-174 06 05."),
	"personaldata.email":               words("Skriv till anna.berg@example.se."),
	"personaldata.iban":                words("SE45 5000 0000 0583 9825 7466"),
	"personaldata.bankgiro":            words("Bankgiro 5050-1055"),
	"personaldata.plate":               words("Bilen ABC 123 stod kvar."),
	"personaldata.casenumber":          words("Ärende 5000-K123456-24"),
	"personaldata.coordinates":         words("Olyckan: 59.32930, 18.06860"),
	"personaldata.address":             words("Mannen bor på Storgatan 12."),
	"personaldata.name":                words("I går träffade vi Anna Svensson."),
	"personaldata.sensitive":           words("Anna Svensson har cancer."),
	"tone.mockery":                     words("Årets smartaste tjuv fastnade i fönstret. Haha! Vi grep mannen."),
	"impartiality.election": {in: check.Input{Text: "Moderaterna och Socialdemokraterna är överens om badet.", Now: time.Date(2026, time.September, 1, 0, 0, 0, 0, time.UTC)},
		about: lingo.T("Ett inlägg den 1 september ett valår.", "A post on 1 September in an election year.")},
	"accessibility.alt":          media("Ett inlägg med en bild utan beskrivning.", "A post with a picture without a description.", check.Media{Kind: "image"}),
	"accessibility.captions":     media("Ett inlägg med en film utan undertexter.", "A post with a film without captions.", check.Media{Kind: "video", Alt: "Barnen badar i fontänen."}),
	"accessibility.hashtag":      words("Välkommen! #tillgängligkommun"),
	"accessibility.emoji":        words("Hurra 🎉🎉🎉🎉🎉"),
	"accessibility.fancy":        words("𝕍ä𝕝𝕜𝕠𝕞𝕞𝕖𝕟 till oss"),
	"accessibility.caps":         words("ALLA MÅSTE LÄSA DET HÄR NU"),
	"accessibility.link":         words("Läs mer: https://bit.ly/3abcde"),
	"accessibility.language":     words("The library is closed on Monday because the staff will be away for training all day."),
	"imagery.code":               media("En bild med en kod som leder till ett telefonnummer.", "A picture with a code that leads to a telephone number.", check.Media{Kind: "image", Alt: "En affisch på torget.", Codes: []string{"tel:070-174 06 05"}}),
	"imagery.untold":             media("En bild med en kod vars adress inte står i texten.", "A picture with a code whose address is not in the text.", check.Media{Kind: "image", Alt: "En affisch på torget.", Codes: []string{"https://example.se/bad"}}),
	"imagery.face":               media("En bild där två ansikten syns.", "A picture in which two faces can be seen.", check.Media{Kind: "image", Alt: "Två barn på en gunga.", Faces: 2}),
	"plainlanguage.longsentence": words("När vi har plogat de stora vägarna, gångbanorna och skolvägarna fortsätter vi med de små gatorna, parkeringarna, torgen, trapporna och alla de vändplaner som ligger längst ut i byarna."),
	"plainlanguage.nested":       words("Den som, om det behövs, när ansökan som har skickats in, som regeln säger, är klar, får svar."),
	"plainlanguage.abbreviation": words("Ansök om insats enligt LSS."),
	"plainlanguage.lix": {in: check.Input{Text: strings.Repeat("Kommunstyrelsens arbetsutskotts sammanträdesprotokoll föreligger beträffande investeringsbudgetens huvudprinciper. ", 12)},
		about: lingo.T("Tolv meningar i rad med nästan bara långa ord.", "Twelve sentences in a row with hardly any but long words.")},
	"limits.x": long("x", 200), "limits.bluesky": long("bluesky", 200), "limits.mastodon": long("mastodon", 200), "limits.fediverse": long("fediverse", 200), "limits.gotosocial": long("gotosocial", 200),
	"limits.threads": long("threads", 200), "limits.facebook": long("facebook", 2400), "limits.instagram": long("instagram", 200), "limits.linkedin": long("linkedin", 200), "limits.youtube": long("youtube", 200),
}

// long is a post that is too long for a network: so many sentences.
func long(network string, sentences int) sample {
	return sample{in: check.Input{Text: strings.Repeat("Vi plogar vägar och gator i dag. ", sentences), Networks: []string{network}},
		about: lingo.T("Ett inlägg med %d korta meningar.", "A post of %d short sentences.").Put(sentences)}
}

// Package imagery asks about what a picture says and shows: a QR or bar code, which people cannot read and telephones can, and
// faces, whose owners may not know that they are published. What a code says is read by the same checks as if it had been
// written out. Faces are counted, never recognised.
//
// The law it serves: GDPR art. 5.1 c (no more personal data than is needed) and art. 6 (a legal ground to publish somebody's
// picture); SFS 2018:1937 by way of WCAG 2.2, 1.1.1 (what a code says must be there for those who cannot point a camera at it).
package imagery

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

// Check looks at what was read out of the pictures when they were taken in.
type Check struct {
	Readers []check.Check // read what the codes say
}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns questions about the pictures.
func (c Check) Look(in check.Input) []check.Finding {
	notes := check.NewNotes(&sheet, in.Text)
	for i, m := range in.Media {
		for _, code := range m.Codes {
			c.code(notes, in, i+1, code)
		}
		if m.Faces > 0 {
			notes.Picture(i+1, ruleFace, check.Possible, lingo.Count(m.Faces, oneFace, manyFaces),
				lingo.T("Vet de som syns att bilden publiceras, och har ni rätt att göra det? Är det barn, fråga också vårdnadshavaren.",
					"Do those who can be seen know that the picture is published, and may you do so? If they are children, ask whoever has custody too."))
		}
	}
	return notes.Findings()
}

// code lets the readers read what a code says, and asks for its words in the post, unless they are likely to be somebody's: those
// should stand nowhere.
func (c Check) code(notes *check.Notes, in check.Input, number int, code string) {
	worst := check.None
	for _, reader := range c.Readers {
		for _, f := range reader.Look(check.Input{Text: code, Language: in.Language, Profile: in.Profile, Place: in.Place, Own: in.Own, Now: in.Now}) {
			worst = max(worst, f.Grade)
			notes.Picture(number, ruleCode, f.Grade, lingo.T("Koden i bilden säger ”%s”. %s", "The code in the picture says “%s”. %s").Put(short(f.Text), f.Reason), f.Advice).Source = f.Source
		}
	}
	if worst < check.Likely && !told(in, number, code) {
		notes.Picture(number, ruleUntold, check.Possible, lingo.T("Koden i bilden säger ”%s”, och det står inte i inlägget.", "The code in the picture says “%s”, and the post does not.").Put(short(code)),
			lingo.T("Skriv det i inlägget också: alla kan inte skanna en bild som de läser på sin telefon. Går länken dit den ska?",
				"Write it in the post too: not everybody can scan a picture that they read on their phone. Does the link go where it should?"))
	}
}

// told reports whether what a code says also stands in the post or in the picture's description, as people write addresses.
func told(in check.Input, number int, code string) bool {
	bare := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(code), "https://"), "http://"), "/")
	bare = strings.TrimPrefix(strings.TrimPrefix(bare, "www."), "tel:")
	said := strings.ToLower(in.Text + " " + in.Media[number-1].Alt)
	return bare != "" && strings.Contains(said, bare)
}

// mostQuoted is how much of a code is quoted, in characters.
const mostQuoted = 80

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > mostQuoted {
		return string(r[:mostQuoted]) + "…"
	}
	return s
}

// The rules' stable ids.
const (
	ruleCode   = "imagery.code"
	ruleUntold = "imagery.untold"
	ruleFace   = "imagery.face"
)

var (
	oneFace   = lingo.T("%d ansikte syns i bilden.", "%d face can be seen in the picture.")
	manyFaces = lingo.T("%d ansikten syns i bilden.", "%d faces can be seen in the picture.")
)

var sheet = check.Sheet{
	Name:  "imagery",
	Title: lingo.T("Bilder", "Pictures"),
	Help: lingo.T("Läser QR-koder och streckkoder i bilderna, och frågar när ansikten syns. Ingen känns igen, och inget sparas om ansiktena. Omdömet missar ansikten från sidan och små ansikten, och kan ta fel.",
		"Reads QR and bar codes in the pictures, and asks when faces can be seen. Nobody is recognised, and nothing of the faces is kept. The check misses faces from the side and small faces, and can be wrong."),
	Rules: []check.Rule{
		{ID: ruleCode, Title: lingo.T("Uppgifter i en kod", "Data in a code"), Source: "GDPR art. 5.1 c",
			Help: lingo.T("En QR-kod eller streckkod i bilden som innehåller personuppgifter, till exempel ett telefonnummer eller en bokning.", "A QR or bar code in the picture with personal data in it, such as a phone number or a booking.")},
		{ID: ruleUntold, Title: lingo.T("Kod utan text", "A code without words"), Source: "WCAG 2.2, 1.1.1",
			Help: lingo.T("Det som en kod i bilden säger ska också stå i inlägget.", "What a code in the picture says should stand in the post too.")},
		{ID: ruleFace, Title: lingo.T("Ansikten", "Faces"), Source: "GDPR art. 6",
			Help: lingo.T("En fråga när ansikten syns: vet personerna om det? Tilltal känner inte igen någon.", "A question when faces can be seen: do the persons know? Tilltal recognises nobody.")},
	},
}

// Package accessibility sees what shuts somebody out of a post: a picture without a description, a film without captions, a
// hashtag that a screen reader cannot read, letters that only look like letters. One reader in five has a disability that
// this touches; for the officer each remedy takes seconds.
//
// The law it serves: SFS 2018:1937 on accessibility to digital public service, by way of EN 301 549 and WCAG 2.2.
package accessibility

import (
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Check looks for what shuts readers out.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns what shuts readers out, in the text and in the pictures and films.
func (Check) Look(in check.Input) []check.Finding {
	notes := check.NewNotes(&sheet, in.Text)
	pictures(notes, in)
	if in.Text != "" {
		t := in.Prose()
		hashtags(notes, t)
		emojis(notes, t)
		fancy(notes, t)
		capitals(notes, t)
		spaced(notes, t)
		links(notes, t)
		language(notes, t, in.Language)
	}
	return notes.Findings()
}

func span(w prose.Word) check.Span { return check.Span{Start: w.Start, End: w.End} }

// The rules' stable ids.
const (
	ruleAlt      = "accessibility.alt"
	ruleHashtag  = "accessibility.hashtag"
	ruleEmoji    = "accessibility.emoji"
	ruleFancy    = "accessibility.fancy"
	ruleCaps     = "accessibility.caps"
	ruleLink     = "accessibility.link"
	ruleCaptions = "accessibility.captions"
	ruleLanguage = "accessibility.language"
)

var sheet = check.Sheet{
	Name:  "accessibility",
	Title: lingo.T("Tillgänglighet", "Accessibility"),
	Help: lingo.T("Ser efter att alla kan läsa inlägget: den som lyssnar på det, den som ser dåligt, den som inte hör. Omdömet ser inte vad bilden föreställer och kan inte säga om beskrivningen är rätt.",
		"Sees that everybody can read the post: those who listen to it, those who see badly, those who cannot hear. The check does not see what the picture shows, so it cannot say whether the description is right."),
	Rules: []check.Rule{
		{ID: ruleAlt, Title: lingo.T("Bildbeskrivning", "Picture description"), Source: "WCAG 2.2, 1.1.1 och 1.4.5",
			Help: lingo.T("En bild behöver en beskrivning, om den inte bara är dekoration. Bra: ”Två brandbilar utanför skolan, ingen rök syns.”", "A picture needs a description, unless it is only decoration. Good: “Two fire engines outside the school, no smoke to be seen.”")},
		{ID: ruleHashtag, Title: lingo.T("Hashtag", "Hashtag"), Source: "WCAG 2.2, 1.3.1",
			Help: lingo.T("Varje ord i en hashtag börjar med stor bokstav, så att en skärmläsare hör orden: #TillgängligKommun. Taggarna står sist.", "Each word in a hashtag begins with a capital, so that a screen reader hears the words: #TillgängligKommun. The tags stand last.")},
		{ID: ruleEmoji, Title: lingo.T("Emojier", "Emoji"), Source: "WCAG 2.2, 1.1.1",
			Help: lingo.T("Varje emoji läses upp med sitt namn. Högst tre, efter orden, aldrig i stället för dem.", "Every emoji is read aloud by its name. At most three, after the words, never instead of them.")},
		{ID: ruleFancy, Title: lingo.T("Låtsasbokstäver", "Letters that only look like letters"), Source: "WCAG 2.2, 1.3.1",
			Help: lingo.T("Tecken som ser ut som fet eller snirklig stil läses upp som matematik, eller inte alls: 𝗩𝗶𝗸𝘁𝗶𝗴𝘁.", "Characters that look like bold or curly type are read as mathematics, or not at all: 𝗩𝗶𝗸𝘁𝗶𝗴𝘁.")},
		{ID: ruleCaps, Title: lingo.T("Versaler och glest satta ord", "Capitals and spaced letters"), Source: "WCAG 2.2, 1.3.1",
			Help: lingo.T("OBS VIKTIGT är svårt att läsa, och o b s läses bokstav för bokstav.", "NOTE WELL is hard to read, and n o t e is read letter by letter.")},
		{ID: ruleLink, Title: lingo.T("Länk", "Link"), Source: "WCAG 2.2, 2.4.4",
			Help: lingo.T("Läsaren ska veta vart en länk går innan hon följer den. En förkortad adress säger ingenting.", "The reader should know where a link goes before following it. A shortened address says nothing.")},
		{ID: ruleCaptions, Title: lingo.T("Undertexter", "Captions"), Source: "WCAG 2.2, 1.2.1 och 1.2.2",
			Help: lingo.T("En film med tal behöver undertexter. Ett ljudklipp behöver det sagda i text.", "A film with speech needs captions. A sound needs its words in text.")},
		{ID: ruleLanguage, Title: lingo.T("Språk", "Language"), Source: "WCAG 2.2, 3.1.1 och 3.1.2",
			Help: lingo.T("Texten verkar vara på ett annat språk än det som är valt. Då läses den upp med fel uttal.", "The text seems to be in another language than the one chosen. Then it is read aloud with the wrong sounds.")},
	},
}

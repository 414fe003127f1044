// Package tone puts the questions that the Parliamentary Ombudsman (JO) has put to posts by authorities. An officer may be
// personal, warm and funny; JO has said so. What JO has criticised is making fun of people met on duty, telling of people in a
// vulnerable situation, own opinions with the authority as sender, one-sided accounts of the law, and taking sides.
//
// The law it serves: SFS 1974:152 1 kap. 9 § (objectivity and impartiality) and SFS 2017:900 5 §.
//
// The check sees words, not meaning. It never claims to detect irony: it says that cues meet which JO has named, asks the
// writer a question, and leaves the rest to a second reader. The account's tone profile moves the limits.
package tone

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

// Check looks for what JO has criticised.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns questions about the tone.
func (Check) Look(in check.Input) []check.Finding {
	if in.Text == "" {
		return nil
	}
	r := &reader{t: in.Prose(), profile: profileOf(in.Profile), notes: check.NewNotes(&sheet, in.Text)}
	r.marks = mark(r.t)
	r.mockery()
	r.vulnerable()
	r.opinion()
	r.oneSided()
	r.party()
	return r.notes.Findings()
}

// The rules' stable ids.
const (
	ruleMockery    = "tone.mockery"
	ruleVulnerable = "tone.vulnerable"
	ruleOpinion    = "tone.opinion"
	ruleOneSided   = "tone.onesided"
	ruleParty      = "tone.party"
)

const (
	jo2012      = "JO dnr 5875-2012"
	joPersonal  = "JO, uttalanden om ett inlägg på Polismyndighetens konto på Facebook (2015)"
	joHelsing   = "JO, kritik mot polisen i Helsingborg för inlägg på Facebook (2018)"
	joGrastorp  = "JO, kritik mot kommunchefen och kommunstyrelsen i Grästorps kommun; SFS 1974:152 1 kap. 9 §"
	joCleared   = "JO dnr 6153-2012"
	clearedText = "JO fann ingen kritik när en skarp ton hade ett brottsförebyggande syfte och ingen kunde kännas igen (" + joCleared + ")."
)

var sheet = check.Sheet{
	Name:  "tone",
	Title: lingo.T("Ton", "Tone"),
	Help: lingo.T(`Ställer de frågor som JO har ställt till myndigheters inlägg. Värme, humor och ett personligt tilltal går bra.

Omdömet ser ord, inte avsikt, och påstår aldrig att något är ironiskt. `+clearedText+` Kontots tonprofil flyttar gränserna: en lokal polis får vara mer personlig än en myndighet som betalar ut stöd.`,
		`Puts the questions that JO has put to posts by authorities. Warmth, humour and a personal voice are fine.

The check sees words, not intent, and never says that something is ironic. JO had no criticism when a sharp tone had a crime-prevention purpose and nobody could be recognised (`+joCleared+`). The account's tone profile moves the limits: local police may be more personal than an authority that pays benefits.`),
	Rules: []check.Rule{
		{ID: ruleMockery, Title: lingo.T("På någons bekostnad", "At somebody's expense"), Source: jo2012,
			Help: lingo.T("Skämt, filmcitat eller hån om en person som mötts i tjänsten: ”Årets smartaste tjuv fastnade i fönstret. Haha!”", "Jokes, film quotes or scorn about a person met on duty: “The smartest thief of the year got stuck in the window. Haha!”")},
		{ID: ruleVulnerable, Title: lingo.T("Någon i en utsatt situation", "Somebody in a vulnerable situation"), Source: jo2012,
			Help: lingo.T("En berättelse om en person som var full, sjuk, sörjande eller ett barn: ”En gråtande pojke satt i bilen.”", "A story of a person who was drunk, ill, grieving or a child: “A crying boy sat in the car.”")},
		{ID: ruleOpinion, Title: lingo.T("Egna åsikter", "Own opinions"), Source: joPersonal,
			Help: lingo.T("Egna känslor om domstolar, straff, kostnader, politik eller grupper: ”Jag tycker att straffet är löjligt.”", "Own feelings on courts, sentences, costs, politics or groups: “I think the sentence is ridiculous.”")},
		{ID: ruleOneSided, Title: lingo.T("Ensidigt om lag och råd", "One-sided on law and advice"), Source: joHelsing,
			Help: lingo.T("Råd som låter som plikt, eller en regel utan sina undantag: ”Det är alltid olagligt.”", "Advice that sounds like duty, or a rule without its exceptions: “It is always illegal.”")},
		{ID: ruleParty, Title: lingo.T("Partier och förtroendevalda", "Parties and elected persons"), Source: joGrastorp,
			Help: lingo.T("Att ta ställning för eller mot ett parti eller en förtroendevald: ”Bra jobbat av Exempelpartiet!”", "Taking sides for or against a party or an elected person: “Well done, the Example Party!”")},
	},
}

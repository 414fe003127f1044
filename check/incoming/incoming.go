// Package incoming reads what citizens write to the authority, with the same engine as reads what the authority writes. It
// marks what a colleague should see soon: a threat, a child who may be in danger, somebody who tells of a crime, an error
// report, a question, a text in another language. It decides nothing, hides nothing and answers nobody; a mark is a word on a
// note, with its reason, that a person can take away.
//
// The law it serves: SFS 2017:900 6 § (service) and 13 § (other languages), SFS 2025:400 19 kap. 1 § (children at risk are
// reported at once), SFS 1977:1160 3 kap. 2 § (threats at work).
package incoming

import (
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
	"tilltal/check/tongue"
)

// Check marks incoming messages.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns marks. Each rule marks a message once: where it was seen first.
func (Check) Look(in check.Input) []check.Finding {
	if in.Text == "" {
		return nil
	}
	r := &reader{t: in.Prose(), notes: check.NewNotes(&sheet, in.Text)}
	r.signs = signsOf(r.t, cues)
	r.threat()
	r.child()
	r.crime()
	r.report()
	r.question()
	r.language()
	return r.notes.Findings()
}

// The rules' stable ids.
const (
	Threat   = "incoming.threat"
	Child    = "incoming.child"
	Crime    = "incoming.crime"
	Report   = "incoming.report"
	Question = "incoming.question"
	Language = "incoming.language"
)

var sheet = check.Sheet{
	Name:  "incoming",
	Title: lingo.T("Det som kommer in", "What comes in"),
	Help: lingo.T("Märker det som en kollega bör se snart: hot, oro för barn, brott, fel som anmäls, frågor och andra språk. Märkningen ser ord, inte avsikt. Den avgör ingenting, och du kan ta bort den.",
		"Marks what a colleague should see soon: threats, worry for a child, crime, faults reported, questions and other languages. The marking sees words, not intent. It decides nothing, and you can take it away."),
	Rules: []check.Rule{
		{ID: Threat, Title: lingo.T("Hot", "Threat"), Source: "SFS 1962:700 4 kap. 5 §; SFS 1977:1160 3 kap. 2 §",
			Help: lingo.T("Någon säger att hen ska skada någon: ”Jag vet var du bor, du ska dö.”", "Somebody says that they will hurt somebody: “I know where you live, you will die.”")},
		{ID: Child, Title: lingo.T("Barn som kan fara illa", "A child who may be in danger"), Source: "SFS 2025:400 19 kap. 1 §",
			Help: lingo.T("Ett barn nämns nära våld, rädsla eller vanvård: ”Grannens barn skriker varje natt och pappan slår.”", "A child is named near violence, fear or neglect: “The neighbour's child screams every night and the father hits.”")},
		{ID: Crime, Title: lingo.T("Berättar om brott", "Tells of a crime"), Source: "SFS 2017:900 6 och 8 §§",
			Help: lingo.T("Någon berättar om ett brott eller vill anmäla ett: ”Min cykel blev stulen i går.”", "Somebody tells of a crime or wants to report one: “My bicycle was stolen yesterday.”")},
		{ID: Report, Title: lingo.T("Felanmälan", "Fault report"), Source: "SFS 2017:900 6 §",
			Help: lingo.T("Något är trasigt eller fel: ”Gatlyktan är släckt”, ”Länken i inlägget fungerar inte.”", "Something is broken or wrong: “The street lamp is out”, “The link in the post does not work.”")},
		{ID: Question, Title: lingo.T("Fråga", "Question"), Source: "SFS 2017:900 6 §",
			Help: lingo.T("Någon frågar eller ber om något: ”När öppnar ni?”", "Somebody asks: “When do you open?”")},
		{ID: Language, Title: lingo.T("Annat språk", "Other language"), Source: "SFS 2017:900 13 §; SFS 2009:600 14 §",
			Help: lingo.T("Texten verkar vara på ett annat språk än svenska. Korta texter gissar vi inte om.", "The text seems to be in another language than Swedish. We do not guess about short texts.")},
	},
}

// reader is one reading of one message.
type reader struct {
	t     *prose.Text
	signs []sign
	notes *check.Notes
	asked map[stretch]answer // what has been asked of the text already
}

func (r *reader) words(at check.Span) string { return r.t.Raw[at.Start:at.End] }

// language marks a text in another language than Swedish. What the sender's own server says of it is not asked: many servers
// say the same of everything.
func (r *reader) language() {
	tag := tongue.Of(r.t)
	if tag == tongue.Unknown || tag == "sv" {
		return
	}
	r.notes.Whole(Language, check.Likely, lingo.T("Texten verkar vara på %s.", "The text seems to be in %s.").Put(tongue.Name(tag)),
		lingo.T("Behöver ni tolk eller översättning för att svara? Använd tolk när den enskilde ska kunna ta till vara sin rätt.", "Do you need an interpreter or a translation to answer? Use one where the person must be able to protect their rights."))
}

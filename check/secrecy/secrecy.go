// Package secrecy asks whether something that is about to be said may be secret (sekretess). What is secret depends on who
// speaks: the same sentence about a man who got money is ordinary at a sports club and perhaps secret at an authority that pays
// benefits. The check looks for a subject that the law protects at that kind of authority, near a trace of one person, and asks
// the question that the law asks. It never says that something is secret: that is tested by a person, for the case at hand.
//
// The law it serves: SFS 2009:400, the chapters named by each rule. Its 3 kap. 1 § says that secrecy holds for what is spoken
// and written alike, and so for posts and for answers to citizens.
package secrecy

import (
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Check asks about secrecy.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

const (
	near     = 1 // sentences between a subject and a trace of a person
	together = 5 // sentences in which one rule asks once
)

// Look returns a question for each protected subject near a trace of a person.
func (Check) Look(in check.Input) []check.Finding {
	if in.Text == "" {
		return nil
	}
	t := in.Prose()
	seen := subjectsIn(t, in.Profile)
	if len(seen) == 0 {
		return nil
	}
	notes := check.NewNotes(&sheet, in.Text)
	traces := tracesIn(t, in.Own)
	asked := map[*subject]int{}
	for _, s := range seen {
		if last, ok := asked[s.subject]; ok && s.sentence < last+together {
			continue
		}
		trace := traces.beside(s)
		if trace == none || trace == spoke && informs(t, s.sentence) {
			continue
		}
		asked[s.subject] = s.sentence
		ask(notes, s, trace)
	}
	return notes.Findings()
}

// ask puts the question. Somebody pointed out by name or number in the same breath is likely; all else is possible. A question is
// never certain.
func ask(notes *check.Notes, s sighting, trace trace) {
	g := check.Possible
	if trace >= named && s.subject.strong {
		g = check.Likely
	}
	reason := lingo.T("Det här rör %s, och en person skymtar.", "This concerns %s, and a person can be made out.")
	if trace >= named {
		reason = lingo.T("Det här rör %s, och en person pekas ut.", "This concerns %s, and a person is pointed out.")
	}
	notes.Point(s.subject.rule, s.at, g, reason.Put(s.subject.what), s.subject.question)
}

// sighting is a subject found in the text.
type sighting struct {
	subject  *subject
	at       check.Span
	sentence int
	word     int
}

func subjectsIn(t *prose.Text, profile string) (out []sighting) {
	list, ok := byProfile[profile]
	if !ok {
		list = byProfile["authority"]
	}
	list.Each(t, func(i, n int, s *subject) {
		w := t.Words[i]
		out = append(out, sighting{subject: s, at: check.Span{Start: w.Start, End: t.Words[i+n-1].End}, sentence: w.Sentence, word: i})
	})
	return out
}

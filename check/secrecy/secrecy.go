// Package secrecy asks whether something that is about to be said may be secret (sekretess). What is secret depends on who
// speaks: the same sentence about a man who got money is ordinary at a sports club and perhaps secret at an authority that pays
// benefits. The check looks for a subject that the law protects at that kind of authority, near a trace of one person, and asks
// the question that the law asks. It never says that something is secret: that is tested by a person, for the case at hand.
//
// The law it serves: SFS 2009:400, the chapters named by each rule. Its 3 kap. 1 § says that secrecy holds for what is spoken
// and written alike, and so for posts and for answers to citizens.
package secrecy

import (
	"slices"

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
	list, ok := byProfile[in.Profile]
	if !ok {
		list = byProfile["authority"]
	}
	if home[in.Profile] == "" && !list.Any(t) {
		return nil
	}
	notes := check.NewNotes(&sheet, in.Text)
	traces := tracesIn(t, in.Own)
	seen := subjectsIn(t, list, traces)
	asked := map[*subject]int{}
	for _, s := range seen {
		if last, ok := asked[s.subject]; ok && s.sentence < last+together {
			continue
		}
		trace := traces.beside(s, s.subject.rule == ruleStaff)
		if trace == none && !s.subject.alone || trace <= anyone && informs(t, s.sentence) {
			continue
		}
		asked[s.subject] = s.sentence
		ask(notes, s, trace)
	}
	if len(asked) == 0 {
		tell(notes, t, traces, in.Profile)
	}
	return notes.Findings()
}

// tell asks about one individual who is told of without any word for the subject, where the authority meets people in little else
// than what is protected: that somebody is a patient there says something already.
func tell(notes *check.Notes, t *prose.Text, who traces, profile string) {
	rule := home[profile]
	if rule == "" || profile == "municipality" || who.at < 0 || thanks.Any(t) {
		return
	}
	w := t.Words[who.at]
	i := slices.IndexFunc(subjects, func(s *subject) bool { return s.rule == rule })
	notes.Point(rule, check.Span{Start: w.Start, End: w.End}, check.Possible,
		lingo.T("Här berättas om en enskild (”%s”), och kontot talar för en myndighet som mest möter människor i det som lagen skyddar.",
			"One individual is told of here (“%s”), and the account speaks for an authority that meets people mostly in what the law protects.").Put(t.Raw[w.Start:w.End]), subjects[i].question)
}

// thanks are words of posts that thank, greet, or ask the public for help.
var thanks = prose.Same(true, `tack, tackade, tackar, grattis, gratulerar, välkommen, välkomna, vittnen, har du sett, hittad, hittats, välbehållen, mår bra, vi söker, ring 112, ring 114 14, ring 1177, blommor, teckning, present, fina ord, hjälte`)

// ask puts the question. Somebody pointed out by name or number in the same breath is likely; all else is possible. A question is
// never certain.
func ask(notes *check.Notes, s sighting, trace trace) {
	g := check.Possible
	if trace >= named && s.subject.strong {
		g = check.Likely
	}
	reason := lingo.T("Det här rör %s, och en person skymtar.", "This concerns %s, and a person can be made out.")
	if s.subject.alone && trace < named {
		reason = lingo.T("Det här rör %s.", "This concerns %s.")
	}
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

func subjectsIn(t *prose.Text, list *prose.Phrases[meaning], who traces) (out []sighting) {
	list.Each(t, func(i, n int, m meaning) {
		w, s := t.Words[i], m.first
		if m.staff != nil && who.staff[w.Sentence] {
			s = m.staff
		}
		out = append(out, sighting{subject: s, at: check.Span{Start: w.Start, End: t.Words[i+n-1].End}, sentence: w.Sentence, word: i})
	})
	return out
}

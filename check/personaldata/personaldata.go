// Package personaldata sees personal data (personuppgifter) in a text that is about to be published: identity numbers however
// they are written, telephone numbers, addresses, accounts, plates, case numbers, places on the map, names, and the sensitive
// things that are said about somebody. An officer who writes fast pastes what was on the screen; this check reads it before
// everybody else does.
//
// The law it serves: the General Data Protection Regulation (EU) 2016/679, articles 5, 6, 9, 10 and 87, SFS 2018:218 3 kap.
// 10 §, and SFS 2009:400 21 kap.
//
// Method. The text is folded (check/fold), so that there is one dash and one kind of digit. Scanners then read it, the widest
// first, and each takes what it has recognised, so that nothing is found inside something else. Evidence is summed as
// log-odds and cut into three grades: a checksum alone never makes a finding certain, for one random number in ten passes it.
package personaldata

import (
	"cmp"
	"sync"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/fold"
	"tilltal/check/nametag"
	"tilltal/check/prose"
	"tilltal/check/tongue"
)

// Check looks for personal data.
type Check struct {
	Names *nametag.Model // what tells names from words; nil is the model that is built into the program
}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look returns what looks like personal data, in the text and in the descriptions of pictures: those are published too. The
// authority's own numbers, addresses and published officials (Input.Own) are passed over.
func (c Check) Look(in check.Input) []check.Finding {
	notes := check.NewNotes(&sheet, in.Text)
	if in.Text != "" {
		c.read(in, notes)
	}
	for i, m := range in.Media {
		if m.Alt == "" {
			continue
		}
		alt := check.NewNotes(&sheet, m.Alt)
		c.read(check.Input{Text: m.Alt, Own: in.Own, Now: in.Now, Place: in.Place, Profile: in.Profile}, alt)
		for _, f := range alt.Findings() {
			notes.Picture(i+1, f.Rule, f.Grade, lingo.T("I bildens beskrivning står ”%s”. %s", "The picture's description says “%s”. %s").Put(f.Text, f.Reason), f.Advice)
		}
	}
	return notes.Findings()
}

// read reads one text and notes what it finds.
func (c Check) read(in check.Input, notes *check.Notes) {
	r := newReader(in, notes)
	r.model = c.Names
	if r.model == nil {
		r.model = nametag.Learned()
	}
	r.mails()
	r.ibans()
	r.caseNumbers()
	r.coordinates()
	r.dates()
	r.lastFour()
	r.backwards()
	r.lookalikes()
	r.filled()
	r.numbers()
	r.spelled()
	r.plates()
	r.addresses()
	people := r.names()
	r.sensitive(people)
}

// reader is one reading of one text.
type reader struct {
	in      check.Input
	view    *fold.View
	s       string // the folded text
	low     string // the same in small letters, byte for byte as long
	taken   []bool // bytes of s that a scanner has recognised
	link    []bool // bytes of s inside a web address; nil when there is none
	prose   *prose.Text
	own     own
	model   *nametag.Model
	notes   *check.Notes
	calls   int             // telephone numbers looked up so far
	known   map[string]bool // surnames of those already named, without s
	persons []check.Span    // where somebody is pointed out by a number or an address, in the original
	tongue  func() string   // the language of the text, as it is said to be or sounds; [tongue.Unknown] may be Swedish
}

func newReader(in check.Input, notes *check.Notes) *reader {
	v := fold.Fold(in.Text)
	r := &reader{in: in, view: v, s: v.Text, low: lower(v.Text), taken: make([]bool, len(v.Text)), prose: in.Prose(),
		own: newOwn(in.Own), notes: notes}
	r.tongue = sync.OnceValue(func() string { return cmp.Or(in.Language, tongue.Of(r.prose)) })
	for _, w := range r.prose.Words {
		if w.Kind == prose.Link {
			r.markLink(w)
		}
	}
	return r
}

func (r *reader) markLink(w prose.Word) {
	if r.link == nil {
		r.link = make([]bool, len(r.s)+1)
	}
	for i := r.view.Place(w.Start); i < len(r.s) && r.view.Origin(i, i+1).Start < w.End; i++ {
		r.link[i] = true
	}
}

func (r *reader) linked(at int) bool { return r.link != nil && at < len(r.link) && r.link[at] }

func (r *reader) free(from, to int) bool {
	for i := from; i < to; i++ {
		if r.taken[i] {
			return false
		}
	}
	return true
}

func (r *reader) take(from, to int) {
	for i := from; i < to; i++ {
		r.taken[i] = true
	}
}

// found takes bytes [from, to) of the folded text and notes what they are, unless they are the authority's own.
func (r *reader) found(rule string, from, to int, g check.Grade, reason, advice lingo.Text) {
	r.take(from, to)
	at := r.view.Origin(from, to)
	if r.own.has(r.s[from:to]) {
		return
	}
	r.notes.Point(rule, at, g, reason, advice)
	if g >= check.Likely && rule != ruleOrganisation && rule != ruleCoordinates {
		r.persons = append(r.persons, at)
	}
}

// before returns up to n bytes of small-letter text before a place, within the same paragraph.
func (r *reader) before(at, n int) string {
	from := max(0, at-n)
	for i := at - 1; i >= from; i-- {
		if r.low[i] == '\n' && i > 0 && r.low[i-1] == '\n' {
			from = i + 1
			break
		}
	}
	return r.low[from:at]
}

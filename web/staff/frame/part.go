package frame

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/account"
	frames "tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// PartView is a part of the frames as it is read.
type PartView struct {
	ID       frames.Part
	Title    string
	Here     bool   // what the checks found is about this
	Lang     string // of what it says, "" for the page's own
	Text     []string
	List     []string
	Examples []account.Example
	Steps    [][2]string
	Facts    []hall.Fact
}

// Empty reports whether the part says nothing.
func (p PartView) empty() bool {
	return len(p.Text)+len(p.List)+len(p.Examples)+len(p.Steps)+len(p.Facts) == 0
}

// Parts are the frames in force, those first that the findings are about. Answer tells whether the routine's steps are those of
// answers.
func Parts(l lingo.Lang, f frames.Frames, routine guideline.Routine, answer bool, found []check.Finding) (out []PartView) {
	order, matter := frames.Ordered(found)
	for i, id := range order {
		p := part(l, id, f, routine, answer)
		if p.Here = i < matter; !p.empty() {
			out = append(out, p)
		}
	}
	return out
}

func part(l lingo.Lang, id frames.Part, f frames.Frames, routine guideline.Routine, answer bool) PartView {
	at := f.Account
	p := PartView{ID: id, Title: partTitles[id].In(l), Lang: frame.Foreign(l, at.Language)}
	switch id {
	case frames.PartPurpose:
		p.Text = append(paragraphs(at.Purpose), paragraphs(f.Common.Purpose)...)
		p.Facts = []hall.Fact{{Name: forWhom.In(l), Value: at.Audience, Lang: p.Lang}, {Name: tone.In(l), Value: profile(l, at.Profile)}}
	case frames.PartTalk:
		p.List = append(append(p.List, at.Talk...), f.Common.Talk...)
	case frames.PartAvoid:
		p.List = append(append(p.List, at.Avoid...), f.Common.Avoid...)
	case frames.PartExamples:
		p.Examples = append(append(p.Examples, at.Examples...), f.Common.Examples...)
	case frames.PartRoutine:
		p.Steps = steps(l, routine, answer)
	case frames.PartPromise:
		p.Facts = []hall.Fact{{Name: hours.In(l), Value: hall.Capital(at.Hours.Text().In(l))}, {Name: promise.In(l), Value: hall.Capital(at.Promise.Text().In(l))},
			{Name: contact.In(l), Value: at.Contact, Lines: true, Lang: p.Lang}}
	case frames.PartRules:
		p.Text = paragraphs(at.Rules)
	}
	return p
}

// commonParts are what is common to all accounts, in the language lang; "" for the page's own.
func commonParts(l lingo.Lang, c frames.Common, lang string) (out []PartView) {
	for _, p := range []PartView{{ID: frames.PartPurpose, Text: paragraphs(c.Purpose)}, {ID: frames.PartTalk, List: c.Talk},
		{ID: frames.PartAvoid, List: c.Avoid}, {ID: frames.PartExamples, Examples: c.Examples}} {
		if p.Title, p.Lang = partTitles[p.ID].In(l), lang; !p.empty() {
			out = append(out, p)
		}
	}
	return out
}

func steps(l lingo.Lang, routine guideline.Routine, answer bool) (out [][2]string) {
	table := routine.Post
	if answer {
		table = routine.Answer
	}
	if routine.Number == 0 {
		return nil
	}
	for grade, say := range []lingo.Text{check.None: gradeNone, check.Possible: gradePossible, check.Likely: gradeLikely, check.Certain: gradeCertain} {
		out = append(out, [2]string{say.In(l), table[grade].Title().In(l)})
	}
	return out
}

func profile(l lingo.Lang, id string) string {
	for _, p := range guideline.Profiles {
		if string(p.Profile) == id {
			return p.Title.In(l)
		}
	}
	return id
}

func paragraphs(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
}

// BackingView is management's backing as it is shown.
type BackingView struct {
	Words, By, Review string
	Lang              string // of the words, "" for the page's own
	Stale             string // that it should have been looked at again; "" while it holds
}

// Backing shows a backing, in the language lang (see [hall.Hall.Tongue]); nil where there is none.
func Backing(v *visit.Visit, b frames.Backing, lang string) *BackingView {
	if b.ID == "" {
		return nil
	}
	out := &BackingView{Words: b.Words, Lang: lang, By: signedBy.Put(b.Name, b.Title, hall.Date(b.Signed)).In(v.Lang), Review: reviewBy.Put(hall.Date(b.Review)).In(v.Lang)}
	if b.Stale(hall.Today(v)) {
		out.Stale = v.Say(backingStale)
	}
	return out
}

func toneOf(good bool) frame.Tone {
	if good {
		return frame.Good
	}
	return frame.Stop
}

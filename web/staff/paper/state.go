package paper

import (
	"context"

	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// State is a draft's state as a tag in a list.
func State(l lingo.Lang, s draft.State) frame.TagView {
	switch s {
	case draft.Returned:
		return frame.TagView{Tone: frame.Ask, Text: stateReturned.In(l), Icon: icon.Reply}
	case draft.Waiting:
		return frame.TagView{Tone: frame.Info, Text: stateWaiting.In(l), Icon: icon.Eye}
	case draft.Ready:
		return frame.TagView{Tone: frame.Good, Text: stateReady.In(l)}
	case draft.Scheduled:
		return frame.TagView{Tone: frame.Info, Text: stateScheduled.In(l), Icon: icon.Clock}
	case draft.Held:
		return frame.TagView{Tone: frame.Stop, Text: stateHeld.In(l)}
	case draft.Published:
		return frame.TagView{Tone: frame.Good, Text: statePublished.In(l)}
	case draft.Discarded:
		return frame.TagView{Text: stateDiscarded.In(l), Icon: icon.Trash}
	}
	return frame.TagView{Text: stateWriting.In(l), Icon: icon.Write}
}

// Kind is what a draft is to become, when it is something else than a post; empty for a post.
func Kind(kind string) lingo.Text {
	switch kind {
	case draft.KindAnswer:
		return kindAnswer
	case draft.KindCorrection:
		return kindCorrection
	}
	return lingo.Text{}
}

// Home is where a draft is worked on, or shown when it has gone out.
func Home(d draft.Draft) string {
	switch {
	case d.Sealed != "" && d.Kind != draft.KindAnswer:
		return "/inlagg/" + d.Sealed
	case d.PublishedAs != "" && d.Kind == draft.KindCorrection:
		return "/inlagg/" + d.Post
	case d.Kind == draft.KindAnswer:
		return "/inkorg/" + d.Conversation
	case d.PublishedAs != "":
		return "/inlagg/" + d.PublishedAs
	}
	return "/skriv/" + d.ID
}

// Reader is who reads a text before it goes out, in a sentence about a step of the routine.
func Reader(s guideline.Step) lingo.Text {
	switch s {
	case guideline.SecondReader:
		return readerSecond
	case guideline.OnShift:
		return readerShift
	}
	return readerDecision
}

// Colleagues tells who somebody is: desk/people.
type Colleagues interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Names looks up colleagues' names while one page is made, each once.
type Names struct {
	v     *visit.Visit
	from  Colleagues
	known map[string]people.Person
}

// NewNames opens a page's list of names.
func NewNames(v *visit.Visit, from Colleagues) *Names {
	return &Names{v: v, from: from, known: map[string]people.Person{}}
}

// Of returns a colleague's name; for one who cannot be found, that she is a colleague. A name is furniture: the page is
// shown without it.
func (n *Names) Of(person string) string {
	if name := n.person(person).Name; name != "" {
		return name
	}
	return n.v.Say(aColleague)
}

// Given returns a colleague's first name.
func (n *Names) Given(person string) string {
	if name := n.person(person).GivenName; name != "" {
		return name
	}
	return n.v.Say(aColleague)
}

// Signature is how a colleague signs what she says for an account.
func (n *Names) Signature(person string, at account.Account) publish.Signature {
	return publish.Sign(people.Person{ID: person, GivenName: n.Given(person), Unit: n.person(person).Unit}, at)
}

func (n *Names) person(id string) people.Person {
	p, ok := n.known[id]
	if !ok && id != "" {
		a, err := n.from.Load(n.v.Context(), id)
		if err != nil {
			n.v.Log.Warn("a colleague could not be looked up", "error", err)
		}
		p = a.Person
		n.known[id] = p
	}
	return p
}

// Row is a text in a list.
type Row struct {
	Href  string
	Title lingo.Text
	Lang  string // of the title, when colleagues wrote it in another language than the page's
	Meta  []string
	When  frame.Moment
	Tags  []frame.TagView
	Hour  string // the time of day, first in the row, in a list by days
	Note  string // words that go with it: why it came back
}

// Draft is a draft as a row: its first line, where it stands, when it was last touched.
func Draft(v *visit.Visit, d draft.Draft) Row {
	row := Row{Href: Home(d), Title: Title(d.Latest.Content), When: hall.Moment(v, d.Latest.At), Tags: []frame.TagView{State(v.Lang, d.State)}}
	if d.Sealed != "" {
		row.Title = SealedTitle
	}
	if kind := Kind(d.Kind); !kind.Empty() {
		row.Tags = append(row.Tags, frame.TagView{Text: kind.In(v.Lang)})
	}
	return row
}

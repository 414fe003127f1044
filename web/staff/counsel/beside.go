package counsel

import (
	"strconv"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// The names of the fields and buttons, which in the editor stand in the editor's own form.
const (
	textField    = "kommentar"
	quoteField   = "kommentar-ord"
	insteadField = "kommentar-forslag"
	strikeField  = "kommentar-stryk"
	startField   = "kommentar-start"
	sayButton    = "kommentera"
	takeButton   = "ta-over"
	doneButton   = "avklarad"
)

// Margin is what stands beside a draft: what colleagues have said, and what experts have answered.
type Margin struct {
	lang      lingo.Lang
	tongue    string // of what colleagues say, and of the text: "" for the page's own
	written   string
	form      hall.Form
	belongs   string // id of the editor's form; "" is a form of its own to action
	action    string
	back      string
	may       bool // she may comment
	open      []remarkView
	settled   []remarkView
	questions []QuestionView
	askAt     string // where she can ask an expert; "" is nowhere
}

// Empty reports whether there is nothing to show.
func (m Margin) Empty() bool {
	return len(m.open)+len(m.settled)+len(m.questions) == 0 && !m.may && m.askAt == ""
}

type remarkView struct {
	id, who       string
	when          frame.Moment
	quote, text   string
	gone          bool // the words are in the text no more
	suggests      bool
	instead       string
	take, settle  bool // she may
	settledAs     string
	field         string // where the words stand now, and between which bytes
	start, finish string
}

// Beside gathers what stands beside a draft that the visitor may read. Editor is the id of the form that the draft is written
// in; "" when the page has none: then back is the page to come back to. Tongue is what colleagues write in ([hall.Hall.Tongue]).
func Beside(v *visit.Visit, c Advice, d draft.Draft, form hall.Form, editor, back, tongue string) (Margin, error) {
	m := Margin{lang: v.Lang, tongue: tongue, written: frame.Foreign(v.Lang, d.Latest.Content.Language), form: form, belongs: editor, back: back, action: "/skriv/" + d.ID + "/kommentar", may: c.May(v.Actor, d) == nil}
	comments, err := c.Comments(v.Context(), v.Actor, d.ID)
	if err != nil {
		return m, err
	}
	writes := editor != "" && v.Actor.May(draft.RightTo(d.Kind), d.Account, v.Now)
	for _, one := range comments {
		view := remark(v, one)
		view.take = writes && one.Suggests && one.Found
		view.settle = writes || one.By == v.Actor.Person.ID
		if one.Settled == nil {
			m.open = append(m.open, view)
		} else {
			m.settled = append(m.settled, view)
		}
	}
	questions, err := c.OnDraft(v.Context(), v.Actor, d.ID)
	if err != nil {
		return m, err
	}
	m.questions = Questions(v, questions, tongue)
	if v.Actor.May(people.CounselAsk, d.Account, v.Now) && m.may {
		m.askAt = newPath + "?utkast=" + d.ID
	}
	return m, nil
}

func remark(v *visit.Visit, c counsel.Comment) remarkView {
	out := remarkView{id: c.ID, who: c.Name, when: hall.Moment(v, c.At), quote: markup.Visible(c.Quote), text: markup.Visible(c.Text), gone: !c.Found,
		suggests: c.Suggests, instead: markup.Visible(c.Instead), field: c.Now.Field, start: strconv.Itoa(c.Now.Start), finish: strconv.Itoa(c.Now.End)}
	if s := c.Settled; s != nil {
		out.settledAs = v.Say(wasSettled)
		if s.Version > 0 {
			out.settledAs = wasTaken.Put(s.Version).In(v.Lang)
		}
	}
	return out
}

// Said reads what was said in a form.
func said(v *visit.Visit) counsel.Saying {
	start, _ := strconv.Atoi(v.Form(startField)) // what is no number is the beginning: the nearest words are meant
	s := counsel.Saying{Quote: v.R.FormValue(quoteField), Start: start, Text: v.Form(textField), Instead: v.Form(insteadField)}
	s.Suggests = s.Instead != "" || v.Form(strikeField) != ""
	return s
}

// Pressed reports whether one of the buttons of the margin was pressed, or words for a comment stand in its box: what somebody
// has written is not lost because she pressed another button.
func Pressed(v *visit.Visit) bool {
	return v.Form(sayButton) != "" || v.Form(takeButton) != "" || v.Form(doneButton) != ""
}

// Do does what the button that was pressed in the editor says. The faults point at the margin's own fields. It reports whether
// the draft has a new version.
func Do(v *visit.Visit, c Advice, id string) (changed bool, err error) {
	switch {
	case v.Form(takeButton) != "":
		return true, c.Take(v.Context(), v.Actor, id, v.Form(takeButton))
	case v.Form(doneButton) != "":
		return false, c.Settle(v.Context(), v.Actor, id, v.Form(doneButton))
	case v.Form(sayButton) != "":
		return false, pointed(c.Comment(v.Context(), v.Actor, id, said(v)))
	}
	return false, nil
}

// pointed lets a fault point at the margin's fields, which have other names than the editor's.
func pointed(err error) error {
	f := fault.Of(err)
	if err == nil || f.Field == "" {
		return err
	}
	names := map[string]string{"text": textField, "quote": quoteField, "instead": insteadField}
	return f.At(names[f.Field]).Because(err)
}

// QuestionView is a question to an expert, as it stands beside what it is about.
type QuestionView struct {
	href         string // "" for who may read the question only here
	asked        string // "Nadia frågade Olle"
	text, answer string
	quote        string
	lang         string // of what they say; "" for the page's own
	clock        *frame.ClockView
	tag          *frame.TagView
	when         frame.Moment
}

// Questions makes views of questions. Tongue is what colleagues write in.
func Questions(v *visit.Visit, all []counsel.Question, tongue string) (out []QuestionView) {
	for _, q := range all {
		view := QuestionView{lang: tongue, asked: askedOf.Put(q.ByName, q.ToName).In(v.Lang), text: markup.Visible(q.Text),
			quote: markup.Visible(q.Quote), when: hall.Moment(v, q.At)}
		if id := v.Actor.Person.ID; q.To == id || q.By == id || v.Actor.May(people.CounselAsk, q.Account, v.Now) {
			view.href = Path + "/" + q.ID
		}
		switch {
		case q.Answer != nil:
			view.answer = markup.Visible(q.Answer.Text)
			view.tag = &frame.TagView{Tone: frame.Good, Text: v.Say(isAnswered)}
		case q.Recall != nil:
			view.tag = &frame.TagView{Text: v.Say(isRecalled)}
		default:
			due := hall.Moment(v, q.Due)
			view.clock = &frame.ClockView{Due: due.At, Now: due.Now}
		}
		out = append(out, view)
	}
	return out
}

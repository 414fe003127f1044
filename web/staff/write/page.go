package write

import (
	"strconv"

	"tilltal/base/diff"
	"tilltal/base/lingo"
	"tilltal/check/limits"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/counsel"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// formID is the id of the editor's form, to which the buttons on the cards belong.
const formID = "utkast"

// face is what follows what she types: the findings, the room that is left, and the routine's line.
type face struct {
	editor  frame.EditorView
	speech  speech
	note    string // what is odd about the moment
	confirm string // the value that says she has read it
	goes    string // when it goes out, in words
	frames  frames
	form    hall.Form
}

// editorPage is the editor with everything around it.
type editorPage struct {
	frame    frame.StaffFrame
	work     *work
	face     face
	lead     string
	unread   bool // she has frames to read first
	backing  *bounds.BackingView
	pictures []pictureView
	previews []frame.PreviewView
	clash    *clashView
	topics   string // topics that the account has used, as a hint
	margin   counsel.Margin
	giver    string // whose idea it was; "" says nothing
}

type pictureView struct {
	frame.PictureView
	hash, name string
	number     int
}

// clashView shows both texts when a colleague was first.
type clashView struct {
	title, text string
	diff        []diff.Piece
	versions    string
}

// editor answers with the editor.
func (r *room) editor(v *visit.Visit, w *work, status int) error {
	j, err := r.judged(v, w)
	if err != nil {
		return err
	}
	p := editorPage{work: w, face: r.face(v, w, j), lead: leadFor.Put(w.at.Name).In(v.Lang)}
	title := writeTitle
	if w.draft.Kind == draft.KindCorrection {
		title, p.lead = correctTitle, correctLead.Put(w.at.Name).In(v.Lang)
	}
	p.pictures, p.previews = picturesOf(w), r.previews(v, w)
	p.topics = r.usedTopics(v, w)
	if p.margin, err = r.margin(v, w.draft, w.form, formID); err != nil {
		return err
	}
	if p.giver, err = r.giver(v, w.draft); err != nil {
		return err
	}
	if w.aside != nil {
		p.clash = r.clash(v, w)
	}
	if err := r.within(v, w, &p); err != nil {
		return err
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomWrite, title); err != nil {
		return err
	}
	p.frame.Path, p.frame.Wide, p.frame.Scripts = Path+"/"+w.draft.ID, true, []string{"editor.js", "comment.js"}
	p.frame.Errors = len(w.form.Errors())
	return v.Page(status, editorView(p))
}

// face makes the parts that follow what she types.
func (r *room) face(v *visit.Visit, w *work, j paper.Judged) face {
	f := face{form: w.form, speech: speak(situationOf(w.draft.Kind, j, w.sheet.moment.Timed)), goes: w.sheet.moment.Words(v)}
	say, confirm := w.sheet.moment.Odd()
	f.note, f.confirm = v.Say(say), confirm
	f.frames = r.framesOf(v, w, j)
	path := Path + "/" + w.draft.ID
	f.editor = frame.EditorView{ID: formID, Draft: w.draft.ID, Version: strconv.Itoa(w.sheet.base), Action: path,
		CheckURL: path + "/omdome", SaveURL: path + "/spara", Files: true, Enter: saveButton,
		Text:     w.form.Field(textView(v.Lang, w)),
		Findings: j.View(v.Lang), Counters: counters(v.Lang, w.sheet.content)}
	f.editor.Findings.Form = formID
	if w.saved {
		f.editor.Saved = savedAt.Put(frame.Hour(hall.Moment(v, w.draft.Latest.At).At)).In(v.Lang)
	}
	return f
}

func textView(l lingo.Lang, w *work) frame.FieldView {
	view := frame.FieldView{Name: textField, Label: textLabel.In(l), Optional: true}
	if w.draft.Kind == draft.KindCorrection {
		view.Label, view.Hint, view.Rows = newTextLabel.In(l), newTextHint.In(l), 6
	} else {
		view.Optional = false
	}
	if w.sheet.content.Language != string(l) {
		view.Attrs = map[string]any{"lang": w.sheet.content.Language}
	}
	return view
}

// counters shows the room that is left where there is a limit.
func counters(l lingo.Lang, c draft.Content) []frame.CounterView {
	return []frame.CounterView{counter(l, c.Text)}
}

func counter(l lingo.Lang, text string) frame.CounterView {
	used, limit, _ := limits.Count("fediverse", text)
	return frame.CounterView{Network: fediverse(l), Count: used, Max: limit, Slack: "graphemes"}
}

func square(l lingo.Lang) frame.ChannelView {
	return frame.ChannelView{Name: theSquare.In(l), Icon: icon.Square}
}

func fediverse(l lingo.Lang) frame.ChannelView {
	return frame.ChannelView{Name: theFediverse.In(l), Icon: icon.Fediverse}
}

// previews shows the text as the square and the fediverse will.
func (r *room) previews(v *visit.Visit, w *work) []frame.PreviewView {
	c := w.sheet.content
	if w.draft.Kind == draft.KindCorrection && c.Text == "" {
		if p, err := r.Publish.Get(v.Context(), v.Actor, w.draft.Post); err == nil {
			c.Text = p.Text()
		}
	}
	if c.Text == "" && len(c.Pictures) == 0 {
		return nil
	}
	at := frame.Moment{At: hall.Moment(v, v.Now).At, Now: v.Now}
	post := paper.Post(v, c, paper.Sign(v, w.at), at, src(w.draft.ID))
	fedi := post
	fedi.Topics = nil
	return []frame.PreviewView{
		{Network: square(v.Lang), Post: post},
		{Network: fediverse(v.Lang), Counter: counter(v.Lang, c.Text), Post: fedi, Note: v.Say(fediverseNote)},
	}
}

func src(id string) func(hash string) string {
	return func(hash string) string { return Path + "/" + id + "/bild/" + hash }
}

func picturesOf(w *work) []pictureView {
	var out []pictureView
	for i, p := range w.sheet.content.Pictures {
		out = append(out, pictureView{hash: p.Hash, name: paper.Visible(p.Name), number: i + 1,
			PictureView: frame.PictureView{Src: src(w.draft.ID)(p.Hash), Width: p.Width, Height: p.Height}})
	}
	return out
}

// usedTopics are the topics that the account uses the most: she need not guess what readers follow.
func (r *room) usedTopics(v *visit.Visit, w *work) string {
	topics, err := r.Publish.Topics(v.Context(), w.draft.Account)
	if err != nil {
		v.Log.Warn("the account's topics could not be read", "error", err)
	}
	return topicWords(v.Lang, topics)
}

const mostTopicHints = 5

func topicWords(l lingo.Lang, topics []publish.Topic) string {
	hint := topicsHint.In(l)
	names := ""
	for i, t := range topics {
		if i == mostTopicHints {
			break
		}
		if i > 0 {
			names += ", "
		}
		names += t.Title
	}
	if names != "" {
		hint += " " + topicsUsed.Put(names).In(l)
	}
	return hint
}

// clash shows what a colleague saved beside what she wrote herself.
func (r *room) clash(v *visit.Visit, w *work) *clashView {
	names := paper.NewNames(v, r.People)
	c := &clashView{title: clashTitle.Put(names.Given(w.aside.other.By)).In(v.Lang), text: clashKept.Put(w.aside.mine).In(v.Lang),
		versions: Path + "/" + w.draft.ID + "/versioner", diff: paper.Diff(diff.Words(w.aside.other.Content.Spoken(), w.sheet.content.Spoken()))}
	if w.aside.other.By == v.Actor.Person.ID {
		c.title = v.Say(clashOwn)
	}
	return c
}

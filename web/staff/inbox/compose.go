package inbox

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// work is an answer that is being written.
type work struct {
	own    *draft.Draft // the writer's own draft in the conversation; nil before the first save
	begun  int          // how many answers there have been in the conversation, gone out or not
	text   string
	base   int
	reason string
	again  string // the id of a finding whose answer she takes back
	judged paper.Judged
}

// composerView is the composer with the routine's word on what it holds.
type composerView struct {
	composer frame.ComposerView
	routine  routineView
	hidden   [][2]string
	told     []frame.NoticeView // what is more than a field to mend
}

// routineView is what the routine says of the answer, and the buttons that follow from it.
type routineView struct {
	routine frame.RoutineView
	errors  []frame.ErrorView
	reason  *frame.FieldView
	send    frame.ButtonView
	finish  *frame.ButtonView // answers and closes
}

// own is the newest answer of the visitor's that has not gone out, with her answers to the checks; nil when there is none.
func (r *room) own(v *visit.Visit, drafts []draft.Draft) (*draft.Draft, error) {
	for _, d := range drafts {
		if d.Author == v.Actor.Person.ID && d.PublishedAs == "" && d.DiscardedAt.IsZero() {
			whole, err := r.Drafts.Get(v.Context(), v.Actor, d.ID)
			return &whole, err
		}
	}
	return nil, nil
}

// lay lays out the answer that the visitor has under way, or an empty sheet.
func (r *room) lay(v *visit.Visit, c inbox.Conversation, drafts []draft.Draft) (*work, error) {
	w := &work{begun: len(drafts)}
	var err error
	if w.own, err = r.own(v, drafts); err != nil || w.own == nil {
		return w, err
	}
	w.text, w.base = w.own.Latest.Content.Text, w.own.Latest.Number
	if s := w.own.Submission; s != nil {
		w.reason = s.Reason
	}
	if m := w.own.Meant; m != nil { // she was sent to read the frames when she had said it
		w.reason = m.Reason
	}
	return w, nil
}

// read reads the answer that was sent. The draft it goes to is the visitor's own in this conversation, whatever the page said:
// two windows never make two answers.
func (r *room) read(v *visit.Visit, c inbox.Conversation) (*work, error) {
	drafts, err := r.Drafts.InConversation(v.Context(), v.Actor, c.Account, c.ID)
	if err != nil {
		return nil, err
	}
	w, err := r.lay(v, c, drafts)
	if err != nil {
		return nil, err
	}
	w.text = strings.ReplaceAll(v.R.FormValue("text"), "\r\n", "\n")
	w.base, _ = strconv.Atoi(v.Form("version")) // what is no number is no version: the text is then saved beside
	w.reason, w.again = v.Form("reason"), v.Form("angra")
	return w, nil
}

func (w *work) content() draft.Content { return draft.Content{Text: w.text} }

func (w *work) words(v *visit.Visit) inbox.Words {
	out := inbox.Words{Base: w.base, Content: w.content(), Seen: seen(v), Reason: w.reason}
	if w.own != nil {
		out.Draft = w.own.ID
	}
	return out
}

// judge lets the checks look at the answer as it is written.
func (r *room) judge(v *visit.Visit, c inbox.Conversation, w *work) error {
	routine, err := r.Routines.Routine(v.Context(), c.Account)
	if err != nil {
		return err
	}
	w.judged = paper.Judged{Content: w.content().Tidy(), Routine: routine, Answer: true, Again: w.again}
	if w.own != nil {
		w.judged.Responses = w.own.Responses
	}
	if strings.TrimSpace(w.text) == "" {
		return nil
	}
	w.judged.Findings, err = r.Drafts.Check(v.Context(), v.Actor, c.Account, w.judged.Content)
	return err
}

// composer lays the composer at the foot of a conversation.
func (r *room) composer(v *visit.Visit, sc scene) (*composerView, error) {
	w := sc.sent.work
	if w == nil {
		var err error
		if w, err = r.lay(v, sc.c, sc.drafts); err != nil {
			return nil, err
		}
	}
	if err := r.judge(v, sc.c, w); err != nil {
		return nil, err
	}
	e := frame.EditorView{ID: "svar", Draft: w.key(), Version: strconv.Itoa(w.base), Action: sc.action(actReply) + "#svar", Enter: "spara",
		CheckURL: Path + "/" + sc.c.ID + "/omdome", SaveURL: Path + "/" + sc.c.ID + "/spara", Findings: w.judged.View(v.Lang),
		Text: frame.FieldView{Name: "text", Value: w.text, Hint: v.Say(whoReads(sc)), Attrs: templ.Attributes{"data-key": "r", "data-key-name": v.Say(replyKey)}}}
	if w.own != nil && sc.sent.err == nil {
		e.Saved = savedAt.Put(hall.Moment(v, w.own.Latest.At).Words(v.Lang)).In(v.Lang)
	}
	view := &composerView{composer: frame.ComposerView{Editor: e, To: answerTo.Put(citizen(v, sc.c), Channel(v.Lang, sc.c.Channel).Name).In(v.Lang)},
		hidden: [][2]string{{"sett", sc.seen(v, actReply)}}}
	if sc.sent.act == actReply {
		view.composer.Editor.Text.Error = sc.sent.form.Wrong("text")
		view.told = told(v, sc.sent)
	}
	view.routine = r.routine(v, sc.c, w, sc.sent)
	return view, nil
}

// key is the name under which the browser keeps what is not saved: a text that has gone out must not leave it to the next.
func (w *work) key() string {
	if w.own != nil {
		return w.own.ID
	}
	return "ny-" + strconv.Itoa(w.begun)
}

// whoReads says who will read the answer.
func whoReads(sc scene) lingo.Text {
	switch {
	case sc.c.Channel == inbox.ChannelSquare:
		return readByOne
	case sc.c.Kind == inbox.KindDirect:
		return readInPrivate
	}
	return readByAll
}

// speech is what the routine says of an answer: the line, and what the button does.
type speech struct {
	tone         frame.Tone
	line, button lingo.Text
	icon         icon.Name
	reason       lingo.Text
}

func speak(j paper.Judged) speech {
	step := j.Step()
	if f, must := j.Must(); must {
		return speech{frame.Stop, lineMust.Put(f.Reason, paper.Reader(step)), askOf(step), icon.Eye, askReason}
	}
	switch {
	case step == guideline.OwnJudgement:
		return speech{tone: frame.Good, line: lineOwn, button: sendNow, icon: icon.Send}
	case step == guideline.WrittenReason && len(j.Findings) > 0 && j.Open() == 0:
		return speech{tone: frame.Good, line: lineAnswered, button: sendNow, icon: icon.Send}
	case step == guideline.WrittenReason:
		return speech{frame.Ask, lineReason, sendReason, icon.Send, askReason}
	case step == guideline.Decision:
		return speech{tone: frame.Stop, line: lineReads.Put(paper.Reader(step)), button: askOf(step), icon: icon.Eye}
	}
	return speech{tone: frame.Ask, line: lineReads.Put(paper.Reader(step)), button: askOf(step), icon: icon.Eye}
}

// askOf names the button that hands an answer to somebody else.
func askOf(s guideline.Step) lingo.Text {
	if s == guideline.SecondReader {
		return askReading
	}
	return sendTo.Put(paper.Reader(s))
}

func (r *room) routine(v *visit.Visit, c inbox.Conversation, w *work, s sent) routineView {
	say := speak(w.judged)
	view := routineView{routine: frame.RoutineView{Tone: say.tone, Text: v.Say(say.line)},
		send: frame.ButtonView{Text: v.Say(say.button), Icon: say.icon, Look: frame.Primary, Name: "skicka", Value: "1"}}
	wrong := ""
	if s.act == actReply {
		wrong = s.form.Wrong("reason")
		for _, e := range s.form.Errors() {
			if e.Field != "" {
				view.errors = append(view.errors, e)
			}
		}
	}
	if !say.reason.Empty() || wrong != "" || w.reason != "" {
		ask := say.reason
		if ask.Empty() {
			ask = askReason
		}
		view.reason = &frame.FieldView{Kind: frame.Area, Name: "reason", Label: v.Say(ask), Value: w.reason, Error: wrong, Rows: 2}
	}
	if !w.judged.Step().FourEyes() && v.Actor.May(people.InboxClose, c.Account, v.Now) {
		view.finish = &frame.ButtonView{Text: v.Say(sendAndClose), Name: "skicka", Value: "avsluta"}
	}
	return view
}

// check answers with what the checks say of the answer while it is written: the fragment that js/editor.js puts in place.
func (r *room) check(v *visit.Visit) error {
	c, err := r.Talk.Get(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	w, err := r.read(v, c)
	if err != nil {
		return err
	}
	if err := r.judge(v, c, w); err != nil {
		return err
	}
	found := w.judged.View(v.Lang)
	found.Form = "svar"
	return v.Page(http.StatusOK, templ.Join(frame.Findings(v.Lang, found), routine(v.Lang, r.routine(v, c, w, sent{}))))
}

// save keeps the answer while it is written, for js/editor.js. An answer that nobody has begun is not saved.
func (r *room) save(v *visit.Visit) error {
	c, err := r.Talk.Get(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	w, err := r.read(v, c)
	if err != nil {
		return err
	}
	if w.own == nil && strings.TrimSpace(w.text) == "" {
		return v.Bytes(http.StatusNoContent, "text/plain", nil)
	}
	if w.own != nil && w.own.State == draft.Waiting {
		return fault.New(fault.Conflict, waitsMine.Put(paper.Reader(w.own.Submission.Step)))
	}
	kept, err := r.Talk.Keep(v.Context(), v.Actor, c.ID, w.words(v))
	if err != nil {
		return err
	}
	v.W.Header().Set("Tilltal-Version", strconv.Itoa(kept.Version))
	v.W.Header().Set("Tilltal-Saved", frame.Hour(hall.Moment(v, v.Now).At))
	return v.Bytes(http.StatusOK, "text/plain", nil)
}

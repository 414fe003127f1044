package counsel

import (
	"net/http"
	"net/url"
	"strconv"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/counsel"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// The views of the list, by the word in the address.
const (
	viewToMe   = ""
	viewFromMe = "mina"
)

type listPage struct {
	frame frame.StaffFrame
	tabs  frame.TabsView
	rows  []paper.Row
	empty frame.EmptyView
}

// list shows what one has been asked, and what one has asked oneself.
func (r *room) list(v *visit.Visit) error {
	view := v.Form("visa")
	read, none, next := r.Counsel.ToMe, emptyToMe, emptyToMeText
	if view == viewFromMe {
		read, none, next = r.Counsel.FromMe, emptyFromMe, emptyFromMeText
	} else {
		view = viewToMe
	}
	all, err := read(v.Context(), v.Actor, false)
	if err != nil {
		return err
	}
	p := listPage{empty: frame.EmptyView{Icon: icon.Question, Title: v.Say(none), Text: v.Say(next)}, tabs: frame.TabsView{Label: v.Say(tabsLabel), Tabs: []frame.Tab{
		{Name: v.Say(tabToMe), Href: Path, Here: view == viewToMe}, {Name: v.Say(tabFromMe), Href: Path + "?visa=" + viewFromMe, Here: view == viewFromMe}}}}
	tongue := r.Hall.Tongue(v)
	for _, q := range all {
		p.rows = append(p.rows, Row(v, q, tongue))
	}
	if p.frame, err = r.Hall.Frame(v, "", listTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, listView(p))
}

// Row is a question in a list. For the page Idag too. Tongue is what colleagues write in.
func Row(v *visit.Visit, q counsel.Question, tongue string) paper.Row {
	line := paper.FirstLine(q.Text)
	row := paper.Row{Href: Path + "/" + q.ID, Title: lingo.T(line, line), Lang: tongue}
	other := q.ByName
	if q.By == v.Actor.Person.ID {
		other = q.ToName
	}
	row.Meta = []string{other}
	switch due := hall.Moment(v, q.Due).Words(v.Lang); {
	case q.Answer != nil:
		row.Tags, row.When = []frame.TagView{{Tone: frame.Good, Text: v.Say(isAnswered)}}, hall.Moment(v, q.Answer.At)
	case q.Recall != nil:
		row.Tags, row.When = []frame.TagView{{Text: v.Say(isRecalled)}}, hall.Moment(v, q.Recall.At)
	case q.Overdue(v.Now):
		row.Tags = []frame.TagView{{Tone: frame.Stop, Text: isLate.Put(due).In(v.Lang), Icon: icon.Clock}}
	default:
		row.Tags = []frame.TagView{{Tone: frame.Info, Text: isDue.Put(due).In(v.Lang), Icon: icon.Clock}}
	}
	return row
}

type askPage struct {
	frame frame.StaffFrame
	sheet hall.Sheet
}

// blank asks whom to ask and what.
func (r *room) blank(v *visit.Visit) error {
	quote, err := r.quoted(v)
	if err != nil {
		return err
	}
	return r.askForm(v, hall.Filled(v, url.Values{"utkast": {v.Form("utkast")}, "samtal": {v.Form("samtal")}, "quote": {quote}, "days": {"2"}}))
}

// mostQuoted is how much of a text is put in the form from the first, in characters.
const mostQuoted = 1000

// quoted is what the form begins with showing: the text, or the citizen's first line.
func (r *room) quoted(v *visit.Visit) (string, error) {
	text := ""
	switch {
	case v.Form("utkast") != "":
		d, err := r.Drafts.Get(v.Context(), v.Actor, v.Form("utkast"))
		if err != nil {
			return "", err
		}
		text = d.Latest.Content.Spoken()
	case v.Form("samtal") != "":
		c, err := r.Talk.Get(v.Context(), v.Actor, v.Form("samtal"))
		if err != nil {
			return "", err
		}
		text = c.First
	default:
		return "", fault.New(fault.Invalid, lingo.T("Börja i ett utkast eller ett samtal.", "Begin in a draft or a conversation.")).
			Try(lingo.T("Där finns knappen Fråga en sakkunnig.", "There you find the button Ask an expert."))
	}
	if all := []rune(text); len(all) > mostQuoted {
		text = string(all[:mostQuoted]) + "…"
	}
	return text, nil
}

func (r *room) askForm(v *visit.Visit, form hall.Form) error {
	experts, others, err := r.Counsel.Knowers(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	to := frame.FieldView{Kind: frame.Choice, Name: "to", Label: v.Say(toLabel), Hint: v.Say(toHint)}
	for _, p := range experts {
		to.Options = append(to.Options, frame.Option{Value: p.ID, Label: knower.Put(p.Name, p.Unit).In(v.Lang)})
	}
	for _, p := range others {
		to.Options = append(to.Options, frame.Option{Value: p.ID, Label: nameAndUnit(p)})
	}
	days := frame.FieldView{Kind: frame.Choice, Name: "days", Label: v.Say(daysLabel), Short: true}
	for _, n := range []int{1, 2, 3, 5, 10} {
		days.Options = append(days.Options, frame.Option{Value: strconv.Itoa(n), Label: lingo.Count(n, daysOne, daysMany).In(v.Lang)})
	}
	back := "/skriv/" + form.Value("utkast")
	if form.Value("samtal") != "" {
		back = "/inkorg/" + form.Value("samtal")
	}
	p := askPage{sheet: hall.Sheet{Action: newPath, Errors: form.Errors(), Back: back, Hidden: [][2]string{{"utkast", form.Value("utkast")}, {"samtal", form.Value("samtal")}},
		Button: frame.ButtonView{Text: v.Say(askButton), Icon: icon.Send, Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(to),
			form.Field(frame.FieldView{Kind: frame.Area, Name: "text", Label: v.Say(textLabel), Rows: 4, Max: counsel.MaxWords}),
			form.Field(frame.FieldView{Kind: frame.Area, Name: "quote", Label: v.Say(quoteLabel), Hint: v.Say(quoteHint), Rows: 6, Optional: true, Max: counsel.MaxWords}),
			form.Field(days),
		}}}}}
	if p.frame, err = r.Hall.Frame(v, "", askTitle); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = newPath, len(form.Errors())
	return v.Page(form.Status(v), askView(p))
}

func nameAndUnit(p people.Person) string {
	if p.Unit == "" {
		return p.Name
	}
	return p.Name + ", " + p.Unit
}

// ask puts the question.
func (r *room) ask(v *visit.Visit) error {
	days, _ := strconv.Atoi(v.Form("days")) // what is no number is no number of days: the room says so
	q, err := r.Counsel.Ask(v.Context(), v.Actor, counsel.Asking{Draft: v.Form("utkast"), Conversation: v.Form("samtal"), To: v.Form("to"),
		Text: v.R.FormValue("text"), Quote: v.R.FormValue("quote"), Days: days})
	switch {
	case err == nil:
		back := "/skriv/" + q.Draft
		if q.Conversation != "" {
			back = "/inkorg/" + q.Conversation
		}
		return hall.See(v, back, askedWord.Put(q.ToName, hall.Words(v, q.Due)))
	case hall.Mendable(err):
		return r.askForm(v, hall.Again(v, err))
	}
	return err
}

type showPage struct {
	frame  frame.StaffFrame
	lead   string
	q      QuestionView
	about  *frame.ButtonView // where what it is about is read, for who may
	answer *hall.Form
	recall bool
	path   string
}

// show shows one question, with a box for the answer to who was asked.
func (r *room) show(v *visit.Visit) error { return r.page(v, hall.Filled(v, url.Values{})) }

func (r *room) page(v *visit.Visit, form hall.Form) error {
	q, err := r.Counsel.Get(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	p := showPage{path: Path + "/" + q.ID, q: Questions(v, []counsel.Question{q}, r.Hall.Tongue(v))[0], lead: askedOf.Put(q.ByName, q.ToName).In(v.Lang)}
	if q.To == v.Actor.Person.ID {
		p.lead = asksYou.Put(q.ByName).In(v.Lang)
		if q.Recall != nil {
			p.lead = askedNoMore.Put(q.ByName).In(v.Lang)
		}
		if q.Open() {
			p.answer = &form
		}
	}
	p.recall = q.Open() && q.To != v.Actor.Person.ID && v.Actor.May(people.CounselAsk, q.Account, v.Now)
	p.about = r.about(v, q)
	if p.frame, err = r.Hall.Frame(v, "", showTitle); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = p.path, len(form.Errors())
	return v.Page(form.Status(v), showView(p))
}

// about leads to what a question is about, when the visitor may read it.
func (r *room) about(v *visit.Visit, q counsel.Question) *frame.ButtonView {
	if q.Draft != "" {
		if d, err := r.Drafts.Get(v.Context(), v.Actor, q.Draft); err == nil {
			return &frame.ButtonView{Text: v.Say(seeDraft), Href: paper.Home(d), Icon: icon.Write}
		}
		return nil
	}
	if c, err := r.Talk.Get(v.Context(), v.Actor, q.Conversation); err == nil {
		return &frame.ButtonView{Text: v.Say(seeTalk), Href: "/inkorg/" + c.ID, Icon: icon.Inbox}
	}
	return nil
}

func (r *room) answer(v *visit.Visit) error {
	err := r.Counsel.Answer(v.Context(), v.Actor, v.R.PathValue("id"), v.R.FormValue("text"))
	switch {
	case err == nil:
		return hall.See(v, Path+"/"+v.R.PathValue("id"), answeredWord)
	case hall.Mendable(err):
		return r.page(v, hall.Again(v, err))
	}
	return err
}

func (r *room) recall(v *visit.Visit) error {
	if err := r.Counsel.Recall(v.Context(), v.Actor, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, Path+"/"+v.R.PathValue("id"), recalledWord)
}

type commentPage struct {
	frame  frame.StaffFrame
	margin Margin
}

// comment says something about a draft from a page without an editor, and leads back there. What is to be mended is mended on
// a page of its own.
func (r *room) comment(v *visit.Visit) error {
	id, back := v.R.PathValue("draft"), v.Form("till")
	err := pointed(r.Counsel.Comment(v.Context(), v.Actor, id, said(v)))
	if err == nil {
		return hall.See(v, visit.Local(back), commented)
	}
	if !hall.Mendable(err) {
		return err
	}
	d, e := r.Drafts.Get(v.Context(), v.Actor, id)
	if e != nil {
		return e
	}
	form := hall.Again(v, err)
	var p commentPage
	if p.margin, err = Beside(v, r.Counsel, d, form, "", visit.Local(back), r.Hall.Tongue(v)); err != nil {
		return err
	}
	if p.frame, err = r.Hall.Frame(v, "", commentTitle); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = visit.Local(back), len(form.Errors())
	return v.Page(form.Status(v), commentView(p))
}

// settle says that a comment has been seen to, from a page without an editor.
func (r *room) settle(v *visit.Visit) error {
	if err := r.Counsel.Settle(v.Context(), v.Actor, v.R.PathValue("draft"), v.R.PathValue("remark")); err != nil {
		return err
	}
	return hall.See(v, visit.Local(v.Form("till")), settledWord)
}

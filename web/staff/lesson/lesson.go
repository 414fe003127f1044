// Package lesson is where something that went wrong is put right and learnt from (Det blev fel, Lärdomar). The page about a
// post offers three ways and texts to start from; the list of lessons is for reading before a shift. Nobody is named, and the
// only figures are the whole authority's.
package lesson

import (
	"context"
	"net/http"
	"net/url"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	lessons "tilltal/desk/lesson"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Lessons is the room behind: desk/lesson.
type Lessons interface {
	Notes(ctx context.Context, a people.Actor, account, after string) (desk.Page[lessons.Note], error)
	Write(ctx context.Context, a people.Actor, n lessons.Note) (lessons.Note, error)
	Leave(ctx context.Context, a people.Actor, post, why string) (lessons.Left, error)
	LeftAs(ctx context.Context, a people.Actor, post string) (lessons.Left, error)
	Tally(ctx context.Context, a people.Actor) (lessons.Tally, error)
}

// Posts is what has been published: desk/publish.
type Posts interface {
	Get(ctx context.Context, a people.Actor, id string) (publish.Post, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
	Account(ctx context.Context, id string) (account.Account, error)
}

// Deps is what the pages need from the house.
type Deps struct {
	Hall     *hall.Hall
	Lessons  Lessons
	Posts    Posts
	Accounts Accounts
}

type room struct{ Deps }

// Where the pages are.
const (
	Path      = "/lardomar"
	newPath   = Path + "/ny"
	postPath  = "/inlagg/"
	wrongPath = "/det-blev-fel"
)

// At is where one says that a post went wrong.
func At(post string) string { return postPath + post + wrongPath }

// Routes returns the pages' rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	at := postPath + "{post}" + wrongPath
	return []visit.Route{
		row(http.MethodGet, Path, people.LessonRead, r.list),
		row(http.MethodGet, newPath, people.LessonWrite, r.noteForm), row(http.MethodPost, newPath, people.LessonWrite, r.note),
		row(http.MethodGet, at, people.DraftRead, r.wrong), row(http.MethodPost, at, people.DraftRead, r.leave),
	}
}

// wrongPage is the page about a post that went wrong, with the three ways.
type wrongPage struct {
	frame frame.StaffFrame
	post  frame.PostView
	ways  []wayView
	leave *hall.Sheet
	left  *frame.NoticeView
	note  string // where the lesson is written; "" for those who write none
}

// wayView is one of the ways, with texts to start from.
type wayView struct {
	title, text string
	act         frame.ButtonView
	from        []frame.ButtonView
}

func (r *room) wrong(v *visit.Visit) error {
	return r.showWrong(v, hall.Filled(v, template(v.Form("mall"))))
}

// template is the form of a template, nil when there is none by that name.
func template(id string) url.Values {
	out := url.Values{}
	if t, ok := lessons.TemplateByID(id); ok {
		for name, text := range t.Fields {
			out.Set(name, text)
		}
	}
	return out
}

// Start fills a form with the template that the address names, for the pages where a post is corrected or taken away.
func Start(v *visit.Visit, way string, form url.Values) url.Values {
	t, ok := lessons.TemplateByID(v.Form("mall"))
	if !ok || t.Way != way {
		return form
	}
	if form == nil {
		form = url.Values{}
	}
	for name, text := range t.Fields {
		form.Set(name, text)
	}
	return form
}

func (r *room) showWrong(v *visit.Visit, form hall.Form) error {
	p, err := r.Posts.Get(v.Context(), v.Actor, v.R.PathValue("post"))
	if err != nil {
		return err
	}
	if p.Withdrawal != nil {
		return v.See(postPath + p.ID)
	}
	a, err := r.Accounts.Account(v.Context(), p.Account)
	if err != nil {
		return err
	}
	mine := p.Curator.Person == v.Actor.Person.ID
	c := p.Content
	c.Text = p.Text()
	out := wrongPage{post: paper.Post(v, c, p.Curator, hall.Moment(v, p.At), func(hash string) string { return postPath + p.ID + "/bild/" + hash })}
	if v.Actor.May(people.PublishCorrect, p.Account, v.Now) && !a.Closed() {
		out.ways = append(out.ways, way(v, p.ID, lessons.WayCorrected, "/ratta", correctTitle, correctText, correctButton, icon.Edit))
	}
	if v.Actor.May(people.PublishWithdraw, p.Account, v.Now) || mine && v.Actor.MayOwn(people.PublishWithdraw, p.Account, v.Now) {
		out.ways = append(out.ways, way(v, p.ID, lessons.WayWithdrawn, "/ta-bort", withdrawTitle, withdrawText, withdrawButton, icon.Trash))
	}
	if v.Actor.May(people.PublishCorrect, p.Account, v.Now) || mine && v.Actor.MayOwn(people.PublishCorrect, p.Account, v.Now) {
		out.leave = r.leaveSheet(v, p.ID, form)
	}
	if v.Actor.May(people.LessonWrite, p.Account, v.Now) {
		out.note = newPath + "?konto=" + url.QueryEscape(p.Account)
	}
	left, err := r.Lessons.LeftAs(v.Context(), v.Actor, p.ID)
	if err == nil {
		out.left = &frame.NoticeView{Tone: frame.Info, Title: leftAt.Put(hall.Words(v, left.At)).In(v.Lang), Text: left.Why}
	} else if !fault.Is(err, fault.NotFound) {
		return err
	}
	if out.frame, err = r.Hall.Frame(v, frame.RoomWrite, wrongTitle); err != nil {
		return err
	}
	out.frame.Errors = len(form.Errors())
	return v.Page(form.Status(v), wrongView(out))
}

func way(v *visit.Visit, post, id, path string, title, text, button lingo.Text, i icon.Name) wayView {
	at := postPath + post + path
	out := wayView{title: v.Say(title), text: v.Say(text), act: frame.ButtonView{Text: v.Say(button), Icon: i, Href: at}}
	for _, t := range lessons.TemplatesFor(id) {
		out.from = append(out.from, frame.ButtonView{Text: v.Say(t.Title), Look: frame.Bare, Href: at + "?mall=" + t.ID})
	}
	return out
}

func (r *room) leaveSheet(v *visit.Visit, post string, form hall.Form) *hall.Sheet {
	s := &hall.Sheet{Action: At(post), Errors: form.Errors(), Button: frame.ButtonView{Text: v.Say(leaveButton)}, Bare: true,
		Sections: []hall.Section{{Fields: []frame.FieldView{form.Field(frame.FieldView{Kind: frame.Area, Name: "why", Label: v.Say(whyLabel), Hint: v.Say(whyHint), Rows: 3})}}}}
	for _, t := range lessons.TemplatesFor(lessons.WayLeft) {
		s.Also = append(s.Also, frame.ButtonView{Text: v.Say(t.Title), Look: frame.Bare, Href: At(post) + "?mall=" + t.ID})
	}
	return s
}

// leave lets the post stand, with the reason.
func (r *room) leave(v *visit.Visit) error {
	id := v.R.PathValue("post")
	_, err := r.Lessons.Leave(v.Context(), v.Actor, id, v.Form("why"))
	if hall.Mendable(err) {
		return r.showWrong(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, postPath+id, leftWord)
}

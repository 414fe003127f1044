// Package notice is where a person reads what she has been told (Aviseringar), and chooses how she is told: what she wants to
// hear of, in the desk, by e-mail or in this browser, and when she wants to be left alone. A button sends her a test and says
// what became of it. Everything but telling a browser works without a script.
package notice

import (
	"context"
	_ "embed"
	"net/http"

	"tilltal/base/lingo"
	"tilltal/base/push"
	"tilltal/desk"
	"tilltal/desk/notice"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Notices is what a person is told, and how: desk/notice.
type Notices interface {
	Mine(ctx context.Context, a people.Actor, after string) (desk.Page[notice.Notice], error)
	Open(ctx context.Context, a people.Actor, id string) (string, error)
	ReadAll(ctx context.Context, a people.Actor) error
	Choice(ctx context.Context, a people.Actor) (notice.Choice, error)
	Choose(ctx context.Context, a people.Actor, c notice.Choice) error
	Browsers(ctx context.Context, a people.Actor) ([]notice.Browser, error)
	Key(ctx context.Context, a people.Actor) (string, error)
	Subscribe(ctx context.Context, a people.Actor, name string, s push.Subscription) error
	Unsubscribe(ctx context.Context, a people.Actor, id string) error
	Test(ctx context.Context, a people.Actor) ([]notice.Outcome, error)
	Mails() bool
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall    *hall.Hall
	Notices Notices
	Live    hall.Live // nil lets the list stand still
}

type room struct{ Deps }

// Where the room's pages are.
const (
	path         = notice.Path
	choicePath   = notice.SettingsPath
	browsersPath = path + "/webblasare"
	workerPath   = path + "/arbetare.js"
)

//go:embed worker.js
var worker []byte

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: people.NoticeOwn, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, path, r.list),
		row(http.MethodPost, path, r.readAll),
		row(http.MethodGet, path+"/{id}", r.open),
		row(http.MethodGet, frame.BellPath, r.bell),
		row(http.MethodGet, choicePath, r.choice),
		row(http.MethodPost, choicePath, r.choose),
		row(http.MethodPost, path+"/prov", r.test),
		row(http.MethodPost, browsersPath, r.subscribe),
		row(http.MethodPost, browsersPath+"/{id}", r.unsubscribe),
		// The browser fetches its worker anew now and then, signed in or not. There is nothing secret in it.
		{Method: http.MethodGet, Path: workerPath, Audience: visit.Everyone, Do: serveWorker},
	}
}

// serveWorker answers with the script that shows a notification when the browser is told something. Its address is always the
// same, so that a browser that was told by one version of the desk is told by the next.
func serveWorker(v *visit.Visit) error {
	v.W.Header().Set("Cache-Control", "no-cache")
	return v.Bytes(http.StatusOK, "text/javascript; charset=utf-8", worker)
}

// listPage is what she has been told.
type listPage struct {
	frame  frame.StaffFrame
	rows   []line
	unread bool
	pager  frame.PagerView
}

// line is one notice in the list.
type line struct {
	href   string
	icon   icon.Name
	text   string
	when   frame.Moment
	unread bool
}

var icons = map[notice.Topic]icon.Name{
	notice.Talk: icon.Inbox, notice.Review: icon.Review, notice.Texts: icon.Write, notice.Ideas: icon.Quote,
	notice.Advice: icon.Question, notice.Shifts: icon.Shift, notice.Clocks: icon.Clock, notice.House: icon.Settings,
}

func (r *room) list(v *visit.Visit) error {
	stream := ""
	if r.Live != nil && v.Form("efter") == "" { // older pages stand still
		stream = r.Live.URL(v.Context())
	}
	page, err := r.Notices.Mine(v.Context(), v.Actor, v.Form("efter"))
	if err != nil {
		return err
	}
	var p listPage
	for _, n := range page.Items {
		l := line{href: path + "/" + n.ID, icon: icons[notice.TopicOf(n.Kind)], text: n.Sentence().In(v.Lang), when: hall.Moment(v, n.At), unread: n.ReadAt.IsZero()}
		p.rows, p.unread = append(p.rows, l), p.unread || l.unread
	}
	if page.Next != "" {
		p.pager.Older = path + "?efter=" + page.Next
	}
	if p.frame, err = r.Hall.Frame(v, "", listTitle); err != nil {
		return err
	}
	p.frame.Live = stream
	return v.Page(http.StatusOK, listView(p))
}

// bell is the bell of a page that is open, and hears that it has rung.
func (r *room) bell(v *visit.Visit) error { return v.Page(http.StatusOK, r.Hall.Bell(v)) }

// open leads to what a notice tells of, and marks it as read.
func (r *room) open(v *visit.Visit) error {
	to, err := r.Notices.Open(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	return v.See(to)
}

func (r *room) readAll(v *visit.Visit) error {
	if err := r.Notices.ReadAll(v.Context(), v.Actor); err != nil {
		return err
	}
	return hall.See(v, path, allRead)
}

// subscribe tells her in this browser from now on: js/notice.js sends what the browser gave it.
func (r *room) subscribe(v *visit.Visit) error {
	name := v.Session.Agent
	if name == "" {
		name = v.Say(someBrowser)
	}
	s := push.Subscription{Endpoint: v.Form("endpoint"), Public: v.Form("public"), Auth: v.Form("auth")}
	if err := r.Notices.Subscribe(v.Context(), v.Actor, name, s); err != nil {
		return err
	}
	return hall.See(v, choicePath+"#webblasare", browserOn)
}

func (r *room) unsubscribe(v *visit.Visit) error {
	if err := r.Notices.Unsubscribe(v.Context(), v.Actor, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, choicePath+"#webblasare", browserOff)
}

// test sends her a test and shows what became of it.
func (r *room) test(v *visit.Visit) error {
	all, err := r.Notices.Test(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	var shown []outcome
	for _, o := range all {
		shown = append(shown, outcomeOf(v, o))
	}
	return r.filled(v, nil, shown)
}

// outcome is what became of a test one way.
type outcome struct {
	tone frame.Tone
	text string
	hint string
}

func outcomeOf(v *visit.Visit, o notice.Outcome) outcome {
	where := o.Where
	if where == "" {
		where = v.Say(o.Way.Title())
	}
	if o.Err == nil {
		return outcome{frame.Good, sentTo.Put(where).In(v.Lang), ""}
	}
	tone := frame.Stop
	f := faultOf(o.Err)
	if f.quiet {
		tone = frame.Info
	}
	return outcome{tone, lingo.T("%s: %s", "%s: %s").Put(where, f.say).In(v.Lang), v.Say(f.hint)}
}

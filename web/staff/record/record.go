// Package record is the room where one reads what has been done (Protokoll): a quiet chronicle of every act on the ledger, in
// sentences, to be searched by words, account, person, kind and day; and for each entry a page with what it consists of and
// the proof that it stands where it does.
//
// Nothing can be changed from here. What anybody may verify is on the square, at /insyn/protokoll.
package record

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/record"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/live"
	"tilltal/web/visit"
)

// Path is the room's address. An entry's is Path, a slash and its number.
const Path = "/protokoll"

// Chronicle is the record: desk/record.
type Chronicle interface {
	Chronicle(ctx context.Context, a people.Actor, f record.Filter) (desk.Page[record.Line], error)
	Proof(ctx context.Context, a people.Actor, seq int64) (record.Proof, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
}

// People is the register of colleagues: desk/people.
type People interface {
	People(ctx context.Context, a people.Actor, leavers bool) ([]people.Person, error)
}

// Ledger is the record's end: the store.
type Ledger interface {
	Size(ctx context.Context) (int64, error)
	Checkpoint(ctx context.Context) (signed []byte, key string, err error)
}

// Live tells where the page hears what is new: web/staff/live.
type Live interface {
	URL(ctx context.Context) string
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Record   Chronicle
	Accounts Accounts
	People   People
	Ledger   Ledger
	Live     Live
}

type room struct{ Deps }

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(path string, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodGet, Path: path, Audience: visit.Staff, Right: people.RecordRead, Do: do}
	}
	return []visit.Route{row(Path, r.list), row(Path+"/{number}", r.entry)}
}

// listView is the chronicle.
type listView struct {
	frame      frame.StaffFrame
	form       hall.Form
	asked      bool // something is searched for
	fields     []frame.FieldView
	errors     []frame.ErrorView
	lines      []frame.ChronicleView
	pager      frame.PagerView
	size       int64
	checkpoint string
	newest     bool // the first page, which is kept fresh
}

// list shows the chronicle, or what was searched for in it.
func (r *room) list(v *visit.Visit) error {
	view := listView{}
	url := ""
	if r.Live != nil {
		url = r.Live.URL(v.Context())
	}
	accounts, err := r.Accounts.All(v.Context(), true)
	if err != nil {
		return err
	}
	persons, err := r.persons(v)
	if err != nil {
		return err
	}
	status := http.StatusOK
	filter, err := asks(v)
	if err == nil {
		err = r.fill(v, &view, filter, accounts)
	}
	if fault.Is(err, fault.Invalid) {
		view.form = hall.Again(v, err)
		status = view.form.Status(v)
	} else if err != nil {
		return err
	} else {
		view.form = hall.Filled(v, v.R.URL.Query())
	}
	view.errors = view.form.Errors()
	view.fields = fields(v, view.form, accounts, persons)
	view.asked = asked(v)
	if view.size, err = r.Ledger.Size(v.Context()); err != nil {
		return err
	}
	signed, _, err := r.Ledger.Checkpoint(v.Context())
	if err != nil {
		return err
	}
	view.checkpoint = string(signed)
	if view.frame, err = r.Hall.Frame(v, frame.RoomRecord, recordTitle); err != nil {
		return err
	}
	view.newest = v.Form("efter") == ""
	view.frame.Errors = len(view.errors)
	if view.newest {
		view.frame.Live = url
	}
	return v.Page(status, listPage(view))
}

// persons lists colleagues to search by; those who may not read the register search without.
func (r *room) persons(v *visit.Visit) ([]people.Person, error) {
	if !v.Actor.Anywhere(people.PeopleRead, v.Now) {
		return nil, nil
	}
	return r.People.People(v.Context(), v.Actor, true)
}

func (r *room) fill(v *visit.Visit, view *listView, f record.Filter, accounts []account.Account) error {
	page, err := r.read(v, view, f, accounts)
	if err != nil {
		return err
	}
	q := v.R.URL.Query()
	if page.Next != "" {
		q.Set("efter", page.Next)
		view.pager.Older = Path + "?" + q.Encode()
	}
	if f.After != "" {
		q.Del("efter")
		view.pager.Newer = Path + "?" + q.Encode()
	}
	return nil
}

// read reads a page of the chronicle, or of what was searched for in it. Where most of a page is folded it reads on, so that a
// night of many messages does not fill page after page with one line.
func (r *room) read(v *visit.Visit, view *listView, f record.Filter, accounts []account.Account) (page desk.Page[record.Line], err error) {
	var all []record.Line
	for range mostRead {
		if page, err = r.Record.Chronicle(v.Context(), v.Actor, f); err != nil {
			return page, err
		}
		all = append(all, page.Items...)
		if view.lines = told(v, all, accounts); page.Next == "" || len(view.lines) >= fewLines {
			break
		}
		f.After = page.Next
	}
	return page, nil
}

// asks reads what is searched for. The faults point at the days.
func asks(v *visit.Visit) (f record.Filter, err error) {
	f = record.Filter{Words: v.Form("q"), Person: v.Form("vem"), Subject: v.Form("galler"), After: v.Form("efter"), Kinds: kindsOf(v.Form("vad"))}
	if a := v.Form("konto"); a != "" {
		f.Accounts = []string{a}
	}
	var wrong fault.List
	if f.From, err = day(v.Form("fran"), 0); err != nil {
		wrong = append(wrong, fault.Of(err).At("fran"))
	}
	if f.To, err = day(v.Form("till"), 1); err != nil {
		wrong = append(wrong, fault.Of(err).At("till"))
	}
	if len(wrong) == 0 && !f.From.IsZero() && !f.To.IsZero() && !f.From.Before(f.To) {
		wrong = append(wrong, fault.New(fault.Invalid, daysTurned).At("till"))
	}
	return f, wrong.OrNil()
}

// day is when a day begins in Sweden, so many days later; the zero time for no day.
func day(s string, later int) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	d, err := clock.ParseDate(s)
	if err != nil {
		return time.Time{}, err
	}
	d = d.Add(later)
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, clock.Stockholm()), nil
}

func asked(v *visit.Visit) bool {
	for _, name := range []string{"q", "konto", "vem", "vad", "fran", "till", "galler"} {
		if v.Form(name) != "" {
			return true
		}
	}
	return false
}

// voluntary says to screen readers that a choice may be left as it is; every choice here may, so the page does not say it.
var voluntary = templ.Attributes{"aria-required": "false"}

func fields(v *visit.Visit, form hall.Form, accounts []account.Account, persons []people.Person) []frame.FieldView {
	choice := func(name string, label, any lingo.Text, options []frame.Option) frame.FieldView {
		options = append([]frame.Option{{Value: "", Label: v.Say(any), Chosen: form.Value(name) == ""}}, options...)
		return form.Field(frame.FieldView{Kind: frame.Choice, Name: name, Label: v.Say(label), Options: options, Attrs: voluntary})
	}
	var where, who, what []frame.Option
	for _, a := range accounts {
		if v.Actor.May(people.RecordRead, a.ID, v.Now) {
			where = append(where, frame.Option{Value: a.ID, Label: a.Name})
		}
	}
	for _, p := range persons {
		who = append(who, frame.Option{Value: p.ID, Label: p.Name})
	}
	for _, g := range groups {
		what = append(what, frame.Option{Value: g.name, Label: v.Say(g.title)})
	}
	out := []frame.FieldView{choice("konto", accountLabel, anyAccount, where)}
	if len(who) > 0 {
		out = append(out, choice("vem", personLabel, anyPerson, who))
	}
	return append(out, choice("vad", kindLabel, anyKind, what),
		form.Field(frame.FieldView{Kind: frame.Date, Name: "fran", Label: v.Say(fromLabel), Attrs: voluntary, Short: true}),
		form.Field(frame.FieldView{Kind: frame.Date, Name: "till", Label: v.Say(toLabel), Attrs: voluntary, Short: true}))
}

// region is what the list is called for pages that stay fresh; an older page stands still.
func (l listView) region() string {
	if l.newest {
		return live.Record
	}
	return "aldre"
}

// all leads to everything about one thing.
func all(subject string) string { return Path + "?" + url.Values{"galler": {subject}}.Encode() }

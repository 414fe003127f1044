// Package review is the room where a colleague's text is read before it goes out (Granska): what waits for one's eyes, and
// one text as citizens will see it, with what the checks said and what the writer answered beside it. There are two buttons,
// and both are answers to a person: Godkänn, and Lämna tillbaka with words. What is approved is the very text on the page: its
// hash goes with the button.
package review

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/diff"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/review"
	"tilltal/web/frame"
	"tilltal/web/staff/counsel"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Review is where texts are approved and handed back: desk/review.
type Review interface {
	Waiting(ctx context.Context, a people.Actor) ([]review.Task, error)
	Task(ctx context.Context, a people.Actor, id string) (review.Task, error)
	LastRead(ctx context.Context, t review.Task) (int, error)
	May(a people.Actor, t review.Task) error
	Approve(ctx context.Context, a people.Actor, id, hash, words string) (review.Outcome, error)
	Return(ctx context.Context, a people.Actor, id, hash, words string) (review.Return, error)
}

// Drafts shows what became of a text: desk/draft.
type Drafts interface {
	Diff(ctx context.Context, a people.Actor, id string, from, to int) ([]diff.Piece, error)
}

// Plans tells what has been decided of a text already: desk/publish.
type Plans interface {
	Plan(ctx context.Context, a people.Actor, id string) (publish.Plan, error)
}

// Accounts tells who answers for an account: desk/account.
type Accounts interface {
	Owners(ctx context.Context, account string) ([]people.Person, error)
	Account(ctx context.Context, id string) (account.Account, error)
}

// Routines tells what each finding leads to: desk/guideline.
type Routines interface {
	Routine(ctx context.Context, account string) (guideline.Routine, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Review   Review
	Drafts   Drafts
	Plans    Plans
	Advice   counsel.Advice // nil: nobody comments
	Accounts Accounts
	Routines Routines
	People   paper.Colleagues
}

type room struct{ Deps }

// Path is where the room is.
const Path = "/granska"

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, Path, people.ReviewApprove, r.list),
		row(http.MethodGet, Path+"/{draft}", people.DraftRead, r.show),
		row(http.MethodPost, Path+"/{draft}", people.ReviewApprove, r.decide),
	}
}

// listPage is what waits for one's eyes.
type listPage struct {
	frame frame.StaffFrame
	rows  []paper.Row
}

func (r *room) list(v *visit.Visit) error {
	tasks, err := r.Review.Waiting(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	var p listPage
	for _, t := range tasks {
		p.rows = append(p.rows, row(v, t))
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomReview, listTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, listView(p))
}

func row(v *visit.Visit, t review.Task) paper.Row {
	out := paper.Row{Href: Path + "/" + t.Draft.ID, Title: paper.Title(t.Draft.Latest.Content), When: hall.Moment(v, t.Submission.At),
		Meta: []string{t.Author, t.Account}, Tags: []frame.TagView{{Tone: frame.Info, Text: t.Submission.Step.Title().In(v.Lang)}}}
	if kind := paper.Kind(t.Draft.Kind); !kind.Empty() {
		out.Tags = append(out.Tags, frame.TagView{Text: kind.In(v.Lang)})
	}
	if when := planned(v, t); when != "" {
		out.Note = when
	}
	return out
}

// planned says when the text is to go out, "" when it has no time of its own.
func planned(v *visit.Visit, t review.Task) string {
	if !t.Submission.Timed() {
		return ""
	}
	at, _ := t.Submission.When.Resolve()
	when := frame.Moment{At: at.In(zone(t.Submission.When)), Now: v.Now}
	if !at.After(v.Now) {
		return wasDue.Put(said(when)).In(v.Lang)
	}
	return goesOut.Put(said(when)).In(v.Lang)
}

func zone(w clock.Wall) *time.Location {
	if w.Zone == nil {
		return clock.Stockholm()
	}
	return w.Zone
}

// said says a moment in both languages.
func said(m frame.Moment) lingo.Text { return lingo.T(m.Words(lingo.SV), m.Words(lingo.EN)) }

// decide approves the text or hands it back.
func (r *room) decide(v *visit.Visit) error {
	id, hash, words := v.R.PathValue("draft"), v.Form("hash"), v.Form("words")
	var err error
	if v.Form("beslut") == "tillbaka" {
		if _, err = r.Review.Return(v.Context(), v.Actor, id, hash, words); err == nil {
			return hall.See(v, Path, handedBack)
		}
	} else {
		var o review.Outcome
		if o, err = r.Review.Approve(v.Context(), v.Actor, id, hash, words); err == nil {
			path, word := approved(v, o, id)
			return hall.See(v, path, word)
		}
	}
	if !hall.Mendable(err) && !fault.Is(err, fault.Forbidden) {
		return err
	}
	f := hall.Again(v, err)
	return r.task(v, f, f.Status(v))
}

// approved says what an approval led to, and where to go on.
func approved(v *visit.Visit, o review.Outcome, id string) (path string, word lingo.Text) {
	switch {
	case o.Late != nil:
		return "/kalender/" + id, approvedLate
	case o.Schedule != nil:
		return Path, approvedTimed.Put(said(frame.Moment{At: o.At.In(zone(o.Schedule.When)), Now: v.Now}))
	}
	return Path, approvedNow
}

func (r *room) show(v *visit.Visit) error {
	return r.task(v, hall.Filled(v, url.Values{}), http.StatusOK)
}

// names joins names as a sentence does.
func names(list []people.Person, and string) string {
	var out []string
	for _, p := range list {
		out = append(out, p.Name)
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " " + and + " " + out[n-1]
	}
	return strings.Join(out, "")
}

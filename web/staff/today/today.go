// Package today is where the day begins (Idag). It answers three questions and no more: what waits for me, what runs out, and
// how are we doing. When nothing waits it says so, and is glad.
package today

import (
	"context"
	"net/http"
	"slices"

	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/record"
	"tilltal/desk/review"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	inboxpage "tilltal/web/staff/inbox"
	"tilltal/web/staff/paper"
	shiftpage "tilltal/web/staff/shift"
	"tilltal/web/visit"
)

// Path is the page's address.
const Path = "/idag"

// Talk is where citizens wait: desk/inbox.
type Talk interface {
	List(ctx context.Context, a people.Actor, f inbox.Filter) (desk.Page[inbox.Conversation], error)
	Today(ctx context.Context, a people.Actor) (inbox.Tally, error)
}

// Drafts is what one has written: desk/draft.
type Drafts interface {
	Own(ctx context.Context, a people.Actor, states []draft.State, after string) (desk.Page[draft.Draft], error)
}

// Review is what colleagues want read: desk/review.
type Review interface {
	Waiting(ctx context.Context, a people.Actor) ([]review.Task, error)
}

// Figures is how we are doing: desk/record.
type Figures interface {
	Insight(ctx context.Context) (record.Insight, error)
}

// Shifts is what shifts have to say: web/staff/shift.
type Shifts interface {
	Day(v *visit.Visit) (shiftpage.Day, error)
}

// Live tells where the page hears what is new: web/staff/live.
type Live interface {
	URL(ctx context.Context) string
}

// Deps is what the page needs from the house.
type Deps struct {
	Hall    *hall.Hall
	Talk    Talk
	Drafts  Drafts
	Review  Review
	Figures Figures
	People  paper.Colleagues
	Live    Live

	Frames   Frames   // nil asks nobody to have read anything
	Register Register // nil asks nobody to go through an account
	Ideas    Ideas    // nil: no ideas are sent
	Advice   Advice   // nil: nobody is asked
	Shifts   Shifts   // nil: nobody has shifts
}

type room struct{ Deps }

// Routes returns the page's row in the table of routes: whoever works here has a today.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	return []visit.Route{{Method: http.MethodGet, Path: Path, Audience: visit.Staff, Right: people.SessionOwn, Do: r.show}}
}

// The most that is shown of each kind: today is no list.
const (
	mostTalks = 6
	mostTexts = 5
)

// dayView is the page.
type dayView struct {
	frame    frame.StaffFrame
	greeting string
	lead     string
	write    bool // she may write
	mine     []frame.ThreadView
	more     string // where the rest of hers is, when there is more
	texts    []paper.Row
	duties   []hall.Row  // what the frames and the register ask of her
	help     []paper.Row // questions and ideas of colleagues
	soon     []frame.ThreadView
	shift    shiftpage.Day
	free     string // "3 samtal är lediga"; "" for none
	numbers  []frame.FigureView
	curve    *frame.CurveView
}

func (d dayView) nothing() bool {
	return len(d.mine)+len(d.texts)+len(d.soon)+len(d.duties)+len(d.help) == 0 && d.free == "" && !d.shift.Waits()
}

func (r *room) show(v *visit.Visit) error {
	view := dayView{greeting: greet(v), write: v.Actor.Anywhere(people.DraftWrite, v.Now)}
	url := ""
	if r.Live != nil {
		url = r.Live.URL(v.Context())
	}
	names := paper.NewNames(v, r.People)
	if err := r.talks(v, &view, names); err != nil {
		return err
	}
	if err := r.texts(v, &view); err != nil {
		return err
	}
	if err := r.duties(v, &view); err != nil {
		return err
	}
	if err := r.help(v, &view); err != nil {
		return err
	}
	if err := r.shifts(v, &view); err != nil {
		return err
	}
	if err := r.doing(v, &view); err != nil {
		return err
	}
	var err error
	if view.frame, err = r.Hall.Frame(v, frame.RoomToday, todayTitle); err != nil {
		return err
	}
	view.frame.Live = url
	return v.Page(http.StatusOK, dayPage(view))
}

// talks are the conversations that are hers, and those whose clock runs out.
func (r *room) talks(v *visit.Visit, view *dayView, names *paper.Names) error {
	if !hall.May(v, people.InboxRead) {
		view.lead = v.Say(leadNothing)
		return nil
	}
	tally, err := r.Talk.Today(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	view.lead = lead(v, tally)
	mine, err := r.Talk.List(v.Context(), v.Actor, inbox.Filter{Owner: v.Actor.Person.ID, Limit: mostTalks})
	if err != nil {
		return err
	}
	view.mine = threads(v, mine.Items, names)
	if mine.Next != "" {
		view.more = inboxpage.Path + "?visa=mina"
	}
	if !v.Actor.Anywhere(people.InboxRead, v.Now) {
		return nil
	}
	soon, err := r.Talk.List(v.Context(), v.Actor, inbox.Filter{Waiting: true, DueBy: v.Now.Add(inbox.Soon), Limit: 2 * mostTalks})
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(soon.Items, func(c inbox.Conversation) bool { return c.Owner == v.Actor.Person.ID })
	view.soon = threads(v, others[:min(len(others), mostTalks)], names)
	if tally.Unowned > 0 {
		view.free = count(v, tally.Unowned, showFreeOne, showFreeMany)
	}
	today(v, view, tally)
	return nil
}

func threads(v *visit.Visit, all []inbox.Conversation, names *paper.Names) (out []frame.ThreadView) {
	for _, c := range all {
		out = append(out, inboxpage.Thread(v, c, names))
	}
	return out
}

// shifts are hers, and what waits because of them.
func (r *room) shifts(v *visit.Visit, view *dayView) (err error) {
	if r.Shifts != nil {
		view.shift, err = r.Shifts.Day(v)
	}
	return err
}

// texts are those that colleagues want her to read, and her own that have come back.
func (r *room) texts(v *visit.Visit, view *dayView) error {
	if hall.May(v, people.ReviewApprove) {
		tasks, err := r.Review.Waiting(v.Context(), v.Actor)
		if err != nil {
			return err
		}
		for _, t := range tasks[:min(len(tasks), mostTexts)] {
			row := paper.Draft(v, t.Draft)
			row.Href, row.Meta = "/granska/"+t.Draft.ID, []string{t.Author, t.Account}
			view.texts = append(view.texts, row)
		}
	}
	if !hall.May(v, people.DraftRead) {
		return nil
	}
	back, err := r.Drafts.Own(v.Context(), v.Actor, []draft.State{draft.Returned, draft.Held}, "")
	if err != nil {
		return err
	}
	for _, d := range back.Items[:min(len(back.Items), mostTexts)] {
		row := paper.Draft(v, d)
		row.Note = paper.FirstLine(d.Returned)
		view.texts = append(view.texts, row)
	}
	return nil
}

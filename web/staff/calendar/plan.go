package calendar

import (
	"net/url"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// planPage is one text and its time.
type planPage struct {
	frame  frame.StaffFrame
	action string
	say    frame.NoticeView
	post   frame.PostView
	form   hall.Form
	zone   string
	note   string // what is odd about the time that stands in the form
	odd    string // the value that says she has read it
	moves  bool   // it may be given a time, or go out at once
	stops  bool   // it may be stopped
	links  []frame.ButtonView
}

// planned shows one text and what may be done about its time.
func (r *room) planned(v *visit.Visit) error {
	return r.plan(v, nil)
}

// plan answers with the text's page; wrong is why a form that was sent could not be followed.
func (r *room) plan(v *visit.Visit, wrong error) error {
	d, err := r.Drafts.Get(v.Context(), v.Actor, v.R.PathValue("draft"))
	if err != nil {
		return err
	}
	if d.PublishedAs != "" || !d.DiscardedAt.IsZero() || d.Submission == nil {
		return v.See(paper.Home(d))
	}
	at, err := r.Accounts.Account(v.Context(), d.Account)
	if err != nil {
		return err
	}
	plan, err := r.Publish.Plan(v.Context(), v.Actor, d.ID)
	if err != nil {
		return err
	}
	p := planPage{action: Path + "/" + d.ID, zone: at.Zone, links: links(v, d)}
	names := paper.NewNames(v, r.People)
	p.say = says(v, d, plan, names)
	p.moves, p.stops = mayMove(v, d, plan), mayStop(v, d, plan)
	p.post = paper.Post(v, d.Latest.Content, names.Signature(d.Author, at), hall.Moment(v, d.Latest.At), func(hash string) string {
		return "/skriv/" + d.ID + "/bild/" + hash
	})
	p.fill(v, d, plan, at.Zone, wrong)
	if p.frame, err = r.Hall.Frame(v, frame.RoomCalendar, paper.Title(d.Latest.Content)); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = p.action, len(p.form.Errors())
	return v.Page(p.form.Status(v), planView(p))
}

// fill fills the form in: with what was typed, or with the time that the text has.
func (p *planPage) fill(v *visit.Visit, d draft.Draft, plan publish.Plan, zone string, wrong error) {
	if wrong != nil {
		p.form = hall.Again(v, wrong)
		m := paper.ReadMoment(v, zone)
		m.Timed = true
		say, odd := m.Odd()
		p.note, p.odd = v.Say(say), odd
		return
	}
	values := url.Values{}
	when := d.Submission.When
	if plan.Schedule != nil {
		when = plan.Schedule.When
	}
	if when != (clock.Wall{}) {
		paper.MomentOf(when, zone).Fill(values)
	}
	p.form = hall.Filled(v, values)
}

func says(v *visit.Visit, d draft.Draft, plan publish.Plan, names *paper.Names) frame.NoticeView {
	switch {
	case plan.Hold != nil && plan.Hold.Words != "":
		return frame.NoticeView{Tone: frame.Stop, Title: stoppedBy.Put(names.Given(plan.Hold.By)).In(v.Lang), Text: paper.Visible(plan.Hold.Words)}
	case plan.Hold != nil:
		return frame.NoticeView{Tone: frame.Stop, Title: v.Say(publish.HoldTitle(plan.Hold.Why)), Text: v.Say(stoppedNext)}
	case d.State == draft.Waiting:
		return frame.NoticeView{Tone: frame.Info, Title: waitsFor.Put(paper.Reader(d.Submission.Step)).In(v.Lang), Text: v.Say(waitsText)}
	case plan.Schedule != nil:
		at, _ := plan.Schedule.When.Resolve()
		when := frame.Moment{At: at.In(plan.Schedule.When.Zone), Now: v.Now}
		return frame.NoticeView{Tone: frame.Good, Title: goesOut.Put(said(when)).In(v.Lang)}
	}
	return frame.NoticeView{Tone: frame.Good, Title: v.Say(onItsWay)}
}

// said says a moment in both languages.
func said(m frame.Moment) lingo.Text { return lingo.T(m.Words(lingo.SV), m.Words(lingo.EN)) }

func mayMove(v *visit.Visit, d draft.Draft, plan publish.Plan) bool {
	return (plan.Schedule != nil || plan.Hold != nil) && d.State != draft.Waiting && v.Actor.May(people.PublishSchedule, d.Account, v.Now)
}

func mayStop(v *visit.Visit, d draft.Draft, plan publish.Plan) bool {
	return plan.Hold == nil && d.State != draft.Waiting &&
		(d.Submission.By == v.Actor.Person.ID || v.Actor.May(people.PublishSchedule, d.Account, v.Now))
}

func links(v *visit.Visit, d draft.Draft) []frame.ButtonView {
	var out []frame.ButtonView
	if d.State == draft.Waiting && v.Actor.May(people.ReviewApprove, d.Account, v.Now) {
		out = append(out, frame.ButtonView{Text: v.Say(toReview), Icon: icon.Review, Href: "/granska/" + d.ID})
	}
	return append(out, frame.ButtonView{Text: v.Say(toText), Icon: icon.Write, Look: frame.Bare, Href: paper.Home(d)})
}

// decide gives a text a new time, lets it out at once, or stops it.
func (r *room) decide(v *visit.Visit) error {
	id := v.R.PathValue("draft")
	path, word, err := r.decided(v, id)
	switch {
	case err == nil:
		return hall.See(v, path, word)
	case !hall.Mendable(err):
		return err
	}
	return r.plan(v, err)
}

func (r *room) decided(v *visit.Visit, id string) (path string, word lingo.Text, err error) {
	switch v.Form("beslut") {
	case "stoppa":
		_, err = r.Publish.Cancel(v.Context(), v.Actor, id, v.Form("words"))
		return Path + "/" + id, stopped, err
	case "nu":
		o, err := r.Publish.Release(v.Context(), v.Actor, id, clock.Wall{})
		if o.Post == "" && err == nil {
			d, err := r.Drafts.Get(v.Context(), v.Actor, id)
			return paper.Home(d), published, err
		}
		return "/inlagg/" + o.Post, published, err
	}
	when, err := r.when(v, id)
	if err != nil {
		return "", word, err
	}
	o, err := r.Publish.Release(v.Context(), v.Actor, id, when)
	return Path + "/" + id, goesOut.Put(said(frame.Moment{At: o.At.In(when.Zone), Now: v.Now})), err
}

// when reads the new time, on the clocks of the account.
func (r *room) when(v *visit.Visit, id string) (clock.Wall, error) {
	d, err := r.Drafts.Get(v.Context(), v.Actor, id)
	if err != nil {
		return clock.Wall{}, err
	}
	at, err := r.Accounts.Account(v.Context(), d.Account)
	if err != nil {
		return clock.Wall{}, err
	}
	m := paper.ReadMoment(v, at.Zone)
	m.Timed = true
	return m.Ask()
}

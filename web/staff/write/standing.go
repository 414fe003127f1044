package write

import (
	"net/http"

	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/counsel"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// standingPage is a text that is out of its writer's hands for now: it waits for somebody, or for its time. It can still be
// changed, but not by an accidental key.
type standingPage struct {
	frame frame.StaffFrame
	tag   frame.TagView
	say   frame.NoticeView
	post  frame.PostView
	acts  []frame.ButtonView

	margin counsel.Margin
	giver  string // whose idea it was; "" says nothing
}

// stands reports whether a text has been handed in to somebody else, or has its time.
func stands(d draft.Draft) bool {
	switch d.State {
	case draft.Waiting, draft.Scheduled, draft.Held:
		return true
	case draft.Ready:
		return d.Submission != nil && d.Submission.Step.FourEyes()
	}
	return false
}

func (r *room) standing(v *visit.Visit, w *work) error {
	plan, err := r.Publish.Plan(v.Context(), v.Actor, w.draft.ID)
	if err != nil {
		return err
	}
	names := paper.NewNames(v, r.People)
	p := standingPage{tag: paper.State(v.Lang, w.draft.State), say: standingSays(v, w.draft, plan, names), acts: standingActs(v, w)}
	p.post = paper.Post(v, w.draft.Latest.Content, names.Signature(w.draft.Author, w.at), hall.Moment(v, w.draft.Latest.At), src(w.draft.ID))
	if p.margin, err = r.margin(v, w.draft, hall.Filled(v, nil), ""); err != nil {
		return err
	}
	if p.giver, err = r.giver(v, w.draft); err != nil {
		return err
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomWrite, paper.Title(w.draft.Latest.Content)); err != nil {
		return err
	}
	return v.Page(http.StatusOK, standingView(p))
}

// standingSays says where the text is and what happens next.
func standingSays(v *visit.Visit, d draft.Draft, plan publish.Plan, names *paper.Names) frame.NoticeView {
	switch {
	case plan.Hold != nil:
		n := frame.NoticeView{Tone: frame.Stop, Title: v.Say(stoppedTitle), Text: v.Say(publish.HoldTitle(plan.Hold.Why))}
		if plan.Hold.Words != "" {
			n.Text = stoppedBy.Put(names.Given(plan.Hold.By), plan.Hold.Words).In(v.Lang)
		}
		return n
	case plan.Schedule != nil:
		at, _ := plan.Schedule.When.Resolve()
		when := frame.Moment{At: at.In(plan.Schedule.When.Zone), Now: v.Now}
		return frame.NoticeView{Tone: frame.Good, Title: goesOut.Put(words(when)).In(v.Lang), Text: v.Say(goesOutText)}
	case d.State == draft.Waiting && d.Submission != nil:
		return frame.NoticeView{Tone: frame.Info, Title: waitsTitle.Put(paper.Reader(d.Submission.Step)).In(v.Lang), Text: v.Say(waitsText)}
	case d.State == draft.Ready && plan.Clearance != nil:
		return frame.NoticeView{Tone: frame.Good, Title: approvedBy.Put(names.Given(plan.Clearance.By)).In(v.Lang), Text: v.Say(onItsWay)}
	}
	return frame.NoticeView{Tone: frame.Info, Title: workOf.Put(names.Of(d.Author)).In(v.Lang), Text: v.Say(onlyRead)}
}

func standingActs(v *visit.Visit, w *work) []frame.ButtonView {
	path := Path + "/" + w.draft.ID
	var acts []frame.ButtonView
	add := func(may bool, text lingo.Text, look frame.Look, i icon.Name, href string) {
		if may {
			acts = append(acts, frame.ButtonView{Text: text.In(v.Lang), Look: look, Icon: i, Href: href})
		}
	}
	writes := v.Actor.May(draft.RightTo(w.draft.Kind), w.draft.Account, v.Now)
	s := w.draft.Submission
	planned := w.draft.State == draft.Scheduled || w.draft.State == draft.Held || w.draft.State == draft.Ready && s != nil
	add(planned && writes, actTime, frame.Primary, icon.Clock, "/kalender/"+w.draft.ID)
	add(w.draft.State == draft.Waiting && s != nil && v.Actor.May(people.ReviewApprove, w.draft.Account, v.Now), actReview, frame.Secondary, icon.Review, "/granska/"+w.draft.ID)
	add(writes, actEdit, frame.Secondary, icon.Edit, path+"?andra=1")
	add(true, actVersions, frame.Bare, icon.Undo, path+"/versioner")
	add(writes, actDiscard, frame.Bare, icon.Trash, path+"/kasta")
	return acts
}

// askDiscard asks before a draft is put away.
func (r *room) askDiscard(v *visit.Visit) error {
	w, err := r.lay(v)
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomWrite, discardTitle)
	if err != nil {
		return err
	}
	path := Path + "/" + w.draft.ID
	return v.Page(http.StatusOK, confirmView(f, frame.ConfirmView{Title: v.Say(discardTitle), Text: discardText.Put(paper.Title(w.draft.Latest.Content)).In(v.Lang),
		Action: path + "/kasta", Button: v.Say(actDiscard), Danger: true, Back: path}))
}

// discard puts a draft away; it stays on the record.
func (r *room) discard(v *visit.Visit) error {
	if err := r.Drafts.Discard(v.Context(), v.Actor, v.R.PathValue("draft")); err != nil {
		return err
	}
	return hall.See(v, Path, discardDone)
}

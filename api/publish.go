package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Handing is what a writer hands in with a version.
type Handing struct {
	Version   int        `json:"version" minimum:"1" doc:"The number of the version you have read: the newest"`
	Responses []Response `json:"responses,omitempty" maxItems:"200" doc:"Answers to findings, beside those already given"`
	Reason    string     `json:"reason,omitempty" maxLength:"10000" doc:"In your own words, when the routine asks for a reason"`
	When      *Wall      `json:"when,omitempty" doc:"When to publish. Leave out: as soon as may be"`
	Heard     int64      `json:"heard,omitempty" minimum:"0" doc:"For an answer: \"seen\" of the conversation as you read it"`
}

// Outcome is what became of a submission. One of post, correction, scheduled and held says something.
type Outcome struct {
	Post       string    `json:"post,omitempty" doc:"It is published, as this post"`
	Correction string    `json:"correction,omitempty" doc:"It is published, as this correction"`
	Scheduled  *Wall     `json:"scheduled,omitempty" doc:"It goes out at this time"`
	Held       *Hold     `json:"held,omitempty" doc:"It was stopped, and a person must decide"`
	At         time.Time `json:"at,omitzero" doc:"When it went out, or is to go out"`
	Note       string    `json:"note,omitempty" doc:"What is odd about that time, on a night when the clocks change"`
}

// Hold tells that a submission was stopped, and why.
type Hold struct {
	Why   string    `json:"why" enum:"person,late,rights,shift,copy,closed,answered,withdrawn,approval"`
	Say   string    `json:"say" doc:"The same in a sentence"`
	Words string    `json:"words,omitempty" doc:"What a person said who stopped it"`
	By    string    `json:"by,omitempty" doc:"Person id; left out when the desk stopped it by its routine"`
	At    time.Time `json:"at"`
}

func seeOutcome(o publish.Outcome, l lingo.Lang) Outcome {
	out := Outcome{Post: o.Post, Correction: o.Correction, Held: seeHold(o.Hold, l), At: o.At, Note: o.Note.Say.In(l)}
	if o.Schedule != nil {
		out.Scheduled = seeWall(o.Schedule.When)
	}
	return out
}

func seeHold(h *publish.Hold, l lingo.Lang) *Hold {
	if h == nil {
		return nil
	}
	return &Hold{Why: h.Why, Say: publish.HoldTitle(h.Why).In(l), Words: h.Words, By: h.By, At: h.At}
}

// Plan is what has been decided about when a submission goes out.
type Plan struct {
	ApprovedBy string    `json:"approved_by,omitempty"`
	ApprovedAt time.Time `json:"approved_at,omitzero"`
	Scheduled  *Wall     `json:"scheduled,omitempty"`
	At         time.Time `json:"at,omitzero" doc:"When that is"`
	Note       string    `json:"note,omitempty" doc:"What is odd about that time"`
	Held       *Hold     `json:"held,omitempty"`
}

func seePlan(p publish.Plan, l lingo.Lang) Plan {
	out := Plan{Held: seeHold(p.Hold, l)}
	if p.Clearance != nil {
		out.ApprovedBy, out.ApprovedAt = p.Clearance.By, p.Clearance.At
	}
	if p.Schedule != nil {
		at, note := p.Schedule.When.Resolve()
		out.Scheduled, out.At, out.Note = seeWall(p.Schedule.When), at, note.Say.In(l)
	}
	return out
}

// When is a time to go out.
type When struct {
	When *Wall `json:"when,omitempty" doc:"Leave out: at once"`
}

// Words is what is said for the record.
type Words struct {
	Words string `json:"words,omitempty" maxLength:"10000"`
}

// sending adds how a draft is handed in and goes out.
func (r Rooms) sending(a *API) {
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/submit", ID: "submit-draft", Right: people.DraftWrite, Also: writing, MaxBody: largeBody, Summary: "Hand in the newest version for publishing",
		Help: "The checks look once more, and the account's routine says which step is asked for. When it is own or reason, go on with publish-draft; otherwise the text waits for a reader. Handing in the same again changes nothing."},
		func(ctx context.Context, who people.Actor, in *saying[Handing]) (*answer[Submission], error) {
			when, err := readWall(in.Body.When)
			if err != nil {
				return nil, err
			}
			h := draft.Handing{Version: in.Body.Version, Reason: in.Body.Reason, When: when, Heard: in.Body.Heard}
			for _, given := range in.Body.Responses {
				h.Responses = append(h.Responses, draft.Response(given))
			}
			s, err := r.Drafts.Submit(ctx, who, in.ID, h)
			return got(seeSubmission(s, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/publish", ID: "publish-draft", Right: people.PublishNow, Also: append([]people.Right{people.PublishSchedule}, writing...),
		Summary: "Publish what you have handed in, where the routine leaves it to you",
		Help:    "At once, or at the time you handed it in with."},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Outcome], error) {
			o, err := r.Posts.PublishOwn(ctx, who, in.ID)
			return got(seeOutcome(o, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/release", ID: "release-draft", Right: people.PublishSchedule, Also: append([]people.Right{people.PublishNow}, writing...),
		Summary: "Give what may go out a new time, or publish it at once",
		Help:    "How a person answers when something was stopped or came too late."},
		func(ctx context.Context, who people.Actor, in *saying[When]) (*answer[Outcome], error) {
			when, err := readWall(in.Body.When)
			if err != nil {
				return nil, err
			}
			o, err := r.Posts.Release(ctx, who, in.ID, when)
			return got(seeOutcome(o, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/stop", ID: "stop-draft", Right: people.PublishSchedule, Summary: "Stop what has a time, or is on its way out"},
		func(ctx context.Context, who people.Actor, in *saying[Words]) (*answer[Outcome], error) {
			o, err := r.Posts.Cancel(ctx, who, in.ID, in.Body.Words)
			return got(seeOutcome(o, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/plan", ID: "get-plan", Right: people.DraftRead, Summary: "What has been decided about when a draft goes out"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Plan], error) {
			p, err := r.Posts.Plan(ctx, who, in.ID)
			return got(seePlan(p, langOf(ctx)), err)
		})
	r.calendar(a)
}

// Slot is one line in the calendar.
type Slot struct {
	At      time.Time `json:"at" doc:"When it is to go out, or went out"`
	When    *Wall     `json:"when,omitempty" doc:"As it was promised; left out for what has gone out"`
	Account string    `json:"account"`
	Draft   string    `json:"draft"`
	Post    string    `json:"post,omitempty" doc:"Left out until it has gone out"`
	Kind    string    `json:"kind" enum:"post,answer,correction"`
	State   string    `json:"state"`
	Author  string    `json:"author"`
	Text    string    `json:"text" doc:"The first line"`
}

func seeSlot(s publish.Slot) Slot {
	return Slot{At: s.At, When: seeWall(s.When), Account: s.Account, Draft: s.Draft, Post: s.Post, Kind: s.Kind, State: string(s.State), Author: s.Author, Text: s.Text}
}

func (r Rooms) calendar(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/calendar", ID: "calendar", Right: people.DraftRead, Summary: "What is to go out and what has gone out between two moments"},
		func(ctx context.Context, who people.Actor, in *struct {
			From time.Time `query:"from" required:"true"`
			To   time.Time `query:"to" required:"true" doc:"At most a year later"`
		}) (*answer[Page[Slot]], error) {
			if err := firstOf(within("from", in.From, a.Clock), within("to", in.To, a.Clock)); err != nil {
				return nil, err
			}
			if in.To.Before(in.From) || in.To.After(in.From.AddDate(1, 0, 1)) {
				return nil, badMoment.At("to").Try(lingo.T("Välj ett slut inom ett år från början.", "Choose an end within a year of the beginning."))
			}
			all, err := r.Posts.Calendar(ctx, who, in.From, in.To)
			return got(pageOf(all, "", seeSlot), err)
		})
}

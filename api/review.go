package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/review"
)

// Reviews is the second pair of eyes: desk/review.
type Reviews interface {
	Waiting(ctx context.Context, a people.Actor) ([]review.Task, error)
	Task(ctx context.Context, a people.Actor, id string) (review.Task, error)
	LastRead(ctx context.Context, t review.Task) (int, error)
	May(a people.Actor, t review.Task) error
	Approve(ctx context.Context, a people.Actor, id, hash, words string) (review.Outcome, error)
	Return(ctx context.Context, a people.Actor, id, hash, words string) (review.Return, error)
}

// Task is a text that waits for a reader.
type Task struct {
	Draft       Draft  `json:"draft" doc:"Its submission has the step, the findings and what the writer answered"`
	Author      string `json:"author" doc:"The name of who handed it in"`
	AccountName string `json:"account_name"`
	May         bool   `json:"may" doc:"You may approve it"`
	Why         string `json:"why,omitempty" doc:"Why you may not"`
	LastRead    int    `json:"last_read,omitempty" doc:"The version that was last approved or handed back: diff-versions shows what is new since. Told of one text, not in lists"`
}

// Verdict is a reader's decision on exactly one text.
type Verdict struct {
	Hash  string `json:"hash" pattern:"^[0-9a-f]{64}$" patternDescription:"a SHA-256 in hex" doc:"The hash of the version that you have read"`
	Words string `json:"words,omitempty" maxLength:"10000" doc:"What you want to say. When you hand a text back: what to change"`
}

// Approved is what an approval led to.
type Approved struct {
	Approval   string    `json:"approval" doc:"Its id"`
	Version    int       `json:"version"`
	Hash       string    `json:"hash"`
	AtOnce     bool      `json:"at_once" doc:"It is on its way out"`
	Outcome    Outcome   `json:"outcome" doc:"Scheduled: it goes out at its time. Held: its time had passed, and it waits for a new one"`
	ApprovedAt time.Time `json:"approved_at"`
}

// Returned is a text that was handed back.
type Returned struct {
	ID    string    `json:"id"`
	Words string    `json:"words"`
	At    time.Time `json:"at"`
}

func (r Rooms) seeTask(t review.Task, who people.Actor, l lingo.Lang) Task {
	out := Task{Draft: seeDraft(t.Draft, l), Author: t.Author, AccountName: t.Account, May: true}
	if err := r.Reviews.May(who, t); err != nil {
		out.May, out.Why = false, fault.Of(err).Say.In(l)
	}
	return out
}

// reviewing are the rights to approve: as communicator on shift, as decision maker.
var reviewing = []people.Right{people.ReviewShift, people.ReviewDecide}

// reviews adds how a text is read before it goes out.
func (r Rooms) reviews(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/reviews", ID: "list-reviews", Right: people.ReviewApprove, Also: reviewing, Summary: "The texts that wait for your eyes, those that have waited longest first"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[Task]], error) {
			all, err := r.Reviews.Waiting(ctx, who)
			return got(pageOf(all, "", func(t review.Task) Task { return r.seeTask(t, who, langOf(ctx)) }), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/reviews/{id}", ID: "get-review", Right: people.DraftRead, Summary: "A text that waits for a reader, by its draft's id"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Task], error) {
			t, err := r.Reviews.Task(ctx, who, in.ID)
			if err != nil {
				return nil, err
			}
			out := r.seeTask(t, who, langOf(ctx))
			out.LastRead, err = r.Reviews.LastRead(ctx, t)
			return got(out, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/reviews/{id}/approve", ID: "approve", Right: people.ReviewApprove, Also: reviewing, Summary: "Approve the version that you have read",
		Help: "Nobody approves a text that she has written in. The approval sets the publication in motion: at once, or at the time the writer asked for."},
		func(ctx context.Context, who people.Actor, in *saying[Verdict]) (*answer[Approved], error) {
			o, err := r.Reviews.Approve(ctx, who, in.ID, in.Body.Hash, in.Body.Words)
			l := langOf(ctx)
			out := Approved{Approval: o.Approval.ID, Version: o.Approval.Version, Hash: o.Approval.Hash, AtOnce: o.AtOnce, ApprovedAt: o.Approval.At,
				Outcome: Outcome{Held: seeHold(o.Late, l), At: o.At, Note: o.Note.Say.In(l)}}
			if o.Schedule != nil {
				out.Outcome.Scheduled = seeWall(o.Schedule.When)
			}
			return got(out, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/reviews/{id}/return", ID: "return", Right: people.ReviewApprove, Also: reviewing, Summary: "Hand a text back, with words on what to change"},
		func(ctx context.Context, who people.Actor, in *saying[Verdict]) (*answer[Returned], error) {
			back, err := r.Reviews.Return(ctx, who, in.ID, in.Body.Hash, in.Body.Words)
			return got(Returned{ID: back.ID, Words: back.Words, At: back.At}, err)
		})
}

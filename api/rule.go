package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// RuleTally is how the findings of one rule were answered. A finding counts once for each draft.
type RuleTally struct {
	Rule  string   `json:"rule" example:"plainlanguage.officialese"`
	Shown int      `json:"shown" doc:"Met by a writer: answered, or there when the text was handed in"`
	Fixed int      `json:"fixed" doc:"The words were changed"`
	Kept  int      `json:"kept" doc:"Kept with a reason: the rule was overridden"`
	Wrong int      `json:"wrong" doc:"Said to be mistaken"`
	Hit   *float64 `json:"hit,omitempty" doc:"The share that nobody has said to be mistaken, from 0 to 1"`
}

func seeTally(t draft.RuleTally) RuleTally {
	out := RuleTally{Rule: t.Rule, Shown: t.Shown, Fixed: t.Fixed, Kept: t.Kept, Wrong: t.Wrong}
	if share, ok := t.Hit(); ok {
		out.Hit = &share
	}
	return out
}

// Silence is a rule that is not shown at an account for a time.
type Silence struct {
	ID      string    `json:"id" readOnly:"true"`
	Rule    string    `json:"rule" minLength:"1" maxLength:"100"`
	Reason  string    `json:"reason" minLength:"1" maxLength:"2000"`
	Until   time.Time `json:"until" doc:"Half a year from now at most"`
	By      string    `json:"by,omitempty" readOnly:"true"`
	At      time.Time `json:"at,omitzero" readOnly:"true"`
	EndedAt time.Time `json:"ended_at,omitzero" readOnly:"true" doc:"When it was ended before its time"`
}

func seeSilence(s guideline.Silence) Silence {
	return Silence{ID: s.ID, Rule: s.Rule, Reason: s.Reason, Until: s.Until, By: s.By, At: s.At, EndedAt: s.EndedAt}
}

// Remark takes a mark away from what a citizen said, or sets one.
type Remark struct {
	Turn   string `json:"turn" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
	Mark   string `json:"mark" minLength:"1" maxLength:"100" doc:"A rule's id" example:"incoming.threat"`
	Stands bool   `json:"stands" doc:"true sets the mark, false takes it away"`
	Why    string `json:"why,omitempty" maxLength:"5000"`
	Seen
}

// rules adds how the rules of the checks have done, which are silent where, and marks on what citizens say.
func (r Rooms) rules(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/rules", ID: "list-rules", Right: people.DraftRead, Summary: "How the findings of each rule were answered, at the accounts where you may read drafts"},
		func(ctx context.Context, who people.Actor, in *struct {
			Account string `query:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"Only at this account"`
		}) (*answer[Page[RuleTally]], error) {
			all, err := r.Drafts.RuleTallies(ctx, who, in.Account)
			return got(pageOf(all, "", seeTally), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/silences", ID: "list-silences", Right: people.AccountRead, Summary: "The rules that are or have been silent at an account, the newest first"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Silence]], error) {
			all, err := r.Routines.Silences(ctx, who, in.ID)
			return got(pageOf(all, "", seeSilence), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/silences", ID: "silence-rule", Right: people.RuleSilence, Status: http.StatusCreated, Summary: "Make a rule silent at an account, with a reason and a last moment",
		Help: "A rule that the account's routine names cannot be made silent."},
		func(ctx context.Context, who people.Actor, in *saying[Silence]) (*answer[Silence], error) {
			s, err := r.Routines.Hush(ctx, who, guideline.Silence{Account: in.ID, Rule: in.Body.Rule, Reason: in.Body.Reason, Until: in.Body.Until})
			return got(seeSilence(s), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/silences/{silence}/end", ID: "end-silence", Right: people.RuleSilence, Summary: "Let a rule be heard again before its time"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			Silence string `path:"silence" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
		}) (*nothing, error) {
			return done(r.Routines.Speak(ctx, who, in.ID, in.Silence))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/mark", ID: "mark", Right: people.InboxClassify, Summary: "Take a mark away from what a citizen said, or set one",
		Help: "A mark is a word to a colleague: it hides nothing, answers nobody and changes no clock."},
		func(ctx context.Context, who people.Actor, in *saying[Remark]) (*nothing, error) {
			m := inbox.Remark{Turn: in.Body.Turn, Mark: in.Body.Mark, Stands: in.Body.Stands, Why: in.Body.Why}
			return done(r.Inbox.Remark(ctx, who, in.ID, m, in.Body.Seen.Seen))
		})
}

// Package calendar is the room with what is to go out and what has gone out (Kalender): a week or a month at a glance, for
// the accounts one works with, and for each text that has its time, the page where one changes the time, publishes at once or
// stops it. A time is a promise on the wall clock of the account's zone.
package calendar

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Publisher gives texts their time, and takes it back: desk/publish.
type Publisher interface {
	Calendar(ctx context.Context, a people.Actor, from, to time.Time) ([]publish.Slot, error)
	Plan(ctx context.Context, a people.Actor, id string) (publish.Plan, error)
	Release(ctx context.Context, a people.Actor, id string, when clock.Wall) (publish.Outcome, error)
	Cancel(ctx context.Context, a people.Actor, id, words string) (publish.Outcome, error)
}

// Drafts shows a text that waits: desk/draft.
type Drafts interface {
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Publish  Publisher
	Drafts   Drafts
	Accounts Accounts
	People   paper.Colleagues
}

type room struct{ Deps }

// Path is where the room is.
const Path = "/kalender"

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, Path, people.DraftRead, r.show),
		row(http.MethodGet, Path+"/{draft}", people.DraftRead, r.planned),
		row(http.MethodPost, Path+"/{draft}", people.PublishSchedule, r.decide),
	}
}

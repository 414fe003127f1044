package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// Duty is who is on shift.
type Duty struct {
	By     string   `json:"by" enum:"shift,deputy,default,nobody"`
	Person *Person  `json:"person,omitempty"`
	Shift  *Shift   `json:"shift,omitempty" doc:"The shift, or the one that nobody has taken over"`
	Beside []Person `json:"beside" nullable:"false" doc:"The others of a pair"`
}

// CoverPromise is what an account promises to have somebody on shift for.
type CoverPromise struct {
	Cover string `json:"cover" enum:"auto,hours,rotation,none" doc:"auto is the opening hours while there is a rotation, and nothing otherwise"`
}

// Cover is how an account's cover stands.
type Cover struct {
	CoverPromise
	Gaps   []TimeSpan   `json:"gaps" nullable:"false" doc:"When nobody has a shift, from now and two weeks on"`
	Alarms []ShiftAlarm `json:"alarms" nullable:"false"`
}

// TimeSpan is a stretch of time.
type TimeSpan struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
}

// ShiftAlarm is that somebody must see to something.
type ShiftAlarm struct {
	ID      string    `json:"id"`
	Account string    `json:"account"`
	Kind    string    `json:"kind" enum:"gap,skipped,unconfirmed"`
	From    time.Time `json:"from"`
	Until   time.Time `json:"until"`
	Shift   string    `json:"shift,omitempty"`
	Person  string    `json:"person,omitempty"`
	Words   string    `json:"words,omitempty"`
	At      time.Time `json:"at"`
}

func seeAlarm(a shift.Alarm) ShiftAlarm {
	return ShiftAlarm{ID: a.ID, Account: a.Account, Kind: a.Kind, From: a.From, Until: a.Until, Shift: a.Shift, Person: a.Person, Words: a.Words, At: a.At}
}

func (r Rooms) cover(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/on-shift", ID: "on-shift", Right: people.AccountRead, Summary: "Who is on shift at an account, and by what"},
		func(ctx context.Context, _ people.Actor, in *struct {
			ByID
			At time.Time `query:"at" doc:"Left out: now"`
		}) (*answer[Duty], error) {
			if in.At.IsZero() {
				in.At = a.Clock.Now()
			}
			d, err := r.Shifts.OnShift(ctx, in.ID, in.At)
			out := Duty{By: d.By, Beside: each(d.Beside, seePerson)}
			if d.By == shift.ByNobody {
				out.By = "nobody"
			} else {
				p := seePerson(d.Person)
				out.Person = &p
			}
			if d.Shift != nil {
				s := seeShift(*d.Shift)
				out.Shift = &s
			}
			return got(out, err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/cover", ID: "get-cover", Right: people.ShiftRead, Summary: "What an account has promised, the gaps ahead, and the alarms that stand"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Cover], error) {
			w, err := r.Shifts.Watch(ctx, who, in.ID)
			c := Cover{CoverPromise: CoverPromise{Cover: string(w.Cover)}, Alarms: each(w.Alarms, seeAlarm),
				Gaps: each(w.Gaps, func(s shift.Span) TimeSpan { return TimeSpan{From: s.From, Until: s.Until} })}
			if c.Cover == "" {
				c.Cover = "auto"
			}
			return got(c, err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/accounts/{id}/cover", ID: "keep-cover", Right: people.ShiftPlan, Summary: "Decide what an account promises to have somebody on shift for"},
		func(ctx context.Context, who people.Actor, in *saying[CoverPromise]) (*nothing, error) {
			cover := shift.Cover(in.Body.Cover)
			if cover == "auto" {
				cover = shift.CoverAuto
			}
			return done(r.Shifts.Keep(ctx, who, in.ID, cover))
		})
	register(a, operation{Method: http.MethodGet, Path: "/shift-alarms", ID: "list-shift-alarms", Right: people.ShiftPlan, Summary: "The alarms that stand where you plan, the most urgent first"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[ShiftAlarm]], error) {
			all, err := r.Shifts.Alarms(ctx, who)
			return got(pageOf(all, "", seeAlarm), err)
		})
}

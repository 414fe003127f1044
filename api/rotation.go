package api

import (
	"context"
	"net/http"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// RotationPlan is a plan that repeats.
type RotationPlan struct {
	Title   string    `json:"title" maxLength:"80" example:"Parkveckan"`
	Starts  string    `json:"starts" maxLength:"10" example:"2026-11-23" doc:"The first day; the week it lies in is the first week"`
	Ends    string    `json:"ends,omitempty" maxLength:"10" doc:"The last day. Left out: until somebody ends it"`
	Every   int       `json:"every,omitempty" minimum:"0" maximum:"26" doc:"Weeks from one turn to the next; 1 when it is left out"`
	ByDay   bool      `json:"by_day,omitempty" doc:"The persons take turns by day, otherwise by week"`
	People  []string  `json:"people" nullable:"false" maxItems:"60" doc:"Person ids, in turn"`
	Deputy  string    `json:"deputy,omitempty" maxLength:"64"`
	Week    []Stretch `json:"week" nullable:"false" maxItems:"28" doc:"When the shifts are"`
	Whole   bool      `json:"whole,omitempty" doc:"One shift a week, from the first stretch's beginning to the last one's end"`
	AlsoRed bool      `json:"also_red,omitempty" doc:"On Swedish public holidays too"`
	Kind    string    `json:"kind,omitempty" enum:"hours,day,guest"`
	Purpose string    `json:"purpose,omitempty" maxLength:"500"`
	Ahead   int       `json:"ahead,omitempty" minimum:"0" maximum:"26" doc:"How many weeks ahead shifts are planned; 6 when it is left out"`
}

// Stretch is one stretch of hours on a weekday.
type Stretch struct {
	Day   string `json:"day" enum:"mon,tue,wed,thu,fri,sat,sun"`
	From  string `json:"from" maxLength:"5" example:"08:00"`
	Until string `json:"until" maxLength:"5" example:"16:00" doc:"Not after from: on the following day"`
}

// Rotation is a rotation as it was last decided.
type Rotation struct {
	ID      string `json:"id"`
	Account string `json:"account"`
	Number  int    `json:"number" doc:"When you change it: the number you read"`
	RotationPlan
	By string    `json:"by"`
	At time.Time `json:"at"`
}

// RotationChange is what a rotation is to become.
type RotationChange struct {
	RotationPlan
	Number int `json:"number" minimum:"1" doc:"The number of the rotation that you read"`
}

// RotationEnd gives a rotation a last day.
type RotationEnd struct {
	Last   string `json:"last" maxLength:"10" example:"2026-12-31"`
	Number int    `json:"number" minimum:"1" doc:"The number of the rotation that you read"`
}

// ShiftTurn is one shift that a rotation asks for.
type ShiftTurn struct {
	Person string `json:"person"`
	From   *Wall  `json:"from"`
	Until  *Wall  `json:"until"`
}

// weekdays are the days as the API names them, by time.Weekday.
var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func seeRotation(x shift.Rotation) Rotation {
	p := RotationPlan{Title: x.Title, Starts: x.Starts.String(), Every: x.Every, ByDay: x.ByDay, People: list(x.People), Deputy: x.Deputy, Whole: x.Whole,
		AlsoRed: x.AlsoRed, Kind: x.Kind, Purpose: x.Purpose, Ahead: x.Ahead, Week: []Stretch{}}
	if x.Ends != (clock.Date{}) {
		p.Ends = x.Ends.String()
	}
	for _, s := range x.Week {
		p.Week = append(p.Week, Stretch{Day: weekdays[s.Day], From: s.From.String(), Until: s.Until.String()})
	}
	return Rotation{ID: x.ID, Account: x.Account, Number: x.Number, RotationPlan: p, By: x.By, At: x.At}
}

func (p RotationPlan) read(account string) (shift.Rotation, error) {
	x := shift.Rotation{Account: account, Title: p.Title, Every: p.Every, ByDay: p.ByDay, People: p.People, Deputy: p.Deputy, Whole: p.Whole, AlsoRed: p.AlsoRed,
		Kind: p.Kind, Purpose: p.Purpose, Ahead: p.Ahead}
	var wrong fault.List
	note := func(field string, err error) {
		if err != nil {
			wrong = append(wrong, fault.Of(err).At(field))
		}
	}
	var err error
	x.Starts, err = clock.ParseDate(p.Starts)
	note("starts", err)
	if p.Ends != "" {
		x.Ends, err = clock.ParseDate(p.Ends)
		note("ends", err)
	}
	for _, s := range p.Week {
		day := slices.Index(weekdays, s.Day)
		if day < 0 {
			note("week", fault.New(fault.Invalid, lingo.T("Välj en veckodag.", "Choose a weekday.")))
			continue
		}
		from, err := clock.ParseTime(s.From)
		note("week", err)
		until, err := clock.ParseTime(s.Until)
		note("week", err)
		x.Week = append(x.Week, shift.Stretch{Day: time.Weekday(day), From: from, Until: until})
	}
	return x, wrong.OrNil()
}

// rotations adds the plans that repeat.
func (r Rooms) rotations(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/rotations", ID: "list-rotations", Right: people.ShiftRead, Summary: "An account's rotations, the oldest first, ended ones too"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Rotation]], error) {
			all, err := r.Shifts.Rotations(ctx, who, in.ID)
			return got(pageOf(all, "", seeRotation), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/rotations", ID: "rotate", Right: people.ShiftPlan, Status: http.StatusCreated,
		Summary: "Decide a rotation, and plan its first weeks"},
		func(ctx context.Context, who people.Actor, in *saying[RotationPlan]) (*answer[Rotation], error) {
			x, err := in.Body.read(in.ID)
			if err != nil {
				return nil, err
			}
			x, err = r.Shifts.Rotate(ctx, who, x)
			return got(seeRotation(x), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/rotations/preview", ID: "preview-rotation", Right: people.ShiftPlan,
		Summary: "What a rotation would ask for during its first eight weeks"},
		func(ctx context.Context, who people.Actor, in *saying[RotationPlan]) (*answer[Page[ShiftTurn]], error) {
			x, err := in.Body.read(in.ID)
			if err != nil {
				return nil, err
			}
			all, err := r.Shifts.Preview(ctx, who, x, 8*7)
			return got(pageOf(all, "", func(t shift.Turn) ShiftTurn {
				return ShiftTurn{Person: t.Person, From: seeWall(t.From), Until: seeWall(t.Until)}
			}), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/rotations/{id}", ID: "rerotate", Right: people.ShiftPlan, Summary: "Put a new version of a rotation in force",
		Help: "Shifts that have begun, and those that somebody has changed or swapped, stay as they are."},
		func(ctx context.Context, who people.Actor, in *saying[RotationChange]) (*answer[Rotation], error) {
			x, err := in.Body.read("")
			if err != nil {
				return nil, err
			}
			x.ID, x.Number = in.ID, in.Body.Number
			x, err = r.Shifts.Rerotate(ctx, who, x)
			return got(seeRotation(x), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/rotations/{id}/end", ID: "end-rotation", Right: people.ShiftPlan, Summary: "Give a rotation a last day; its shifts after that are called off"},
		func(ctx context.Context, who people.Actor, in *saying[RotationEnd]) (*answer[Rotation], error) {
			last, err := clock.ParseDate(in.Body.Last)
			if err != nil {
				return nil, fault.Of(err).At("last")
			}
			x, err := r.Shifts.EndRotation(ctx, who, in.ID, in.Body.Number, last)
			return got(seeRotation(x), err)
		})
}

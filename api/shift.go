package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// Shifts is the relay, as far as planning goes: desk/shift. What else of it there is stands in [Relay].
type Shifts interface {
	Shift(ctx context.Context, a people.Actor, id string) (shift.Shift, error)
	Shifts(ctx context.Context, a people.Actor, account string, s shift.Span, cancelled bool) ([]shift.Shift, error)
	Mine(ctx context.Context, a people.Actor, s shift.Span) ([]shift.Shift, error)
	Plan(ctx context.Context, a people.Actor, p shift.Plan) (shift.Shift, error)
	Change(ctx context.Context, a people.Actor, id string, number int, p shift.Plan, why string) (shift.Shift, error)
	Cancel(ctx context.Context, a people.Actor, id, why string) error
	Decline(ctx context.Context, a people.Actor, id, why string) error
	StepIn(ctx context.Context, a people.Actor, id string) (shift.Shift, error)
	Rotations(ctx context.Context, a people.Actor, account string) ([]shift.Rotation, error)
	Rotate(ctx context.Context, a people.Actor, x shift.Rotation) (shift.Rotation, error)
	Rerotate(ctx context.Context, a people.Actor, x shift.Rotation) (shift.Rotation, error)
	EndRotation(ctx context.Context, a people.Actor, id string, number int, last clock.Date) (shift.Rotation, error)
	Preview(ctx context.Context, a people.Actor, x shift.Rotation, days int) ([]shift.Turn, error)
	Relay
}

// Shift is one shift as it stands.
type Shift struct {
	ID        string     `json:"id"`
	Account   string     `json:"account"`
	Number    int        `json:"number" doc:"1, 2, …: how many times it has been planned. When you change it: the number you read"`
	Person    string     `json:"person"`
	Deputy    string     `json:"deputy,omitempty"`
	Kind      string     `json:"kind" enum:"hours,day,guest"`
	From      *Wall      `json:"from"`
	Until     *Wall      `json:"until"`
	Begins    time.Time  `json:"begins"`
	Ends      time.Time  `json:"ends"`
	Pair      bool       `json:"pair"`
	Purpose   string     `json:"purpose,omitempty"`
	Mandate   string     `json:"mandate,omitempty" doc:"The mandate that it is. Left out: the person may write there anyway"`
	Rotation  string     `json:"rotation,omitempty"`
	Why       string     `json:"why,omitempty" enum:"person,rotation,swap,deputy,ended" doc:"Why it was planned anew"`
	Words     string     `json:"words,omitempty"`
	By        string     `json:"by"`
	At        time.Time  `json:"at"`
	Cancelled *Cancelled `json:"cancelled,omitempty"`
}

// Cancelled is how a shift was called off.
type Cancelled struct {
	Why   string    `json:"why" enum:"person,rotation,left"`
	Words string    `json:"words,omitempty"`
	By    string    `json:"by,omitempty"`
	At    time.Time `json:"at"`
}

func seeShift(s shift.Shift) Shift {
	out := Shift{ID: s.ID, Account: s.Account, Number: s.Number, Person: s.Person, Deputy: s.Deputy, Kind: s.Kind, From: seeWall(s.From), Until: seeWall(s.Until),
		Begins: s.Begins, Ends: s.Ends, Pair: s.Pair, Purpose: s.Purpose, Mandate: s.Mandate, Rotation: s.Rotation, Why: s.Why, Words: s.Words, By: s.By, At: s.At}
	if c := s.Cancelled; c != nil {
		out.Cancelled = &Cancelled{Why: c.Why, Words: c.Words, By: c.By, At: c.At}
	}
	return out
}

// ShiftPlan is a shift that is to be planned.
type ShiftPlan struct {
	Person  string `json:"person" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
	Deputy  string `json:"deputy,omitempty" maxLength:"64" doc:"Who steps in when the person cannot"`
	Kind    string `json:"kind,omitempty" enum:"hours,day,guest" doc:"hours when it is left out"`
	From    *Wall  `json:"from"`
	Until   *Wall  `json:"until"`
	Pair    bool   `json:"pair,omitempty" doc:"It is meant to lie over a colleague's shift"`
	Purpose string `json:"purpose,omitempty" maxLength:"500" doc:"What the shift is for. Shown to citizens"`
}

// ShiftChange is what a shift is to become.
type ShiftChange struct {
	ShiftPlan
	Number int    `json:"number" minimum:"1" doc:"The number of the shift that you read"`
	Why    string `json:"why,omitempty" maxLength:"500"`
}

func (p ShiftPlan) read(account string) (shift.Plan, error) {
	out := shift.Plan{Account: account, Person: p.Person, Deputy: p.Deputy, Kind: p.Kind, Pair: p.Pair, Purpose: p.Purpose}
	var wrong fault.List
	var err error
	if out.From, err = readWall(p.From); err != nil {
		wrong = append(wrong, fault.Of(err).At("from"))
	}
	if out.Until, err = readWall(p.Until); err != nil {
		wrong = append(wrong, fault.Of(err).At("until"))
	}
	return out, wrong.OrNil()
}

// During is a span of time that a list is asked for.
type During struct {
	From time.Time `query:"from" required:"true" doc:"What ends before it is left out"`
	To   time.Time `query:"to" required:"true" doc:"What begins after it is left out; 400 days at most"`
}

// shifts adds the calendar of shifts and the rotations.
func (r Rooms) shifts(a *API) {
	hers := []people.Right{people.ShiftSwap}
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/shifts", ID: "list-shifts", Right: people.ShiftRead, Also: hers, Summary: "An account's shifts, in the order they begin",
		Help: "Who has a shift among them may read the list too, to know whom to swap with."},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			During
			Cancelled bool `query:"cancelled" doc:"Those that were called off among them"`
		}) (*answer[Page[Shift]], error) {
			all, err := r.Shifts.Shifts(ctx, who, in.ID, shift.Span{From: in.From, Until: in.To}, in.Cancelled)
			return got(pageOf(all, "", seeShift), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/shifts", ID: "list-own-shifts", Right: people.ShiftSwap, Summary: "Your own shifts, at every account"},
		func(ctx context.Context, who people.Actor, in *struct{ During }) (*answer[Page[Shift]], error) {
			all, err := r.Shifts.Mine(ctx, who, shift.Span{From: in.From, Until: in.To})
			return got(pageOf(all, "", seeShift), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/shifts/{id}", ID: "get-shift", Right: people.ShiftRead, Also: hers, Summary: "One shift"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Shift], error) {
			s, err := r.Shifts.Shift(ctx, who, in.ID)
			return got(seeShift(s), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/shifts", ID: "plan-shift", Right: people.ShiftPlan, Status: http.StatusCreated,
		Summary: "Plan a shift, and give the mandate that it is"},
		func(ctx context.Context, who people.Actor, in *saying[ShiftPlan]) (*answer[Shift], error) {
			p, err := in.Body.read(in.ID)
			if err != nil {
				return nil, err
			}
			s, err := r.Shifts.Plan(ctx, who, p)
			return got(seeShift(s), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/shifts/{id}", ID: "change-shift", Right: people.ShiftPlan, Summary: "Change a shift; its mandate moves with it",
		Help: "Of a shift that has begun only the end, the deputy and the purpose may change."},
		func(ctx context.Context, who people.Actor, in *saying[ShiftChange]) (*answer[Shift], error) {
			p, err := in.Body.read("")
			if err != nil {
				return nil, err
			}
			s, err := r.Shifts.Change(ctx, who, in.ID, in.Body.Number, p, in.Body.Why)
			return got(seeShift(s), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/shifts/{id}/cancel", ID: "cancel-shift", Right: people.ShiftPlan, Summary: "Call a shift off, or end it at once when it has begun"},
		func(ctx context.Context, who people.Actor, in *saying[Reason]) (*nothing, error) {
			return done(r.Shifts.Cancel(ctx, who, in.ID, in.Body.Reason))
		})
	register(a, operation{Method: http.MethodPost, Path: "/shifts/{id}/decline", ID: "decline-shift", Right: people.ShiftSwap, Summary: "Say no to a guest week that you are invited to",
		Help: "Only before it begins. It is called off, and who planned it is told."},
		func(ctx context.Context, who people.Actor, in *saying[Reason]) (*nothing, error) {
			return done(r.Shifts.Decline(ctx, who, in.ID, in.Body.Reason))
		})
	register(a, operation{Method: http.MethodPost, Path: "/shifts/{id}/step-in", ID: "step-in", Right: people.ShiftPlan, Also: hers, Summary: "Let the deputy have what is left of a shift",
		Help: "The deputy may do so herself."},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Shift], error) {
			s, err := r.Shifts.StepIn(ctx, who, in.ID)
			return got(seeShift(s), err)
		})
	r.rotations(a)
}

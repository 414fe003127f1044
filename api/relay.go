package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// Relay is what happens between shifts: swaps, handovers, cover, and what citizens see.
type Relay interface {
	Offers(ctx context.Context, a people.Actor) ([]shift.Offer, error)
	OfferSwap(ctx context.Context, a people.Actor, w shift.Wish) (shift.Offer, error)
	AcceptSwap(ctx context.Context, a people.Actor, id string) error
	DeclineSwap(ctx context.Context, a people.Actor, id string) error
	Handover(ctx context.Context, a people.Actor, id string) (shift.HandoverPage, error)
	WriteHandover(ctx context.Context, a people.Actor, id, text string) error
	Confirm(ctx context.Context, a people.Actor, id string) error
	OnShift(ctx context.Context, account string, at time.Time) (shift.Duty, error)
	Watch(ctx context.Context, a people.Actor, account string) (shift.Watch, error)
	Keep(ctx context.Context, a people.Actor, account string, cover shift.Cover) error
	Alarms(ctx context.Context, a people.Actor) ([]shift.Alarm, error)
	Aftermath(ctx context.Context, a people.Actor, id string) (shift.Aftermath, error)
	Reflect(ctx context.Context, a people.Actor, id string, x shift.Reflection) error
	Presentation(ctx context.Context, a people.Actor) (shift.Presentation, error)
	Present(ctx context.Context, a people.Actor, p shift.Presentation) error
	AddPortrait(ctx context.Context, a people.Actor, p shift.Portrait, data []byte) (shift.Portrait, error)
	Speaking(ctx context.Context, account string, at time.Time) ([]shift.Speaker, error)
}

// relay adds what happens between shifts.
func (r Rooms) relay(a *API) {
	r.swaps(a)
	r.handovers(a)
	r.cover(a)
	r.afterwards(a)
}

// Swap is an offer to swap shifts that waits for an answer.
type Swap struct {
	ID      string    `json:"id"`
	Account string    `json:"account"`
	Shift   string    `json:"shift" doc:"What is offered"`
	For     string    `json:"for,omitempty" doc:"What is wanted for it. Left out: nothing"`
	From    string    `json:"from" doc:"Person id of who offers"`
	To      string    `json:"to" doc:"Person id of who may accept"`
	Words   string    `json:"words,omitempty"`
	At      time.Time `json:"at"`
}

func seeSwap(o shift.Offer) Swap {
	return Swap{ID: o.ID, Account: o.Account, Shift: o.Shift, For: o.For, From: o.From, To: o.To, Words: o.Words, At: o.At}
}

// SwapWish is what somebody wants to swap.
type SwapWish struct {
	Shift string `json:"shift" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"Yours"`
	For   string `json:"for,omitempty" maxLength:"64" doc:"The colleague's. Left out: you give yours away"`
	To    string `json:"to,omitempty" maxLength:"64" doc:"The colleague; may be left out when for says whose it is"`
	Words string `json:"words,omitempty" maxLength:"500"`
}

func (r Rooms) swaps(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/swaps", ID: "list-swaps", Right: people.ShiftSwap, Summary: "The offers to swap that wait for an answer: yours, and those made to you"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[Swap]], error) {
			all, err := r.Shifts.Offers(ctx, who)
			return got(pageOf(all, "", seeSwap), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/swaps", ID: "offer-swap", Right: people.ShiftSwap, Status: http.StatusCreated, Summary: "Offer a colleague to swap shifts",
		Help: "Nothing moves until the colleague accepts."},
		func(ctx context.Context, who people.Actor, in *telling[SwapWish]) (*answer[Swap], error) {
			o, err := r.Shifts.OfferSwap(ctx, who, shift.Wish{Shift: in.Body.Shift, For: in.Body.For, To: in.Body.To, Words: in.Body.Words})
			return got(seeSwap(o), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/swaps/{id}/accept", ID: "accept-swap", Right: people.ShiftSwap, Summary: "Accept an offer: both shifts and both mandates move, or nothing does"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.Shifts.AcceptSwap(ctx, who, in.ID))
		})
	register(a, operation{Method: http.MethodPost, Path: "/swaps/{id}/decline", ID: "decline-swap", Right: people.ShiftSwap, Summary: "Say no to an offer, or take back your own"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.Shifts.DeclineSwap(ctx, who, in.ID))
		})
}

// Handover is what is handed over after a shift.
type Handover struct {
	Shift       Shift      `json:"shift"`
	Number      int        `json:"number" doc:"0 while nothing is written down and ends are what is open just now"`
	Ends        []LooseEnd `json:"ends" nullable:"false"`
	Words       string     `json:"words,omitempty" doc:"What the one who leaves wants the next to know"`
	To          string     `json:"to,omitempty" doc:"Who was next when it was written"`
	Due         time.Time  `json:"due,omitzero" doc:"When it must be confirmed"`
	Next        *Shift     `json:"next,omitempty"`
	ConfirmedBy string     `json:"confirmed_by,omitempty"`
	ConfirmedAt time.Time  `json:"confirmed_at,omitzero"`
}

// LooseEnd is one thing that was open when a shift ended.
type LooseEnd struct {
	Kind         string    `json:"kind" enum:"talk,draft,scheduled,held,promise"`
	ID           string    `json:"id" doc:"The conversation's, the draft's, or the answer's"`
	Title        string    `json:"title,omitempty"`
	Person       string    `json:"person,omitempty" doc:"Whose it is"`
	Due          time.Time `json:"due,omitzero"`
	Phrase       string    `json:"phrase,omitempty" doc:"The words that promise"`
	Conversation string    `json:"conversation,omitempty" doc:"Where it was promised"`
	Stranded     bool      `json:"stranded,omitempty" doc:"Who handed the text in may not publish any more when it is to go out"`
	Settled      bool      `json:"settled,omitempty" doc:"It has been seen to since"`
}

func seeEnd(e shift.End) LooseEnd {
	return LooseEnd{Kind: e.Kind, ID: e.ID, Title: e.Title, Person: e.Person, Due: e.Due, Phrase: e.Phrase, Conversation: e.Where, Stranded: e.Stranded, Settled: e.Settled}
}

// HandoverWords are the lines of the one who leaves.
type HandoverWords struct {
	Words string `json:"words" maxLength:"500" doc:"Cannot be empty while anything is open"`
}

func (r Rooms) handovers(a *API) {
	hers := []people.Right{people.ShiftSwap}
	register(a, operation{Method: http.MethodGet, Path: "/shifts/{id}/handover", ID: "get-handover", Right: people.ShiftRead, Also: hers, Summary: "What is handed over after a shift; before it ends, what is open now"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Handover], error) {
			p, err := r.Shifts.Handover(ctx, who, in.ID)
			if err != nil {
				return nil, err
			}
			out := Handover{Shift: seeShift(p.Shift), Number: p.Number, Ends: each(p.Ends, seeEnd), Words: p.Words, To: p.To, Due: p.Due}
			if p.Next != nil {
				next := seeShift(*p.Next)
				out.Next = &next
			}
			if p.Confirmed != nil {
				out.ConfirmedBy, out.ConfirmedAt = p.Confirmed.By, p.Confirmed.At
			}
			return got(out, nil)
		})
	register(a, operation{Method: http.MethodPost, Path: "/shifts/{id}/handover", ID: "write-handover", Right: people.ShiftHandover, Also: hers, Summary: "Write what the next should know: for who has had the shift"},
		func(ctx context.Context, who people.Actor, in *saying[HandoverWords]) (*nothing, error) {
			return done(r.Shifts.WriteHandover(ctx, who, in.ID, in.Body.Words))
		})
	register(a, operation{Method: http.MethodPost, Path: "/shifts/{id}/handover/confirm", ID: "confirm-handover", Right: people.ShiftHandover, Also: hers, Summary: "Say that you have read a handover and have taken over"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.Shifts.Confirm(ctx, who, in.ID))
		})
}

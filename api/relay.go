package api

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"tilltal/base/picture"
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

// Aftermath is one page of what happened during a shift.
type Aftermath struct {
	Shift         Shift       `json:"shift"`
	Posts         int         `json:"posts"`
	Answers       int         `json:"answers"`
	Conversations int         `json:"conversations" doc:"That began, at the account"`
	Hard          int         `json:"hard" doc:"Answers that a colleague had to read first"`
	Corrections   int         `json:"corrections"`
	Thanks        int         `json:"thanks"`
	Said          *Reflection `json:"said,omitempty"`
}

// Reflection is what a curator answers when her shift is over.
type Reflection struct {
	Best string `json:"best,omitempty" maxLength:"2000" doc:"What went well"`
	Hard string `json:"hard,omitempty" maxLength:"2000" doc:"What was hard"`
	Next string `json:"next,omitempty" maxLength:"2000" doc:"What the next should know or do otherwise"`
}

// Presentation is how an employee presents herself to citizens.
type Presentation struct {
	Words   string    `json:"words,omitempty" maxLength:"300"`
	Picture string    `json:"picture,omitempty" maxLength:"64" doc:"The hash of a portrait that you have added"`
	Alt     string    `json:"alt,omitempty" maxLength:"300" doc:"What the portrait shows"`
	Consent bool      `json:"consent" doc:"Whether it may be shown. false withdraws a consent"`
	At      time.Time `json:"at,omitzero" readOnly:"true"`
}

// Speaker is who speaks for an account, as citizens see her.
type Speaker struct {
	GivenName string    `json:"given_name"`
	Unit      string    `json:"unit,omitempty"`
	Words     string    `json:"words,omitempty"`
	Picture   string    `json:"picture,omitempty"`
	Alt       string    `json:"alt,omitempty"`
	Purpose   string    `json:"purpose,omitempty"`
	Kind      string    `json:"kind" enum:"hours,day,guest"`
	From      time.Time `json:"from"`
	Until     time.Time `json:"until"`
}

// portrait is a picture of the caller on its way in.
type portrait struct {
	RawBody []byte `contentType:"image/*"`
}

// Portrait is a picture that was taken in.
type Portrait struct {
	Hash string `json:"hash" doc:"Put it in a presentation, with a description"`
}

func (r Rooms) afterwards(a *API) {
	hers := []people.Right{people.ShiftSwap}
	register(a, operation{Method: http.MethodGet, Path: "/shifts/{id}/aftermath", ID: "get-aftermath", Right: people.ShiftPlan, Also: hers, Summary: "What happened during a shift, for who had it and who plans"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Aftermath], error) {
			m, err := r.Shifts.Aftermath(ctx, who, in.ID)
			out := Aftermath{Shift: seeShift(m.Shift), Posts: m.Posts, Answers: m.Answers, Conversations: m.Conversations, Hard: m.Hard, Corrections: m.Corrections, Thanks: m.Thanks}
			if m.Said != nil {
				out.Said = &Reflection{Best: m.Said.Best, Hard: m.Said.Reflection.Hard, Next: m.Said.Next}
			}
			return got(out, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/shifts/{id}/reflection", ID: "reflect", Right: people.ShiftHandover, Also: hers, Summary: "Answer the three questions after your shift"},
		func(ctx context.Context, who people.Actor, in *saying[Reflection]) (*nothing, error) {
			return done(r.Shifts.Reflect(ctx, who, in.ID, shift.Reflection{Best: in.Body.Best, Hard: in.Body.Hard, Next: in.Body.Next}))
		})
	register(a, operation{Method: http.MethodGet, Path: "/presentation", ID: "get-presentation", Right: people.ShiftPresent, Summary: "How you have presented yourself"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Presentation], error) {
			p, err := r.Shifts.Presentation(ctx, who)
			return got(Presentation{Words: p.Words, Picture: p.Picture, Alt: p.Alt, Consent: p.Consent, At: p.At}, err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/presentation", ID: "present", Right: people.ShiftPresent, Summary: "Present yourself, or withdraw your consent"},
		func(ctx context.Context, who people.Actor, in *telling[Presentation]) (*nothing, error) {
			return done(r.Shifts.Present(ctx, who, shift.Presentation{Words: in.Body.Words, Picture: in.Body.Picture, Alt: in.Body.Alt, Consent: in.Body.Consent}))
		})
	register(a, operation{Method: http.MethodPost, Path: "/presentation/picture", ID: "add-portrait", Right: people.ShiftPresent, Status: http.StatusCreated, MaxBody: picture.MaxBytes + 1, Summary: "Take in a picture of you",
		Help: "The body is the file itself: JPEG, PNG, GIF or WebP. It is drawn anew, so that nothing is left of what the camera added."},
		func(ctx context.Context, who people.Actor, in *portrait) (*answer[Portrait], error) {
			data, err := picture.Read(bytes.NewReader(in.RawBody))
			if err != nil {
				return nil, err
			}
			clean, err := picture.Clean(ctx, data)
			if err != nil {
				return nil, err
			}
			f := clean.Full
			p, err := r.Shifts.AddPortrait(ctx, who, shift.Portrait{Type: f.Type, Width: f.Width, Height: f.Height}, f.Bytes)
			return got(Portrait{Hash: p.Hash}, err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/speaking", ID: "speaking", Right: people.AccountRead, Summary: "Who speaks for an account now, as citizens see it"},
		func(ctx context.Context, _ people.Actor, in *ByID) (*answer[Page[Speaker]], error) {
			all, err := r.Shifts.Speaking(ctx, in.ID, a.Clock.Now())
			return got(pageOf(all, "", func(s shift.Speaker) Speaker {
				return Speaker{GivenName: s.GivenName, Unit: s.Unit, Words: s.Words, Picture: s.Picture, Alt: s.Alt, Purpose: s.Purpose, Kind: s.Kind, From: s.From, Until: s.Until}
			}), err)
		})
}

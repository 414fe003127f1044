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

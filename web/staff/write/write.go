// Package write is the room where a text is written (Skriv): the list of what one has under way, and the editor with the
// checks reading along. Everything is a plain form. The text is saved before anything else is done with it, so that no fault,
// no colleague and no expired sign-in can lose it; when it goes out it is for desk/draft and desk/publish to say, and the
// button says beforehand what it will lead to.
package write

import (
	"context"
	"net/http"

	"tilltal/base/picture"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	bounds "tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/staff/counsel"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Drafts is where texts are written: desk/draft.
type Drafts interface {
	Own(ctx context.Context, a people.Actor, states []draft.State, after string) (desk.Page[draft.Draft], error)
	OfAccount(ctx context.Context, a people.Actor, account string, states []draft.State, after string) (desk.Page[draft.Draft], error)
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
	Begin(ctx context.Context, a people.Actor, start draft.Start) (draft.Draft, error)
	Save(ctx context.Context, a people.Actor, id string, base int, c draft.Content) (draft.Saved, error)
	Check(ctx context.Context, a people.Actor, account string, c draft.Content) ([]check.Finding, error)
	Respond(ctx context.Context, a people.Actor, id string, answer draft.Response) error
	AddPicture(ctx context.Context, a people.Actor, account string, i draft.Image) (draft.Picture, error)
	PictureData(ctx context.Context, a people.Actor, id, hash string) (draft.Picture, []byte, error)
	Versions(ctx context.Context, a people.Actor, id string) ([]draft.Version, error)
	Version(ctx context.Context, a people.Actor, id string, number int) (draft.Version, error)
	Submit(ctx context.Context, a people.Actor, id string, h draft.Handing) (draft.Submission, error)
	Mean(ctx context.Context, a people.Actor, id string, h draft.Handing) error
	Discard(ctx context.Context, a people.Actor, id string) error
}

// Publisher sends what may go out: desk/publish.
type Publisher interface {
	PublishOwn(ctx context.Context, a people.Actor, id string) (publish.Outcome, error)
	Plan(ctx context.Context, a people.Actor, id string) (publish.Plan, error)
	Get(ctx context.Context, a people.Actor, id string) (publish.Post, error)
	Topics(ctx context.Context, account string) ([]publish.Topic, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
}

// Routines tells what is asked before a text goes out: desk/guideline.
type Routines interface {
	Routine(ctx context.Context, account string) (guideline.Routine, error)
}

// Frames are what she writes within, and whether she has read them: desk/frame.
type Frames interface {
	Ready(ctx context.Context, person, account string) error
	InForce(ctx context.Context, account string) (bounds.Frames, error)
	Backing(ctx context.Context, account string) (bounds.Backing, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Drafts   Drafts
	Publish  Publisher
	Accounts Accounts
	Routines Routines
	Frames   Frames         // nil: the account's charter is all there is, and nobody is asked to have read it
	Advice   counsel.Advice // nil: nobody comments
	Ideas    Ideas          // nil: no draft is made of an idea
	People   paper.Colleagues
}

type room struct{ Deps }

// Where the room's pages are.
const (
	Path      = "/skriv"
	draftPath = Path + "/{draft}"
)

// How large a form may be: the longest text with every å escaped, and with it the pictures of one upload.
const (
	textLimit  = 8 << 20
	filesLimit = textLimit + 4*picture.MaxBytes
)

// Routes returns the room's rows in the table of routes. What is one's own to read is so for experts too; the rooms behind
// ask again.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, limit int64, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Limit: limit, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, Path, people.DraftRead, 0, r.list),
		row(http.MethodPost, Path, people.DraftWrite, 0, r.begin),
		row(http.MethodGet, draftPath, people.DraftRead, 0, r.show),
		row(http.MethodPost, draftPath, people.DraftWrite, filesLimit, r.act),
		row(http.MethodPost, draftPath+"/omdome", people.DraftRead, textLimit, r.judge),
		row(http.MethodPost, draftPath+"/spara", people.DraftWrite, textLimit, r.keep),
		row(http.MethodGet, draftPath+"/bild/{hash}", people.DraftRead, 0, r.picture),
		row(http.MethodGet, draftPath+"/versioner", people.DraftRead, 0, r.versions),
		row(http.MethodPost, draftPath+"/versioner", people.DraftWrite, 0, r.bringBack),
		row(http.MethodGet, draftPath+"/kasta", people.DraftWrite, 0, r.askDiscard),
		row(http.MethodPost, draftPath+"/kasta", people.DraftWrite, 0, r.discard),
	}
}

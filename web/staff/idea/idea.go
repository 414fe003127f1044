// Package idea is where somebody says "är det här något?" (Idéer): a form that takes a minute, the way each of her ideas has
// gone, and for those who deal with ideas a list of what waits and three answers: make a draft of it, ask, or say no and why.
// Everybody who works here has it, whatever else she may do.
package idea

import (
	"context"
	"net/http"

	"tilltal/base/picture"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Ideas is where ideas are sent and answered: desk/idea.
type Ideas interface {
	Mine(ctx context.Context, a people.Actor, after string) (desk.Page[idea.Idea], error)
	ToAnswer(ctx context.Context, a people.Actor, open bool, after string) (desk.Page[idea.Idea], error)
	Get(ctx context.Context, a people.Actor, id string) (idea.Idea, error)
	May(a people.Actor, i idea.Idea) bool
	Send(ctx context.Context, a people.Actor, l idea.Letter) (idea.Idea, error)
	Ask(ctx context.Context, a people.Actor, id, text string) error
	Reply(ctx context.Context, a people.Actor, id, text string) error
	Refuse(ctx context.Context, a people.Actor, id, reason string) error
	Adopt(ctx context.Context, a people.Actor, id, account string) (string, error)
	AddPicture(ctx context.Context, a people.Actor, i draft.Image) (draft.Picture, error)
	PictureData(ctx context.Context, a people.Actor, id, hash string) (draft.Picture, []byte, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Ideas    Ideas
	Accounts Accounts
	People   paper.Colleagues
}

type room struct{ Deps }

// Path is where the room is.
const (
	Path    = frame.IdeasPath
	newPath = Path + "/ny"
)

// filesLimit is how large the form may be, with its pictures.
const filesLimit = 1<<20 + idea.MaxPictures*picture.MaxBytes

// Routes returns the room's rows in the table of routes. Whoever works here may send an idea and see its way; the room behind
// asks who may deal with one.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, limit int64, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Limit: limit, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, Path, people.IdeaSend, 0, r.list),
		row(http.MethodGet, newPath, people.IdeaSend, 0, r.blank),
		row(http.MethodPost, newPath, people.IdeaSend, filesLimit, r.send),
		row(http.MethodGet, Path+"/{id}", people.IdeaSend, 0, r.show),
		row(http.MethodPost, Path+"/{id}/svara", people.IdeaSend, 0, r.reply),
		row(http.MethodPost, Path+"/{id}/fraga", people.IdeaAnswer, 0, r.ask),
		row(http.MethodPost, Path+"/{id}/nej", people.IdeaAnswer, 0, r.refuse),
		row(http.MethodPost, Path+"/{id}/utkast", people.IdeaAnswer, 0, r.adopt),
		row(http.MethodGet, Path+"/{id}/bild/{hash}", people.IdeaSend, 0, r.picture),
	}
}

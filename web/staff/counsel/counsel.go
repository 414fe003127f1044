// Package counsel is where colleagues help each other with a text (Råd). Beside a draft stands what colleagues have said about
// it, and the answers of those who were asked ([Beside]); the pages here are for asking somebody who knows (Sakfrågor), and
// for answering. What is said in the editor belongs to the editor's own form, so that nothing she has typed is lost.
package counsel

import (
	"context"
	"net/http"

	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Advice is what stands beside a draft: desk/counsel.
type Advice interface {
	Comments(ctx context.Context, a people.Actor, draft string) ([]counsel.Comment, error)
	OnDraft(ctx context.Context, a people.Actor, draft string) ([]counsel.Question, error)
	May(a people.Actor, d draft.Draft) error
	Comment(ctx context.Context, a people.Actor, draft string, s counsel.Saying) error
	Take(ctx context.Context, a people.Actor, draft, remark string) error
	Settle(ctx context.Context, a people.Actor, draft, remark string) error
}

// Counsel is where experts are asked: desk/counsel.
type Counsel interface {
	Advice
	Ask(ctx context.Context, a people.Actor, q counsel.Asking) (counsel.Question, error)
	Answer(ctx context.Context, a people.Actor, id, text string) error
	Recall(ctx context.Context, a people.Actor, id string) error
	Get(ctx context.Context, a people.Actor, id string) (counsel.Question, error)
	ToMe(ctx context.Context, a people.Actor, open bool) ([]counsel.Question, error)
	FromMe(ctx context.Context, a people.Actor, open bool) ([]counsel.Question, error)
	Knowers(ctx context.Context, a people.Actor) (experts, others []people.Person, err error)
}

// Drafts is what is asked about: desk/draft.
type Drafts interface {
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
}

// Talk is what else is asked about: desk/inbox.
type Talk interface {
	Get(ctx context.Context, a people.Actor, id string) (inbox.Conversation, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall    *hall.Hall
	Counsel Counsel
	Drafts  Drafts
	Talk    Talk
	People  paper.Colleagues
}

type room struct{ Deps }

// Where the room's pages are.
const (
	Path    = frame.AdvicePath
	newPath = Path + "/ny"
)

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, Path, people.CounselAnswer, r.list),
		row(http.MethodGet, newPath, people.CounselAsk, r.blank),
		row(http.MethodPost, newPath, people.CounselAsk, r.ask),
		row(http.MethodGet, Path+"/{id}", people.CounselAnswer, r.show),
		row(http.MethodPost, Path+"/{id}/svar", people.CounselAnswer, r.answer),
		row(http.MethodPost, Path+"/{id}/aterta", people.CounselAsk, r.recall),
		row(http.MethodPost, "/skriv/{draft}/kommentar", people.CounselComment, r.comment),
		row(http.MethodPost, "/skriv/{draft}/kommentar/{remark}", people.CounselComment, r.settle),
	}
}

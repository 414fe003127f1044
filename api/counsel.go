package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/counsel"
	"tilltal/desk/people"
)

// Counsel is where colleagues help each other with a text: desk/counsel.
type Counsel interface {
	Comments(ctx context.Context, a people.Actor, draft string) ([]counsel.Comment, error)
	Comment(ctx context.Context, a people.Actor, draft string, s counsel.Saying) error
	Take(ctx context.Context, a people.Actor, draft, remark string) error
	Settle(ctx context.Context, a people.Actor, draft, remark string) error
	Ask(ctx context.Context, a people.Actor, q counsel.Asking) (counsel.Question, error)
	Answer(ctx context.Context, a people.Actor, id, text string) error
	Recall(ctx context.Context, a people.Actor, id string) error
	Get(ctx context.Context, a people.Actor, id string) (counsel.Question, error)
	ToMe(ctx context.Context, a people.Actor, open bool) ([]counsel.Question, error)
	FromMe(ctx context.Context, a people.Actor, open bool) ([]counsel.Question, error)
}

// Comment is what a colleague has said about a draft.
type Comment struct {
	ID        string    `json:"id"`
	By        string    `json:"by" doc:"Person id"`
	At        time.Time `json:"at"`
	Version   int       `json:"version" doc:"The version that was the newest when it was said"`
	Text      string    `json:"text,omitempty"`
	Field     string    `json:"field,omitempty" doc:"Left out when it is about the whole"`
	Quote     string    `json:"quote,omitempty" doc:"The words it is about"`
	Start     int       `json:"start,omitempty" doc:"Where they stand in that field of the newest version, in bytes"`
	Found     bool      `json:"found" doc:"They stand in the newest version; always true for the whole"`
	Suggests  bool      `json:"suggests" doc:"It is a suggestion"`
	Instead   string    `json:"instead,omitempty" doc:"What a suggestion would put there; nothing strikes the words out"`
	SettledBy string    `json:"settled_by,omitempty"`
	SettledAt time.Time `json:"settled_at,omitzero"`
	TakenIn   int       `json:"taken_in,omitempty" doc:"The version that the suggestion made when it was taken"`
}

func seeComment(c counsel.Comment) Comment {
	out := Comment{ID: c.ID, By: c.By, At: c.At, Version: c.Version, Text: c.Text, Field: c.Field, Quote: c.Quote, Start: c.Now.Start, Found: c.Found,
		Suggests: c.Suggests, Instead: c.Instead}
	if s := c.Settled; s != nil {
		out.SettledBy, out.SettledAt, out.TakenIn = s.By, s.At, s.Version
	}
	return out
}

// CommentSaid is what is said about a draft.
type CommentSaid struct {
	Text     string `json:"text,omitempty" maxLength:"5000"`
	Field    string `json:"field,omitempty" enum:"text,summary,wrong,right,why,now" doc:"Leave out to look for the words in every field"`
	Quote    string `json:"quote,omitempty" maxLength:"5000" doc:"The words it is about; leave out for the whole"`
	Start    int    `json:"start,omitempty" minimum:"0" doc:"About where they begin in that field, in bytes: of several alike the nearest is meant"`
	Suggests bool   `json:"suggests,omitempty"`
	Instead  string `json:"instead,omitempty" maxLength:"5000"`
}

// Question is a question to somebody who knows.
type Question struct {
	ID           string    `json:"id"`
	Draft        string    `json:"draft,omitempty"`
	Conversation string    `json:"conversation,omitempty"`
	Account      string    `json:"account"`
	To           string    `json:"to" doc:"Person id"`
	By           string    `json:"by" doc:"Person id"`
	Text         string    `json:"text"`
	Quote        string    `json:"quote,omitempty" doc:"What who asks shows of the text or the conversation"`
	Due          time.Time `json:"due"`
	At           time.Time `json:"at"`
	Answer       string    `json:"answer,omitempty"`
	AnsweredAt   time.Time `json:"answered_at,omitzero"`
	RecalledAt   time.Time `json:"recalled_at,omitzero"`
	Seen         int64     `json:"seen" doc:"Last entry about the question"`
}

func seeQuestion(q counsel.Question) Question {
	out := Question{ID: q.ID, Draft: q.Draft, Conversation: q.Conversation, Account: q.Account, To: q.To, By: q.By, Text: q.Text, Quote: q.Quote, Due: q.Due, At: q.At, Seen: q.Seen}
	if q.Answer != nil {
		out.Answer, out.AnsweredAt = q.Answer.Text, q.Answer.At
	}
	if q.Recall != nil {
		out.RecalledAt = q.Recall.At
	}
	return out
}

// QuestionAsked is a question on its way.
type QuestionAsked struct {
	Draft        string `json:"draft,omitempty" maxLength:"64" doc:"What it is about: this, or a conversation"`
	Conversation string `json:"conversation,omitempty" maxLength:"64"`
	To           string `json:"to" maxLength:"64" doc:"Person id"`
	Text         string `json:"text" maxLength:"5000"`
	Quote        string `json:"quote,omitempty" maxLength:"5000"`
	Days         int    `json:"days" minimum:"1" maximum:"20" doc:"Working days until the answer is needed"`
}

// ByRemark names a comment on a draft.
type ByRemark struct {
	ByID
	Comment string `path:"comment" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
}

// counsels adds comments and suggestions on drafts.
func (r Rooms) counsels(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/comments", ID: "list-comments", Right: people.DraftRead, Summary: "What colleagues have said about a draft, the oldest first"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Comment]], error) {
			all, err := r.Counsel.Comments(ctx, who, in.ID)
			return got(pageOf(all, "", seeComment), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/comments", ID: "comment-draft", Right: people.CounselComment, Summary: "Comment on a draft, or suggest other words",
		Help: "The words are found again in later versions. The same said twice stands once."},
		func(ctx context.Context, who people.Actor, in *saying[CommentSaid]) (*nothing, error) {
			b := in.Body
			return done(r.Counsel.Comment(ctx, who, in.ID, counsel.Saying{Field: b.Field, Quote: b.Quote, Start: b.Start, Text: b.Text, Suggests: b.Suggests, Instead: b.Instead}))
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/comments/{comment}/take", ID: "take-suggestion", Right: people.DraftWrite, Also: writing, Summary: "Take a suggestion: a new version with the suggested words",
		Help: "409 when the words that it would replace stand there no more."},
		func(ctx context.Context, who people.Actor, in *ByRemark) (*nothing, error) {
			return done(r.Counsel.Take(ctx, who, in.ID, in.Comment))
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/comments/{comment}/settle", ID: "settle-comment", Right: people.CounselComment, Summary: "Say that a comment has been seen to"},
		func(ctx context.Context, who people.Actor, in *ByRemark) (*nothing, error) {
			return done(r.Counsel.Settle(ctx, who, in.ID, in.Comment))
		})
	r.questions(a)
}

// questions adds questions to experts.
func (r Rooms) questions(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/questions", ID: "list-questions", Right: people.CounselAnswer, Summary: "What you have been asked, or have asked; those that wait first"},
		func(ctx context.Context, who people.Actor, in *struct {
			From string `query:"from" enum:"others,me" default:"others" doc:"others: what you have been asked; me: what you have asked"`
			Open bool   `query:"open" doc:"Only those that wait for an answer"`
		}) (*answer[Page[Question]], error) {
			read := r.Counsel.ToMe
			if in.From == "me" {
				read = r.Counsel.FromMe
			}
			all, err := read(ctx, who, in.Open)
			return got(pageOf(all, "", seeQuestion), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/questions/{id}", ID: "get-question", Right: people.CounselAnswer, Also: []people.Right{people.CounselAsk}, Summary: "A question, to who asked, who was asked, and whoever may ask at that account"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Question], error) {
			q, err := r.Counsel.Get(ctx, who, in.ID)
			return got(seeQuestion(q), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/questions", ID: "ask-expert", Right: people.CounselAsk, Status: http.StatusCreated, Summary: "Ask a colleague who knows, about a draft or a conversation",
		Help: "She is reminded once before the day, and both are told when it has passed."},
		func(ctx context.Context, who people.Actor, in *telling[QuestionAsked]) (*answer[Question], error) {
			b := in.Body
			q, err := r.Counsel.Ask(ctx, who, counsel.Asking{Draft: b.Draft, Conversation: b.Conversation, To: b.To, Text: b.Text, Quote: b.Quote, Days: b.Days})
			return got(seeQuestion(q), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/questions/{id}/answer", ID: "answer-question", Right: people.CounselAnswer, Summary: "Answer a question that you were asked"},
		func(ctx context.Context, who people.Actor, in *saying[Told]) (*nothing, error) {
			return done(r.Counsel.Answer(ctx, who, in.ID, in.Body.Text))
		})
	register(a, operation{Method: http.MethodPost, Path: "/questions/{id}/recall", ID: "recall-question", Right: people.CounselAsk, Summary: "Take back a question that needs no answer any more"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.Counsel.Recall(ctx, who, in.ID))
		})
}

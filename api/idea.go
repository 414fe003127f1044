package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/picture"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/people"
)

// Ideas is where ideas are sent and answered: desk/idea.
type Ideas interface {
	Mine(ctx context.Context, a people.Actor, after string) (desk.Page[idea.Idea], error)
	ToAnswer(ctx context.Context, a people.Actor, open bool, after string) (desk.Page[idea.Idea], error)
	Get(ctx context.Context, a people.Actor, id string) (idea.Idea, error)
	Send(ctx context.Context, a people.Actor, l idea.Letter) (idea.Idea, error)
	Ask(ctx context.Context, a people.Actor, id, text string) error
	Reply(ctx context.Context, a people.Actor, id, text string) error
	Refuse(ctx context.Context, a people.Actor, id, reason string) error
	Adopt(ctx context.Context, a people.Actor, id, account string) (string, error)
	AddPicture(ctx context.Context, a people.Actor, i draft.Image) (draft.Picture, error)
	PictureData(ctx context.Context, a people.Actor, id, hash string) (draft.Picture, []byte, error)
}

// Idea is an idea with its way so far.
type Idea struct {
	ID       string     `json:"id"`
	Account  string     `json:"account,omitempty" doc:"Left out when who sent it did not know which"`
	By       string     `json:"by" doc:"Person id"`
	Text     string     `json:"text"`
	Pictures []Picture  `json:"pictures,omitempty" doc:"Its bytes: get-idea-picture"`
	Credit   bool       `json:"credit" doc:"Who sent it wants to be named"`
	At       time.Time  `json:"at"`
	Stage    string     `json:"stage" enum:"waiting,asked,adopted,published,refused"`
	Words    []IdeaWord `json:"words" nullable:"false" doc:"Questions and answers, the oldest first"`
	Draft    string     `json:"draft,omitempty" doc:"The draft it became"`
	Post     string     `json:"post,omitempty" doc:"The post it became"`
	Reason   string     `json:"reason,omitempty" doc:"Why it was turned down"`
	Seen     int64      `json:"seen,omitempty" doc:"Last entry about the idea; left out in lists"`
}

// IdeaWord is something that was said about an idea.
type IdeaWord struct {
	By     string    `json:"by"`
	Text   string    `json:"text"`
	At     time.Time `json:"at"`
	Answer bool      `json:"answer" doc:"Who sent the idea answered; otherwise somebody asked"`
}

func seeIdea(i idea.Idea) Idea {
	out := Idea{ID: i.ID, Account: i.Account, By: i.By, Text: i.Text, Credit: i.Credit, At: i.At, Stage: string(i.Stage()), Post: i.Post, Seen: i.Seen,
		Words: each(i.Words, func(w idea.Word) IdeaWord { return IdeaWord{w.By, w.Text, w.At, w.Answer} })}
	for _, p := range i.Pictures {
		out.Pictures = append(out.Pictures, seePicture(p))
	}
	if i.Adoption != nil {
		out.Draft = i.Adoption.Draft
	}
	if i.Refusal != nil {
		out.Reason = i.Refusal.Reason
	}
	return out
}

// IdeaLetter is an idea on its way in.
type IdeaLetter struct {
	Account  string    `json:"account,omitempty" maxLength:"64" doc:"Leave out when you do not know which"`
	Text     string    `json:"text" maxLength:"5000"`
	Pictures []Picture `json:"pictures,omitempty" maxItems:"4" doc:"As add-idea-picture returned them, with a description each"`
	Credit   bool      `json:"credit,omitempty" doc:"Name me if it becomes a post"`
}

// Told is what is said, in words.
type Told struct {
	Text string `json:"text" maxLength:"5000"`
}

// IdeaAdoption says which account an idea becomes a draft for.
type IdeaAdoption struct {
	Account string `json:"account,omitempty" maxLength:"64" doc:"Leave out for the account that the idea is for"`
}

// Made names what was made.
type Made struct {
	ID string `json:"id"`
}

// ideas adds the room of ideas.
func (r Rooms) ideas(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/ideas", ID: "list-ideas", Right: people.IdeaSend, Also: []people.Right{people.IdeaAnswer},
		Summary: "The ideas that you have sent, or those that you may deal with; the newest first, fifty to a page"},
		func(ctx context.Context, who people.Actor, in *struct {
			Which string `query:"which" enum:"mine,waiting,all" default:"mine" doc:"mine: those you have sent. waiting and all take the right idea.answer"`
			After string `query:"after" maxLength:"300" doc:"\"next\" of the page before"`
		}) (*answer[Page[Idea]], error) {
			var page desk.Page[idea.Idea]
			var err error
			if in.Which == "mine" || in.Which == "" {
				page, err = r.Ideas.Mine(ctx, who, in.After)
			} else {
				page, err = r.Ideas.ToAnswer(ctx, who, in.Which == "waiting", in.After)
			}
			return got(pageOf(page.Items, page.Next, seeIdea), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/ideas/{id}", ID: "get-idea", Right: people.IdeaSend, Also: []people.Right{people.IdeaAnswer}, Summary: "An idea, to who sent it and who may deal with it"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Idea], error) {
			i, err := r.Ideas.Get(ctx, who, in.ID)
			return got(seeIdea(i), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/ideas", ID: "send-idea", Right: people.IdeaSend, Status: http.StatusCreated, Summary: "Send an idea",
		Help: "Whoever works here may, whatever her roles."},
		func(ctx context.Context, who people.Actor, in *telling[IdeaLetter]) (*answer[Idea], error) {
			pictures := []draft.Picture{}
			for _, p := range in.Body.Pictures {
				pictures = append(pictures, draft.Picture{Hash: p.Hash, Alt: p.Alt, Name: p.Name})
			}
			i, err := r.Ideas.Send(ctx, who, idea.Letter{Account: in.Body.Account, Text: in.Body.Text, Credit: in.Body.Credit, Pictures: pictures})
			return got(seeIdea(i), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/ideas/pictures", ID: "add-idea-picture", Right: people.IdeaSend, Status: http.StatusCreated, MaxBody: picture.MaxBytes + 1,
		Summary: "Take in a picture for an idea", Help: pictureHelp},
		func(ctx context.Context, who people.Actor, in *struct {
			Name    string `query:"name" maxLength:"300" doc:"The file's name"`
			RawBody []byte `contentType:"image/*"`
		}) (*answer[Added], error) {
			return takeIn(ctx, in.RawBody, in.Name, func(i draft.Image) (draft.Picture, error) { return r.Ideas.AddPicture(ctx, who, i) })
		})
	register(a, operation{Method: http.MethodGet, Path: "/ideas/{id}/pictures/{hash}", ID: "get-idea-picture", Right: people.IdeaSend, Also: []people.Right{people.IdeaAnswer}, Summary: "A picture of an idea"},
		func(ctx context.Context, who people.Actor, in *byHash) (*shown, error) {
			p, data, err := r.Ideas.PictureData(ctx, who, in.ID, in.Hash)
			if err != nil {
				return nil, err
			}
			return &shown{Type: p.Type, Body: data}, nil
		})
	register(a, operation{Method: http.MethodPost, Path: "/ideas/{id}/reply", ID: "reply-idea", Right: people.IdeaSend, Summary: "Answer a question about your own idea"},
		func(ctx context.Context, who people.Actor, in *saying[Told]) (*nothing, error) {
			return done(r.Ideas.Reply(ctx, who, in.ID, in.Body.Text))
		})
	register(a, operation{Method: http.MethodPost, Path: "/ideas/{id}/ask", ID: "ask-idea", Right: people.IdeaAnswer, Summary: "Ask who sent the idea something"},
		func(ctx context.Context, who people.Actor, in *saying[Told]) (*nothing, error) {
			return done(r.Ideas.Ask(ctx, who, in.ID, in.Body.Text))
		})
	register(a, operation{Method: http.MethodPost, Path: "/ideas/{id}/refuse", ID: "refuse-idea", Right: people.IdeaAnswer, Summary: "Say no, with a reason that who sent it reads"},
		func(ctx context.Context, who people.Actor, in *saying[Told]) (*nothing, error) {
			return done(r.Ideas.Refuse(ctx, who, in.ID, in.Body.Text))
		})
	register(a, operation{Method: http.MethodPost, Path: "/ideas/{id}/adopt", ID: "adopt-idea", Right: people.IdeaAnswer, Summary: "Make a draft of an idea; the answer is the draft's id",
		Help: "It takes draft.write at the account too. An idea becomes one draft: called twice, the answer is the same."},
		func(ctx context.Context, who people.Actor, in *saying[IdeaAdoption]) (*answer[Made], error) {
			id, err := r.Ideas.Adopt(ctx, who, in.ID, in.Body.Account)
			return got(Made{id}, err)
		})
}

package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Opening tells that somebody opened a sealed copy, and why.
type Opening struct {
	ID     string    `json:"id"`
	Post   string    `json:"post"`
	Reason string    `json:"reason"`
	By     string    `json:"by" doc:"Person id"`
	At     time.Time `json:"at"`
}

func seeOpening(o publish.Opening) Opening {
	return Opening{ID: o.ID, Post: o.Post, Reason: o.Reason, By: o.By, At: o.At}
}

// ToOpen is why a sealed copy is opened.
type ToOpen struct {
	Reason string `json:"reason" maxLength:"10000" doc:"For the record"`
}

// SealedCopy is what a withdrawal took off the square.
type SealedCopy struct {
	Text        string        `json:"text" doc:"As it stood last"`
	Content     Content       `json:"content" doc:"As it was published"`
	Corrections []Correction  `json:"corrections" nullable:"false"`
	Pictures    []SealedView  `json:"pictures" nullable:"false"`
	Thread      []SealedReply `json:"thread" nullable:"false" doc:"What stood under it in public, the oldest first"`
}

// SealedView is a picture of a sealed copy.
type SealedView struct {
	Hash string `json:"hash"`
	Type string `json:"type"`
	Data []byte `json:"data"`
}

// SealedReply is something that stood under a withdrawn post.
type SealedReply struct {
	By   string    `json:"by"`
	Ours bool      `json:"ours,omitempty"`
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

func seeCopy(c publish.Copy) SealedCopy {
	return SealedCopy{Text: c.Post.Text(), Content: seeContent(c.Post.Content), Corrections: each(c.Post.Corrections, seeCorrection),
		Pictures: each(c.Pictures, func(p publish.SealedView) SealedView { return SealedView(p) }),
		Thread:   each(c.Thread, func(t publish.Reply) SealedReply { return SealedReply(t) })}
}

// sealed adds what was withdrawn. What opens a copy does not answer with it, so that no kept answer holds what it said.
func (r Rooms) sealed(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/posts/{id}/openings", ID: "list-openings", Right: people.SealedOpen, Summary: "Who has opened the sealed copy of a withdrawn post, the newest first"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Opening]], error) {
			s, err := r.Posts.Sealed(ctx, who, in.ID)
			return got(pageOf(s.Openings, "", seeOpening), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/posts/{id}/openings", ID: "open-sealed", Right: people.SealedOpen, Status: http.StatusCreated, Summary: "Open the sealed copy of a withdrawn post, with a reason and on the record",
		Help: "It is open for you for 30 minutes: see get-sealed."},
		func(ctx context.Context, who people.Actor, in *saying[ToOpen]) (*answer[Opening], error) {
			o, err := r.Posts.Open(ctx, who, in.ID, in.Body.Reason)
			return got(seeOpening(o), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/posts/{id}/openings/{opening}", ID: "get-sealed", Right: people.SealedOpen, Summary: "The sealed copy that you have opened"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			Opening string `path:"opening" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
		}) (*answer[SealedCopy], error) {
			c, _, err := r.Posts.Opened(ctx, who, in.ID, in.Opening)
			if err != nil {
				return nil, err
			}
			return got(seeCopy(c), nil)
		})
}

package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Posts is what the authority has said, and how it comes to say it: desk/publish.
type Posts interface {
	Get(ctx context.Context, a people.Actor, id string) (publish.Post, error)
	Posts(ctx context.Context, l publish.List) (desk.Page[publish.Post], error)
	Topics(ctx context.Context, account string) ([]publish.Topic, error)
	Corrections(ctx context.Context, account, after string, limit int) (desk.Page[publish.Correction], error)
	Calendar(ctx context.Context, a people.Actor, from, to time.Time) ([]publish.Slot, error)
	Plan(ctx context.Context, a people.Actor, id string) (publish.Plan, error)
	PublishOwn(ctx context.Context, a people.Actor, id string) (publish.Outcome, error)
	Release(ctx context.Context, a people.Actor, id string, when clock.Wall) (publish.Outcome, error)
	Cancel(ctx context.Context, a people.Actor, id, words string) (publish.Outcome, error)
	Correct(ctx context.Context, a people.Actor, post string, said draft.Corrected, text string) (draft.Draft, error)
	Withdraw(ctx context.Context, a people.Actor, post string, t publish.Taking) (publish.Withdrawal, error)
	Sealed(ctx context.Context, a people.Actor, post string) (publish.Sealed, error)
	Open(ctx context.Context, a people.Actor, post, reason string) (publish.Opening, error)
	Opened(ctx context.Context, a people.Actor, post, opening string) (publish.Copy, publish.Opening, error)
}

// Post is something the authority has said, as it stands now.
type Post struct {
	ID           string       `json:"id"`
	Account      string       `json:"account"`
	Draft        string       `json:"draft,omitempty"`
	Version      int          `json:"version,omitempty"`
	Hash         string       `json:"hash,omitempty" doc:"SHA-256 of the content as published: equal to the approved version's"`
	Content      *Content     `json:"content,omitempty" doc:"As published; left out of a tombstone"`
	Text         string       `json:"text,omitempty" doc:"As it stands: what the newest correction put in its place, when it did"`
	Curator      *Curator     `json:"curator,omitempty"`
	InReplyTo    string       `json:"in_reply_to,omitempty"`
	Conversation string       `json:"conversation,omitempty"`
	Private      bool         `json:"private,omitempty" doc:"Only the one it answers may read it"`
	At           time.Time    `json:"at"`
	Corrections  []Correction `json:"corrections" nullable:"false" doc:"The oldest first"`
	Withdrawal   *Withdrawal  `json:"withdrawal,omitempty" doc:"The post has been taken off the square"`
	Reactions    *Reactions   `json:"reactions,omitempty" doc:"Only in the post itself, not in lists"`
	Seen         int64        `json:"seen" doc:"Last entry about the post"`
}

// Reactions is how many like a post and how many have shared it, each person once. Who they are is not told.
type Reactions struct {
	Likes  int `json:"likes"`
	Shares int `json:"shares"`
}

// Curator is who spoke. Lists say of her what citizens may see; a post asked for by its id says it all, to those who may read it
// at the desk.
type Curator struct {
	Person    string `json:"person" doc:"Empty in lists, where the account does not show it"`
	GivenName string `json:"given_name" doc:"Empty in lists, where the account does not show it"`
	Unit      string `json:"unit,omitempty"`
	Signed    string `json:"signed" doc:"The signature as citizens see it: it was decided when the post was published" example:"Amina, Parkenheten"`
}

// Correction is a correction of a post.
type Correction struct {
	ID   string `json:"id"`
	Post string `json:"post"`
	Corrected
	Text    string    `json:"text,omitempty" doc:"The post's text after the correction; left out when it stands as it was"`
	Curator Curator   `json:"curator"`
	At      time.Time `json:"at"`
}

// Withdrawal tells why a post was taken off the square.
type Withdrawal struct {
	Ground string    `json:"ground" enum:"personaldata,secrecy,wrong,rights,expired,other"`
	Title  string    `json:"title" doc:"The ground in words"`
	Public string    `json:"public" doc:"What the tombstone tells citizens"`
	Reason string    `json:"reason,omitempty" doc:"For the record; left out of lists"`
	By     string    `json:"by,omitempty" doc:"Person id; left out of lists"`
	At     time.Time `json:"at"`
}

func seePost(p publish.Post, l lingo.Lang) Post {
	out := Post{ID: p.ID, Account: p.Account, Draft: p.Draft, Version: p.Version, Hash: p.Hash, InReplyTo: p.InReplyTo, Conversation: p.Conversation,
		Private: p.Direct != "", At: p.At, Corrections: each(p.Corrections, seeCorrection), Seen: p.Seen}
	if p.Withdrawal == nil {
		c, k := seeContent(p.Content), seeCurator(p.Curator)
		out.Content, out.Curator, out.Text = &c, &k, p.Text()
	}
	if w := p.Withdrawal; w != nil {
		seen := seeWithdrawal(*w, l)
		out.Withdrawal = &seen
	}
	return out
}

func seeCurator(s publish.Signature) Curator {
	return Curator{Person: s.Person, GivenName: s.GivenName, Unit: s.Unit, Signed: s.Line()}
}

func seeCorrection(c publish.Correction) Correction {
	return Correction{ID: c.ID, Post: c.Post, Corrected: Corrected{Wrong: c.Wrong, Right: c.Right, Why: c.Why, Now: c.Now}, Text: c.Text, Curator: seeCurator(c.Signature), At: c.At}
}

func seeWithdrawal(w publish.Withdrawal, l lingo.Lang) Withdrawal {
	return Withdrawal{Ground: w.Ground, Title: publish.GroundTitle(w.Ground).In(l), Public: w.Public, Reason: w.Reason, By: w.By, At: w.At}
}

// ToCorrect is what a correction of a post says.
type ToCorrect struct {
	Corrected
	Text string `json:"text,omitempty" doc:"What the post shall say instead. Leave out: its text stands"`
}

// ToWithdraw is why a post is taken off the square.
type ToWithdraw struct {
	Ground string `json:"ground" enum:"personaldata,secrecy,wrong,rights,expired,other"`
	Reason string `json:"reason" maxLength:"10000" doc:"For the record"`
	Public string `json:"public" maxLength:"10000" doc:"What the tombstone tells citizens"`
}

// Topic is a topic with how many posts stand in it.
type Topic struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Posts int    `json:"posts"`
}

// posts adds what has been said, and how it is corrected and withdrawn.
func (r Rooms) posts(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/posts", ID: "list-posts", Right: people.AccountRead, Summary: "What stands on the square, the newest first"},
		func(ctx context.Context, _ people.Actor, in *struct {
			Account   string `query:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
			Topic     string `query:"topic" maxLength:"100"`
			Answers   bool   `query:"answers" doc:"Answers among them"`
			Withdrawn bool   `query:"withdrawn" doc:"Withdrawn ones among them, as tombstones"`
			Paged
		}) (*answer[Page[Post]], error) {
			page, err := r.Posts.Posts(ctx, publish.List{Account: in.Account, Topic: in.Topic, Answers: in.Answers, Withdrawn: in.Withdrawn, After: in.After, Limit: in.Limit})
			return got(pageOf(page.Items, page.Next, func(p publish.Post) Post { return seePost(p, langOf(ctx)) }), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/posts/{id}", ID: "get-post", Right: people.DraftRead, Summary: "A post whole, private ones too; of a withdrawn one, that it was and why it is gone"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Post], error) {
			p, err := r.Posts.Get(ctx, who, in.ID)
			if err != nil {
				return nil, err
			}
			liked, err := r.Inbox.Reactions(ctx, p.ID)
			seen := seePost(p, langOf(ctx))
			seen.Reactions = &Reactions{Likes: liked.Likes, Shares: liked.Shares}
			return got(seen, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/posts/{id}/correct", ID: "correct", Right: people.PublishCorrect, Status: http.StatusCreated, MaxBody: largeBody, Summary: "Begin a correction of a post",
		Help: "It becomes a draft like any other, to be handed in and published through the same checks and routine."},
		func(ctx context.Context, who people.Actor, in *saying[ToCorrect]) (*answer[Draft], error) {
			d, err := r.Posts.Correct(ctx, who, in.ID, draft.Corrected(in.Body.Corrected), in.Body.Text)
			return got(seeDraft(d, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/posts/{id}/withdraw", ID: "withdraw", Right: people.PublishWithdraw, Summary: "Take a post off the square at once, on a ground",
		Help: "A sealed copy is kept, and a tombstone tells citizens that there was a post and why it is gone. There is no ground \"unpleasant\"."},
		func(ctx context.Context, who people.Actor, in *saying[ToWithdraw]) (*answer[Withdrawal], error) {
			w, err := r.Posts.Withdraw(ctx, who, in.ID, publish.Taking{Ground: in.Body.Ground, Reason: in.Body.Reason, Public: in.Body.Public})
			return got(seeWithdrawal(w, langOf(ctx)), err)
		})
	r.sealed(a)
	r.square(a)
}

// square adds what everybody may read.
func (r Rooms) square(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/posts/{id}/replies", ID: "list-replies", Right: people.AccountRead, Summary: "What has been said in public under a post, the oldest first"},
		func(ctx context.Context, _ people.Actor, in *struct {
			ByID
			Paged
		}) (*answer[Page[Turn]], error) {
			page, err := r.Inbox.Replies(ctx, in.ID, in.After, in.Limit)
			return got(pageOf(page.Items, page.Next, seeTurn), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/corrections", ID: "list-corrections", Right: people.AccountRead, Summary: "Corrections of posts that stand, the newest first"},
		func(ctx context.Context, _ people.Actor, in *struct {
			Account string `query:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
			Paged
		}) (*answer[Page[Correction]], error) {
			page, err := r.Posts.Corrections(ctx, in.Account, in.After, in.Limit)
			return got(pageOf(page.Items, page.Next, seeCorrection), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/topics", ID: "list-topics", Right: people.AccountRead, Summary: "Topics, those with the most posts first"},
		func(ctx context.Context, _ people.Actor, in *struct {
			Account string `query:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
		}) (*answer[Page[Topic]], error) {
			all, err := r.Posts.Topics(ctx, in.Account)
			return got(pageOf(all, "", func(t publish.Topic) Topic { return Topic(t) }), err)
		})
}

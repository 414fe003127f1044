package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// Inbox is where citizens are heard: desk/inbox.
type Inbox interface {
	List(ctx context.Context, a people.Actor, f inbox.Filter) (desk.Page[inbox.Conversation], error)
	Get(ctx context.Context, a people.Actor, id string) (inbox.Conversation, error)
	Timeline(ctx context.Context, a people.Actor, id, after string) (desk.Page[inbox.Item], error)
	Versions(ctx context.Context, a people.Actor, conversation, turn string) ([]inbox.Said, error)
	Contact(ctx context.Context, a people.Actor, id string) (string, error)
	Replies(ctx context.Context, post, after string, limit int) (desk.Page[inbox.Turn], error)
	Reactions(ctx context.Context, post string) (inbox.Reactions, error)
	Today(ctx context.Context, a people.Actor) (inbox.Tally, error)
	Search(ctx context.Context, a people.Actor, q inbox.Query) (desk.Page[inbox.Hit], error)
	Look(ctx context.Context, a people.Actor, id string) ([]inbox.Presence, error)
	Take(ctx context.Context, a people.Actor, id string, seen int64) error
	Assign(ctx context.Context, a people.Actor, id, to string, seen int64) error
	Note(ctx context.Context, a people.Actor, id, text string) error
	Close(ctx context.Context, a people.Actor, id, outcome, why string, seen int64) error
	Reopen(ctx context.Context, a people.Actor, id, why string, seen int64) error
	Classify(ctx context.Context, a people.Actor, id string, to inbox.Class, seen int64) error
	Remark(ctx context.Context, a people.Actor, id string, m inbox.Remark, seen int64) error
	Reply(ctx context.Context, a people.Actor, id string, w inbox.Words) (inbox.Replied, error)
	Keep(ctx context.Context, a people.Actor, id string, w inbox.Words) (inbox.Replied, error)
}

// Conversation is a conversation as it stands now.
type Conversation struct {
	ID          string    `json:"id"`
	Account     string    `json:"account"`
	Kind        string    `json:"kind" enum:"question,error,alike,reply,mention,direct,report"`
	KindBy      string    `json:"kind_by,omitempty" doc:"Who last said what it is about; left out while it is a guess"`
	Channel     string    `json:"channel"`
	Post        string    `json:"post,omitempty"`
	With        string    `json:"with,omitempty" doc:"URI of the citizen; left out for one without an account"`
	WithName    string    `json:"with_name,omitempty"`
	WithLeftAt  time.Time `json:"with_left_at,omitzero" doc:"When we heard that the citizen has removed her account"`
	Unreachable bool      `json:"unreachable,omitempty" doc:"She has left and nobody else's words stand in it: no answer is taken. Only in the conversation itself, not in lists"`
	First       string    `json:"first" doc:"The first line of what was asked"`
	NeedsAnswer bool      `json:"needs_answer"`
	OpenedAt    time.Time `json:"opened_at"`
	Due         time.Time `json:"due,omitzero" doc:"When the next answer is promised; left out when none is waited for"`
	Owner       string    `json:"owner,omitempty"`
	AnsweredAt  time.Time `json:"answered_at,omitzero" doc:"The first answer in substance by a human"`
	Open        bool      `json:"open"`
	Outcome     string    `json:"outcome,omitempty" doc:"How it ended: answered, referred or noneed"`
	Words       string    `json:"words,omitempty" doc:"How it ended, in words"`
	ClosedAt    time.Time `json:"closed_at,omitzero"`
	ClosedBy    string    `json:"closed_by,omitempty"`
	LastAt      time.Time `json:"last_at"`
	Turns       int       `json:"turns"`
	Marks       []string  `json:"marks,omitempty" doc:"What the checks and colleagues have marked in it, as rule ids"`
	Seen        int64     `json:"seen" doc:"Last entry about the conversation: pass it with what you decide"`
}

func seeConversation(c inbox.Conversation) Conversation {
	out := Conversation{ID: c.ID, Account: c.Account, Kind: c.Kind, KindBy: c.KindBy, Channel: c.Channel, Post: c.Post, With: c.With, WithName: c.WithName,
		First: c.First, NeedsAnswer: c.NeedsAnswer, OpenedAt: c.OpenedAt, Due: c.Due, Owner: c.Owner, AnsweredAt: c.AnsweredAt, Open: c.Open(),
		LastAt: c.LastAt, Turns: c.Turns, Marks: c.Marks, Seen: c.Seen, WithLeftAt: c.WithLeft, Unreachable: c.Unreachable}
	if k := c.Closure; k != nil {
		out.Outcome, out.Words, out.ClosedAt, out.ClosedBy = k.Outcome, k.Words, k.At, k.By
	}
	return out
}

// Turn is one thing said in a conversation.
type Turn struct {
	ID         string    `json:"id"`
	Remote     string    `json:"remote,omitempty" doc:"Its URI on its network"`
	InReplyTo  string    `json:"in_reply_to,omitempty"`
	Ours       bool      `json:"ours"`
	By         string    `json:"by,omitempty" doc:"URI or person id"`
	ByName     string    `json:"by_name,omitempty"`
	Text       string    `json:"text" doc:"Plain text"`
	HTML       string    `json:"html,omitempty" doc:"Sanitised; the original is kept"`
	Language   string    `json:"language,omitempty"`
	Visibility string    `json:"visibility" enum:"public,unlisted,followers,direct"`
	Version    int       `json:"version" doc:"How many versions there are"`
	DeletedAt  time.Time `json:"deleted_at,omitzero" doc:"It was taken back"`
	Needs      string    `json:"needs,omitempty" doc:"Why it counts as needing an answer: form, mark, word, request, complaint, error or person"`
	Marks      []string  `json:"marks,omitempty" doc:"Marks that stand on it, as rule ids: what the checks saw, and what colleagues say"`
	At         time.Time `json:"at"`
}

func seeTurn(t inbox.Turn) Turn {
	return Turn{ID: t.ID, Remote: t.Remote, InReplyTo: t.InReplyTo, Ours: t.Ours, By: t.By, ByName: t.ByName, Text: t.Text, HTML: t.HTML, Language: t.Language,
		Visibility: t.Visibility, Version: t.Version, DeletedAt: t.DeletedAt, Needs: t.Needs, Marks: t.Marks, At: t.At}
}

// Item is one thing in the story of a conversation.
type Item struct {
	At   time.Time `json:"at"`
	Kind string    `json:"kind" enum:"turn,note,assigned,classified,closed,reopened,acknowledged,joined"`
	ID   string    `json:"id"`
	Turn *Turn     `json:"turn,omitempty"`
	By   string    `json:"by,omitempty" doc:"Person id; left out for the desk itself"`
	To   string    `json:"to,omitempty" doc:"The owner, the kind, or the outcome"`
	Text string    `json:"text,omitempty" doc:"A note's words, or an outcome's"`
}

func seeItem(i inbox.Item) Item {
	out := Item{At: i.At, Kind: i.Kind, ID: i.ID, By: i.By, To: i.To, Text: i.Text}
	if i.Turn != nil {
		t := seeTurn(*i.Turn)
		out.Turn = &t
	}
	return out
}

// Tally is what waits for you. Each number stops at 100.
type Tally struct {
	Mine    int `json:"mine" doc:"Open, and yours"`
	Unowned int `json:"unowned" doc:"Open, with a running clock, and taken by nobody"`
	Soon    int `json:"soon" doc:"Clocks that run out within two hours"`
	Overdue int `json:"overdue" doc:"Clocks that have run out"`
	Asked   int `json:"asked" doc:"What needed an answer and reached us today"`
	Solved  int `json:"solved" doc:"Of it, answered by now"`
}

// Hit is something that was found.
type Hit struct {
	Kind    string    `json:"kind" enum:"conversation,post"`
	ID      string    `json:"id"`
	Account string    `json:"account"`
	Text    string    `json:"text" doc:"The beginning of the text that has the words"`
	At      time.Time `json:"at"`
}

// conversationFilter chooses conversations.
type conversationFilter struct {
	Account []string  `query:"account" maxItems:"200" doc:"These accounts, parted by commas. Leave out for all that you may read"`
	Closed  bool      `query:"closed" doc:"Closed ones instead of open ones"`
	Owner   string    `query:"owner" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"Person id"`
	Unowned bool      `query:"unowned" doc:"Only those that nobody has taken"`
	Channel string    `query:"channel" maxLength:"40"`
	Waiting bool      `query:"waiting" doc:"Only those whose clock runs"`
	DueBy   time.Time `query:"due_by" doc:"Only those whose clock runs out at or before"`
	Paged
}

// inbox adds what is read of conversations.
func (r Rooms) inbox(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/conversations", ID: "list-conversations", Right: people.InboxRead, Summary: "Open conversations by their clocks, or closed ones by when something last happened"},
		func(ctx context.Context, who people.Actor, in *conversationFilter) (*answer[Page[Conversation]], error) {
			if err := within("due_by", in.DueBy, a.Clock); err != nil {
				return nil, err
			}
			page, err := r.Inbox.List(ctx, who, inbox.Filter{Accounts: in.Account, Closed: in.Closed, Owner: in.Owner, Unowned: in.Unowned, Channel: in.Channel,
				Waiting: in.Waiting, DueBy: in.DueBy, After: in.After, Limit: in.Limit})
			return got(pageOf(page.Items, page.Next, seeConversation), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/conversations/{id}", ID: "get-conversation", Right: people.InboxRead, Summary: "A conversation as it stands now",
		Help: "When it turned out to be a part of another, that one is told: its id differs from the one you asked for."},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Conversation], error) {
			c, err := r.Inbox.Get(ctx, who, in.ID)
			if err != nil {
				return nil, err
			}
			return got(seeConversation(c), nil)
		})
	register(a, operation{Method: http.MethodGet, Path: "/conversations/{id}/timeline", ID: "get-timeline", Right: people.InboxRead, Summary: "What has been said and done in a conversation, the newest first, a hundred to a page"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			After string `query:"after" maxLength:"300" doc:"\"next\" of the page before"`
		}) (*answer[Page[Item]], error) {
			page, err := r.Inbox.Timeline(ctx, who, in.ID, in.After)
			return got(pageOf(page.Items, page.Next, seeItem), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/conversations/{id}/turns/{turn}", ID: "list-turn-versions", Right: people.InboxRead, Summary: "Every version of something that was said, the first first"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			Turn string `path:"turn" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
		}) (*answer[Page[SaidVersion]], error) {
			all, err := r.Inbox.Versions(ctx, who, in.ID, in.Turn)
			return got(pageOf(all, "", seeSaid), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/conversations/{id}/contact", ID: "get-contact", Right: people.InboxReply, Summary: "How the citizen asked to be reached"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Contact], error) {
			c, err := r.Inbox.Contact(ctx, who, in.ID)
			return got(Contact{Contact: c}, err)
		})
	r.overview(a)
}

// SaidVersion is one version of something that was said.
type SaidVersion struct {
	Version int       `json:"version"`
	Text    string    `json:"text"`
	HTML    string    `json:"html,omitempty"`
	Deleted bool      `json:"deleted,omitempty" doc:"The version says that it was taken back"`
	Stands  bool      `json:"stands" doc:"This is the version that counts now"`
	At      time.Time `json:"at"`
}

func seeSaid(s inbox.Said) SaidVersion {
	return SaidVersion{Version: s.Version, Text: s.Text, HTML: s.HTML, Deleted: s.Deleted, Stands: s.Stands, At: s.At}
}

// Contact is how a citizen asked to be reached.
type Contact struct {
	Contact string `json:"contact" doc:"Empty when she did not"`
}

// overview adds what is read over all conversations.
func (r Rooms) overview(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/today", ID: "today", Right: people.InboxRead, Summary: "What waits for you"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Tally], error) {
			t, err := r.Inbox.Today(ctx, who)
			return got(Tally(t), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/search", ID: "search", Right: people.InboxRead, Summary: "Look for words in all that has been said, the newest first"},
		func(ctx context.Context, who people.Actor, in *struct {
			Words   string   `query:"words" required:"true" minLength:"1" maxLength:"500" doc:"All must be there, in any order; each matches words that begin with its stem"`
			Account []string `query:"account" maxItems:"200" doc:"At these accounts, parted by commas"`
			Posts   bool     `query:"posts" doc:"Only what the authority itself has posted"`
			Paged
		}) (*answer[Page[Hit]], error) {
			page, err := r.Inbox.Search(ctx, who, inbox.Query{Words: in.Words, Accounts: in.Account, Posts: in.Posts, After: in.After, Limit: in.Limit})
			return got(pageOf(page.Items, page.Next, func(h inbox.Hit) Hit { return Hit(h) }), err)
		})
}

// Replied is what became of an answer.
type Replied struct {
	Draft   string   `json:"draft"`
	Version int      `json:"version" doc:"The draft's: base of what you write next"`
	Step    string   `json:"step" enum:"own,reason,reader,shift,decision" doc:"What the routine asks"`
	Waiting bool     `json:"waiting" doc:"It waits for somebody to read it"`
	Outcome *Outcome `json:"outcome,omitempty" doc:"What publishing led to, when it does not wait"`
}

func seeReplied(o inbox.Replied, l lingo.Lang) Replied {
	out := Replied{Draft: o.Draft, Version: o.Version, Step: o.Step.String(), Waiting: o.Waiting}
	if !o.Waiting {
		outcome := seeOutcome(o.Outcome, l)
		out.Outcome = &outcome
	}
	return out
}

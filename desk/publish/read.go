package publish

import (
	"context"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// List chooses posts. What only one person may read is never in a list, and what is withdrawn only when asked for.
type List struct {
	Account      string // "" is every account
	Topic        string // "" is every topic; however it is written
	Conversation string // answers in this conversation, private ones too: for the desk, not for the square
	Answers      bool   // answers among them
	Withdrawn    bool   // withdrawn ones among them, as tombstones
	After        string // Next of the page before; "" is the first page
	Limit        int    // at most this many; 0 is 20, the most is 200
}

// Topic is one topic with the number of posts that stand in it.
type Topic struct {
	Key   string // in lower case: for addresses
	Title string // as it was last written
	Posts int
}

// Public returns a post for anybody to read, signed as citizens see it. Of a withdrawn post only the tombstone is returned; a post for one reader only
// is not found.
func (r *Room) Public(ctx context.Context, id string) (Post, error) {
	p, err := r.store.Post(ctx, id)
	if err != nil {
		return Post{}, err
	}
	if p.Direct != "" {
		return Post{}, fault.New(fault.NotFound, lingo.T("Vi hittar inte inlägget.", "We cannot find the post."))
	}
	return p.shown(), nil
}

// shown is the post as anybody may see it: signed as its account had decided, and only its tombstone when it is withdrawn.
func (p Post) shown() Post {
	if p.Withdrawal != nil {
		return p.Tombstone()
	}
	if p.Curator.Veiled() {
		p.Curator, p.By = p.Curator.Shown(), ""
	}
	corrections := slices.Clone(p.Corrections)
	for i, c := range corrections {
		corrections[i].Signature = c.Shown()
	}
	p.Corrections = corrections
	return p
}

// Get returns a post to colleagues, private ones too. Of a withdrawn one nothing that it said is there: see [Room.Open]. It
// asks people.DraftRead.
func (r *Room) Get(ctx context.Context, a people.Actor, id string) (Post, error) {
	p, err := r.store.Post(ctx, id)
	if err != nil {
		return Post{}, err
	}
	return p, people.AskOwn(a, people.DraftRead, p.Account, p.Curator.Person == a.Person.ID, r.clock.Now())
}

// Load returns a post whole, for the workers that carry it on. No page may use it.
func (r *Room) Load(ctx context.Context, id string) (Post, error) { return r.store.Post(ctx, id) }

// Posts returns posts for anybody to read, signed as citizens see them, the newest first: of an account, on a topic, or all, for pages and feeds.
func (r *Room) Posts(ctx context.Context, l List) (desk.Page[Post], error) {
	l.Conversation = ""
	page, err := r.store.Posts(ctx, l)
	for i, p := range page.Items {
		page.Items[i] = p.shown()
	}
	return page, err
}

// Answers returns what has been answered in a conversation, private answers and withdrawn ones too. Who asks must have the
// right to read the conversation: desk/inbox.
func (r *Room) Answers(ctx context.Context, conversation string) ([]Post, error) {
	if conversation == "" {
		return nil, nil
	}
	page, err := r.store.Posts(ctx, List{Conversation: conversation, Answers: true, Withdrawn: true, Limit: 200})
	return page.Items, err
}

// Topics returns an account's topics, or everybody's with account "", those with the most posts first.
func (r *Room) Topics(ctx context.Context, account string) ([]Topic, error) {
	return r.store.Topics(ctx, account)
}

// Corrections returns the corrections of posts that stand, the newest first, for anybody to read.
func (r *Room) Corrections(ctx context.Context, account, after string, limit int) (desk.Page[Correction], error) {
	page, err := r.store.Corrections(ctx, List{Account: account, After: after, Limit: limit})
	for i, c := range page.Items {
		page.Items[i].Signature = c.Shown()
	}
	return page, err
}

// Picture returns a picture that a public post shows. When the post is withdrawn, so is its picture.
func (r *Room) Picture(ctx context.Context, hash string) (draft.Picture, []byte, error) {
	return r.store.PublicPicture(ctx, hash)
}

// Span is a stretch of time at some accounts.
type Span struct {
	From, To time.Time // [From, To)
	Accounts []string  // nil is every account
}

// Slot is one line in the calendar.
type Slot struct {
	At      time.Time  // when it is to go out, or went out
	When    clock.Wall // as it was promised; the zero Wall for what has gone out
	Account string
	Draft   string
	Post    string // "" until it has gone out
	Kind    string // of draft
	State   draft.State
	Author  string // person id
	Text    string // the first line; "" when its post was withdrawn
	Sealed  bool   // its post was withdrawn: nothing of what it said is here
}

// Calendar returns what is to go out and what has gone out between two moments, at the accounts whose drafts the actor may
// read. Texts that wait for somebody's eyes stand at the time they were meant for.
func (r *Room) Calendar(ctx context.Context, a people.Actor, from, to time.Time) ([]Slot, error) {
	s := Span{From: from, To: to}
	everywhere, accounts := a.Accounts(people.DraftRead, r.clock.Now())
	if !everywhere {
		s.Accounts = append([]string{}, accounts...)
	}
	return r.store.Planned(ctx, s)
}

// Plan returns what has been decided about when a draft's submission goes out: for its page. It asks people.DraftRead.
func (r *Room) Plan(ctx context.Context, a people.Actor, id string) (Plan, error) {
	d, err := r.store.Draft(ctx, id)
	if err != nil {
		return Plan{}, err
	}
	mine := d.Author == a.Person.ID
	if !mine && !a.May(people.DraftRead, d.Account, r.clock.Now()) { // or she was asked about it by name
		if mine, err = r.store.Consulted(ctx, d.ID, a.Person.ID); err != nil {
			return Plan{}, err
		}
	}
	if err := people.AskOwn(a, people.DraftRead, d.Account, mine, r.clock.Now()); err != nil {
		return Plan{}, err
	}
	if d.Submission == nil {
		return Plan{}, nil
	}
	return r.store.Plan(ctx, id, d.Submission.ID)
}

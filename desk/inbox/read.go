package inbox

import (
	"context"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Filter chooses conversations for a list. Open ones come in the order of their clocks, those without a running clock last;
// closed ones by when something last happened, the newest first.
type Filter struct {
	Accounts []string  // nil is every account
	Closed   bool      // closed ones instead of open ones
	Owner    string    // person id; "" is anybody
	Unowned  bool      // only those that nobody has taken
	Channel  string    // "" is every channel
	Waiting  bool      // only those whose clock runs
	DueBy    time.Time // only those whose clock runs out at or before; zero is any
	After    string    // Next of the page before; "" is the first page
	Limit    int       // at most this many; 0 is 50
}

// Item is one thing in the story of a conversation: a turn, a note, or something that was done.
type Item struct {
	At   time.Time
	ID   string
	Kind string // "turn", "note", or what was done: "assigned", "classified", "closed", "reopened", "acknowledged", "joined"
	Turn *Turn
	By   string // person id; "" for the desk itself
	To   string // the owner it was assigned to, the kind it was classed as, the outcome it was closed with
	Text string // words: a note's, an outcome's
}

// The kinds of Item.
const (
	ItemTurn         = "turn"
	ItemNote         = "note"
	ItemAssigned     = "assigned"
	ItemClassified   = "classified"
	ItemClosed       = "closed"
	ItemReopened     = "reopened"
	ItemAcknowledged = "acknowledged"
	ItemJoined       = "joined"
)

// Plenty is where a Tally stops counting: "99+" is as urgent as any number.
const Plenty = 100

// Soon is how long before a clock runs out it is shown as running out.
const Soon = 2 * time.Hour

// TallyOf says what to count.
type TallyOf struct {
	Accounts []string // nil is every account
	Person   string
	Now      time.Time
	Today    time.Time // when the day began
}

// Tally (dagsläget) is what waits.
type Tally struct {
	Mine    int // open and owned by the person
	Unowned int // open, with a running clock, and taken by nobody
	Soon    int // clocks that run out within Soon
	Overdue int // clocks that have run out
	Asked   int // messages that needed an answer and reached us today; no measure, for that see measure/answered
	Solved  int // of them, answered by now
}

// Query is what somebody searches for.
type Query struct {
	Words    string   // all must be there, in any order; each matches words that begin with its stem
	Accounts []string // nil is every account
	Posts    bool     // only what the authority itself has posted
	After    string
	Limit    int // 0 is 25
}

// The kinds of Hit.
const (
	HitConversation = "conversation"
	HitPost         = "post"
)

// Hit is something that was found.
type Hit struct {
	Kind    string // HitConversation or HitPost
	ID      string
	Account string
	Text    string // the beginning of the text that has the words
	At      time.Time
}

// List returns conversations at the accounts where the actor may read the inbox; an account named in the filter where she
// may not is left out. Those handed to her by name are found with Owner.
func (r *Room) List(ctx context.Context, a people.Actor, f Filter) (desk.Page[Conversation], error) {
	if f.Owner == a.Person.ID && r.reads(a) {
		return r.listed(ctx, f)
	}
	accounts, any := r.readable(a, f.Accounts)
	if !any {
		return desk.Page[Conversation]{}, people.Ask(a, people.InboxRead, "", r.clock.Now())
	}
	f.Accounts = accounts
	return r.listed(ctx, f)
}

func (r *Room) listed(ctx context.Context, f Filter) (desk.Page[Conversation], error) {
	page, err := r.store.Conversations(ctx, f)
	if err != nil {
		return page, err
	}
	return page, r.withMarks(ctx, page.Items)
}

// reads reports whether the actor has a use for the inbox, if only for what is handed to her by name.
func (r *Room) reads(a people.Actor) bool {
	now := r.clock.Now()
	return a.Anywhere(people.InboxRead, now) || a.MayOwn(people.InboxRead, "", now)
}

// readable returns which of the wanted accounts the actor may read the inbox of: nil is every account, any is false for none.
func (r *Room) readable(a people.Actor, wanted []string) (accounts []string, any bool) {
	everywhere, may := a.Accounts(people.InboxRead, r.clock.Now())
	switch {
	case everywhere && len(wanted) == 0:
		return nil, true
	case everywhere:
		return wanted, true
	case len(wanted) == 0:
		return may, len(may) > 0
	}
	out := slices.DeleteFunc(slices.Clone(wanted), func(id string) bool { return !slices.Contains(may, id) })
	return out, len(out) > 0
}

// Get returns one conversation. When it was joined into another, that one is returned. It asks people.InboxRead.
func (r *Room) Get(ctx context.Context, a people.Actor, id string) (Conversation, error) {
	c, err := r.store.Conversation(ctx, id)
	if err == nil && c.Joined != "" {
		c, err = r.store.Conversation(ctx, c.Joined)
	}
	if err != nil {
		return Conversation{}, err
	}
	mine, err := r.hers(ctx, a, people.InboxRead, c)
	if err != nil {
		return c, err
	}
	if err := people.AskOwn(a, people.InboxRead, c.Account, mine, r.clock.Now()); err != nil {
		return c, r.noMore(ctx, a, c, err)
	}
	if c.Unreachable, err = r.unreachable(ctx, c); err != nil {
		return c, err
	}
	one := []Conversation{c}
	err = r.withMarks(ctx, one)
	return one[0], err
}

// noMore says plainly that a conversation is no longer hers, to who was given it once or was asked about it: a notice or a letter
// still leads her here. Anybody else is refused as ever.
func (r *Room) noMore(ctx context.Context, a people.Actor, c Conversation, refusal error) error {
	if !fault.Is(refusal, fault.Forbidden) || !a.MayOwn(people.InboxRead, c.Account, r.clock.Now()) {
		return refusal
	}
	had, err := r.store.Involved(ctx, c.ID, a.Person.ID)
	if err != nil || !had {
		return refusal
	}
	return fault.New(fault.Gone, lingo.T("Det här samtalet är inte ditt längre.", "This conversation is no longer yours.")).
		Try(lingo.T("En kollega har tagit över det, eller tagit tillbaka frågan till dig. Du behöver inte göra något.", "A colleague has taken it over, or taken back the question to you. You need not do anything."))
}

// Timeline returns what has been said and done in a conversation, the newest first, up to 100 at a time. It asks
// people.InboxRead.
func (r *Room) Timeline(ctx context.Context, a people.Actor, id, after string) (desk.Page[Item], error) {
	if _, err := r.Get(ctx, a, id); err != nil {
		return desk.Page[Item]{}, err
	}
	return r.store.Timeline(ctx, id, after, 100)
}

// Versions returns every version of a turn in a conversation, the first first. It asks people.InboxRead.
func (r *Room) Versions(ctx context.Context, a people.Actor, conversation, turn string) ([]Said, error) {
	c, err := r.Get(ctx, a, conversation)
	if err != nil {
		return nil, err
	}
	all, err := r.store.Versions(ctx, turn)
	return slices.DeleteFunc(all, func(s Said) bool {
		home, err := r.store.Conversation(ctx, s.Conversation)
		return err != nil || (home.ID != c.ID && home.Joined != c.ID)
	}), err
}

// Contact returns how the citizen of a conversation asked to be reached; "" when she did not. It asks people.InboxReply: who
// does not answer her has no use for it.
func (r *Room) Contact(ctx context.Context, a people.Actor, id string) (string, error) {
	if _, err := r.conversation(ctx, a, people.InboxReply, id); err != nil {
		return "", err
	}
	return r.store.Contact(ctx, id)
}

// Replies returns what has been said in public under a post, by citizens and by us, the oldest first: for the post's own page.
func (r *Room) Replies(ctx context.Context, post, after string, limit int) (desk.Page[Turn], error) {
	return r.store.Replies(ctx, post, after, limit)
}

// Today counts what waits for the actor. An actor without an inbox has an empty Tally; one who reads only what is handed to
// her by name has Mine.
func (r *Room) Today(ctx context.Context, a people.Actor) (Tally, error) {
	accounts, any := r.readable(a, nil)
	if !any && !r.reads(a) {
		return Tally{}, nil
	}
	if !any {
		accounts = []string{}
	}
	now := r.clock.Now()
	d := clock.DateOf(now, clock.Stockholm())
	began := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, clock.Stockholm())
	return r.store.Tally(ctx, TallyOf{Accounts: accounts, Person: a.Person.ID, Now: now, Today: began})
}

// Search looks for words in everything said in conversations and posts, at the accounts where the actor may read the inbox.
func (r *Room) Search(ctx context.Context, a people.Actor, q Query) (desk.Page[Hit], error) {
	accounts, any := r.readable(a, q.Accounts)
	if !any {
		return desk.Page[Hit]{}, people.Ask(a, people.InboxRead, "", r.clock.Now())
	}
	q.Accounts = accounts
	return r.store.Search(ctx, q)
}

// SearchPosts looks for words in the authority's own posts, for anybody. What it finds may have been withdrawn since: who
// shows it asks desk/publish for the post.
func (r *Room) SearchPosts(ctx context.Context, words, after string, limit int) (desk.Page[Hit], error) {
	return r.store.Search(ctx, Query{Words: words, Posts: true, After: after, Limit: limit})
}

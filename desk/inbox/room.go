package inbox

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Store is what the room needs to have kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer

	// Unsorted returns up to limit envelopes that arrived after the last round, in the order they arrived.
	Unsorted(ctx context.Context, limit int) (Tray, error)
	// Around returns what lies on record around what is to be sorted.
	Around(ctx context.Context, w Wanted) (Known, error)
	// Account returns one account.
	Account(ctx context.Context, id string) (account.Account, error)

	// Consulted reports whether a colleague has asked a person about a conversation (desk/counsel).
	Consulted(ctx context.Context, thing, person string) (bool, error)
	// Involved reports whether a conversation was ever given to a person, or she was ever asked about it.
	Involved(ctx context.Context, conversation, person string) (bool, error)
	// Conversation returns one conversation; one that was joined into another is returned as it is, with Joined set.
	Conversation(ctx context.Context, id string) (Conversation, error)
	// Turn returns one turn.
	Turn(ctx context.Context, id string) (Turn, error)
	// Marked counts the messages marked since a day began, and names the marks that are stopped for the day.
	Marked(ctx context.Context, day string, began time.Time) (Marked, error)
	// MarksOf returns the marks that stand in some conversations.
	MarksOf(ctx context.Context, conversations []string) (map[string]map[string]bool, error)
	Shelves
	Forms
	Heirs

	// Look notes that somebody has a conversation open now, and returns who else has had it open since.
	Look(ctx context.Context, p Presence, since time.Time) ([]Presence, error)
}

// Shelves is what is read for pages.
type Shelves interface {
	// Conversations returns conversations in the order of the filter.
	Conversations(ctx context.Context, f Filter) (desk.Page[Conversation], error)
	// Timeline returns what has been said and done in a conversation, and in those joined into it, the newest first.
	Timeline(ctx context.Context, conversation, after string, limit int) (desk.Page[Item], error)
	// Versions returns every version of a turn, the first first.
	Versions(ctx context.Context, turn string) ([]Said, error)
	// LastAsked returns the newest turn of the citizens' in a conversation that was not taken back.
	LastAsked(ctx context.Context, conversation string) (Turn, error)
	// Replies returns what has been said in public under a post, by citizens and by us, and not taken back; the oldest first.
	Replies(ctx context.Context, post, after string, limit int) (desk.Page[Turn], error)
	// Reactions counts who likes a post and who has shared it.
	Reactions(ctx context.Context, post string) (Reactions, error)
	// Tally counts what waits at some accounts; nil is every account. Each number stops at Plenty.
	Tally(ctx context.Context, t TallyOf) (Tally, error)
	// Search returns conversations and posts that hold all the words, the newest first.
	Search(ctx context.Context, q Query) (desk.Page[Hit], error)
}

// Forms is what is kept of those who used the forms on the square.
type Forms interface {
	// Slip finds a receipt by the hash of its secret, with its envelope and the conversation that it was sorted into; ""
	// while it is unsorted.
	Slip(ctx context.Context, hash string) (e Envelope, conversation string, err error)
	// Contact returns how the citizen of a conversation asked to be reached; "" when she did not.
	Contact(ctx context.Context, conversation string) (string, error)
	// Answered returns our turns in a conversation, the oldest first.
	Answered(ctx context.Context, conversation string) ([]Turn, error)
}

// Writer is the part of the writing room that an answer goes through.
type Writer interface {
	Begin(ctx context.Context, a people.Actor, start draft.Start) (draft.Draft, error)
	Save(ctx context.Context, a people.Actor, id string, base int, c draft.Content) (draft.Saved, error)
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
	Submit(ctx context.Context, a people.Actor, id string, h draft.Handing) (draft.Submission, error)
}

// Publisher is the part of the publishing room that an answer goes through.
type Publisher interface {
	PublishOwn(ctx context.Context, a people.Actor, id string) (publish.Outcome, error)
}

// Colleagues tells who somebody is and what she may do.
type Colleagues interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Options are what the room needs besides its store.
type Options struct {
	Clock     clock.Clock
	Square    Square            // which URIs are ours
	Readers   map[string]Reader // by channel; the forms' own is there by itself
	Checks    []check.Check     // look at what citizens say, and mark: what they are at least fairly sure of
	People    Colleagues
	Writer    Writer
	Publisher Publisher
	// OnShift tells who is on shift at an account, "" when nobody is; nil where there are no shifts.
	OnShift func(ctx context.Context, account string, at time.Time) (person string, err error)
}

// Room is where the use cases of the inbox are.
type Room struct {
	store   Store
	clock   clock.Clock
	readers map[string]Reader
	Options
}

// New returns the room.
func New(s Store, o Options) *Room {
	r := &Room{store: s, clock: o.Clock, readers: map[string]Reader{ChannelSquare: FormReader{}}, Options: o}
	for name, reader := range o.Readers {
		r.readers[name] = reader
	}
	return r
}

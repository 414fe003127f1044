package publish

import (
	"context"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

// Store is what the room needs to have kept.
type Store interface {
	desk.Committer
	// Finish ends a job that leads to no change.
	Finish(ctx context.Context, l desk.Lease) error
	// Seen returns the last entry about a subject; 0 when there is none.
	Seen(ctx context.Context, subject string) (int64, error)
	// Draft returns one draft; fault.NotFound when there is none.
	Draft(ctx context.Context, id string) (draft.Draft, error)
	// Plan returns what has been decided about when a submission of a draft goes out.
	Plan(ctx context.Context, draft, submission string) (Plan, error)
	// AnsweredSince reports whether an answer was published in a conversation after entry number heard.
	AnsweredSince(ctx context.Context, conversation string, heard int64) (bool, error)
	// Consulted reports whether a colleague has asked a person about a draft (desk/counsel).
	Consulted(ctx context.Context, thing, person string) (bool, error)
	// Account returns one account; fault.NotFound when there is none.
	Account(ctx context.Context, id string) (account.Account, error)
	// Routine returns the routine in force for an account.
	Routine(ctx context.Context, account string) (guideline.Routine, error)
	Shelf
	Vault
}

// Shelf is what has been published, to be read.
type Shelf interface {
	// Post returns one post, whoever it is for and withdrawn or not; fault.NotFound when there is none.
	Post(ctx context.Context, id string) (Post, error)
	// Posts returns posts, the newest first.
	Posts(ctx context.Context, l List) (desk.Page[Post], error)
	// Topics returns an account's topics with the number of standing posts in each; account "" is every account's.
	Topics(ctx context.Context, account string) ([]Topic, error)
	// Corrections returns corrections of posts that stand, the newest first.
	Corrections(ctx context.Context, l List) (desk.Page[Correction], error)
	// Planned returns what is to go out, and what has gone out, in a span of time, in the order of the calendar.
	Planned(ctx context.Context, s Span) ([]Slot, error)
	// PublicPicture returns the picture with that hash if a public post that stands shows it; fault.NotFound otherwise.
	PublicPicture(ctx context.Context, hash string) (draft.Picture, []byte, error)
}

// Colleagues tells who somebody is and what she may do: desk/people.
type Colleagues interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Writer begins drafts: desk/draft.
type Writer interface {
	Begin(ctx context.Context, a people.Actor, start draft.Start) (draft.Draft, error)
}

// Room is where the use cases of publishing are.
type Room struct {
	store  Store
	clock  clock.Clock
	people Colleagues
	drafts Writer
	real   func() bool
}

// New returns the room. Real tells whether this is the real desk and not a copy of its database: a copy sends nothing.
func New(s Store, c clock.Clock, p Colleagues, w Writer, real func() bool) *Room {
	return &Room{store: s, clock: c, people: p, drafts: w, real: real}
}

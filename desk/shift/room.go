package shift

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Store is what the room needs to have kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer
	// Seen returns the last entry about a subject; 0 when there is none.
	Seen(ctx context.Context, subject string) (int64, error)
	// Account returns one account.
	Account(ctx context.Context, id string) (account.Account, error)
	// MandatesAt lists an account's mandates, ended ones too, newest first.
	MandatesAt(ctx context.Context, account string) ([]people.Mandate, error)
	// GrantsOf lists a role's grants that have not been revoked, of persons who have not left.
	GrantsOf(ctx context.Context, role people.Role) ([]people.Grant, error)

	// Shift returns one shift, cancelled or not.
	Shift(ctx context.Context, id string) (Shift, error)
	// Shifts returns shifts in the order they begin.
	Shifts(ctx context.Context, f Filter) ([]Shift, error)
	// RelayAccounts lists the accounts that have shifts that end after a moment, and the open ones with a rotation or a promise
	// of cover.
	RelayAccounts(ctx context.Context, since time.Time) ([]string, error)

	Rotation(ctx context.Context, id string) (Rotation, error)
	// Rotations lists an account's, the oldest first, ended ones too.
	Rotations(ctx context.Context, account string) ([]Rotation, error)

	Offer(ctx context.Context, id string) (Offer, error)
	// OpenOffers lists the offers that wait for an answer: those of a person, made or got.
	OpenOffers(ctx context.Context, person string) ([]Offer, error)

	// Alarms lists an account's alarms about what is not over at a moment, the newest first.
	Alarms(ctx context.Context, account string, at time.Time) ([]Alarm, error)
	// Covering returns what an account promises; the zero Covering when nobody has decided.
	Covering(ctx context.Context, account string) (Covering, error)

	Shelf
	Faces
}

// Shelf is what is kept of handovers and of what they are made from.
type Shelf interface {
	// Handover returns the newest version of a shift's handover, with its confirmation, if there is one.
	Handover(ctx context.Context, shift string) (Handover, *Confirmation, error)
	// Unconfirmed lists the handovers of an account, begun after a moment, that nobody has confirmed.
	Unconfirmed(ctx context.Context, account string, since time.Time) ([]Handover, error)
	// Loose returns what is open at an account, for a person to hand over: see [End]. Promises are not among it.
	Loose(ctx context.Context, account, person string) ([]End, error)
	// Answers returns what a person has answered in public and in private at an account in a span of time.
	Answers(ctx context.Context, account, person string, from, to time.Time) ([]Answer, error)
	// Name puts titles on ends, and says which of them have been settled since.
	Name(ctx context.Context, ends []End) ([]End, error)
	// Stranded lists the open conversations at an account that belong to somebody.
	Stranded(ctx context.Context, account string, owners []string) ([]Talk, error)
	// LeftBehind lists the open conversations that belong to somebody who has left.
	LeftBehind(ctx context.Context) ([]Talk, error)
	// Happenings counts what happened at an account in a span of time, by a person where she did it.
	Happenings(ctx context.Context, account, person string, from, to time.Time) (Happenings, error)
	// HeardDuring returns what citizens said at an account in a span of time, in plain text.
	HeardDuring(ctx context.Context, account string, from, to time.Time) ([]string, error)
	// Afterthought returns what was said after a shift.
	Afterthought(ctx context.Context, shift string) (Afterthought, error)
}

// Faces is what is kept of presentations.
type Faces interface {
	// Presentation returns the newest presentation of a person.
	Presentation(ctx context.Context, person string) (Presentation, error)
	// KeepPortrait keeps the bytes of a picture once, by its hash.
	KeepPortrait(ctx context.Context, p Portrait, data []byte, at time.Time) error
	// PortraitData returns the bytes of a picture that somebody's presentation shows, with her consent, now.
	PortraitData(ctx context.Context, hash string) (Portrait, []byte, error)
}

// Filter chooses shifts for a list.
type Filter struct {
	Account   string // "" is every account
	Person    string // "" is anybody
	Rotation  string // "" is any
	From, To  time.Time
	Cancelled bool // cancelled ones too
}

// People loads a person with what she may do: the people room.
type People interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Assign makes the act by which a conversation gets a new owner: desk/inbox.
type Assign func(conversation, account string, to people.Person, who desk.Who, by string, now time.Time) desk.Act

// Options are what the room needs besides its store.
type Options struct {
	Clock  clock.Clock
	People People
	Assign Assign
}

// Room is where the use cases of the relay are.
type Room struct {
	store Store
	clock clock.Clock
	Options
}

// New opens the room.
func New(s Store, o Options) *Room { return &Room{store: s, clock: o.Clock, Options: o} }

// act is an entry of this room.
func act(kind, subject, account string, who desk.Who, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: kind, Subject: subject, Account: account, Who: who, At: now, Say: say, Facts: facts}
}

// system is who the desk is when it does what has been planned.
func system() desk.Who { return desk.System("shift") }

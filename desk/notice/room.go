package notice

import (
	"context"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/mail"
	"tilltal/base/push"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/shift"
)

// Store is what the room needs kept, and what it reads to know who is to be told. What is not found is fault.NotFound.
type Store interface {
	Shelf
	Register

	// NoticeMark returns how far the record has been read: the number of the last entry.
	NoticeMark(ctx context.Context) (upto int64, err error)
	// EntriesOfKinds returns up to limit entries of some kinds after a number, and how far it has looked.
	EntriesOfKinds(ctx context.Context, after int64, kinds []string, limit int) (entries []desk.Entry, upto int64, err error)
	// Told reports whether a person has been told of an event.
	Told(ctx context.Context, event, person string) (bool, error)
	// Tell keeps notices with the jobs that send them, and moves the mark, all or nothing. A notice of an event that the person
	// has been told of is dropped, and its jobs with it. The mark never moves back.
	Tell(ctx context.Context, notices []Telling, upto int64) error
}

// Shelf is where notices, choices and browsers are kept.
type Shelf interface {
	Notices(ctx context.Context, person, after string, limit int) (desk.Page[Notice], error)
	// Notice returns one of a person's notices.
	Notice(ctx context.Context, person, id string) (Notice, error)
	Unread(ctx context.Context, person string) (int, error)
	// ReadNotices notes that she has read some, or all when none is named.
	ReadNotices(ctx context.Context, person string, ids []string, at time.Time) error
	// Unsent lists what she is still to be told that way and has not read, the oldest first.
	Unsent(ctx context.Context, person string, way Way) ([]Notice, error)
	// Sent notes that she need be told no more of those that way.
	Sent(ctx context.Context, person string, way Way, ids []string, at time.Time) error
	// SweepNotices forgets those that are older.
	SweepNotices(ctx context.Context, before time.Time) error

	// Choice returns how she wants to be told; fault.NotFound when she has not chosen.
	Choice(ctx context.Context, person string) (Choice, error)
	KeepChoice(ctx context.Context, person string, c Choice) error

	Browsers(ctx context.Context, person string) ([]Browser, error)
	KeepBrowser(ctx context.Context, b Browser) error
	DropBrowser(ctx context.Context, id string) error
	// PushKeys returns the installation's keys; KeepPushKeys keeps them unless there are some, and returns those that are kept.
	PushKeys(ctx context.Context) (push.Keys, error)
	KeepPushKeys(ctx context.Context, k push.Keys) (push.Keys, error)
}

// Register is what others have kept.
type Register interface {
	Person(ctx context.Context, id string) (people.Person, error)
	GrantsOf(ctx context.Context, role people.Role) ([]people.Grant, error)
	MandatesAt(ctx context.Context, account string) ([]people.Mandate, error)
	Account(ctx context.Context, id string) (account.Account, error)
	Draft(ctx context.Context, id string) (draft.Draft, error)
	// Plan returns what has been decided about when a submission goes out.
	Plan(ctx context.Context, draft, submission string) (publish.Plan, error)
	Idea(ctx context.Context, id string) (idea.Idea, error)
	IdeaOf(ctx context.Context, draft string) (idea.Idea, error)
	Question(ctx context.Context, id string) (counsel.Question, error)
	// Conversations returns conversations in the order of the filter.
	Conversations(ctx context.Context, f inbox.Filter) (desk.Page[inbox.Conversation], error)
	// Shift returns one shift; Shifts lists them, those that begin first at the top.
	Shift(ctx context.Context, id string) (shift.Shift, error)
	Shifts(ctx context.Context, f shift.Filter) ([]shift.Shift, error)
	Offer(ctx context.Context, id string) (shift.Offer, error)
	Handover(ctx context.Context, id string) (shift.Handover, *shift.Confirmation, error)
	// DeadJobs lists the jobs that were given up, the newest first.
	DeadJobs(ctx context.Context, limit int) ([]desk.DeadJob, error)
}

// Telling is a notice with the jobs that carry it out of the house.
type Telling struct {
	Notice
	Mail, Push bool // it is to be sent those ways
	Jobs       []desk.Job
}

// Browser (webbläsare) is one that a person has asked to be told in.
type Browser struct {
	ID     string // hash of the endpoint
	Person string
	Name   string // as she will recognise it: "Firefox · Linux"
	push.Subscription
	At time.Time
}

// Poster sends letters: base/mail.
type Poster interface {
	Send(ctx context.Context, l mail.Letter) error
}

// Pusher sends to browsers: base/push.
type Pusher interface {
	Send(ctx context.Context, k push.Keys, to push.Subscription, m push.Message) error
}

// Options are what the room needs besides its store.
type Options struct {
	Clock clock.Clock
	Post  Poster // nil: the installation sends no e-mail
	Push  Pusher
	Base  string // the square's address, "https://torget.example.se": links begin with it
}

// Room is where the use cases of notices are.
type Room struct {
	store Store
	with  Options
	clock clock.Clock
}

// New returns the room.
func New(s Store, o Options) *Room { return &Room{store: s, with: o, clock: o.Clock} }

// Mails reports whether the installation sends e-mail.
func (r *Room) Mails() bool { return r.with.Post != nil }

// holders are those who may do something at an account, or anywhere when account is "", by grant or mandate.
func (r *Room) holders(ctx context.Context, right people.Right, account string) ([]string, error) {
	now := r.clock.Now()
	var out []string
	for _, role := range people.Roles {
		if role.Gives(right) < people.OneAccount || !role.ByGrant() {
			continue
		}
		grants, err := r.store.GrantsOf(ctx, role)
		if err != nil {
			return nil, err
		}
		for _, g := range grants {
			if g.InForce(now) {
				out = append(out, g.Person)
			}
		}
	}
	if account == "" {
		return out, nil
	}
	mandates, err := r.store.MandatesAt(ctx, account)
	for _, m := range mandates {
		if m.InForce(now) && m.Role.Gives(right) == people.OneAccount {
			out = append(out, m.Person)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), err
}

// choice is how a person wants to be told.
func (r *Room) choice(ctx context.Context, person string) (Choice, error) {
	c, err := r.store.Choice(ctx, person)
	if missing(err) {
		return First(), nil
	}
	return c, err
}

func missing(err error) bool { return fault.Is(err, fault.NotFound) }

package review

import (
	"context"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Store is what the room needs to have kept.
type Store interface {
	desk.Committer
	// Draft returns one draft; fault.NotFound when there is none.
	Draft(ctx context.Context, id string) (draft.Draft, error)
	// Plan returns what has been decided on a submission of a draft.
	Plan(ctx context.Context, draft, submission string) (publish.Plan, error)
	// ToReview returns the drafts that wait for a reader, at most limit, those that have waited longest first. Accounts nil
	// is every account.
	ToReview(ctx context.Context, accounts []string, limit int) ([]draft.Draft, error)
	// LastRead returns the newest version before a number that somebody approved or handed back; 0 when nobody has.
	LastRead(ctx context.Context, draft string, before int) (int, error)
	// Account returns one account; fault.NotFound when there is none.
	Account(ctx context.Context, id string) (account.Account, error)
	// Person returns one person, also one who has left.
	Person(ctx context.Context, id string) (people.Person, error)
}

// Room is where the use cases of reading before publishing are.
type Room struct {
	store Store
	clock clock.Clock
}

// New returns the room.
func New(s Store, c clock.Clock) *Room { return &Room{store: s, clock: c} }

// maxWaiting bounds the list of what waits. More than this is not a list but an alarm.
const maxWaiting = 500

// Waiting returns the submissions that wait for the actor's eyes: those she may approve, and has not written in. Those that
// have waited longest come first.
func (r *Room) Waiting(ctx context.Context, a people.Actor) ([]Task, error) {
	now := r.clock.Now()
	everywhere, accounts := a.Accounts(people.ReviewApprove, now)
	if everywhere {
		accounts = nil
	} else if len(accounts) == 0 {
		return nil, nil
	}
	drafts, err := r.store.ToReview(ctx, accounts, maxWaiting)
	if err != nil {
		return nil, err
	}
	var tasks []Task
	for _, d := range drafts {
		if d.Submission == nil || d.WrittenBy(a.Person.ID) || !a.May(d.Submission.Step.Right(), d.Account, now) {
			continue
		}
		t, err := r.task(ctx, a, d)
		if err != nil {
			return nil, err
		}
		tasks = append(tasks, t)
	}
	return tasks, nil
}

// Task returns what a reader needs of one submission. It asks people.DraftRead; whether she may approve it is told by
// [Room.May].
func (r *Room) Task(ctx context.Context, a people.Actor, id string) (Task, error) {
	d, err := r.store.Draft(ctx, id)
	if err != nil {
		return Task{}, err
	}
	if err := people.Ask(a, people.DraftRead, d.Account, r.clock.Now()); err != nil {
		return Task{}, err
	}
	if err := waits(d); err != nil {
		return Task{}, err
	}
	return r.task(ctx, a, d)
}

func (r *Room) task(ctx context.Context, a people.Actor, d draft.Draft) (Task, error) {
	author, err := r.store.Person(ctx, d.Submission.By)
	if err != nil {
		return Task{}, err
	}
	at, err := r.store.Account(ctx, d.Account)
	if err != nil {
		return Task{}, err
	}
	return Task{Draft: d, Submission: *d.Submission, Author: author.Name, Account: at.Name, Mine: d.WrittenBy(a.Person.ID)}, nil
}

// LastRead returns the number of the version that was last approved or handed back before the one that waits now; 0 when
// nobody has read any: a reader who comes back sees what is new since then.
func (r *Room) LastRead(ctx context.Context, t Task) (int, error) {
	return r.store.LastRead(ctx, t.Draft.ID, t.Submission.Version)
}

// May returns nil when the actor may approve the task, and otherwise why not: for the page that shows the buttons.
func (r *Room) May(a people.Actor, t Task) error { return may(t.Draft, a, r.clock.Now()) }

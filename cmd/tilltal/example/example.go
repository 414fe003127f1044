// Package example is the example authority (exempelmyndigheten) that `tilltal demo` opens with: a municipality and a police
// district in the invented town of Sjövik, with people, accounts, posts and conversations from a week of ordinary work.
//
// It is seeded through the rooms' own use cases, as if the people had done it: everything that stands there is on the
// ledger, has been read by the checks and has followed its account's routine. To make a past out of it, the rooms are built
// on a [Clock] that the seeding holds still and moves, and lets go when it is done.
//
// Nobody in it exists. Addresses end in .example (RFC 2606), and telephone numbers come from the range that the Swedish
// telecom authority keeps for fiction, 070-1740605 to 070-1740699.
package example

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/lesson"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/review"
	"tilltal/desk/shift"
	"tilltal/desk/start"
)

// Password is what everybody in the example signs in with. The desk that uses it listens on this machine only.
const Password = "tilltal-demo"

// Rooms are the rooms of the desk that the example is put into, all built on the same [Clock].
type Rooms struct {
	Start    *start.Room
	People   *people.Room
	Accounts *account.Room
	Routines *guideline.Room
	Frames   *frame.Room
	Lessons  *lesson.Room
	Shifts   *shift.Room
	Drafts   *draft.Room
	Review   *review.Room
	Publish  *publish.Room
	Inbox    *inbox.Room
	Ideas    *idea.Room
	Counsel  *counsel.Room
}

// Member is somebody in the example, as the start message presents her.
type Member struct {
	Name     string     // "Amina Berg"
	Work     lingo.Text // what she is at the desk: "parkarbetare, skriver för Vardag i Sjövik"
	Email    string     // what she signs in with
	Password string
}

// Cast is who may sign in.
type Cast struct {
	Members []Member // those worth trying first come first; empty when the desk holds another authority
	Seeded  bool     // the example was put in now, and not on an earlier start
}

// Seed puts the example into a desk where nobody has ever been hired, and returns who may sign in. A desk that is in use is
// left as it is: when it holds the example since before, the cast is returned all the same.
//
// Base is the square's address, "http://127.0.0.1:8080". No worker may run until Seed has returned, for the rooms' clock
// stands in the past meanwhile. The error is what a room said; the desk is then half made and should be thrown away.
func Seed(ctx context.Context, rooms Rooms, clock *Clock, base string, log *slog.Logger) (Cast, error) {
	needed, err := rooms.Start.Needed(ctx)
	if err != nil {
		return Cast{}, err
	}
	if !needed {
		return present(ctx, rooms, clock.Now())
	}
	began := clock.Now()
	defer clock.release()
	s := newStage(rooms, clock, began)
	if err := s.open(ctx, base); err != nil {
		return Cast{}, fault.Wrap("example: the first day", err)
	}
	if err := s.play(ctx); err != nil {
		return Cast{}, err
	}
	log.Info("the example authority is in place", "people", len(members), "posts", len(posts), "conversations", len(talks))
	return Cast{Members: allMembers(), Seeded: true}, nil
}

// present returns those of the cast who work at the desk.
func present(ctx context.Context, rooms Rooms, now time.Time) (Cast, error) {
	all, err := rooms.People.People(ctx, people.Console(now), false)
	if err != nil {
		return Cast{}, err
	}
	here := func(m Member) bool {
		return slices.ContainsFunc(all, func(p people.Person) bool { return p.Email == m.Email && p.Name == m.Name })
	}
	return Cast{Members: slices.DeleteFunc(allMembers(), func(m Member) bool { return !here(m) })}, nil
}

func allMembers() []Member {
	out := make([]Member, len(members))
	for i, p := range members {
		out[i] = Member{Name: p.name, Work: p.work, Email: p.email(), Password: Password}
	}
	return out
}

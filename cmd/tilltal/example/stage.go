package example

import (
	"context"
	"fmt"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/start"
)

// stage is the desk while the example is put into it: the rooms, the clock that is moved, and what has been made so far.
type stage struct {
	Rooms
	clock    *Clock
	now      time.Time         // when the demo was started: the end of the story
	people   map[string]string // ids by key
	accounts map[string]string // ids by handle
	posts    map[string]string // ids of what was published, by key
}

func newStage(rooms Rooms, clock *Clock, now time.Time) *stage {
	return &stage{Rooms: rooms, clock: clock, now: now,
		people: map[string]string{}, accounts: map[string]string{}, posts: map[string]string{}}
}

// firstDay is when the desk was installed: the day before the first post.
var firstDay = workday(8, 8, 30)

// open is the first day: the desk is started, everybody is hired and chooses a password, accounts open.
func (s *stage) open(ctx context.Context, base string) error {
	s.clock.hold(firstDay(s.now))
	if err := s.begin(ctx, base); err != nil {
		return err
	}
	if err := s.hire(ctx); err != nil {
		return err
	}
	if err := s.openAccounts(ctx); err != nil {
		return err
	}
	return s.frames(ctx)
}

func (s *stage) begin(ctx context.Context, base string) error {
	first := openings[0]
	f := start.Form{Authority: settings(base), Admin: personOf(administrator).newcomer(), Password: Password,
		Account: account.Plan{Handle: first.handle, Kind: first.kind, Charter: first.charter}}
	for _, key := range first.owners {
		f.Owners = append(f.Owners, personOf(key).newcomer())
	}
	begun, err := s.Start.Begin(ctx, f)
	if err != nil {
		return err
	}
	s.people[administrator], s.accounts[first.handle] = begun.Admin.ID, begun.Account
	for i, w := range begun.Owners {
		if err := s.welcome(ctx, first.owners[i], w); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) welcome(ctx context.Context, key string, w people.Welcome) error {
	s.people[key] = w.Person.ID
	_, err := s.People.Accept(ctx, w.Secret, Password)
	return err
}

// hire takes in those who are not here yet, and gives the roles for the whole authority.
func (s *stage) hire(ctx context.Context) error {
	admin, err := s.actor(ctx, administrator)
	if err != nil {
		return err
	}
	for _, p := range members {
		s.clock.hold(s.clock.Now().Add(2 * time.Minute))
		if s.people[p.key] == "" {
			w, err := s.People.Hire(ctx, admin, p.newcomer())
			if err == nil {
				err = s.welcome(ctx, p.key, w)
			}
			if err != nil {
				return fault.Wrap(p.key, err)
			}
		}
		if p.role == "" || p.key == administrator {
			continue
		}
		if _, err := s.People.Grant(ctx, admin, s.people[p.key], p.role, time.Time{}); err != nil {
			return fault.Wrap(p.key, err)
		}
	}
	return nil
}

// openAccounts opens what the first day did not, and lets the owners put each account in order.
func (s *stage) openAccounts(ctx context.Context) error {
	admin, err := s.actor(ctx, administrator)
	if err != nil {
		return err
	}
	for _, o := range openings {
		s.clock.hold(s.clock.Now().Add(10 * time.Minute))
		if s.accounts[o.handle] == "" {
			p := account.Plan{Handle: o.handle, Kind: o.kind, Charter: o.charter}
			for _, key := range o.owners {
				p.Owners = append(p.Owners, s.people[key])
			}
			a, err := s.Accounts.Open(ctx, admin, p)
			if err != nil {
				return fault.Wrap(o.handle, err)
			}
			s.accounts[o.handle] = a.ID
		}
		owner, err := s.actor(ctx, o.owners[0])
		if err != nil {
			return err
		}
		if err := s.settle(ctx, owner, o); err != nil {
			return fault.Wrap(o.handle, err)
		}
	}
	return nil
}

// settle lets an account's owner appoint its voices and adopt its routine.
func (s *stage) settle(ctx context.Context, owner people.Actor, o opening) error {
	id := s.accounts[o.handle]
	for _, key := range o.voices {
		if _, err := s.People.Commission(ctx, owner, people.Appointment{Person: s.people[key], Account: id, Role: people.Voice}); err != nil {
			return fault.Wrap(key, err)
		}
	}
	if o.routine == nil {
		return nil
	}
	routine, err := s.Routines.Routine(ctx, id)
	if err != nil {
		return err
	}
	_, err = s.Routines.Adopt(ctx, owner, id, o.routine(routine))
	return err
}

// actor is somebody with what she may do now.
func (s *stage) actor(ctx context.Context, key string) (people.Actor, error) {
	return s.People.Load(ctx, s.people[key])
}

// scene is one thing that happened.
type scene struct {
	at   time.Time
	what string // for the error, should it not happen
	play func(ctx context.Context) error
}

// play lets everything happen, in the order it did.
func (s *stage) play(ctx context.Context) error {
	scenes := slices.Concat(s.writing(), s.mending(), s.learning(), s.relaying(), s.guests(), s.talking(), s.helping(), s.ruling())
	slices.SortStableFunc(scenes, func(a, b scene) int { return a.at.Compare(b.at) })
	for _, c := range scenes {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.clock.hold(c.at)
		if err := c.play(ctx); err != nil {
			return fault.Wrap(fmt.Sprintf("example: %s, at %s", c.what, c.at.Format(time.DateTime)), err)
		}
	}
	return nil
}

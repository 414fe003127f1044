package frame

import (
	"context"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Store is what this room needs kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer
	Account(ctx context.Context, id string) (account.Account, error)
	// LastSubstance returns the number of the newest charter that changed an account's frames in substance.
	LastSubstance(ctx context.Context, account string) (int, error)
	// Common returns the common frames in force, and CommonHistory all there have been, newest first.
	Common(ctx context.Context) (Common, error)
	CommonHistory(ctx context.Context) ([]Common, error)
	// CommonSubstance returns the number of the newest common frames that changed something in substance; 0 for none.
	CommonSubstance(ctx context.Context) (int, error)
	// Acknowledged returns the highest versions a person has acknowledged: of the account's charter, and of the common frames
	// at any account.
	Acknowledged(ctx context.Context, person, account string) (Versions, error)
	// Acknowledgements lists the newest acknowledgement of each person at an account.
	Acknowledgements(ctx context.Context, account string) ([]Acknowledgement, error)
	// Practised lists the exercises that a person has done at an account.
	Practised(ctx context.Context, person, account string) ([]string, error)
	// Exercises lists the exercises that an account has added and not dropped, oldest first.
	Exercises(ctx context.Context, account string) ([]Exercise, error)
	// Backing returns the newest backing of an account, "" for the authority's own.
	Backing(ctx context.Context, account string) (Backing, error)
	// Backings lists every backing of an account, newest first.
	Backings(ctx context.Context, account string) ([]Backing, error)
}

// People loads a person with what she may do: desk/people.
type People interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Room is the room of frames. Its methods are the use cases.
type Room struct {
	store  Store
	people People
	clock  clock.Clock
	checks []check.Check
}

// New opens the room. The checks are those that read along in exercises: the same as in the editor.
func New(store Store, people People, clock clock.Clock, checks []check.Check) *Room {
	return &Room{store: store, people: people, clock: clock, checks: checks}
}

// InForce returns the frames in force for an account. They say how the authority has decided to speak, and reading them takes
// no right.
func (r *Room) InForce(ctx context.Context, account string) (Frames, error) {
	var f Frames
	var err error
	if f.Account, err = r.store.Account(ctx, account); err != nil {
		return Frames{}, err
	}
	if f.Common, err = r.Common(ctx); err != nil {
		return Frames{}, err
	}
	if f.Must.Charter, err = r.store.LastSubstance(ctx, account); err != nil {
		return Frames{}, err
	}
	f.Must.Common, err = r.store.CommonSubstance(ctx)
	return f, err
}

// Common returns the common frames in force: the zero Common when the authority has none.
func (r *Room) Common(ctx context.Context) (Common, error) {
	c, err := r.store.Common(ctx)
	if fault.Is(err, fault.NotFound) {
		return Common{}, nil
	}
	return c, err
}

// Standing returns how it is with a person and the frames of an account.
func (r *Room) Standing(ctx context.Context, person, account string) (Standing, error) {
	f, err := r.InForce(ctx, account)
	if err != nil {
		return Standing{}, err
	}
	return r.standing(ctx, f, person)
}

// Standings returns how it is with each of some persons and the frames of an account, by person: so that whoever gives mandates
// there can remind those who have not read. Right: people.mandate, at that account.
func (r *Room) Standings(ctx context.Context, a people.Actor, account string, persons []string) (map[string]Standing, error) {
	if err := people.Ask(a, people.PeopleMandate, account, r.clock.Now()); err != nil {
		return nil, err
	}
	f, err := r.InForce(ctx, account)
	if err != nil {
		return nil, err
	}
	out := make(map[string]Standing, len(persons))
	for _, person := range persons {
		if _, done := out[person]; done {
			continue
		}
		if out[person], err = r.standing(ctx, f, person); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *Room) standing(ctx context.Context, f Frames, person string) (Standing, error) {
	account := f.Account.ID
	a, err := r.people.Load(ctx, person)
	if err != nil {
		return Standing{}, err
	}
	s := Standing{Frames: f, Answers: answers(a, account, r.clock.Now())}
	if s.Read, err = r.store.Acknowledged(ctx, person, account); err != nil {
		return Standing{}, err
	}
	s.Practice, err = r.store.Practised(ctx, person, account)
	return s, err
}

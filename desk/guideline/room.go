package guideline

import (
	"context"
	"maps"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Store is what this room needs kept.
type Store interface {
	desk.Committer
	// Routine returns the newest of an account; fault.NotFound when none was ever adopted.
	Routine(ctx context.Context, account string) (Routine, error)
	// Routines lists every routine an account has had, newest first.
	Routines(ctx context.Context, account string) ([]Routine, error)
	// Silences lists every silence an account has had, newest first.
	Silences(ctx context.Context, account string) ([]Silence, error)
	// AccountSeen returns the last entry about an account, and whether the account is open.
	AccountSeen(ctx context.Context, account string) (seen int64, open bool, err error)
}

// Room is the room of routines. Its methods are the use cases.
type Room struct {
	store Store
	clock clock.Clock
}

// New opens the room.
func New(store Store, clock clock.Clock) *Room { return &Room{store: store, clock: clock} }

// Routine returns the routine in force for an account. Every account has one: it is adopted when the account opens.
// It asks for no right, for the desk itself reads it whenever something is about to leave the house.
func (r *Room) Routine(ctx context.Context, account string) (Routine, error) {
	return r.store.Routine(ctx, account)
}

// History lists every routine an account has had, newest first. Right: account.read.
func (r *Room) History(ctx context.Context, actor people.Actor, account string) ([]Routine, error) {
	if err := people.Ask(actor, people.AccountRead, account, r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Routines(ctx, account)
}

// Adopt puts a routine in force from now. Right: routine.adopt. Its Number is that of the routine it was written from: if
// another has been adopted since, the fault is Conflict and nothing is written. What is already submitted keeps the step it
// was given.
func (r *Room) Adopt(ctx context.Context, actor people.Actor, account string, routine Routine) (Routine, error) {
	now := r.clock.Now()
	if err := people.Ask(actor, people.RoutineAdopt, account, now); err != nil {
		return Routine{}, err
	}
	var next Routine
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		seen, open, err := r.store.AccountSeen(ctx, account)
		if err != nil {
			return desk.Change{}, err
		}
		current, err := r.store.Routine(ctx, account)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return desk.Change{}, err
		}
		var c desk.Change
		next, c, err = decideAdoption(actor, account, current, routine, open, now)
		c.Expect = append(c.Expect, desk.Expect{Subject: account, Seen: seen})
		return c, err
	})
	return next, err
}

func decideAdoption(actor people.Actor, account string, current, wanted Routine, open bool, now time.Time) (Routine, desk.Change, error) {
	if !open {
		return Routine{}, desk.Change{}, fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	}
	if wanted.Number != current.Number {
		return Routine{}, desk.Change{}, superseded()
	}
	if err := wanted.Sound(); err != nil {
		return Routine{}, desk.Change{}, err
	}
	if same(current, wanted) && current.Number > 0 {
		return Routine{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Rutinen är redan sådan.", "The routine is already like that."))
	}
	a := Adopted(actor, account, current.Number+1, wanted, now)
	return a.Facts[0].(Adoption).Routine, desk.Change{Acts: []desk.Act{a}}, nil
}

func superseded() error {
	return fault.New(fault.Conflict, lingo.T("En kollega har nyss ändrat rutinen.", "A colleague has just changed the routine.")).
		Try(lingo.T("Läs den nya rutinen och gör din ändring i den.", "Read the new routine and make your change in it."))
}

func same(a, b Routine) bool {
	return a.Post == b.Post && a.Answer == b.Answer && a.Late == b.Late && maps.Equal(a.Rules, b.Rules)
}

// Adopted is the act by which a sound routine is put in force, for those who have decided it. The opening of an account
// uses it.
func Adopted(actor people.Actor, account string, number int, routine Routine, now time.Time) desk.Act {
	routine.Number, routine.ChangedAt, routine.ChangedBy = number, now, actor.Person.ID
	return desk.Act{
		Kind: "routine.adopted", Subject: account, Account: account, Who: actor.Who(), At: now,
		Say:   map[string]any{"number": number, "post": names(routine.Post), "answer": names(routine.Answer)},
		Facts: []any{Adoption{ID: ident.New(now), Account: account, Routine: routine}},
	}
}

func names(steps [4]Step) []string {
	out := make([]string, len(steps))
	for i, s := range steps {
		out[i] = s.String()
	}
	return out
}

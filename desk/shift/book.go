package shift

import (
	"context"
	"errors"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// book is an account's calendar opened for one change: what was there when it was opened, and what is being decided. All
// that plans goes through it, so that no shift is without its mandate and no two lie over each other unseen.
type book struct {
	room    *Room
	account account.Account
	zone    *time.Location
	shifts  []Shift // those that stand and are not over, in the order they begin; what is decided is entered here too
	actors  map[string]people.Actor
	who     desk.Who
	by      string
	now     time.Time
	gone    []string // mandates that this change ends
	change  desk.Change
}

// again opens the account's calendar, decides, and commits; and does so once more when somebody else planned in between.
// Nothing decided is nothing committed.
func (r *Room) again(ctx context.Context, account string, who desk.Who, by string, now time.Time, decide func(context.Context, *book) error) error {
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		b, err := r.open(ctx, account, who, by, now)
		if err != nil {
			return desk.Change{}, err
		}
		if err := decide(ctx, b); err != nil {
			return desk.Change{}, err
		}
		if len(b.change.Acts) == 0 {
			return desk.Change{}, nothing
		}
		return b.change, nil
	})
	if errors.Is(err, nothing) {
		return nil
	}
	return err
}

// nothing stops a use case that has nothing left to do.
var nothing = fault.New(fault.Gone, lingo.T("Det är redan gjort.", "It is already done."))

func (r *Room) open(ctx context.Context, id string, who desk.Who, by string, now time.Time) (*book, error) {
	seen, err := r.store.Seen(ctx, Calendar(id)) // before the rest: what happens while we read makes the commit say so
	if err != nil {
		return nil, err
	}
	at, err := r.store.Account(ctx, id)
	if err != nil {
		return nil, err
	}
	zone, err := clock.Zone(at.Zone)
	if err != nil {
		return nil, err
	}
	shifts, err := r.store.Shifts(ctx, Filter{Account: id, From: now, To: now.Add(Horizon + Longest)})
	if err != nil {
		return nil, err
	}
	return &book{room: r, account: at, zone: zone, shifts: shifts, actors: map[string]people.Actor{}, who: who, by: by, now: now,
		change: desk.Change{Expect: []desk.Expect{{Subject: Calendar(id), Seen: seen}}}}, nil
}

// standing returns a shift that is not over and not called off, as the book has it.
func (b *book) standing(ctx context.Context, id string) (Shift, error) {
	for _, s := range b.shifts {
		if s.ID == id {
			return s, nil
		}
	}
	s, err := b.room.store.Shift(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	if !s.Standing() {
		return Shift{}, fault.New(fault.Gone, lingo.T("Passet är inställt.", "The shift has been called off."))
	}
	return Shift{}, fault.New(fault.Gone, lingo.T("Passet är slut och står kvar som det var.", "The shift is over and stays as it was."))
}

// actor loads a person once.
func (b *book) actor(ctx context.Context, person string) (people.Actor, error) {
	if a, ok := b.actors[person]; ok {
		return a, nil
	}
	a, err := b.room.People.Load(ctx, person)
	if fault.Is(err, fault.NotFound) {
		return a, fault.New(fault.Invalid, lingo.T("Personen finns inte i registret över kollegor.", "The person is not in the register of colleagues.")).
			At("person").Try(lingo.T("Be en administratör lägga till personen först.", "Ask an administrator to add the person first."))
	}
	if err != nil {
		return a, err
	}
	b.actors[person] = a
	return a, nil
}

func (b *book) note(acts ...desk.Act) { b.change.Acts = append(b.change.Acts, acts...) }

// expect asks that a thing is as it was, once.
func (b *book) expect(subject string, seen int64) {
	for _, e := range b.change.Expect {
		if e.Subject == subject {
			return
		}
	}
	b.change.Expect = append(b.change.Expect, desk.Expect{Subject: subject, Seen: seen})
}

// ring sets the clock to go at certain moments.
func (b *book) ring(at ...time.Time) {
	for _, t := range at {
		b.change.Jobs = append(b.change.Jobs, Ring(t))
	}
}

// asDecided is a shift from the store as it is after what this change has decided so far.
func (b *book) asDecided(s Shift) Shift {
	for _, o := range b.shifts {
		if o.ID == s.ID {
			return o
		}
	}
	return s
}

func (b *book) replace(s Shift) {
	for i := range b.shifts {
		if b.shifts[i].ID == s.ID {
			b.shifts[i] = s
		}
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// shown is a wall time as it stands in a sentence.
func shown(w clock.Wall) lingo.Text {
	return lingo.T("%s kl. %s", "%s at %s").Put(w.Date.String(), w.Time.String())
}

// mark and back undo what was decided since: for what turned out not to be possible.
type mark struct {
	acts, jobs, gone int
	shifts           []Shift
}

func (b *book) mark() mark {
	return mark{len(b.change.Acts), len(b.change.Jobs), len(b.gone), append([]Shift(nil), b.shifts...)}
}

func (b *book) back(m mark) {
	b.change.Acts, b.change.Jobs, b.gone, b.shifts = b.change.Acts[:m.acts], b.change.Jobs[:m.jobs], b.gone[:m.gone], m.shifts
}

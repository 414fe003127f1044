package shift

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// Rotate decides a new rotation for an account, and plans its first weeks in the same change. It asks people.ShiftPlan. A
// turn that cannot be is skipped with an alarm: nobody's shift is planned over.
//
// Errors: a fault.List for what is wrong with the rotation.
func (r *Room) Rotate(ctx context.Context, a people.Actor, x Rotation) (Rotation, error) {
	x.ID, x.Number = ident.New(r.clock.Now()), 0
	return r.rotate(ctx, a, x)
}

// Rerotate puts a new version of a rotation in force. Number is the version the planner had before her. Shifts that have
// begun stay as they are, and so do those that a colleague has changed or two have swapped; the others follow the new version.
// It asks people.ShiftPlan.
//
// Errors: as [Room.Rotate]; fault.Conflict when the rotation has changed since.
func (r *Room) Rerotate(ctx context.Context, a people.Actor, x Rotation) (Rotation, error) {
	before, err := r.store.Rotation(ctx, x.ID)
	if err != nil {
		return Rotation{}, err
	}
	x.Account = before.Account
	return r.rotate(ctx, a, x)
}

// EndRotation lets a rotation have a last day. Shifts after it are called off. It asks people.ShiftPlan.
func (r *Room) EndRotation(ctx context.Context, a people.Actor, id string, number int, last clock.Date) (Rotation, error) {
	x, err := r.store.Rotation(ctx, id)
	if err != nil {
		return Rotation{}, err
	}
	if last.Before(x.Starts) { // it never was
		last = x.Starts.Add(-1)
	}
	x.Number, x.Ends = number, last
	return r.rotate(ctx, a, x)
}

func (r *Room) rotate(ctx context.Context, a people.Actor, x Rotation) (Rotation, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.ShiftPlan, x.Account, now); err != nil {
		return Rotation{}, err
	}
	at, err := r.store.Account(ctx, x.Account)
	if err != nil {
		return Rotation{}, err
	}
	x.Zone = at.Zone
	never := x.Ends != clock.Date{} && x.Ends == x.Starts.Add(-1)
	if x, err = tidyEnded(x, never); err != nil {
		return Rotation{}, err
	}
	x.By, x.At = a.Person.ID, now
	err = r.again(ctx, x.Account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		return b.rotate(ctx, &x)
	})
	return x, err
}

// tidyEnded tidies a rotation; one that is ended before it began is tidy but for that.
func tidyEnded(x Rotation, never bool) (Rotation, error) {
	ends := x.Ends
	if never {
		x.Ends = clock.Date{}
	}
	x, err := x.Tidy()
	x.Ends = ends
	return x, err
}

// rotate enters a rotation and what follows from it.
func (b *book) rotate(ctx context.Context, x *Rotation) error {
	if b.account.Closed() {
		return fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	}
	for _, p := range x.People {
		if _, err := b.actor(ctx, p); err != nil {
			return fault.Of(err).At("people")
		}
	}
	kind, before := "shift.rotated", x.Number
	if before > 0 {
		kind = "shift.rerotated"
		was, err := b.room.store.Rotation(ctx, x.ID)
		if err != nil {
			return err
		}
		if was.Number != before {
			return fault.New(fault.Conflict, lingo.T("En kollega har ändrat schemat sedan du såg det.", "A colleague has changed the rotation since you saw it.")).
				Try(lingo.T("Läs in sidan igen och se hur det står nu.", "Reload the page to see how it stands now."))
		}
	}
	y := *x
	y.Number = before + 1
	b.note(act(kind, Calendar(x.Account), x.Account, b.who, b.now, map[string]any{"title": x.Title, "rotation": x.ID, "number": y.Number},
		Rotating{ID: ident.New(b.now), Rotation: y}))
	if err := b.follow(ctx, y); err != nil {
		return err
	}
	x.Number = y.Number
	return nil
}

// follow plans what a rotation asks for and is not there, moves what it planned that has changed, and calls off what it no
// longer asks for. Doing it again changes nothing.
func (b *book) follow(ctx context.Context, x Rotation) error {
	today := clock.DateOf(b.now, b.zone)
	asked := map[string]Turn{}
	turns := x.Turns(today.Add(-8), today.Add(7*x.Ahead)) // a whole week's shift may have begun a week ago
	for _, t := range turns {
		asked[t.Slot] = t
	}
	had, err := b.room.store.Shifts(ctx, Filter{Account: x.Account, Rotation: x.ID, From: b.now.Add(-Longest), To: b.now.Add(Horizon + Longest), Cancelled: true})
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, s := range had {
		s = b.asDecided(s)
		if c := s.Cancelled; c != nil && (c.Why == CancelledByRotation || c.Why == CancelledByLeaving && asked[s.Slot].Person != s.Person) {
			continue // the place is free for the rotation to fill anew
		}
		keep, err := b.keep(ctx, x, s, asked)
		if err != nil {
			return err
		}
		taken[s.Slot] = taken[s.Slot] || keep
	}
	for _, t := range turns {
		if !taken[t.Slot] {
			if err := b.take(ctx, x, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// keep makes a shift that the rotation once planned what the rotation asks for now, and reports whether it keeps its place.
// One that has begun, or that somebody has had a hand in, is kept as it is.
func (b *book) keep(ctx context.Context, x Rotation, s Shift, asked map[string]Turn) (bool, error) {
	t, wanted := asked[s.Slot]
	if s.Cancelled != nil || s.Begun(b.now) || s.Why != "" && s.Why != WhyRotation {
		return true, nil
	}
	same := wanted && t.Person == s.Person && t.From == s.From && t.Until == s.Until && x.Deputy == s.Deputy
	if same || !wanted && b.beyond(x, s) {
		return true, nil
	}
	if wanted {
		y := x.roster(t, b.now)
		y.Why = WhyRotation
		mark := b.mark()
		if _, err := b.alter(ctx, s, y); err == nil {
			return true, nil
		} else if !refused(err) {
			return false, err
		}
		b.back(mark)
	}
	return false, b.cancel(ctx, s, CancelledByRotation, "")
}

// beyond reports whether a shift lies after what the rotation plans for now: it was planned when more weeks ahead were.
func (b *book) beyond(x Rotation, s Shift) bool {
	d := s.From.Date
	for _, t := range x.Turns(d, d) {
		if t.Slot == s.Slot && t.Person == s.Person {
			return true
		}
	}
	return false
}

// take plans one turn, or raises an alarm that it cannot be.
func (b *book) take(ctx context.Context, x Rotation, t Turn) error {
	begins, ends, ok := t.span()
	if !ok || !b.now.Before(begins) { // what has begun is not planned afterwards
		return nil
	}
	mark := b.mark()
	_, err := b.plan(ctx, ident.New(b.now), x.roster(t, b.now))
	if err == nil || !refused(err) {
		return err
	}
	b.back(mark)
	if len(subtract([]Span{{begins, ends}}, b.covered())) == 0 {
		return nil // colleagues have seen to it in their own way
	}
	return b.skip(ctx, Alarm{Kind: AlarmSkipped, From: begins, Until: ends, Person: t.Person, Slot: x.ID + " " + t.Slot, Words: fault.Of(err).Say.SV})
}

// refused reports whether a turn could not be for a reason that a person can mend.
func refused(err error) bool {
	switch fault.KindOf(err) {
	case fault.Invalid, fault.Gone, fault.Forbidden, fault.Conflict, fault.NotFound:
		return true
	}
	return false
}

func (x Rotation) roster(t Turn, now time.Time) Roster {
	begins, ends, _ := t.span()
	return Roster{Number: 1, Person: t.Person, Deputy: x.Deputy, Kind: x.Kind, From: t.From, Until: t.Until, Begins: begins, Ends: ends,
		Purpose: x.Purpose, Rotation: x.ID, Slot: t.Slot, By: x.By, At: now}
}

// Rotations lists an account's rotations, the oldest first, ended ones too. It asks people.ShiftRead.
func (r *Room) Rotations(ctx context.Context, a people.Actor, account string) ([]Rotation, error) {
	if err := people.Ask(a, people.ShiftRead, account, r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Rotations(ctx, account)
}

// Rotation returns one rotation. It asks people.ShiftRead.
func (r *Room) Rotation(ctx context.Context, a people.Actor, id string) (Rotation, error) {
	x, err := r.store.Rotation(ctx, id)
	if err != nil {
		return Rotation{}, err
	}
	return x, people.Ask(a, people.ShiftRead, x.Account, r.clock.Now())
}

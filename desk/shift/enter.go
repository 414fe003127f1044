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

// plan enters a new shift.
func (b *book) plan(ctx context.Context, id string, x Roster) (Shift, error) {
	if err := b.fromNow(&x); err != nil {
		return Shift{}, err
	}
	s := Shift{ID: id, Account: b.account.ID, Roster: x}
	if err := b.enter(ctx, &s, "shift.planned", ""); err != nil {
		return Shift{}, err
	}
	b.shifts = append(b.shifts, s)
	return s, nil
}

// alter gives a shift a new roster, and moves its mandate.
func (b *book) alter(ctx context.Context, s Shift, x Roster) (Shift, error) {
	before := s
	x.Number, x.At = s.Number+1, b.now
	if !s.Begun(b.now) {
		if err := b.fromNow(&x); err != nil {
			return Shift{}, err
		}
	}
	if err := b.recall(ctx, before); err != nil {
		return Shift{}, err
	}
	s.Roster = x
	if err := b.enter(ctx, &s, "shift.changed", before.Person); err != nil {
		return Shift{}, err
	}
	b.replace(s)
	return s, nil
}

// fromNow lets a shift begin now when it was meant to within this very minute, as a form says it, and refuses an earlier time:
// nobody gets a right for the past, and nothing lies over a shift that has just ended.
func (b *book) fromNow(x *Roster) error {
	if b.now.Sub(x.Begins) >= time.Minute {
		return fault.New(fault.Invalid, lingo.T("Passet skulle redan ha börjat. Välj en tid från och med nu.",
			"The shift would have begun already. Choose a time from now on.")).At("from")
	}
	x.Begins = later(x.Begins, b.now)
	return nil
}

// enter asks whether the shift may be, gives its mandate and writes it down. Had is who had it before, "" when it is new.
func (b *book) enter(ctx context.Context, s *Shift, kind, had string) error {
	if b.account.Closed() {
		return fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	}
	who, err := b.actor(ctx, s.Person)
	if err != nil {
		return err
	}
	if err := atWork(who, "person"); err != nil {
		return err
	}
	if s.Deputy != "" {
		deputy, err := b.actor(ctx, s.Deputy)
		if err != nil {
			return fault.Of(err).At("deputy")
		}
		if deputy.Person.Left() {
			return left(deputy.Person).At("deputy")
		}
	}
	if err := b.free(ctx, *s); err != nil {
		return err
	}
	if err := b.lend(who, s); err != nil {
		return err
	}
	say := map[string]any{"shift": s.ID, "person": s.Person, "name": who.Person.Name, "from": s.From.String(), "until": s.Until.String(), "words": s.Words, "why": s.Why}
	if had != "" && had != s.Person {
		say["had"] = had
	}
	b.note(act(kind, Calendar(b.account.ID), b.account.ID, b.who, b.now, say,
		Planning{ID: ident.New(b.now), Shift: s.ID, Account: s.Account, Roster: s.Roster}))
	b.ring(s.Begins, s.Ends)
	return nil
}

// atWork refuses somebody who has left. Whether she has read the frames is asked when she hands a text in: she is planned before,
// so that she has time to read.
func atWork(a people.Actor, field string) error {
	if a.Person.Left() {
		return left(a.Person).At(field)
	}
	return nil
}

func left(p people.Person) *fault.Error {
	return fault.New(fault.Gone, lingo.T("%s har slutat och kan inte ha pass.", "%s has left and cannot have shifts.").Put(p.Name)).
		Try(lingo.T("Välj någon annan.", "Choose somebody else."))
}

// free refuses a shift that lies over a colleague's without being a pair, or over another of her own.
func (b *book) free(ctx context.Context, s Shift) error {
	for _, o := range b.shifts {
		if o.ID == s.ID || !o.Standing() || !o.lies(s.Begins, s.Ends) || s.Pair && o.Person != s.Person {
			continue
		}
		other, err := b.actor(ctx, o.Person)
		if err != nil {
			return err
		}
		span := lingo.T("%s–%s", "%s–%s").Put(shown(o.From), shown(o.Until))
		if o.Person == s.Person {
			return fault.New(fault.Conflict, lingo.T("%s har redan ett pass då: %s.", "%s already has a shift then: %s.").Put(other.Person.Name, span)).
				At("from").Try(lingo.T("Ändra det passet i stället.", "Change that shift instead."))
		}
		return fault.New(fault.Conflict, lingo.T("Tiden krockar med passet som %s har: %s.", "The time clashes with the shift of %s: %s.").Put(other.Person.Name, span)).
			At("from").Try(lingo.T("Välj en annan tid, eller säg att de ska dela passet.", "Choose another time, or say that they are to share the shift."))
	}
	return nil
}

// cancel calls a shift off.
func (b *book) cancel(ctx context.Context, s Shift, why, words string) error {
	who, err := b.actor(ctx, s.Person)
	if err != nil {
		return err
	}
	if err := b.recall(ctx, s); err != nil {
		return err
	}
	kind := "shift.cancelled"
	if why == CancelledByGuest {
		kind = "shift.refused"
	}
	c := Cancellation{ID: ident.New(b.now), Shift: s.ID, Account: s.Account, Why: why, Words: words, By: b.by, At: b.now}
	b.note(act(kind, Calendar(s.Account), s.Account, b.who, b.now, map[string]any{"shift": s.ID, "person": s.Person, "name": who.Person.Name,
		"planner": s.By, "from": s.From.String(), "until": s.Until.String(), "words": words, "why": why}, c))
	s.Cancelled = &c
	b.replace(s)
	return nil
}

// endNow lets a shift that has begun end at once.
func (b *book) endNow(ctx context.Context, s Shift, why, words string) (Shift, error) {
	who, err := b.actor(ctx, s.Person)
	if err != nil {
		return Shift{}, err
	}
	if err := b.recall(ctx, s); err != nil {
		return Shift{}, err
	}
	s.Number, s.Mandate, s.Until, s.Ends = s.Number+1, "", clock.WallOf(b.now, s.From.Zone), b.now
	s.Why, s.Words, s.By, s.At = why, words, b.by, b.now
	b.note(act("shift.ended", Calendar(s.Account), s.Account, b.who, b.now,
		map[string]any{"shift": s.ID, "person": s.Person, "name": who.Person.Name, "words": words}, Planning{ID: ident.New(b.now), Shift: s.ID, Account: s.Account, Roster: s.Roster}))
	b.replace(s)
	b.ring(b.now)
	return s, nil
}

// stepIn lets the deputy have the shift, or what is left of it.
func (b *book) stepIn(ctx context.Context, s Shift) (Shift, error) {
	if s.Deputy == "" {
		return Shift{}, fault.New(fault.Invalid, lingo.T("Passet har ingen ersättare.", "The shift has no deputy.")).
			Try(lingo.T("Välj en ersättare först.", "Choose a deputy first."))
	}
	x := s.Roster
	x.Person, x.Deputy = s.Deputy, ""
	x.Why = WhyDeputy
	if !s.Begun(b.now) {
		return b.alter(ctx, s, x)
	}
	if _, err := b.endNow(ctx, s, WhyDeputy, ""); err != nil {
		return Shift{}, err
	}
	x.Number, x.At = 1, b.now
	x.From, x.Begins = clock.WallOf(b.now, x.From.Zone), b.now
	x.Rotation, x.Slot = "", "" // the turn was the other's; this shift is its own
	return b.plan(ctx, ident.New(b.now), x)
}

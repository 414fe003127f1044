package shift

import (
	"context"
	"errors"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
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

package shift

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Offer (bytesförslag) is that somebody offers a colleague her shift, for one of the colleague's or for nothing.
type Offer struct {
	ID         string
	Account    string
	Shift      string // what she offers
	Number     int    // the roster it had then
	For        string // what she wants for it; "" is nothing
	ForNumber  int
	From       string // person id of who offers
	To         string // person id of who may accept
	Words      string
	At         time.Time
	Answer     string // "" while it waits; one of the Swap… below
	AnsweredBy string
	AnsweredAt time.Time
}

// What becomes of an offer.
const (
	SwapTaken     = "taken"     // both moved
	SwapDeclined  = "declined"  // the colleague said no
	SwapWithdrawn = "withdrawn" // she took it back
)

// Wish is what somebody wants to swap.
type Wish struct {
	Shift string // hers
	For   string // the colleague's; "" gives hers away
	To    string // the colleague; may be left out when For says whose it is
	Words string
}

// OfferSwap offers a colleague to swap shifts. Only who has a shift offers it (people.ShiftSwap), and only before it begins.
// Nothing moves until the colleague accepts.
func (r *Room) OfferSwap(ctx context.Context, a people.Actor, w Wish) (Offer, error) {
	now := r.clock.Now()
	s, err := r.swappable(ctx, w.Shift, "shift", now)
	if err != nil {
		return Offer{}, err
	}
	if err := own(a, s, now); err != nil {
		return Offer{}, err
	}
	o := Offer{ID: ident.New(now), Account: s.Account, Shift: s.ID, Number: s.Number, From: a.Person.ID, To: w.To, At: now}
	if o.Words, err = words(w.Words, "words", false); err != nil {
		return Offer{}, err
	}
	if w.For != "" {
		t, err := r.swappable(ctx, w.For, "for", now)
		if err != nil {
			return Offer{}, err
		}
		if t.Account != s.Account {
			return Offer{}, fault.New(fault.Invalid, lingo.T("Passen hör till olika konton.", "The shifts belong to different accounts.")).At("for")
		}
		o.For, o.ForNumber, o.To = t.ID, t.Number, t.Person
	}
	if o.To == "" || o.To == a.Person.ID {
		return Offer{}, fault.New(fault.Invalid, lingo.T("Välj en kollega att byta med.", "Choose a colleague to swap with.")).At("to")
	}
	to, err := r.People.Load(ctx, o.To)
	if err != nil {
		return Offer{}, err
	}
	if to.Person.Left() {
		return Offer{}, left(to.Person).At("to")
	}
	_, err = r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: o.ID}}, Acts: []desk.Act{
		act("shift.offered", o.ID, o.Account, a.Who(), now, map[string]any{"shift": s.ID, "to": to.Person.Name, "from": s.From.String()}, Swapping{o})}})
	return o, err
}

// own refuses who does not have the shift herself.
func own(a people.Actor, s Shift, now time.Time) error {
	if s.Person == a.Person.ID && a.Works(people.ShiftSwap, now) {
		return nil
	}
	return fault.New(fault.Forbidden, lingo.T("Bara den som har passet kan byta bort det.", "Only whoever has the shift can swap it.")).
		Try(lingo.T("Den som planerar kan ändra passet i stället.", "Whoever plans can change the shift instead."))
}

func (r *Room) swappable(ctx context.Context, id, field string, now time.Time) (Shift, error) {
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	return s, fit(s, field, now)
}

// fit refuses a shift that can no longer be swapped.
func fit(s Shift, field string, now time.Time) error {
	switch {
	case !s.Standing():
		return fault.New(fault.Gone, lingo.T("Passet är inställt.", "The shift has been called off.")).At(field)
	case s.Begun(now):
		return fault.New(fault.Gone, lingo.T("Passet har börjat och går inte att byta.", "The shift has begun and cannot be swapped.")).At(field)
	}
	return nil
}

// AcceptSwap takes an offer: both shifts, and both mandates, move in one change, or nothing does. Only whom it was made to
// accepts it.
//
// Errors: fault.Gone when the offer is answered or a shift has begun; fault.Conflict when a shift has changed since, or when
// somebody would have two shifts at once.
func (r *Room) AcceptSwap(ctx context.Context, a people.Actor, id string) error {
	now := r.clock.Now()
	o, err := r.offer(ctx, a, id, func(o Offer) bool { return o.To == a.Person.ID })
	if err != nil {
		return err
	}
	return r.again(ctx, o.Account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		seen, err := r.store.Seen(ctx, o.ID)
		if err != nil {
			return err
		}
		if o, err = r.store.Offer(ctx, o.ID); err != nil {
			return err
		}
		if err := waiting(o); err != nil {
			return err
		}
		b.expect(o.ID, seen)
		return b.swap(ctx, o)
	})
}

// swap moves both shifts. Both are lifted out of the calendar before either is put back, so that neither is in the other's
// way; what then clashes is somebody else's, or another of her own.
func (b *book) swap(ctx context.Context, o Offer) error {
	mine, err := b.agreed(ctx, o.Shift, o.Number, "shift")
	if err != nil {
		return err
	}
	theirs := Shift{}
	if o.For != "" {
		if theirs, err = b.agreed(ctx, o.For, o.ForNumber, "for"); err != nil {
			return err
		}
	}
	if mine.Person != o.From || o.For != "" && theirs.Person != o.To {
		return changed()
	}
	b.lift(mine.ID)
	b.lift(theirs.ID)
	if err := b.recall(ctx, mine); err != nil {
		return err
	}
	if o.For != "" {
		if err := b.recall(ctx, theirs); err != nil {
			return err
		}
		if err := b.give(ctx, theirs, o.From); err != nil {
			return err
		}
	}
	if err := b.give(ctx, mine, o.To); err != nil {
		return err
	}
	b.note(act("shift.swapped", o.ID, o.Account, b.who, b.now, map[string]any{"shift": o.Shift, "for": o.For, "name": b.actors[o.From].Person.Name, "to": b.actors[o.To].Person.Name},
		Reply{ID: ident.New(b.now), Offer: o.ID, Account: o.Account, Answer: SwapTaken, By: b.by, At: b.now}))
	return nil
}

// agreed returns a shift as the two had it before them.
func (b *book) agreed(ctx context.Context, id string, number int, field string) (Shift, error) {
	s, err := b.standing(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	if err := fit(s, field, b.now); err != nil {
		return Shift{}, err
	}
	if s.Number != number {
		return Shift{}, changed()
	}
	return s, nil
}

// give enters a shift anew with another person. The mandate is given by whoever planned the shift: two who swap give each
// other nothing that was not planned.
func (b *book) give(ctx context.Context, s Shift, to string) error {
	had := s.Person
	s.Person, s.Number, s.Why, s.At = to, s.Number+1, WhySwap, b.now
	if s.Deputy == to {
		s.Deputy = ""
	}
	if err := b.enter(ctx, &s, "shift.changed", had); err != nil {
		return err
	}
	b.shifts = append(b.shifts, s)
	return nil
}

// lift takes a shift out of the calendar while it is being moved.
func (b *book) lift(id string) {
	out := b.shifts[:0:0]
	for _, s := range b.shifts {
		if s.ID != id {
			out = append(out, s)
		}
	}
	b.shifts = out
}

// DeclineSwap says no to an offer, or takes back one's own.
func (r *Room) DeclineSwap(ctx context.Context, a people.Actor, id string) error {
	now := r.clock.Now()
	seen, err := r.store.Seen(ctx, id)
	if err != nil {
		return err
	}
	o, err := r.offer(ctx, a, id, func(o Offer) bool { return o.To == a.Person.ID || o.From == a.Person.ID })
	if err != nil {
		return err
	}
	kind, answer := "shift.declined", SwapDeclined
	if o.From == a.Person.ID {
		kind, answer = "shift.withdrawn", SwapWithdrawn
	}
	_, err = r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: o.ID, Seen: seen}}, Acts: []desk.Act{
		act(kind, o.ID, o.Account, a.Who(), now, map[string]any{"shift": o.Shift},
			Reply{ID: ident.New(now), Offer: o.ID, Account: o.Account, Answer: answer, By: a.Person.ID, At: now})}})
	return err
}

func (r *Room) offer(ctx context.Context, a people.Actor, id string, hers func(Offer) bool) (Offer, error) {
	o, err := r.store.Offer(ctx, id)
	if err != nil {
		return Offer{}, err
	}
	if !hers(o) || !a.Works(people.ShiftSwap, r.clock.Now()) {
		return Offer{}, fault.New(fault.Forbidden, lingo.T("Förslaget gäller inte dig.", "The offer is not for you."))
	}
	return o, waiting(o)
}

func waiting(o Offer) error {
	if o.Answer != "" {
		return fault.New(fault.Gone, lingo.T("Förslaget är redan besvarat.", "The offer has been answered already."))
	}
	return nil
}

// Offers lists the offers that wait for an answer: those the actor has made, and those made to her. Offers whose shift has
// begun are left out.
func (r *Room) Offers(ctx context.Context, a people.Actor) ([]Offer, error) {
	now := r.clock.Now()
	if !a.Works(people.ShiftSwap, now) {
		return nil, people.Ask(a, people.ShiftSwap, "", now)
	}
	all, err := r.store.OpenOffers(ctx, a.Person.ID)
	if err != nil {
		return nil, err
	}
	out := all[:0]
	for _, o := range all {
		s, err := r.store.Shift(ctx, o.Shift)
		if err != nil {
			return nil, err
		}
		if s.Number == o.Number && fit(s, "", now) == nil {
			out = append(out, o)
		}
	}
	return out, nil
}

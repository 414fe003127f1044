package shift

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// Plan (planering) is a shift that somebody wants to plan, or what she wants to make of one.
type Plan struct {
	Account string
	Person  string
	Deputy  string     // "" is nobody
	Kind    string     // one of the Kind…; "" is KindHours
	From    clock.Wall // a Zone that is nil is the account's
	Until   clock.Wall
	Pair    bool   // two are to share the time
	Purpose string // may be empty
}

// Week returns the span of the seven days from one, for the fields of a [Plan].
func Week(d clock.Date, zone *time.Location) (from, until clock.Wall) {
	return clock.Wall{Date: d, Zone: zone}, clock.Wall{Date: d.Add(7), Zone: zone}
}

// longest is how many characters a purpose, or a reason, may have.
const longest = 500

// roster reads a plan as what will be kept, or returns a fault.List that says which fields to mend.
func (p Plan) roster(zone *time.Location, by string, now time.Time) (Roster, error) {
	x := Roster{Number: 1, Person: p.Person, Deputy: p.Deputy, Kind: p.Kind, From: p.From, Until: p.Until, Pair: p.Pair,
		Purpose: strings.TrimSpace(p.Purpose), By: by, At: now}
	if x.Kind == "" {
		x.Kind = KindHours
	}
	for _, w := range []*clock.Wall{&x.From, &x.Until} {
		if w.Zone == nil {
			w.Zone = zone
		}
	}
	x.Begins, _ = x.From.Resolve()
	x.Ends, _ = x.Until.Resolve()
	return x, x.wrong(now).OrNil()
}

func (x Roster) wrong(now time.Time) (wrong fault.List) {
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if x.Person == "" {
		add("person", lingo.T("Välj vem som ska ha passet.", "Choose who is to have the shift."))
	}
	if x.Deputy != "" && x.Deputy == x.Person {
		add("deputy", lingo.T("Ersättaren behöver vara någon annan.", "The deputy has to be somebody else."))
	}
	if !slices.Contains(Kinds(), x.Kind) {
		add("kind", lingo.T("Välj timmar, dagar eller gästvecka.", "Choose hours, days or a guest week."))
	}
	if utf8.RuneCountInString(x.Purpose) > longest {
		add("purpose", lingo.T("Skriv kortare, högst %d tecken.", "Write less, %d characters at most.").Put(longest))
	}
	return append(wrong, x.wrongTime(now)...)
}

func (x Roster) wrongTime(now time.Time) (wrong fault.List) {
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	switch length := x.Ends.Sub(x.Begins); {
	case !x.From.Date.Valid() || !x.From.Time.Valid():
		add("from", lingo.T("Välj när passet börjar.", "Choose when the shift begins."))
	case !x.Until.Date.Valid() || !x.Until.Time.Valid():
		add("until", lingo.T("Välj när passet slutar.", "Choose when the shift ends."))
	case length <= 0:
		add("until", lingo.T("Passet slutar innan det börjar. Går det över midnatt? Välj nästa dags datum.",
			"The shift ends before it begins. Does it go past midnight? Choose the next day's date."))
	case length < Shortest:
		add("until", lingo.T("Ett pass är minst en kvart.", "A shift is a quarter of an hour at least."))
	case length > Longest:
		add("until", lingo.T("Ett pass är högst 35 dagar. Dela upp det, eller gör ett schema.",
			"A shift is 35 days at most. Divide it, or make a rotation."))
	case !x.Ends.After(now):
		add("until", lingo.T("Passet är redan över då. Välj en senare tid.", "The shift would be over already. Choose a later time."))
	case x.Begins.After(now.Add(Horizon)):
		add("from", lingo.T("Så långt fram går det inte att planera. Välj ett datum inom två år.",
			"That is too far ahead to plan. Choose a date within two years."))
	}
	return wrong
}

// Plan plans a shift, and gives the mandate that it is, in one change. Who may write at the account all that time anyway
// needs no mandate more. It asks people.ShiftPlan.
//
// Errors: a fault.List for what is wrong with the plan; fault.Invalid at person for somebody who is not in the register; fault.Gone when she has left or the account is closed; fault.Conflict at from when the time
// is taken by a colleague.
func (r *Room) Plan(ctx context.Context, a people.Actor, p Plan) (Shift, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.ShiftPlan, p.Account, now); err != nil {
		return Shift{}, err
	}
	var made Shift
	err := r.again(ctx, p.Account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		x, err := p.roster(b.zone, a.Person.ID, now)
		if err != nil {
			return err
		}
		made, err = b.plan(ctx, ident.New(now), x)
		return err
	})
	return made, err
}

// Change gives a shift another time, person, deputy or purpose; the mandate moves with it. Of a shift that has begun only
// the end, the deputy and the purpose may change; one that is over stays as it was. Number is the roster that the planner
// had before her. It asks people.ShiftPlan; the plan's Account does not matter.
//
// Errors: as [Room.Plan]; fault.Conflict when a colleague has changed the shift since; fault.Gone when it is cancelled or over.
func (r *Room) Change(ctx context.Context, a people.Actor, id string, number int, p Plan, why string) (Shift, error) {
	return r.change(ctx, a, id, func(ctx context.Context, b *book, s Shift) (Shift, error) {
		if s.Number != number {
			return Shift{}, changed()
		}
		x, err := p.roster(b.zone, a.Person.ID, b.now)
		if err != nil {
			return Shift{}, err
		}
		x.Why = WhyPerson
		if x.Words, err = words(why, "why", false); err != nil {
			return Shift{}, err
		}
		if s.Begun(b.now) {
			if x.Person != s.Person || x.From != s.From {
				return Shift{}, fault.New(fault.Invalid, lingo.T("Passet har börjat. Du kan ändra när det slutar, men inte vem som har det eller när det började.",
					"The shift has begun. You can change when it ends, but not who has it or when it began.")).At("from").
					Try(lingo.T("Låt ersättaren ta över, eller avsluta passet och planera ett nytt.", "Let the deputy step in, or end the shift and plan a new one."))
			}
			x.Begins = s.Begins
		}
		x.Rotation, x.Slot = s.Rotation, s.Slot
		return b.alter(ctx, s, x)
	})
}

// Cancel calls a shift off, or ends it at once when it has begun; the mandate ends with it. It asks people.ShiftPlan.
func (r *Room) Cancel(ctx context.Context, a people.Actor, id, why string) error {
	why, err := words(why, "why", true)
	if err != nil {
		return err
	}
	_, err = r.change(ctx, a, id, func(ctx context.Context, b *book, s Shift) (Shift, error) {
		if !s.Begun(b.now) {
			return s, b.cancel(ctx, s, CancelledByPerson, why)
		}
		return b.endNow(ctx, s, WhyEnded, why)
	})
	return err
}

// Decline says no to a guest week that somebody has been invited to, before it begins: it is called off, the mandate ends with
// it, and who planned it is told. Words may be empty. Only who is invited declines (people.ShiftSwap); a shift of another kind
// is swapped.
//
// Errors: fault.Forbidden when it is not her invitation; fault.Gone when it is called off or has begun.
func (r *Room) Decline(ctx context.Context, a people.Actor, id, why string) error {
	now := r.clock.Now()
	why, err := words(why, "why", false)
	if err != nil {
		return err
	}
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return err
	}
	if s.Person != a.Person.ID || s.Kind != KindGuest || !a.Works(people.ShiftSwap, now) {
		return fault.New(fault.Forbidden, lingo.T("Bara den som är bjuden till en gästvecka kan tacka nej till den.", "Only whoever is invited to a guest week can say no to it.")).
			Try(lingo.T("Byt passet med en kollega i stället.", "Swap the shift with a colleague instead."))
	}
	return r.again(ctx, s.Account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		s, err := b.standing(ctx, id)
		if err != nil {
			return err
		}
		if s.Person != a.Person.ID {
			return changed()
		}
		if err := fit(s, "", now); err != nil {
			return err
		}
		return b.cancel(ctx, s, CancelledByGuest, why)
	})
}

// change loads a shift that has not ended, and commits what is decided of it.
func (r *Room) change(ctx context.Context, a people.Actor, id string, decide func(context.Context, *book, Shift) (Shift, error)) (Shift, error) {
	now := r.clock.Now()
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	if err := people.Ask(a, people.ShiftPlan, s.Account, now); err != nil {
		return Shift{}, err
	}
	var out Shift
	err = r.again(ctx, s.Account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		s, err := b.standing(ctx, id)
		if err != nil {
			return err
		}
		out, err = decide(ctx, b, s)
		return err
	})
	return out, err
}

// StepIn lets the deputy of a shift take it over: all of it, or what is left of it when it has begun. The deputy may do so
// herself; for others it asks people.ShiftPlan.
func (r *Room) StepIn(ctx context.Context, a people.Actor, id string) (Shift, error) {
	now := r.clock.Now()
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	if err := people.AskHers(a, people.ShiftPlan, s.Account, s.Deputy != "" && s.Deputy == a.Person.ID, now); err != nil {
		return Shift{}, err
	}
	var out Shift
	err = r.again(ctx, s.Account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		s, err := b.standing(ctx, id)
		if err != nil {
			return err
		}
		out, err = b.stepIn(ctx, s)
		return err
	})
	return out, err
}

func changed() error {
	return fault.New(fault.Conflict, lingo.T("En kollega har ändrat passet sedan du såg det.", "A colleague has changed the shift since you saw it.")).
		Try(lingo.T("Läs in sidan igen och se hur det står nu.", "Reload the page to see how it stands now."))
}

// words reads what a person wrote, within bounds.
func words(s, field string, required bool) (string, error) {
	s = strings.TrimSpace(s)
	switch n := utf8.RuneCountInString(s); {
	case s == "" && required:
		return "", fault.New(fault.Invalid, lingo.T("Skriv med några ord.", "Say it in a few words.")).At(field)
	case n > longest:
		return "", fault.New(fault.Invalid, lingo.T("Skriv kortare: %d tecken får plats, du har %d.",
			"Write less: there is room for %d characters, you have %d.").Put(longest, n)).At(field)
	}
	return s, nil
}

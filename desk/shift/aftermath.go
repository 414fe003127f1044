package shift

import (
	"context"
	"time"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Reflection (efterprat) is what a curator answers three questions with when her shift is over. It is for learning: nobody is
// measured by it.
type Reflection struct {
	Best string // what went well
	Hard string // what was hard
	Next string // what the next should know, or do otherwise
}

// Questions are the three questions, in the order of Reflection's fields.
func Questions() [3]lingo.Text {
	return [3]lingo.Text{
		lingo.T("Vad gick bra?", "What went well?"),
		lingo.T("Vad var svårt?", "What was hard?"),
		lingo.T("Vad vill du att nästa ska veta eller göra annorlunda?", "What should the next one know, or do differently?"),
	}
}

// Happenings are what happened at an account during a shift, in numbers. They are of the account and of the shift: there is
// no list in which persons are set beside each other.
type Happenings struct {
	Posts         int // posts she published
	Answers       int // answers she gave
	Conversations int // conversations that began
	Hard          int // questions that another had to read the answer of, or that were handed to an expert or decision maker
	Corrections   int // corrections of posts
	Thanks        int // citizens' words that thank
}

// Aftermath (efter passet) is one page of what happened, and what the curator says of it.
type Aftermath struct {
	Shift Shift
	Happenings
	Said *Afterthought // nil until she has answered
}

// Aftermath returns the page of a shift that has begun. It is for the one who had the shift, and for those who plan
// (people.ShiftPlan): not for everybody.
func (r *Room) Aftermath(ctx context.Context, a people.Actor, id string) (Aftermath, error) {
	now := r.clock.Now()
	s, err := r.hers(ctx, a, id, people.ShiftPlan, now)
	if err != nil {
		return Aftermath{}, err
	}
	out := Aftermath{Shift: s}
	if out.Happenings, err = r.store.Happenings(ctx, s.Account, s.Person, s.Begins, s.Ends); err != nil {
		return Aftermath{}, err
	}
	heard, err := r.store.HeardDuring(ctx, s.Account, s.Begins, s.Ends)
	if err != nil {
		return Aftermath{}, err
	}
	for _, text := range heard {
		if Thanked(text) {
			out.Thanks++
		}
	}
	said, err := r.store.Afterthought(ctx, id)
	if err == nil {
		out.Said = &said
	} else if !fault.Is(err, fault.NotFound) {
		return Aftermath{}, err
	}
	return out, nil
}

// hers returns a shift that has begun, for the one who has it or for those who have a right there.
func (r *Room) hers(ctx context.Context, a people.Actor, id string, right people.Right, now time.Time) (Shift, error) {
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return Shift{}, err
	}
	if err := people.AskHers(a, right, s.Account, s.Person == a.Person.ID, now); err != nil {
		return Shift{}, err
	}
	if !s.Standing() || !s.Begun(now) {
		return Shift{}, fault.New(fault.Invalid, lingo.T("Passet har inte börjat än.", "The shift has not begun yet."))
	}
	return s, nil
}

// mostSaid is how long each answer may be, in characters.
const mostSaid = 2000

// Reflect keeps what the curator says when her shift is over. She may say it anew; the newest counts. One answer is enough.
func (r *Room) Reflect(ctx context.Context, a people.Actor, id string, x Reflection) error {
	now := r.clock.Now()
	s, err := r.store.Shift(ctx, id)
	if err != nil {
		return err
	}
	if s.Person != a.Person.ID || !a.Works(people.ShiftHandover, now) {
		return fault.New(fault.Forbidden, lingo.T("Bara den som har haft passet svarar på frågorna.", "Only whoever had the shift answers the questions."))
	}
	if !s.Standing() || !s.Over(now) {
		return fault.New(fault.Invalid, lingo.T("Passet är inte slut än.", "The shift is not over yet."))
	}
	var wrong fault.List
	for _, f := range []struct {
		field string
		text  *string
	}{{"best", &x.Best}, {"hard", &x.Hard}, {"next", &x.Next}} {
		if n := utf8.RuneCountInString(*f.text); n > mostSaid {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv kortare, högst %d tecken.", "Write less, %d characters at most.").Put(mostSaid)).At(f.field))
		}
	}
	if x == (Reflection{}) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Svara på minst en av frågorna.", "Answer one of the questions at least.")).At("best"))
	}
	if err := wrong.OrNil(); err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{act("shift.reflected", id, s.Account, a.Who(), now, map[string]any{"shift": id},
		Afterthought{ID: ident.New(now), Shift: id, Account: s.Account, Reflection: x, By: a.Person.ID, At: now})}})
	return err
}

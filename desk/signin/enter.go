package signin

import (
	"context"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// Step is how far somebody has come: in, or at the second step.
type Step struct {
	Secret  string // for the session cookie, when she is in
	Session people.Session
	Ticket  string // for the second step, when she is not in yet
}

// Password shows by password who somebody is. Whoever has a second step is not in before she has taken it. The faults are
// those of people.Room.Prove.
func (r *Room) Password(ctx context.Context, a people.Attempt) (Step, error) {
	p, err := r.with.People.Prove(ctx, a)
	if err != nil {
		return Step{}, err
	}
	return r.Onwards(ctx, p.ID, a)
}

// Onwards lets in somebody whose password is known to be right, or asks for her second step: also when she has just chosen a
// new one, for whoever can read her mail has not thereby got her telephone.
func (r *Room) Onwards(ctx context.Context, person string, a people.Attempt) (s Step, err error) {
	if broken, err := r.emergency(ctx, person); err != nil || broken {
		if err != nil {
			return Step{}, err
		}
		s.Secret, s.Session, err = r.breakGlass(ctx, person, a)
		return s, err
	}
	switch _, err := r.store.Enrolment(ctx, person); {
	case err == nil:
		s.Ticket, err = r.give(ctx, ticketStep, person, nil)
		return s, err
	case !fault.Is(err, fault.NotFound):
		return Step{}, err
	}
	s.Secret, s.Session, err = r.with.People.Begin(ctx, person, people.HowPassword, a)
	return s, err
}

// Second takes the second step: a code from her telephone, or a reserve code. The fault is Invalid when the code is wrong,
// SignIn when she has waited too long, and TooSoon when there have been too many.
func (r *Room) Second(ctx context.Context, ticket, code string, a people.Attempt) (secret string, s people.Session, err error) {
	t, err := r.look(ctx, ticketStep, ticket)
	if err != nil {
		return "", people.Session{}, err
	}
	how, err := r.prove(ctx, t.Person, code)
	if err != nil {
		if fault.Is(err, fault.Invalid) {
			err = r.refused(ctx, t.Person, a, err)
		}
		return "", people.Session{}, err
	}
	if _, err := r.take(ctx, ticketStep, ticket); err != nil {
		return "", people.Session{}, err
	}
	return r.with.People.Begin(ctx, t.Person, how, a)
}

// Waiting reports whether a ticket for the second step holds: the page that asks for the code wants to know.
func (r *Room) Waiting(ctx context.Context, ticket string) error {
	_, err := r.look(ctx, ticketStep, ticket)
	return err
}

// prove tells by which code somebody has shown who she is.
func (r *Room) prove(ctx context.Context, person, code string) (how string, err error) {
	if err := r.slowly(person); err != nil {
		return "", err
	}
	code = plainCode(code)
	if len(code) == codeDigits {
		err, how = r.proveCode(ctx, person, code), people.HowCode
	} else {
		err, how = r.spendReserve(ctx, person, code), people.HowRecovery
	}
	if err == nil {
		r.with.ByPerson.Give("second:" + person)
	}
	return how, err
}

// refused puts on the record that a second step was not taken, and returns the fault to show.
func (r *Room) refused(ctx context.Context, person string, a people.Attempt, why error) error {
	p, err := r.store.Person(ctx, person)
	if err != nil {
		return err
	}
	if err := r.with.People.Refused(ctx, p, people.HowCode, a); err != nil {
		return err
	}
	return why
}

var wrongCode = invalid("code", lingo.T("Koden stämmer inte.", "That is not the code.")).
	Try(lingo.T("Vänta på nästa kod i appen och skriv den. En kod fungerar bara en gång.", "Wait for the next code in the app and write that. A code works only once."))

// may asks whether somebody may change how she signs in, from the session she sits in. She has been let in by less than she
// has: whoever only knows her password must not be able to add a key of their own.
func (r *Room) may(ctx context.Context, actor people.Actor, s people.Session) error {
	if err := people.Ask(actor, people.FactorOwn, "", r.clock.Now()); err != nil {
		return err
	}
	if s.How != people.HowPassword {
		return nil
	}
	own, err := r.Factors(ctx, actor)
	if err != nil {
		return err
	}
	if own.Any() {
		return fault.New(fault.Forbidden, lingo.T("Du är inloggad med bara lösenord.", "You are signed in with a password only.")).
			Try(lingo.T("Logga in med din inloggningsnyckel, så kan du ändra hur du loggar in.", "Sign in with your passkey, and you can change how you sign in."))
	}
	return nil
}

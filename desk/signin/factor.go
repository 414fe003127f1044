package signin

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
)

// Factors is what somebody has besides a password.
type Factors struct {
	Passkeys []Passkey
	Code     time.Time // since when she has a second step; zero when she has none
	Reserves int       // reserve codes left
}

// Any reports whether she has anything at all besides a password.
func (f Factors) Any() bool { return len(f.Passkeys) > 0 || !f.Code.IsZero() }

// Factors returns what the actor has besides a password. Right: factor.own.
func (r *Room) Factors(ctx context.Context, actor people.Actor) (Factors, error) {
	if err := people.Ask(actor, people.FactorOwn, "", r.clock.Now()); err != nil {
		return Factors{}, err
	}
	var f Factors
	var err error
	if f.Passkeys, err = r.store.Passkeys(ctx, actor.Person.ID); err != nil {
		return Factors{}, err
	}
	e, err := r.store.Enrolment(ctx, actor.Person.ID)
	if fault.Is(err, fault.NotFound) {
		return f, nil
	}
	if err != nil {
		return Factors{}, err
	}
	f.Code = e.At
	left, err := r.store.Reserves(ctx, actor.Person.ID)
	f.Reserves = len(left)
	return f, err
}

// Stronger begins a new session for somebody who has just shown more than a password in the one she sits in, and ends that.
// It does nothing, and returns "", when the session was strong already.
func (r *Room) Stronger(ctx context.Context, actor people.Actor, s people.Session, how string, a people.Attempt) (secret string, err error) {
	if s.How != people.HowPassword {
		return "", nil
	}
	if secret, _, err = r.with.People.Begin(ctx, actor.Person.ID, how, a); err != nil {
		return "", err
	}
	return secret, r.with.People.EndSession(ctx, actor, s.ID)
}

package people

import (
	"context"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// Demand (krav) says which roles ask for more than a password. Whoever holds one of them and has shown nothing but a password
// may set up a second step, and nothing else, until she has. The newest counts.
type Demand struct {
	ID    string
	Roles []Role
	By    string
	At    time.Time
}

// Asks reports whether the demand concerns somebody, for the roles she holds now.
func (d Demand) Asks(a Actor, now time.Time) bool {
	for _, g := range a.Grants {
		if g.InForce(now) && slices.Contains(d.Roles, g.Role) {
			return true
		}
	}
	for _, m := range a.Mandates {
		if m.InForce(now) && slices.Contains(d.Roles, m.Role) {
			return true
		}
	}
	return false
}

// TooWeak is the fault when somebody has shown less than her role demands.
var TooWeak = fault.New(fault.Forbidden, lingo.T("Din roll kräver mer än ett lösenord.", "Your role asks for more than a password.")).
	Try(lingo.T("Skaffa en inloggningsnyckel eller ett andra steg under Mina inställningar. Sedan fortsätter du som vanligt.",
		"Get a passkey or a second step under My settings. Then go on as usual."))

// mends reports whether a right is one of those by which a weak sign-in is made a strong one, or ended.
func mends(right Right) bool {
	return right == FactorOwn || right == SessionOwn || right == PasswordOwn
}

// weak reports whether a session is too weak for what the person may do.
func (r *Room) weak(ctx context.Context, a Actor, s Session, now time.Time) (bool, error) {
	if s.How != HowPassword {
		return false, nil
	}
	d, err := r.store.Demand(ctx)
	return d.Asks(a, now), err
}

// Demanded returns the demand in force. Right: settings.read.
func (r *Room) Demanded(ctx context.Context, actor Actor) (Demand, error) {
	if err := Ask(actor, SettingsRead, "", r.clock.Now()); err != nil {
		return Demand{}, err
	}
	return r.store.Demand(ctx)
}

// demandSubject is what the demand is about on the record.
const demandSubject = "signin"

// SetDemand decides which roles ask for more than a password; none lifts the demand. Right: settings.write. It holds at once,
// also for those who are signed in already.
func (r *Room) SetDemand(ctx context.Context, actor Actor, roles []Role) error {
	now := r.clock.Now()
	if err := Ask(actor, SettingsWrite, "", now); err != nil {
		return err
	}
	roles = slices.Clone(roles)
	slices.Sort(roles)
	roles = slices.Compact(roles)
	for _, role := range roles {
		if !slices.Contains(Roles, role) {
			return invalid("roles", lingo.T("Vi känner inte till rollen %q.", "We do not know the role %q.").Put(string(role)))
		}
	}
	d := Demand{ID: ident.New(now), Roles: roles, By: actor.Person.ID, At: now}
	_, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{
		act("signin.demanded", demandSubject, actor, now, map[string]any{"roles": roles, "count": len(roles)}, d)}})
	return err
}

package people

import (
	"context"
	"slices"
	"time"

	"tilltal/base/ident"
	"tilltal/desk"
)

// FollowGroups gives a person the roles and the mandates that her groups at the identity provider lead to, and takes back those
// that groups once gave and give no more. What a colleague gave is left alone. It is done each time she signs in there.
//
// Three promises are stronger than a group: an auditor has no other role, there is always an administrator, and at an account
// that is closed, or that there is not, nobody works.
func (r *Room) FollowGroups(ctx context.Context, person string, wanted Membership) error {
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		at, err := r.places(ctx, person, wanted.Seats)
		if err != nil {
			return desk.Change{}, err
		}
		to, err := r.Load(ctx, person)
		if err != nil {
			return desk.Change{}, err
		}
		admins, err := r.store.GrantsOf(ctx, Administrator)
		if err != nil {
			return desk.Change{}, err
		}
		now := r.clock.Now()
		by := Routine(RoutineProvider, now)
		ended, to := at.end(by, to, now)
		c, to := decideGroups(by, to, wanted.Roles, admins, now)
		c.Acts = append(append(ended, c.Acts...), at.give(by, to, now)...)
		c.Expect = append(c.Expect, at.expect(c.Acts)...)
		if len(c.Acts) == 0 {
			return c, alreadyDone
		}
		return c, stillHere(to.Person)
	})
	if err == error(alreadyDone) {
		return nil
	}
	return err
}

// decideGroups decides the roles, and returns the person as she is with them.
func decideGroups(by, to Actor, wanted []Role, admins []Grant, now time.Time) (desk.Change, Actor) {
	c := desk.Change{Expect: []desk.Expect{{Subject: to.Person.ID, Seen: to.Person.Seen}}}
	kept := slices.Clone(to.Grants)
	for i, g := range kept {
		if g.GivenBy != RoutineProvider || !notOver(g.Until, g.RevokedAt, now) || slices.Contains(wanted, g.Role) {
			continue
		}
		if g.Role == Administrator && !anotherHolds(admins, g.Person, now) {
			continue // somebody must be able to open the door for the others
		}
		kept[i].RevokedAt = now
		f := Revoking{ID: ident.New(now), Grant: g.ID, By: by.Person.ID, At: now}
		c.Acts = append(c.Acts, act("role.revoked", to.Person.ID, by, now, map[string]any{"name": to.Person.Name, "role": string(g.Role)}, f))
	}
	to.Grants = kept
	for _, role := range Roles {
		if !slices.Contains(wanted, role) || !role.ByGrant() || to.Holds(role, now) || auditorApart(to, role, now) != nil {
			continue
		}
		g := Grant{ID: ident.New(now), Person: to.Person.ID, Role: role, GivenBy: by.Person.ID, From: now}
		to.Grants = append(to.Grants, g)
		c.Acts = append(c.Acts, Granted(by, to.Person, g, now))
	}
	return c, to
}

package people

import (
	"context"
	"slices"
	"time"

	"tilltal/base/ident"
	"tilltal/desk"
)

// FollowGroups gives a person the roles that her groups at the identity provider lead to, and takes back those that groups
// once gave and give no more. Roles that a colleague gave are left alone. It is done each time she signs in there.
//
// Two promises are stronger than a group: an auditor has no other role, and there is always an administrator.
func (r *Room) FollowGroups(ctx context.Context, person string, wanted []Role) error {
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		to, err := r.Load(ctx, person)
		if err != nil {
			return desk.Change{}, err
		}
		admins, err := r.store.GrantsOf(ctx, Administrator)
		if err != nil {
			return desk.Change{}, err
		}
		now := r.clock.Now()
		c := decideGroups(Routine(RoutineProvider, now), to, wanted, admins, now)
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

func decideGroups(by, to Actor, wanted []Role, admins []Grant, now time.Time) desk.Change {
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
	return c
}

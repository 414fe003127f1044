package people

import (
	"context"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/desk"
)

// Membership (grupptillhörighet) is what somebody's groups at the identity provider lead to.
type Membership struct {
	Roles []Role // for the whole authority
	Seats []Seat // at accounts
}

// Seat (plats) is what a group leads to at one account: that its members may write there, or edit.
//
// A group makes nobody owner or deputy: an account's owners are two named persons who have agreed to answer for it, and there is
// no moment without them. A group at another server promises neither.
type Seat struct {
	Account string // its handle
	Role    Role   // Voice or Communicator
}

// BySeat reports whether a group may lead to a role at an account.
func (r Role) BySeat() bool { return r == Voice || r == Communicator }

// place is an account as it was when it was looked at, with the roles that a person's groups lead to there.
type place struct {
	seen  int64
	open  bool
	roles []Role
}

// places are the accounts that a person's groups touch, by id.
type places map[string]place

// places looks at the accounts where groups lead to a role, and at those where they did before. It is done before the person is
// loaded: what happens meanwhile makes the commit say so.
func (r *Room) places(ctx context.Context, person string, seats []Seat) (places, error) {
	out := places{}
	had, err := r.store.Mandates(ctx, person)
	if err != nil {
		return nil, err
	}
	wanted := map[string][]Role{}
	for _, m := range had {
		if m.GivenBy == RoutineProvider {
			wanted[m.Account] = nil
		}
	}
	for _, s := range seats {
		id, err := r.store.AccountCalled(ctx, s.Account)
		if fault.Is(err, fault.NotFound) || !s.Role.BySeat() {
			continue // there is no such account yet
		}
		if err != nil {
			return nil, err
		}
		wanted[id] = append(wanted[id], s.Role)
	}
	for id, roles := range wanted {
		p := place{roles: roles}
		if p.seen, p.open, err = r.store.AccountSeen(ctx, id); err != nil {
			return nil, err
		}
		out[id] = p
	}
	return out, nil
}

// end decides which mandates that groups gave are over, and returns the person as she is without them.
func (at places) end(by, to Actor, now time.Time) (acts []desk.Act, _ Actor) {
	to.Mandates = slices.Clone(to.Mandates)
	for i, m := range to.Mandates {
		p := at[m.Account]
		if m.GivenBy != RoutineProvider || !notOver(m.Until, m.EndedAt, now) || p.open && slices.Contains(p.roles, m.Role) {
			continue
		}
		to.Mandates[i].EndedAt = now
		acts = append(acts, ended(by, to.Person, m, now))
	}
	return acts, to
}

// give decides which mandates groups give her that she has not already, whoever gave them.
func (at places) give(by, to Actor, now time.Time) (acts []desk.Act) {
	for _, id := range at.inOrder() {
		p := at[id]
		for _, role := range []Role{Communicator, Voice} {
			m := Appointment{Person: to.Person.ID, Account: id, Role: role}.mandate(by, now)
			if !slices.Contains(p.roles, role) || sound(to, m, p.open) != nil || auditorApart(to, role, now) != nil {
				continue
			}
			acts = append(acts, Commissioned(by, to.Person, m, now))
		}
	}
	return acts
}

func (at places) inOrder() []string {
	ids := make([]string, 0, len(at))
	for id := range at {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// expect is that the accounts are as they were when the acts about them were decided.
func (at places) expect(acts []desk.Act) (out []desk.Expect) {
	for _, id := range at.inOrder() {
		if slices.ContainsFunc(acts, func(a desk.Act) bool { return a.Subject == id }) {
			out = append(out, desk.Expect{Subject: id, Seen: at[id].seen})
		}
	}
	return out
}

// ended is the act by which a mandate ends.
func ended(by Actor, p Person, m Mandate, now time.Time) desk.Act {
	a := act("mandate.ended", m.Account, by, now, map[string]any{"person": m.Person, "name": p.Name, "role": string(m.Role)},
		Decommissioning{ID: ident.New(now), Mandate: m.ID, By: by.Person.ID, At: now})
	a.Account = m.Account
	return a
}

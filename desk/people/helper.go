package people

import (
	"context"
	"slices"
	"strings"

	"tilltal/base/fault"
)

// helping are the roles for the whole authority whose holders can be handed a conversation by name.
var helping = []Role{Communicator, Expert, DecisionMaker}

// Helpers lists those whom a conversation at an account can be handed to, by name and each once: who has a mandate there,
// and communicators, experts and decision makers of the whole authority. Right: account.read.
func (r *Room) Helpers(ctx context.Context, actor Actor, account string) ([]Person, error) {
	colleagues, err := r.Colleagues(ctx, actor, account)
	if err != nil {
		return nil, err
	}
	found := map[string]Person{}
	for _, c := range colleagues {
		found[c.Person.ID] = c.Person
	}
	now := r.clock.Now()
	for _, role := range helping {
		grants, err := r.store.GrantsOf(ctx, role)
		if err != nil {
			return nil, err
		}
		for _, g := range grants {
			if _, known := found[g.Person]; known || !g.InForce(now) {
				continue
			}
			p, err := r.store.Person(ctx, g.Person)
			if err != nil {
				return nil, fault.Wrap("helpers", err)
			}
			found[p.ID] = p
		}
	}
	var out []Person
	for _, p := range found {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Person) int {
		return strings.Compare(a.Name+a.ID, b.Name+b.ID)
	})
	return out, nil
}

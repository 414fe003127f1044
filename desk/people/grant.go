package people

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// Grant gives a person a role for the whole authority, from now until the given moment; the zero time is until it is
// revoked. Right: people.grant. Nobody gives herself a role, and an auditor has no other.
func (r *Room) Grant(ctx context.Context, actor Actor, person string, role Role, until time.Time) (Grant, error) {
	now := r.clock.Now()
	if err := Ask(actor, PeopleGrant, "", now); err != nil {
		return Grant{}, err
	}
	g := Grant{ID: ident.New(now), Person: person, Role: role, GivenBy: actor.Person.ID, From: now, Until: until}
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		to, err := r.Load(ctx, person)
		if err != nil {
			return desk.Change{}, err
		}
		return decideGrant(actor, to, g, now)
	})
	return g, err
}

func decideGrant(actor, to Actor, g Grant, now time.Time) (desk.Change, error) {
	if err := stillHere(to.Person); err != nil {
		return desk.Change{}, err
	}
	if err := notOneself(actor, to.Person); err != nil {
		return desk.Change{}, err
	}
	switch {
	case !g.Role.ByGrant():
		return desk.Change{}, invalid("role", lingo.T("Den rollen ges för ett konto i taget. Utse personen på kontots sida.",
			"That role is given for one account at a time. Appoint the person on the account's page."))
	case !g.Until.IsZero() && !g.Until.After(now):
		return desk.Change{}, invalid("until", lingo.T("Slutdagen har redan varit. Välj en senare dag.",
			"The last day has already passed. Choose a later day."))
	case to.Holds(g.Role, now):
		return desk.Change{}, invalid("role", lingo.T("%s har redan rollen %s.", "%s already has the role %s.").Put(to.Person.Name, g.Role.Title()))
	}
	if err := auditorApart(to, g.Role, now); err != nil {
		return desk.Change{}, err
	}
	return desk.Change{
		Expect: []desk.Expect{{Subject: to.Person.ID, Seen: to.Person.Seen}},
		Acts:   []desk.Act{Granted(actor, to.Person, g, now)},
	}, nil
}

// Granted is the act by which a role is given, for those who have decided it. First start uses it.
func Granted(actor Actor, to Person, g Grant, now time.Time) desk.Act {
	return act("role.granted", to.ID, actor, now, map[string]any{"name": to.Name, "role": string(g.Role), "until": g.Until}, Granting{g})
}

// notOneself refuses to give oneself more: that is always somebody else's decision.
func notOneself(actor Actor, to Person) error {
	if actor.Person.ID == to.ID {
		return fault.New(fault.Forbidden, lingo.T("Ingen ger sig själv en roll.", "Nobody gives themselves a role.")).
			Try(lingo.T("Be en kollega som får dela ut den.", "Ask a colleague who may give it."))
	}
	return nil
}

// auditorApart keeps the one who audits from doing what is audited.
func auditorApart(to Actor, role Role, now time.Time) error {
	other := false
	for _, g := range to.Grants {
		other = other || g.Role != Auditor && notOver(g.Until, g.RevokedAt, now)
	}
	for _, m := range to.Mandates {
		other = other || notOver(m.Until, m.EndedAt, now)
	}
	if role == Auditor && other || role != Auditor && to.Holds(Auditor, now) {
		return invalid("role", lingo.T("Den som är revisor kan inte ha någon annan roll.", "An auditor cannot have any other role.")).
			Try(lingo.T("Avsluta det ena uppdraget först.", "End the one before you give the other."))
	}
	return nil
}

// notOver reports whether something holds now, or will later.
func notOver(until, ended, now time.Time) bool {
	return ended.IsZero() && (until.IsZero() || now.Before(until))
}

// Revoke ends a grant at once. Right: people.grant. The last administrator cannot be revoked: appoint another first.
func (r *Room) Revoke(ctx context.Context, actor Actor, grant string) error {
	now := r.clock.Now()
	if err := Ask(actor, PeopleGrant, "", now); err != nil {
		return err
	}
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		g, err := r.store.Grant(ctx, grant)
		if err != nil {
			return desk.Change{}, err
		}
		p, err := r.store.Person(ctx, g.Person)
		if err != nil {
			return desk.Change{}, err
		}
		if g, err = r.store.Grant(ctx, grant); err != nil { // once more: as it is now that her last entry is known
			return desk.Change{}, err
		}
		others, err := r.store.GrantsOf(ctx, g.Role)
		if err != nil {
			return desk.Change{}, err
		}
		return decideRevocation(actor, p, g, others, now)
	})
	return err
}

func decideRevocation(actor Actor, p Person, g Grant, sameRole []Grant, now time.Time) (desk.Change, error) {
	if !notOver(g.Until, g.RevokedAt, now) {
		return desk.Change{}, fault.New(fault.Gone, lingo.T("Rollen är redan avslutad.", "The role has already ended."))
	}
	if g.Role == Administrator && !anotherHolds(sameRole, g.Person, now) {
		return desk.Change{}, fault.New(fault.Forbidden, lingo.T("%s är den sista administratören.", "%s is the last administrator.").Put(p.Name)).
			Try(lingo.T("Gör en kollega till administratör först.", "Make a colleague administrator first."))
	}
	f := Revoking{ID: ident.New(now), Grant: g.ID, By: actor.Person.ID, At: now}
	return desk.Change{
		Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
		Acts:   []desk.Act{act("role.revoked", p.ID, actor, now, map[string]any{"name": p.Name, "role": string(g.Role)}, f)},
	}, nil
}

func anotherHolds(grants []Grant, but string, now time.Time) bool {
	for _, g := range grants {
		if g.Person != but && g.InForce(now) && g.Until.IsZero() {
			return true
		}
	}
	return false
}

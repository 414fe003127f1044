package people

import (
	"time"

	"tilltal/base/ident"
	"tilltal/desk"
)

// Works reports whether the actor works here now and, when a token speaks for her, the token was made for this right. It is
// for what concerns her by name before she holds any role there, or after: a shift of hers that is to come, a handover of
// hers that is to be written. The caller has found that the thing is hers.
func (a Actor) Works(right Right, now time.Time) bool {
	return !a.gone(now) && !a.Weak && a.inScope(right)
}

// AskHers is [Ask] for a thing that concerns somebody by name, whatever her roles: hers says whether it does.
func AskHers(a Actor, right Right, account string, hers bool, now time.Time) error {
	if a.May(right, account, now) || hers && a.Works(right, now) {
		return nil
	}
	return refuse(a, right, now)
}

// Has reports whether the actor, by mandates and grants that somebody has given her to keep, may do something at an account
// during all of a time to come: then nobody needs to give her another. Without names mandates that do not count.
func (a Actor) Has(right Right, account string, from, until time.Time, without ...string) bool {
	if a.Person.Left() {
		return false
	}
	for _, g := range a.Grants {
		if g.Role.ByGrant() && g.Role.Gives(right) >= OneAccount && lasts(g.From, g.Until, g.RevokedAt, from, until) {
			return true
		}
	}
	for _, m := range a.Mandates {
		if m.Account == account && m.Role.ByMandate() && withMandate(m.Role.Gives(right)) >= OneAccount &&
			lasts(m.From, m.Until, m.EndedAt, from, until) && !named(without, m.ID) {
			return true
		}
	}
	return false
}

// Ahead reports whether somebody who works here has been given what will let her do something at an account, but not yet: a
// mandate to come, her own or a shift's. It gives nothing before its time. It is for what she should know on the first day:
// the frames are read before it.
func (a Actor) Ahead(right Right, account string, now time.Time) bool {
	if !a.Works(right, now) {
		return false
	}
	for _, m := range a.Mandates {
		if m.Person == a.Person.ID && m.Account == account && m.Role.ByMandate() && withMandate(m.Role.Gives(right)) >= OneAccount &&
			m.EndedAt.IsZero() && now.Before(m.From) {
			return true
		}
	}
	return false
}

func lasts(since, to, ended, from, until time.Time) bool {
	return ended.IsZero() && !since.After(from) && (to.IsZero() || !to.Before(until))
}

func named(list []string, id string) bool {
	for _, n := range list {
		if n == id {
			return true
		}
	}
	return false
}

// Lend decides the mandate of somebody who speaks for an account during a time that a colleague has planned, a shift: the
// act, or why she cannot have it. By is the colleague, and nobody plans herself into a right that she does not have. Unlike
// [Room.Commission] it lets the mandate lie over others: a right that is had twice is one right. A mandate that would have
// begun already begins now.
//
// The caller has asked for the right to plan, and expects the person, the account and the calendar to be as they were.
func Lend(who desk.Who, by string, to Actor, m Mandate, open bool, now time.Time) (Mandate, desk.Act, error) {
	if err := stillHere(to.Person); err != nil {
		return Mandate{}, desk.Act{}, err
	}
	if err := notOneself(Actor{Person: Person{ID: by}}, to.Person); err != nil {
		return Mandate{}, desk.Act{}, err
	}
	if m.From.Before(now) {
		m.From = now
	}
	m.ID, m.Person, m.GivenBy = ident.New(now), to.Person.ID, by
	if err := sound(Actor{Person: to.Person}, m, open); err != nil {
		return Mandate{}, desk.Act{}, err
	}
	if err := auditorApart(to, m.Role, now); err != nil {
		return Mandate{}, desk.Act{}, err
	}
	return m, commissioned(who, to.Person, m, now), nil
}

// Recall is the act by which a mandate that was lent ends, now.
func Recall(who desk.Who, by string, m Mandate, name string, now time.Time) desk.Act {
	return desk.Act{Kind: "mandate.ended", Subject: m.Account, Account: m.Account, Who: who, At: now,
		Say:   map[string]any{"person": m.Person, "name": name, "role": string(m.Role)},
		Facts: []any{Decommissioning{ID: ident.New(now), Mandate: m.ID, By: by, At: now}}}
}

// Served reports whether the actor works here, has had a mandate at an account, and has none there any more: it was for a
// time, and the time is over.
func (a Actor) Served(account string, now time.Time) bool {
	served := false
	for _, m := range a.Mandates {
		if m.Account != account {
			continue
		}
		if m.InForce(now) {
			return false
		}
		served = served || !now.Before(m.From)
	}
	return served && !a.Person.Left()
}

package people

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// Quorum is how many owners every account has at least.
const Quorum = 2

// OwnersAt counts the owners in force at a moment among an account's mandates, without the one named, who may be "".
func OwnersAt(mandates []Mandate, but string, now time.Time) int {
	owners := make(map[string]bool)
	for _, m := range mandates {
		if m.Role == Owner && m.InForce(now) && m.Person != but {
			owners[m.Person] = true
		}
	}
	return len(owners)
}

// Appointment is what one asks for when somebody is to work at an account.
type Appointment struct {
	Person  string
	Account string
	Role    Role      // Owner, Deputy, Communicator or Voice
	From    time.Time // zero, or a time that has been: from now
	Until   time.Time // zero: until ended. An owner is one until somebody ends it
}

// Commission gives a person a mandate at an account. Right: people.owners for owners and deputies, people.mandate for the
// rest, at that account. Nobody appoints herself, and an auditor has no mandate.
func (r *Room) Commission(ctx context.Context, actor Actor, a Appointment) (Mandate, error) {
	now := r.clock.Now()
	if err := Ask(actor, rightFor(a.Role), a.Account, now); err != nil {
		return Mandate{}, err
	}
	m := a.mandate(actor, now)
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		seen, open, err := r.store.AccountSeen(ctx, a.Account)
		if err != nil {
			return desk.Change{}, err
		}
		to, err := r.Load(ctx, a.Person)
		if err != nil {
			return desk.Change{}, err
		}
		c, err := decideCommission(actor, to, m, open, now)
		c.Expect = append(c.Expect, desk.Expect{Subject: a.Account, Seen: seen})
		return c, err
	})
	return m, err
}

func (a Appointment) mandate(actor Actor, now time.Time) Mandate {
	m := Mandate{ID: ident.New(now), Person: a.Person, Account: a.Account, Role: a.Role, GivenBy: actor.Person.ID, From: a.From, Until: a.Until}
	if m.From.Before(now) {
		m.From = now // nobody is given a right in the past
	}
	return m
}

// rightFor is the right by which a role at an account is given and taken.
func rightFor(role Role) Right {
	if role == Voice || role == Communicator {
		return PeopleMandate
	}
	return PeopleOwners
}

func decideCommission(actor, to Actor, m Mandate, open bool, now time.Time) (desk.Change, error) {
	if err := stillHere(to.Person); err != nil {
		return desk.Change{}, err
	}
	if err := notOneself(actor, to.Person); err != nil {
		return desk.Change{}, err
	}
	if err := sound(to, m, open); err != nil {
		return desk.Change{}, err
	}
	if err := auditorApart(to, m.Role, now); err != nil {
		return desk.Change{}, err
	}
	return desk.Change{
		Expect: []desk.Expect{{Subject: to.Person.ID, Seen: to.Person.Seen}},
		Acts:   []desk.Act{Commissioned(actor, to.Person, m, now)},
	}, nil
}

// sound refuses a mandate that makes no sense in itself.
func sound(to Actor, m Mandate, open bool) error {
	switch {
	case !open:
		return fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	case !m.Role.ByMandate():
		return invalid("role", lingo.T("Den rollen ges för hela myndigheten, inte för ett konto.",
			"That role is given for the whole authority, not for one account."))
	case !m.Until.IsZero() && !m.Until.After(m.From):
		return invalid("until", lingo.T("Uppdraget slutar innan det börjar. Välj en senare slutdag.",
			"The mandate ends before it begins. Choose a later last day."))
	case m.Role == Owner && !m.Until.IsZero():
		return invalid("until", lingo.T("En kontoansvarig har uppdraget tills någon annan tar över. Lämna slutdagen tom.",
			"An account owner holds the mandate until somebody takes over. Leave the last day empty."))
	}
	for _, had := range to.Mandates {
		if had.Account == m.Account && had.Role == m.Role && overlap(had, m) {
			return invalid("role", lingo.T("%s är redan %s på kontot under den tiden.",
				"%s is already %s at the account during that time.").Put(to.Person.Name, m.Role.Title()))
		}
	}
	return nil
}

func overlap(a, b Mandate) bool {
	return a.EndedAt.IsZero() && (a.Until.IsZero() || b.From.Before(a.Until)) && (b.Until.IsZero() || a.From.Before(b.Until))
}

// Commissioned is the act by which a mandate is given, for those who have decided it. First start and the opening of an
// account use it.
func Commissioned(actor Actor, to Person, m Mandate, now time.Time) desk.Act {
	return commissioned(actor.Who(), to, m, now)
}

func commissioned(who desk.Who, to Person, m Mandate, now time.Time) desk.Act {
	return desk.Act{Kind: "mandate.given", Subject: m.Account, Account: m.Account, Who: who, At: now, Say: map[string]any{
		"person": to.ID, "name": to.Name, "role": string(m.Role), "from": m.From, "until": m.Until}, Facts: []any{Commissioning{m}}}
}

// Decommission ends a mandate at once. Right: the one by which it is given; anybody may lay down her own. An owner who would
// leave the account with fewer than two needs a successor: the id of somebody who becomes owner in the same act. "" is none.
func (r *Room) Decommission(ctx context.Context, actor Actor, mandate, successor string) error {
	now := r.clock.Now()
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		e, err := r.ending(ctx, mandate, successor)
		if err != nil {
			return desk.Change{}, err
		}
		right := rightFor(e.mandate.Role)
		laysDown := e.mandate.Person == actor.Person.ID && successor == "" && !actor.gone(now) && actor.inScope(right)
		if err := Ask(actor, right, e.mandate.Account, now); err != nil && !laysDown {
			return desk.Change{}, err
		}
		return decideEnding(actor, e, now)
	})
	return err
}

// ending is what must be known to end a mandate.
type ending struct {
	mandate   Mandate
	person    Person
	successor *Actor
	account   owned
	open      bool
}

func (r *Room) ending(ctx context.Context, mandate, successor string) (ending, error) {
	var e ending
	var err error
	if e.mandate, err = r.store.Mandate(ctx, mandate); err != nil {
		return e, err
	}
	e.account.account = e.mandate.Account
	if e.account.seen, e.open, err = r.store.AccountSeen(ctx, e.mandate.Account); err != nil {
		return e, err
	}
	if e.account.mandates, err = r.store.MandatesAt(ctx, e.mandate.Account); err != nil {
		return e, err
	}
	for _, m := range e.account.mandates {
		if m.ID == mandate {
			e.mandate = m // as it was when the account was last seen
		}
	}
	if e.person, err = r.store.Person(ctx, e.mandate.Person); err != nil {
		return e, err
	}
	if successor != "" {
		s, err := r.Load(ctx, successor)
		if err != nil {
			return e, err
		}
		e.successor = &s
	}
	return e, nil
}

func decideEnding(actor Actor, e ending, now time.Time) (desk.Change, error) {
	m := e.mandate
	if !notOver(m.Until, m.EndedAt, now) {
		return desk.Change{}, fault.New(fault.Gone, lingo.T("Uppdraget är redan avslutat.", "The mandate has already ended."))
	}
	var c desk.Change
	owners := OwnersAt(e.account.mandates, "", now)
	if m.Role == Owner && m.InForce(now) {
		owners--
	}
	if e.successor != nil {
		next := Appointment{Person: e.successor.Person.ID, Account: m.Account, Role: Owner}.mandate(actor, now)
		var err error
		if c, err = decideCommission(actor, *e.successor, next, e.open, now); err != nil {
			return desk.Change{}, err
		}
		owners++
	}
	if m.Role == Owner && m.InForce(now) && e.open && owners < Quorum {
		return desk.Change{}, fault.New(fault.Forbidden, lingo.T("Ett konto har alltid minst två kontoansvariga.", "An account always has at least two owners.")).At("successor").
			Try(lingo.T("Välj vem som tar över, så byter ni samtidigt.", "Choose who takes over, and you change at the same moment."))
	}
	c.Acts = append(c.Acts, ended(actor, e.person, m, now))
	c.Expect = append(c.Expect, desk.Expect{Subject: m.Account, Seen: e.account.seen})
	return c, nil
}

// OwnerFromTheStart decides the mandate of an owner of an account that is just opening: the act, or why she cannot be one.
// Whoever opens an account may be one of its owners.
func OwnerFromTheStart(actor, to Actor, account string, now time.Time) (desk.Act, error) {
	if err := stillHere(to.Person); err != nil {
		return desk.Act{}, err
	}
	if err := auditorApart(to, Owner, now); err != nil {
		return desk.Act{}, err
	}
	m := Appointment{Person: to.Person.ID, Account: account, Role: Owner}.mandate(actor, now)
	return Commissioned(actor, to.Person, m, now), nil
}

package account

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Recharter puts a new charter in force from now. Right: account.charter. Its Number is that of the charter it was written
// from: if another has been put in force since, the fault is Conflict and nothing is written. Comments keep to the rules
// that were in force when they were written.
func (r *Room) Recharter(ctx context.Context, actor people.Actor, account string, c Charter) (Account, error) {
	now := r.clock.Now()
	if err := people.Ask(actor, people.AccountCharter, account, now); err != nil {
		return Account{}, err
	}
	c, err := c.Tidy()
	if err != nil {
		return Account{}, err
	}
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		a, err := r.store.Account(ctx, account)
		if err != nil {
			return desk.Change{}, err
		}
		return decideCharter(actor, a, c, now)
	})
	if err != nil {
		return Account{}, err
	}
	return r.store.Account(ctx, account)
}

func decideCharter(actor people.Actor, a Account, c Charter, now time.Time) (desk.Change, error) {
	if err := open(a); err != nil {
		return desk.Change{}, err
	}
	if c.Number != a.Number {
		return desk.Change{}, fault.New(fault.Conflict, lingo.T("En kollega har nyss ändrat beskrivningen.", "A colleague has just changed the description.")).
			Try(lingo.T("Läs den nya och gör din ändring i den. Det du skrev finns kvar.", "Read the new one and make your change in it. What you wrote is still here."))
	}
	c.Signature = c.Signature.Or(a.Signature) // who does not ask for another does not change it
	changed := Changed(a.Charter, c)
	if len(changed) == 0 {
		return desk.Change{}, fault.New(fault.Invalid, lingo.T("Du har inte ändrat något.", "You have not changed anything."))
	}
	facts := chartering(actor, a.ID, a.Number+1, c, now)
	var jobs []desk.Job
	if a.Name != c.Name || a.Purpose != c.Purpose {
		jobs = []desk.Job{showing(a.ID, facts[0].(Chartering).ID)}
	}
	return desk.Change{
		Expect: []desk.Expect{{Subject: a.ID, Seen: a.Seen}},
		Jobs:   jobs,
		Acts: []desk.Act{act("account.chartered", a.ID, actor, now, map[string]any{"number": a.Number + 1, "changed": changed, "substance": c.Substance},
			facts...)},
	}, nil
}

// Changed names the parts in which two charters differ, in lower case: "rules", "hours".
func Changed(a, b Charter) []string {
	var out []string
	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range va.NumField() {
		name := va.Type().Field(i).Name
		if name == "Number" || name == "Substance" || name == "ChangedAt" || name == "ChangedBy" || alike(va.Field(i), vb.Field(i)) {
			continue
		}
		out = append(out, strings.ToLower(name))
	}
	return out
}

// alike is equality, where no list is the same as an empty one, and hours that read the same are the same.
func alike(a, b reflect.Value) bool {
	if s, ok := a.Interface().(fmt.Stringer); ok {
		return s.String() == b.Interface().(fmt.Stringer).String()
	}
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// Close closes an account for good, with the reason in words, and ends every mandate at it. Right: account.close. It stays
// in the register, and what it has said stays on the square.
func (r *Room) Close(ctx context.Context, actor people.Actor, account, reason string) error {
	now := r.clock.Now()
	if err := people.Ask(actor, people.AccountClose, account, now); err != nil {
		return err
	}
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		a, err := r.store.Account(ctx, account)
		if err != nil {
			return desk.Change{}, err
		}
		mandates, err := r.store.MandatesAt(ctx, account)
		if err != nil {
			return desk.Change{}, err
		}
		return decideClosure(actor, a, mandates, strings.TrimSpace(reason), now)
	})
	return err
}

func decideClosure(actor people.Actor, a Account, mandates []people.Mandate, reason string, now time.Time) (desk.Change, error) {
	if err := open(a); err != nil {
		return desk.Change{}, err
	}
	if n := len([]rune(reason)); n == 0 || n > mostLine || !readable(reason, true) {
		return desk.Change{}, fault.New(fault.Invalid, lingo.T("Skriv varför ni stänger kontot, högst %d tecken.", "Write why the account closes, in %d characters at most.").Put(mostLine)).At("reason")
	}
	by := actor.Person.ID
	facts := []any{Closure{ID: ident.New(now), Account: a.ID, By: by, Reason: reason, At: now}}
	for _, m := range mandates {
		if m.EndedAt.IsZero() {
			facts = append(facts, people.Decommissioning{ID: ident.New(now), Mandate: m.ID, By: by, At: now})
		}
	}
	return desk.Change{
		Expect: []desk.Expect{{Subject: a.ID, Seen: a.Seen}},
		Acts:   []desk.Act{act("account.closed", a.ID, actor, now, map[string]any{"name": a.Name, "reason": reason}, facts...)},
	}, nil
}

func open(a Account) error {
	if a.Closed() {
		return fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	}
	return nil
}

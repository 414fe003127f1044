// Package start is the first day (första start): somebody who has just installed the desk says which authority it is for,
// where its square stands, who looks after the installation, and which account it begins with and who answers for it. All of
// it is one change, so that there is never half a desk; and it can be done once, when nobody has ever been hired.
//
// From then on colleagues are hired, accounts opened and settings changed each in its own room.
package start

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/people"
)

// Store is what this room needs kept.
type Store interface {
	desk.Committer
	// AnyPerson reports whether anybody has ever been hired.
	AnyPerson(ctx context.Context) (bool, error)
}

// Passwords checks and hashes a first password: the people room.
type Passwords interface {
	HashFirst(ctx context.Context, n people.Newcomer, password string) (string, error)
}

// Room is the first day. Its methods are the use cases.
type Room struct {
	store     Store
	passwords Passwords
	clock     clock.Clock
}

// New opens the room.
func New(store Store, passwords Passwords, clock clock.Clock) *Room {
	return &Room{store: store, passwords: passwords, clock: clock}
}

// Needed reports whether the desk has not been started yet.
func (r *Room) Needed(ctx context.Context) (bool, error) {
	any, err := r.store.AnyPerson(ctx)
	return !any, err
}

// Form is what must be known on the first day.
type Form struct {
	Authority authority.Settings
	Admin     people.Newcomer
	Password  string // the administrator's
	Account   account.Plan
	Owners    []people.Newcomer // two or more. One of them may be the administrator: she is known by her e-mail address
}

// Begun is what came of it. Owners who were hired are told of their links by whoever started the desk.
type Begun struct {
	Admin   people.Person
	Account string // id
	Owners  []people.Welcome
}

// Begin starts the desk. The fault is Forbidden when it has been started already; otherwise a fault.List whose fields are
// authority.…, admin.…, account.… and owners.1.….
func (r *Room) Begin(ctx context.Context, f Form) (Begun, error) {
	needed, err := r.Needed(ctx)
	if err != nil {
		return Begun{}, err
	}
	if !needed {
		return Begun{}, started()
	}
	f, wrong := f.tidy()
	hash, err := r.passwords.HashFirst(ctx, f.Admin, f.Password)
	if err != nil {
		if !fault.Is(err, fault.Invalid) {
			return Begun{}, err
		}
		wrong = append(wrong, under("admin", err)...)
	}
	if err := wrong.OrNil(); err != nil {
		return Begun{}, err
	}
	begun, change := decideStart(f, hash, r.clock.Now())
	if _, err := r.store.Commit(ctx, change); err != nil {
		if fault.Is(err, fault.Conflict) {
			return Begun{}, started()
		}
		return Begun{}, err
	}
	return begun, nil
}

func started() error {
	return fault.New(fault.Forbidden, lingo.T("Skrivbordet är redan igång.", "The desk has already been started.")).
		Try(lingo.T("Logga in i stället.", "Sign in instead."))
}

// tidy returns the form as it can be used, and everything that is wrong with it.
func (f Form) tidy() (Form, fault.List) {
	var wrong fault.List
	var err error
	if f.Authority, err = f.Authority.Tidy(); err != nil {
		wrong = append(wrong, under("authority", err)...)
	}
	if f.Admin, err = f.Admin.Tidy(); err != nil {
		wrong = append(wrong, under("admin", err)...)
	}
	if f.Account, err = f.Account.Tidy(); err != nil {
		wrong = append(wrong, under("account", err)...)
	}
	owners := make([]people.Newcomer, len(f.Owners))
	different := make(map[string]bool)
	for i, o := range f.Owners {
		part := fmt.Sprintf("owners.%d", i+1)
		if owners[i], err = o.Tidy(); err != nil {
			wrong = append(wrong, under(part, err)...)
		} else if different[owners[i].Email] {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Två kontoansvariga har samma e-postadress.", "Two owners have the same e-mail address.")).At(part+".email"))
		}
		different[owners[i].Email] = true
	}
	f.Owners = owners
	if len(f.Owners) < people.Quorum {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Ett konto har alltid minst två kontoansvariga.", "An account always has at least two owners.")).At("owners"))
	}
	return f, wrong
}

// under puts the fields of a fault, or of a list of them, under a part of the form.
func under(part string, err error) fault.List {
	var list fault.List
	if !errors.As(err, &list) {
		list = fault.List{fault.Of(err)}
	}
	out := make(fault.List, len(list))
	for i, f := range list {
		out[i] = f.At(part + "." + f.Field)
	}
	return out
}

// decideStart makes the one change of the first day. The form is tidy.
func decideStart(f Form, hash string, now time.Time) (Begun, desk.Change) {
	console := people.Console(now)
	hired, admin := people.Hired(console, f.Admin, now)
	actor := people.Actor{Person: admin.Person}
	role := people.Grant{ID: ident.New(now), Person: admin.Person.ID, Role: people.Administrator, GivenBy: console.Person.ID, From: now}
	b := Begun{Admin: admin.Person, Account: ident.New(now)}

	acts := []desk.Act{authority.Set(actor, 1, f.Authority, now)}
	acts = append(acts, hired[0], // without the invitation that follows: she has a password
		people.Granted(console, admin.Person, role, now), people.FirstPassword(admin.Person, hash, now))
	acts = append(acts, account.Opened(actor, b.Account, f.Account, now)...)
	for _, o := range f.Owners {
		owner := admin.Person
		if o.Email != f.Admin.Email {
			hiring, welcome := people.Hired(actor, o, now)
			acts = append(acts, hiring...)
			b.Owners = append(b.Owners, welcome)
			owner = welcome.Person
		}
		m := people.Mandate{ID: ident.New(now), Person: owner.ID, Account: b.Account, Role: people.Owner, GivenBy: actor.Person.ID, From: now}
		acts = append(acts, people.Commissioned(actor, owner, m, now))
	}
	return b, desk.Change{Expect: []desk.Expect{{Subject: authority.Subject}}, Acts: acts}
}

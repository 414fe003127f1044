// Package drafttest sets a small desk up for the tests of the rooms draft, review and publish: one account, the people
// around it, and a check that finds what the test writes into the text.
package drafttest

import (
	"context"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// The account and the people.
const (
	Account = "parken"
	Amina   = "amina" // a voice: she writes
	Bengt   = "bengt" // another voice
	Carin   = "carin" // the account's owner
	David   = "david" // communicator for the whole authority
	Eva     = "eva"   // decision maker
	Farid   = "farid" // auditor
	Gunnar  = "gunnar"
)

// Desk is a real store, with a register of people and accounts that a test can change in a line.
type Desk struct {
	*store.Store
	Clock    *clock.Fixed
	Accounts map[string]account.Account
	Routines map[string]guideline.Routine
	People   map[string]people.Actor
	Copy     bool // this is a copy of the real desk
}

// Each runs a test with a new desk on every database.
func Each(t *testing.T, test func(t *testing.T, d *Desk)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, New(s, c)) })
}

// New returns a desk around a store.
func New(s *store.Store, c *clock.Fixed) *Desk {
	began := c.Now().Add(-time.Hour)
	d := &Desk{Store: s, Clock: c, Routines: map[string]guideline.Routine{Account: Routine()},
		Accounts: map[string]account.Account{Account: Park(began)}, People: map[string]people.Actor{}}
	for _, a := range []people.Actor{
		Mandated(Amina, people.Voice, began), Mandated(Bengt, people.Voice, began), Mandated(Carin, people.Owner, began),
		Granted(David, people.Communicator, began), Granted(Eva, people.DecisionMaker, began), Granted(Farid, people.Auditor, began),
		{Person: people.Person{ID: Gunnar, Name: Gunnar, HiredAt: began}},
	} {
		d.People[a.Person.ID] = a
	}
	return d
}

// Park is the account of the park.
func Park(opened time.Time) account.Account {
	return account.Account{ID: Account, Handle: "parken", OpenedAt: opened, Charter: account.Charter{Name: "Parken", Place: "Umeå",
		Purposes: []string{"Berätta om vardagen", "Varna"}, Language: "sv", Profile: "municipality", Zone: "Europe/Stockholm"}}
}

// Routine asks more for each grade: nothing, a reason, a second reader, the communicator on shift; and the decision maker
// for what the rule "test.hard" finds.
func Routine() guideline.Routine {
	steps := [4]guideline.Step{guideline.OwnJudgement, guideline.WrittenReason, guideline.SecondReader, guideline.OnShift}
	return guideline.Routine{Number: 3, Post: steps, Answer: steps, Late: time.Hour, Rules: map[string]guideline.Step{"test.hard": guideline.Decision}}
}

// Mandated is a person with a mandate for the account.
func Mandated(id string, role people.Role, from time.Time) people.Actor {
	return people.Actor{Person: person(id, from), Mandates: []people.Mandate{{ID: id, Person: id, Account: Account, Role: role, From: from}}}
}

// Granted is a person with a role for the whole authority.
func Granted(id string, role people.Role, from time.Time) people.Actor {
	return people.Actor{Person: person(id, from), Grants: []people.Grant{{ID: id, Person: id, Role: role, From: from}}}
}

func person(id string, hired time.Time) people.Person {
	name := strings.ToUpper(id[:1]) + id[1:]
	return people.Person{ID: id, GivenName: name, Name: name + " Larsson", Unit: "Parkenheten", HiredAt: hired}
}

// Account returns an account of the desk.
func (d *Desk) Account(_ context.Context, id string) (account.Account, error) {
	return found(d.Accounts, id)
}

// Routine returns the routine of an account.
func (d *Desk) Routine(_ context.Context, id string) (guideline.Routine, error) {
	return found(d.Routines, id)
}

// Person returns somebody at the desk.
func (d *Desk) Person(_ context.Context, id string) (people.Person, error) {
	a, err := found(d.People, id)
	return a.Person, err
}

// Load returns somebody with what she may do.
func (d *Desk) Load(_ context.Context, id string) (people.Actor, error) { return found(d.People, id) }

// Real reports whether this is the real desk.
func (d *Desk) Real() bool { return !d.Copy }

func found[T any](all map[string]T, id string) (T, error) {
	v, ok := all[id]
	if !ok {
		return v, fault.New(fault.NotFound, lingo.T("Finns inte.", "There is no such thing."))
	}
	return v, nil
}

// Leave ends everything a person may do.
func (d *Desk) Leave(id string) {
	a := d.People[id]
	a.Person.LeftAt = d.Clock.Now()
	d.People[id] = a
}

// Checks finds the words that the tests write: "kanske" is possible, "troligen" likely, "säkert" certain, and "svårt" is a
// matter for the decision maker.
func Checks() []check.Check { return []check.Check{words{}} }

type words struct{}

func (words) Sheet() check.Sheet { return check.Sheet{Name: "test"} }

func (words) Look(in check.Input) (out []check.Finding) {
	for _, w := range []struct {
		word  string
		rule  string
		grade check.Grade
	}{{"kanske", "test.possible", check.Possible}, {"troligen", "test.likely", check.Likely},
		{"säkert", "test.certain", check.Certain}, {"svårt", "test.hard", check.Possible}} {
		if i := strings.Index(in.Text, w.word); i >= 0 {
			out = append(out, check.Finding{Check: "test", Rule: w.rule, Span: check.Span{Start: i, End: i + len(w.word)}, Grade: w.grade,
				Text: w.word, Reason: lingo.T("Här står det.", "Here it stands.")})
		}
	}
	for i, m := range in.Media {
		if m.Alt == "" && !m.Decorative {
			out = append(out, check.Finding{Check: "test", Rule: "test.alt", Media: i + 1, Grade: check.Possible})
		}
	}
	return out
}

// Saying is a post that says something.
func Saying(text string) draft.Start {
	return draft.Start{Account: Account, Kind: draft.KindPost, Content: draft.Content{Text: text}}
}

// Wall is a moment in Stockholm.
func Wall(t testing.TB, date, at string) clock.Wall {
	t.Helper()
	w, err := clock.ParseWall(date, at, "Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Small returns a desk on SQLite, for tests of what no database differs in.
func Small(t *testing.T) *Desk {
	t.Helper()
	c := clock.At(storetest.Noon)
	return New(storetest.SQLite(t, c), c)
}

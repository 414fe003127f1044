package people

import (
	"context"
	"net/mail"
	"strings"
	"time"
	"unicode"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// Newcomer is what the register needs to know of a person.
type Newcomer struct {
	GivenName string // "Amina"
	Name      string // "Amina Berg"
	Unit      string // "Parkenheten"; may be empty
	Email     string
	Language  string // "sv" or "en"; "" is "sv"
}

// longest is how many characters a name or a unit may have.
const longest = 100

// Tidy returns the newcomer with spaces trimmed and the address in lower case, or a fault.List that says which fields to mend.
func (n Newcomer) Tidy() (Newcomer, error) {
	n = Newcomer{strings.TrimSpace(n.GivenName), strings.TrimSpace(n.Name), strings.TrimSpace(n.Unit),
		strings.ToLower(strings.TrimSpace(n.Email)), strings.TrimSpace(n.Language)}
	var wrong fault.List
	if !plain(n.Name) || n.Name == "" {
		wrong = append(wrong, invalid("name", lingo.T("Skriv hela namnet, högst 100 tecken.", "Write the full name, 100 characters at most.")))
	}
	if n.GivenName == "" {
		n.GivenName, _, _ = strings.Cut(n.Name, " ")
	}
	if !plain(n.GivenName) {
		wrong = append(wrong, invalid("given_name", lingo.T("Skriv ett förnamn på högst 100 tecken.", "Write a first name of 100 characters at most.")))
	}
	if !plain(n.Unit) {
		wrong = append(wrong, invalid("unit", lingo.T("Skriv enhetens namn med högst 100 tecken.", "Write the unit's name in 100 characters at most.")))
	}
	if !address(n.Email) {
		wrong = append(wrong, invalid("email", lingo.T("Skriv en e-postadress, till exempel amina.berg@exempel.se.",
			"Write an e-mail address, for example amina.berg@example.se.")))
	}
	switch n.Language {
	case "":
		n.Language = string(lingo.SV)
	case string(lingo.SV), string(lingo.EN):
	default:
		wrong = append(wrong, invalid("language", lingo.T("Välj svenska eller engelska.", "Choose Swedish or English.")))
	}
	return n, wrong.OrNil()
}

// plain reports whether a text can stand in a line: not too long, and nothing in it that is not seen.
func plain(s string) bool {
	return len([]rune(s)) <= longest && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}

func address(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && len(s) <= 254 && plain(strings.ReplaceAll(s, "@", ""))
}

// Welcome is a person just hired, or invited anew, with the secret of the link she chooses her password by. The secret is
// shown once: only its hash is kept.
type Welcome struct {
	Person Person
	Secret string
	Until  time.Time
}

// Hire puts a person in the register and invites her. Right: people.hire. The fault is Invalid when something is wrong with
// what was written, or when a colleague already has the address.
func (r *Room) Hire(ctx context.Context, actor Actor, n Newcomer) (Welcome, error) {
	now := r.clock.Now()
	if err := Ask(actor, PeopleHire, "", now); err != nil {
		return Welcome{}, err
	}
	n, err := n.Tidy()
	if err != nil {
		return Welcome{}, err
	}
	if err := r.freeAddress(ctx, n.Email, ""); err != nil {
		return Welcome{}, err
	}
	acts, welcome := Hired(actor, n, now)
	_, err = r.store.Commit(ctx, desk.Change{Acts: acts, Expect: []desk.Expect{{Subject: welcome.Person.ID}}})
	return welcome, err
}

// Hired decides a hiring: the acts, and the welcome. The newcomer is tidy. First start uses it, in one change with the rest.
func Hired(actor Actor, n Newcomer, now time.Time) ([]desk.Act, Welcome) {
	hired, p := Registered(actor, n, now)
	invited, secret, until := invite(actor, p, now)
	return []desk.Act{hired, invited}, Welcome{Person: p, Secret: secret, Until: until}
}

// Registered decides a hiring without an invitation, for somebody who shows who she is in another way than by a password of
// her own choosing. The newcomer is tidy.
func Registered(actor Actor, n Newcomer, now time.Time) (desk.Act, Person) {
	p := Person{ID: ident.New(now), GivenName: n.GivenName, Name: n.Name, Unit: n.Unit, Email: n.Email, Language: n.Language, HiredAt: now}
	return act("person.hired", p.ID, actor, now, map[string]any{"name": p.Name, "unit": p.Unit}, Hiring{Person: p, By: actor.Person.ID}), p
}

// freeAddress refuses an address by which a colleague other than the one named signs in. The store refuses it too, in the
// transaction: two who hire the same person at once do not both succeed.
func (r *Room) freeAddress(ctx context.Context, email, but string) error {
	p, err := r.store.PersonByEmail(ctx, email)
	if fault.Is(err, fault.NotFound) || err == nil && p.ID == but {
		return nil
	}
	if err != nil {
		return err
	}
	return AddressTaken()
}

// AddressTaken is the fault when a colleague already signs in with an e-mail address.
func AddressTaken() error {
	return invalid("email", lingo.T("En kollega har redan den e-postadressen.", "A colleague already has that e-mail address.")).
		Try(lingo.T("Leta upp kollegan i listan, eller skriv en annan adress.", "Find the colleague in the list, or write another address."))
}

// Describe changes what the register says of a person. Right: people.hire. Post and answers she has signed keep the name
// they were signed with.
func (r *Room) Describe(ctx context.Context, actor Actor, person string, n Newcomer) (Person, error) {
	now := r.clock.Now()
	if err := Ask(actor, PeopleHire, "", now); err != nil {
		return Person{}, err
	}
	n, err := n.Tidy()
	if err != nil {
		return Person{}, err
	}
	if err := r.freeAddress(ctx, n.Email, person); err != nil {
		return Person{}, err
	}
	var p Person
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		if p, err = r.store.Person(ctx, person); err != nil {
			return desk.Change{}, err
		}
		return decideDescription(actor, p, n, now)
	})
	p.GivenName, p.Name, p.Unit, p.Email, p.Language = n.GivenName, n.Name, n.Unit, n.Email, n.Language
	return p, err
}

func decideDescription(actor Actor, p Person, n Newcomer, now time.Time) (desk.Change, error) {
	if err := stillHere(p); err != nil {
		return desk.Change{}, err
	}
	f := Describing{ID: ident.New(now), Person: p.ID, By: actor.Person.ID,
		GivenName: n.GivenName, Name: n.Name, Unit: n.Unit, Email: n.Email, Language: n.Language, At: now}
	return desk.Change{
		Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
		Acts:   []desk.Act{act("person.described", p.ID, actor, now, map[string]any{"name": n.Name, "unit": n.Unit}, f)},
	}, nil
}

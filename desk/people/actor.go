package people

import (
	"time"

	"tilltal/desk"
)

// Actor is a person with everything that decides what she may do: loaded once for a request, and again when sending.
type Actor struct {
	Person   Person
	Grants   []Grant
	Mandates []Mandate
	Scopes   []string // of the token that speaks for her; nil when she is signed in herself
	Token    string   // that token's name
	Weak     bool     // she has shown less than her role demands, and may only mend that: see [Demand]
	console  bool
	routine  string // the machine that acts by a routine an administrator has set up
}

// Who returns the actor as the record knows her. A program that speaks for her is named with her.
func (a Actor) Who() desk.Who {
	switch {
	case a.console:
		return desk.System("console")
	case a.routine != "":
		return desk.System(a.routine)
	case a.Scopes != nil:
		return desk.Who{Kind: desk.WhoToken, ID: a.Person.ID, Name: a.Person.Name + " · " + a.Token}
	}
	return desk.Who{Kind: desk.WhoPerson, ID: a.Person.ID, Name: a.Person.Name}
}

// consoleID stands on the record where a person's id would, for what was done from the server's command line.
const consoleID = "console"

// Console is whoever has a shell on the server: the command line acts as it, and so does first start. It may do what an
// administrator may and no more, and the record says that it was the console. It is the way in when nobody else has one.
func Console(now time.Time) Actor {
	return Actor{
		Person:  Person{ID: consoleID, GivenName: "console", Name: "console", Language: "sv"},
		Grants:  []Grant{{ID: consoleID, Person: consoleID, Role: Administrator, GivenBy: consoleID, From: now}},
		console: true,
	}
}

// The routines by which another machine of the authority's tells who works here.
const (
	RoutineProvider = "oidc" // the identity provider: groups, sign-out, who has left
	RoutineRegister = "scim" // the authority's register of staff
)

// Routine is a machine of the authority's that an administrator has connected: the identity provider, or the register of
// staff. It may do what an administrator may, and the record says that it was the routine and no person.
func Routine(name string, now time.Time) Actor {
	return Actor{
		Person:  Person{ID: name, GivenName: name, Name: name, Language: "sv"},
		Grants:  []Grant{{ID: name, Person: name, Role: Administrator, GivenBy: name, From: now}},
		routine: name,
	}
}

// IsConsole reports whether the actor is the server's command line.
func (a Actor) IsConsole() bool { return a.console }

// Holds reports whether the actor has a role for the whole authority now.
func (a Actor) Holds(role Role, now time.Time) bool {
	for _, g := range a.Grants {
		if g.Role == role && role.ByGrant() && g.InForce(now) {
			return true
		}
	}
	return false
}

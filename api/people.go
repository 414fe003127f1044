package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/people"
)

// People is the register of colleagues: desk/people.
type People interface {
	People(ctx context.Context, actor people.Actor, leavers bool) ([]people.Person, error)
	Dossier(ctx context.Context, actor people.Actor, person string) (people.Dossier, error)
	Colleagues(ctx context.Context, actor people.Actor, account string) ([]people.Colleague, error)
	Upcoming(ctx context.Context, actor people.Actor, account string) ([]people.Colleague, error)
	Helpers(ctx context.Context, actor people.Actor, account string) ([]people.Person, error)
	Short(ctx context.Context, actor people.Actor) ([]string, error)
	Hire(ctx context.Context, actor people.Actor, n people.Newcomer) (people.Welcome, error)
	Describe(ctx context.Context, actor people.Actor, person string, n people.Newcomer) (people.Person, error)
	Invite(ctx context.Context, actor people.Actor, person string) (people.Welcome, error)
	Leave(ctx context.Context, actor people.Actor, person string) error
	Grant(ctx context.Context, actor people.Actor, person string, role people.Role, until time.Time) (people.Grant, error)
	Revoke(ctx context.Context, actor people.Actor, grant string) error
	Commission(ctx context.Context, actor people.Actor, a people.Appointment) (people.Mandate, error)
	Decommission(ctx context.Context, actor people.Actor, mandate, successor string) error
	EndSession(ctx context.Context, actor people.Actor, id string) error
	EndSessions(ctx context.Context, actor people.Actor, person, but string) error
	RevokeToken(ctx context.Context, actor people.Actor, id string) error
}

// Person is somebody who works, or has worked, at the desk.
type Person struct {
	ID        string    `json:"id"`
	GivenName string    `json:"given_name" doc:"Shown to citizens"`
	Name      string    `json:"name" doc:"Full name, shown at the desk"`
	Unit      string    `json:"unit,omitempty" doc:"Shown to citizens"`
	Email     string    `json:"email"`
	Language  string    `json:"language" enum:"sv,en"`
	HiredAt   time.Time `json:"hired_at"`
	LeftAt    time.Time `json:"left_at,omitzero" doc:"Left out while she works here"`
}

func seePerson(p people.Person) Person {
	return Person{ID: p.ID, GivenName: p.GivenName, Name: p.Name, Unit: p.Unit, Email: p.Email, Language: p.Language, HiredAt: p.HiredAt, LeftAt: p.LeftAt}
}

// Newcomer is what the register needs to know of a person.
type Newcomer struct {
	GivenName string `json:"given_name,omitempty" maxLength:"100" doc:"Shown to citizens; the first word of the name when it is left out" example:"Amina"`
	Name      string `json:"name" maxLength:"100" example:"Amina Berg"`
	Unit      string `json:"unit,omitempty" maxLength:"100" example:"Parkenheten"`
	Email     string `json:"email" maxLength:"254" doc:"What she signs in with" example:"amina.berg@exempel.se"`
	Language  string `json:"language,omitempty" enum:"sv,en" doc:"Of her screens; sv when it is left out"`
}

// Welcome is a person just hired, or invited anew.
type Welcome struct {
	Person Person    `json:"person"`
	Path   string    `json:"path" doc:"The address, at the desk's own host, where she chooses her password. It is told this once: only a hash of it is kept"`
	Until  time.Time `json:"until" doc:"How long the address holds"`
}

func seeWelcome(w people.Welcome) Welcome {
	return Welcome{Person: seePerson(w.Person), Path: "/valkommen/" + w.Secret, Until: w.Until}
}

// Grant is a role for the whole authority.
type Grant struct {
	ID        string    `json:"id"`
	Person    string    `json:"person"`
	Role      string    `json:"role"`
	GivenBy   string    `json:"given_by"`
	From      time.Time `json:"from"`
	Until     time.Time `json:"until,omitzero" doc:"Left out: until it is revoked"`
	RevokedAt time.Time `json:"revoked_at,omitzero"`
}

func seeGrant(g people.Grant) Grant {
	return Grant{ID: g.ID, Person: g.Person, Role: string(g.Role), GivenBy: g.GivenBy, From: g.From, Until: g.Until, RevokedAt: g.RevokedAt}
}

// Dossier is what the register has on one person.
type Dossier struct {
	Person   Person    `json:"person"`
	Grants   []Grant   `json:"grants" nullable:"false"`
	Mandates []Mandate `json:"mandates" nullable:"false"`
	Sessions []Session `json:"sessions" nullable:"false" doc:"Empty for who may not end them"`
	Tokens   []Token   `json:"tokens" nullable:"false" doc:"Empty for who may not revoke them"`
}

// Session is one signed-in browser.
type Session struct {
	ID       string    `json:"id"`
	How      string    `json:"how"`
	Agent    string    `json:"agent,omitempty"`
	SignedIn time.Time `json:"signed_in"`
	Seen     time.Time `json:"seen"`
	Expires  time.Time `json:"expires"`
}

// Token is an access token, without its secret.
type Token struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Scopes    []string  `json:"scopes" nullable:"false"`
	At        time.Time `json:"at"`
	Until     time.Time `json:"until"`
	RevokedAt time.Time `json:"revoked_at,omitzero"`
}

func seeDossier(d people.Dossier) Dossier {
	return Dossier{Person: seePerson(d.Person), Grants: each(d.Grants, seeGrant), Mandates: each(d.Mandates, seeMandate),
		Sessions: each(d.Sessions, func(s people.Session) Session {
			return Session{ID: s.ID, How: s.How, Agent: s.Agent, SignedIn: s.SignedIn, Seen: s.Seen, Expires: s.Expires}
		}),
		Tokens: each(d.Tokens, func(t people.Token) Token {
			return Token{ID: t.ID, Name: t.Name, Scopes: t.Scopes, At: t.At, Until: t.Until, RevokedAt: t.RevokedAt}
		})}
}

// RoleWish is a role that somebody is to have for the whole authority.
type RoleWish struct {
	Role  string    `json:"role" enum:"administrator,communicator,expert,decisionmaker,registrar,investigator,auditor"`
	Until time.Time `json:"until,omitzero" doc:"Leave out: until it is revoked"`
}

// people adds what concerns colleagues and their roles.
func (r Rooms) people(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/people", ID: "list-people", Right: people.PeopleRead, Summary: "The register of colleagues, by name"},
		func(ctx context.Context, who people.Actor, in *struct {
			Leavers bool `query:"leavers" doc:"Those who have left among them"`
		}) (*answer[Page[Person]], error) {
			all, err := r.People.People(ctx, who, in.Leavers)
			return got(pageOf(all, "", seePerson), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/people/{id}", ID: "get-person", Right: people.PeopleRead, Summary: "A colleague with roles and mandates, past ones too"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Dossier], error) {
			d, err := r.People.Dossier(ctx, who, in.ID)
			return got(seeDossier(d), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/people", ID: "hire", Right: people.PeopleHire, Status: http.StatusCreated, Secret: true, Summary: "Add a colleague, and get the link by which she chooses her password"},
		func(ctx context.Context, who people.Actor, in *telling[Newcomer]) (*answer[Welcome], error) {
			w, err := r.People.Hire(ctx, who, people.Newcomer(in.Body))
			return got(seeWelcome(w), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/people/{id}", ID: "describe-person", Right: people.PeopleHire, Summary: "Change what the register says of a colleague",
		Help: "What she has signed keeps the name it was signed with."},
		func(ctx context.Context, who people.Actor, in *saying[Newcomer]) (*answer[Person], error) {
			p, err := r.People.Describe(ctx, who, in.ID, people.Newcomer(in.Body))
			return got(seePerson(p), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/people/{id}/invite", ID: "invite", Right: people.PeopleHire, Secret: true, Summary: "Make a new link to choose a password by; the one before ends"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Welcome], error) {
			w, err := r.People.Invite(ctx, who, in.ID)
			return got(seeWelcome(w), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/people/{id}/leave", ID: "leave", Right: people.PeopleLeave, Summary: "End everything a colleague may do, at once"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.People.Leave(ctx, who, in.ID))
		})
	r.roles(a)
}

// roles adds what is given and taken.
func (r Rooms) roles(a *API) {
	register(a, operation{Method: http.MethodPost, Path: "/people/{id}/grants", ID: "grant", Right: people.PeopleGrant, Status: http.StatusCreated, Summary: "Give a role for the whole authority"},
		func(ctx context.Context, who people.Actor, in *saying[RoleWish]) (*answer[Grant], error) {
			if err := within("until", in.Body.Until, a.Clock); err != nil {
				return nil, err
			}
			g, err := r.People.Grant(ctx, who, in.ID, people.Role(in.Body.Role), in.Body.Until)
			return got(seeGrant(g), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/grants/{id}/revoke", ID: "revoke-grant", Right: people.PeopleGrant, Summary: "End a role at once"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.People.Revoke(ctx, who, in.ID))
		})
	register(a, operation{Method: http.MethodPost, Path: "/people/{id}/sign-out", ID: "sign-out-person", Right: people.PeopleSignOut, Summary: "End all of a colleague's sessions"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.People.EndSessions(ctx, who, in.ID, ""))
		})
	register(a, operation{Method: http.MethodPost, Path: "/sessions/{id}/end", ID: "end-session", Right: people.PeopleSignOut, Summary: "End one session"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.People.EndSession(ctx, who, in.ID))
		})
	register(a, operation{Method: http.MethodPost, Path: "/tokens/{id}/revoke", ID: "revoke-token", Right: people.PeopleSignOut, Summary: "End an access token at once"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.People.RevokeToken(ctx, who, in.ID))
		})
}

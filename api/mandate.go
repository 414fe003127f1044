package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/people"
)

// Mandate is a role at one account, from–to.
type Mandate struct {
	ID      string    `json:"id"`
	Person  string    `json:"person"`
	Account string    `json:"account"`
	Role    string    `json:"role" enum:"owner,deputy,communicator,voice"`
	GivenBy string    `json:"given_by"`
	From    time.Time `json:"from"`
	Until   time.Time `json:"until,omitzero" doc:"Left out: until it is ended"`
	EndedAt time.Time `json:"ended_at,omitzero"`
}

func seeMandate(m people.Mandate) Mandate {
	return Mandate{ID: m.ID, Person: m.Person, Account: m.Account, Role: string(m.Role), GivenBy: m.GivenBy, From: m.From, Until: m.Until, EndedAt: m.EndedAt}
}

// Appointment is what one asks for when somebody is to work at an account.
type Appointment struct {
	Person string    `json:"person" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
	Role   string    `json:"role" enum:"owner,deputy,communicator,voice"`
	From   time.Time `json:"from,omitzero" doc:"Leave out, or a time that has been: from now"`
	Until  time.Time `json:"until,omitzero" doc:"Leave out: until it is ended. An owner is one until somebody ends it"`
}

// Colleague is a person and the mandate by which she works at an account.
type Colleague struct {
	Person  Person  `json:"person"`
	Mandate Mandate `json:"mandate"`
}

// Succession ends a mandate.
type Succession struct {
	Successor string `json:"successor,omitempty" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"Who becomes owner in the same act, when an owner would leave the account with fewer than two"`
}

// mandates adds who works at which account.
func (r Rooms) mandates(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/colleagues", ID: "list-colleagues", Right: people.AccountRead, Summary: "Who works at an account now, or will"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			Upcoming bool `query:"upcoming" doc:"Those whose mandates begin later, instead"`
		}) (*answer[Page[Colleague]], error) {
			ask := r.People.Colleagues
			if in.Upcoming {
				ask = r.People.Upcoming
			}
			all, err := ask(ctx, who, in.ID)
			return got(pageOf(all, "", func(c people.Colleague) Colleague {
				return Colleague{Person: seePerson(c.Person), Mandate: seeMandate(c.Mandate)}
			}), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/helpers", ID: "list-helpers", Right: people.AccountRead, Summary: "Whom a conversation at an account can be handed to"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Person]], error) {
			all, err := r.People.Helpers(ctx, who, in.ID)
			return got(pageOf(all, "", seePerson), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/mandates", ID: "commission", Right: people.PeopleMandate, Also: []people.Right{people.PeopleOwners},
		Status: http.StatusCreated, Summary: "Appoint a colleague at an account"},
		func(ctx context.Context, who people.Actor, in *saying[Appointment]) (*answer[Mandate], error) {
			b := in.Body
			if err := firstOf(within("from", b.From, a.Clock), within("until", b.Until, a.Clock)); err != nil {
				return nil, err
			}
			m, err := r.People.Commission(ctx, who, people.Appointment{Person: b.Person, Account: in.ID, Role: people.Role(b.Role), From: b.From, Until: b.Until})
			return got(seeMandate(m), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/mandates/{id}/end", ID: "end-mandate", Right: people.PeopleMandate, Also: []people.Right{people.PeopleOwners},
		Anybody: true, Summary: "End a mandate at once"},
		func(ctx context.Context, who people.Actor, in *saying[Succession]) (*nothing, error) {
			return done(r.People.Decommission(ctx, who, in.ID, in.Body.Successor))
		})
	register(a, operation{Method: http.MethodGet, Path: "/short-accounts", ID: "list-short-accounts", Right: people.PeopleRead, Summary: "Open accounts with fewer owners than they must have, by id"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[string]], error) {
			all, err := r.People.Short(ctx, who)
			return got(pageOf(all, "", func(id string) string { return id }), err)
		})
}

// firstOf returns the first error there is.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

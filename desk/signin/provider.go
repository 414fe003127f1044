package signin

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"golang.org/x/oauth2"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/oidc"
	"tilltal/desk"
	"tilltal/desk/people"
)

// question is what is remembered while a browser is at the identity provider.
type question struct {
	oidc.Question
	Carried string // what the door wants to have back: where she was on her way
}

// ProviderName is what the sign-in page calls the identity provider; "" when there is none.
func (r *Room) ProviderName() string {
	if r.with.Provider == nil {
		return ""
	}
	return r.with.Rules.Name
}

// Mapping is which roles groups at the identity provider lead to, for the whole authority and at single accounts.
func (r *Room) Mapping() (roles map[string]people.Role, seats map[string][]people.Seat) {
	return r.with.Rules.Groups, r.with.Rules.Seats
}

// AskProvider begins a sign-in at the identity provider: the address to go to, and the ticket for the way back. What is carried comes
// back with the answer. The fault is
// Unreachable when the provider does not answer.
func (r *Room) AskProvider(ctx context.Context, carried string, a people.Attempt) (address, ticket string, err error) {
	if r.with.Provider == nil {
		return "", "", noProvider
	}
	if err := r.fromHere(a.Address); err != nil {
		return "", "", err
	}
	q := question{oidc.Question{State: ident.Secret(secretBytes), Nonce: ident.Secret(secretBytes), Verifier: oauth2.GenerateVerifier()}, carried}
	if address, err = r.with.Provider.Ask(ctx, q.Question); err != nil {
		return "", "", err
	}
	body, err := json.Marshal(q)
	if err != nil {
		return "", "", fault.Wrap("sign in", err)
	}
	ticket, err = r.give(ctx, ticketProvider, "", body)
	return address, ticket, err
}

var noProvider = fault.New(fault.NotFound, lingo.T("Här finns ingen sådan inloggning.", "There is no such sign-in here."))

// HearProvider lets in whoever the identity provider says has come, and returns what was carried along. A question is
// answered once: a browser that comes back with the same answer finds nothing. Her roles and mandates follow her groups.
//
// The faults: SignIn when anything about the answer is wrong; Forbidden when she is not in the register; Unreachable when the
// provider is away.
func (r *Room) HearProvider(ctx context.Context, ticket string, answer oidc.Answer, a people.Attempt) (secret string, s people.Session, carried string, err error) {
	if r.with.Provider == nil {
		return "", s, "", noProvider
	}
	t, err := r.take(ctx, ticketProvider, ticket)
	if err != nil {
		return "", s, "", err
	}
	var q question
	if err := json.Unmarshal(t.Body, &q); err != nil {
		return "", s, "", fault.Wrap("sign in", err)
	}
	id, err := r.with.Provider.Hear(ctx, q.Question, answer)
	if err != nil {
		return "", s, q.Carried, r.notLetIn(ctx, people.Person{}, a, err)
	}
	wanted := r.membership(id.Groups)
	person, err := r.whoIs(ctx, id, wanted)
	if err != nil {
		return "", s, q.Carried, r.notLetIn(ctx, person, a, err)
	}
	if err := r.with.People.FollowGroups(ctx, person.ID, wanted); err != nil {
		return "", s, q.Carried, err
	}
	a.Provider = id.Session
	secret, s, err = r.with.People.Begin(ctx, person.ID, people.HowProvider, a)
	return secret, s, q.Carried, err
}

// notLetIn puts on the record that somebody came from the provider and did not get in.
func (r *Room) notLetIn(ctx context.Context, p people.Person, a people.Attempt, why error) error {
	if k := fault.KindOf(why); k == fault.Unreachable || k == fault.Internal {
		return why
	}
	if err := r.with.People.Refused(ctx, p, people.HowProvider, a); err != nil {
		return err
	}
	return why
}

// membership is what groups lead to.
func (r *Room) membership(groups []string) (out people.Membership) {
	for _, g := range groups {
		if role, ok := r.with.Rules.Groups[g]; ok && !slices.Contains(out.Roles, role) {
			out.Roles = append(out.Roles, role)
		}
		for _, s := range r.with.Rules.Seats[g] {
			if !slices.Contains(out.Seats, s) {
				out.Seats = append(out.Seats, s)
			}
		}
	}
	slices.Sort(out.Roles)
	return out
}

// whoIs finds the person that a name at the provider belongs to: by the link made the first time, or by her e-mail address
// the first time, or, where an administrator has said so, by putting her in the register.
func (r *Room) whoIs(ctx context.Context, id oidc.Identity, wanted people.Membership) (people.Person, error) {
	link, err := r.store.Link(ctx, id.Issuer, id.Subject)
	left := false // she was here once: nobody but a colleague takes her back
	if err == nil {
		p, err := r.store.Person(ctx, link.Person)
		if err != nil || !p.Left() {
			return p, err
		}
		left = true
	} else if !fault.Is(err, fault.NotFound) {
		return people.Person{}, err
	}
	if id.Email == "" || !id.Verified && !r.with.Rules.Trust {
		return people.Person{}, unvouched
	}
	p, err := r.store.PersonByEmail(ctx, id.Email)
	if fault.Is(err, fault.NotFound) && !left {
		return r.newcomer(ctx, id, wanted)
	}
	if fault.Is(err, fault.NotFound) {
		return people.Person{}, unknown
	}
	if err != nil {
		return people.Person{}, err
	}
	switch broken, err := r.emergency(ctx, p.ID); {
	case err != nil:
		return p, err
	case broken:
		return p, unknown
	}
	return p, r.commit(ctx, p.ID, func(_ context.Context, p people.Person) ([]desk.Act, error) {
		return []desk.Act{r.linked(p, id)}, nil
	})
}

func (r *Room) linked(p people.Person, id oidc.Identity) desk.Act {
	now := r.clock.Now()
	return desk.Act{Kind: "signin.linked", Subject: p.ID, Who: desk.System(people.RoutineProvider), At: now, Say: map[string]any{"name": p.Name},
		Facts: []any{Link{ID: ident.New(now), Person: p.ID, Issuer: id.Issuer, Subject: id.Subject, At: now}}}
}

// newcomer puts somebody in the register whom nobody has hired, when her groups lead to a role or a mandate and an administrator has said
// that they may.
func (r *Room) newcomer(ctx context.Context, id oidc.Identity, wanted people.Membership) (people.Person, error) {
	if !r.with.Rules.Hire || len(wanted.Roles)+len(wanted.Seats) == 0 {
		return people.Person{}, unknown
	}
	name := id.Name
	if name == "" {
		name, _, _ = strings.Cut(id.Email, "@")
	}
	n, err := people.Newcomer{GivenName: id.GivenName, Name: name, Email: id.Email}.Tidy()
	if err != nil {
		return people.Person{}, unknown.Because(err)
	}
	now := r.clock.Now()
	hired, p := people.Registered(people.Routine(people.RoutineProvider, now), n, now)
	_, err = r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: p.ID}}, Acts: []desk.Act{hired, r.linked(p, id)}})
	return p, err
}

var (
	unknown = fault.New(fault.Forbidden, lingo.T("Du finns inte i skrivbordets register.", "You are not in the desk's register.")).
		Try(lingo.T("Be en administratör lägga till dig, med samma e-postadress som du loggade in med.", "Ask an administrator to add you, with the e-mail address you signed in with."))
	unvouched = fault.New(fault.Forbidden, lingo.T("Inloggningen säger inte säkert vilken e-postadress du har.", "The sign-in does not say for certain which e-mail address you have.")).
			Try(lingo.T("Berätta för en administratör. Det står i driftguiden hur det ordnas.", "Tell an administrator. The guide to running Tilltal says how to mend it."))
)

// EndAtProvider is where a browser signs out at the identity provider too; "" when the session did not come from there, or
// the provider has no such place.
func (r *Room) EndAtProvider(s people.Session, back string) string {
	if r.with.Provider == nil || s.How != people.HowProvider {
		return ""
	}
	return r.with.Provider.End(back)
}

// Part hears from the identity provider that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0): the
// session it names ends, or all of hers. When it says that her account there is closed she has left, with all that follows.
// What has been heard once is not heard again.
func (r *Room) Part(ctx context.Context, token string) error {
	if r.with.Provider == nil {
		return noProvider
	}
	told, err := r.with.Provider.Part(ctx, token)
	if err != nil {
		return err
	}
	fresh, err := r.store.Spend(ctx, "jti:"+hashOf(told.Issuer+" "+told.ID), told.Until)
	if err != nil {
		return err
	}
	if !fresh {
		return oidc.Refused.Because(errors.New("the logout token has been heard before"))
	}
	actor := people.Routine(people.RoutineProvider, r.clock.Now())
	if told.Session != "" && !told.Gone {
		return r.endAt(ctx, actor, told.Session)
	}
	link, err := r.store.Link(ctx, told.Issuer, told.Subject)
	if fault.Is(err, fault.NotFound) {
		return nil // somebody who has never been here
	}
	if err != nil {
		return err
	}
	if told.Gone {
		return r.with.People.Leave(ctx, actor, link.Person)
	}
	return r.with.People.EndSessions(ctx, actor, link.Person, "")
}

func (r *Room) endAt(ctx context.Context, actor people.Actor, provider string) error {
	all, err := r.store.SessionsAt(ctx, provider)
	for _, s := range all {
		err = errors.Join(err, r.with.People.EndSession(ctx, actor, s.ID))
	}
	return err
}

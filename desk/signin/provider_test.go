package signin_test

import (
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/oidc"
	"tilltal/desk/people"
	"tilltal/desk/signin"
)

var mapped = signin.Rules{Name: "Umeå kommun", Groups: map[string]people.Role{"admins": people.Administrator, "writers": people.Communicator, "experts": people.Expert, "audit": people.Auditor}}

// comes is somebody who signs in at the provider with the claims that the test has put there.
func (h *house) comes() (string, people.Session, error) {
	h.t.Helper()
	address, ticket, err := h.room.AskProvider(h.t.Context(), "carried", here)
	if err != nil {
		return "", people.Session{}, err
	}
	secret, s, carried, err := h.room.HearProvider(h.t.Context(), ticket, h.provider.Visit(address), here)
	if err == nil && carried != "carried" {
		h.t.Errorf("carried %q", carried)
	}
	return secret, s, err
}

func (h *house) claims(subject, email string, groups ...string) {
	h.provider.Claims = map[string]any{"sub": subject, "email": email, "email_verified": true, "name": "Nina Ny", "given_name": "Nina", "groups": groups}
}

func (h *house) roles(p people.Person) (out []people.Role) {
	h.t.Helper()
	for _, g := range h.load(p).Grants {
		if g.InForce(h.clock.Now()) {
			out = append(out, g.Role)
		}
	}
	slices.Sort(out)
	return out
}

func TestRolesFollowGroups(t *testing.T) {
	each(t, mapped, func(t *testing.T, h *house) {
		ctx := t.Context()
		h.must(ignore(h.people.Grant(ctx, h.load(h.kim), h.amina.ID, people.Registrar, time.Time{})))
		h.claims("u1", "Amina@umea.se", "writers", "experts", "unknown")
		secret, s, err := h.comes()
		h.must(err)
		if a, _ := h.enters(secret); a.Person.ID != h.amina.ID || s.How != people.HowProvider {
			t.Errorf("%+v", s)
		}
		if got := h.roles(h.amina); !slices.Equal(got, []people.Role{people.Communicator, people.Expert, people.Registrar}) {
			t.Errorf("%v", got)
		}
		n := len(h.kinds(h.amina.ID))
		h.must(second(h.comes()))
		if got := h.kinds(h.amina.ID); len(got) != n+1 {
			t.Errorf("the same groups again: %v", got[n:])
		}
		h.claims("u1", "new.address@umea.se", "experts", "audit")
		h.must(second(h.comes()))
		if got := h.roles(h.amina); !slices.Equal(got, []people.Role{people.Expert, people.Registrar}) {
			t.Errorf("after the change, with an address nobody has: %v", got)
		}
		h.claims("u1", "amina@umea.se")
		h.must(second(h.comes()))
		if got := h.roles(h.amina); !slices.Equal(got, []people.Role{people.Registrar}) {
			t.Errorf("what a colleague gave is taken: %v", got)
		}
	})
}

func second[A, B any](_ A, _ B, err error) error { return err }

func TestThereIsAlwaysAnAdministrator(t *testing.T) {
	each(t, mapped, func(t *testing.T, h *house) {
		h.claims("u1", "amina@umea.se", "admins")
		h.must(second(h.comes()))
		h.must(h.people.Leave(t.Context(), people.Console(h.clock.Now()), h.kim.ID))
		h.claims("u1", "amina@umea.se")
		h.must(second(h.comes()))
		if got := h.roles(h.amina); !slices.Equal(got, []people.Role{people.Administrator}) {
			t.Errorf("%v", got)
		}
	})
}

func TestWhoIsNotInTheRegister(t *testing.T) {
	each(t, mapped, func(t *testing.T, h *house) {
		h.claims("u9", "nina@umea.se", "writers")
		h.is("a stranger", second(h.comes()), fault.Forbidden)
		h.claims("u1", "amina@umea.se")
		h.provider.Claims["email_verified"] = false
		h.is("an address nobody vouches for", second(h.comes()), fault.Forbidden)
		h.claims("u1", "")
		h.is("no address", second(h.comes()), fault.Forbidden)
		h.must(ignore(h.room.SealEnvelope(t.Context(), people.Console(h.clock.Now()), "nod@umea.se")))
		h.claims("u2", "nod@umea.se")
		h.is("the break-glass account", second(h.comes()), fault.Forbidden)
		failed := 0
		for _, k := range append(h.kinds("signin"), h.kinds(h.amina.ID)...) {
			if k == "signin.failed" {
				failed++
			}
		}
		if failed < 3 {
			t.Errorf("%d on the record", failed)
		}
	})
}

func TestHiringByGroup(t *testing.T) {
	rules := mapped
	rules.Hire, rules.Trust = true, true
	each(t, rules, func(t *testing.T, h *house) {
		h.claims("u9", "nina@umea.se")
		h.is("without a group", second(h.comes()), fault.Forbidden)
		h.claims("u9", "nina@umea.se", "writers")
		delete(h.provider.Claims, "email_verified")
		_, s, err := h.comes()
		h.must(err)
		nina, err := h.store.PersonByEmail(t.Context(), "nina@umea.se")
		if err != nil || nina.ID != s.Person || nina.Name != "Nina Ny" || !slices.Equal(h.roles(nina), []people.Role{people.Communicator}) {
			t.Errorf("%+v, %v", nina, err)
		}
		h.must(h.people.Leave(t.Context(), h.load(h.kim), nina.ID))
		h.is("who has left is taken back by nobody but a colleague", second(h.comes()), fault.Forbidden)
		again := h.hired("Nina Ny", "nina@umea.se")
		if _, s, err := h.comes(); err != nil || s.Person != again.ID {
			t.Errorf("hired anew: %+v, %v", s, err)
		}
	})
}

func TestAnAnswerBelongsToOneBrowserAndComesOnce(t *testing.T) {
	each(t, mapped, func(t *testing.T, h *house) {
		ctx := t.Context()
		h.claims("u1", "amina@umea.se")
		address, ticket, err := h.room.AskProvider(ctx, "", here)
		h.must(err)
		answer := h.provider.Visit(address)
		_, _, _, err = h.room.HearProvider(ctx, "another browser", answer, here)
		h.is("another browser", err, fault.SignIn)
		_, other, err := h.room.AskProvider(ctx, "", here)
		h.must(err)
		_, _, _, err = h.room.HearProvider(ctx, other, answer, here)
		h.is("the answer to another question", err, fault.SignIn)
		h.must(ignoreAll(h.room.HearProvider(ctx, ticket, answer, here)))
		_, _, _, err = h.room.HearProvider(ctx, ticket, answer, here)
		h.is("the same answer again", err, fault.SignIn)
		address, ticket, err = h.room.AskProvider(ctx, "", here)
		h.must(err)
		answer = h.provider.Visit(address)
		h.clock.Move(11 * time.Minute)
		_, _, _, err = h.room.HearProvider(ctx, ticket, answer, here)
		h.is("too late", err, fault.SignIn)

		h.provider.Down(true)
		_, _, err = h.room.AskProvider(ctx, "", here)
		h.is("the provider is away", err, fault.Unreachable)
		if h.password("amina@umea.se").Secret == "" {
			t.Error("then the password does not work")
		}
	})
}

func ignoreAll[A, B, C any](_ A, _ B, _ C, err error) error { return err }

func TestSigningOutThereSignsOutHere(t *testing.T) {
	each(t, mapped, func(t *testing.T, h *house) {
		ctx := t.Context()
		h.claims("u1", "amina@umea.se")
		h.provider.Claims["sid"] = "s1"
		first, _, err := h.comes()
		h.must(err)
		h.provider.Claims["sid"] = "s2"
		other, _, err := h.comes()
		h.must(err)
		token := h.provider.Parting(map[string]any{"sid": "s1", "sub": "u1"})
		h.must(h.room.Part(ctx, token))
		_, _, err = h.people.Enter(ctx, first)
		h.is("the session it names", err, fault.SignIn)
		h.enters(other)
		h.is("the same token again", h.room.Part(ctx, token), fault.SignIn)
		h.clock.Move(time.Second)
		h.must(h.room.Part(ctx, h.provider.Parting(map[string]any{"sub": "nobody"})))
		h.enters(other)
		h.clock.Move(time.Second)
		by := h.password("amina@umea.se").Secret
		h.must(h.room.Part(ctx, h.provider.Parting(map[string]any{"sub": "u1"})))
		for name, secret := range map[string]string{"the other": other, "by password": by} {
			_, _, err = h.people.Enter(ctx, secret)
			h.is(name, err, fault.SignIn)
		}
		h.is("a forged one", h.room.Part(ctx, "a.b.c"), fault.SignIn)
	})
}

func TestAnAccountThatIsClosedThereEndsHere(t *testing.T) {
	each(t, mapped, func(t *testing.T, h *house) {
		ctx := t.Context()
		h.claims("u1", "amina@umea.se", "writers")
		secret, _, err := h.comes()
		h.must(err)
		bearer, _, err := h.people.CreateToken(ctx, h.load(h.amina), people.Wish{Name: "boten", Scopes: []string{"read"}})
		h.must(err)
		h.must(h.room.Part(ctx, h.provider.Parting(map[string]any{"sub": "u1", "sid": "s1", "events": map[string]any{
			"http://schemas.openid.net/event/backchannel-logout":                   map[string]any{},
			"https://schemas.openid.net/secevent/risc/event-type/account-disabled": map[string]any{}}})))
		_, _, err = h.people.Enter(ctx, secret)
		h.is("her session", err, fault.SignIn)
		_, err = h.people.Bearer(ctx, bearer)
		h.is("her token", err, fault.SignIn)
		if p, err := h.store.Person(ctx, h.amina.ID); err != nil || !p.Left() {
			t.Errorf("%+v, %v", p, err)
		}
	})
}

func TestWithoutAProvider(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		none := signin.New(h.store, signin.Options{Clock: h.clock, Base: nilBase(), People: h.people})
		if none.ProviderName() != "" || none.EndAtProvider(people.Session{How: people.HowProvider}, "/") != "" {
			t.Error("there is one")
		}
		_, _, err := none.AskProvider(t.Context(), "", here)
		h.is("asking", err, fault.NotFound)
		_, _, _, err = none.HearProvider(t.Context(), "", oidc.Answer{}, here)
		h.is("hearing", err, fault.NotFound)
		h.is("parting", none.Part(t.Context(), "x"), fault.NotFound)
	})
}

package people_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/password"
	"tilltal/base/throttle"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
)

// house is a desk on its first day: Kim looks after it, Amina and Lars own the account torget.
type house struct {
	t        *testing.T
	store    *store.Store
	clock    *clock.Fixed
	people   *people.Room
	accounts *account.Room
	torget   string
	amina    string
	lars     string
	links    map[string]string // by given name
}

const words = "fyra ord som inte hör ihop"

func open(t *testing.T, s *store.Store, c *clock.Fixed) *house {
	room := people.New(s, people.Options{
		Clock: c, Hasher: password.New(2), Secret: []byte("test"),
		ByPerson: throttle.New(throttle.Rule{Burst: 4, Every: time.Minute}, 100, c),
		ByPlace:  throttle.New(throttle.Rule{Burst: 20, Every: time.Second}, 100, c),
	})
	h := &house{t: t, store: s, clock: c, people: room, accounts: account.New(s, room, c), links: map[string]string{}}
	charter := account.Blank(guideline.ProfileMunicipality)
	charter.Name, charter.Purpose = "Torget", "Vi berättar om Umeå."
	begun, err := start.New(s, room, c).Begin(t.Context(), start.Form{
		Authority: authority.Settings{Name: "Umeå kommun", Base: "https://torget.umea.se", Contact: "registrator@umea.se"},
		Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@umea.se"},
		Password:  words,
		Account:   account.Plan{Handle: "torget_umea", Charter: charter},
		Owners:    []people.Newcomer{{Name: "Amina Berg", Email: "amina@umea.se", Unit: "Parkenheten"}, {Name: "Lars Ödman", Email: "lars@umea.se"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	h.torget, h.amina, h.lars = begun.Account, begun.Owners[0].Person.ID, begun.Owners[1].Person.ID
	for _, o := range begun.Owners {
		h.links[o.Person.GivenName] = o.Secret
	}
	return h
}

func each(t *testing.T, test func(t *testing.T, h *house)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, open(t, s, c)) })
}

func (h *house) load(person string) people.Actor {
	h.t.Helper()
	a, err := h.people.Load(h.t.Context(), person)
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

func (h *house) console() people.Actor { return people.Console(h.clock.Now()) }

func (h *house) hire(name, email string) people.Welcome {
	h.t.Helper()
	w, err := h.people.Hire(h.t.Context(), h.console(), people.Newcomer{Name: name, Email: email})
	if err != nil {
		h.t.Fatal(err)
	}
	return w
}

// hired hires somebody and lets her choose her password.
func (h *house) hired(name, email string) people.Person {
	h.t.Helper()
	w := h.hire(name, email)
	if _, err := h.people.Accept(h.t.Context(), w.Secret, words); err != nil {
		h.t.Fatal(err)
	}
	return w.Person
}

func (h *house) signIn(email string) (string, people.Session) {
	h.t.Helper()
	secret, s, err := h.people.SignIn(h.t.Context(), people.Attempt{Email: email, Password: words, Agent: "Firefox/1 Linux", Address: "192.0.2.7"})
	if err != nil {
		h.t.Fatal(err)
	}
	return secret, s
}

func (h *house) kinds(subject string) (kinds []string) {
	h.t.Helper()
	entries, err := h.store.EntriesOf(h.t.Context(), subject)
	if err != nil {
		h.t.Fatal(err)
	}
	for _, e := range entries {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func is(t *testing.T, what string, err error, kind fault.Kind) {
	t.Helper()
	if !fault.Is(err, kind) {
		t.Errorf("%s: %v, want %v", what, err, kind)
	}
}

func TestInvitationWorksOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		w := h.hire("Noor Ali", "Noor@umea.se")
		p, err := h.people.Invited(ctx, w.Secret)
		if err != nil || p.ID != w.Person.ID || p.Email != "noor@umea.se" {
			t.Fatalf("%+v, %v", p, err)
		}
		_, err = h.people.Accept(ctx, w.Secret, "kort")
		is(t, "a short password", err, fault.Invalid)
		_, err = h.people.Accept(ctx, w.Secret, words)
		must(t, err)
		_, err = h.people.Accept(ctx, w.Secret, words+" igen")
		is(t, "once more", err, fault.Gone)

		first, err := h.people.Invite(ctx, h.console(), w.Person.ID)
		must(t, err)
		second, err := h.people.Invite(ctx, h.console(), w.Person.ID)
		must(t, err)
		_, err = h.people.Invited(ctx, first.Secret)
		is(t, "replaced by a newer one", err, fault.Gone)
		h.clock.Move(7*24*time.Hour - time.Microsecond)
		_, err = h.people.Invited(ctx, second.Secret)
		must(t, err)
		h.clock.Move(time.Microsecond)
		_, err = h.people.Invited(ctx, second.Secret)
		is(t, "a week later", err, fault.Gone)
		_, err = h.people.Invited(ctx, "gissning")
		is(t, "a guess", err, fault.Gone)
	})
}

func TestAnAddressIsOneColleagues(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, err := h.people.Hire(ctx, h.console(), people.Newcomer{Name: "Annan Amina", Email: "AMINA@umea.se"})
		if fault.KindOf(err) != fault.Invalid || fault.Of(err).Field != "email" {
			t.Errorf("hired twice: %v", err)
		}
		_, err = h.people.Describe(ctx, h.console(), h.lars, people.Newcomer{Name: "Lars", Email: "amina@umea.se"})
		is(t, "takes her address", err, fault.Invalid)
		p, err := h.people.Describe(ctx, h.console(), h.amina, people.Newcomer{Name: "Amina Ek", Email: "amina@umea.se", Unit: "Badet", Language: "en"})
		if got := h.load(h.amina).Person; err != nil || got.Name != "Amina Ek" || got.Unit != "Badet" || got.Language != "en" || p.Name != got.Name {
			t.Errorf("%+v, %v", got, err)
		}
		// The store refuses it too: two who hire at the same moment have both looked before.
		acts, _ := people.Hired(h.console(), people.Newcomer{Name: "Tredje", Email: "amina@umea.se"}, h.clock.Now())
		_, err = h.store.Commit(ctx, desk.Change{Acts: acts})
		is(t, "in the transaction", err, fault.Invalid)

		must(t, h.people.Leave(ctx, h.console(), h.amina))
		if w := h.hire("Amina Ny", "amina@umea.se"); w.Person.ID == h.amina {
			t.Error("she who comes back is the one who left")
		}
	})
}

func TestSignInAndOut(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		noor := h.hired("Noor Ali", "noor@umea.se")
		secret, s := h.signIn(" NOOR@umea.se ")
		if s.Person != noor.ID || s.ID == secret || s.Agent != "Firefox · Linux" || s.How != people.HowPassword {
			t.Errorf("%+v", s)
		}
		a, got, err := h.people.Enter(ctx, secret)
		if err != nil || a.Person.ID != noor.ID || got.ID != s.ID || a.Scopes != nil {
			t.Fatalf("%+v, %v", a, err)
		}
		other, _ := h.signIn("noor@umea.se")
		all, err := h.people.Sessions(ctx, a)
		if err != nil || len(all) != 2 {
			t.Fatalf("%v, %v", all, err)
		}
		must(t, h.people.EndSession(ctx, a, s.ID))
		_, _, err = h.people.Enter(ctx, secret)
		is(t, "ended from a list", err, fault.SignIn)
		must(t, h.people.SignOut(ctx, other))
		must(t, h.people.SignOut(ctx, other))
		_, _, err = h.people.Enter(ctx, other)
		is(t, "signed out", err, fault.SignIn)
		want := []string{"person.hired", "person.invited", "person.password", "signin.succeeded", "signin.succeeded", "session.ended", "session.ended"}
		if kinds := h.kinds(noor.ID); !slices.Equal(kinds, want) {
			t.Errorf("on the record: %v", kinds)
		}
	})
}

func TestSignInTellsNothing(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		gone := h.hired("Gunn Ek", "gunn@umea.se")
		must(t, h.people.Leave(ctx, h.console(), gone.ID))
		h.hire("Noor Ali", "noor@umea.se") // has no password yet
		var said []string
		for _, a := range []people.Attempt{{Email: "kim@umea.se", Password: "hemligheten"}, {Email: "nobody@umea.se", Password: words},
			{Email: "gunn@umea.se", Password: words}, {Email: "noor@umea.se", Password: ""}, {Email: "kim@umea.se", Password: strings.Repeat("x", 1<<20)}} {
			a.Address = "192.0.2.7"
			_, _, err := h.people.SignIn(ctx, a)
			is(t, a.Email, err, fault.SignIn)
			said = append(said, fault.Of(err).Say.SV)
		}
		if len(slices.Compact(said)) != 1 {
			t.Errorf("a stranger is told %q", said)
		}
		entries, err := h.store.Entries(ctx, 0, 1000)
		must(t, err)
		failed := 0
		for _, e := range entries {
			if e.Kind != "signin.failed" {
				continue
			}
			failed++
			for _, v := range e.Say {
				if s, ok := v.(string); ok && (strings.Contains(s, "192.0.2") || strings.Contains(s, "hemlig") || strings.Contains(s, "nobody")) {
					t.Errorf("the record tells %v", e.Say)
				}
			}
		}
		if failed != 5 {
			t.Errorf("%d failures stand on the record", failed)
		}
	})
}

func TestSignInIsThrottled(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		try := func(word, from string) error {
			_, _, err := h.people.SignIn(ctx, people.Attempt{Email: "kim@umea.se", Password: word, Address: from})
			return err
		}
		for range 4 {
			is(t, "a guess", try("gissning", "192.0.2.1"), fault.SignIn)
		}
		err := try(words, "198.51.100.1")
		is(t, "right, but too soon", err, fault.TooSoon)
		if fault.Of(err).After <= 0 {
			t.Error("she is not told how long to wait")
		}
		h.clock.Move(time.Minute)
		must(t, try(words, "198.51.100.1"))
		for range 4 {
			is(t, "she has her tries back", try("gissning", "192.0.2.1"), fault.SignIn)
		}
		for i := range 40 {
			_, _, err = h.people.SignIn(ctx, people.Attempt{Email: fmt.Sprintf("x%d@a.se", i), Address: "203.0.113.9"})
			if fault.Is(err, fault.TooSoon) {
				return
			}
		}
		t.Error("one place may try for ever")
	})
}

func TestSessionsRunOut(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		idle, _ := h.signIn("kim@umea.se")
		h.clock.Move(people.SessionIdle - time.Microsecond)
		_, s, err := h.people.Enter(ctx, idle)
		must(t, err)
		if !s.Seen.Equal(h.clock.Now()) {
			t.Errorf("seen %v", s.Seen)
		}
		h.clock.Move(people.SessionIdle)
		_, _, err = h.people.Enter(ctx, idle)
		is(t, "after an idle day", err, fault.SignIn)
		must(t, h.people.Sweep(ctx))

		busy, _ := h.signIn("kim@umea.se")
		for spent := time.Duration(0); ; spent += 6 * time.Hour {
			_, _, err := h.people.Enter(ctx, busy)
			if spent >= people.SessionMost {
				is(t, "after a month", err, fault.SignIn)
				break
			}
			if err != nil {
				t.Fatalf("after %v: %v", spent, err)
			}
			h.clock.Move(6 * time.Hour)
		}
		must(t, h.people.Sweep(ctx))
		if left, err := h.store.Sessions(ctx, h.load(s.Person).Person.ID); err != nil || len(left) != 0 {
			t.Errorf("%v, %v are left after the sweep", left, err)
		}
	})
}

func TestChangingThePasswordEndsOtherSessions(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		here, s := h.signIn("kim@umea.se")
		there, _ := h.signIn("kim@umea.se")
		kim := h.load(s.Person)
		err := h.people.SetPassword(ctx, kim, s.ID, "fel ord helt och hållet", "fem andra ord i stället")
		if fault.Of(err).Field != "current" {
			t.Errorf("the wrong one: %v", err)
		}
		is(t, "her own name", h.people.SetPassword(ctx, kim, s.ID, words, "kim ek 12345"), fault.Invalid)
		must(t, h.people.SetPassword(ctx, kim, s.ID, words, "fem andra ord i stället"))
		_, _, err = h.people.Enter(ctx, here)
		must(t, err)
		_, _, err = h.people.Enter(ctx, there)
		is(t, "the other browser", err, fault.SignIn)
		_, _, err = h.people.SignIn(ctx, people.Attempt{Email: "kim@umea.se", Password: words})
		is(t, "the old one", err, fault.SignIn)

		w, err := h.people.Invite(ctx, h.console(), s.Person)
		must(t, err)
		_, err = h.people.Accept(ctx, w.Secret, words)
		must(t, err)
		_, _, err = h.people.Enter(ctx, here)
		is(t, "after a new link", err, fault.SignIn)
	})
}

func TestLeaving(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, err := h.people.Accept(ctx, h.links["Amina"], words)
		must(t, err)
		secret, _ := h.signIn("amina@umea.se")
		amina := h.load(h.amina)
		if !amina.May(people.AccountCharter, h.torget, h.clock.Now()) {
			t.Fatal("the owner is none")
		}
		_, err = h.people.Grant(ctx, h.console(), h.amina, people.Expert, time.Time{})
		must(t, err)
		bearer, _, err := h.people.CreateToken(ctx, amina, people.Wish{Name: "Väder", Scopes: []string{"read"}})
		must(t, err)
		_, err = h.people.Bearer(ctx, bearer)
		must(t, err)
		invited, err := h.people.Invite(ctx, h.console(), h.amina)
		must(t, err)

		is(t, "by a colleague", h.people.Leave(ctx, h.load(h.lars), h.amina), fault.Forbidden)
		must(t, h.people.Leave(ctx, h.console(), h.amina))
		must(t, h.people.Leave(ctx, h.console(), h.amina))

		_, _, err = h.people.Enter(ctx, secret)
		is(t, "her session", err, fault.SignIn)
		_, err = h.people.Bearer(ctx, bearer)
		is(t, "her token", err, fault.SignIn)
		_, err = h.people.Invited(ctx, invited.Secret)
		is(t, "her link", err, fault.Gone)
		_, _, err = h.people.SignIn(ctx, people.Attempt{Email: "amina@umea.se", Password: words})
		is(t, "her password", err, fault.SignIn)
		after := h.load(h.amina)
		for _, s := range people.Rights {
			if after.May(s.Right, h.torget, h.clock.Now()) || after.Anywhere(s.Right, h.clock.Now()) {
				t.Errorf("she may %s", s.Right)
			}
		}
		for _, m := range after.Mandates {
			if m.EndedAt.IsZero() {
				t.Errorf("a mandate goes on: %+v", m)
			}
		}
		if short, err := h.people.Short(ctx, h.console()); err != nil || !slices.Equal(short, []string{h.torget}) {
			t.Errorf("short: %v, %v", short, err)
		}
		if kinds := h.kinds(h.torget); kinds[len(kinds)-1] != "account.short" {
			t.Errorf("on the record: %v", kinds)
		}
		if kinds := h.kinds(h.amina); slices.Index(kinds, "person.left") < 0 || slices.Index(kinds, "person.left") != slices.Index(slices.Clone(kinds), "person.left") {
			t.Errorf("on the record: %v", kinds)
		}
		noor := h.hire("Noor Ali", "noor@umea.se").Person
		_, err = h.people.Commission(ctx, h.console(), people.Appointment{Person: noor.ID, Account: h.torget, Role: people.Owner})
		must(t, err)
		if short, _ := h.people.Short(ctx, h.console()); len(short) != 0 {
			t.Errorf("still short: %v", short)
		}
	})
}

func TestMandates(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		noor := h.hire("Noor Ali", "noor@umea.se").Person
		from, until := h.clock.Now().Add(time.Hour), h.clock.Now().Add(2*time.Hour)
		ask := people.Appointment{Person: noor.ID, Account: h.torget, Role: people.Voice, From: from, Until: until}
		m, err := h.people.Commission(ctx, h.load(h.lars), ask)
		must(t, err)
		_, err = h.people.Commission(ctx, h.load(h.lars), ask)
		is(t, "twice", err, fault.Invalid)
		for _, moment := range []struct {
			at   time.Time
			want bool
		}{{from.Add(-time.Microsecond), false}, {from, true}, {until.Add(-time.Microsecond), true}, {until, false}} {
			if got := h.load(noor.ID).May(people.DraftWrite, h.torget, moment.at); got != moment.want {
				t.Errorf("at %v she may write: %v", moment.at, got)
			}
		}
		_, err = h.people.Commission(ctx, h.load(noor.ID), people.Appointment{Person: h.lars, Account: h.torget, Role: people.Voice})
		is(t, "by a voice", err, fault.Forbidden)
		_, err = h.people.Commission(ctx, h.console(), people.Appointment{Person: noor.ID, Account: "nowhere", Role: people.Voice})
		is(t, "at no account", err, fault.NotFound)
		h.clock.Move(90 * time.Minute)
		staff, err := h.people.Colleagues(ctx, h.load(noor.ID), h.torget)
		if err != nil || len(staff) != 3 {
			t.Errorf("%d colleagues, %v", len(staff), err)
		}
		must(t, h.people.Decommission(ctx, h.load(noor.ID), m.ID, ""))
		is(t, "twice", h.people.Decommission(ctx, h.load(h.lars), m.ID, ""), fault.Gone)
		if h.load(noor.ID).May(people.DraftWrite, h.torget, h.clock.Now()) {
			t.Error("she writes on")
		}

		var owner people.Mandate
		for _, m := range h.load(h.amina).Mandates {
			owner = m
		}
		is(t, "one of two owners", h.people.Decommission(ctx, h.load(h.amina), owner.ID, ""), fault.Forbidden)
		is(t, "by a voice", h.people.Decommission(ctx, h.load(noor.ID), owner.ID, ""), fault.Forbidden)
		must(t, h.people.Decommission(ctx, h.load(h.amina), owner.ID, noor.ID))
		owners, err := h.accounts.Owners(ctx, h.torget)
		if err != nil || len(owners) != 2 || owners[0].ID != noor.ID {
			t.Errorf("%+v, %v", owners, err)
		}
	})
}

// TestTwoOwnersCannotLeaveAtOnce lets three owners lay down their mandates at the same moment: one may.
func TestTwoOwnersCannotLeaveAtOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		noor := h.hire("Noor Ali", "noor@umea.se").Person
		_, err := h.people.Commission(ctx, h.console(), people.Appointment{Person: noor.ID, Account: h.torget, Role: people.Owner})
		must(t, err)
		done := make(chan error)
		for _, p := range []string{h.amina, h.lars, noor.ID} {
			a := h.load(p)
			go func() { done <- h.people.Decommission(ctx, a, a.Mandates[0].ID, "") }()
		}
		left := 0
		for range 3 {
			if err := <-done; err == nil {
				left++
			} else if !fault.Is(err, fault.Forbidden) {
				t.Error(err)
			}
		}
		if owners, err := h.accounts.Owners(ctx, h.torget); err != nil || left != 1 || len(owners) != people.Quorum {
			t.Errorf("%d left, %d owners, %v", left, len(owners), err)
		}
	})
}

func TestGrants(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		g, err := h.people.Grant(ctx, h.console(), h.amina, people.Communicator, time.Time{})
		must(t, err)
		now := h.clock.Now()
		if a := h.load(h.amina); !a.May(people.AccountOpen, "", now) || !a.May(people.DraftWrite, "elsewhere", now) {
			t.Error("the communicator is none")
		}
		_, err = h.people.Grant(ctx, h.load(h.amina), h.lars, people.Expert, time.Time{})
		is(t, "by a communicator", err, fault.Forbidden)
		must(t, h.people.Revoke(ctx, h.console(), g.ID))
		is(t, "twice", h.people.Revoke(ctx, h.console(), g.ID), fault.Gone)
		if h.load(h.amina).May(people.AccountOpen, "", now) {
			t.Error("she is still communicator")
		}
		admins, err := h.store.GrantsOf(ctx, people.Administrator)
		if err != nil || len(admins) != 1 {
			t.Fatalf("%v, %v", admins, err)
		}
		is(t, "the last administrator", h.people.Revoke(ctx, h.console(), admins[0].ID), fault.Forbidden)
		_, err = h.people.Grant(ctx, h.console(), "nobody", people.Expert, time.Time{})
		is(t, "to nobody", err, fault.NotFound)
	})
}

func TestTokens(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		lars := h.load(h.lars)
		bearer, token, err := h.people.CreateToken(ctx, lars, people.Wish{Name: "Väder", Scopes: []string{"draft.write", "read"}})
		must(t, err)
		program, err := h.people.Bearer(ctx, bearer)
		now := h.clock.Now()
		if err != nil || !program.May(people.DraftWrite, h.torget, now) || program.May(people.InboxReply, h.torget, now) || program.Who().Kind != desk.WhoToken {
			t.Errorf("%+v, %v", program, err)
		}
		_, _, err = h.people.CreateToken(ctx, program, people.Wish{Name: "En till", Scopes: []string{"write"}})
		is(t, "a program makes itself a key", err, fault.Forbidden)
		_, _, err = h.people.CreateToken(ctx, lars, people.Wish{Person: h.amina, Name: "x", Scopes: []string{"read"}})
		is(t, "for another", err, fault.Forbidden)
		_, hers, err := h.people.CreateToken(ctx, h.console(), people.Wish{Person: h.amina, Name: "x", Scopes: []string{"read"}})
		if err != nil || hers.Person != h.amina {
			t.Errorf("the console for another: %+v, %v", hers, err)
		}
		all, err := h.people.Tokens(ctx, lars)
		if err != nil || len(all) != 1 || all[0].Hash != "" || all[0].ID != token.ID || !slices.Equal(all[0].Scopes, []string{"draft.write", "read"}) {
			t.Errorf("%+v, %v", all, err)
		}
		is(t, "by a colleague", h.people.RevokeToken(ctx, lars, hers.ID), fault.Forbidden)
		must(t, h.people.RevokeToken(ctx, lars, token.ID))
		must(t, h.people.RevokeToken(ctx, lars, token.ID))
		for _, b := range []string{bearer, "", "tilltal_", strings.TrimPrefix(bearer, "tilltal_"), "tilltal_" + token.Hash} {
			_, err := h.people.Bearer(ctx, b)
			is(t, "a token that is none", err, fault.SignIn)
		}
		short, _, err := h.people.CreateToken(ctx, lars, people.Wish{Name: "Kort", Scopes: []string{"read"}, Until: now.Add(time.Hour)})
		must(t, err)
		h.clock.Move(time.Hour)
		_, err = h.people.Bearer(ctx, short)
		is(t, "an hour later", err, fault.SignIn)
	})
}

func TestWhoMaySeeWhom(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, err := h.people.Accept(ctx, h.links["Amina"], words)
		must(t, err)
		h.signIn("amina@umea.se")
		noor := h.hire("Noor Ali", "noor@umea.se").Person
		_, err = h.people.Commission(ctx, h.console(), people.Appointment{Person: noor.ID, Account: h.torget, Role: people.Voice})
		must(t, err)
		voice, owner := h.load(noor.ID), h.load(h.amina)

		_, err = h.people.People(ctx, voice, false)
		is(t, "a voice reads the register", err, fault.Forbidden)
		_, err = h.people.Dossier(ctx, voice, h.amina)
		is(t, "a voice reads another's dossier", err, fault.Forbidden)
		if d, err := h.people.Dossier(ctx, voice, noor.ID); err != nil || len(d.Mandates) != 1 {
			t.Errorf("her own: %+v, %v", d, err)
		}
		if d, err := h.people.Dossier(ctx, owner, h.amina); err != nil || len(d.Sessions) != 1 {
			t.Errorf("her own: %+v, %v", d, err)
		}
		if d, err := h.people.Dossier(ctx, h.load(h.lars), h.amina); err != nil || d.Sessions != nil || d.Tokens != nil {
			t.Errorf("another owner sees her sessions: %+v, %v", d, err)
		}
		is(t, "another owner signs her out", h.people.EndSessions(ctx, h.load(h.lars), h.amina, ""), fault.Forbidden)
		must(t, h.people.EndSessions(ctx, h.console(), h.amina, ""))
		if d, err := h.people.Dossier(ctx, h.console(), h.amina); err != nil || len(d.Sessions) != 0 {
			t.Errorf("%+v, %v", d, err)
		}
		must(t, h.people.Leave(ctx, h.console(), noor.ID))
		here, err1 := h.people.People(ctx, owner, false)
		ever, err2 := h.people.People(ctx, owner, true)
		if err := errors.Join(err1, err2); err != nil || len(here) != 3 || len(ever) != 4 {
			t.Errorf("%d here, %d ever, %v", len(here), len(ever), err)
		}
	})
}

// TestNoSecretIsKept reads the whole database, as SQLite has it on disk, for the secrets that were shown once.
func TestNoSecretIsKept(t *testing.T) {
	c := clock.At(storetest.Noon)
	s := storetest.SQLite(t, c)
	h := open(t, s, c)
	_, err := h.people.Accept(t.Context(), h.links["Amina"], words)
	must(t, err)
	cookie, _ := h.signIn("amina@umea.se")
	bearer, _, err := h.people.CreateToken(t.Context(), h.load(h.amina), people.Wish{Name: "x", Scopes: []string{"read"}})
	must(t, err)
	file := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(t.Context(), file, func(int64, int64) {}))
	copied, err := os.ReadFile(file)
	must(t, err)
	for name, secret := range map[string]string{"the password": words, "the cookie": cookie, "the link": h.links["Lars"], "the token": strings.TrimPrefix(bearer, "tilltal_")} {
		if bytes.Contains(copied, []byte(secret)) {
			t.Errorf("%s stands in the database", name)
		}
	}
	if !bytes.Contains(copied, []byte("amina@umea.se")) {
		t.Error("the copy is not one: this test proves nothing")
	}
}

package people_test

import (
	"errors"
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
	a := people.Attempt{Email: email, Password: words, Agent: "Firefox/1 Linux", Address: "192.0.2.7"}
	p, err := h.people.Prove(h.t.Context(), a)
	if err != nil {
		h.t.Fatal(err)
	}
	secret, s, err := h.people.Begin(h.t.Context(), p.ID, people.HowPassword, a)
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
		_, err = h.people.Prove(ctx, people.Attempt{Email: "amina@umea.se", Password: words})
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

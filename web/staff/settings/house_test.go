package settings_test

import (
	"context"
	"net/url"
	"slices"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/ident"
	"tilltal/base/seal"
	"tilltal/base/throttle"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/settings"
	"tilltal/web/staff/stafftest"
)

type plain struct{}

func (plain) Hash(_ context.Context, s string) (string, error)       { return "plain:" + s, nil }
func (plain) Verify(_ context.Context, s, hash string) (bool, error) { return hash == "plain:"+s, nil }

// instance is an installation that is a copy until somebody claims it.
type instance struct{ by string }

func (i *instance) Real() bool                                { return i.by != "" }
func (i *instance) Claim(_ context.Context, who string) error { i.by = who; return nil }

// house is a real database on its first day: Kim is administrator, Amina and Lars are owners of Parken.
type house struct {
	*stafftest.Desk
	t        *testing.T
	store    *store.Store
	people   *people.Room
	ways     *signin.Room
	instance *instance
	begun    start.Begun
}

func each(t *testing.T, test func(t *testing.T, h *house, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		rule := throttle.Rule{Burst: 20, Every: time.Minute}
		h := &house{t: t, store: s, instance: &instance{}}
		h.people = people.New(s, people.Options{Clock: c, Hasher: plain{}, ByPerson: throttle.New(rule, 100, c), ByPlace: throttle.New(rule, 100, c), Secret: []byte("s")})
		accounts := account.New(s, h.people, c)
		ch := account.Blank(guideline.ProfileMunicipality)
		ch.Name, ch.Purpose = "Parken", "Vi berättar om parken."
		var err error
		h.begun, err = start.New(s, h.people, c).Begin(t.Context(), start.Form{
			Authority: authority.Settings{Name: "Umeå kommun", Base: stafftest.Base, Contact: "registrator@umea.se"},
			Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@umea.se"}, Password: "fyra lugna gräsand cyklar", Account: account.Plan{Handle: "parken", Charter: ch},
			Owners: []people.Newcomer{{Name: "Amina Berg", Unit: "Parkenheten", Email: "amina@umea.se"}, {Name: "Lars Åkesson", Email: "lars@umea.se"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		h.ways = signin.New(s, signin.Options{Clock: c, Base: &url.URL{Scheme: "https", Host: "torget.example.se"}, People: h.people, Keys: seal.Generate(c.Now()),
			ByPerson: throttle.New(rule, 100, c), ByPlace: throttle.New(rule, 100, c), Rules: signin.Rules{Groups: map[string]people.Role{"desk-admins": people.Administrator}}})
		h.Desk = stafftest.New(t, c, h.people, settings.Routes(settings.Deps{People: h.people, SignIn: h.ways, Accounts: accounts, Authority: authority.New(s, c),
			Jobs: s, Ledger: s, Instance: h.instance, Hall: hall.New(hall.Deps{Accounts: accounts})})...)
		test(t, h, c)
	})
}

// as signs in one of the people of the register, with the roles she has there now.
func (h *house) as(id string) *stafftest.Browser {
	h.t.Helper()
	a, err := h.people.Load(h.t.Context(), id)
	if err != nil {
		h.t.Fatal(err)
	}
	return h.As(a)
}

func (h *house) kim() *stafftest.Browser { return h.as(h.begun.Admin.ID) }

// enrol gives somebody a second step.
func (h *house) enrol(person string, c *clock.Fixed) {
	h.t.Helper()
	at := c.Now()
	e := signin.Enrolment{ID: ident.New(at), Person: person, Sealed: []byte("sealed"), At: at}
	if _, err := h.store.Commit(h.t.Context(), desk.Change{Acts: []desk.Act{{Kind: "factor.enrolled", Subject: person,
		Who: desk.System("test"), At: at, Say: map[string]any{"name": "Amina"}, Facts: []any{e}}}}); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) amina() string { return h.begun.Owners[0].Person.ID }

// acts are the kinds of what stands on the record about somebody, the oldest first.
func (h *house) acts(subject string) []string {
	h.t.Helper()
	page, err := h.store.EntriesOf(h.t.Context(), subject)
	if err != nil {
		h.t.Fatal(err)
	}
	var out []string
	for _, e := range page {
		out = append(out, e.Kind)
	}
	slices.Sort(out)
	return out
}

func form(pairs ...string) url.Values {
	out := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		out.Add(pair[0], pair[1])
	}
	return out
}

// bury puts a job in the queue and gives it up.
func (h *house) bury(kind, why string) {
	h.t.Helper()
	ctx := h.t.Context()
	if err := h.store.Enqueue(ctx, desk.Job{Kind: kind, Payload: []byte("{}")}); err != nil {
		h.t.Fatal(err)
	}
	held, err := h.store.Claim(ctx, []string{kind}, 1, time.Minute)
	if err != nil || len(held) != 1 {
		h.t.Fatalf("%v, %v", held, err)
	}
	if err := h.store.Bury(ctx, held[0].Lease, why); err != nil {
		h.t.Fatal(err)
	}
}

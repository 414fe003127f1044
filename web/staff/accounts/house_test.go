package accounts_test

import (
	"context"
	"net/url"
	"slices"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/throttle"
	checks "tilltal/check/all"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	frames "tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/staff/accounts"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/stafftest"
)

type plain struct{}

func (plain) Hash(_ context.Context, s string) (string, error)       { return "plain:" + s, nil }
func (plain) Verify(_ context.Context, s, hash string) (bool, error) { return hash == "plain:"+s, nil }

// house is a real database on its first day: Kim is administrator, Amina and Lars are owners of Parken, Noor is a voice there.
type house struct {
	*stafftest.Desk
	t                      *testing.T
	people                 *people.Room
	accounts               *account.Room
	routines               *guideline.Room
	frames                 *frames.Room
	kim, amina, lars, noor string
	at                     string // the address of Parken's page
	parken                 string
}

func each(t *testing.T, test func(t *testing.T, h *house, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		rule := throttle.Rule{Burst: 20, Every: time.Minute}
		h := &house{t: t, routines: guideline.New(s, c)}
		h.people = people.New(s, people.Options{Clock: c, Hasher: plain{}, ByPerson: throttle.New(rule, 100, c), ByPlace: throttle.New(rule, 100, c), Secret: []byte("s")})
		h.accounts = account.New(s, h.people, c)
		ch := account.Blank(guideline.ProfileMunicipality)
		ch.Name, ch.Purpose = "Parken", "Vi berättar om parken."
		begun, err := start.New(s, h.people, c).Begin(t.Context(), start.Form{
			Authority: authority.Settings{Name: "Umeå kommun", Base: stafftest.Base, Contact: "registrator@umea.se"},
			Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@umea.se"}, Password: "fyra lugna gräsand cyklar", Account: account.Plan{Handle: "parken", Charter: ch},
			Owners: []people.Newcomer{{Name: "Amina Berg", Unit: "Parkenheten", Email: "amina@umea.se"}, {Name: "Lars Åkesson", Email: "lars@umea.se"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		h.kim, h.amina, h.lars, h.parken = begun.Admin.ID, begun.Owners[0].Person.ID, begun.Owners[1].Person.ID, begun.Account
		h.at = "/konton/" + h.parken
		noor, err := h.people.Hire(t.Context(), people.Console(c.Now()), people.Newcomer{Name: "Noor Ali", Email: "noor@umea.se"})
		if err != nil {
			t.Fatal(err)
		}
		h.noor = noor.Person.ID
		if _, err := h.people.Commission(t.Context(), people.Console(c.Now()), people.Appointment{Person: h.noor, Account: h.parken, Role: people.Voice}); err != nil {
			t.Fatal(err)
		}
		h.frames = frames.New(s, h.people, c, nil)
		h.Desk = stafftest.New(t, c, h.people, accounts.Routes(accounts.Deps{Accounts: h.accounts, Frames: h.frames, Routines: h.routines, People: h.people, Checks: checks.All(),
			Hall: hall.New(hall.Deps{Accounts: h.accounts})})...)
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

func form(pairs ...string) url.Values {
	out := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		out.Add(pair[0], pair[1])
	}
	return out
}

package shift_test

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/staff/hall"
	shiftpage "tilltal/web/staff/shift"
	"tilltal/web/staff/stafftest"
	"tilltal/web/staff/today"
)

// house is a real database with an account that closes at five: Olle and Ove own it, Karin is communicator, Amina and Bengt are
// voices there, and Gun works elsewhere.
type house struct {
	*stafftest.Desk
	t      *testing.T
	relay  *shift.Room
	people *people.Room
	clock  *clock.Fixed
	at     string // the account's id
	ids    map[string]string
}

var staff = []string{"Olle", "Ove", "Karin", "Amina", "Bengt", "Gun"}

// each runs a test on every database. The clock stands at noon on Monday 23 November 2026.
func each(t *testing.T, test func(t *testing.T, h *house)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, open(t, s, c)) })
}

func open(t *testing.T, s *store.Store, c *clock.Fixed) *house {
	ctx, root := context.Background(), people.Console(c.Now())
	h := &house{t: t, clock: c, people: people.New(s, people.Options{Clock: c}), ids: map[string]string{}}
	for _, n := range staff {
		w, err := h.people.Hire(ctx, root, people.Newcomer{Name: n + " Larsson", GivenName: n, Unit: "Parkenheten", Email: strings.ToLower(n) + "@umea.se"})
		h.must(err)
		h.ids[n] = w.Person.ID
	}
	_, err := h.people.Grant(ctx, root, h.ids["Karin"], people.Communicator, time.Time{})
	h.must(err)
	accounts := account.New(s, h.people, c)
	charter := account.Blank(guideline.ProfileMunicipality)
	charter.Name, charter.Purpose = "Parken", "Vi berättar om parkerna."
	a, err := accounts.Open(ctx, root, account.Plan{Handle: "parken", Charter: charter, Owners: []string{h.ids["Olle"], h.ids["Ove"]}})
	h.must(err)
	h.at = a.ID
	for _, n := range []string{"Amina", "Bengt"} {
		_, err := h.people.Commission(ctx, root, people.Appointment{Person: h.ids[n], Account: h.at, Role: people.Voice})
		h.must(err)
	}
	h.relay = shift.New(s, shift.Options{Clock: c, People: h.people, Assign: inbox.HandedOn})
	deps := shiftpage.Deps{Hall: hall.New(hall.Deps{Accounts: accounts, Relay: h.relay}), Relay: h.relay, People: h.people, Accounts: accounts}
	h.Desk = stafftest.New(t, c, nil, append(shiftpage.Routes(deps),
		today.Routes(today.Deps{Hall: deps.Hall, Talk: quiet{}, Drafts: quiet{}, Review: quiet{}, Figures: quiet{}, People: h.people, Shifts: shiftpage.Today{Deps: deps}})...)...)
	return h
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// as signs somebody in with what she may do now.
func (h *house) as(name string) *stafftest.Browser {
	h.t.Helper()
	a, err := h.people.Load(context.Background(), h.ids[name])
	h.must(err)
	return h.As(a)
}

// travel moves the clock to a time on the wall, "2026-11-24 08:00", and lets the desk go its round.
func (h *house) travel(s string) {
	h.t.Helper()
	w, err := clock.ParseWall(s[:10], s[11:], "Europe/Stockholm")
	h.must(err)
	at, _ := w.Resolve()
	h.clock.Move(at.Sub(h.clock.Now()))
	h.must(h.relay.Round(context.Background()))
}

// plan plans a shift through the page, and returns its address.
func (h *house) plan(name string, pairs ...string) string {
	h.t.Helper()
	f := form(append([]string{"person", h.ids[name]}, pairs...)...)
	a := h.as("Karin").Post("/konton/"+h.at+"/pass/nytt", f)
	if a.Status != 303 {
		h.t.Fatalf("%d\n%s", a.Status, a.Body)
	}
	return a.Location
}

func form(pairs ...string) url.Values {
	out := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		out.Add(pair[0], pair[1])
	}
	return out
}

func actor(h *house, name string) people.Actor {
	h.t.Helper()
	a, err := h.people.Load(context.Background(), h.ids[name])
	h.must(err)
	return a
}

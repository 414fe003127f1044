package shift_test

import (
	"context"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/store"
	"tilltal/store/storetest"
)

// house is a desk with one account, two owners, a communicator and some employees.
type house struct {
	*shift.Room
	store   *store.Store
	clock   *clock.Fixed
	staff   *people.Room
	account account.Account
	ids     map[string]string
}

var names = []string{"olle", "ove", "karin", "amina", "bengt", "cecilia", "didrik"}

// each runs a test on every database. The clock stands at noon on Monday 23 November 2026.
func each(t *testing.T, test func(t *testing.T, h *house)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, open(t, s, c)) })
}

func open(t testing.TB, s *store.Store, c *clock.Fixed) *house {
	ctx := context.Background()
	h := &house{store: s, clock: c, staff: people.New(s, people.Options{Clock: c}), ids: map[string]string{}}
	for _, n := range names {
		w, err := h.staff.Hire(ctx, people.Console(c.Now()), people.Newcomer{Name: n + " Larsson", GivenName: n, Unit: "Parkenheten", Email: n + "@umea.se"})
		if err != nil {
			t.Fatal(err)
		}
		h.ids[n] = w.Person.ID
	}
	if _, err := h.staff.Grant(ctx, people.Console(c.Now()), h.ids["karin"], people.Communicator, time.Time{}); err != nil {
		t.Fatal(err)
	}
	charter := account.Blank(guideline.ProfileMunicipality)
	charter.Name, charter.Purpose, charter.Promise = "Parken", "Vi berättar om parkerna.", svenska.Within(4*time.Hour)
	a, err := account.New(s, h.staff, c).Open(ctx, people.Console(c.Now()), account.Plan{Handle: "parken", Charter: charter, Owners: []string{h.ids["olle"], h.ids["ove"]}})
	if err != nil {
		t.Fatal(err)
	}
	h.account = a
	h.Room = shift.New(s, shift.Options{Clock: c, People: h.staff, Assign: inbox.HandedOn})
	return h
}

// who is somebody with what she may do now.
func (h *house) who(t testing.TB, name string) people.Actor {
	t.Helper()
	a, err := h.staff.Load(context.Background(), h.ids[name])
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// wall reads "2026-11-24 08:00" in Stockholm.
func wall(t testing.TB, s string) clock.Wall {
	t.Helper()
	w, err := clock.ParseWall(s[:10], s[11:], "Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func at(t testing.TB, s string) time.Time {
	t.Helper()
	when, _ := wall(t, s).Resolve()
	return when
}

// travel moves the clock to a wall time.
func (h *house) travel(t testing.TB, s string) {
	t.Helper()
	h.clock.Move(at(t, s).Sub(h.clock.Now()))
}

func (h *house) planned(t testing.TB, name, from, until string) shift.Plan {
	t.Helper()
	return shift.Plan{Account: h.account.ID, Person: h.ids[name], From: wall(t, from), Until: wall(t, until)}
}

func (h *house) plan(t testing.TB, name, from, until string) shift.Shift {
	t.Helper()
	s, err := h.Plan(t.Context(), h.who(t, "karin"), h.planned(t, name, from, until))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) round(t testing.TB) {
	t.Helper()
	if err := h.Round(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// size is how many entries there are on the record.
func (h *house) size(t *testing.T) int64 {
	t.Helper()
	n, err := h.store.Size(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// kinds counts the entries of a kind.
func (h *house) kinds(t *testing.T, kind string) int {
	t.Helper()
	n := 0
	for after := int64(0); ; {
		some, err := h.store.Entries(t.Context(), after, 200)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range some {
			if after = e.Seq; e.Kind == kind {
				n++
			}
		}
		if len(some) == 0 {
			return n
		}
	}
}

// wrong asks for a fault of a kind at a field.
func wrong(t testing.TB, err error, kind fault.Kind, field, why string) {
	t.Helper()
	f := fault.Of(err)
	if err == nil || !fault.Is(err, kind) || f.Field != field || f.Say.SV == "" || f.Say.EN == "" {
		t.Errorf("%s: %v (at %q)", why, err, f.Field)
	}
}

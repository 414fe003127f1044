package inbox_test

import (
	"context"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// heirs is a desk whose colleagues are in the register: Ola owns the account parken since long, Siv since yesterday, and Amina
// writes there.
type heirs struct {
	*table
	people         *people.Room
	ola, siv, gone people.Person
	onShift        string
}

func setHeirs(t *testing.T, s *store.Store, c *clock.Fixed) *heirs {
	t.Helper()
	h := &heirs{table: setTable(t, s, c)}
	h.people = people.New(s, people.Options{Clock: c})
	h.Room = inbox.New(s, inbox.Options{Clock: c, Square: place{h.table}, Readers: map[string]inbox.Reader{"test": plain{}}, People: h.people,
		OnShift: func(context.Context, string, time.Time) (string, error) { return h.onShift, nil }})
	h.ola = h.joins("Ola Lind", people.Owner)
	c.Move(day)
	h.siv, h.gone = h.joins("Siv Ek", people.Owner), h.joins("Gunn Berg", people.Voice)
	return h
}

func (h *heirs) joins(name string, role people.Role) people.Person {
	h.t.Helper()
	console := people.Console(h.clock.Now())
	act, p := people.Registered(console, people.Newcomer{GivenName: name, Name: name, Email: name[:3] + "@umea.se", Language: "sv"}, h.clock.Now())
	_, err := h.store.Commit(context.Background(), desk.Change{Acts: []desk.Act{act}})
	h.must(err)
	_, err = h.people.Commission(context.Background(), console, people.Appointment{Person: p.ID, Account: parken, Role: role})
	h.must(err)
	return p
}

// hands gives a new conversation to whoever is going to leave.
func (h *heirs) hands(n int) string {
	h.t.Helper()
	h.hear("act/"+string(rune('a'+n)), said(100+n, "När öppnar ni?"))
	h.sort()
	ctx := context.Background()
	ola, err := h.people.Load(ctx, h.ola.ID)
	h.must(err)
	page, err := h.List(ctx, ola, inbox.Filter{})
	h.must(err)
	for _, c := range page.Items {
		if c.Owner == "" {
			h.must(h.Assign(ctx, ola, c.ID, h.gone.ID, 0))
			return c.ID
		}
	}
	h.t.Fatal("no conversation without an owner")
	return ""
}

func (h *heirs) owner(id string) string {
	h.t.Helper()
	c, err := h.store.Conversation(context.Background(), id)
	h.must(err)
	return c.Owner
}

func (h *heirs) leaves(p people.Person) {
	h.t.Helper()
	h.must(h.people.Leave(context.Background(), people.Console(h.clock.Now()), p.ID))
}

func TestWhatALeaverHadInHandGetsANewOwner(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		h := setHeirs(t, s, c)
		one := h.hands(0)
		h.must(h.Inherit(ctx))
		if h.owner(one) != h.gone.ID {
			t.Fatal("it was taken from somebody who works here")
		}
		h.leaves(h.gone)
		if held, err := s.Claim(ctx, []string{people.JobLeft}, 10, time.Minute); err != nil || len(held) != 1 {
			t.Errorf("no work follows: %v, %v", held, err)
		}
		h.must(h.Inherit(ctx))
		if h.owner(one) != h.ola.ID {
			t.Errorf("it went to %s", h.owner(one))
		}
		size, err := s.Size(ctx)
		h.must(err)
		h.must(h.Inherit(ctx))
		if again, err := s.Size(ctx); err != nil || again != size {
			t.Errorf("doing it twice does something: %d, %v", again-size, err)
		}

		h.onShift = h.siv.ID
		h.leaves(h.ola)
		h.must(h.Inherit(ctx))
		if h.owner(one) != h.siv.ID {
			t.Errorf("not to whoever is on shift: %s", h.owner(one))
		}
		h.leaves(h.siv)
		h.must(h.Inherit(ctx))
		if h.owner(one) != "" {
			t.Errorf("with nobody left it belongs to %s", h.owner(one))
		}
		entries, err := s.EntriesOf(ctx, one)
		h.must(err)
		if last := entries[len(entries)-1]; last.Kind != "inbox.orphaned" || last.Who.Kind != desk.WhoSystem {
			t.Errorf("%+v", last)
		}
	})
}

func TestALeaverWhoIsOnShiftDoesNotInherit(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		h := setHeirs(t, s, c)
		one := h.hands(0)
		h.onShift = h.gone.ID
		h.leaves(h.gone)
		h.must(h.Inherit(t.Context()))
		if h.owner(one) != h.ola.ID {
			t.Errorf("it went to %s", h.owner(one))
		}
	})
}

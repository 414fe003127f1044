package account_test

import (
	"reflect"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// register is an account register with two people in the house.
type register struct {
	*account.Room
	staff       *people.Room
	amina, lars string
}

func each(t *testing.T, test func(t *testing.T, r register, s *store.Store, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		staff := people.New(s, people.Options{Clock: c})
		r := register{Room: account.New(s, staff, c), staff: staff}
		for _, p := range []struct {
			id   *string
			name string
		}{{&r.amina, "amina"}, {&r.lars, "lars"}} {
			w, err := staff.Hire(t.Context(), people.Console(c.Now()), people.Newcomer{Name: p.name, Email: p.name + "@umea.se"})
			if err != nil {
				t.Fatal(err)
			}
			*p.id = w.Person.ID
		}
		test(t, r, s, c)
	})
}

func (r register) plan(handle string) account.Plan {
	c := account.Blank(guideline.ProfileMunicipality)
	c.Name, c.Purpose, c.Promise = "Parken", "Vi berättar om parkerna.", svenska.Within(4*time.Hour)
	c.Own = []string{"090-16 10 00"}
	return account.Plan{Handle: handle, Charter: c, Owners: []string{r.amina, r.lars}}
}

func TestTheLifeOfAnAccount(t *testing.T) {
	each(t, func(t *testing.T, r register, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		a, err := r.Open(ctx, people.Console(c.Now()), r.plan("parken"))
		if err != nil {
			t.Fatal(err)
		}
		want := r.plan("").Charter
		want.Number, want.ChangedAt, want.ChangedBy = 1, c.Now(), "console"
		want.Substance = true // the first always is
		if !reflect.DeepEqual(a.Charter, want) || a.Kind != account.KindOrganization || a.Closed() || !a.OpenedAt.Equal(c.Now()) {
			t.Errorf("kept as %+v, want %+v", a.Charter, want)
		}
		if owners, err := r.Owners(ctx, a.ID); err != nil || len(owners) != 2 {
			t.Errorf("%v, %v", owners, err)
		}
		if routine, err := s.Routine(ctx, a.ID); err != nil || routine.Number != 1 {
			t.Errorf("%+v, %v", routine, err)
		}

		amina, err := r.staff.Load(ctx, r.amina)
		if err != nil {
			t.Fatal(err)
		}
		next := a.Charter
		next.Rules = "Håll dig till parkerna."
		c.Move(time.Hour)
		if a, err = r.Recharter(ctx, amina, a.ID, next); err != nil || a.Number != 2 || a.Rules != next.Rules || a.ChangedBy != r.amina {
			t.Errorf("%+v, %v", a, err)
		}
		if _, err := r.Recharter(ctx, amina, a.ID, next); !fault.Is(err, fault.Conflict) {
			t.Errorf("written from an old one: %v", err)
		}
		history, err := r.History(ctx, a.ID)
		if err != nil || len(history) != 2 || history[0].Rules != next.Rules || history[1].Rules != want.Rules {
			t.Errorf("%+v, %v", history, err)
		}

		if err := r.Close(ctx, amina, a.ID, "Parkerna finns nu på kommunens konto."); err != nil {
			t.Fatal(err)
		}
		if amina, _ = r.staff.Load(ctx, r.amina); amina.May(people.DraftWrite, a.ID, c.Now()) {
			t.Error("the owner of a closed account may still write")
		}
		if err := r.Close(ctx, people.Console(c.Now()), a.ID, "Igen."); !fault.Is(err, fault.Gone) {
			t.Errorf("closed twice: %v", err)
		}
		open, err1 := r.All(ctx, false)
		ever, err2 := r.All(ctx, true)
		if err1 != nil || err2 != nil || len(open) != 0 || len(ever) != 1 || !ever[0].Closed() {
			t.Errorf("%v, %v, %v, %v", open, ever, err1, err2)
		}
		if short, err := s.ShortAccounts(ctx, c.Now()); err != nil || len(short) != 0 {
			t.Errorf("a closed account is short: %v, %v", short, err)
		}
		if _, err := r.Open(ctx, people.Console(c.Now()), r.plan("parken")); fault.Of(err).Field != "handle" {
			t.Errorf("its handle is used again: %v", err)
		}
	})
}

func TestOpeningIsRefused(t *testing.T) {
	each(t, func(t *testing.T, r register, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		amina, err := r.staff.Load(ctx, r.amina)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Open(ctx, amina, r.plan("parken")); !fault.Is(err, fault.Forbidden) {
			t.Errorf("without the right: %v", err)
		}
		alone := r.plan("parken")
		alone.Owners = []string{r.amina, r.amina}
		if _, err := r.Open(ctx, people.Console(c.Now()), alone); fault.Of(err).Field != "owners" {
			t.Errorf("with one owner: %v", err)
		}
		alone.Owners = []string{r.amina, "nobody"}
		if _, err := r.Open(ctx, people.Console(c.Now()), alone); !fault.Is(err, fault.NotFound) {
			t.Errorf("with nobody: %v", err)
		}
		if all, err := r.All(ctx, true); err != nil || len(all) != 0 {
			t.Errorf("something was opened: %v, %v", all, err)
		}
	})
}

// TestAHandleIsOneAccounts: two who open the same handle at the same moment have both looked before; the store decides.
func TestAHandleIsOneAccounts(t *testing.T) {
	each(t, func(t *testing.T, r register, s *store.Store, c *clock.Fixed) {
		p, err := r.plan("parken").Tidy()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Commit(t.Context(), desk.Change{Acts: account.Opened(people.Console(c.Now()), "one", p, c.Now())}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Commit(t.Context(), desk.Change{Acts: account.Opened(people.Console(c.Now()), "two", p, c.Now())}); fault.Of(err).Field != "handle" {
			t.Errorf("the second: %v", err)
		}
		if a, err := r.ByHandle(t.Context(), "parken"); err != nil || a.ID != "one" {
			t.Errorf("%+v, %v", a, err)
		}
	})
}

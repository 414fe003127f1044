package start_test

import (
	"errors"
	"slices"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/password"
	"tilltal/base/throttle"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
)

const words = "fyra ord som inte hör ihop"

func form() start.Form {
	charter := account.Blank(guideline.ProfilePoliceLocal)
	charter.Name, charter.Purpose, charter.Place = "Polisen Umeå", "Vi berättar om vardagen och söker vittnen.", "Umeå"
	return start.Form{
		Authority: authority.Settings{Name: "Polismyndigheten", Base: "https://torget.example.se", Contact: "registrator@example.se"},
		Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@example.se"},
		Password:  words,
		Account:   account.Plan{Handle: "@Polisen_Umea", Charter: charter},
		Owners:    []people.Newcomer{{Name: "Amina Berg", Email: "amina@example.se"}, {Name: "Kim Ek", Email: "KIM@example.se"}},
	}
}

func rooms(s *store.Store, c clock.Clock) (*start.Room, *people.Room) {
	once := throttle.New(throttle.Rule{Burst: 10}, 10, c)
	p := people.New(s, people.Options{Clock: c, Hasher: password.New(1), ByPerson: once, ByPlace: once})
	return start.New(s, p, c), p
}

func TestTheFirstDay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		room, staff := rooms(s, c)
		if needed, err := room.Needed(ctx); err != nil || !needed {
			t.Fatalf("needed %v, %v", needed, err)
		}
		begun, err := room.Begin(ctx, form())
		if err != nil {
			t.Fatal(err)
		}
		if needed, err := room.Needed(ctx); err != nil || needed {
			t.Errorf("still needed: %v, %v", needed, err)
		}
		if len(begun.Owners) != 1 || begun.Owners[0].Person.GivenName != "Amina" || begun.Owners[0].Secret == "" {
			t.Errorf("owners to invite: %+v", begun.Owners)
		}
		kim, err := staff.Load(ctx, begun.Admin.ID)
		if err != nil || !kim.Holds(people.Administrator, c.Now()) || !kim.May(people.AccountCharter, begun.Account, c.Now()) {
			t.Errorf("%+v, %v", kim, err)
		}
		if _, err := staff.Prove(ctx, people.Attempt{Email: "kim@example.se", Password: words}); err != nil {
			t.Error(err)
		}
		a, err := s.AccountByHandle(ctx, "polisen_umea")
		if err != nil || a.ID != begun.Account || a.Name != "Polisen Umeå" || a.Number != 1 || a.ChangedBy != kim.Person.ID {
			t.Errorf("%+v, %v", a, err)
		}
		if short, err := s.ShortAccounts(ctx, c.Now()); err != nil || len(short) != 0 {
			t.Errorf("short: %v, %v", short, err)
		}
		r, err := s.Routine(ctx, a.ID)
		if want := guideline.Default(guideline.ProfilePoliceLocal); err != nil || r.Post != want.Post || r.Number != 1 {
			t.Errorf("%+v, %v", r, err)
		}
		settings, err := s.Settings(ctx)
		if err != nil || settings.Name != "Polismyndigheten" || settings.Base != "https://torget.example.se" || settings.Seen != 1 {
			t.Errorf("%+v, %v", settings, err)
		}
		var kinds []string
		entries, err := s.Entries(ctx, 0, 100)
		for _, e := range entries {
			kinds = append(kinds, e.Kind)
		}
		want := []string{"authority.settings", "person.hired", "role.granted", "person.password", "account.opened", "routine.adopted",
			"person.hired", "person.invited", "mandate.given", "mandate.given"}
		if err != nil || !slices.Equal(kinds, want) {
			t.Errorf("on the record: %v, %v", kinds, err)
		}

		_, err = room.Begin(ctx, form())
		if !fault.Is(err, fault.Forbidden) {
			t.Errorf("a second first day: %v", err)
		}
	})
}

// TestOneFirstDay lets five people start the desk at the same moment.
func TestOneFirstDay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		room, _ := rooms(s, c)
		done := make(chan error)
		for range 5 {
			go func() { _, err := room.Begin(t.Context(), form()); done <- err }()
		}
		started := 0
		for range 5 {
			if err := <-done; err == nil {
				started++
			} else if !fault.Is(err, fault.Forbidden) {
				t.Error(err)
			}
		}
		all, err := s.People(t.Context(), true)
		if err != nil || started != 1 || len(all) != 2 {
			t.Errorf("started %d times, %d people, %v", started, len(all), err)
		}
	})
}

func TestAllThatIsWrongIsToldAtOnce(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	room, _ := rooms(s, clock.At(storetest.Noon))
	f := form()
	f.Authority.Base, f.Admin.Email, f.Password, f.Account.Handle = "torget", "kim", "kort", "å"
	f.Owners = []people.Newcomer{{Name: "Amina", Email: "a@example.se"}, {Name: "Amina", Email: "A@example.se"}, {}}
	_, err := room.Begin(t.Context(), f)
	var wrong fault.List
	if !errors.As(err, &wrong) {
		t.Fatal(err)
	}
	var fields []string
	for _, w := range wrong {
		fields = append(fields, w.Field)
	}
	want := []string{"authority.base", "admin.email", "account.handle", "owners.2.email", "owners.3.name", "owners.3.email", "admin.password"}
	if !slices.Equal(fields, want) {
		t.Errorf("points at %v", fields)
	}
	f = form()
	f.Owners = f.Owners[:1]
	if _, err := room.Begin(t.Context(), f); err == nil {
		t.Error("one owner was enough")
	}
	if needed, err := room.Needed(t.Context()); err != nil || !needed {
		t.Errorf("something was written: %v, %v", needed, err)
	}
}

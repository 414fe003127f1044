package signin_test

import (
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/signin"
)

var seated = signin.Rules{Groups: mapped.Groups, Seats: map[string][]people.Seat{
	"park":   {{Account: "parken", Role: people.Voice}},
	"web":    {{Account: "parken", Role: people.Communicator}, {Account: "bibblan", Role: people.Voice}},
	"future": {{Account: "finns_inte", Role: people.Voice}},
	"boss":   {{Account: "parken", Role: people.Owner}},
}}

// opened opens an account with two owners who are nobody else in the tests.
func (h *house) opened(handle string) account.Account {
	h.t.Helper()
	one, two := h.hired("Ove "+handle, "ove@"+handle+".se"), h.hired("Ulla "+handle, "ulla@"+handle+".se")
	c := account.Blank(guideline.ProfileMunicipality)
	c.Name, c.Purpose = handle, "Vi berättar."
	a, err := account.New(h.store, h.people, h.clock).Open(h.t.Context(), people.Console(h.clock.Now()), account.Plan{Handle: handle, Charter: c, Owners: []string{one.ID, two.ID}})
	h.must(err)
	return a
}

// seats are the roles at accounts that a person has now, by handle.
func (h *house) seats(p people.Person, names map[string]string) map[string][]people.Role {
	h.t.Helper()
	out := map[string][]people.Role{}
	for _, m := range h.load(p).Mandates {
		if m.InForce(h.clock.Now()) {
			out[names[m.Account]] = append(out[names[m.Account]], m.Role)
		}
	}
	for _, roles := range out {
		slices.Sort(roles)
	}
	return out
}

func TestMandatesFollowGroups(t *testing.T) {
	each(t, seated, func(t *testing.T, h *house) {
		park, square := h.opened("parken"), h.opened("bibblan")
		names := map[string]string{park.ID: "parken", square.ID: "bibblan"}
		comes := func(groups ...string) map[string][]people.Role {
			t.Helper()
			h.clock.Move(time.Minute)
			h.claims("u1", "amina@umea.se", groups...)
			h.must(second(h.comes()))
			return h.seats(h.amina, names)
		}
		for _, step := range []struct {
			name   string
			groups []string
			want   map[string][]people.Role
		}{
			{"none", nil, map[string][]people.Role{}},
			{"an account that is not there, and an owner", []string{"future", "boss"}, map[string][]people.Role{}},
			{"one", []string{"park", "experts"}, map[string][]people.Role{"parken": {people.Voice}}},
			{"more", []string{"park", "web"}, map[string][]people.Role{"parken": {people.Communicator, people.Voice}, "bibblan": {people.Voice}}},
			{"less", []string{"web"}, map[string][]people.Role{"parken": {people.Communicator}, "bibblan": {people.Voice}}},
			{"an auditor has no other role", []string{"audit", "web"}, map[string][]people.Role{"parken": {people.Communicator}, "bibblan": {people.Voice}}},
			{"an auditor now", []string{"audit"}, map[string][]people.Role{}},
			{"and back", []string{"park"}, map[string][]people.Role{"parken": {people.Voice}}},
		} {
			if got := comes(step.groups...); !maps.EqualFunc(got, step.want, slices.Equal[[]people.Role]) {
				t.Errorf("%s: %v, want %v", step.name, got, step.want)
			}
		}
		n := len(h.kinds(park.ID))
		comes("park")
		if got := h.kinds(park.ID); len(got) != n {
			t.Errorf("the same groups again put %v on the record", got[n:])
		}
		if got := h.kinds(park.ID); !slices.Contains(got, "mandate.given") || !slices.Contains(got, "mandate.ended") {
			t.Errorf("on the record: %v", got)
		}
	})
}

// TestWhatAColleagueGaveIsHers: a group neither gives it twice nor takes it back.
func TestWhatAColleagueGaveIsHers(t *testing.T) {
	each(t, seated, func(t *testing.T, h *house) {
		park := h.opened("parken")
		names := map[string]string{park.ID: "parken"}
		owner, err := h.people.Load(t.Context(), h.ownerOf(park))
		h.must(err)
		h.must(ignore(h.people.Commission(t.Context(), owner, people.Appointment{Person: h.amina.ID, Account: park.ID, Role: people.Voice})))
		for _, groups := range [][]string{{"park"}, nil} {
			h.clock.Move(time.Minute)
			h.claims("u1", "amina@umea.se", groups...)
			h.must(second(h.comes()))
			if got := h.seats(h.amina, names)["parken"]; !slices.Equal(got, []people.Role{people.Voice}) {
				t.Errorf("with %v: %v", groups, got)
			}
		}
	})
}

func (h *house) ownerOf(a account.Account) string {
	h.t.Helper()
	all, err := account.New(h.store, h.people, h.clock).Owners(h.t.Context(), a.ID)
	h.must(err)
	return all[0].ID
}

// TestAClosedAccountSeatsNobody, and somebody who signs in twice at once is seated once.
func TestAClosedAccountSeatsNobody(t *testing.T) {
	each(t, seated, func(t *testing.T, h *house) {
		park := h.opened("parken")
		names := map[string]string{park.ID: "parken"}
		wanted := people.Membership{Seats: seated.Seats["park"]}
		var both sync.WaitGroup
		for range 4 {
			both.Go(func() {
				if err := h.people.FollowGroups(t.Context(), h.amina.ID, wanted); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		if got := h.seats(h.amina, names)["parken"]; !slices.Equal(got, []people.Role{people.Voice}) {
			t.Errorf("four at once: %v", got)
		}
		owner, err := h.people.Load(t.Context(), h.ownerOf(park))
		h.must(err)
		h.clock.Move(time.Minute)
		h.must(h.people.FollowGroups(t.Context(), h.amina.ID, people.Membership{}))
		h.must(account.New(h.store, h.people, h.clock).Close(t.Context(), owner, park.ID, "Det behövs inte längre."))
		h.clock.Move(time.Minute)
		h.must(h.people.FollowGroups(t.Context(), h.amina.ID, wanted))
		if got := h.seats(h.amina, names); len(got) != 0 {
			t.Errorf("at a closed account: %v", got)
		}
	})
}

// TestASeatIsEnoughToBeHired: whoever has a group that leads to an account is put in the register, where that is decided.
func TestASeatIsEnoughToBeHired(t *testing.T) {
	rules := seated
	rules.Hire = true
	each(t, rules, func(t *testing.T, h *house) {
		h.opened("parken")
		h.claims("u7", "nina@umea.se", "park")
		_, s, err := h.comes()
		h.must(err)
		a, err := h.people.Load(t.Context(), s.Person)
		h.must(err)
		if len(a.Mandates) != 1 || a.Mandates[0].Role != people.Voice || a.Mandates[0].GivenBy != people.RoutineProvider {
			t.Errorf("%+v", a.Mandates)
		}
	})
}

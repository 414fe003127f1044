package frame_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/check"
	checks "tilltal/check/all"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// house is a desk with one account: Amina writes there, Lars answers for it, Nadia is communicator for all, Helena decides.
type house struct {
	*frame.Room
	accounts *account.Room
	who      map[string]people.Actor
	account  string
}

// staff are the people of the house, as the room of frames loads them.
type staff map[string]people.Actor

func (s staff) Load(_ context.Context, id string) (people.Actor, error) { return s[id], nil }

func each(t *testing.T, test func(t *testing.T, h *house, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		began := c.Now().Add(-time.Hour)
		h := &house{who: map[string]people.Actor{}}
		p := account.Plan{Handle: "parken", Kind: account.KindOrganization, Charter: account.Blank(guideline.ProfileMunicipality)}
		p.Name, p.Purpose = "Parken", "Vi berättar om parken."
		console := people.Console(c.Now())
		p, err := p.Tidy()
		if err != nil {
			t.Fatal(err)
		}
		h.account = "01PARKEN"
		if _, err := s.Commit(t.Context(), desk.Change{Acts: account.Opened(console, h.account, p, c.Now())}); err != nil {
			t.Fatal(err)
		}
		person := func(id string) people.Person { return people.Person{ID: id, Name: id, GivenName: id, HiredAt: began} }
		at := func(id string, role people.Role) people.Actor {
			return people.Actor{Person: person(id), Mandates: []people.Mandate{{ID: id, Person: id, Account: h.account, Role: role, From: began}}}
		}
		all := func(id string, role people.Role) people.Actor {
			return people.Actor{Person: person(id), Grants: []people.Grant{{ID: id, Person: id, Role: role, From: began}}}
		}
		for _, a := range []people.Actor{at("amina", people.Voice), at("lars", people.Owner), all("nadia", people.Communicator), all("helena", people.DecisionMaker),
			all("inger", people.Auditor)} {
			h.who[a.Person.ID] = a
		}
		h.accounts = account.New(s, staff(h.who), c)
		h.Room = frame.New(s, staff(h.who), c, checks.All())
		test(t, h, c)
	})
}

func (h *house) acknowledge(t *testing.T, who string) {
	t.Helper()
	f, err := h.InForce(t.Context(), h.account)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Acknowledge(t.Context(), h.who[who], h.account, f.Versions()); err != nil {
		t.Fatal(err)
	}
}

func (h *house) change(t *testing.T, substance bool, rules string) {
	t.Helper()
	now, err := h.accounts.Account(t.Context(), h.account)
	if err != nil {
		t.Fatal(err)
	}
	next := now.Charter
	next.Rules, next.Substance = rules, substance
	if _, err := h.accounts.Recharter(t.Context(), h.who["lars"], h.account, next); err != nil {
		t.Fatal(err)
	}
}

// TestWhoIsReady follows one employee through what changes: she is asked once, again when something changes in substance, and
// never for better words.
func TestWhoIsReady(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		ctx := t.Context()
		ready := func(who string, want bool, when string) {
			t.Helper()
			err := h.Ready(ctx, who, h.account)
			if (err == nil) != want || err != nil && (!frame.Unread(err) || !fault.Is(err, fault.Forbidden)) {
				t.Errorf("%s: %s is ready: %v", when, who, err)
			}
		}
		ready("amina", false, "on the first day")
		ready("lars", true, "on the first day")
		ready("nadia", true, "on the first day")
		old, _ := h.InForce(ctx, h.account)
		h.acknowledge(t, "amina")
		h.acknowledge(t, "amina")
		ready("amina", true, "when she has read")

		c.Move(time.Hour)
		h.change(t, false, "Bättre sagt.")
		ready("amina", true, "after a change of words")
		if s, err := h.Standing(ctx, "amina", h.account); err != nil || s.Read.Charter != 1 || s.Must.Charter != 1 || s.Account.Number != 2 || s.First() {
			t.Errorf("%+v, %v", s.Read, err)
		}
		h.change(t, true, "Något annat.")
		ready("amina", false, "after a change in substance")
		if err := h.Acknowledge(ctx, h.who["amina"], h.account, old.Versions()); !fault.Is(err, fault.Conflict) {
			t.Errorf("she says that she has read the old ones: %v", err)
		}
		h.acknowledge(t, "amina")
		ready("amina", true, "when she has read again")

		if _, err := h.AdoptCommon(ctx, h.who["nadia"], frame.Common{Purpose: "Ni kan jobbet bäst."}); err != nil {
			t.Fatal(err)
		}
		ready("amina", false, "when there are common frames")
		h.acknowledge(t, "amina")
		ready("amina", true, "when she has read the common ones")
		all, err := h.Acknowledgements(ctx, h.who["lars"], h.account)
		if err != nil || len(all) != 1 || all[0].Versions != (frame.Versions{Charter: 3, Common: 1}) {
			t.Errorf("%+v, %v", all, err)
		}
	})
}

// TestAGuestReadsBeforeHerFirstDay: a mandate to come lets her read, practise and acknowledge, and nothing else.
func TestAGuestReadsBeforeHerFirstDay(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		ctx, monday := t.Context(), c.Now().Add(72*time.Hour)
		guest := h.who["amina"]
		guest.Person.ID = "gun"
		guest.Mandates = []people.Mandate{{ID: "week", Person: "gun", Account: h.account, Role: people.Voice, From: monday, Until: monday.Add(7 * 24 * time.Hour)}}
		h.who["gun"] = guest
		if guest.May(people.FrameAcknowledge, h.account, c.Now()) || !frame.Reads(guest, h.account, c.Now()) || frame.Reads(guest, "elsewhere", c.Now()) {
			t.Error("what she has before it begins")
		}
		all, err := h.Exercises(ctx, guest, h.account)
		if err != nil || len(all) == 0 {
			t.Fatal(err)
		}
		if _, err := h.Practise(ctx, guest, h.account, all[0].ID, "Vi plogar nu."); err != nil {
			t.Error(err)
		}
		if _, err := h.CommonHistory(ctx, guest); err != nil {
			t.Error(err)
		}
		h.acknowledge(t, "gun")
		if err := h.Ready(ctx, "gun", h.account); err != nil {
			t.Error(err)
		}
		if _, err := h.Acknowledgements(ctx, guest, h.account); !fault.Is(err, fault.Forbidden) {
			t.Errorf("who else has read is not hers to know yet: %v", err)
		}
		weak, over, ended, left := guest, guest, guest, guest
		weak.Weak = true
		over.Mandates = []people.Mandate{{ID: "week", Person: "gun", Account: h.account, Role: people.Voice, From: c.Now().Add(-time.Hour), Until: c.Now()}}
		ended.Mandates = []people.Mandate{{ID: "week", Person: "gun", Account: h.account, Role: people.Voice, From: monday, EndedAt: c.Now()}}
		left.Person.LeftAt = c.Now()
		for why, a := range map[string]people.Actor{"the second step is missing": weak, "it is over": over, "it was called off": ended, "she has left": left} {
			if err := h.Acknowledge(ctx, a, h.account, frame.Versions{Charter: 1}); err == nil {
				t.Errorf("she acknowledged though %s", why)
			}
		}
	})
}

func TestWhatAcknowledgingIsNot(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		program := h.who["amina"]
		program.Scopes = []string{people.ScopeRead, people.ScopeWrite}
		if err := h.Acknowledge(t.Context(), program, h.account, frame.Versions{Charter: 1}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a program read: %v", err)
		}
		if err := h.Acknowledge(t.Context(), h.who["inger"], h.account, frame.Versions{Charter: 1}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("the auditor: %v", err)
		}
		if err := h.Acknowledge(t.Context(), h.who["amina"], h.account, frame.Versions{Charter: 9}); !fault.Is(err, fault.Invalid) {
			t.Errorf("frames that there are not: %v", err)
		}
		if err := h.Ready(t.Context(), "amina", "nowhere"); !fault.Is(err, fault.NotFound) {
			t.Errorf("nowhere: %v", err)
		}
	})
}

func TestCommonFramesAreKeptInVersions(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		ctx, nadia := t.Context(), h.who["nadia"]
		first := frame.Common{Purpose: " Ni kan jobbet bäst. ", Talk: []string{"Jobbet", " "}, Examples: []account.Example{{Good: true, Text: "Hej!", Why: "Kort."}}}
		one, err := h.AdoptCommon(ctx, nadia, first)
		if err != nil || one.Number != 1 || !one.Substance || one.Purpose != "Ni kan jobbet bäst." || !slices.Equal(one.Talk, []string{"Jobbet"}) {
			t.Fatalf("%+v, %v", one, err)
		}
		if _, err := h.AdoptCommon(ctx, nadia, one); !fault.Is(err, fault.Invalid) {
			t.Errorf("nothing new: %v", err)
		}
		c.Move(time.Hour)
		two := one
		two.Avoid, two.Substance = []string{"Enskilda"}, false
		if two, err = h.AdoptCommon(ctx, nadia, two); err != nil || two.Number != 2 || two.Substance {
			t.Errorf("%+v, %v", two, err)
		}
		if _, err := h.AdoptCommon(ctx, nadia, first); !fault.Is(err, fault.Conflict) {
			t.Errorf("from an old one: %v", err)
		}
		f, err := h.InForce(ctx, h.account)
		if err != nil || f.Must != (frame.Versions{Charter: 1, Common: 1}) || f.Common.Number != 2 || len(f.Common.Examples) != 1 {
			t.Errorf("%+v, %v", f, err)
		}
		if history, err := h.CommonHistory(ctx, h.who["amina"]); err != nil || len(history) != 2 || history[1].Purpose != one.Purpose {
			t.Errorf("%+v, %v", history, err)
		}
		for who, want := range map[string]fault.Kind{"amina": fault.Forbidden, "lars": fault.Forbidden} {
			if _, err := h.AdoptCommon(ctx, h.who[who], frame.Common{Number: 2, Purpose: "Annat."}); !fault.Is(err, want) {
				t.Errorf("%s: %v", who, err)
			}
		}
		if _, err := h.AdoptCommon(ctx, nadia, frame.Common{Number: 2, Examples: []account.Example{{Text: "Utan skäl"}}}); len(fields(err)) != 2 {
			t.Errorf("points at %v", fields(err))
		}
	})
}

func TestExercisesCountAsPracticeAndNothingElse(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		ctx, amina := t.Context(), h.who["amina"]
		shipped, err := h.Exercises(ctx, amina, h.account)
		if err != nil || len(shipped) < 5 {
			t.Fatalf("%d exercises, %v", len(shipped), err)
		}
		found, err := h.Practise(ctx, amina, h.account, shipped[0].ID, "Ring mig på 070-1740699, Sven Svensson, 811228-9874.")
		if err != nil || !slices.ContainsFunc(found, func(f check.Finding) bool { return f.Rule == "personaldata.personnummer" }) {
			t.Errorf("%v, %v", found, err)
		}
		if _, err := h.Practise(ctx, amina, h.account, shipped[0].ID, "Vi plogar skolvägarna först."); err != nil {
			t.Error(err)
		}
		if s, err := h.Standing(ctx, "amina", h.account); err != nil || !slices.Equal(s.Practice, []string{shipped[0].ID}) || s.Ready() {
			t.Errorf("practised %v, ready %v, %v", s.Practice, s.Ready(), err)
		}
		if _, err := h.Practise(ctx, amina, h.account, shipped[0].ID, " \n"); !slices.Equal(fields(err), []string{"text"}) {
			t.Errorf("without a text: %v", err)
		}
		if _, err := h.Practise(ctx, amina, h.account, "finnsinte", "Hej"); !fault.Is(err, fault.NotFound) {
			t.Errorf("an exercise that there is not: %v", err)
		}

		if _, err := h.AddExercise(ctx, amina, frame.Exercise{Account: h.account, Title: "Egen", Event: "Något."}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a voice adds: %v", err)
		}
		if _, err := h.AddExercise(ctx, h.who["nadia"], frame.Exercise{Account: h.account}); !slices.Equal(fields(err), []string{"title", "event"}) {
			t.Errorf("empty: %v", err)
		}
		own, err := h.AddExercise(ctx, h.who["nadia"], frame.Exercise{Account: h.account, Title: "Egen", Event: "Något."})
		if err != nil {
			t.Fatal(err)
		}
		if all, _ := h.Exercises(ctx, amina, h.account); len(all) != len(shipped)+1 || all[len(shipped)].Event != "Något." {
			t.Errorf("%+v", all)
		}
		if err := h.DropExercise(ctx, h.who["lars"], h.account, shipped[0].ID); !fault.Is(err, fault.Invalid) {
			t.Errorf("one of the program's: %v", err)
		}
		if err := h.DropExercise(ctx, h.who["lars"], h.account, own.ID); err != nil {
			t.Error(err)
		}
		if all, _ := h.Exercises(ctx, amina, h.account); len(all) != len(shipped) {
			t.Errorf("%d left", len(all))
		}
	})
}

func TestBackingIsSignedByManagement(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		ctx, helena := t.Context(), h.who["helena"]
		today := clock.DateOf(c.Now(), clock.Stockholm())
		b := frame.Backing{Words: "Ni får tala.", Name: "Helena", Title: "chef", Signed: today, Review: today.Add(365)}
		if none, err := h.Backing(ctx, h.account); err != nil || none.ID != "" {
			t.Errorf("%+v, %v", none, err)
		}
		for _, who := range []string{"amina", "lars", "nadia", "inger"} {
			if _, err := h.Back(ctx, h.who[who], b); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s signed: %v", who, err)
			}
		}
		program := helena
		program.Scopes = []string{people.ScopeRead, people.ScopeWrite}
		if _, err := h.Back(ctx, program, b); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a program signed: %v", err)
		}
		if _, err := h.Back(ctx, helena, frame.Backing{Signed: today, Review: today}); !slices.Equal(fields(err), []string{"words", "name", "title", "review"}) {
			t.Errorf("points at %v", fields(err))
		}
		if _, err := h.Back(ctx, helena, b); err != nil {
			t.Fatal(err)
		}
		if got, err := h.Backing(ctx, h.account); err != nil || got.Words != "Ni får tala." || got.Account != "" || got.Review != today.Add(365) {
			t.Errorf("the authority's: %+v, %v", got, err)
		}
		b.Account, b.Words = h.account, "Ni i parken får tala."
		if _, err := h.Back(ctx, helena, b); err != nil {
			t.Fatal(err)
		}
		got, err := h.Backing(ctx, h.account)
		if err != nil || got.Words != b.Words || got.Stale(today.Add(365)) || !got.Stale(today.Add(366)) {
			t.Errorf("its own: %+v, %v", got, err)
		}
		if all, err := h.Backings(ctx, h.who["inger"], h.account); err != nil || len(all) != 1 {
			t.Errorf("%+v, %v", all, err)
		}
	})
}

// fields are those that an error points at.
func fields(err error) (out []string) {
	var list fault.List
	if !errors.As(err, &list) {
		if f := fault.Of(err); f.Field != "" {
			return []string{f.Field}
		}
		return nil
	}
	for _, f := range list {
		out = append(out, f.Field)
	}
	return out
}

package guideline_test

import (
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestARuleIsSilentForATime(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		plan := account.Plan{Handle: "parken", Kind: account.KindService, Charter: account.Blank(guideline.ProfileMunicipality)}
		if _, err := s.Commit(ctx, desk.Change{Acts: account.Opened(people.Console(c.Now()), "parken", plan, c.Now())}); err != nil {
			t.Fatal(err)
		}
		room := guideline.New(s, c)
		lars := people.Actor{Person: people.Person{ID: "lars", Name: "Lars"}, Grants: []people.Grant{{Person: "lars", Role: people.Communicator}}}
		noor := people.Actor{Person: people.Person{ID: "noor"}, Mandates: []people.Mandate{{Person: "noor", Account: "parken", Role: people.Voice}}}
		wanted := guideline.Silence{Account: "parken", Rule: "plainlanguage.officialese", Reason: " Vi är en nämnd. ", Until: c.Now().Add(30 * 24 * time.Hour)}

		if _, err := room.Hush(ctx, noor, wanted); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by a voice: %v", err)
		}
		silence, err := room.Hush(ctx, lars, wanted)
		if err != nil || silence.By != "lars" || silence.Reason != "Vi är en nämnd." || !silence.Holds(c.Now()) {
			t.Fatalf("%+v, %v", silence, err)
		}
		if _, err := room.Hush(ctx, lars, wanted); !fault.Is(err, fault.Invalid) {
			t.Errorf("twice: %v", err)
		}
		if list, err := room.Silences(ctx, noor, "parken"); err != nil || len(list) != 1 || list[0] != silence {
			t.Errorf("kept as %+v, want %+v, %v", list, silence, err)
		}
		if err := room.Speak(ctx, lars, "parken", "another"); !fault.Is(err, fault.NotFound) {
			t.Errorf("another: %v", err)
		}
		for range 2 { // the second changes nothing
			if err := room.Speak(ctx, lars, "parken", silence.ID); err != nil {
				t.Fatal(err)
			}
		}
		list, err := room.Silences(ctx, lars, "parken")
		if err != nil || len(list) != 1 || list[0].Holds(c.Now()) || list[0].EndedAt.IsZero() {
			t.Errorf("%+v, %v", list, err)
		}
		if again, err := room.Hush(ctx, lars, wanted); err != nil || again.ID == silence.ID {
			t.Errorf("again: %v", err)
		}
		c.Move(31 * 24 * time.Hour)
		if list, _ := room.Silences(ctx, lars, "parken"); len(list) != 2 || list[0].Holds(c.Now()) {
			t.Errorf("it has ended by itself: %+v", list)
		}
	})
}

func TestWhatCannotBeSilent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		plan := account.Plan{Handle: "parken", Kind: account.KindService, Charter: account.Blank(guideline.ProfileMunicipality)}
		if _, err := s.Commit(t.Context(), desk.Change{Acts: account.Opened(people.Console(c.Now()), "parken", plan, c.Now())}); err != nil {
			t.Fatal(err)
		}
		room := guideline.New(s, c)
		routine, err := room.Routine(t.Context(), "parken")
		if err != nil {
			t.Fatal(err)
		}
		named := ""
		for rule := range routine.Rules {
			named = rule
		}
		soon := c.Now().Add(time.Hour)
		for name, silence := range map[string]guideline.Silence{
			"rule":   {Rule: named, Reason: "x", Until: soon},
			"reason": {Rule: "tone.party", Until: soon},
			"until":  {Rule: "tone.party", Reason: "x", Until: c.Now()},
		} {
			silence.Account = "parken"
			if _, err := room.Hush(t.Context(), people.Console(c.Now()), silence); !fault.Is(err, fault.Forbidden) && !strings.Contains(fields(err), name) {
				t.Errorf("%s: %v points at %s", name, err, fields(err))
			}
		}
		lars := people.Actor{Person: people.Person{ID: "lars"}, Grants: []people.Grant{{Person: "lars", Role: people.Communicator}}}
		if _, err := room.Hush(t.Context(), lars, guideline.Silence{Account: "parken", Until: soon.Add(guideline.Longest)}); fields(err) != "rule reason until" {
			t.Errorf("all at once: %s", fields(err))
		}
	})
}

// fields are the fields that an error points at.
func fields(err error) string {
	list, ok := err.(fault.List)
	if !ok {
		return fault.Of(err).Field
	}
	var out []string
	for _, f := range list {
		out = append(out, f.Field)
	}
	return strings.Join(out, " ")
}

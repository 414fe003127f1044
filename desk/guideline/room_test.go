package guideline_test

import (
	"maps"
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

func TestRoutinesFollowEachOther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		plan := account.Plan{Handle: "parken", Kind: account.KindService, Charter: account.Blank(guideline.ProfileMunicipality)}
		if _, err := s.Commit(ctx, desk.Change{Acts: account.Opened(people.Console(c.Now()), "parken", plan, c.Now())}); err != nil {
			t.Fatal(err)
		}
		room := guideline.New(s, c)
		lars := people.Actor{Person: people.Person{ID: "lars", Name: "Lars"}, Grants: []people.Grant{{Person: "lars", Role: people.Communicator}}}

		first, err := room.Routine(ctx, "parken")
		if err != nil || first.Number != 1 || !maps.Equal(first.Rules, guideline.Default(guideline.ProfileMunicipality).Rules) {
			t.Fatalf("%+v, %v", first, err)
		}
		wanted := first
		wanted.Answer, wanted.Late = [4]guideline.Step{1, 2, 3, 4}, 40*time.Minute
		wanted.Rules = map[string]guideline.Step{"tone": guideline.SecondReader}
		c.Move(time.Hour)
		next, err := room.Adopt(ctx, lars, "parken", wanted)
		if err != nil || next.Number != 2 || next.ChangedBy != "lars" {
			t.Fatalf("%+v, %v", next, err)
		}
		kept, err := room.Routine(ctx, "parken")
		if err != nil || kept.Post != wanted.Post || kept.Answer != wanted.Answer || kept.Late != wanted.Late || !maps.Equal(kept.Rules, wanted.Rules) || !kept.ChangedAt.Equal(c.Now()) {
			t.Errorf("kept as %+v, %v", kept, err)
		}
		if _, err := room.Adopt(ctx, lars, "parken", wanted); !fault.Is(err, fault.Conflict) {
			t.Errorf("written from an old one: %v", err)
		}
		history, err := room.History(ctx, lars, "parken")
		if err != nil || len(history) != 2 || history[0].Number != 2 || history[1].Number != 1 {
			t.Errorf("%+v, %v", history, err)
		}

		voice := people.Actor{Person: people.Person{ID: "noor"}, Mandates: []people.Mandate{{Person: "noor", Account: "parken", Role: people.Voice}}}
		if _, err := room.Adopt(ctx, voice, "parken", kept); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by a voice: %v", err)
		}
		if _, err := room.History(ctx, voice, "parken"); err != nil {
			t.Errorf("a voice reads it: %v", err)
		}
		if _, err := room.Routine(ctx, "elsewhere"); !fault.Is(err, fault.NotFound) {
			t.Errorf("of no account: %v", err)
		}
	})
}

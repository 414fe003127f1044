package authority_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/authority"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestSettingsFollowEachOther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx, room, console := t.Context(), authority.New(s, c), people.Console(c.Now())
		if _, err := room.Current(ctx); !fault.Is(err, fault.NotFound) {
			t.Errorf("before the first day: %v", err)
		}
		first := authority.Settings{Name: "Umeå kommun", Base: "https://torget.umea.se", Language: "sv", Contact: "registrator@umea.se"}
		if _, err := s.Commit(ctx, desk.Change{Acts: []desk.Act{authority.Set(console, 1, first, c.Now())}}); err != nil {
			t.Fatal(err)
		}
		now, err := room.Current(ctx)
		if err != nil || now.Number != 1 || now.Seen != 1 {
			t.Fatalf("%+v, %v", now, err)
		}
		wanted := now
		wanted.DPO, wanted.Accessibility = "dataskydd@umea.se", "Torget är tillgängligt.\nSäg till om något brister."
		c.Move(time.Hour)
		if _, err := room.Change(ctx, console, wanted); err != nil {
			t.Fatal(err)
		}
		now, err = room.Current(ctx)
		if err != nil || now.Number != 2 || now.Accessibility != wanted.Accessibility || now.DPO != wanted.DPO || !now.ChangedAt.Equal(c.Now()) {
			t.Errorf("%+v, %v", now, err)
		}
		if _, err := room.Change(ctx, console, wanted); !fault.Is(err, fault.Conflict) {
			t.Errorf("written from old ones: %v", err)
		}
		if _, err := room.Change(ctx, people.Actor{}, wanted); !fault.Is(err, fault.SignIn) {
			t.Errorf("by nobody: %v", err)
		}
		if history, err := room.History(ctx, console); err != nil || len(history) != 2 || history[1].DPO != "" {
			t.Errorf("%+v, %v", history, err)
		}
	})
}

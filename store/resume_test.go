package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestADeskThatIsStartedAgainTakesUpItsWork: what its own workers held when it died is taken up at once, what another desk's
// workers hold is let be, and a dead worker is not heard.
func TestADeskThatIsStartedAgainTakesUpItsWork(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { resume(t, filepath.Join(t.TempDir(), "desk.db")) })
	t.Run("postgres", func(t *testing.T) { resume(t, storetest.PostgresURL(t)) })
}

func resume(t *testing.T, address string) {
	ctx, c, keys := context.Background(), clock.At(storetest.Noon), storetest.NewKeys()
	node := func(name string) *store.Store {
		s, err := store.Open(ctx, store.Options{URL: address, Clock: c, Keys: keys, Node: name, Origin: "torget.example.se/insyn/protokoll"})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}
	take := func(s *store.Store, n int) []desk.Held {
		t.Helper()
		held, err := s.Claim(ctx, []string{"work"}, 1, time.Minute)
		if err != nil || len(held) != n {
			t.Fatalf("%d jobs were taken (%v), wanted %d", len(held), err, n)
		}
		return held
	}
	one, two := node("aaaa"), node("bbbb")
	if err := one.Enqueue(ctx, desk.Job{Kind: "work"}, desk.Job{Kind: "work"}); err != nil {
		t.Fatal(err)
	}
	before := take(one, 1)
	take(two, 1)
	take(one, 0)
	again := node("aaaa")
	if err := again.Resume(ctx); err != nil {
		t.Fatal(err)
	}
	after := take(again, 1)
	if after[0].ID != before[0].ID || after[0].Attempts != 2 {
		t.Errorf("took %+v, held was %+v", after[0], before[0])
	}
	if err := one.Finish(ctx, before[0].Lease); !fault.Is(err, fault.Conflict) {
		t.Errorf("a dead worker was heard: %v", err)
	}
	take(again, 0)
}

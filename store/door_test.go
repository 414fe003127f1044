package store_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestAKeyIsReservedOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := context.Background()
		if _, fresh, err := s.Reserve(ctx, "k", "r", c.Now()); !fresh || err != nil {
			t.Fatal(fresh, err)
		}
		if r, fresh, err := s.Reserve(ctx, "k", "r", c.Now()); fresh || err != nil || r.Status != 0 || r.Request != "r" {
			t.Fatal(r, fresh, err)
		}
		if err := s.Remember(ctx, "k", desk.Remembered{Status: 201, Type: "application/json", Body: []byte("{}")}); err != nil {
			t.Fatal(err)
		}
		if r, fresh, err := s.Reserve(ctx, "k", "r", c.Now()); fresh || err != nil || r.Status != 201 || string(r.Body) != "{}" {
			t.Fatal(r, fresh, err)
		}
		if _, fresh, err := s.Reserve(ctx, "k", "r", c.Move(8*24*time.Hour)); !fresh || err != nil {
			t.Error("a key of last week is not forgotten", err)
		}
	})
}

func TestATokenIsSpentOnceByMany(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		var wg sync.WaitGroup
		var fresh atomic.Int32
		for range 40 {
			wg.Go(func() {
				ok, err := s.Spend(context.Background(), "t", c.Now().Add(time.Hour))
				if err != nil {
					t.Error(err)
				}
				if ok {
					fresh.Add(1)
				}
			})
		}
		wg.Wait()
		if fresh.Load() != 1 {
			t.Errorf("fresh %d times", fresh.Load())
		}
	})
}

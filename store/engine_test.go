package store_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/store"
	"tilltal/store/storetest"
)

func act(subject, kind string, at time.Time) desk.Act {
	return desk.Act{Kind: kind, Subject: subject, Who: desk.System("test"), At: at, Say: map[string]any{"n": 1}}
}

func TestCommitPutsActsOnTheRecord(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := context.Background()
		r, err := s.Commit(ctx, desk.Change{Acts: []desk.Act{act("a", "test.one", c.Now()), act("a", "test.two", c.Now())}})
		if err != nil || r != (desk.Receipt{First: 1, Last: 2}) {
			t.Fatalf("receipt %+v, %v", r, err)
		}
		entries, err := s.EntriesOf(ctx, "a")
		if err != nil || len(entries) != 2 || entries[1].Kind != "test.two" || !entries[1].At.Equal(c.Now()) {
			t.Fatalf("entries %+v, %v", entries, err)
		}
	})
}

func TestCommitRefusesAChangeWithoutActs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, _ *clock.Fixed) {
		if _, err := s.Commit(context.Background(), desk.Change{Jobs: []desk.Job{{Kind: "x"}}}); err == nil {
			t.Fatal("a silent write was taken")
		}
	})
}

func TestOfManyWhoSawTheSameOnlyOneIsFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		var wg sync.WaitGroup
		var mu sync.Mutex
		won, lost := 0, 0
		for range 50 {
			wg.Go(func() {
				_, err := s.Commit(context.Background(), desk.Change{Expect: []desk.Expect{{Subject: "post", Seen: 0}},
					Acts: []desk.Act{act("post", "test.published", c.Now())}, Jobs: []desk.Job{{Kind: "deliver"}}})
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil:
					won++
				case fault.Is(err, fault.Conflict):
					lost++
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		jobs, err := s.Claim(context.Background(), []string{"deliver"}, 100, time.Minute)
		if won != 1 || lost != 49 || err != nil || len(jobs) != 1 {
			t.Errorf("%d won, %d lost, %d jobs (%v); want 1, 49, 1", won, lost, len(jobs), err)
		}
	})
}

func TestOneFailureInABatchCostsNobodyElse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		var wg sync.WaitGroup
		for i := range 60 {
			wg.Go(func() {
				a := act(fmt.Sprint("s", i), "test.done", c.Now())
				if i%10 == 3 {
					a.Facts = []any{struct{ Unknown int }{1}} // no table keeps it
				}
				_, err := s.Commit(context.Background(), desk.Change{Acts: []desk.Act{a}})
				if (err != nil) != (i%10 == 3) {
					t.Errorf("change %d: %v", i, err)
				}
			})
		}
		wg.Wait()
		if n, err := s.Size(context.Background()); n != 54 || err != nil {
			t.Errorf("%d entries (%v), want 54", n, err)
		}
		report, err := s.Verify(context.Background(), store.VerifyOptions{})
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("%+v, %v", report, err)
		}
	})
}

func TestJobs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := context.Background()
		claim := func(n int) []desk.Held {
			t.Helper()
			jobs, err := s.Claim(ctx, []string{"work"}, 10, time.Minute)
			if err != nil || len(jobs) != n {
				t.Fatalf("%d jobs (%v), want %d", len(jobs), err, n)
			}
			return jobs
		}
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		must(s.Enqueue(ctx, desk.Job{Kind: "work", Key: "k", Payload: []byte("1")}, desk.Job{Kind: "work", Key: "k"}, desk.Job{Kind: "work", Key: "later", RunAt: c.Now().Add(time.Hour)}))
		first := claim(1)[0]
		claim(0) // it is held

		must(s.Enqueue(ctx, desk.Job{Kind: "work", Key: "k"})) // asked for while being done
		must(s.Finish(ctx, first.Lease))
		second := claim(1)[0]

		c.Move(2 * time.Minute) // its worker died
		third := claim(1)[0]
		if third.Attempts != second.Attempts+1 {
			t.Errorf("attempt %d after %d", third.Attempts, second.Attempts)
		}
		if err := s.Finish(ctx, second.Lease); !fault.Is(err, fault.Conflict) {
			t.Errorf("the dead worker came back and was heard: %v", err)
		}
		if err := s.Heartbeat(ctx, second.Lease, time.Hour); !fault.Is(err, fault.Conflict) {
			t.Errorf("a lost lease was prolonged: %v", err)
		}
		must(s.Retry(ctx, third.Lease, c.Now().Add(time.Minute), "the other server is away"))
		claim(0)
		c.Move(time.Minute)
		must(s.Bury(ctx, claim(1)[0].Lease, "given up"))
		dead, err := s.DeadJobs(ctx, 10)
		if err != nil || len(dead) != 1 || dead[0].LastError != "given up" {
			t.Fatalf("%+v, %v", dead, err)
		}
		must(s.Revive(ctx, dead[0].ID, desk.System("test")))
		must(s.Finish(ctx, claim(1)[0].Lease))

		at, ok, err := s.NextDue(ctx, []string{"work"})
		if !ok || err != nil || !at.Equal(storetest.Noon.Add(time.Hour)) {
			t.Errorf("next due %v %v %v", at, ok, err)
		}
	})
}

func TestACopyIsNotTheRealOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := context.Background()
		if known, err := s.Known(ctx, "here"); !known || err != nil {
			t.Fatal("the first installation is not known", err)
		}
		if known, _ := s.Known(ctx, "copy"); known {
			t.Fatal("a copy is taken for the real one")
		}
		if err := s.ClaimInstance(ctx, "copy", "Lars", true); err != nil {
			t.Fatal(err)
		}
		if known, _ := s.Known(ctx, "here"); known {
			t.Error("both are taken for the real one")
		}
	})
}

func TestAwaitWakesWhenTheLedgerGrows(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		got := make(chan int64)
		go func() {
			n, err := s.Await(context.Background(), 0)
			if err != nil {
				t.Error(err)
			}
			got <- n
		}()
		if _, err := s.Commit(context.Background(), desk.Change{Acts: []desk.Act{act("a", "test.x", c.Now())}}); err != nil {
			t.Fatal(err)
		}
		if n := <-got; n != 1 {
			t.Errorf("woke at %d", n)
		}
	})
}

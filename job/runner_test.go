package job_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/job"
)

// queue is a queue in memory, on the bubble's clock.
type queue struct {
	mu     sync.Mutex
	jobs   map[int64]*item
	wake   chan struct{}
	buried []string

	finishes int // how often it was told that jobs have ended
}

type item struct {
	desk.Held
	until time.Time
}

func newQueue(kinds ...string) *queue {
	q := &queue{jobs: map[int64]*item{}, wake: make(chan struct{})}
	for i, k := range kinds {
		q.jobs[int64(i)] = &item{Held: desk.Held{Lease: desk.Lease{ID: int64(i)}, Kind: k, RunAt: time.Now()}}
	}
	return q
}

func (q *queue) Claim(_ context.Context, kinds []string, limit int, lease time.Duration) (out []desk.Held, _ error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range q.jobs {
		if len(out) < limit && j.Kind == kinds[0] && !j.RunAt.After(time.Now()) && !j.until.After(time.Now()) {
			j.until, j.Token = time.Now().Add(lease), j.Token+"x"
			j.Attempts++
			out = append(out, j.Held)
		}
	}
	return out, nil
}

func (q *queue) with(l desk.Lease, do func(*item)) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	j, ok := q.jobs[l.ID]
	if !ok || j.Token != l.Token {
		return fault.New(fault.Conflict, lingo.T("förlorad", "lost"))
	}
	do(j)
	return nil
}

func (q *queue) Finish(ctx context.Context, l desk.Lease) error {
	return q.FinishAll(ctx, []desk.Lease{l})
}

func (q *queue) FinishAll(_ context.Context, leases []desk.Lease) error {
	q.finishes++
	for _, l := range leases {
		if err := q.with(l, func(*item) { delete(q.jobs, l.ID) }); err != nil {
			return err
		}
	}
	return nil
}

func (q *queue) Retry(_ context.Context, l desk.Lease, at time.Time, _ string) error {
	return q.with(l, func(j *item) { j.RunAt, j.until = at, time.Time{} })
}

func (q *queue) Bury(_ context.Context, l desk.Lease, why string) error {
	return q.with(l, func(j *item) { q.buried = append(q.buried, why); delete(q.jobs, l.ID) })
}

func (q *queue) Heartbeat(_ context.Context, l desk.Lease, lease time.Duration) error {
	return q.with(l, func(j *item) { j.until = time.Now().Add(lease) })
}

func (q *queue) NextDue(context.Context, []string) (at time.Time, ok bool, _ error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range q.jobs {
		if !j.until.After(time.Now()) && (!ok || j.RunAt.Before(at)) {
			at, ok = j.RunAt, true
		}
	}
	return at, ok, nil
}

func (q *queue) Queued() <-chan struct{} { return q.wake }

type bubbleClock struct{}

func (bubbleClock) Now() time.Time { return time.Now() }

// runFor runs a lane in a bubble for a time that passes at once.
func runFor(t *testing.T, d time.Duration, q *queue, lane job.Lane, real bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	job.New(q, bubbleClock{}, slog.New(slog.DiscardHandler), func() bool { return real }, lane).Run(ctx)
}

func TestAJobThatFailsIsTriedAgainUntilItSucceeds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("work")
		var tries atomic.Int32
		runFor(t, time.Hour, q, job.Lane{Workers: 2, Works: []job.Work{{Kind: "work", Do: func(context.Context, desk.Held) error {
			if tries.Add(1) < 4 {
				return errors.New("not yet")
			}
			return nil
		}}}}, true)
		if tries.Load() != 4 || len(q.jobs) != 0 || len(q.buried) != 0 {
			t.Errorf("%d tries, %d left, buried %v", tries.Load(), len(q.jobs), q.buried)
		}
	})
}

func TestAJobThatCannotSucceedIsGivenUpAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("work")
		runFor(t, time.Minute, q, job.Lane{Workers: 1, Works: []job.Work{{Kind: "work", Do: func(context.Context, desk.Held) error {
			return fault.New(fault.Gone, lingo.T("borta", "gone"))
		}}}}, true)
		if len(q.buried) != 1 {
			t.Errorf("buried %v", q.buried)
		}
	})
}

func TestAJobThatCameTooSoonWaitsAsLongAsItWasTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("work")
		var tries atomic.Int32
		runFor(t, 30*time.Second, q, job.Lane{Workers: 1, Works: []job.Work{{Kind: "work", Backoff: func(int) time.Duration { return time.Hour },
			Do: func(context.Context, desk.Held) error {
				if tries.Add(1) < 5 {
					return fault.New(fault.TooSoon, lingo.T("vänta", "wait")).Wait(2 * time.Second)
				}
				return nil
			}}}}, true)
		if tries.Load() != 5 || len(q.jobs) != 0 {
			t.Errorf("%d tries, %d left", tries.Load(), len(q.jobs))
		}
	})
}

func TestJobsThatEndTogetherAreFinishedTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("work", "work", "work", "work", "work")
		runFor(t, time.Minute, q, job.Lane{Workers: 5, Gather: 10 * time.Millisecond, Works: []job.Work{{Kind: "work",
			Do: func(context.Context, desk.Held) error { return nil }}}}, true)
		if len(q.jobs) != 0 || q.finishes != 1 {
			t.Errorf("%d jobs are left, and the queue was told %d times", len(q.jobs), q.finishes)
		}
	})
}

func TestAPanicIsAFailedAttempt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("work")
		runFor(t, time.Hour, q, job.Lane{Workers: 1, Works: []job.Work{{Kind: "work", Attempts: 3, Do: func(context.Context, desk.Held) error {
			panic("boom")
		}}}}, true)
		if len(q.buried) != 1 {
			t.Errorf("buried %v", q.buried)
		}
	})
}

func TestACopyOfTheDeskSendsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("out")
		lane := job.Lane{Workers: 1, Outward: true, Works: []job.Work{{Kind: "out", Do: func(context.Context, desk.Held) error {
			t.Error("a copy sent something")
			return nil
		}}}}
		runFor(t, time.Hour, q, lane, false)
		if len(q.jobs) != 1 {
			t.Error("the job is gone")
		}
	})
}

func TestALongJobKeepsItsLease(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("work")
		var runs atomic.Int32
		runFor(t, time.Hour, q, job.Lane{Workers: 2, Works: []job.Work{{Kind: "work", Do: func(ctx context.Context, _ desk.Held) error {
			runs.Add(1)
			select {
			case <-time.After(10 * time.Minute):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}}}}, true)
		if runs.Load() != 1 || len(q.jobs) != 0 {
			t.Errorf("%d runs, %d left", runs.Load(), len(q.jobs))
		}
	})
}

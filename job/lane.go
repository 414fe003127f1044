package job

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"tilltal/base/fault"
	"tilltal/base/mishap"
	"tilltal/desk"
)

// lane is a lane at work.
type lane struct {
	Lane
	runner *Runner
	kinds  []string
	works  map[string]Work
	beat   atomic.Int64 // when it last looked for work, nanoseconds
	hands  chan func()  // tasks for workers that are free
	ended  *receipts    // jobs that have been done and wait to be finished together; nil when none does
	mu     sync.Mutex
	held   map[desk.Lease]context.CancelFunc
}

func newLane(r *Runner, l Lane) *lane {
	made := &lane{Lane: l, runner: r, works: map[string]Work{}, hands: make(chan func()), held: map[desk.Lease]context.CancelFunc{}}
	for _, w := range l.Works {
		made.kinds = append(made.kinds, w.Kind)
		made.works[w.Kind] = w
	}
	return made
}

// leaseTime is how long a silent worker is believed to live.
const leaseTime = 30 * time.Second

// idle is how often a lane looks in the queue when nobody wakes it: jobs that other nodes queued wait at most this long.
const idle = 500 * time.Millisecond

func (l *lane) run(ctx context.Context) {
	var wg sync.WaitGroup
	defer wg.Wait()
	free := make(chan struct{}, l.Workers)
	beats := time.NewTicker(leaseTime / 3)
	defer beats.Stop()
	for ctx.Err() == nil {
		l.beat.Store(time.Now().UnixNano())
		woken := l.runner.queue.Queued()
		jobs := l.claim(ctx, l.Workers-l.busy())
		for _, held := range jobs {
			l.start(ctx, &wg, held, free)
		}
		l.wait(ctx, len(jobs) > 0, woken, free, beats.C)
	}
}

func (l *lane) busy() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.held)
}

func (l *lane) claim(ctx context.Context, limit int) []desk.Held {
	if limit <= 0 || (l.Outward && !l.runner.real()) {
		return nil
	}
	jobs, err := l.runner.queue.Claim(ctx, l.kinds, limit, leaseTime)
	if err != nil && ctx.Err() == nil {
		l.runner.log.Error("no jobs can be taken", "lane", l.Name, "error", err)
	}
	return jobs
}

// wait returns when there may be more to do: a job was queued, one is due, a worker is free, or the idle time has passed.
func (l *lane) wait(ctx context.Context, busy bool, woken <-chan struct{}, free <-chan struct{}, beats <-chan time.Time) {
	t := time.NewTimer(l.untilDue(ctx, busy))
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-woken:
	case <-t.C:
	case <-free:
		l.settle(ctx, free)
	case <-beats:
		l.heartbeats(ctx)
	}
}

// settle lets a few more workers become free before the queue is asked again: one question then fills many hands.
func (l *lane) settle(ctx context.Context, free <-chan struct{}) {
	t := time.NewTimer(2 * time.Millisecond)
	defer t.Stop()
	for range l.Workers / 4 {
		select {
		case <-free:
		case <-t.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

func (l *lane) untilDue(ctx context.Context, busy bool) time.Duration {
	if busy && l.busy() >= l.Workers {
		return idle
	}
	at, ok, err := l.runner.queue.NextDue(ctx, l.kinds)
	if err != nil || !ok {
		return idle
	}
	if l.Outward && !l.runner.real() {
		return idle
	}
	return min(idle, max(time.Millisecond, at.Sub(l.runner.clock.Now())))
}

func (l *lane) start(ctx context.Context, wg *sync.WaitGroup, held desk.Held, free chan<- struct{}) {
	run, cancel := context.WithCancel(ctx)
	l.mu.Lock()
	l.held[held.Lease] = cancel
	l.mu.Unlock()
	task := func() {
		l.do(run, held)
		cancel()
		l.mu.Lock()
		delete(l.held, held.Lease)
		l.mu.Unlock()
		select {
		case free <- struct{}{}:
		default:
		}
	}
	select {
	case l.hands <- task:
	default:
		wg.Go(func() { l.hand(ctx, task) })
	}
}

// rest is how long a worker that is free waits for more to do.
const rest = 5 * time.Second

// hand does one task, and then those that come while it is free. To sign takes a deep stack: a worker that stays has it ready.
func (l *lane) hand(ctx context.Context, task func()) {
	t := time.NewTimer(rest)
	defer t.Stop()
	for {
		task()
		t.Reset(rest)
		select {
		case task = <-l.hands:
		case <-t.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// heartbeats keeps the leases of what is under way, and stops the work whose lease was lost.
func (l *lane) heartbeats(ctx context.Context) {
	l.mu.Lock()
	leases := make(map[desk.Lease]context.CancelFunc, len(l.held))
	for k, v := range l.held {
		leases[k] = v
	}
	l.mu.Unlock()
	for lease, stop := range leases {
		if err := l.runner.queue.Heartbeat(ctx, lease, leaseTime); fault.Is(err, fault.Conflict) {
			stop()
		}
	}
}

// do does one job and says how it went.
func (l *lane) do(ctx context.Context, held desk.Held) {
	w := l.works[held.Kind]
	mishap.At(mishap.Taken, held.Kind)
	err := safely(ctx, w, held)
	mishap.At(mishap.Done, held.Kind)
	after := context.WithoutCancel(ctx)
	switch {
	case err == nil && w.Finishes:
		return
	case err == nil:
		err = l.finish(after, held.Lease)
		mishap.At(mishap.Finished, held.Kind)
	case ctx.Err() != nil:
		err = l.runner.queue.Retry(after, held.Lease, l.runner.clock.Now(), "the worker was stopped")
	default:
		err = l.failed(after, w, held, err)
	}
	if err != nil && !fault.Is(err, fault.Conflict) {
		l.runner.log.Error("a job's end could not be written down; it will be done again", "kind", held.Kind, "job", held.ID, "error", err)
	}
}

func (l *lane) failed(ctx context.Context, w Work, held desk.Held, err error) error {
	now := l.runner.clock.Now()
	kind, why := fault.KindOf(err), reason(err)
	limit := w.Attempts
	if limit == 0 {
		limit = 12
	}
	switch {
	case kind == fault.Conflict && held.Attempts < limit: // somebody was first: look again soon
		return l.runner.queue.Retry(ctx, held.Lease, now.Add(time.Second), why)
	case kind == fault.Invalid || kind == fault.NotFound || kind == fault.Forbidden || kind == fault.Gone || held.Attempts >= limit:
		l.runner.log.Warn("a job was given up", "kind", held.Kind, "job", held.ID, "attempts", held.Attempts, "why", why)
		return l.runner.queue.Bury(ctx, held.Lease, why)
	}
	wait := backoff(held.Attempts)
	if w.Backoff != nil {
		wait = w.Backoff(held.Attempts)
	}
	if f := fault.Of(err); f.After > wait || f.After > 0 && kind == fault.TooSoon { // nothing went wrong: it was only early
		wait = f.After
	}
	return l.runner.queue.Retry(ctx, held.Lease, now.Add(wait), why)
}

// backoff doubles from five seconds up to an hour.
func backoff(attempt int) time.Duration {
	return min(time.Hour, 5*time.Second<<min(attempt-1, 12))
}

// safely does a job and turns a panic into an error: one broken job must not stop the others.
func safely(ctx context.Context, w Work, held desk.Held) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("job %s: panic: %v", held.Kind, p)
		}
	}()
	if w.Do == nil {
		return fault.Of(errors.New("nobody does jobs of kind " + held.Kind))
	}
	return w.Do(ctx, held)
}

// reason is what is kept of an error, for the administrator: our own words, cut to a line.
func reason(err error) string {
	s := err.Error()
	if len(s) > 300 {
		s = s[:300]
	}
	return s
}

// Package job is the workers (arbetare): what the desk does by itself because a person or a routine has decided it.
// Publishing at a set time, carrying posts to other networks, sorting what has arrived, watching the clocks.
//
// A worker takes the lease of a job, does it, and finishes it, where it can in the same transaction as what it led to. Its
// worker may die at any line: the lease runs out, another worker takes the job, and what the dead one still says is not
// heard. A job that fails is tried again, later and later, and is at last given up for an administrator to see; it is never
// lost without a word.
package job

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"tilltal/base/clock"
	"tilltal/desk"
)

// Queue is where jobs wait. The store is one.
type Queue interface {
	Claim(ctx context.Context, kinds []string, limit int, lease time.Duration) ([]desk.Held, error)
	Finish(ctx context.Context, l desk.Lease) error
	FinishAll(ctx context.Context, leases []desk.Lease) error
	Retry(ctx context.Context, l desk.Lease, at time.Time, why string) error
	Bury(ctx context.Context, l desk.Lease, why string) error
	Heartbeat(ctx context.Context, l desk.Lease, lease time.Duration) error
	NextDue(ctx context.Context, kinds []string) (at time.Time, ok bool, err error)
	Queued() <-chan struct{}
}

// Work is how one kind of job is done.
type Work struct {
	Kind string
	// Do does the job. An error of kind TooSoon or Unreachable waits as long as it says; one of kind Invalid, NotFound,
	// Forbidden or Gone gives the job up, for trying again cannot help; any other is tried again.
	Do func(ctx context.Context, held desk.Held) error
	// Finishes says that Do itself finishes the job, in the change that it commits.
	Finishes bool
	// Attempts is after how many tries the job is given up; 0 means 12.
	Attempts int
	// Backoff is how long to wait after a failed attempt; nil doubles from 5 seconds up to an hour.
	Backoff func(attempt int) time.Duration
}

// Lane is a group of kinds that share a number of workers, so that a slow network never holds up the inbox.
type Lane struct {
	Name    string
	Workers int
	Outward bool // its work leaves the house: it stands still while this is a copy of the real desk
	// Gather is how long the end of a job may wait for others to end, so that one write serves many. A worker that dies
	// meanwhile has its job done once more.
	Gather time.Duration
	Works  []Work
}

// Runner runs the lanes.
type Runner struct {
	queue Queue
	clock clock.Clock
	log   *slog.Logger
	real  func() bool
	lanes []*lane
}

// New makes a runner. real tells whether this installation is the real one; see Lane.Outward.
func New(q Queue, c clock.Clock, log *slog.Logger, real func() bool, lanes ...Lane) *Runner {
	r := &Runner{queue: q, clock: c, log: log, real: real}
	for _, l := range lanes {
		r.lanes = append(r.lanes, newLane(r, l))
	}
	return r
}

// Run works until the context ends, and returns when every job under way has been let go.
func (r *Runner) Run(ctx context.Context) {
	var wg sync.WaitGroup
	for _, l := range r.lanes {
		wg.Go(func() { l.run(ctx) })
	}
	wg.Wait()
}

// Standstill returns the name of a lane that has not looked for work for longer than the given time, and "" when all move.
func (r *Runner) Standstill(longer time.Duration) string {
	now := time.Now()
	for _, l := range r.lanes {
		if at := l.beat.Load(); at != 0 && now.Sub(time.Unix(0, at)) > longer {
			return l.Name
		}
	}
	return ""
}

package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk"
	"tilltal/desk/people"
)

// Jobs is the queue of work that must follow: the store.
type Jobs interface {
	DeadJobs(ctx context.Context, limit int) ([]desk.DeadJob, error)
	Revive(ctx context.Context, id int64, who desk.Who) error
	Waiting(ctx context.Context) (map[string]int, time.Duration, error)
}

// Queue is what waits in the queue.
type Queue struct {
	Waiting map[string]int `json:"waiting" doc:"Jobs that are due and have not begun, by kind"`
	Oldest  int            `json:"oldest" doc:"Seconds that the oldest of them has waited"`
	Dead    []DeadJob      `json:"dead" nullable:"false" doc:"Jobs that were given up, the newest first, a hundred at most"`
}

// DeadJob is a job that was given up.
type DeadJob struct {
	ID        int64     `json:"id"`
	Kind      string    `json:"kind"`
	Attempts  int       `json:"attempts"`
	LastError string    `json:"last_error"`
	QueuedAt  time.Time `json:"queued_at"`
	DeadAt    time.Time `json:"dead_at"`
}

// mostDead is how many dead jobs are listed: more than this is not a list but an alarm.
const mostDead = 100

// jobs adds what an administrator sees of the queue. The rooms know nothing of it: the door's right is the only one.
func (r Rooms) jobs(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/jobs", ID: "get-jobs", Right: people.JobsRead, Summary: "What waits in the queue, and what was given up"},
		func(ctx context.Context, _ people.Actor, _ *struct{}) (*answer[Queue], error) {
			waiting, oldest, err := r.Jobs.Waiting(ctx)
			if err != nil {
				return nil, err
			}
			dead, err := r.Jobs.DeadJobs(ctx, mostDead)
			return got(Queue{Waiting: waiting, Oldest: int(oldest / time.Second), Dead: each(dead, func(d desk.DeadJob) DeadJob { return DeadJob(d) })}, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/jobs/{number}/revive", ID: "revive-job", Right: people.JobsRetry, Summary: "Put a job that was given up back in the queue"},
		func(ctx context.Context, who people.Actor, in *struct {
			Number int64 `path:"number" minimum:"1"`
		}) (*nothing, error) {
			return done(r.Jobs.Revive(ctx, in.Number, who.Who()))
		})
}

package notice

import (
	"context"
	"slices"
	"strconv"
	"time"

	"tilltal/desk"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// mostWatched bounds how many clocks and dead jobs are looked at in one round.
const mostWatched = 200

// Watch tells of what nobody did: clocks that run out, and jobs that were given up. It is called again and again; each thing
// is told once.
func (r *Room) Watch(ctx context.Context) error {
	clocks, err := r.clocks(ctx)
	if err != nil {
		return err
	}
	jobs, err := r.deadJobs(ctx)
	if err != nil {
		return err
	}
	shifts, err := r.shifts(ctx)
	if err != nil || len(clocks)+len(jobs)+len(shifts) == 0 {
		return err
	}
	mark, err := r.store.NoticeMark(ctx)
	if err != nil {
		return err
	}
	return r.store.Tell(ctx, slices.Concat(clocks, jobs, shifts), mark)
}

// clocks are the conversations whose promised answer runs out soon. Whoever has one is told; one that nobody has taken is told
// to those who lead the account's work.
func (r *Room) clocks(ctx context.Context) ([]Telling, error) {
	now := r.clock.Now()
	page, err := r.store.Conversations(ctx, inbox.Filter{Waiting: true, DueBy: now.Add(inbox.Soon), Limit: mostWatched})
	if err != nil {
		return nil, err
	}
	var out []Telling
	for _, c := range page.Items {
		if now.Sub(c.Due) > stale { // it ran out long ago: the list says so all the time
			continue
		}
		to := []string{c.Owner}
		if c.Owner == "" {
			if to, err = r.holders(ctx, people.InboxClassify, c.Account); err != nil {
				return nil, err
			}
		}
		n := Notice{Event: "due:" + c.ID + ":" + strconv.FormatInt(c.Due.UnixMicro(), 10), Kind: ClockSoon, Path: "/inkorg/" + c.ID, At: now}
		some, err := r.untold(ctx, n, c.Account, to)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

func (r *Room) deadJobs(ctx context.Context) ([]Telling, error) {
	dead, err := r.store.DeadJobs(ctx, mostWatched)
	if err != nil {
		return nil, err
	}
	var out []Telling
	for _, d := range dead {
		if r.clock.Now().Sub(d.DeadAt) > stale {
			break // the newest come first
		}
		some, err := r.deadJob(ctx, d)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

func (r *Room) deadJob(ctx context.Context, d desk.DeadJob) ([]Telling, error) {
	n := Notice{Event: "dead:" + strconv.FormatInt(d.ID, 10) + ":" + strconv.FormatInt(d.DeadAt.UnixMicro(), 10), Kind: JobDead,
		Detail: d.Kind, Path: "/installningar/arbeten", At: d.DeadAt}
	to, err := r.holders(ctx, people.JobsRetry, "")
	if err != nil {
		return nil, err
	}
	return r.untold(ctx, n, "", to)
}

// untold makes notices for those who have not been told: the round comes every minute, and most of what it sees is known.
func (r *Room) untold(ctx context.Context, n Notice, account string, to []string) ([]Telling, error) {
	var left []string
	for _, p := range without(to, "") {
		known, err := r.store.Told(ctx, n.Event, p)
		if err != nil {
			return nil, err
		}
		if !known {
			left = append(left, p)
		}
	}
	return r.tellings(ctx, n, account, left)
}

// keep is how long notices are kept.
const keep = 90 * 24 * time.Hour

// Sweep forgets notices that are older than 90 days. What they told of is on the record.
func (r *Room) Sweep(ctx context.Context) error {
	return r.store.SweepNotices(ctx, r.clock.Now().Add(-keep))
}

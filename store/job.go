package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// queue puts a job in the queue, in the transaction of what it follows from. A job whose key already waits is not put there
// twice; if that one is being done just now, it will be done once more.
func (w *writer) queue(ctx context.Context, j desk.Job) error {
	if j.Key != "" && w.keys[j.Key] {
		return nil
	}
	w.keys[j.Key] = true
	now := micro(w.store.clock.Now())
	at := micro(j.RunAt)
	if at == 0 {
		at = now
	}
	payload := j.Payload
	if payload == nil {
		payload = []byte{}
	}
	_, err := w.exec(ctx, `INSERT INTO job (kind, key, payload, run_at, queued_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (key) WHERE key <> '' DO UPDATE SET again = 1, run_at = CASE WHEN job.lease = '' AND excluded.run_at < job.run_at THEN excluded.run_at ELSE job.run_at END`,
		j.Kind, j.Key, payload, at, now)
	return err
}

// finish ends a job whose lease is still held; a job that was asked for anew meanwhile goes back in the queue.
func (w *writer) finish(ctx context.Context, l desk.Lease) error {
	n, err := w.exec(ctx, `DELETE FROM job WHERE id = $1 AND lease = $2 AND again = 0`, l.ID, l.Token)
	if err != nil || n == 1 {
		return err
	}
	n, err = w.exec(ctx, `UPDATE job SET lease = '', lease_until = 0, again = 0, attempts = 0, run_at = $3 WHERE id = $1 AND lease = $2`,
		l.ID, l.Token, micro(w.store.clock.Now()))
	if err != nil || n == 1 {
		w.keys["again"] = true // wake the workers
		return err
	}
	w.wrote -= 2 // nothing was touched
	return LeaseLost
}

// LeaseLost is the fault when another worker has taken over a job.
var LeaseLost = fault.New(fault.Conflict, lingo.T("En annan arbetare har tagit över jobbet.", "Another worker has taken over the job."))

// Enqueue queues jobs that follow from no change: rounds and clean-ups.
func (s *Store) Enqueue(ctx context.Context, jobs ...desk.Job) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		for _, j := range jobs {
			if err := w.queue(ctx, j); err != nil {
				return err
			}
		}
		return nil
	})
}

// Claim takes the lease of up to limit jobs of the given kinds that are due, oldest first, for a time. Jobs whose lease ran
// out are due again: their worker died.
func (s *Store) Claim(ctx context.Context, kinds []string, limit int, lease time.Duration) ([]desk.Held, error) {
	now := s.clock.Now()
	due, err := s.anyDue(ctx, kinds, now)
	if err != nil || !due {
		return nil, err
	}
	token := s.node + ident.Secret(12)
	var jobs []desk.Held
	err = s.write(ctx, func(ctx context.Context, w *writer) error {
		jobs = nil
		args := []any{token, micro(now.Add(lease)), micro(now), limit}
		_, err := w.exec(ctx, `UPDATE job SET lease = $1, lease_until = $2, attempts = attempts + 1, again = 0 WHERE id IN (
			SELECT id FROM job WHERE kind IN (`+quoted(kinds)+`) AND dead_at = 0 AND run_at <= $3 AND lease_until <= $3 ORDER BY run_at, id LIMIT CAST($4 AS BIGINT))`, args...)
		if err != nil {
			return err
		}
		return w.each(ctx, func(rows *sql.Rows) error {
			j := desk.Held{Lease: desk.Lease{Token: token}}
			var at int64
			if err := rows.Scan(&j.ID, &j.Kind, &j.Payload, &j.Attempts, &at); err != nil {
				return err
			}
			j.RunAt = fromMicro(at)
			jobs = append(jobs, j)
			return nil
		}, `SELECT id, kind, payload, attempts, run_at FROM job WHERE lease = $1 ORDER BY run_at, id`, token)
	})
	return jobs, err
}

// Resume lets go of the leases that this installation took when it last ran: their workers died with it, and nobody need wait
// until the leases run out. Call it before the workers start. What a worker of before would still say is not heard.
func (s *Store) Resume(ctx context.Context) error {
	if s.node == "" {
		return nil
	}
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		_, err := w.exec(ctx, `UPDATE job SET lease = '', lease_until = 0 WHERE lease LIKE $1`, s.node+"%")
		return err
	})
}

func (s *Store) anyDue(ctx context.Context, kinds []string, now time.Time) (bool, error) {
	n, err := list(ctx, s, number, `SELECT id FROM job WHERE kind IN (`+quoted(kinds)+`) AND dead_at = 0 AND run_at <= $1 AND lease_until <= $1 LIMIT 1`, micro(now))
	return len(n) > 0, err
}

// quoted is a list of our own job kinds for SQL. They are words in the code, never input.
func quoted(kinds []string) string { return "'" + strings.Join(kinds, "', '") + "'" }

// NextDue returns when the next job of the kinds is due; ok is false when none waits.
func (s *Store) NextDue(ctx context.Context, kinds []string) (at time.Time, ok bool, err error) {
	n, err := list(ctx, s, number, `SELECT run_at FROM job WHERE kind IN (`+quoted(kinds)+`) AND dead_at = 0 AND lease_until <= $1 ORDER BY run_at LIMIT 1`, micro(s.clock.Now()))
	if err != nil || len(n) == 0 {
		return time.Time{}, false, err
	}
	return fromMicro(n[0]), true, nil
}

// Heartbeat keeps the leases of jobs that take long. It returns a Conflict when one was lost: stop, another has it.
func (s *Store) Heartbeat(ctx context.Context, l desk.Lease, lease time.Duration) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		n, err := w.exec(ctx, `UPDATE job SET lease_until = $3 WHERE id = $1 AND lease = $2`, l.ID, l.Token, micro(s.clock.Now().Add(lease)))
		if err == nil && n == 0 {
			w.wrote--
			return LeaseLost
		}
		return err
	})
}

// Finish ends a job that leads to no change.
func (s *Store) Finish(ctx context.Context, l desk.Lease) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error { return w.finish(ctx, l) })
}

// FinishAll ends jobs that lead to no change, in one write. When a lease was lost the others are finished all the same, and the
// error is [LeaseLost].
func (s *Store) FinishAll(ctx context.Context, leases []desk.Lease) error {
	lost := false
	err := s.write(ctx, func(ctx context.Context, w *writer) error {
		lost = false
		for _, l := range leases {
			err := w.finish(ctx, l)
			if errors.Is(err, LeaseLost) {
				lost = true
			} else if err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && lost {
		return LeaseLost
	}
	return err
}

// Retry puts a job back until a time, with what went wrong, in words without personal data.
func (s *Store) Retry(ctx context.Context, l desk.Lease, at time.Time, why string) error {
	return s.putBack(ctx, l, `UPDATE job SET lease = '', lease_until = 0, run_at = $3, last_error = $4 WHERE id = $1 AND lease = $2`, at, why)
}

// Bury gives a job up, for an administrator to look at.
func (s *Store) Bury(ctx context.Context, l desk.Lease, why string) error {
	return s.putBack(ctx, l, `UPDATE job SET lease = '', lease_until = 0, key = '', dead_at = $3, last_error = $4 WHERE id = $1 AND lease = $2`, s.clock.Now(), why)
}

func (s *Store) putBack(ctx context.Context, l desk.Lease, query string, at time.Time, why string) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		n, err := w.exec(ctx, query, l.ID, l.Token, micro(at), strings.ToValidUTF8(why, "\uFFFD"))
		if err == nil && n == 0 {
			w.wrote--
			return LeaseLost
		}
		return err
	})
}

// DeadJobs lists the jobs that were given up, newest first.
func (s *Store) DeadJobs(ctx context.Context, limit int) ([]desk.DeadJob, error) {
	return list(ctx, s, func(rows *sql.Rows) (desk.DeadJob, error) {
		var d desk.DeadJob
		var queued, dead int64
		err := rows.Scan(&d.ID, &d.Kind, &d.Attempts, &d.LastError, &queued, &dead)
		d.QueuedAt, d.DeadAt = fromMicro(queued), fromMicro(dead)
		return d, err
	}, `SELECT id, kind, attempts, last_error, queued_at, dead_at FROM job WHERE dead_at > 0 ORDER BY dead_at DESC LIMIT CAST($1 AS BIGINT)`, limit)
}

// Revive puts a job that was given up back in the queue, and on the record who did it.
func (s *Store) Revive(ctx context.Context, id int64, who desk.Who) error {
	now := s.clock.Now()
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		n, err := w.exec(ctx, `UPDATE job SET dead_at = 0, attempts = 0, run_at = $2 WHERE id = $1 AND dead_at > 0`, id, micro(now))
		if err != nil {
			return err
		}
		if n == 0 {
			w.wrote--
			return missing
		}
		w.keys["revived"] = true
		subject := "job:" + strconv.FormatInt(id, 10)
		_, err = w.commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "job.revived", Subject: subject, Who: who, At: now, Say: map[string]any{"job": id}}}})
		return err
	})
}

// Waiting counts the jobs of each kind that are due and have not begun, and how long the oldest has waited.
func (s *Store) Waiting(ctx context.Context) (map[string]int, time.Duration, error) {
	now := s.clock.Now()
	counts, oldest := map[string]int{}, time.Duration(0)
	rows, err := s.read.QueryContext(ctx, `SELECT kind, COUNT(*), MIN(run_at) FROM job WHERE dead_at = 0 AND run_at <= $1 AND lease_until <= $1 GROUP BY kind`, micro(now))
	if err != nil {
		return nil, 0, away(err)
	}
	defer rows.Close()
	for rows.Next() {
		var kind string
		var n int
		var at int64
		if err := rows.Scan(&kind, &n, &at); err != nil {
			return nil, 0, away(err)
		}
		counts[kind], oldest = n, max(oldest, now.Sub(fromMicro(at)))
	}
	return counts, oldest, away(errors.Join(rows.Err()))
}

package store

import (
	"context"
	"database/sql"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/desk/review"
)

var reviewTables = []table{
	then(fact("review_approval", "id, draft, submission, version, hash, who, words, at", func(a review.Approval) []any {
		return []any{a.ID, a.Draft, a.Submission, int64(a.Version), a.Hash, a.By, a.Words, micro(a.At)}
	}), func(ctx context.Context, w *writer, a review.Approval) error {
		_, err := w.exec(ctx, `UPDATE draft_now SET state = $2, changed = $3 WHERE id = $1`, a.Draft, string(draft.Ready), micro(a.At))
		return err
	}),
	then(fact("review_return", "id, draft, submission, who, words, at", func(r review.Return) []any {
		return []any{r.ID, r.Draft, r.Submission, r.By, r.Words, micro(r.At)}
	}), func(ctx context.Context, w *writer, r review.Return) error {
		return w.draftIs(ctx, r.Draft, draft.Returned, micro(r.At), 0)
	}),
}

// Plan returns what has been decided on a submission: see desk/publish and desk/review.
func (s *Store) Plan(ctx context.Context, id, submission string) (p publish.Plan, err error) {
	p.Clearance, err = maybe(one(ctx, s, func(rows *sql.Rows) (c publish.Clearance, err error) {
		var at int64
		err = rows.Scan(&c.Submission, &c.Hash, &c.By, &at)
		c.At = fromMicro(at)
		return c, err
	}, `SELECT submission, hash, who, at FROM review_approval WHERE draft = $1 AND submission = $2`, id, submission))
	if err != nil {
		return p, err
	}
	var timed, stopped int64
	p.Schedule, err = maybe(one(ctx, s, func(rows *sql.Rows) (publish.Schedule, error) { return scanSchedule(rows, &timed) },
		`SELECT id, draft, account, submission, version, hash, wall, who, at, seq FROM publish_schedule WHERE submission = $1 ORDER BY seq DESC LIMIT 1`, submission))
	if err != nil {
		return p, err
	}
	p.Hold, err = maybe(one(ctx, s, func(rows *sql.Rows) (h publish.Hold, err error) {
		var at int64
		err = rows.Scan(&h.ID, &h.Draft, &h.Submission, &h.Why, &h.Words, &h.By, &at, &stopped)
		h.At = fromMicro(at)
		return h, err
	}, `SELECT id, draft, submission, why, words, who, at, seq FROM publish_hold WHERE submission = $1 ORDER BY seq DESC LIMIT 1`, submission))
	if stopped > timed { // the newest of the two counts
		p.Schedule = nil
	} else {
		p.Hold = nil
	}
	return p, err
}

// LastRead returns the version that a reader last decided on: see [review.Store].
func (s *Store) LastRead(ctx context.Context, id string, before int) (int, error) {
	n, err := one(ctx, s, number, `SELECT COALESCE(MAX(l.version), 0) FROM draft_submission l WHERE l.draft = $1 AND l.version < $2
		AND (EXISTS (SELECT 1 FROM review_return r WHERE r.submission = l.id) OR EXISTS (SELECT 1 FROM review_approval a WHERE a.submission = l.id))`, id, before)
	return int(n), err
}

func scanSchedule(rows *sql.Rows, seq *int64) (p publish.Schedule, err error) {
	var wall string
	var at int64
	if err := rows.Scan(&p.ID, &p.Draft, &p.Account, &p.Submission, &p.Version, &p.Hash, &wall, &p.By, &at, seq); err != nil {
		return p, err
	}
	p.At = fromMicro(at)
	p.When, err = fromWall(wall)
	return p, err
}

// maybe makes "there is none" a nil.
func maybe[T any](v T, err error) (*T, error) {
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &v, nil
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"tilltal/desk"
)

// answerKept is how long an answer to a call with a key is remembered.
const answerKept = 7 * 24 * time.Hour

// Reserve writes down the key of a call that may be sent again; see package api. Keys older than a week are forgotten.
func (s *Store) Reserve(ctx context.Context, key, request string, at time.Time) (r desk.Remembered, fresh bool, err error) {
	err = s.write(ctx, func(ctx context.Context, w *writer) error {
		r, fresh = desk.Remembered{}, false
		err := w.get(ctx, []any{&r.Request, &r.Status, &r.Type, &r.Body}, `SELECT request, status, type, body FROM api_answer WHERE key = $1 AND at > $2`, key, micro(at.Add(-answerKept)))
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if _, err := w.exec(ctx, `DELETE FROM api_answer WHERE at <= $1`, micro(at.Add(-answerKept))); err != nil {
			return err
		}
		fresh = true
		_, err = w.exec(ctx, `INSERT INTO api_answer (key, request, status, type, body, at) VALUES ($1, $2, 0, '', $3, $4)`, key, request, []byte{}, micro(at))
		return err
	})
	return r, fresh, err
}

// Remember keeps the answer to a reserved key.
func (s *Store) Remember(ctx context.Context, key string, r desk.Remembered) error {
	body := r.Body
	if body == nil {
		body = []byte{}
	}
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		_, err := w.exec(ctx, `UPDATE api_answer SET status = $2, type = $3, body = $4 WHERE key = $1`, key, int64(r.Status), r.Type, body)
		return err
	})
}

// Forget gives a reserved key back.
func (s *Store) Forget(ctx context.Context, key string) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		_, err := w.exec(ctx, `DELETE FROM api_answer WHERE key = $1`, key)
		return err
	})
}

// Spend marks the token of a human check as used; see base/human.
func (s *Store) Spend(ctx context.Context, token string, until time.Time) (fresh bool, err error) {
	now := micro(s.clock.Now())
	err = s.write(ctx, func(ctx context.Context, w *writer) error {
		if _, err := w.exec(ctx, `DELETE FROM human_spent WHERE until < $1`, now); err != nil {
			return err
		}
		n, err := w.exec(ctx, `INSERT INTO human_spent (token, until) VALUES ($1, $2) ON CONFLICT DO NOTHING`, token, micro(until))
		fresh = n == 1
		return err
	})
	return fresh, err
}

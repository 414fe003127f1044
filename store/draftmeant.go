package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/draft"
)

// KeepMeant keeps what somebody meant with a draft: see [draft.Keeper].
func (s *Store) KeepMeant(ctx context.Context, id, person string, m draft.Meant, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		_, err := w.exec(ctx, `INSERT INTO draft_meant (draft, person, reason, wall, at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (draft, person) DO UPDATE SET reason = excluded.reason, wall = excluded.wall, at = excluded.at`,
			id, person, kept(m.Reason), wallText(m.When), micro(at))
		return err
	})
}

// Meant returns what somebody meant with a draft; nil for nothing.
func (s *Store) Meant(ctx context.Context, id, person string) (*draft.Meant, error) {
	m, err := one(ctx, s, func(rows *sql.Rows) (m draft.Meant, err error) {
		var wall string
		if err = rows.Scan(&m.Reason, &wall); err == nil {
			m.When, err = fromWall(wall)
		}
		return m, err
	}, `SELECT reason, wall FROM draft_meant WHERE draft = $1 AND person = $2`, id, person)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	return &m, err
}

// forgetMeant forgets what everybody meant with a draft: it has been handed in, or discarded.
func (w *writer) forgetMeant(ctx context.Context, id string) error {
	_, err := w.exec(ctx, `DELETE FROM draft_meant WHERE draft = $1`, id)
	return err
}

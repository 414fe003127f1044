package store

import (
	"context"
	"database/sql"

	"tilltal/desk"
)

// Known reports whether a person has said that this installation is the real one. The first installation to open an empty
// database is taken to be: there is nothing yet that could be sent twice.
func (s *Store) Known(ctx context.Context, instance string) (bool, error) {
	all, err := list(ctx, s, func(r *sql.Rows) (id string, err error) { return id, r.Scan(&id) }, `SELECT id FROM instance`)
	if err != nil {
		return false, err
	}
	for _, id := range all {
		if id == instance {
			return true, nil
		}
	}
	if len(all) > 0 {
		return false, nil
	}
	size, err := s.Size(ctx)
	if err != nil || size > 0 {
		return false, err
	}
	return true, s.ClaimInstance(ctx, instance, "first start", false)
}

// ClaimInstance puts on the record that an installation is the real one. With alone, every other installation is forgotten,
// so that a copy which wakes up elsewhere stays silent.
func (s *Store) ClaimInstance(ctx context.Context, instance, who string, alone bool) error {
	now := s.clock.Now()
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		if alone {
			if _, err := w.exec(ctx, `DELETE FROM instance WHERE id <> $1`, instance); err != nil {
				return err
			}
		}
		_, err := w.exec(ctx, `INSERT INTO instance (id, claimed_at, claimed_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, instance, micro(now), who)
		if err != nil {
			return err
		}
		_, err = w.commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "instance.claimed", Subject: "instance:" + instance, At: now,
			Who: desk.Who{Kind: desk.WhoSystem, ID: "instance", Name: who}, Say: map[string]any{"instance": instance, "alone": alone}}}})
		return err
	})
}

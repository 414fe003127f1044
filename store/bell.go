package store

import (
	"context"
	"database/sql"
)

// turnNotices notes that somebody has been told something, or has read it.
func (w *writer) turnNotices(ctx context.Context) error {
	_, err := w.exec(ctx, `UPDATE notice_mark SET turn = turn + 1 WHERE id = 1`)
	return err
}

// NoticeTurn returns how many times notices have changed: been told, or read. It is a number to compare with, and says nothing
// of whose they are.
func (s *Store) NoticeTurn(ctx context.Context) (int64, error) {
	return one(ctx, s, number, `SELECT turn FROM notice_mark WHERE id = 1`)
}

// UnreadEach counts what each person is shown and has not read. Who has read everything is not there.
func (s *Store) UnreadEach(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	_, err := list(ctx, s, func(rows *sql.Rows) (person string, err error) {
		n := 0
		err = rows.Scan(&person, &n)
		out[person] = n
		return person, err
	}, `SELECT person, COUNT(*) FROM notice WHERE read_at = 0 AND desk = 1 GROUP BY person`)
	return out, err
}

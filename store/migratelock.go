package store

import (
	"context"
	"database/sql"

	"github.com/pressly/goose/v3/lock"
)

// advisoryLock makes nodes that start at once migrate one after the other. Each schema has a lock of its own: desks that share a
// database do not wait for one another. Who finds it taken looks again every second, for five minutes.
func advisoryLock(ctx context.Context, db *sql.DB) (lock.SessionLocker, error) {
	var id int64
	if err := db.QueryRowContext(ctx, `SELECT hashtextextended('tilltal ' || current_schema(), 0)`).Scan(&id); err != nil {
		return nil, away(err)
	}
	return lock.NewPostgresSessionLocker(lock.WithLockID(id), lock.WithLockTimeout(1, 300))
}

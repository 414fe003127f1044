package store

import "github.com/pressly/goose/v3/lock"

// advisoryLock makes nodes that start at once migrate one after the other.
func advisoryLock() (lock.SessionLocker, error) { return lock.NewPostgresSessionLocker() }

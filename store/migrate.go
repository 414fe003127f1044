package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// Most tables are the same text on both databases, in both/. What must differ stands twice under the same name.
//
//go:embed migrations
var migrations embed.FS

// shelves is one folder made of several: the first that has a name counts.
type shelves []fs.FS

func (s shelves) Open(name string) (fs.File, error) {
	for _, f := range s {
		file, err := f.Open(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return file, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Glob finds in every folder, for goose.
func (s shelves) Glob(pattern string) ([]string, error) {
	var all []string
	for _, f := range s {
		found, err := fs.Glob(f, pattern)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func (e engine) shelves() (fs.FS, error) {
	own, err := fs.Sub(migrations, "migrations/"+string(e))
	if err != nil {
		return nil, err
	}
	both, err := fs.Sub(migrations, "migrations/both")
	if err != nil {
		return nil, err
	}
	return shelves{own, both}, nil
}

// migrate brings the tables up to date. With PostgreSQL a lock lets one node do it.
func migrate(ctx context.Context, db *sql.DB, e engine) error {
	files, err := e.shelves()
	if err != nil {
		return err
	}
	dialect := goose.DialectSQLite3
	// Each room has its own stretch of numbers, so a migration may come that has a lower number than one that has been done.
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithAllowOutofOrder(true)}
	if e == postgres {
		dialect = goose.DialectPostgres
		locker, err := advisoryLock(ctx, db)
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(dialect, db, files, options...)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return away(err)
}

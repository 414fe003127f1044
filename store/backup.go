package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// A backup is one SQLite file, whichever database it was made from, so that it can be restored into either: also the way to
// move from one to the other. The keys are not in it: they are backed up apart, or whoever finds the file can read the
// sealed rows.

// Backup copies the whole desk to a file as it is at one moment, while others read and write. The file must not exist.
// Progress is told in parts of about how much there is; it may be nil.
func (s *Store) Backup(ctx context.Context, file string, progress func(done, of int64)) error {
	if _, err := os.Stat(file); err == nil {
		return fault.New(fault.Conflict, lingo.T("Filen %s finns redan.", "The file %s exists already.").Put(file)).
			Try(lingo.T("Välj ett annat namn. En säkerhetskopia skrivs aldrig över.", "Choose another name. A backup is never overwritten."))
	}
	if folder, err := os.Stat(filepath.Dir(file)); err != nil || !folder.IsDir() {
		return fault.New(fault.Invalid, lingo.T("Mappen %s finns inte.", "The folder %s does not exist.").Put(filepath.Dir(file))).Because(err)
	}
	part := file + ".part"
	_ = os.Remove(part) // what an interrupted backup left
	copyTo := s.vacuumInto
	if s.engine == postgres {
		copyTo = s.copyInto
	}
	if err := copyTo(ctx, part, progress); err != nil {
		return errors.Join(away(err), removed(part))
	}
	if err := flush(part); err != nil {
		return away(err)
	}
	return os.Rename(part, file)
}

func removed(file string) error {
	if err := os.Remove(file); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// flush makes sure that a file is on the disk before it gets its name.
func flush(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// vacuumInto copies SQLite as it is in one read, however much is written meanwhile. (The online backup call of SQLite starts
// over at each write from another connection, and so might never end.)
func (s *Store) vacuumInto(ctx context.Context, file string, progress func(done, of int64)) error {
	var name string
	var pages, size int64
	if err := s.read.QueryRowContext(ctx, `SELECT file FROM pragma_database_list WHERE name = 'main'`).Scan(&name); err != nil {
		return err
	}
	if err := s.read.QueryRowContext(ctx, `SELECT page_count, page_size FROM pragma_page_count, pragma_page_size`).Scan(&pages, &size); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", sqliteName(name, "busy_timeout(10000)"))
	if err != nil {
		return err
	}
	defer db.Close()
	watched, stop := context.WithCancel(ctx)
	defer stop()
	go watchGrowth(watched, file, pages*size, progress)
	_, err = db.ExecContext(ctx, `VACUUM INTO $1`, file)
	return err
}

func watchGrowth(ctx context.Context, file string, of int64, progress func(done, of int64)) {
	t := time.NewTicker(200 * time.Millisecond)
	defer t.Stop()
	for progress != nil {
		select {
		case <-ctx.Done():
			progress(of, of)
			return
		case <-t.C:
			if info, err := os.Stat(file); err == nil {
				progress(min(info.Size(), of), of)
			}
		}
	}
}

// copyInto copies PostgreSQL, as it is at one moment, to a new SQLite file.
func (s *Store) copyInto(ctx context.Context, file string, progress func(done, of int64)) error {
	w, r, err := openSQLite(ctx, file)
	if err != nil {
		return err
	}
	defer w.Close()
	defer r.Close()
	if err := migrate(ctx, w, embedded); err != nil {
		return err
	}
	from, err := s.read.BeginTx(ctx, postgres.snapshot())
	if err != nil {
		return err
	}
	defer from.Rollback() //nolint:errcheck // nothing was written
	if err := copyRows(ctx, from, w, embedded, progress); err != nil {
		return err
	}
	_, err = w.ExecContext(ctx, `PRAGMA journal_mode = DELETE`) // one file, with nothing beside it
	return err
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Restore makes a desk from a backup, in a database that is empty. Afterwards no installation is the real one: nothing is
// sent until a person says which it is.
func Restore(ctx context.Context, o Options, file string, progress func(done, of int64)) error {
	if _, err := os.Stat(file); err != nil {
		return fault.New(fault.Invalid, lingo.T("Filen %s går inte att läsa.", "The file %s cannot be read.").Put(file)).Because(err)
	}
	if err := isBackup(ctx, file); err != nil {
		return err
	}
	engine, err := engineOf(o.URL)
	if err != nil {
		return err
	}
	if engine == embedded {
		err = restoreFile(o.URL, file)
	} else {
		err = restoreRows(ctx, o, file, progress)
	}
	if err != nil {
		return away(err)
	}
	w, r, err := engine.open(ctx, o.URL)
	if err != nil {
		return away(err)
	}
	defer r.Close()
	defer w.Close()
	if err := migrate(ctx, w, engine); err != nil {
		return err
	}
	_, err = w.ExecContext(ctx, `DELETE FROM instance`)
	return away(err)
}

// isBackup refuses a file that no desk can be made from, before anything is written: another file, an empty one, one that was cut
// off on its way.
func isBackup(ctx context.Context, file string) error {
	db, err := sql.Open("sqlite", sqliteName(file, "query_only(1)"))
	if err != nil {
		return err
	}
	defer db.Close()
	var size, pages, page int64
	err = db.QueryRowContext(ctx, `SELECT (SELECT size FROM ledger_head WHERE id = 1), page_count, page_size FROM pragma_page_count, pragma_page_size`).Scan(&size, &pages, &page)
	if info, gone := os.Stat(file); err == nil && gone == nil && info.Size() >= pages*page {
		return nil
	}
	return fault.New(fault.Invalid, lingo.T("Filen %s är ingen hel säkerhetskopia av ett skrivbord.", "The file %s is no whole backup of a desk.").Put(file)).
		Try(lingo.T("Välj en fil som har gjorts med tilltal backup, och kontrollera att hela filen har kopierats.", "Choose a file made with tilltal backup, and check that all of it was copied.")).Because(err)
}

var notEmpty = fault.New(fault.Conflict, lingo.T("Det finns redan en databas där.", "There is a database there already.")).
	Try(lingo.T("Välj en tom datamapp eller en tom databas. Det som finns skrivs aldrig över.", "Choose an empty data folder or an empty database. What is there is never overwritten."))

func restoreFile(to, file string) error {
	if _, err := os.Stat(to); err == nil {
		return notEmpty
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o750); err != nil {
		return err
	}
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	part := to + ".part"
	out, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o640)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(err, removed(part))
	}
	return os.Rename(part, to)
}

func restoreRows(ctx context.Context, o Options, file string, progress func(done, of int64)) error {
	to, r, err := openPostgres(ctx, o.URL)
	if err != nil {
		return err
	}
	defer to.Close()
	defer r.Close()
	if err := migrate(ctx, to, postgres); err != nil {
		return err
	}
	var entries int64
	if err := to.QueryRowContext(ctx, `SELECT COUNT(*) FROM ledger_key`).Scan(&entries); err != nil {
		return err
	}
	if entries > 0 {
		return notEmpty
	}
	from, err := sql.Open("sqlite", sqliteName(file, "query_only(1)"))
	if err != nil {
		return err
	}
	defer from.Close()
	snapshot, err := from.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer snapshot.Rollback() //nolint:errcheck // nothing was written
	if err := copyRows(ctx, snapshot, to, postgres, progress); err != nil {
		return err
	}
	_, err = to.ExecContext(ctx, `SELECT setval(pg_get_serial_sequence('job', 'id'), (SELECT COALESCE(MAX(id), 1) FROM job))`)
	return err
}

// copyRows copies every table that both sides have, in one transaction, over what is there.
func copyRows(ctx context.Context, from *sql.Tx, to *sql.DB, engine engine, progress func(done, of int64)) error {
	tables, err := ownTables(ctx, to, engine)
	if err != nil {
		return err
	}
	into, err := to.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer into.Rollback() //nolint:errcheck // committed below, or nothing is to stay
	for i, name := range tables {
		if _, err := into.ExecContext(ctx, `DELETE FROM `+name); err != nil {
			return err
		}
		if err := copyTable(ctx, from, into, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if progress != nil {
			progress(int64(i+1), int64(len(tables)))
		}
	}
	return into.Commit()
}

// ownTables lists the tables of the desk: not the database's own, nor the search's, which is made again from the facts.
func ownTables(ctx context.Context, db *sql.DB, engine engine) ([]string, error) {
	query := `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
	if engine == postgres {
		query = `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name`
	}
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		if !strings.HasPrefix(name, "goose_") && !strings.HasPrefix(name, "search") {
			out = append(out, name)
		}
	}
	return out, rows.Err()
}

func copyTable(ctx context.Context, from, to *sql.Tx, name string) error {
	rows, err := from.QueryContext(ctx, `SELECT * FROM `+name)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	marks, values, into := make([]string, len(columns)), make([]any, len(columns)), make([]any, len(columns))
	for i := range columns {
		marks[i], into[i] = fmt.Sprint("$", i+1), &values[i]
	}
	insert, err := to.PrepareContext(ctx, fmt.Sprintf(`INSERT INTO %s (%s) VALUES (%s)`, name, strings.Join(columns, ", "), strings.Join(marks, ", ")))
	if err != nil {
		return err
	}
	defer insert.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for i, v := range values {
			if b, ok := v.([]byte); ok && b == nil {
				values[i] = []byte{} // SQLite reads empty bytes as none
			}
		}
		if _, err := insert.ExecContext(ctx, values...); err != nil {
			return err
		}
	}
	return rows.Err()
}

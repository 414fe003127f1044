package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// engine is which database it is. What differs between the two stands in this file, in claim.go and in migrations/.
type engine string

const (
	embedded engine = "sqlite"
	postgres engine = "postgres"
)

func engineOf(address string) (engine, error) {
	switch {
	case strings.HasPrefix(address, "postgres://"), strings.HasPrefix(address, "postgresql://"):
		if _, err := pgconn.ParseConfig(address); err != nil {
			return "", unreadable.Because(err)
		}
		return postgres, nil
	case address == "" || strings.Contains(address, "://"):
		return "", unreadable
	default:
		return embedded, nil
	}
}

var unreadable = fault.New(fault.Invalid, lingo.T("Adressen till databasen går inte att läsa.", "The database address cannot be read.")).
	Try(lingo.T("Skriv en sökväg till en fil, eller postgres://användare@värd/databas.", "Give a path to a file, or postgres://user@host/database."))

func (e engine) open(ctx context.Context, address string) (write, read *sql.DB, err error) {
	if e == postgres {
		return openPostgres(ctx, address)
	}
	return openSQLite(ctx, address)
}

// readers is how many reads may be under way at once on one machine.
const readers = 8

// openSQLite opens one connection that writes and a pool that cannot. One writer gave the same throughput as eight, which
// starved each other for seconds. FULL makes a commit stay when the power goes.
func openSQLite(ctx context.Context, path string) (write, read *sql.DB, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, nil, err
	}
	common := []string{"busy_timeout(10000)", "foreign_keys(1)", "temp_store(2)"}
	write, err = sql.Open("sqlite", sqliteName(path, append(common, "journal_mode(WAL)", "synchronous(FULL)", "wal_autocheckpoint(4000)", "cache_size(-16000)")...))
	if err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	if err := write.PingContext(ctx); err != nil {
		return nil, nil, errors.Join(err, write.Close())
	}
	read, err = sql.Open("sqlite", sqliteName(path, append(common, "query_only(1)", "cache_size(-4000)")...))
	if err != nil {
		return nil, nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	return write, read, nil
}

func sqliteName(path string, pragmas ...string) string {
	name := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}
	name.RawQuery = url.Values{"_pragma": pragmas}.Encode()
	return name.String()
}

func openPostgres(ctx context.Context, address string) (write, read *sql.DB, err error) {
	write, err = sql.Open("pgx", address)
	if err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	if err := write.PingContext(ctx); err != nil {
		return nil, nil, errors.Join(err, write.Close())
	}
	read, err = sql.Open("pgx", address)
	if err != nil {
		return nil, nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	return write, read, nil
}

// lockHead is what makes all nodes write one after the other: the ledger has one end.
func (e engine) lockHead() string {
	if e == postgres {
		return `SELECT size FROM ledger_head WHERE id = 1 FOR UPDATE`
	}
	return `SELECT size FROM ledger_head WHERE id = 1`
}

func (e engine) begin() string {
	if e == postgres {
		return `BEGIN`
	}
	return `BEGIN IMMEDIATE`
}

// away turns the database's own trouble into a fault: Unreachable when it may pass, Internal when it is our mistake.
func away(err error) error {
	if err == nil {
		return nil
	}
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	if passing(err) {
		return fault.New(fault.Unreachable, lingo.T("Det går inte att spara just nu. Inget har gått förlorat.", "Nothing can be saved right now. Nothing is lost.")).
			Try(lingo.T("Försök igen om en stund.", "Try again in a moment.")).Wait(10 * time.Second).Because(err)
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == "22021" { // character_not_in_repertoire: NUL, or what is not UTF-8
		return unkeepable.Because(err)
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) && (lite.Code()&0xff == sqlite3.SQLITE_CORRUPT || lite.Code()&0xff == sqlite3.SQLITE_NOTADB) {
		return damaged.Because(err)
	}
	return fmt.Errorf("store: %w", err)
}

// unkeepable is what a stranger hears who asks for something by letters that are none. SQLite finds nothing by them.
var unkeepable = fault.New(fault.NotFound, lingo.T("Det finns inte.", "There is no such thing."))

var damaged = fault.New(fault.Internal, lingo.T("Databasfilen är skadad.", "The database file is damaged.")).
	Try(lingo.T("Stäng skrivbordet, spara filen för utredning och läs in den senaste säkerhetskopian med tilltal restore.",
		"Close the desk, keep the file for an inquiry, and make the desk from the latest backup with tilltal restore."))

func passing(err error) bool {
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		switch lite.Code() & 0xff {
		case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM:
			return true
		}
		return false
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		class := pg.Code[:min(2, len(pg.Code))]
		return class == "08" || class == "53" || class == "57" || class == "25" || pg.Code == "40001" || pg.Code == "40P01" || class == "58"
	}
	var connect *pgconn.ConnectError
	return errors.As(err, &connect) || errors.Is(err, sql.ErrConnDone) || errors.Is(err, context.DeadlineExceeded) || pgconn.SafeToRetry(err) || isNetwork(err)
}

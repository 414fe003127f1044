// Package store is where the desk's facts lie (förvaring): SQLite in one file, or PostgreSQL for authorities that run more
// than one machine. It knows every room's facts and no rule of any room. What it promises:
//
//   - A change is written whole, with its entries on the ledger and the jobs that must follow, or not at all.
//   - Facts are only ever added. What is derived from them, in tables that end in _now, can be made again.
//   - Both databases behave alike: the same text of SQL where it can be, and the same exercise suite on both.
//
// There is one file for each room, and the files named after what the engine does: writer.go puts everything that waits
// into one transaction, commit.go writes a change, entry.go and proof.go keep the ledger, job.go the queue.
//
// See docs/decisions/0005-two-databases.md and 0011-one-writer.md.
package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"golang.org/x/mod/sumdb/note"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Keys seals what may not stand readable in a row. base/seal has one; the row's name is bound into what is sealed.
type Keys interface {
	Seal(name string, secret []byte) ([]byte, error)
	Open(name string, sealed []byte) ([]byte, error)
}

// Options say which database, and what the store needs from the house.
type Options struct {
	URL    string // a file's path for SQLite, or postgres://…
	Clock  clock.Clock
	Keys   Keys
	Node   string // this installation's own name, for the leases that its workers take; "" has none
	Origin string // the ledger's name, used when the ledger is begun: "torget.example.se/insyn/protokoll"

	// Existing says that the desk must be there: where there is none, none is begun. A database that is gone is then no empty
	// record in good order.
	Existing bool
}

// Store is an open database. It is safe for many goroutines.
type Store struct {
	engine   engine
	write1   *sql.DB // one connection: see writer.go
	read     *sql.DB // cannot write
	ready    prepared
	clock    clock.Clock
	keys     Keys
	tables   catalogue
	orders   chan *order
	patient  chan *order // those of the back room
	pulse    pulse
	standing standing
	signer   note.Signer
	verify   note.Verifier
	key      string // what verify is made of: the ledger's public key
	origin   string
	node     string
	stop     context.CancelFunc
	done     chan struct{}
}

// Open opens the database, brings its tables up to date, and starts the writer. Close it.
func Open(ctx context.Context, o Options) (*Store, error) {
	engine, err := engineOf(o.URL)
	if err != nil {
		return nil, err
	}
	if o.Existing && engine == embedded {
		if _, err := os.Stat(o.URL); errors.Is(err, fs.ErrNotExist) {
			return nil, noDesk
		}
	}
	w, r, err := engine.open(ctx, o.URL)
	if err != nil {
		return nil, away(err)
	}
	s := &Store{engine: engine, write1: w, read: r, clock: o.Clock, keys: o.Keys, node: o.Node,
		tables: newCatalogue(), orders: make(chan *order, 1024), patient: make(chan *order, 64), done: make(chan struct{})}
	if err := s.begin(ctx, o); err != nil {
		return nil, errors.Join(err, w.Close(), r.Close())
	}
	return s, nil
}

// noDesk is the fault when the desk that must be there is not.
var noDesk = fault.New(fault.NotFound, lingo.T("Det finns inget skrivbord i databasen.", "There is no desk in the database.")).
	Try(lingo.T("Kontrollera --data och --database. Har databasen försvunnit läser du in den senaste säkerhetskopian med tilltal restore.",
		"Check --data and --database. If the database is gone, make the desk from the latest backup with tilltal restore."))

func (s *Store) begin(ctx context.Context, o Options) error {
	if o.Existing {
		tables, err := ownTables(ctx, s.write1, s.engine)
		if err != nil {
			return away(err)
		}
		if !slices.Contains(tables, "ledger_head") {
			return noDesk
		}
	}
	if err := migrate(ctx, s.write1, s.engine); err != nil {
		return err
	}
	if err := s.loadSigner(ctx, o.Origin); err != nil {
		return err
	}
	run, stop := context.WithCancel(context.WithoutCancel(ctx))
	s.stop = stop
	go s.serveOrders(run)
	if err := s.remakeSearch(ctx); err != nil {
		stop()
		<-s.done
		return err
	}
	return nil
}

// Close waits for what is being written, and closes the database.
func (s *Store) Close() error {
	s.stop()
	<-s.done
	s.pulse.stop()
	s.ready.close()
	return errors.Join(s.read.Close(), s.write1.Close())
}

// Postgres reports whether the database is PostgreSQL.
func (s *Store) Postgres() bool { return s.engine == postgres }

// pingSize is what a letter and all that follows from it take, in bytes. A disk may be too full for that, and still take a
// few bytes more.
const pingSize = 64 << 10

// Ping reports whether the database takes what is written, by a write of ordinary size: a full disk or a read-only database is
// found too. It takes at most the context's time.
func (s *Store) Ping(ctx context.Context) error {
	body := make([]byte, pingSize)
	_, _ = rand.Read(body) // never fails; what is random cannot be made smaller on its way to the disk
	return s.execute(ctx, `INSERT INTO scratch (id, body) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET body = excluded.body`, body)
}

// micro is a time as both databases keep it: microseconds since 1970 in UTC, and 0 for no time.
func micro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicro(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

// flag is a yes or no as both databases keep it.
func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Package storetest opens real databases for tests: SQLite always, and PostgreSQL when TILLTAL_TEST_POSTGRES names a
// server. Every promise of the store, and every room's service, is tried on both.
package storetest

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/ident"
	"tilltal/store"
)

// Noon is where the tests' clock stands when a store is opened: a Monday.
var Noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

// Each runs a test on every database, with a clock that stands at Noon.
func Each(t *testing.T, test func(t *testing.T, s *store.Store, c *clock.Fixed)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		c := clock.At(Noon)
		test(t, SQLite(t, c), c)
	})
	t.Run("postgres", func(t *testing.T) {
		c := clock.At(Noon)
		test(t, Postgres(t, c), c)
	})
}

// SQLite opens a new SQLite database that is gone after the test.
func SQLite(t testing.TB, c clock.Clock) *store.Store {
	t.Helper()
	empty, err := template()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "desk.db")
	if err := os.WriteFile(path, empty, 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path, c)
}

// Postgres opens a new schema on the test server, dropped after the test. Without a server the test is skipped on a
// developer's machine, and fails where CI is set.
func Postgres(t testing.TB, c clock.Clock) *store.Store {
	t.Helper()
	return open(t, PostgresURL(t), c)
}

// PostgresURL makes a new schema on the test server and returns its address.
func PostgresURL(t testing.TB) string {
	t.Helper()
	server := os.Getenv("TILLTAL_TEST_POSTGRES")
	if server == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("TILLTAL_TEST_POSTGRES is not set: `make test` starts a server and sets it")
		}
		t.Skip("TILLTAL_TEST_POSTGRES is not set: PostgreSQL is not tried")
	}
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	schema := "t" + ident.New(time.Now())
	if _, err := db.Exec(`CREATE SCHEMA ` + schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_, err := db.Exec(`DROP SCHEMA ` + schema + ` CASCADE`)
		if err != nil {
			t.Error(err)
		}
		_ = db.Close()
	})
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", schema)
	u.RawQuery = q.Encode()
	return u.String()
}

func open(t testing.TB, address string, c clock.Clock) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), store.Options{URL: address, Clock: c, Keys: NewKeys(), Origin: "torget.example.se/insyn/protokoll"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Keys is a key ring for tests, that lives as long as the test.
type Keys struct{ gcm cipher.AEAD }

// NewKeys makes a ring with one random key.
func NewKeys() Keys {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		panic(err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	gcm, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic(err)
	}
	return Keys{gcm}
}

// Seal seals a secret under a row's name.
func (k Keys) Seal(name string, secret []byte) ([]byte, error) {
	return k.gcm.Seal(nil, nil, secret, []byte(name)), nil
}

// Open opens what Seal sealed under the same name.
func (k Keys) Open(name string, sealed []byte) ([]byte, error) {
	out, err := k.gcm.Open(nil, nil, sealed, []byte(name))
	if err != nil {
		return nil, fmt.Errorf("storetest: %s: %w", name, err)
	}
	return out, nil
}

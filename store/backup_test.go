package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestABackupOfEitherIsRestoredIntoEither goes all four ways, and the record verifies at the end of each.
func TestABackupOfEitherIsRestoredIntoEither(t *testing.T) {
	keys := storetest.NewKeys()
	address := map[string]func(t *testing.T) string{
		"sqlite":   func(t *testing.T) string { return filepath.Join(t.TempDir(), "desk.db") },
		"postgres": func(t *testing.T) string { return storetest.PostgresURL(t) },
	}
	for from, open := range address {
		for into, empty := range address {
			t.Run(from+" into "+into, func(t *testing.T) {
				ctx, c := context.Background(), clock.At(storetest.Noon)
				s := opened(t, store.Options{URL: open(t), Clock: c, Keys: keys, Origin: "o"})
				if known, err := s.Known(ctx, "here"); !known || err != nil {
					t.Fatal(known, err)
				}
				for range 5 {
					if _, err := s.Commit(ctx, desk.Change{Acts: []desk.Act{act("a", "test.x", c.Now())}, Jobs: []desk.Job{{Kind: "work"}}}); err != nil {
						t.Fatal(err)
					}
				}
				signed, _, err := s.Checkpoint(ctx)
				if err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(t.TempDir(), "backup.db")
				if err := s.Backup(ctx, file, nil); err != nil {
					t.Fatal(err)
				}
				if err := s.Backup(ctx, file, nil); !fault.Is(err, fault.Conflict) {
					t.Errorf("a backup was written over: %v", err)
				}
				again := store.Options{URL: empty(t), Clock: c, Keys: keys, Origin: "another"}
				if err := store.Restore(ctx, again, file, nil); err != nil {
					t.Fatal(err)
				}
				restored := opened(t, again)
				checkRestored(t, restored, signed)
				if err := store.Restore(ctx, again, file, nil); !fault.Is(err, fault.Conflict) {
					t.Errorf("a desk was written over: %v", err)
				}
			})
		}
	}
}

func checkRestored(t *testing.T, s *store.Store, published []byte) {
	t.Helper()
	ctx := context.Background()
	report, err := s.Verify(ctx, store.VerifyOptions{Published: published})
	if err != nil || len(report.Problems) > 0 || report.Size != 6 { // five, and that somebody claimed the desk
		t.Errorf("%+v, %v", report, err)
	}
	if known, err := s.Known(ctx, "here"); known || err != nil {
		t.Error("a restored desk takes itself for the real one", err)
	}
	if err := s.Enqueue(ctx, desk.Job{Kind: "after"}); err != nil {
		t.Errorf("a job cannot be queued after the restore: %v", err)
	}
}

// engines are the databases, for tests that open one beside the store: with which driver, and where a new one is.
var engines = map[string]struct {
	driver  string
	address func(t testing.TB) string
}{
	"sqlite":   {"sqlite", func(t testing.TB) string { return filepath.Join(t.TempDir(), "desk.db") }},
	"postgres": {"pgx", storetest.PostgresURL},
}

func opened(t *testing.T, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), o)
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

// TestOnlyABackupIsRestored: what is no desk leaves the place it was to be put in as it was.
func TestOnlyABackupIsRestored(t *testing.T) {
	folder := t.TempDir()
	keys := storetest.NewKeys()
	s := opened(t, store.Options{URL: filepath.Join(folder, "desk.db"), Clock: clock.At(storetest.Noon), Keys: keys, Origin: "o"})
	writeVersions(t, s, 4)
	whole := filepath.Join(folder, "whole.db")
	if err := s.Backup(t.Context(), whole, nil); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(folder, "new", "desk.db")
	for name, text := range map[string][]byte{"nothing": nil, "words": []byte("not a database at all"), "cut": bytes[:len(bytes)-4096]} {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := store.Restore(t.Context(), store.Options{URL: to}, file, nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s was restored: %v", name, err)
		}
		if _, err := os.Stat(to); !os.IsNotExist(err) {
			t.Errorf("%s left something behind: %v", name, err)
		}
	}
	if err := store.Restore(t.Context(), store.Options{URL: to}, whole, nil); err != nil {
		t.Errorf("the whole backup: %v", err)
	}
	if err := s.Backup(t.Context(), filepath.Join(folder, "no", "such", "folder.db"), nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("a backup to a folder that is not there: %v", err)
	}
}

package publish_test

import (
	"path/filepath"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/drafttest"
	"tilltal/store/storetest"
)

// TestASealedCopyOutlivesTheDatabase: what was withdrawn is opened from a backup restored into the other kind of database, with
// the same keys and by whoever may; the tombstone, and who opened it before, are there too.
func TestASealedCopyOutlivesTheDatabase(t *testing.T) {
	address := map[string]func(t *testing.T) string{
		"sqlite":   func(t *testing.T) string { return filepath.Join(t.TempDir(), "desk.db") },
		"postgres": func(t *testing.T) string { return storetest.PostgresURL(t) },
	}
	for from, into := range map[string]string{"sqlite": "postgres", "postgres": "sqlite"} {
		t.Run(from+" into "+into, func(t *testing.T) {
			c, keys := clock.At(storetest.Noon), storetest.NewKeys()
			enter := func(o store.Options) house {
				s, err := store.Open(ctx, o)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = s.Close() })
				h := open(drafttest.New(s, c))
				h.People["rut"] = drafttest.Granted("rut", people.Registrar, c.Now())
				return h
			}
			h := enter(store.Options{URL: address[from](t), Clock: c, Keys: keys, Origin: "o"})
			post, _, picture := h.withdrawn(t)
			if _, err := h.posts.Open(ctx, h.People["rut"], post, "Före flytten."); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "backup.db")
			if err := h.Backup(ctx, file, nil); err != nil {
				t.Fatal(err)
			}
			other := store.Options{URL: address[into](t), Clock: c, Keys: keys, Origin: "o"}
			if err := store.Restore(ctx, other, file, nil); err != nil {
				t.Fatal(err)
			}
			h = enter(other)
			rut := h.People["rut"]
			s, err := h.posts.Sealed(ctx, rut, post)
			if err != nil || len(s.Openings) != 1 || s.Openings[0].Reason != "Före flytten." || s.Post.Withdrawal == nil || s.Post.Text() != "" {
				t.Errorf("from the outside: %+v, %v", s, err)
			}
			o, err := h.posts.Open(ctx, rut, post, "Efter flytten.")
			if err != nil {
				t.Fatal(err)
			}
			whole, _, err := h.posts.Opened(ctx, rut, post, o.ID)
			if err != nil || whole.Post.Text() != "Hemligheten står här." || len(whole.Pictures) != 1 || whole.Pictures[0].Hash != picture || string(whole.Pictures[0].Data) != "png" {
				t.Errorf("opened: %+v, %v", whole, err)
			}
			h.verify(t)
		})
	}
}

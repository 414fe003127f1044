package inbox_test

import (
	"path/filepath"
	"slices"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/storetest"
)

// What is found is derived, and left out when a desk moves to another database: it is made again there.
func TestSearchAfterAMove(t *testing.T) {
	for name, postgres := range map[string]bool{"sqlite to postgres": false, "postgres to sqlite": true} {
		t.Run(name, func(t *testing.T) {
			c, keys := clock.At(storetest.Noon), storetest.NewKeys()
			here, there := filepath.Join(t.TempDir(), "desk.db"), storetest.PostgresURL(t)
			if postgres {
				here, there = there, here
			}
			s := opened(t, store.Options{URL: here, Clock: c, Keys: keys, Origin: "o"})
			d := setTable(t, s, c)
			d.ask(1, "parken", "När öppnar badet?")
			d.ask(2, "badet", "Är badet varmt?")
			d.sort()
			q := d.first()
			d.must(d.Note(t.Context(), staff["bertil"], q.ID, "Vaktmästaren vet"))
			d.answer(q, "Klockan nio öppnar kiosken.")
			file := filepath.Join(t.TempDir(), "backup")
			d.must(s.Backup(t.Context(), file, nil))
			options := store.Options{URL: there, Clock: c, Keys: keys, Origin: "o"}
			d.must(store.Restore(t.Context(), options, file, nil))
			moved := opened(t, options)
			for _, words := range []string{"badet", "vaktmästare", "kiosk", "anna"} {
				query := inbox.Query{Words: words}
				before, err := s.Search(t.Context(), query)
				d.must(err)
				after, err := moved.Search(t.Context(), query)
				d.must(err)
				if len(before.Items) == 0 || !slices.Equal(before.Items, after.Items) {
					t.Errorf("%s: %+v before, %+v after", words, before.Items, after.Items)
				}
			}
		})
	}
}

func opened(t *testing.T, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), o)
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

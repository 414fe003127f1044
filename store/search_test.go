package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/storetest"
)

// Common and rare words, words that meet in few texts, and accounts: whichever way a database goes about it, it finds what is
// found by reading every text, the newest first.
func TestSearchFindsWhatReadingAllFinds(t *testing.T) {
	for name, address := range map[string]func() string{
		"sqlite":   func() string { return filepath.Join(t.TempDir(), "desk.db") },
		"postgres": func() string { return storetest.PostgresURL(t) },
	} {
		t.Run(name, func(t *testing.T) {
			if name == "postgres" {
				storetest.Postgres(t, clock.At(storetest.Noon)) // skips, or fails where it must be there
			}
			url := address()
			s, err := store.Open(context.Background(), store.Options{URL: url, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "torget.example.se"})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			storetest.Crowd(t, url, []string{"a", "b"}, 6000)
			for i, w := range storetest.Words {
				x, y := storetest.Words[(i+5)%len(storetest.Words)], storetest.Words[(i*7+1)%len(storetest.Words)]
				for _, q := range []string{w, "när " + w, w + " " + x, "när " + w + " " + y, w + " nummer59 " + x + " när", w + " xylofon när"} {
					same(t, s, inbox.Query{Words: q})
					same(t, s, inbox.Query{Words: q, Accounts: []string{"b"}})
				}
			}
		})
	}
}

func same(t *testing.T, s *store.Store, q inbox.Query) {
	t.Helper()
	page, err := s.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range page.Items {
		got = append(got, h.Text)
	}
	if want := byReading(q); !slices.Equal(got, want) {
		t.Fatalf("%q at %v: %d found, %d by reading\n%v\n%v", q.Words, q.Accounts, len(got), len(want), got, want)
	}
}

// byReading is the first page of what a search in a crowd of 6,000 ought to find.
func byReading(q inbox.Query) (found []string) {
	for i := 6000; i > 0 && len(found) < 25; i-- {
		n := len(storetest.Words)
		text := []string{"när", storetest.Words[i%n], storetest.Words[(i/7)%n], fmt.Sprint("nummer", i)}
		if text[1] == text[2] {
			text = slices.Delete(text, 2, 3)
		}
		if q.Accounts != nil && i%2 == 0 { // the second of two accounts has the odd ones
			continue
		}
		if holds(text, strings.Fields(q.Words)) {
			found = append(found, strings.Join(text, " "))
		}
	}
	return found
}

func holds(text, words []string) bool {
	for _, w := range words {
		env := snowballstem.NewEnv(w)
		swedish.Stem(env)
		w = env.Current()
		if !slices.ContainsFunc(text, func(t string) bool { return t == w || len([]rune(w)) >= 3 && strings.HasPrefix(t, w) }) {
			return false
		}
	}
	return true
}

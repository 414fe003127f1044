package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/storetest"
)

// The inbox page and the search, over as many conversations as TILLTAL_BENCH_CONVERSATIONS says (10,000 when it says
// nothing). Rows are put straight into the tables the lists are read from: what is measured is reading.

func conversations(b *testing.B) int {
	n, err := strconv.Atoi(os.Getenv("TILLTAL_BENCH_CONVERSATIONS"))
	if err != nil {
		return 10_000
	}
	return n
}

// full is a store full of conversations at five accounts.
func full(b *testing.B, postgres bool) *store.Store {
	b.Helper()
	driver, address := "sqlite", filepath.Join(b.TempDir(), "desk.db")
	if postgres {
		driver, address = "pgx", storetest.PostgresURL(b)
	}
	s, err := store.Open(context.Background(), store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "torget.example.se/insyn/protokoll"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	db, err := sql.Open(driver, address)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	n := conversations(b)
	for from := 0; from < n; from += 20_000 {
		fill(b, db, postgres, from, min(from+20_000, n), n)
	}
	if _, err := db.Exec(`ANALYZE`); err != nil {
		b.Fatal(err)
	}
	return s
}

var townWords = strings.Fields(`park bad skola väg lampa snö buss bibliotek torg lekplats avfall vatten el hund cykel bro skog gata träd hamn
	förskola äldreboende matsedel bygglov parkering trafik sopor skolskjuts simhall ishall gym museum konsert marknad kö tid avgift faktura`)

func fill(b *testing.B, db *sql.DB, postgres bool, from, to, of int) {
	b.Helper()
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	words := `INSERT INTO search_word (rowid, words) VALUES ($1, $2)`
	if postgres {
		words = `INSERT INTO search_word (id, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))`
	}
	for i := from; i < to; i++ {
		id, account := fmt.Sprintf("01jd%022d", i), fmt.Sprint("account", i%5)
		at := storetest.Noon.Add(-time.Duration(of-i) * time.Minute).UnixMicro()
		state, owner := 1, ""
		if i%4 == 0 { // a quarter of a million open conversations: far worse than any authority lets it become
			state = 0
		}
		if i%3 == 0 {
			owner = fmt.Sprint("person", i%2000)
		}
		stems := []string{"när", townWords[i%len(townWords)], townWords[(i/7)%len(townWords)], fmt.Sprint("nummer", i), "§a" + account}
		for query, args := range map[string][]any{
			`INSERT INTO conversation_now (id, account, kind, kind_who, channel, post, with_uri, with_name, first, root, orphan, needs, opened, due, owner, answered, state, closure, joined, last_at, turns)
				VALUES ($1, $2, 'question', '', 'fediverse', '', 'https://a.example/u', 'Anna', $3, '', '', 1, $4, $5, $6, 0, $7, '', '', $4, 1)`: {id, account, strings.Join(stems, " "), at, at + 86_400_000_000, owner, state},
			`INSERT INTO search_now (id, kind, thing, account, text, at) VALUES ($1, 'conversation', $2, $3, $4, $5)`: {(i + 1) << 8, id, account, strings.Join(stems, " "), at},
			words: {(i + 1) << 8, strings.Join(slices.Compact(stems), " ")},
			`INSERT INTO inbox_account_now (account) VALUES ($1) ON CONFLICT DO NOTHING`: {account},
		} {
			if _, err := tx.Exec(query, args...); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// slowest runs something many times and reports the 99th percentile in milliseconds.
func slowest(b *testing.B, do func() error) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

func BenchmarkInboxReads(b *testing.B) {
	for _, postgres := range []bool{false, true} {
		name := map[bool]string{false: "sqlite", true: "postgres"}[postgres]
		b.Run(name, func(b *testing.B) {
			s := full(b, postgres)
			benchLists(b, s)
			benchSearch(b, s)
		})
	}
}

func benchLists(b *testing.B, s *store.Store) {
	ctx := context.Background()
	middle := ""
	for range 20 {
		page, err := s.Conversations(ctx, inbox.Filter{After: middle, Limit: 200})
		if err != nil {
			b.Fatal(err)
		}
		middle = page.Next
	}
	for name, f := range map[string]inbox.Filter{
		"all": {}, "one-account": {Accounts: []string{"account1"}}, "mine": {Owner: "person3"}, "unowned": {Unowned: true},
		"channel": {Channel: "fediverse"}, "rare-channel": {Channel: "square"}, "overdue": {DueBy: storetest.Noon}, "closed": {Closed: true},
		"closed-mine": {Closed: true, Owner: "person3"}, "deep": {After: middle},
	} {
		b.Run("list/"+name, func(b *testing.B) {
			slowest(b, func() error { _, err := s.Conversations(ctx, f); return err })
		})
	}
	b.Run("today", func(b *testing.B) {
		slowest(b, func() error {
			_, err := s.Tally(ctx, inbox.TallyOf{Person: "person3", Now: storetest.Noon, Today: storetest.Noon.Add(-10 * time.Hour)})
			return err
		})
	})
}

func benchSearch(b *testing.B, s *store.Store) {
	ctx := context.Background()
	for name, q := range map[string]inbox.Query{
		"common": {Words: "när"}, "half-common": {Words: "skola"}, "rare": {Words: "nummer77"}, "begins": {Words: "num"}, "two": {Words: "när skolskjuts"},
		"two-rare": {Words: "nummer99 avgift"}, "long": {Words: "när park bad skola"}, "none": {Words: "xylofon"}, "common-and-none": {Words: "när xylofon"},
		"one-account": {Words: "när bibliotek", Accounts: []string{"account1"}}, "four-accounts": {Words: "när", Accounts: []string{"account0", "account1", "account2", "account3"}},
	} {
		b.Run("search/"+name, func(b *testing.B) {
			slowest(b, func() error { _, err := s.Search(ctx, q); return err })
		})
	}
}

// BenchmarkArrive is what an inbox that takes in as fast as it can costs: each envelope is on disk with its entry before it
// is answered.
func BenchmarkArrive(b *testing.B) {
	s := storetest.SQLite(b, clock.System{})
	room := inbox.New(s, inbox.Options{Clock: clock.System{}})
	body := []byte(strings.Repeat("x", 1500))
	b.SetParallelism(32)
	var n atomic.Int64
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			e := inbox.Envelope{Channel: inbox.ChannelFediverse, Remote: fmt.Sprint("https://a.example/act/", n.Add(1)), Sender: "https://a.example/anna", Kind: "Create", Body: body}
			if err := room.Arrive(context.Background(), e); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "stored/s")
}

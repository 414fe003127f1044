package store_test

import (
	"context"
	"fmt"
	"maps"
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

// The inbox page and the search, over ten thousand conversations and over as many as TILLTAL_BENCH_CONVERSATIONS says (none
// more when it says nothing). What it costs must not grow by a factor of two from ten thousand to a million.

func sizes(b *testing.B) []int {
	n, err := strconv.Atoi(os.Getenv("TILLTAL_BENCH_CONVERSATIONS"))
	if err != nil || n <= 10_000 {
		return []int{10_000}
	}
	return []int{10_000, n}
}

// full is a store full of conversations at five accounts.
func full(b *testing.B, postgres bool, n int) *store.Store {
	b.Helper()
	address := filepath.Join(b.TempDir(), "desk.db")
	if postgres {
		address = storetest.PostgresURL(b)
	}
	s, err := store.Open(context.Background(), store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "torget.example.se/insyn/protokoll"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	storetest.Crowd(b, address, []string{"account0", "account1", "account2", "account3", "account4"}, n)
	return s
}

// slowest runs something many times and reports the 99th percentile and the median, in milliseconds. Once before does not
// count: it is when a database reads its pages and makes its plans.
func slowest(b *testing.B, do func() error) {
	b.Helper()
	if err := do(); err != nil {
		b.Fatal(err)
	}
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
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
}

func BenchmarkInboxReads(b *testing.B) {
	for _, postgres := range []bool{false, true} {
		name := map[bool]string{false: "sqlite", true: "postgres"}[postgres]
		for _, n := range sizes(b) {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				s := full(b, postgres, n)
				benchLists(b, s)
				benchSearch(b, s)
			})
		}
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
	lists := map[string]inbox.Filter{
		"all": {}, "one-account": {Accounts: []string{"account1"}}, "mine": {Owner: "person3"}, "unowned": {Unowned: true},
		"channel": {Channel: "fediverse"}, "rare-channel": {Channel: "square"}, "overdue": {DueBy: storetest.Noon}, "closed": {Closed: true},
		"closed-mine": {Closed: true, Owner: "person3"}, "deep": {After: middle},
	}
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		b.Run("list/"+name, func(b *testing.B) {
			slowest(b, func() error { _, err := s.Conversations(ctx, lists[name]); return err })
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
	queries := map[string]inbox.Query{
		"common": {Words: "när"}, "half-common": {Words: "skola"}, "rare": {Words: "nummer77"}, "begins": {Words: "num"}, "two": {Words: "när skolskjuts"},
		"two-rare": {Words: "nummer99 avgift"}, "long": {Words: "när park bad skola"}, "none": {Words: "xylofon"}, "common-and-none": {Words: "när xylofon"},
		"one-account": {Words: "när bibliotek", Accounts: []string{"account1"}}, "four-accounts": {Words: "när", Accounts: []string{"account0", "account1", "account2", "account3"}},
		"never-together": {Words: "park bibliotek"}, "three-never-together": {Words: "när park bibliotek"}, // each is in fifty thousand texts, no two in the same
	}
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		b.Run("search/"+name, func(b *testing.B) {
			slowest(b, func() error { _, err := s.Search(ctx, queries[name]); return err })
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

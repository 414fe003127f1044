package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strconv"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/store"
	"tilltal/store/storetest"
)

// BenchmarkVerify is what a verification of the whole record costs, with ten thousand entries and with as many as TILLTAL_BENCH_ENTRIES
// says, each with one version of a draft. What it holds in memory must not grow.
func BenchmarkVerify(b *testing.B) {
	counts := []int{10_000}
	if n, err := strconv.Atoi(os.Getenv("TILLTAL_BENCH_ENTRIES")); err == nil && n > 10_000 {
		counts = append(counts, n)
	}
	for _, postgres := range []bool{false, true} {
		name := map[bool]string{false: "sqlite", true: "postgres"}[postgres]
		for _, n := range counts {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				address := filepath.Join(b.TempDir(), "desk.db")
				if postgres {
					address = storetest.PostgresURL(b)
				}
				benchVerify(b, address, n)
			})
		}
	}
}

func benchVerify(b *testing.B, address string, n int) {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for i := 0; i < n; {
		var change desk.Change
		for ; i < n && len(change.Acts) < 1000; i++ {
			v := draft.Version{ID: fmt.Sprint("v", i), Draft: fmt.Sprint("d", i/10), Number: i % 10, Content: draft.Content{Text: fmt.Sprint("Biblioteket har öppet till nio i kväll. ", i), Language: "sv"}, Hash: "h", By: "p", At: storetest.Noon}
			change.Acts = append(change.Acts, desk.Act{Kind: "draft.saved", Subject: v.Draft, Account: "a", Who: desk.Who{Kind: desk.WhoPerson, ID: "p", Name: "Amina"}, At: storetest.Noon, Facts: []any{v}})
		}
		if _, err := s.Commit(ctx, change); err != nil {
			b.Fatal(err)
		}
	}
	most := uint64(0)
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}} // what was left after the last collection
	for b.Loop() {
		r, err := s.Verify(ctx, store.VerifyOptions{Progress: func(int64, int64) {
			metrics.Read(live)
			most = max(most, live[0].Value.Uint64())
		}})
		if err != nil || len(r.Problems) > 0 || r.Size != int64(n) {
			b.Fatalf("%d entries, %v: %v", r.Size, r.Problems, err)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N*n), "µs/entry")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/verify")
	b.ReportMetric(float64(most)/(1<<20), "MiB-live")
}

package public_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"tilltal/web/public"
)

// restless is a ledger that seems to grow at every look, so that nothing that is kept can be shown: each answer is read from
// the database and drawn.
type restless struct {
	public.Ledger
	n atomic.Int64
}

func (r *restless) Size(ctx context.Context) (int64, error) {
	size, err := r.Ledger.Size(ctx)
	return size + r.n.Add(1), err
}

// BenchmarkPostPage measures a post with twenty replies, as a reader gets it through all of the house's guards: kept is when
// nothing was written since the last reader, drawn is when something is written before each one.
func BenchmarkPostPage(b *testing.B) {
	for _, replies := range []int{20, 5000} {
		w := newTown(b)
		p := w.post("Lekplatsen öppnar på lördag.\n\nVälkommen! Läs mer på https://example.se/lek och under #Parker.", "Parker")
		for i := range replies {
			w.hear(p, "Karin", fmt.Sprintf("Replik %d. Gäller det även på söndag, och får man ta med hunden?", i))
		}
		w.must(w.inbox.Sort(context.Background()))
		path := "/torget/parken/" + p.ID
		b.Run(fmt.Sprintf("kept/%d", replies), func(b *testing.B) { w.read(b, path) })
		w.deps.Ledger = &restless{Ledger: w.store}
		w.open()
		b.Run(fmt.Sprintf("drawn/%d", replies), func(b *testing.B) { w.read(b, path) })
	}
}

// BenchmarkFront measures the first page, drawn each time.
func BenchmarkFront(b *testing.B) {
	w := newTown(b)
	for i := range 40 {
		w.post(fmt.Sprintf("Inlägg %d. Lekplatsen öppnar på lördag.", i), "Parker")
	}
	w.deps.Ledger = &restless{Ledger: w.store}
	w.open()
	w.read(b, "/")
}

func (w *town) read(b *testing.B, path string) {
	b.Helper()
	var size atomic.Int64
	var mu sync.Mutex
	var took []time.Duration
	before := processor()
	b.RunParallel(func(pb *testing.PB) {
		var mine []time.Duration
		defer func() { mu.Lock(); took = append(took, mine...); mu.Unlock() }()
		for pb.Next() {
			began := time.Now()
			rec := w.get(path)
			mine = append(mine, time.Since(began))
			if rec.Code != http.StatusOK {
				b.Error(rec.Code)
			}
			size.Store(int64(rec.Body.Len()))
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64((processor()-before).Microseconds())/float64(b.N), "cpu-µs/page")
	b.ReportMetric(float64(size.Load()), "bytes")
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// processor is how much processor time this process has used: what a page costs, whatever else the machine is doing.
func processor() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

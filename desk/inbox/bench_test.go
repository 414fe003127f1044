package inbox_test

import (
	"fmt"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/store/storetest"
)

// BenchmarkSort is what sorting costs for each envelope: replies by different people under one post, half of them questions.
func BenchmarkSort(b *testing.B) {
	c := clock.At(storetest.Noon)
	d := setTable(b, storetest.SQLite(b, c), c)
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		for i := range 1000 {
			m := said(n*1000+i, "Fint!")
			if i%2 == 0 {
				m.Text = "När öppnar ni på lördag?"
			}
			d.hear(m.Remote, m)
		}
		b.StartTimer()
		began := time.Now()
		d.sort()
		b.ReportMetric(1000/time.Since(began).Seconds(), "sorted/s")
	}
}

// BenchmarkReplies is a page in the middle of a post with five thousand replies.
func BenchmarkReplies(b *testing.B) {
	c := clock.At(storetest.Noon)
	d := setTable(b, storetest.SQLite(b, c), c)
	for i := range 5000 {
		m := said(i, fmt.Sprint("Svar ", i))
		m.At = storetest.Noon.Add(time.Duration(i-5000) * time.Second)
		d.hear(m.Remote, m)
	}
	d.sort()
	after := ""
	for range 50 {
		page, err := d.Replies(b.Context(), post1, after, 50)
		d.must(err)
		after = page.Next
	}
	var slowest time.Duration
	for b.Loop() {
		began := time.Now()
		page, err := d.Replies(b.Context(), post1, after, 50)
		d.must(err)
		if len(page.Items) != 50 {
			b.Fatalf("%d replies", len(page.Items))
		}
		slowest = max(slowest, time.Since(began))
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "worst-ms")
}

var _ inbox.Reader = plain{}

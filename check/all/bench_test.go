package all

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/check"
	"tilltal/check/checktest"
)

// post is a text of 2,000 characters with something for every check.
var post = func() string {
	part := "I går mötte vi Anna Svensson vid Storgatan 12 i Umeå. Hon nås på 070-174 06 05 och har pnr 850709–9805. " +
		"Med anledning av detta ska ansökan skickas in till registrator@example.se, se https://www.example.se/a?b=1. " +
		"En 45-årig man greps efter en krock med sin röda Volvo, ABC 123. Haha! 😂 #tryggstad "
	r := []rune(strings.Repeat(part, 2000/len(part)+2))
	return string(r[:2000])
}()

// BenchmarkPost checks one post of 2,000 characters, and reports the 99th percentile in milliseconds.
func BenchmarkPost(b *testing.B) {
	checks := All()
	in := check.Input{Text: post, Place: "Umeå"}
	check.Run(checks, in)
	took := make([]time.Duration, 0, 1024)
	for b.Loop() {
		start := time.Now()
		check.Run(checks, in)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportAllocs()
}

// BenchmarkOrdinary checks ordinary posts, one after the other.
func BenchmarkOrdinary(b *testing.B) {
	checks := All()
	n := 0
	for b.Loop() {
		check.Run(checks, check.Input{Text: ordinary[n%len(ordinary)]})
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "posts/s")
}

// BenchmarkGrowth checks ever longer texts: time per byte should stay the same.
func BenchmarkGrowth(b *testing.B) {
	checks := All()
	for _, size := range []int{1_000, 10_000, 100_000, 1_000_000} {
		text := strings.Repeat(post, size/len(post)+1)[:size]
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				check.Run(checks, check.Input{Text: text})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/byte")
		})
	}
}

// BenchmarkWorst checks a megabyte of each of the worst texts.
func BenchmarkWorst(b *testing.B) {
	checks := All()
	for _, part := range checktest.Worst() {
		text := strings.Repeat(part, 1_000_000/len(part))
		b.Run(fmt.Sprintf("%.24q", part), func(b *testing.B) {
			for b.Loop() {
				check.Run(checks, check.Input{Text: text})
			}
		})
	}
}

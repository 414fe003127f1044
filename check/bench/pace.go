package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/check"
	"tilltal/check/all"
	"tilltal/check/checktest"
	"tilltal/check/tone/corpus"
)

// speed takes the processor's time of all checks together, one text after the other, so that neighbours on the machine count less.
func (r *results) speed() {
	checks := all.All()
	posts := corpus.Ordinary()
	took := func(text string) time.Duration {
		start := clock.Worked()
		check.Run(checks, check.Input{Text: text, Place: "Umeå"})
		return clock.Worked() - start
	}
	long := ""
	for i := 0; len([]rune(long)) < 2000; i++ {
		long += posts[i%len(posts)].Text + " "
	}
	long = string([]rune(long)[:2000])
	times := make([]time.Duration, 0, 1000)
	for range cap(times) {
		times = append(times, took(long))
	}
	slices.Sort(times)
	var sum time.Duration
	for _, d := range times {
		sum += d
	}
	start := clock.Worked()
	for _, p := range posts {
		took(p.Text)
	}
	rate := float64(len(posts)) / (clock.Worked() - start).Seconds()
	worst, which := time.Duration(0), ""
	for _, part := range checktest.Worst() {
		if d := took(strings.Repeat(part, 1_000_000/len(part))); d > worst {
			worst, which = d, part
		}
	}
	r.pace = []figure{
		{what: "a text of 2,000 characters", value: fmt.Sprintf("mean %.1f ms, median %.1f ms, slowest hundredth %.1f ms", ms(sum/time.Duration(len(times))), ms(times[len(times)/2]), ms(times[len(times)*99/100]))},
		{what: "ordinary posts", value: fmt.Sprintf("%.0f a second", rate)},
		{what: "a million bytes of the worst text", value: fmt.Sprintf("%.2f s (%q again and again)", worst.Seconds(), which)},
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

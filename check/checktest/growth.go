package checktest

import (
	"runtime"
	"strings"
	"testing"

	"tilltal/check"
)

// allocations counts what a check asks the memory for, which is the same on a busy machine as on an idle one: twice the text may
// cost twice as much, and no more. A list that is copied for each word would cost four times as much, and is found here.
func allocations(t *testing.T, c check.Check) {
	const size = 4_000
	for _, part := range Worst() {
		text := func(n int) string { return strings.Repeat(part, n/len(part)+1) }
		cost(c, text(size)) // what is made once is made
		one, two, four := cost(c, text(size)), cost(c, text(2*size)), cost(c, text(4*size))
		if grown(one.bytes, two.bytes, four.bytes) || grown(one.pieces, two.pieces, four.pieces) {
			t.Errorf("%.20q: %v, twice as long %v, four times %v (bytes and pieces)", part, one, two, four)
		}
	}
}

// room is how much more than twice a text twice as long may cost: lists grow by doubling, and some reach their limit on the way.
const room = 1.5

// grown reports whether a cost grows faster than the text, over the whole way. The small costs of short texts say nothing.
func grown(one, two, four uint64) bool {
	const little = 40_000
	return float64(four) > 4*room*float64(one)+little && float64(four) > 2*room*float64(two)+little
}

type spent struct{ bytes, pieces uint64 }

func cost(c check.Check, text string) spent {
	var before, after runtime.MemStats
	in := check.Input{Text: text}
	runtime.ReadMemStats(&before)
	c.Look(in)
	runtime.ReadMemStats(&after)
	return spent{after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs}
}

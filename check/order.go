package check

import (
	"cmp"
	"slices"
)

// sortFindings puts findings in the order in which a reader meets them. A finding is large, so places are sorted and the
// findings moved once.
func sortFindings(fs []Finding) {
	if slices.IsSortedFunc(fs, compare) {
		return
	}
	at := make([]int, len(fs))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(i, j int) int { return cmp.Or(compare(fs[i], fs[j]), cmp.Compare(i, j)) })
	out := make([]Finding, len(fs))
	for i, j := range at {
		out[i] = fs[j]
	}
	copy(fs, out)
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Media, b.Media),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(b.Grade, a.Grade),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Rule, b.Rule),
	)
}

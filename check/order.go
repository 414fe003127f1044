package check

import (
	"cmp"
	"slices"
)

func sortFindings(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Media, b.Media),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(b.Grade, a.Grade),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
}

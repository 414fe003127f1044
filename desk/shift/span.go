package shift

import (
	"slices"
	"time"
)

// Span is a stretch of time: from From, up to but not at Until.
type Span struct{ From, Until time.Time }

// empty reports whether there is nothing in it.
func (s Span) empty() bool { return !s.From.Before(s.Until) }

// join puts spans in order and together where they meet.
func join(all []Span) []Span {
	all = slices.DeleteFunc(slices.Clone(all), Span.empty)
	slices.SortFunc(all, func(a, b Span) int { return a.From.Compare(b.From) })
	var out []Span
	for _, s := range all {
		if n := len(out); n > 0 && !out[n-1].Until.Before(s.From) {
			out[n-1].Until = later(out[n-1].Until, s.Until)
			continue
		}
		out = append(out, s)
	}
	return out
}

// subtract returns what is in some spans and not in others, in order.
func subtract(from, what []Span) []Span {
	what = join(what)
	var out []Span
	for _, s := range join(from) {
		for _, w := range what {
			if !w.From.Before(s.Until) {
				break
			}
			if !s.From.Before(w.Until) {
				continue
			}
			if s.From.Before(w.From) {
				out = append(out, Span{s.From, w.From})
			}
			s.From = w.Until
		}
		if !s.empty() {
			out = append(out, s)
		}
	}
	return out
}

// cut returns what of some spans lies within one.
func cut(all []Span, within Span) []Span {
	var out []Span
	for _, s := range all {
		s.From = later(s.From, within.From)
		if within.Until.Before(s.Until) {
			s.Until = within.Until
		}
		if !s.empty() {
			out = append(out, s)
		}
	}
	return join(out)
}

// meets reports whether a span has some time in common with any of others.
func meets(s Span, others []Span) bool {
	return slices.ContainsFunc(others, func(o Span) bool { return s.From.Before(o.Until) && o.From.Before(s.Until) })
}

// Package interval says how sure a number is. "Nine of ten got an answer" from ten messages and from ten thousand are two
// different statements; the public page shows which by its interval, and hides what is so small that it would point at a
// person.
//
// The interval for a share is Wilson's, not the one from the school book: with ten messages and a true share of 95 % the
// school book's covers the truth 40 % of the time.
package interval

import "math"

// z95 is the 97.5th percentile of the normal distribution: 95 % lie within it on both sides.
const z95 = 1.959963984540054

// Share is a part of a whole, with the interval that holds the true share in 95 cases of 100. All three are 0 to 1.
type Share struct {
	K, N      int     // k of n
	Part      float64 // k/n; NaN for n = 0
	Low, High float64 // Wilson's 95 % interval
}

// Of returns the share k of n. For n = 0 nothing is known: the interval is 0 to 1. A k outside 0 to n is brought inside.
//
// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212;
// recommended for all n by Brown, Cai and DasGupta, Statistical Science 16 (2001) 101–133.
func Of(k, n int) Share {
	if n <= 0 {
		return Share{Part: math.NaN(), High: 1}
	}
	k = min(max(k, 0), n)
	p, m := float64(k)/float64(n), float64(n)
	const zz = z95 * z95
	middle := (p + zz/(2*m)) / (1 + zz/m)
	half := z95 / (1 + zz/m) * math.Sqrt(p*(1-p)/m+zz/(4*m*m))
	s := Share{K: k, N: n, Part: p, Low: math.Max(0, middle-half), High: math.Min(1, middle+half)}
	if k == 0 {
		s.Low = 0 // exactly: the formula leaves a rounding error
	}
	if k == n {
		s.High = 1
	}
	return s
}

// Known reports whether there is anything to say: n is not zero.
func (s Share) Known() bool { return s.N > 0 }

// Few is the number below which a public cell is hidden: fewer than five can point at a person.
const Few = 5

// Small reports whether a cell must be hidden in a public table. An empty cell hides nobody and is shown. A single hidden
// cell in a row with a sum can be found by subtraction: see [Hide].
func Small(n int) bool { return n > 0 && n < Few }

// Hide says which cells of a row must be hidden when the row's sum is shown: the small ones, and where what they hide
// together would itself be fewer than Few or stand alone, the smallest of the others too.
func Hide(cells []int) []bool {
	hidden := make([]bool, len(cells))
	count, sum := 0, 0
	for i, n := range cells {
		if Small(n) {
			hidden[i], count, sum = true, count+1, sum+n
		}
	}
	for count > 0 && (count < 2 || sum < Few) {
		next := -1
		for i, n := range cells {
			if !hidden[i] && n > 0 && (next < 0 || n < cells[next]) {
				next = i
			}
		}
		if next < 0 {
			break // all that is not empty is hidden already: then the sum must be hidden too
		}
		hidden[next], count, sum = true, count+1, sum+cells[next]
	}
	return hidden
}

package interval_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tilltal/base/interval"
)

// Known values: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998)
// 857–872, table I, method 3 (Wilson score without correction).
func TestWilsonAgainstNewcombe(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		s := interval.Of(c.k, c.n)
		if math.Abs(s.Low-c.low) > 0.00005 || math.Abs(s.High-c.high) > 0.00005 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", c.k, c.n, s.Low, s.High, c.low, c.high)
		}
	}
}

// The limits are where the score test of the share just rejects: |p̂ − p| = z √(p(1−p)/n). That is the definition.
func TestWilsonIsTheScoreTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 100000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		s := interval.Of(k, n)
		if !(0 <= s.Low && s.Low <= s.Part && s.Part <= s.High && s.High <= 1) {
			t.Fatalf("%+v is out of order", s)
		}
		for _, p := range []float64{s.Low, s.High} {
			if want := 1.959963984540054 * math.Sqrt(p*(1-p)/float64(n)); p > 0 && p < 1 && math.Abs(math.Abs(s.Part-p)-want) > 1e-9 {
				t.Fatalf("%+v: the limit %v does not satisfy the test", s, p)
			}
		}
		other := interval.Of(n-k, n)
		if math.Abs(other.Low-(1-s.High)) > 1e-12 || math.Abs(other.High-(1-s.Low)) > 1e-12 {
			t.Fatalf("%+v and %+v are not mirrors", s, other)
		}
	})
}

// The measures page says that at n = 10 and a true share of 95 % Wilson covers the truth 91 % of the time. Exactly computed.
func TestCoverageAtTen(t *testing.T) {
	const n, p = 10, 0.95
	covered, choose := 0.0, 1.0
	for k := 0; k <= n; k++ {
		if s := interval.Of(k, n); s.Low <= p && p <= s.High {
			covered += choose * math.Pow(p, float64(k)) * math.Pow(1-p, float64(n-k))
		}
		choose = choose * float64(n-k) / float64(k+1)
	}
	if math.Abs(covered-0.914) > 0.001 {
		t.Errorf("covers %.4f", covered)
	}
}

func TestNothingIsKnownOfNothing(t *testing.T) {
	s := interval.Of(0, 0)
	if s.Known() || !math.IsNaN(s.Part) || s.Low != 0 || s.High != 1 {
		t.Errorf("%+v", s)
	}
	if s := interval.Of(12, 10); s.K != 10 || s.High != 1 || !s.Known() {
		t.Errorf("more than all: %+v", s)
	}
	if s := interval.Of(-1, 10); s.K != 0 || s.Low != 0 {
		t.Errorf("less than none: %+v", s)
	}
}

func TestSmallCells(t *testing.T) {
	for n, want := range map[int]bool{0: false, 1: true, 4: true, 5: false, 500: false} {
		if interval.Small(n) != want {
			t.Errorf("%d: %v", n, !want)
		}
	}
	for _, c := range []struct {
		cells []int
		want  []bool
	}{
		{[]int{10, 20, 30}, []bool{false, false, false}},
		{[]int{3, 20, 30}, []bool{true, true, false}}, // alone it could be found by subtraction
		{[]int{3, 4, 30}, []bool{true, true, false}},
		{[]int{1, 2, 30, 40}, []bool{true, true, true, false}}, // together they are three
		{[]int{3, 0, 0}, []bool{true, false, false}},
		{[]int{}, []bool{}},
	} {
		if got := interval.Hide(c.cells); !slices.Equal(got, c.want) {
			t.Errorf("%v hides %v, want %v", c.cells, got, c.want)
		}
	}
}

// No small cell is ever shown; and unless all the row is hidden, what is hidden is at least two cells and Few in sum, so that
// the row's sum does not give any of them away.
func TestHideProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOf(rapid.IntRange(0, 20)).Draw(t, "cells")
		hidden := interval.Hide(cells)
		count, sum, shown := 0, 0, 0
		for i, n := range cells {
			switch {
			case hidden[i]:
				count, sum = count+1, sum+n
			case interval.Small(n):
				t.Fatalf("%v shows %d", cells, n)
			case n > 0:
				shown++
			}
		}
		if count > 0 && shown > 0 && (count < 2 || sum < interval.Few) {
			t.Fatalf("%v hides %v: it can be found by subtraction", cells, hidden)
		}
	})
}

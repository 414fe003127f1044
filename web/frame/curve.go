package frame

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"tilltal/base/lingo"
)

// FigureView is a number with what it means: "94 % · fick svar inom ett dygn · 312 av 331 frågor".
type FigureView struct {
	Value   string
	Label   string // what it is
	Explain string // of how many, over what time, with what interval
	Tone    Tone
	Href    string // where the number comes from
}

// CurveView is a line over time. Every point has a label for the table that stands with the picture.
type CurveView struct {
	ID     string // unique on the page
	Title  string // "Svar inom ett dygn, per dag"
	About  string // the curve in a sentence, for those who do not see it
	Unit   string // of the values, in the table's head: "procent"
	Points []Point
	Target float64 // a line to compare with; 0 draws none
	Spark  bool    // small, beside a number: no axes
}

// Point is one value.
type Point struct {
	Label string
	Value float64
}

// The curve's own drawing board, in units of the SVG, with a little room at the edges for the stroke.
const (
	boardW, boardH = 640.0, 200.0
	edge           = 2.0
)

// most is the greatest amount that a curve tells apart from a greater one.
const most = 1e15

// amount is a value as it can be drawn: what is no number is nought.
func amount(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return min(most, max(-most, x))
}

// top is the scale's upper end: a round number at or over every value; for a spark, the greatest of them.
func (v CurveView) top() float64 {
	high := 0.0
	if !v.Spark {
		high = amount(v.Target)
	}
	for _, p := range v.Points {
		high = max(high, amount(p.Value))
	}
	switch {
	case high <= 0:
		return 1
	case v.Spark:
		return high
	}
	step := math.Pow(10, math.Floor(math.Log10(high)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*step >= high {
			return m * step
		}
	}
	return 10 * step
}

func (v CurveView) at(i int) (x, y float64) {
	width, height := boardW-2*edge, boardH-2*edge
	x = edge + width/2
	if len(v.Points) > 1 {
		x = edge + width*float64(i)/float64(len(v.Points)-1)
	}
	return x, edge + height*(1-v.share(v.Points[i].Value))
}

// floor is the scale's lower end: nought, but for a spark, which shows the way and not the amount, the least of its values.
func (v CurveView) floor() float64 {
	if !v.Spark || len(v.Points) == 0 {
		return 0
	}
	low := v.top()
	for _, p := range v.Points {
		low = min(low, amount(p.Value))
	}
	if low >= v.top() {
		return 0
	}
	return low
}

// share is a value's part of the scale, 0 to 1.
func (v CurveView) share(x float64) float64 {
	return min(1, max(0, (amount(x)-v.floor())/(v.top()-v.floor())))
}

// path is the line as SVG path data; area closes it to the floor.
func (v CurveView) path(area bool) string {
	var b strings.Builder
	for i := range v.Points {
		x, y := v.at(i)
		letter := "L"
		if i == 0 {
			letter = "M"
		}
		fmt.Fprintf(&b, "%s%s %s", letter, units(x), units(y))
	}
	if area && len(v.Points) > 0 {
		first, _ := v.at(0)
		last, _ := v.at(len(v.Points) - 1)
		fmt.Fprintf(&b, "L%s %sL%s %sZ", units(last), units(boardH), units(first), units(boardH))
	}
	return b.String()
}

// targetY is how high the line to compare with hangs.
func (v CurveView) targetY() string {
	return units(edge + (boardH-2*edge)*(1-v.share(v.Target)))
}

// ticks are the labels that there is room for below: the first, the middle and the last.
func (v CurveView) ticks() []int {
	switch n := len(v.Points); {
	case n == 0:
		return nil
	case n < 3:
		return []int{0, n - 1}[:n]
	default:
		return []int{0, n / 2, n - 1}
	}
}

func units(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

// Amount writes a value for reading, with the decimal sign of the language and at most one decimal.
func Amount(x float64, l lingo.Lang) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	s := units(x)
	if l == lingo.EN {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

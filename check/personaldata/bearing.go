package personaldata

import (
	"strconv"
	"strings"

	"tilltal/check"
)

// bearings notes places in degrees and minutes however the units are written, when both the north and the east are said:
// "59 grader 19 minuter nord, 18 grader 4 minuter öst", "N59 19.755 E018 04.116", "59:19:46 N 18:04:07 E".
func (r *reader) bearings() {
	for i := 0; i < len(r.low); i++ {
		if !isDigit(r.low[i]) || i > 0 && (isDigit(r.low[i-1]) || r.low[i-1] == '.' || r.low[i-1] == ',') {
			continue
		}
		north, said := angle(r.low, i)
		if north.end == i || north.v < 55 || north.v >= 70 {
			continue
		}
		from := i - axisBefore(r.low, i, norths)
		after := axisAfter(r.low, north.end, norths)
		if from == i && after == north.end {
			continue
		}
		at, more := r.east(after)
		if at > 0 && (said || more || north.exact > 0) && r.free(from, at) {
			r.placeFound(from, at, check.Likely)
			i = at - 1
		}
	}
}

// east reads an easting soon after a place, and returns the byte after it; 0 when there is none. Said is when its units are in words.
func (r *reader) east(i int) (end int, said bool) {
	at := i
	for at < len(r.low) && at-i < 16 && !isDigit(r.low[at]) && r.low[at] != '.' {
		at++
	}
	if at == len(r.low) || !isDigit(r.low[at]) {
		return 0, false
	}
	a, said := angle(r.low, at)
	end = axisAfter(r.low, a.end, easts)
	if a.end == at || a.v < 10 || a.v >= 25 || axisBefore(r.low, at, easts) == 0 && end == a.end {
		return 0, false
	}
	return end, said
}

var (
	norths = strings.Fields("nordlig norrut north nord norr latitud lat n")
	easts  = strings.Fields("östlig österut longitud öster east long lon öst ost e ö o")
)

// axisBefore returns how many bytes before i hold the name of an axis and the signs after it; 0 when there is none.
func axisBefore(s string, i int, names []string) int {
	end := i
	for end > 0 && i-end < 3 && strings.IndexByte(" :=.", s[end-1]) >= 0 {
		end--
	}
	for _, name := range names {
		if strings.HasSuffix(s[:end], name) && !wordAt(s, end-len(name)-1) {
			return i - end + len(name)
		}
	}
	return 0
}

// axisAfter returns the byte after the name of an axis at i; i when there is none.
func axisAfter(s string, i int, names []string) int {
	at := pass(s, i, " (", 2)
	for _, name := range names {
		if strings.HasPrefix(s[at:], name) && !wordAt(s, at+len(name)) {
			return at + len(name)
		}
	}
	return i
}

// arc is a part of a circle: how many degrees, how many decimals or smaller units it is said with, and the byte after it.
type arc struct {
	v          float64
	exact, end int
}

// angle reads degrees, minutes and seconds; said is when a unit is in words. The end is i when there are none.
func angle(s string, i int) (t arc, said bool) {
	t.end = i
	worth := 1.0
	for n, unit := range units {
		at := t.end
		if n > 0 {
			at = pass(s, at, " :-,", 2)
		}
		v, end, decimals := decimal(s, at)
		if end == at || n > 0 && (v >= 60 || at == t.end && !strings.ContainsAny(s[at-1:at], "°'o\"rtd")) {
			break
		}
		t.v, t.exact, t.end = t.v+v/worth, t.exact+decimals+2*n, end
		worth *= 60
		at = pass(s, end, " ", 1)
		for _, name := range unit {
			if strings.HasPrefix(s[at:], name) && !(isLetter(name[0]) && at+len(name) < len(s) && isLetter(s[at+len(name)])) {
				t.end, said = at+len(name), said || len(name) > 2
				break
			}
		}
		if decimals > 0 {
			break
		}
	}
	return t, said
}

var units = [3][]string{{"°", "grader", "grad", "degrees", "deg", "o"}, {"minuter", "minut", "minutes", "min", "'"}, {"sekunder", "sekund", "seconds", "sek", "sec", "''", "\""}}

// decimal reads at most three digits, and decimals after them.
func decimal(s string, i int) (v float64, end, decimals int) {
	if end = digits(s, i, 3); end == i {
		return 0, i, 0
	}
	point := end
	if end+1 < len(s) && (s[end] == '.' || s[end] == ',') && isDigit(s[end+1]) {
		for end++; digitAt(s, end) && end-point < 12; {
			end++
		}
		decimals = end - point - 1
	}
	v, err := strconv.ParseFloat(strings.Replace(s[i:end], ",", ".", 1), 64)
	if err != nil {
		return 0, i, 0
	}
	return v, end, decimals
}

// grids notes places in the metres of SWEREF 99 TM or RT 90 that are written in groups or the east first, and in the squares of MGRS:
// "N 6 580 822, E 674 032", "E 674032 N 6580822", "33V XF 74032 80822".
func (r *reader) grids() {
	for i := 0; i < len(r.low); i++ {
		if !isDigit(r.low[i]) || i > 0 && (isDigit(r.low[i-1]) || strings.IndexByte(".,-/:", r.low[i-1]) >= 0) {
			continue
		}
		if end := square(r.s, i); end > i && !wordAt(r.s, i-1) && r.free(i, end) {
			r.placeFound(i, end, check.Likely)
			i = end - 1
			continue
		}
		first, end := metres(r.low, i)
		if !northing(first) && !easting(first) || wordAt(r.low, i-1) && axisBefore(r.low, i, axes) == 0 {
			continue
		}
		if stop := r.metresAfter(i, end, first); stop > 0 {
			i = stop - 1
		}
	}
}

// metresAfter reads the other metres after the first, notes the place, and returns the byte after it; 0 when there is none.
func (r *reader) metresAfter(from, end int, first float64) int {
	at := axisAfter(r.low, end, axes)
	at = pass(r.low, at, " ,;/\n", 3)
	for _, name := range axes {
		if strings.HasPrefix(r.low[at:], name) && (at == end || !wordAt(r.low, at-1)) && !(at+len(name) < len(r.low) && isLetter(r.low[at+len(name)])) {
			at = pass(r.low, at+len(name), " :=", 3)
			break
		}
	}
	if at == end {
		return 0
	}
	second, stop := metres(r.low, at)
	if !(northing(first) && easting(second) || easting(first) && northing(second)) || wordAt(r.low, stop) || r.amount(stop) || !r.free(from, stop) {
		return 0
	}
	if cued(r.before(from, 24), sums) {
		return 0
	}
	named := axisBefore(r.low, from, axes) > 0 || cued(r.before(from, 30), []string{"sweref", "rt90", "rt 90", "koordinat"})
	r.placeFound(from, stop, pick(named, check.Likely, check.Possible))
	return stop
}

// sums stand before amounts, which may be as long as two figures of a grid.
var sums = []string{"kr", "sek", "budget", "kostar", "kostnad", "summa", "belopp", "betala", "pris", "intäkt", "invånare", "antal", "omsättning", "resultat"}

var axes = strings.Fields("northing easting nord norr öster öst ost n e ö o x y")

func northing(v float64) bool { return v >= 6_100_000 && v < 7_700_000 }

func easting(v float64) bool { return v >= 250_000 && v < 950_000 || v >= 1_200_000 && v < 1_900_000 }

// metres reads six or seven digits, together or in groups of three.
func metres(s string, i int) (v float64, end int) {
	var b []byte
	for end = i; digitAt(s, end) && len(b) < 8; end++ {
		b = append(b, s[end])
	}
	first := len(b)
	for (first == 1 || first == 3) && len(b) < 6 && end+3 < len(s) && s[end] == ' ' && digits(s, end+1, 3) == end+4 {
		b = append(b, s[end+1:end+4]...)
		end += 4
	}
	if len(b) != 6 && len(b) != 7 || digitAt(s, end) {
		return 0, i
	}
	v, _ = strconv.ParseFloat(string(b), 64)
	return v, end
}

// square returns the byte after a square of MGRS in Sweden from its zone: 33V XF 74032 80822; i when there is none.
func square(s string, i int) int {
	if i+9 > len(s) || s[i] != '3' || s[i+1] < '2' || s[i+1] > '5' || s[i+2] != 'V' && s[i+2] != 'W' {
		return i
	}
	at := pass(s, i+3, " ", 1)
	if at+2 > len(s) || s[at] < 'A' || s[at] > 'Z' || s[at+1] < 'A' || s[at+1] > 'Z' {
		return i
	}
	at = pass(s, at+2, " ", 1)
	end := digits(s, at, 10)
	if next := pass(s, end, " ", 1); next > end && end-at >= 3 && digits(s, next, 5)-next == end-at {
		return digits(s, next, 5)
	}
	if n := end - at; n < 6 || n%2 == 1 || wordAt(s, end) {
		return i
	}
	return end
}

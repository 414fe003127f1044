package personaldata

import (
	"strconv"
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

// coordinates notes places on the map inside Sweden: WGS 84 in decimals or in degrees, minutes and seconds, and SWEREF 99 TM.
func (r *reader) coordinates() {
	r.openCodes()
	for i := 0; i < len(r.s); i++ {
		if !isDigit(r.s[i]) || wordAt(r.s, i-1) && !axis(r.s, i-1) && axisBefore(r.low, i, norths) == 0 || i > 0 && r.s[i-1] == '.' {
			continue
		}
		first, end, exact := figure(r.s, i)
		next := i
		if inside(first, exact) {
			next = r.pair(i, end, first, exact)
		}
		i = max(next, end) - 1
	}
	r.bearings()
	r.grids()
}

// openCodes notes a place that is said by a code: 9FFW83MP+QG (Open Location Code), ///tre.små.ord (what3words).
func (r *reader) openCodes() {
	for i := 0; i < len(r.low); i++ {
		switch {
		case r.low[i] == '+' && r.free(i, i+1):
			from := i
			for from > 0 && i-from < 8 && codeByte(r.low[from-1]) {
				from--
			}
			end := i + 1
			for end < len(r.low) && end-i < 4 && codeByte(r.low[end]) {
				end++
			}
			town := end+1 < len(r.s) && (r.s[end] == ' ' || r.s[end] == ',') && strings.ContainsAny(r.s[from:i], "23456789") && strings.ToUpper(r.s[from:end]) == r.s[from:end]
			if end-i >= 3 && !wordAt(r.low, end) && !wordAt(r.low, from-1) && (i-from == 8 && r.low[from] == '9' || i-from == 4 && town && strings.ContainsAny(r.low[from:end], "cfghjmpqrvwx")) {
				r.placeFound(from, end, pick(i-from == 8, check.Likely, check.Possible))
			}
		case strings.HasPrefix(r.low[i:], "///") && (i == 0 || r.low[i-1] != ':' && r.low[i-1] != '/'):
			r.threeWords(i, i+3)
		case strings.HasPrefix(r.low[i:], "w3w.co/"):
			r.threeWords(i, i+7)
		}
	}
}

// threeWords notes three words with points between, from at.
func (r *reader) threeWords(from, at int) {
	points, end := 0, at
	for end < len(r.low) && end-at < 60 && (isLetter(r.low[end]) || r.low[end] == '.' && end+1 < len(r.low) && isLetter(r.low[end+1])) {
		if r.low[end] == '.' {
			points++
		}
		end++
	}
	if points == 2 && r.free(from, end) {
		r.placeFound(from, end, check.Likely)
	}
}

func codeByte(c byte) bool { return strings.IndexByte("23456789cfghjmpqrvwx", c) >= 0 }

func (r *reader) placeFound(from, to int, g check.Grade) {
	r.found(ruleCoordinates, from, to, g,
		lingo.T("Det här är en plats på kartan, på några meter när.", "This is a place on the map, to within a few metres."),
		lingo.T("Bor eller vistas någon just där? Skriv stadsdelen eller orten i stället.", "Does somebody live or stay just there? Write the district or the town instead."))
}

func axis(s string, i int) bool { return strings.IndexByte("NEne", s[i]) >= 0 && !wordAt(s, i-1) }

// inside reports whether a figure can be a northing or latitude in Sweden.
func inside(v float64, exact int) bool {
	return v >= 55 && v < 70 && exact >= 3 || v >= 10 && v < 25 && exact >= 4 || v >= 6_100_000 && v < 7_700_000
}

// pair reads the easting after a northing and notes both. It returns the byte after them, or from.
func (r *reader) pair(from, end int, north float64, exact int) int {
	at := end
	for at < len(r.s) && at-end < 16 && !isDigit(r.s[at]) {
		if c := r.low[at]; strings.IndexByte(" ,;/neöo°'\"lgitudxywrs:=-+()\x1am&\n", c) < 0 && c < 0x80 {
			return from
		}
		at++
	}
	if at >= len(r.s) || at == end || !isDigit(r.s[at]) {
		return from
	}
	east, stop, alike := figure(r.s, at)
	for stop < len(r.s) && strings.IndexByte("\"'EÖO°", r.s[stop]) >= 0 {
		stop++
	}
	g := check.None
	switch {
	case north > 1000 && (east >= 250_000 && east < 950_000 || east >= 1_200_000 && east < 1_900_000): // SWEREF 99 TM, RT 90
		g = check.Likely
	case north < 25 && east >= 55 && east < 70 && alike >= 4: // the longitude first, as machines write it
		g = check.Likely
	case north >= 55 && north < 1000 && east >= 10 && east < 25 && alike >= 3:
		g = pick(exact >= 4 && alike >= 4, check.Likely, check.Possible)
	}
	if g == check.None || !r.free(from, stop) {
		return from
	}
	r.placeFound(from, stop, g)
	return stop
}

// figure reads a decimal figure, or degrees, minutes and seconds; exact is how many decimals it is worth.
func figure(s string, i int) (v float64, end, exact int) {
	end = i
	for digitAt(s, end) && end-i < 9 {
		end++
	}
	v, _ = strconv.ParseFloat(s[i:end], 64)
	if digitAt(s, end) {
		for digitAt(s, end) {
			end++
		}
		return 0, end, 0
	}
	if end < len(s) && (s[end] == '.' || s[end] == ',') && digitAt(s, end+1) {
		dot := end
		for end++; digitAt(s, end); {
			end++
		}
		f, _ := strconv.ParseFloat("0."+s[dot+1:min(end, dot+16)], 64)
		return v + f, end, end - dot - 1
	}
	return degrees(s, end, v)
}

// degrees reads the minutes and seconds after a degree sign.
func degrees(s string, end int, v float64) (float64, int, int) {
	rest, ok := strings.CutPrefix(s[end:], "°")
	if !ok {
		return v, end, 0
	}
	exact, unit := 0, 60.0
	for range 2 {
		trimmed := strings.TrimLeft(rest, " ")
		n, point := 0, 0
		for n < len(trimmed) && n < 8 && (isDigit(trimmed[n]) || (trimmed[n] == '.' || trimmed[n] == ',') && n > 0) {
			if n++; !isDigit(trimmed[n-1]) {
				point = n
			}
		}
		if n == 0 || n >= len(trimmed) || trimmed[n] != '\'' && trimmed[n] != '"' {
			break
		}
		f, err := strconv.ParseFloat(strings.Replace(trimmed[:n], ",", ".", 1), 64)
		if err != nil {
			break
		}
		v += f / unit
		unit *= 60
		if exact += 2; point > 0 {
			exact += n - point
		}
		rest = trimmed[n+1:]
	}
	return v, len(s) - len(rest), exact
}

package personaldata

import (
	"strings"

	"tilltal/check"
)

var months = map[string]int{"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}

// dates finds a date of birth written as dates are said, day first, with four digits after it: "9 juli 1985-9805", "född 9/7
// 1985, sista fyra 9805".
func (r *reader) dates() {
	for i := 0; i < len(r.low); i++ {
		if !isDigit(r.low[i]) || wordAt(r.low, i-1) {
			continue
		}
		date, stop := r.dayFirst(i)
		if stop == 0 {
			continue
		}
		if end := r.fourAfter(i, stop, date); end > i {
			i = end - 1
		}
	}
}

// dayFirst reads a day, a month and a year from i. It returns the date as YYYYMMDD and the byte after it; 0 when there is none.
func (r *reader) dayFirst(i int) (ymd string, end int) {
	day, at := r.small(i)
	if day == 0 || day > 31 {
		return "", 0
	}
	at = pass(r.low, at, " /.-", 2)
	month, next := r.small(at)
	if month == 0 {
		next = at
		for next < len(r.low) && isLetter(r.low[next]) && next-at < 10 {
			next++
		}
		month = months[r.low[at:next]]
	}
	if month == 0 || month > 12 {
		return "", 0
	}
	from := pass(r.low, next, " /.-,", 2)
	to := digits(r.low, from, 4)
	if to-from != 4 && !(to-from == 2 && from > next) {
		return "", 0
	}
	year := r.low[from:to]
	if len(year) == 2 {
		year = "19" + year
	} else if year < "1850" || year > "2099" {
		return "", 0
	}
	return year + pair(month) + pair(day), to
}

func pair(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// small reads one or two digits that stand by themselves; 0 when there are none.
func (r *reader) small(i int) (n, end int) {
	end = digits(r.low, i, 2)
	for _, d := range []byte(r.low[i:end]) {
		n = n*10 + int(d-'0')
	}
	return n, end
}

func pass(s string, i int, signs string, most int) int {
	for n := 0; n < most && i < len(s) && strings.IndexByte(signs, s[i]) >= 0; n++ {
		i++
	}
	return i
}

// fourAfter looks for the last four after a date, notes the identity number that they make, and returns the byte after it.
func (r *reader) fourAfter(from, dateEnd int, ymd string) int {
	at := dateEnd
	for at < len(r.s) && at-dateEnd < 40 && !isDigit(r.s[at]) && r.s[at] != '\n' {
		at++
	}
	end := digits(r.s, at, 4)
	if end-at != 4 || at == dateEnd || wordAt(r.s, end) || !r.free(from, end) {
		return from
	}
	between := strings.TrimSpace(r.low[dateEnd:at])
	g := check.None
	switch {
	case strings.Contains(between, "sist") || strings.Contains(between, "siff") || strings.Contains(between, "nummer") || strings.Contains(between, "streck"):
		g = check.Certain
	case between == "-" || between == "/" || between == "+":
		g = check.Likely
	case len(between) < 3 && !strings.ContainsFunc(between, func(c rune) bool { return isLetter(byte(c)) }) && cued(r.before(from, 40), identityCues):
		g = check.Likely
	}
	c := &cluster{letter: -1, digits: []byte(ymd + r.s[at:end]), groups: []group{{start: from, end: dateEnd, to: 8}, {start: at, end: end, from: 8, to: 12, sep: "-"}}}
	n, ok := identity(c, 0, 2)
	if g == check.None || !ok || !luhn(n.ten) {
		return from
	}
	r.identityFound(n, g)
	return end
}

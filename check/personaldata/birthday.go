package personaldata

import "strings"

var months = map[string]int{"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "oct": 10}

// dates finds a date of birth written as dates are said, with four digits after it: "9 juli 1985-9805", "född 9/7 1985, sista
// fyra 9805", "July 9, 1985 (9805)", "1985-7-9 nr 9805"; or with the four before it: "9805 (1985-07-09)".
func (r *reader) dates() {
	for i := 0; i < len(r.low); i++ {
		if wordAt(r.low, i-1) || !wordAt(r.low, i) {
			continue
		}
		date, stop := r.dateAt(i)
		if stop == 0 {
			continue
		}
		end := r.ended(i, stop, date)
		if turned := date[:4] + date[6:] + date[4:6]; end == i && date[6:] <= "12" && strings.Contains(r.low[i:stop], "/") && stop-i >= 8 {
			end = r.ended(i, stop, turned) // the month first
		}
		if end > i {
			i = end - 1
		}
	}
}

// ended looks for the last four beside a date, and notes the identity number that they make. It returns the byte after it, or from.
func (r *reader) ended(from, stop int, ymd string) int {
	if end := r.fourAfter(from, stop, ymd); end > from {
		return end
	}
	if end := r.fourBefore(from, stop, ymd); end > from {
		return end
	}
	return r.toldBefore(from, stop, ymd)
}

// dateAt reads a date from i, in any order that people write one in.
func (r *reader) dateAt(i int) (ymd string, end int) {
	if !isDigit(r.low[i]) {
		if ymd, end = r.monthFirst(i); end > 0 {
			return ymd, end
		}
		return r.dayFirst(i)
	}
	if ymd, end = r.dayFirst(i); end > 0 {
		return ymd, end
	}
	return r.yearFirst(i)
}

// dayFirst reads a day, a month and a year from i. It returns the date as YYYYMMDD and the byte after it; 0 when there is none.
func (r *reader) dayFirst(i int) (ymd string, end int) {
	day, at := r.small(i)
	if day == 0 {
		day, at = r.ordinal(i)
	}
	if day == 0 || day > 31 {
		return "", 0
	}
	at = pass(r.low, ordinal(r.low, at), " /.-", 2)
	month, next := r.small(at)
	if month == 0 {
		month, next = r.month(at)
	}
	if rest, ok := strings.CutPrefix(r.low[at:], "i "); ok && month == 0 {
		month, next = r.ordinal(len(r.low) - len(rest)) // nionde i sjunde
	}
	if month > 12 && day <= 12 {
		day, month = month, day // 07/09/1985, the month first
	}
	if month == 0 || month > 12 || day > 31 {
		return "", 0
	}
	from := pass(r.low, next, " /.-,'", 2)
	year, to := r.year(from)
	if len(year) != 4 && !(len(year) == 2 && from > next) {
		return "", 0
	}
	if len(year) == 2 {
		year = "19" + year
	} else if year < "1850" || year > "2099" {
		return "", 0
	}
	return year + pair(month) + pair(day), to
}

// year reads a year in digits, or as it is said: nittonhundraåttiofem.
func (r *reader) year(i int) (year string, end int) {
	if end = digits(r.low, i, 4); end > i {
		return r.low[i:end], end
	}
	for end = i; end < len(r.low) && isLetter(r.low[end]) && end-i < longestNumeral; {
		end++
	}
	if said := numerals[r.low[i:end]]; len(said) == 4 || len(said) == 2 {
		return said, end
	}
	return "", i
}

// days are the days of a month as they are said.
var days = func() map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields(`första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde
		tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta`) {
		m[w] = i + 1
	}
	return m
}()

// ordinal reads a day as it is said; 0 when there is none.
func (r *reader) ordinal(i int) (n, end int) {
	for end = i; end < len(r.low) && isLetter(r.low[end]) && end-i < 18; {
		end++
	}
	return days[r.low[i:end]], end
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

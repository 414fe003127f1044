package personaldata

import (
	"slices"
	"strings"

	"tilltal/check"
)

// monthFirst reads "July 9, 1985" from i.
func (r *reader) monthFirst(i int) (ymd string, end int) {
	month, at := r.month(i)
	if month == 0 {
		return "", 0
	}
	day, next := r.small(pass(r.low, at, " .", 2))
	from := pass(r.low, ordinal(r.low, next), " ,", 2)
	to := digits(r.low, from, 4)
	if day == 0 || day > 31 || to-from != 4 || !century(r.low[from:to]) {
		return "", 0
	}
	return r.low[from:to] + pair(month) + pair(day), to
}

// yearFirst reads 1985-07-09, 1985-7-9, "1985 juli 9", 19850709 or "år 1985 månad 7 dag 9" from its first digit.
func (r *reader) yearFirst(i int) (ymd string, end int) {
	switch end = digits(r.low, i, 8); end - i {
	case 8:
		if ymd = r.low[i:end]; century(ymd[:4]) && two([]byte(ymd[4:])) <= 12 {
			return ymd, end
		}
		if century(ymd[4:]) {
			return ymd[4:] + ymd[2:4] + ymd[:2], end // day first
		}
	case 6:
		ymd = r.low[i:end] // the century says nothing about the check digit
		if month, day := two([]byte(ymd[2:])), two([]byte(ymd[4:])); month > 12 || day%60 > 31 {
			ymd = ymd[4:] + ymd[2:4] + ymd[:2] // day first
		}
		return "19" + ymd, end
	case 4:
		year := r.low[i:end]
		month, at := r.datePart(end, "mån", "month")
		day, stop := r.datePart(at, "dag", "day")
		if month > 12 && day <= 12 {
			month, day = day, month // 1985, 9 juli
		}
		if month > 0 && month <= 12 && day > 0 && century(year) {
			return year + pair(month) + pair(day), stop
		}
	}
	return "", 0
}

// datePart reads the month or the day that follows a year: after a sign or a blank, or after its own name.
func (r *reader) datePart(i int, names ...string) (n, end int) {
	at := pass(r.low, i, " -/.,:;\n", 3)
	for _, name := range names {
		if strings.HasPrefix(r.low[at:], name) {
			for at < len(r.low) && isLetter(r.low[at]) {
				at++
			}
			at = pass(r.low, at, " :=", 3)
			break
		}
	}
	if at == i {
		return 0, i
	}
	if n, end = r.small(at); n == 0 {
		n, end = r.month(at)
	}
	return n, end
}

// month reads the name of a month; 0 when there is none.
func (r *reader) month(i int) (n, end int) {
	end = i
	for end < len(r.low) && isLetter(r.low[end]) && end-i < 10 {
		end++
	}
	if n = months[r.low[i:end]]; n == 0 && i > 0 && r.low[i-1] == '/' {
		n = 1 + slices.Index(romans, r.low[i:end])
	}
	return n, end
}

// romans are the months as some write them after the day: 9/VII 1985.
var romans = strings.Fields("i ii iii iv v vi vii viii ix x xi xii")

// ordinal returns the byte after the ending of a day: 9:e, 9e, 9th.
func ordinal(s string, i int) int {
	for _, e := range []string{":e", ":a", "e", "th", "st", "nd", "rd"} {
		if strings.HasPrefix(s[i:], e) && !wordAt(s, i+len(e)) {
			return i + len(e)
		}
	}
	return i
}

func century(year string) bool { return year >= "1850" && year <= "2099" }

// fourAfter looks for the last four after a date, notes the identity number that they make, and returns the byte after it.
func (r *reader) fourAfter(from, dateEnd int, ymd string) int {
	at, lines := dateEnd, 0
	if cued(r.before(from, 40), identityCues) {
		lines = 1 // "Född: 1985-07-09", and "Nr: 9805" below
	}
	for at < len(r.s) && at-dateEnd < 40 && !isDigit(r.s[at]) && (r.s[at] != '\n' || lines > 0) {
		if r.s[at] == '\n' {
			lines--
		}
		at++
	}
	end := r.allFour(stretch{at, digits(r.s, at, 4)}).End
	between := strings.Trim(r.low[dateEnd:at], " .,;:()[]\"'\n")
	four := plainDigits(r.s[at:end])
	if len(four) != 4 || end-at > 4 && !strings.Contains(between, "sist") {
		between, four, end = r.saidAfter(dateEnd)
	}
	if len(four) != 4 || at == dateEnd || wordAt(r.s, end) || !r.free(from, end) {
		return from
	}
	g := r.ending(from, dateEnd, end, between, ymd, four)
	n, ok := birth(from, dateEnd, at, end, ymd, four)
	if written := plainDigits(r.low[from:dateEnd]); written != ymd[2:] && asWritten(written, four) {
		return from // the year first: a coordination number may look like a day first
	}
	if ok && g == check.Certain && !luhn(n.ten) { // who has a coordination number is born on a common day
		n, ok = birth(from, dateEnd, at, end, ymd[:6]+string(ymd[6]+6)+ymd[7:], four)
		g = check.Possible
	}
	if g == check.None || !ok || !luhn(n.ten) {
		return from
	}
	r.identityFound(n, g)
	return end
}

// asWritten reports whether six digits and four are an identity number in the order in which they stand.
func asWritten(six, four string) bool {
	if digits(six, 0, 6) != 6 {
		return false
	}
	n, ok := identity(&cluster{letter: -1, digits: []byte(six + four), groups: []group{{to: 6}, {from: 6, to: 10, sep: "-"}}}, 0, 2)
	return ok && luhn(n.ten)
}

// ending tells how sure the words between a date and four digits make us that they are the end of an identity number.
func (r *reader) ending(from, dateEnd, end int, between, ymd, four string) check.Grade {
	spoken := !clustered(r.low[from:dateEnd])
	known := cued(r.before(from, 40), identityCues)
	switch {
	case strings.Contains(between, "siff") || strings.Contains(between, "streck") || strings.Contains(between, "personnummer") || strings.Contains(between, "födelsenummer"):
		return check.Certain
	case strings.Contains(between, "sist") || strings.Contains(between, "last"):
		_, behind, _ := strings.Cut(between, "st")
		return pick(endSaid(strings.TrimPrefix(behind, "a")), check.Certain, pick(known, check.Possible, check.None))
	case spoken && (between == "-" || between == "/" || between == "+"):
		return check.Likely
	case known && (spoken || between != "") && linking[between]:
		return pick(clockOrYear(four), pick(r.counted(end), check.None, check.Possible), check.Likely)
	case !spoken && between == "-" && !strings.HasPrefix(r.low[from:], ymd[:4]) && !strings.HasPrefix(r.low[from:], ymd[2:]):
		return check.Possible // day first, with the look of the other order
	case strings.Contains(between, "slutar"):
		return check.Likely
	case spoken && linking[between] && !r.counted(end) && !clockOrYear(four):
		return check.Possible
	}
	return check.None
}

// clustered reports whether a date is written as YYMMDD, YYYYMMDD or YYYY-MM-DD: those are read with the digits around them.
func clustered(date string) bool {
	plain := plainDigits(date)
	return strings.Trim(plain, "0123456789") == "" && (date == plain || len(date) == 10 && date[4] == '-')
}

// linking are words that may stand between a date of birth and the end of the number.
var linking = words("nr nummer num no och sen sedan samt med plus id")

func init() {
	for _, s := range []string{"", "och sen", "och sedan", "och så", "och med", "and then"} {
		linking[s] = true
	}
}

// clockOrYear reports whether four digits are more likely a time of the day or a year.
func clockOrYear(four string) bool {
	return four >= "1900" && four <= "2060" || four < "2360" && four[2] < '6' && (four[3] == '0' || four[3] == '5')
}

// counted reports whether a word follows the digits, as after a number of things: 1400 besökare, 1500 kr. Small words are no things.
func (r *reader) counted(end int) bool {
	rest := r.low[end:min(len(r.low), end+12)]
	if len(rest) < 2 || rest[0] != ' ' || !isLetter(rest[1]) {
		return len(rest) > 0 && rest[0] == '-'
	}
	return !smallWords[rest[1:run(rest, 1)]]
}

// smallWords are what may follow a number in a sentence that goes on.
var smallWords = words("är om och som men för att så i på hos hej tack ska skulle har hade kan vill gäller stämmer eller när nu samt till med inte borde bor från var vart is and if")

// saidAfter reads four digits that are said in words after a date, behind a word that says that they are the end.
func (r *reader) saidAfter(dateEnd int) (between, four string, end int) {
	stop := min(len(r.low), dateEnd+100)
	at := strings.Index(r.low[dateEnd:stop], "sist")
	if at < 0 || at > 24 {
		return "", "", dateEnd
	}
	for i := dateEnd + at; i < stop && len(four) < 4; {
		if !wordAt(r.low, i) {
			i++
			continue
		}
		next := run(r.low, i)
		said := numeralsIn(r.low[i:next])
		switch {
		case said != "" && !(four == "" && said == "4"): // "sista fyra" is not its first digit
			four += said
		case four != "":
			return "", "", dateEnd
		}
		i, end = next, next
	}
	return "sist", four, end
}

// fourBefore looks for the last four right before a whole date: "9805-19850709", "9805 (1985-07-09)".
func (r *reader) fourBefore(from, dateEnd int, ymd string) int {
	at := from
	for at > 0 && from-at < 4 && strings.IndexByte(" -(/,;:\n\"", r.s[at-1]) >= 0 {
		at--
	}
	if at < 4 || dateEnd-from < 8 || !r.free(at-4, dateEnd) || wordAt(r.s, at-5) || wordAt(r.s, dateEnd) || at > 4 && joint(r.s[at-5:at-4]) {
		return from
	}
	four := r.s[at-4 : at]
	if before := strings.TrimRight(r.low[:at-4], " "); before != "" && (isLetter(before[len(before)-1]) || before[len(before)-1] == '.') && !strings.HasSuffix(before, " är") {
		return from // "rum 3903, 2024-07-12": the number of something
	}
	if plainDigits(four) != four || digits(four, 0, 4) != 4 || at == from || clockOrYear(four) {
		return from
	}
	n, ok := birth(at-4, at, from, dateEnd, ymd, four)
	if !ok || !luhn(n.ten) {
		return from
	}
	r.identityFound(n, check.Possible)
	return dateEnd
}

// toldBefore looks for the last four before a date, behind the word that says so: "sista fyra är 9805, född 9 juli 1985".
func (r *reader) toldBefore(from, dateEnd int, ymd string) int {
	four := r.partBefore(from)
	before := r.before(four.Start, 30)
	at := strings.LastIndex(before, "sista")
	if at < 0 || len(four.of(r.s)) != 4 || digits(four.of(r.s), 0, 4) != 4 || !endSaid(before[at:]) || !r.free(four.Start, dateEnd) {
		return from
	}
	n, ok := birth(four.Start, four.End, from, dateEnd, ymd, four.of(r.s))
	if !ok || !luhn(n.ten) {
		return from
	}
	r.identityFound(n, check.Certain)
	return dateEnd
}

// birth is the identity number that a date and four digits make; a to b is where the first of the two stands, c to d the other.
func birth(a, b, c, d int, ymd, four string) (candidate, bool) {
	return identity(&cluster{letter: -1, digits: []byte(ymd + four), groups: []group{{start: a, end: b, to: 8}, {start: c, end: d, from: 8, to: 12, sep: "-"}}}, 0, 2)
}

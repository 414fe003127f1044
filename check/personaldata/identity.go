package personaldata

import (
	"slices"
	"strings"
	"time"

	"tilltal/base/lingo"
	"tilltal/check"
)

// How sure the shape of a number alone makes us that it is an identity number, as log-odds. Sizes of the groups of digits;
// ":" is ten and "<" twelve. A shape that is not listed is odd: it is believed only when the number stands by itself.
var shapes = map[string]float64{
	"84": 4, "64": 3, "<": 3, ":": 1, "4224": 3, "2224": 2, "444": 1, "622": .5, "822": .5, "631": .5, "831": .5, "42222": .5, "22222": 0,
	"22231": 0, "42231": 0, "264": 1, "22224": 1, "2:": 1, "23322": .5, "1111111111": 1.5, "111111111111": 1.5, "46": 0, "48": 0, "66": .5, "442": 0, "244": 0, "2244": 0,
	"426": 0, "226": 0, "61111": .5, "81111": .5,
}

const (
	prior    = -4.0 // of a number that holds a date
	checksum = 3.0
	cue      = 4.0
	oddShape = -1.0
	surely   = 2.0 // from here certain
	probably = 0.0 // from here likely
	perhaps  = -3.5
)

var (
	identityCues = slices.Concat(numberCues, []string{"född", "födelse"})
	numberCues   = []string{"pnr", "p.nr", "p-nr", "personn", "personid", "pers.nr", "persnr", "pers nr", "samordningsn", "id-n", "idnummer", "id nr", "reservn",
		"t-nummer", "tillfälligt nummer", "socialförsäkringsn", "identity number", "personal number", "ssn"}
	otherCues = []string{"ocr", "tel", "mobil", "ring", "faktura", "kundn", "order", "ean", "artikel", "bankgiro", "bg", "plusgiro", "pg", "isbn", "issn", "dnr", "diarien",
		"ärenden", "ref", "refer", "betalningsref", "best.nr", "bokningsn", "gtin", "upc", "gln", "swish", "kolli", "spårning", "serien", "version", "kl", "timestamp", "tidsstämpel", "organisationsn", "orgn", "org.nr", "org nr", "streckkod",
		"sn", "s/n", "serial", "part no", "device", "chassi", "batch", "lot", "lotn", "kod", "koden", "licens", "projekt", "avtal", "kontrakt", "modell", "typ", "rev", "reservdel", "inventarien", "ritning",
		"medlemsn", "medlems-", "biljett", "kvitto", "tracking", "mätarn", "anläggnings", "kund-id", "kundid", "protokoll", "lösenord"}
)

// candidate is groups [a, b) of a cluster, read as an identity number.
type candidate struct {
	c     *cluster
	a, b  int
	shape string
	ten   []byte // the last ten digits
	year  int    // with century when written; else 0–99 and short
	short bool
	coord bool // the day is 60 higher
	vague bool // the month or the day is not known
}

// identity reads groups [a, b) as an identity number; ok is false when they hold no date or no serial number.
func identity(c *cluster, a, b int) (n candidate, ok bool) {
	d := c.digits[c.groups[a].from:c.groups[b-1].to]
	if c.letter >= 0 && c.letter >= c.groups[a].from && c.letter < c.groups[b-1].to && c.letter != c.groups[b-1].to-4 {
		return n, false
	}
	n = candidate{c: c, a: a, b: b, shape: c.shape(a, b), ten: d[len(d)-10:], short: len(d) == 10}
	n.year = two(d)
	if !n.short {
		n.year = n.year*100 + two(d[2:])
		if n.year < 1850 || n.year > 2099 {
			return n, false
		}
	}
	month, day := two(n.ten[2:]), two(n.ten[4:])
	if n.coord = day >= 60; n.coord {
		day -= 60
		if n.vague = !date(n.year, n.short, month, day); n.vague && month <= 12 && day <= 31 {
			month, day = 1, 1 // a coordination number may leave the month or the day unknown, or have one that does not exist
		}
	}
	return n, date(n.year, n.short, month, day) && string(n.ten[6:9]) != "000"
}

func two(d []byte) int { return int(d[0]-'0')*10 + int(d[1]-'0') }

// date reports whether a day exists. Without a century, 29 February exists if it does in 1900 + year or 2000 + year.
func date(year int, short bool, month, day int) bool {
	if short {
		year += 2000 // 1900 was no leap year, and nobody is left from then without a plus sign
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return month >= 1 && month <= 12 && day >= 1 && t.Day() == day
}

// odds sums the evidence that a candidate is an identity number. What costs least to look at is looked at first.
func (r *reader) odds(n candidate) float64 {
	first, last := n.c.groups[n.a], n.c.groups[n.b-1]
	known, listed := shapes[n.shape]
	right := luhn(n.ten)
	plainShape := n.shape == "84" || n.shape == "64" || n.shape == "<" || n.shape == ":"
	if !right && !plainShape || !listed && thousands(n) && (!right || r.amount(last.end)) || n.shape == "4222" { // a date and an hour
		return -99
	}
	cuedHere := cued(r.before(first.start, 40), identityCues) || right && cued(r.after(last.end, 30), numberCues)
	if !cuedHere && (!right || !listed && (n.a > 0 || n.b < len(n.c.groups))) {
		return -99
	}
	odds := prior + known + n.doubts()
	if !listed {
		odds += oddShape
	}
	if right {
		odds += checksum
	} else {
		odds -= cue + 1.5 // written by hand, slipped on a digit: possible, no more
	}
	if !cuedHere && n.logged(r.s) {
		return -99
	}
	if cuedHere && n.loose() {
		cuedHere = cued(r.before(first.start, 40), numberCues) || cued(r.before(first.start, 16), identityCues)
	}
	if cuedHere {
		odds += cue
	} else if n.fragment() || n.dialled() && cued(r.before(first.start, 24), callCues) || r.linked(first.start) && n.shape == "4224" && last.sep == "/" {
		return -99
	} else if (cued(r.before(first.start, 24), otherCues) || strings.HasPrefix(r.after(last.end, 20), " vid betal")) && !(right && n.unlike()) {
		odds -= cue
	}
	if wordAt(r.s, first.start-1) || wordAt(r.s, last.end) || r.linked(first.start) {
		odds--
	}
	if !r.in.Now.IsZero() && !n.short && n.year > r.in.Now.Year() {
		odds -= 3
	}
	if n.loose() && !cuedHere {
		odds = min(odds, probably-1)
	}
	if listed && right {
		odds = max(odds, perhaps) // a whole date, a shape that people use and the right check digit are never passed over
	}
	return odds
}

// logged reports whether the number is a moment: a date and a clock time with a point or a colon, or the digits of a file's name.
func (n candidate) logged(s string) bool {
	first, last := n.c.groups[n.a], n.c.groups[n.b-1]
	colon := strings.TrimSpace(last.sep)
	return n.clock() && (strings.HasSuffix(n.shape, "22") && (colon == ":" || colon == "." && n.shape == "42222") || n.shape == "<" && first.start > 1 && s[first.start-1] == '_' && isLetter(s[first.start-2]))
}

// loose reports whether the last four stand apart from the date as another figure would: after a comma, a colon, an opening
// bracket or a picture, on the next line. "2024-05-01, 1250 besökare" is no identity number, though one in ten has the right check digit.
func (n candidate) loose() bool {
	last := n.c.groups[n.b-1]
	return last.size() == 4 && n.b-n.a > 1 && strings.ContainsAny(last.sep, ",;:(\n\x1a") && !strings.ContainsAny(last.sep, "-+")
}

// fragment reports whether the groups are pairs from the midst of a moment or of two dates: 2009-01-05 17.29.28, 18/06–09/10 2009.
func (n candidate) fragment() bool {
	g := n.c.groups[n.a]
	return n.a > 0 && joint(strings.TrimSpace(g.sep)) && g.size() == 2 && n.c.groups[n.a+1].size() == 2
}

// unlike reports whether the number is written as hardly any other number is: eight digits of the last century, a hyphen or plus,
// four digits. A word such as "ring" before it then says nothing: "Ring Sven, 19121212-1212". Bills of this century are numbered so.
func (n candidate) unlike() bool {
	return !n.short && n.year < 2000 && n.b-n.a == 2 && strings.ContainsAny(n.c.groups[n.b-1].sep, "-+")
}

// doubts sums what in the number itself speaks against it: a clock time at the end, a telephone's beginning, neighbours.
func (n candidate) doubts() (odds float64) {
	if (n.b-n.a == 2 || n.shape == "4224") && strings.TrimSpace(n.c.groups[n.b-1].sep) == "" {
		odds--
	}
	if n.stamped() && n.clock() {
		odds -= 2
		switch sep := n.c.groups[n.b-1].sep; {
		case strings.ContainsAny(sep, "._/"), n.shape == "<":
			odds -= 2
		case sep == " ":
			odds--
		}
	}
	if n.short && n.ten[0] == '0' && !strings.ContainsAny(n.c.groups[n.b-1].sep, "-+") {
		odds -= 1.5
	}
	if n.c.letter >= 0 || n.c.odd {
		odds--
	}
	if n.flanked() {
		odds -= 1.5
	}
	if n.vague {
		odds -= 1.5
	}
	return odds
}

// stamped reports whether the date is of the years from which a machine may have stamped it; digits alone are stamps of old files too.
func (n candidate) stamped() bool {
	if n.short {
		return n.year >= 90 || n.year <= 40
	}
	return n.year >= 1990 || n.shape == "<" && n.year >= firstStamp
}

// flanked reports whether the row of digits goes on, on either side, with the same sign between.
func (n candidate) flanked() bool {
	if n.a > 0 && joint(n.c.groups[n.a].sep) && n.b-n.a > 1 {
		return true
	}
	return n.b < len(n.c.groups) && joint(n.c.groups[n.b].sep)
}

func joint(sep string) bool { return sep == "-" || sep == "." || sep == "/" || sep == "_" }

// thousands reports whether the groups are an amount: 1 250 000 000.
func thousands(n candidate) bool {
	if n.c.groups[n.a].size() > 3 {
		return false
	}
	for _, g := range n.c.groups[n.a+1 : n.b] {
		if g.size() != 3 {
			return false
		}
	}
	return true
}

// amount reports whether what stands after digits says that they are a sum or a quantity.
func (r *reader) amount(end int) bool {
	rest := strings.TrimLeft(r.low[end:min(len(r.low), end+12)], " ")
	return cued(rest, []string{"kr", "kronor", "sek", "euro", "eur", "dollar", "usd", "ton", "st", "liter", "invånare", "personer", "miljarder"}) || strings.HasPrefix(rest, ":-") || strings.HasPrefix(rest, "%")
}

// dated reports whether the digits after a date go on into another date: 2024-05-01 – 2024-05-07.
func (n candidate) dated() bool {
	return n.shape == "4224" && n.b+1 < len(n.c.groups) && n.c.groups[n.b].size() <= 2 && n.c.groups[n.b+1].size() <= 2
}

func grade(odds float64) check.Grade {
	switch {
	case odds >= surely:
		return check.Certain
	case odds >= probably:
		return check.Likely
	case odds >= perhaps:
		return check.Possible
	}
	return check.None
}

// dialled reports whether the number may as well be a telephone's: it begins with a nought and is written as those are.
func (n candidate) dialled() bool {
	return n.ten[0] == '0' && n.short && (n.shape == ":" || n.shape == "46" || n.shape == "442")
}

// identityAt notes the identity number that begins with group a, if its odds are high enough, and returns the group after it.
// Shapes that are odd, or a telephone's, are read only when all is true.
func (r *reader) identityAt(c *cluster, a int, least float64, all bool) (next int) {
	best, odds := candidate{}, -99.0
	for b, sum := a, 0; b < len(c.groups) && sum < 12; b++ {
		sum += c.groups[b].size()
		if sum != 10 && sum != 12 {
			continue
		}
		if n, ok := identity(c, a, b+1); ok && !n.dated() {
			if _, listed := shapes[n.shape]; !all && (!listed || n.dialled()) && !cued(r.before(c.groups[a].start, 40), identityCues) {
				continue
			}
			if o := r.odds(n); o > odds {
				best, odds = n, o
			}
		}
	}
	g := grade(odds)
	if odds < least || g == check.None || !r.free(c.groups[a].start, c.groups[best.b-1].end) {
		return a
	}
	r.identityFound(best, r.certainly(best, g))
	return best.b
}

func (r *reader) identityFound(n candidate, g check.Grade) {
	from, to := n.c.groups[n.a].start, n.c.groups[n.b-1].end
	rule, what := rulePersonal, lingo.T("personnummer", "personal identity number")
	if n.coord {
		rule, what = ruleCoordination, lingo.T("samordningsnummer", "coordination number")
	}
	if n.c.letter >= n.c.groups[n.a].from && n.c.letter < n.c.groups[n.b-1].to && n.c.letter >= 0 {
		what = lingo.T("tillfälligt personnummer", "interim identity number")
	}
	reason := lingo.T("Det här är ett %s: datumet finns och kontrollsiffran stämmer.", "This is a %s: the date exists and the check digit is right.")
	if !luhn(n.ten) {
		reason = lingo.T("Det här ser ut som ett %s, men kontrollsiffran stämmer inte.", "This looks like a %s, but the check digit is wrong.")
	} else if g < check.Certain {
		reason = lingo.T("Det här kan vara ett %s.", "This may be a %s.")
	}
	r.found(rule, from, to, g, reason.Put(what),
		lingo.T("Ta bort numret. Behöver någon höra av sig om sitt ärende, be dem ringa eller logga in.", "Take the number away. If somebody needs to talk about their case, ask them to call or log in."))
}

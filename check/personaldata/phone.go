package personaldata

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"tilltal/base/lingo"
	"tilltal/check"
)

// callCues say that a number is a telephone's; phoneCues may also say that of other numbers.
var (
	callCues  = []string{"tel", "tfn", "tlf", "telnr", "telefon", "mobil", "ring", "nås på", "nå mig", "sms", "phone", "call", "swish", "växel", "whatsapp", "signal"}
	phoneCues = []string{"nummer", "kontakt"}
)

// mostCalls bounds how many numbers of one text are looked up in the telephone plan.
const mostCalls = 2000

// phones notes telephone numbers in a cluster.
func (r *reader) phones(c *cluster) {
	for a := 0; a < len(c.groups); a++ {
		g := c.groups[a]
		abroad := g.start > 0 && r.s[g.start-1] == '+' || g.size() == 11 && string(c.digits[g.from:g.from+3]) == "467" // the country code without its plus, as programs keep it
		if a > 0 && joint(g.sep) {
			continue // inside a date: 2024-08-14
		}
		if !abroad && c.digits[g.from] != '0' || !r.free(g.start, g.end) || r.linked(g.start) && !strings.HasSuffix(r.low[:g.start], "wa.me/") && !(strings.ContainsAny(r.low[max(0, g.start-2):g.start], "=") && labelled(r.low[:g.start])) || c.letter >= 0 || wordAt(r.s, g.start-1) && !labelled(r.low[:g.start]) {
			continue
		}
		if b := r.phoneEnd(c, a, abroad); b > a {
			a = b - 1
		}
	}
}

// labelled reports whether text ends with a word for a telephone number, with no blank after it: tel0701740605.
func labelled(before string) bool {
	for _, w := range []string{"tel=", "phone=", "phone=+", "mobil=", "telefon=", "mobile=", "nummer=", "number=", "nr", "tel", "tfn", "mobil", "mob", "nummer", "telefon", "phone"} {
		if strings.HasSuffix(before, w) && !wordAt(before, len(before)-len(w)-1) {
			return true
		}
	}
	return false
}

// phoneEnd finds the longest telephone number that begins with group a, notes it, and returns the group after it.
func (r *reader) phoneEnd(c *cluster, a int, abroad bool) int {
	last := 0
	var kind phonenumbers.PhoneNumberType
	for b, sum := a, 0; b < len(c.groups) && sum <= 14; b++ {
		if b > a && !spoken(c, a, b, abroad) {
			break
		}
		if sum += c.groups[b].size(); sum < 7 || sum > 14 || r.calls >= mostCalls {
			continue
		}
		if k, ok := r.dial(c.digits[c.groups[a].from:c.groups[b].to], abroad); ok && !wordAt(r.s, c.groups[b].end) {
			last, kind = b+1, k
		}
	}
	if last == 0 || clockTimes(c, a, last) || r.amount(c.groups[last-1].end) && !cued(r.before(c.groups[a].start, 30), callCues) {
		return a
	}
	r.phoneFound(c, a, last, kind, abroad)
	return last
}

// spoken reports whether what stands before group b can stand inside a telephone number.
func spoken(c *cluster, a, b int, abroad bool) bool {
	sep := c.groups[b].sep
	if len(sep) <= 3 && c.mobile(a) {
		return true
	}
	if len(sep) > 3 || strings.ContainsAny(sep, ",\n|_+") {
		return false
	}
	first := c.groups[a].size()
	if b == a+1 && first == 2 && sep == " " && string(c.digits[c.groups[a].from:min(len(c.digits), c.groups[a].from+4)]) == "0046" {
		return true
	}
	if b == a+1 && first == 2 && c.digits[c.groups[a].from] == '0' && c.digits[c.groups[a].from+1] != '8' && !(c.digits[c.groups[a].from+1] == '7' && c.shape(a, min(a+5, len(c.groups))) == "22222") {
		return false
	}
	return b == a+1 || abroad || !strings.Contains(sep, "-") || strings.Contains(c.groups[a+1].sep, "-") && c.groups[b].size() > 1
}

// mobile reports whether the groups from a have the sizes in which mobile numbers are written, and no other number is.
func (c *cluster) mobile(a int) bool {
	end := min(len(c.groups), a+10)
	d := c.digits[c.groups[a].from:]
	if len(d) < 10 || d[0] != '0' || d[1] != '7' || d[2] == '1' || d[2] == '4' || d[2] == '5' || d[2] > '9' {
		return false
	}
	shape := c.shape(a, end)
	return shape == "3322" || shape == "3232" || shape == "1111111111" || shape == "37" && len(c.groups) == a+2
}

// tabled reports whether groups [a, b) stand in a row of other figures, as in a table or the key of a program.
func (c *cluster) tabled(a, b int) bool {
	beside := func(i int) bool {
		return i > 0 && i < len(c.groups) && (c.groups[i].sep == " " || c.groups[i].sep == "-")
	}
	return len(c.groups)-(b-a) > 3 && (beside(a) || beside(b))
}

// clockTimes reports whether the groups are opening hours or a date: 08.30-16.30, 08-12-2024.
func clockTimes(c *cluster, a, b int) bool {
	switch c.shape(a, b) {
	case "22222":
		return c.groups[a+1].sep != c.groups[a+2].sep && !strings.ContainsAny(c.groups[a+1].sep, "-/") // 07.30 08.30 09.30
	case "2222", "224", "2242", "222":
		for _, g := range c.groups[a+2 : b] {
			if strings.ContainsAny(g.sep, "-.") {
				return true
			}
		}
	}
	return false
}

// dial looks a number up in the telephone plan. A Swedish number needs no parsing, only its place in the plan: a nought, and the number
// within the country.
func (r *reader) dial(digits []byte, abroad bool) (kind phonenumbers.PhoneNumberType, ok bool) {
	s := string(digits)
	if rest, found := strings.CutPrefix(s, "00"); found && !abroad {
		s, abroad = rest, true
	}
	if rest, found := strings.CutPrefix(s, "46"); found && abroad {
		s, abroad = "0"+strings.TrimPrefix(rest, "0"), false // +46 (0)70
	}
	r.calls++
	if !abroad {
		return swedish(s)
	}
	n, err := phonenumbers.Parse("+"+s, "")
	if err != nil || !phonenumbers.IsValidNumber(n) {
		return 0, false
	}
	return phonenumbers.GetNumberType(n), true
}

// swedish looks up a number that begins with one nought. None in Sweden has more than twelve digits after it.
func swedish(s string) (kind phonenumbers.PhoneNumberType, ok bool) {
	rest, ok := strings.CutPrefix(s, "0")
	n, err := strconv.ParseUint(rest, 10, 64)
	if !ok || err != nil || rest[0] == '0' || len(rest) > 12 {
		return 0, false
	}
	kind = phonenumbers.GetNumberType(&phonenumbers.PhoneNumber{CountryCode: &sweden, NationalNumber: &n})
	return kind, kind != phonenumbers.UNKNOWN
}

var sweden int32 = 46 // the country code; never written to

func (r *reader) phoneFound(c *cluster, a, b int, kind phonenumbers.PhoneNumberType, abroad bool) {
	from, to := c.groups[a].start, c.groups[b-1].end
	if abroad && from > 0 && r.s[from-1] == '+' {
		from--
	}
	called := cued(r.before(from, 30), callCues)
	cued := called || cued(r.before(from, 30), phoneCues)
	d := national(r.s[from:to])
	g := check.Possible
	switch {
	case kind == phonenumbers.TOLL_FREE || kind == phonenumbers.SHARED_COST || kind == phonenumbers.PREMIUM_RATE || strings.HasPrefix(d, "077"):
		g = check.None // a service number reaches no person
	case strings.HasPrefix(d, "010"):
		g = check.Possible // most often a switchboard
	case !called && !abroad && b == a+1 && r.otherwise(from):
		g = check.None // ten bare digits that somebody has said are an order's or a bill's
	case !called && (r.otherwise(from) || c.tabled(a, b) || c.shape(a, b) == "64" && !cued):
		g = check.Possible
	case kind == phonenumbers.MOBILE && (cued || abroad || b-a > 1):
		g = check.Certain
	case kind == phonenumbers.MOBILE || cued || abroad:
		g = check.Likely
	case b-a > 1 && strings.Contains(c.groups[a+1].sep, "-"):
		g = check.Likely
	}
	if g == check.None {
		r.take(from, to)
	} else {
		r.found(rulePhone, from, to, g,
			lingo.T("Det här är ett telefonnummer som inte finns bland myndighetens egna.", "This is a telephone number that is not among the authority's own."),
			lingo.T("Är det någons privata nummer? Ta bort det. Är det myndighetens, lägg in det bland era egna.", "Is it somebody's private number? Take it away. If it is the authority's, add it to your own."))
	}
	if len(d) == 10 && !called && !abroad && (b == a+1 || mistakable[c.shape(a, b)]) && !strings.Contains(c.groups[b-1].sep+c.groups[min(a+1, b-1)].sep, "-") {
		r.either(c, a, b)
	}
}

// mistakable are shapes of ten digits in which both telephone numbers and identity numbers are written.
var mistakable = map[string]bool{"334": true, "343": true, "433": true}

// either notes that ten digits without signs, taken for a telephone number, may as well be an identity number.
func (r *reader) either(c *cluster, a, b int) {
	if n, ok := identity(c, a, b); ok && luhn(n.ten) {
		r.identityFound(n, check.Possible)
	}
}

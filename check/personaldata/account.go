package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

// lengths of IBAN by country, for those that a Swedish authority meets.
var ibanLength = map[string]int{"se": 24, "no": 15, "dk": 18, "fi": 18, "de": 22, "gb": 22, "nl": 18, "fr": 27, "es": 24, "it": 27, "pl": 28, "be": 16, "at": 20,
	"ch": 21, "ie": 22, "ee": 20, "lv": 21, "lt": 20, "is": 26, "pt": 25, "ro": 24, "hu": 28, "cz": 24, "hr": 21, "gr": 27, "bg": 22, "lu": 20, "tr": 26, "ua": 29}

// ibans notes international account numbers.
func (r *reader) ibans() {
	for i := 0; i+4 <= len(r.low); i++ {
		size, ok := ibanLength[r.low[i:i+2]]
		if !ok || wordAt(r.low, i-1) && !strings.HasSuffix(r.low[:i], "iban") || !digitAt(r.low, i+2) && !(r.low[i+2] == ' ' && digitAt(r.low, i+3)) {
			continue
		}
		chars, end := compact(r.low, i, size)
		if len(chars) != size || wordAt(r.low, end) {
			continue
		}
		swedish := chars[:2] == "se"
		switch {
		case swedish && !onlyFigures(r.s[i+2:end]):
			continue // "SE9308822387 om du vill veta"
		case mod97(chars):
			r.ibanFound(i, end, check.Certain)
			i = end - 1
		case swedish:
			r.ibanFound(i, end, check.Likely)
			i = end - 1
		}
	}
}

func (r *reader) ibanFound(from, to int, g check.Grade) {
	r.found(ruleIBAN, from, to, g,
		lingo.T("Det här är ett internationellt kontonummer (IBAN).", "This is an international account number (IBAN)."),
		lingo.T("Är kontot myndighetens eget? Annars ska det bort.", "Is the account the authority's own? Otherwise it must go."))
}

// compact reads n letters and digits from i, with at most two separators between any two of them.
func compact(s string, i, n int) (chars string, end int) {
	b := make([]byte, 0, n)
	for gap := 0; i < len(s) && len(b) < n && gap <= 2; i++ {
		switch c := s[i]; {
		case isDigit(c) || c >= 'a' && c <= 'z' && (len(b) < 2 || len(b) >= 4):
			b = append(b, c)
			gap, end = 0, i+1
		case strings.IndexByte(" -._/\n", c) >= 0:
			gap++
		default:
			return string(b), end
		}
	}
	return string(b), end
}

// onlyFigures reports whether a stretch has no letters but those that look like digits.
func onlyFigures(s string) bool {
	for i := range len(s) {
		if isLetter(s[i]) && likeDigit(s, i) == 0 {
			return false
		}
	}
	return true
}

// mod97 is the check of ISO 7064 that an IBAN passes.
func mod97(iban string) bool {
	rest := 0
	for _, c := range []byte(iban[4:] + iban[:4]) {
		if isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'a') + 10) % 97
		}
	}
	return rest == 1
}

var (
	bankgiroCues = []string{"bankgiro", "bg", "bg-n", "bgnr"}
	plusgiroCues = []string{"plusgiro", "postgiro", "pg", "pg-n", "pgnr"}
	accountCues  = []string{"konto", "kontonummer", "kontonr", "clearing", "clearingnr", "bankkonto"}
)

// accounts notes bankgiro, plusgiro and account numbers in a cluster.
func (r *reader) accounts(c *cluster) {
	first, last := c.groups[0], c.groups[len(c.groups)-1]
	if len(c.digits) > 15 || !r.free(first.start, last.end) || c.letter >= 0 || c.plus || r.linked(first.start) {
		return
	}
	near := r.before(first.start, 30)
	sum, shape := luhn(c.digits), c.shape(0, len(c.groups))
	hyphen := strings.Contains(last.sep, "-")
	g := check.None
	switch {
	case len(c.digits) >= 7 && len(c.digits) <= 8 && cued(near, bankgiroCues):
		g = pick(sum, check.Likely, check.Possible)
	case len(c.digits) >= 2 && len(c.digits) <= 8 && cued(near, plusgiroCues):
		g = pick(sum, check.Likely, check.Possible)
	case len(c.digits) >= 8 && cued(near, accountCues):
		g = check.Likely
	case sum && hyphen && (shape == "34" || shape == "44") && !years(c):
		g = check.Possible
	}
	if g > check.None {
		r.found(ruleBankgiro, first.start, last.end, g,
			lingo.T("Det här ser ut som ett bankgiro, plusgiro eller konto.", "This looks like a bankgiro, plusgiro or account number."),
			lingo.T("Är det myndighetens eget? Lägg då in det bland era egna. Annars ska det bort.", "Is it the authority's own? Then add it to your own. Otherwise it must go."))
		for i, own := range c.groups {
			if own.size() == 10 {
				r.either(c, i, i+1) // a private account may bear its owner's number
			}
		}
	}
}

func pick(ok bool, a, b check.Grade) check.Grade {
	if ok {
		return a
	}
	return b
}

// years reports whether two groups of four are two years: 2023-2024.
func years(c *cluster) bool {
	return c.shape(0, len(c.groups)) == "44" && (two(c.digits) == 19 || two(c.digits) == 20) && (two(c.digits[4:]) == 19 || two(c.digits[4:]) == 20)
}

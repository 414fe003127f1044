package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

// numbers sorts the clusters of digits: sure identity numbers first, then those in shapes that nothing else has, then giro and
// telephone numbers, then identity numbers in odd dress and organisations.
func (r *reader) numbers() {
	r.each(func(c *cluster) {
		if r.reference(c) {
			return
		}
		r.vat(c)
		r.identities(c, surely-1, false)
		r.accounts(c)
		r.identities(c, perhaps, false)
		r.phones(c)
		r.identities(c, perhaps, true)
		for a := range c.groups {
			if r.free(c.groups[a].start, c.groups[a].end) {
				r.organisation(c, a)
			}
		}
	})
}

func (r *reader) identities(c *cluster, least float64, all bool) {
	if len(c.digits) < 10 {
		return
	}
	for a := 0; a < len(c.groups); a++ {
		if c.plus && a == 0 && !all && !c.hyphened() || !r.free(c.groups[a].start, c.groups[a].end) {
			continue
		}
		if next := r.identityAt(c, a, least, all); next > a {
			a = next - 1
		}
	}
}

// hyphened reports whether the cluster begins as identity numbers do, and no telephone number abroad: six or eight digits, a hyphen, four.
func (c *cluster) hyphened() bool {
	return len(c.groups) > 1 && c.groups[1].size() == 4 && c.groups[1].sep == "-" && (c.groups[0].size() == 6 || c.groups[0].size() == 8)
}

// reference takes numbers that somebody has said are something else: an OCR reference, a Swish number of an organisation.
func (r *reader) reference(c *cluster) bool {
	first := c.groups[0]
	near := r.before(first.start, 20)
	last := c.groups[len(c.groups)-1]
	if strings.Contains(last.sep, "-") && last.size() == 4 && cued(near, []string{"ocr"}) {
		return false // a reference has no hyphen
	}
	if cued(near, []string{"ocr", "isbn", "issn", "gtin", "gln", "imei", "orcid", "doi"}) || cued(near, []string{"swish"}) && strings.HasPrefix(string(c.digits), "123") {
		if !cued(near, identityCues) {
			r.take(first.start, last.end)
			return true
		}
	}
	return false
}

var organisationCues = []string{"organisationsn", "orgn", "org.nr", "org nr", "org.n", "org-n", "vat", "momsreg", "bolag"}

// organisation notes an organisation number that begins with group a: a checksum and a third digit that no month has. One
// ten-digit string in twelve passes, so it needs its hyphen or a cue.
func (r *reader) organisation(c *cluster, a int) {
	for b, sum := a, 0; b < len(c.groups) && sum < 12; b++ {
		sum += c.groups[b].size()
		if sum != 10 && sum != 12 {
			continue
		}
		from, to := c.groups[a].start, c.groups[b].end
		d := c.digits[c.groups[a].from:c.groups[b].to]
		if sum == 12 && string(d[:2]) != "16" || c.letter >= 0 {
			continue
		}
		ten := d[len(d)-10:]
		if ten[2] < '2' || ten[0] == '0' || ten[0] == '4' || !luhn(ten) || !r.free(from, to) || r.linked(from) {
			continue
		}
		if g := r.organisationGrade(c.shape(a, b+1), c.groups[b].sep, from); g > check.None {
			r.organisationFound(from, to, g)
			return
		}
	}
}

func (r *reader) organisationFound(from, to int, g check.Grade) {
	r.found(ruleOrganisation, from, to, g,
		lingo.T("Det här ser ut som ett organisationsnummer.", "This looks like an organisation number."),
		lingo.T("Har företaget en enda ägare kan numret peka ut en person. Behövs det?", "If the company has a single owner the number may point out a person. Is it needed?"))
}

// otherwise are words before a number that say it is of goods, of a bill, of a booking.
var otherwise = []string{"order", "artikel", "art.nr", "artnr", "serien", "faktura", "kundn", "refer", "beställning", "bokning", "ärenden", "kolli", "paket", "spårning", "modell", "typ"}

func (r *reader) organisationGrade(shape, sep string, from int) check.Grade {
	cued := cued(r.before(from, 30), organisationCues)
	hyphen := (shape == "64" || shape == "84") && strings.Contains(sep, "-")
	switch {
	case cued && hyphen:
		return check.Certain
	case hyphen && r.otherwise(from):
		return check.Possible
	case cued || hyphen || shape == "<": // as the tax agency has it, with its sixteen
		return check.Likely
	case shape == "64" || shape == "84":
		return check.Possible
	}
	return check.None
}

func (r *reader) otherwise(from int) bool { return cued(r.before(from, 24), otherwise) }

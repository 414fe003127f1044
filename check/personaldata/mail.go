package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/gazetteer"
)

// dotSigns are what people write for the point in an address, to hide it from machines.
var dotSigns = bracketed("dot", "punkt")

// atSigns are what people write for the @; plainAt those that are also words, and are believed only when the rest is whole.
var (
	atSigns = append(bracketed("at", "a", "snabel-a", "snabela", "snabel a", "ät", "alfakrull", "kanelbulle"), " @ ", "@ ", " @", "@", "%40", "_at_", "-at-")
	plainAt = words("at a ät")
)

// bracketed writes a word as people do between the parts of an address: in brackets of any kind, with blanks or without, or bare.
func bracketed(names ...string) (out []string) {
	for _, n := range names {
		for _, b := range []string{"[]", "()", "{}", "<>", "**"} {
			out = append(out, " "+b[:1]+n+b[1:]+" ", b[:1]+n+b[1:])
		}
		out = append(out, " "+n+" ", "-"+n+"-")
	}
	return out
}

// roles are local parts that belong to an office, not to somebody.
var roles = words("registrator info kontakt kontakta kommun kommunen support hjalp help helpdesk press media kansli kansliet noreply no-reply postmaster webmaster abuse " +
	"admin kundtjanst kundservice medborgarservice medborgarkontor reception receptionen diariet arkiv arkivet dataskydd dataskyddsombud dso gdpr jobb rekrytering " +
	"faktura ekonomi hr personal it web webb redaktion redaktionen kommunikation tips tipsa bygg bygglov miljo socialtjanst socialjour skola bibliotek biblioteket kultur " +
	"turist turism visit event bokning order sales service security myndighet remiss yttrande polisen trygghet nyheter nyhetsbrev hello hej office mail mejl epost post hittegods felanmalan driftcentral larm jourhavande upphandling parkering")

// mails notes e-mail addresses, also those that are spelled out to hide from machines.
func (r *reader) mails() {
	for i := 0; i < len(r.low); i++ {
		if strings.IndexByte("@([{<* %_-", r.low[i]) < 0 {
			continue
		}
		for _, sign := range atSigns {
			if strings.HasPrefix(r.low[i:], sign) {
				if end := r.mail(i, i+len(sign), sign != "@" && strings.Trim(sign, " @") == "" || plainAt[strings.Trim(sign, " -_")]); end > i {
					i = end
					break
				}
			}
		}
	}
}

// mail notes the address whose sign is bytes [at, after), and returns its end. A plain "at" is believed only between a local
// part and a whole domain.
func (r *reader) mail(at, after int, strict bool) (end int) {
	from := at
	for from > 0 && at-from < 64 {
		if localByte(r.low[from-1]) {
			from--
			continue
		}
		n := dottedBefore(r.low[:from])
		if n == 0 || from == at || at == after-1 {
			break
		}
		from -= n
	}
	for from < at && (r.low[from] == '.' || r.low[from] == '-' || r.low[from] >= 0x80 && r.low[from] < 0xC0) {
		from++
	}
	end = domainEnd(r.low, after)
	if from == at || end == after || from > 0 && (r.s[from-1] == '@' || r.s[from-1] == '#') || !r.free(from, end) {
		return 0
	}
	local, host := undotted.Replace(r.low[from:at]), undotted.Replace(r.low[after:end])
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 || len(host)-dot < 3 || isDigit(host[dot+1]) || strict && !strings.Contains(local, ".") {
		return 0
	}
	if r.identityIn(from, at) {
		return end
	}
	if r.office(local, host) {
		r.take(from, end)
		return end
	}
	g, reason := check.Possible, lingo.T("Det här kan vara en persons e-postadress.", "This may be a person's e-mail address.")
	switch head, tail, dotted := strings.Cut(local, "."); {
	case personal(local) || free[host]:
		g, reason = check.Certain, lingo.T("Det här är en persons e-postadress.", "This is a person's e-mail address.")
	case dotted && head != "" && tail != "":
		g = check.Likely
	}
	r.found(ruleEmail, from, end, g, reason,
		lingo.T("Kan du hänvisa till en funktionsadress i stället, till exempel registrator?", "Can you refer to an office address instead, such as the registrar's?"))
	return end
}

// identityIn notes an identity number in the bytes before the sign of an address, which is worse than the address.
func (r *reader) identityIn(from, to int) bool {
	for from < to && !isDigit(r.s[from]) {
		from++
	}
	if to-from < 10 {
		return false
	}
	c := &cluster{letter: -1}
	if c.read(r.s, from) > to {
		return false
	}
	r.identities(c, perhaps, true)
	return r.taken[from]
}

func localByte(c byte) bool {
	return isDigit(c) || isLetter(c) || strings.IndexByte("._-+%", c) >= 0
}

func domainEnd(s string, i int) int {
	end := i
	for end < len(s) && end-i < 120 {
		if isDigit(s[end]) || isLetter(s[end]) || s[end] == '.' || s[end] == '-' {
			end++
			continue
		}
		n := dotted(s[end:])
		if n == 0 || end == i {
			break
		}
		end += n
	}
	if end < len(s) && end-i == 120 {
		return i
	}
	for end > i && (s[end-1] == '.' || s[end-1] == '-') {
		end--
	}
	return end
}

// dotted returns the length of a written point that a letter follows; 0 when there is none.
func dotted(s string) int {
	for _, d := range dotSigns {
		if strings.HasPrefix(s, d) && len(s) > len(d) && isLetter(s[len(d)]) {
			return len(d)
		}
	}
	return 0
}

// dottedBefore returns the length of a written point at the end of s, with a letter before it; 0 when there is none.
func dottedBefore(s string) int {
	for _, d := range dotSigns {
		if strings.HasSuffix(s, d) && len(s) > len(d) && isLetter(s[len(s)-len(d)-1]) {
			return len(d)
		}
	}
	return 0
}

var undotted = func() *strings.Replacer {
	var pairs []string
	for _, d := range dotSigns {
		pairs = append(pairs, d, ".")
	}
	return strings.NewReplacer(pairs...)
}()

// office reports whether a local part belongs to an office: registrator@, skolan.norr@.
func (r *reader) office(local, host string) bool {
	if free[host] {
		return false
	}
	local = plainASCII.Replace(local)
	head, _, _ := strings.Cut(strings.NewReplacer("-", ".", "_", ".", "+", ".").Replace(local), ".")
	if roles[local] || roles[head] {
		return true
	}
	for _, stem := range []string{"kommun", "namnd", "forvaltning", "kontor", "skola", "bibliotek", "registrator", "enhet", "service", "tjanst", "avdelning", "kansli", "region", "ombud"} {
		if strings.Contains(local, stem) {
			return true
		}
	}
	return false
}

var plainASCII = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e")

// personal reports whether a local part has a person's name in it.
func personal(local string) bool {
	for _, part := range strings.FieldsFunc(local, func(c rune) bool { return c == '.' || c == '_' || c == '-' || c >= '0' && c <= '9' }) {
		if gazetteer.Person(part).Has(gazetteer.Given | gazetteer.Surname) {
			return true
		}
	}
	return false
}

// free are hosts where only private persons have addresses.
var free = words("gmail.com hotmail.com hotmail.se outlook.com live.se live.com yahoo.com yahoo.se icloud.com me.com telia.com spray.se bredband.net comhem.se proton.me protonmail.com")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

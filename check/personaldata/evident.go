package personaldata

import (
	"slices"
	"strings"

	"tilltal/check"
	"tilltal/check/gazetteer"
)

// soleCues are the words for an identity number that are used of nothing else. An "id-nummer" may be a machine's.
var soleCues = slices.DeleteFunc(slices.Clone(identityCues), func(cue string) bool { return strings.HasPrefix(cue, "id") && cue != "identity number" })

// firstStamp is the year from which machines count time. Before it, no file was stamped with a date and an hour.
const firstStamp = 1950

// certainly cuts a grade to likely when nothing but the number itself says that it is somebody's. Seven in a thousand serial numbers
// of six and four digits are a date with the right check digit, and one in ten of the moments that machines write.
func (r *reader) certainly(n candidate, g check.Grade) check.Grade {
	if g == check.Certain && !r.evident(n) {
		return check.Likely
	}
	return g
}

// evident reports whether the text bears a number out: a word for it before or after, somebody who is spoken of, or a form that
// hardly any other number has.
func (r *reader) evident(n candidate) bool {
	from, to := n.c.groups[n.a].start, n.c.groups[n.b-1].end
	before, after := r.before(from, 40), r.after(to, 40)
	if cued(before, soleCues) || cued(after, soleCues) || n.unmistakable() {
		return true
	}
	return !cued(r.before(from, 24), otherCues) && !r.otherwise(from) && (r.somebody(from-len(before), from) || r.somebody(to, to+len(after)))
}

// unmistakable reports whether the number is written as nothing else is: a whole date of the last century, a hyphen or a plus, and
// four digits that are no hour, or are from before there were machines to stamp one.
func (n candidate) unmistakable() bool {
	if n.short || n.vague || n.year >= 2000 || !strings.ContainsAny(n.c.groups[n.b-1].sep, "-+") {
		return false
	}
	return n.shape == "84" && (n.year < firstStamp || !n.clock()) || n.shape == "4224" && !n.clock()
}

// clock reports whether the last four digits can be an hour and a minute.
func (n candidate) clock() bool { return two(n.ten[6:]) < 24 && two(n.ten[8:]) < 60 }

// after returns up to n bytes of small-letter text after a place, within the same sentence.
func (r *reader) after(at, n int) string {
	rest := r.low[at:min(len(r.low), at+n)]
	for i := range len(rest) - 1 {
		if strings.IndexByte(".!?\n", rest[i]) >= 0 && !wordAt(rest, i+1) {
			return rest[:i]
		}
	}
	return rest
}

// somebody reports whether bytes [from, to) of the folded text speak of a person: a word for one, or a given name.
func (r *reader) somebody(from, to int) bool {
	for i := from; i < to; {
		if !wordAt(r.low, i) || wordAt(r.low, i-1) {
			i++
			continue
		}
		end := i
		for end < to && wordAt(r.low, end) {
			end++
		}
		if word := r.low[i:end]; somebodies[word] || word != r.s[i:end] && gazetteer.Person(word)&(gazetteer.Given|gazetteer.Word) == gazetteer.Given {
			return true
		}
		i = end
	}
	return false
}

// somebodies are words for one person, of whom a number may be said.
var somebodies = words(`jag mig mej min mitt mina hon han hen honom henne hans hennes hens mannen kvinnan pojken flickan sonen dottern barnet patienten eleven brukaren klienten sökanden sökande klaganden
	man kvinna pojke flicka son dotter barn patient elev brukare klient person personen herre herrn dam damen kille killen tjej tjejen mamma mamman pappa pappan fru frun make maken maka makan
	syster systern bror brodern granne grannen kollegan medborgaren vårdnadshavare vårdnadshavaren anhörig anhöriga medsökande my his her he she him me mine`)

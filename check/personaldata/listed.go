package personaldata

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/check"
	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// nameAt reads the name that begins with word i: how many words, and how sure; 0 when none does.
func (r *reader) nameAt(i int) (n int, g check.Grade) {
	t := r.prose
	p := r.part(i)
	title := r.titled(i)
	cue := i > 0 && (cues[t.Words[i-1].Lower] || i > 1 && t.Words[i-2].Lower == "heter") || i > 0 && strings.TrimSpace(t.Gap(i-1)) == "/"
	if r.known[strings.TrimSuffix(t.Words[i].Lower, "s")] && t.Words[i].Capital && !p.kinds.Has(gazetteer.Given) {
		return 1, check.Likely // the surname of somebody already named
	}
	if n := r.initialled(i); n > 0 {
		return n, check.Certain
	}
	if p.kinds == 0 || p.kinds == gazetteer.Word {
		if r.quoted(i) {
			return 2, check.Likely
		}
		if w := t.Words[i]; title && w.Capital && w.Kind == prose.Plain && unknown(w.Lower) && len(w.Lower) > 3 {
			return 1 + r.surnames(i, false), check.Likely
		}
		return 0, check.None
	}
	if p.kinds.Has(gazetteer.Given | gazetteer.GivenAbroad) {
		if n, g := r.full(i, p, title || cue); n > 1 {
			return n, g
		}
	}
	return 1, r.single(i, p, title, cue)
}

// initialled counts the words of a name that begins with initials: "K-G Bergström", "J.R.R. Tolkien", "Z P Dienes".
func (r *reader) initialled(i int) int {
	t := r.prose
	n, letters := 0, 0
	for n < 3 && i+n+1 < len(t.Words) && t.Linked(i+n) {
		count := initials(t.Raw[t.Words[i+n].Start:t.Words[i+n].End])
		if count == 0 {
			break
		}
		n, letters = n+1, letters+count
	}
	if letters == 0 {
		return 0
	}
	w, q := t.Words[i+n], r.part(i+n)
	if w.Kind != prose.Plain || !w.Capital || len(w.Lower) < 3 || shouting(t.Raw[w.Start:w.End]) {
		return 0
	}
	word := lexicon.Of(w.Lower)&^lexicon.Name != 0 || r.model.Common(w.Lower) || !unknown(w.Lower)
	strange := letters > 1 && q.kinds == 0 && !nametag.Organised(w.Lower) && !nametag.Compounded(w.Lower)
	if q.kinds.Has(gazetteer.Surname|gazetteer.SurnameAbroad) || !word && (strange || gazetteer.LooksLikeSurname(w.Lower)) {
		return n + 1
	}
	return 0
}

// initials counts the letters of a word that is nothing but initials: "K", "K-G", "J.R.R".
func initials(s string) (n int) {
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == '.' || c == '-' }) {
		if c, size := utf8.DecodeRuneInString(part); size != len(part) || !unicode.IsUpper(c) {
			return 0
		}
		n++
	}
	return n
}

// lowly reports whether word i stands in a sentence that begins with a small letter, and is no word that the dictionary knows:
// who writes so writes names so.
func (r *reader) lowly(i int) bool {
	first := r.prose.Words[r.prose.Sentences[r.prose.Words[i].Sentence].First]
	lower := r.prose.Words[i].Lower
	return first.Kind == prose.Plain && !first.Capital && len(lower) > 3 && !r.model.Common(lower) && lexicon.Of(lower)&^lexicon.Name == 0
}

// quoted reports whether words i and i+1 are two names that a speech verb leads to: "säger Xxx Yyy".
func (r *reader) quoted(i int) bool {
	t := r.prose
	if i == 0 || i+1 >= len(t.Words) || !speech[t.Words[i-1].Lower] || !t.Joined(i-1) || !t.Joined(i) {
		return false
	}
	for _, w := range t.Words[i : i+2] {
		if !w.Capital || w.Kind != prose.Plain || !unknown(w.Lower) || shouting(t.Raw[w.Start:w.End]) {
			return false
		}
	}
	return true
}

// unknown reports whether a word is not a place: a capital letter then says that somebody is named.
func unknown(lower string) bool {
	_, place := gazetteer.Place(lower)
	return !place && !notPersons[lower]
}

// full reads given names, particles and surnames. It returns one word or none when there is no surname.
func (r *reader) full(i int, p part, sure bool) (n int, g check.Grade) {
	t := r.prose
	given := i + 1
	for given < len(t.Words) && given-i < 3 && t.Joined(given-1) && !r.part(given-1).genitive {
		q := r.part(given)
		if !q.kinds.Has(gazetteer.Given) || q.kinds.Has(gazetteer.Surname) || q.capital != p.capital {
			break
		}
		given++
	}
	at := given
	for at+1 < len(t.Words) && at-given < 2 && particles[t.Words[at].Lower] && t.Joined(at-1) {
		at++
	}
	if at >= len(t.Words) || !t.Joined(at-1) || t.Words[at].Kind != prose.Plain || r.part(given-1).genitive {
		if given > i+1 && p.capital {
			return given - i, check.Likely
		}
		return 1, check.None
	}
	q, w := r.part(at), t.Words[at]
	strong := p.kinds.Has(gazetteer.Given) && !p.kinds.Has(gazetteer.Word)
	family := q.kinds.Has(gazetteer.Surname|gazetteer.SurnameAbroad) || gazetteer.LooksLikeSurname(strings.TrimSuffix(w.Lower, "s"))
	switch {
	case p.capital && w.Capital && family && (strong || q.kinds.Has(gazetteer.Surname)):
		g = check.Certain
	case p.capital && w.Capital && family:
		g = check.Likely
	case p.capital && w.Capital && p.kinds.Has(gazetteer.Given) && unknown(w.Lower) && (strong || !t.Opens(i)):
		g = check.Likely
	case p.capital && w.Capital && unknown(w.Lower) && gazetteer.Person(w.Lower) == 0:
		g = pick(t.Opens(i), check.Possible, check.Likely)
	case !p.capital && !w.Capital && strong && q.kinds.Has(gazetteer.Surname) && !q.kinds.Has(gazetteer.Word):
		g = check.Likely
	default:
		return 1, check.None
	}
	if sure && g < check.Certain {
		g++
	}
	return at - i + 1 + r.surnames(at, q.genitive), g
}

// surnames counts the further surnames after word i: Anna Berg Lindström, Maria Garcia-Lopez Andersson.
func (r *reader) surnames(i int, ended bool) (n int) {
	t := r.prose
	for ; n < 2 && !ended && i+n+1 < len(t.Words) && t.Joined(i+n); n++ {
		q := r.part(i + n + 1)
		w := t.Words[i+n+1]
		if !w.Capital || w.Kind != prose.Plain || !q.kinds.Has(gazetteer.Surname|gazetteer.SurnameAbroad) && !gazetteer.LooksLikeSurname(w.Lower) {
			break
		}
		ended = q.genitive
	}
	return n
}

// single grades a name of one word.
func (r *reader) single(i int, p part, title, cue bool) check.Grade {
	t := r.prose
	w := t.Words[i]
	given, surname := p.kinds.Has(gazetteer.Given), p.kinds.Has(gazetteer.Surname)
	_, place := gazetteer.Place(strings.TrimSuffix(w.Lower, "s"))
	word := p.kinds.Has(gazetteer.Word) || place
	switch {
	case !p.capital:
		if given && !word && (cue || title || r.lowly(i)) {
			return check.Possible
		}
		return check.None
	case !given && !surname:
		if title {
			return check.Likely
		}
		return check.None
	case title || cue && given:
		return check.Likely
	case surname && strings.HasSuffix(strings.TrimSuffix(w.Lower, "s"), "sson"):
		return check.Likely
	case len(w.Lower) < 3 || shouting(t.Raw[w.Start:w.End]):
		return check.None
	case surname && !given:
		return pick(!word && !t.Opens(i), check.Likely, check.None)
	case word:
		return pick(!t.Opens(i) && !place, check.Possible, check.None)
	case p.genitive && t.Opens(i):
		return check.Possible
	}
	return check.Likely
}

// shouting reports whether a word is written in capitals, as it stands or before a hyphen or the s of the genitive: EU:s, EU-länder.
func shouting(s string) bool {
	if i := strings.LastIndexAny(s, ":-"); i > 1 {
		s = s[:i]
	}
	return len(s) > 1 && strings.ToUpper(s) == s
}

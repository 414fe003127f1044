package personaldata

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// person is somebody pointed out in the text: which words, and how sure.
type person struct {
	sentence int
	grade    check.Grade
}

var (
	cues       = words("heter hette kallas kallad namn namnet hälsar mvh döpt alias")
	particles  = words("von af di du av de del della la le el al bin ibn van der den ten da dos abu ap mac st")
	notPersons = words("åkeri bygg måleri bageri konditori pizzeria handelsträdgård fastigheter mekaniska backe backen gränd gränden allé udde kulle kajen sidor nyheter dagbladet folkblad tidningen tidning lokaltidningen pressombudsman dagens allmänhetens gata gatan gatas väg vägen torg torget plats park parken skola skolan gymnasium kyrka kyrkan församling stiftelse fond pris priset stipendium ab kb hb bank " +
		"sjukhus hall arena museum kommun län församlings minne stadion bro bron hus huset group center institut institutet förlag")
	speech = words("säger säg sade sa menar berättar förklarar hävdar tillägger konstaterar skriver intygar påpekar undrar frågar svarar tror")
	saints = words("s:t s:ta sankt sankta st. st")
	famous = phraseSet("astrid lindgren, selma lagerlöf, august strindberg, olof palme, gustav vasa, gustav adolf, carl von linné, alfred nobel, raoul wallenberg, dag hammarskjöld, " +
		"karin boye, evert taube, anders celsius, elsa brändström, hjalmar branting, tage erlander, karl johan, greta garbo, ingmar bergman, zarah leander, karin larsson, carl larsson, linné, celsius, strindberg, " + figures)
)

func phraseSet(list string) *prose.Phrases[bool] {
	both := list // and in the genitive
	for name := range strings.SplitSeq(list, ",") {
		both += "," + name + "s"
	}
	return prose.Same(true, both)
}

// names notes names of persons, and returns who was pointed out. Two look, for they err differently: the lists, which know
// what words are names and see small letters and shouting, and the model, which knows how names stand in a text.
func (r *reader) names() []person {
	var out []person
	t := r.prose
	grades := r.weigh(r.fromLists(), r.model.Read(t))
	for i := 0; i < len(t.Words); {
		if grades[i] <= check.None {
			i++
			continue
		}
		end, g := i+1, grades[i]
		for end < len(t.Words) && grades[end] > check.None && t.Linked(end-1) {
			g = max(g, grades[end])
			end++
		}
		if p, ok := r.nameFound(i, end, g); ok {
			out = append(out, p)
		}
		i = end
	}
	for _, at := range r.persons {
		out = append(out, person{sentence: sentenceAt(t, at.Start), grade: check.Likely})
	}
	return out
}

func sentenceAt(t *prose.Text, at int) int {
	for i, s := range t.Sentences {
		if at < s.End {
			return i
		}
	}
	return max(0, len(t.Sentences)-1)
}

// part is what one word says about being a name.
type part struct {
	kinds    gazetteer.Name
	genitive bool
	capital  bool
}

func (r *reader) part(i int) part {
	w := r.prose.Words[i]
	if w.Kind != prose.Plain {
		return part{}
	}
	p := part{kinds: gazetteer.Person(w.Lower), capital: w.Capital}
	if p.kinds == 0 {
		p.kinds, p.genitive = gazetteer.Genitive(w.Lower)
	}
	return p
}

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

// nameFound notes words [a, b) as a name, unless they name a street, a company or the authority's own people.
func (r *reader) nameFound(a, b int, g check.Grade) (p person, ok bool) {
	t := r.prose
	if g == check.None {
		return p, false
	}
	if b < len(t.Words) && t.Joined(b-1) && notPersons[t.Words[b].Lower] {
		return p, false
	}
	if w := t.Raw[t.Words[a].Start:t.Words[a].End]; b-a == 1 && len(w) > 1 && roman(w) {
		return p, false // the number of somebody who is not named here
	}
	if r.reigned(a, b) {
		if crowned[t.Words[a].Lower] {
			return p, false
		}
		g = check.Possible
	}
	if a > 0 && saints[t.Words[a-1].Lower] {
		return p, false
	}
	from, to := r.view.Place(t.Words[a].Start), r.view.Place(t.Words[b-1].End)
	if to <= from || !r.free(from, to) {
		return p, false
	}
	if r.own.has(r.s[from:to]) {
		return p, false
	}
	at := check.Span{Start: t.Words[a].Start, End: t.Words[b-1].End}
	r.take(from, to)
	if b-a == 1 {
		g = min(g, check.Likely) // a first name alone, or a surname, points out several
		if r.addressed(a) {
			g = check.Possible // said to the one who is answered or by the one who answers
		}
	}
	r.notes.Point(ruleName, at, g,
		lingo.T("Här nämns en person vid namn.", "A person is named here."),
		lingo.T("Har personen sagt ja, eller är det någon som företräder myndigheten? Annars: skriv utan namn.", "Has the person agreed, or do they represent the authority? Otherwise: write without the name."))
	return person{sentence: t.Words[a].Sentence, grade: g}, true
}

var (
	greetings = words("hej hejsan hallå hallo tjena bästa kära morgon middag kväll")
	closings  = words("hälsning hälsningar hälsningarna mvh mvh. vänligen vh hälsar")
)

// addressed reports whether word i is greeted where the text begins, or signs where it ends.
func (r *reader) addressed(i int) bool {
	t := r.prose
	if i > 0 && i <= 3 && greetings[t.Words[i-1].Lower] && t.Joined(i-1) {
		return true
	}
	return i > 0 && i+3 >= len(t.Words) && (closings[t.Words[i-1].Lower] || strings.HasSuffix(t.Gap(i-1), "/"))
}

// remember keeps the surname of somebody who has been named.
func (r *reader) remember(lower string) {
	if len(lower) <= 3 {
		return
	}
	if r.known == nil {
		r.known = map[string]bool{}
	}
	r.known[strings.TrimSuffix(lower, "s")] = true
}

package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/gazetteer"
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

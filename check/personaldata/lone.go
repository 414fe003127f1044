package personaldata

import (
	"slices"
	"strings"

	"tilltal/check"
	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// How sure the model must be before a lone word with a capital is asked about, in a sentence where nobody else is named. The limits
// were set by cross-validation on the part of the newspaper text that the model is made from.
const (
	lonePatron  = .04 // somebody's son or daughter
	loneSpoken  = .05 // somebody who speaks, or does what only people do
	loneLabel   = .1  // before a colon, as the one who writes is named
	loneSurname = .15 // built as surnames are
	loneListed  = .2  // on the lists, of whatever country
	lonely      = .3  // by the model alone
	loneDoubt   = .35 // what may also be a place or a word
)

// lone asks, as possible, about surnames that stand alone and are on no list: "Berggren började som back". A newspaper names people so
// from the second sentence on, and so do comments.
func (r *reader) lone(grades []check.Grade, model []nametag.Guess) {
	before := false
	for _, s := range r.prose.Sentences {
		beast := r.creature(s)
		named := beast || before // a plough that has been given a name
		before = beast
		for _, g := range grades[s.First:s.Last] {
			named = named || g > check.None
		}
		for i := s.First; i < s.Last && !named; i++ {
			if grades[i] == check.None && model[i].Person > 0 && r.alone(i) && r.nameless(i) && r.asked(i, model[i]) {
				grades[i] = check.Possible
			}
		}
	}
}

// creature reports whether a sentence speaks of a beast or a thing that is given names.
func (r *reader) creature(s prose.Sentence) bool {
	return slices.ContainsFunc(r.prose.Words[s.First:s.Last], func(w prose.Word) bool { return creatures[w.Lower] })
}

// alone reports whether word i has a capital and no neighbour that has one.
func (r *reader) alone(i int) bool {
	t := r.prose
	if !t.Words[i].Capital || t.Words[i].Kind != prose.Plain || i+1 < len(t.Words) && linked(t, i) && t.Words[i+1].Capital {
		return false
	}
	return i == 0 || !linked(t, i-1) || !t.Words[i-1].Capital || t.Opens(i-1) && nametag.Learned().Common(t.Words[i-1].Lower)
}

// nameless reports whether word i is not known as anything else than a name of a person.
func (r *reader) nameless(i int) bool {
	w := r.prose.Words[i]
	stem := strings.TrimSuffix(w.Lower, "s")
	_, place := gazetteer.Place(stem)
	switch {
	case place, shouting(r.prose.Raw[w.Start:w.End]), strings.Contains(w.Lower, "-"), things[w.Lower], things[stem], organised(w.Lower), notPersons[w.Lower], r.place(i):
		return false
	case gazetteer.World(w.Lower) || gazetteer.World(stem):
		return r.listed(i) && !placed[r.previous(i)]
	case gazetteer.Person(w.Lower).Has(gazetteer.Surname):
		return true
	}
	return !nametag.Learned().Common(w.Lower) && lexicon.Of(w.Lower)&^lexicon.Name == 0 && !compounded(w.Lower)
}

// placed are words that a place follows.
var placed = words("i från till via kring nära utanför norra södra östra västra")

// listed reports whether word i is a name on the lists, and not only as a word.
func (r *reader) listed(i int) bool { return r.part(i).kinds&^gazetteer.Word != 0 }

// previous is the word before word i in its sentence, or empty.
func (r *reader) previous(i int) string {
	if i == 0 || r.prose.Opens(i) || !r.prose.Joined(i-1) {
		return ""
	}
	return r.prose.Words[i-1].Lower
}

// compounded reports whether a word ends in a noun, as an unknown compound does: such a word has its capital for another reason.
func compounded(lower string) bool {
	for i := 3; i+5 <= len(lower); i++ {
		if lower[i]&0xC0 != 0x80 && lexicon.Of(lower[i:])&lexicon.Noun != 0 {
			return true
		}
	}
	return false
}

// asked weighs what the model thinks of word i with how it is built and who stands beside it.
func (r *reader) asked(i int, g nametag.Guess) bool {
	w := r.prose.Words[i]
	stem := strings.TrimSuffix(w.Lower, "s")
	before, after := r.previous(i), ""
	if i+1 < len(r.prose.Words) && linked(r.prose, i) {
		after = r.prose.Words[i+1].Lower
	}
	neither := g.Kind != nametag.Place && g.Kind != nametag.Organisation
	switch {
	case strings.HasSuffix(before, "årige") || strings.HasSuffix(before, "åriga") || titles[before]:
		return true
	case strings.HasSuffix(stem, "sson") || strings.HasSuffix(stem, "sdotter"):
		return g.Person >= lonePatron
	case strings.HasPrefix(r.prose.Gap(i), ":") && r.prose.Opens(i):
		return g.Person >= loneLabel
	case nametag.Learned().Common(w.Lower) || lexicon.Of(w.Lower)&^lexicon.Name != 0 || gazetteer.World(stem) && !neither:
		return g.Person >= loneDoubt && r.listed(i)
	case gazetteer.LooksLikeSurname(stem) || gazetteer.Built(stem):
		return g.Person >= loneSurname
	case neither && (speech[before] || before == "enligt" || deeds[after]):
		return g.Person >= loneSpoken
	case r.listed(i):
		return g.Person >= loneListed
	}
	return g.Person >= lonely && g.Kind == nametag.Person && !placed[before]
}

// deeds are what hardly anything but a person does.
var deeds = words(`sade säger sa skrev skriver berättar berättade menar menade tycker tyckte anser ansåg lovade lovar tränar tränade knuffar visste vet ville tror trodde hoppas hoppades hävdar hävdade svarar svarade
	minns mindes kände känner flydde anlände avgick valdes utsågs dömdes greps åtalas toppar uppger uppgav påpekar konstaterade konstaterar förklarade förklarar tillägger understryker medger erkände slutade jobbar
	jobbade bor bodde hälsar hälsade ringde kallades heter sitter satt mår dog avled föddes gifte fyller log skrattar skrattade gråter grät förvaltade älskar ljuger ljög glömde lärde ber bad`)

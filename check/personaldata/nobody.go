package personaldata

import (
	"slices"
	"strings"

	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// creatures are beasts and things that are given names as people are.
var creatures = words("hund hunden tjänstehund tjänstehunden polishund polishunden narkotikahund spårhunden ledarhunden katt katten häst hästen ponnyn kossan kon grisen båt båten färjan fartyget plogbil plogbilen " +
	"roboten maskinen lejonet björnen vargen lodjuret valpen kaninen papegojan stormen orkanen boken filmen")

// creature reports whether a word in small letters is such a beast or thing.
func creature(lower string) bool {
	return creatures[lower] || slices.ContainsFunc(creatureEndings, func(e string) bool { return strings.HasSuffix(lower, e) })
}

// creatureEndings are how such words end: "polishästen", "plogbilen".
var creatureEndings = strings.Fields("bilen hunden hästen katten båten färjan roboten")

// place reports whether word i is said to be no person: the place that the account speaks of, what is no given name after "i", a
// beast, or a day.
func (r *reader) place(i int) bool {
	w := r.prose.Words[i].Lower
	if home := prose.Plainly(r.in.Place); home != "" && (w == home || w == home+"s") {
		return true
	}
	if i > 0 && r.prose.Joined(i-1) && creature(r.prose.Words[i-1].Lower) || r.dated(i) || r.outcry(i) {
		return true
	}
	if i == 0 || r.prose.Words[i-1].Lower != "i" || !r.prose.Joined(i-1) {
		return false
	}
	_, town := gazetteer.Place(w) // Vilhelmina and Dorotea are also given names
	return town || !r.part(i).kinds.Has(gazetteer.Given|gazetteer.GivenAbroad)
}

// outcry reports whether word i is called out and meant for nobody: "Jesus vad dyrt".
func (r *reader) outcry(i int) bool {
	t := r.prose
	return t.Opens(i) && t.Words[i].Lower == "jesus" && t.Joined(i) && outcries[t.Words[i+1].Lower]
}

var outcries = words("vad så vilken vilket vilka christ kristus")

// englishDays are the months and days that English writes with a capital, some of which are names.
var englishDays = words("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday easter christmas")

// beforeDays are words that a month or a day follows in English.
var beforeDays = words("in on of by until from since this next last every early late mid before after during")

// dated reports whether word i is a month or a day in English: the text is, or a number or a word that days follow stands before.
func (r *reader) dated(i int) bool {
	if !englishDays[r.prose.Words[i].Lower] {
		return false
	}
	if strings.HasPrefix(r.in.Language, "en") {
		return true
	}
	if i == 0 || r.prose.Opens(i) {
		return false
	}
	before := r.prose.Words[i-1]
	return beforeDays[before.Lower] || before.Lower != "" && before.Lower[0] >= '0' && before.Lower[0] <= '9'
}

// presents reports whether word i says who somebody is, before the name: "Svensken Anna Berg", "ECB-chefen Anna Berg".
func (r *reader) presents(i, to int) bool {
	lower := r.prose.Words[i].Lower
	if i+1 >= to || r.part(i).kinds&^gazetteer.Word != 0 || creature(lower) {
		return false
	}
	joined := strings.LastIndexByte(lower, '-') + 1
	tail := lower[joined:]
	if len(tail) < 5 || !slices.ContainsFunc(offices, func(e string) bool { return strings.HasSuffix(tail, e) }) {
		return false
	}
	return len(lower) > 6 && r.prose.Opens(i) && r.part(i+1).kinds.Has(gazetteer.Given|gazetteer.GivenAbroad) ||
		lexicon.Of(tail)&lexicon.Noun != 0 || nametag.Compounded(tail)
}

// offices are how words end that say who somebody is.
var offices = []string{"en", "et", "an", "na", "nas", "or", "ör", "are", "ska", "chef", "minister", "rige", "riga"}

// thing reports whether a word by itself is more often a place, a company, a club or a newspaper than somebody.
func (r *reader) thing(lower string) bool {
	stem := strings.TrimSuffix(lower, "s")
	if nametag.Thing(lower) || sight(lower) {
		return true
	}
	return (gazetteer.World(lower) || gazetteer.World(stem)) && !gazetteer.Person(lower).Has(gazetteer.Given)
}

// brand reports whether word i is well known as a company or a club, and no name of Swedes.
func (r *reader) brand(i int) bool {
	return nametag.Thing(r.prose.Words[i].Lower) && !r.part(i).kinds.Has(gazetteer.Given|gazetteer.Surname)
}

// firstOfNobody are words that begin names of places, operations and bands: "Los Angeles", "Lex Maria".
var firstOfNobody = words("lex operation los las san santa saint new north south east west camp fort mount lake port buckingham playa costa villa hotel hotell restaurang café the young old big black white red blue x")

// nobody reports whether a row of words is known as something that is nobody: a town of two words, a saint's place, a club or a
// company that begins with its town or its name, letters that stand for an organisation beside one more word.
func (r *reader) nobody(from, to int) bool {
	if to-from < 2 || to-from > 4 || r.initialled(from) > 0 {
		return false
	}
	words := r.prose.Words
	first, next := words[from], words[from+1]
	if initials(r.prose.Raw[first.Start:first.End]) == 1 && (r.model.Common(next.Lower) || lexicon.Of(next.Lower)&^lexicon.Name != 0 || gazetteer.World(next.Lower)) {
		return true // "Plan B. Kommunen öppnar"
	}
	if creature(first.Lower) || saints[first.Lower] || firstOfNobody[first.Lower] || gazetteer.World(prose.Plainly(r.prose.Raw[first.Start:words[to-1].End])) {
		return true
	}
	if owned := r.part(to - 2).genitive; notPersons[words[to-1].Lower] && (owned || !r.part(to-1).kinds.Has(gazetteer.Surname|gazetteer.SurnameAbroad) && !r.part(from).kinds.Has(gazetteer.Given)) {
		return true // a company, a street or a hall that is called after somebody
	}
	if given := gazetteer.Given | gazetteer.GivenAbroad; r.part(from).kinds.Has(given) || r.part(from+1).kinds.Has(given) {
		return false
	}
	if _, place := gazetteer.Place(first.Lower); place || nametag.Thing(first.Lower) {
		return true
	}
	if _, tail, ok := strings.Cut(r.prose.Raw[first.Start:first.End], "-"); ok && prose.Plainly(tail) == tail {
		return false // "EU-kommissionären Vestager"
	}
	if roman(r.prose.Raw[next.Start:next.End]) {
		return false
	}
	letters := shouting(r.prose.Raw[first.Start:first.End]) != shouting(r.prose.Raw[next.Start:next.End])
	return letters && to-from == 2 && first.End-first.Start > 1 && next.End-next.Start > 1
}

// crowned are the names of those Swedish kings that had a number, who are all long dead but for one with two names.
var crowned = words("karl gustav erik johan oscar oskar magnus")

// reigned reports whether words [a, b) are the name of a king or a pope, with the number in it or after it.
func (r *reader) reigned(a, b int) bool {
	t := r.prose
	at := b - 1
	if b < len(t.Words) && t.Joined(b-1) && roman(t.Raw[t.Words[b].Start:t.Words[b].End]) {
		at = b
	}
	w := t.Words[at]
	return at > a && roman(t.Raw[w.Start:w.End]) && w.Sentence == t.Words[a].Sentence
}

func roman(s string) bool { return s != "" && strings.Trim(s, "IVX") == "" }

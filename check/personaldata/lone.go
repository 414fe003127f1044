package personaldata

import (
	"slices"
	"strings"

	"tilltal/check"
	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/nametag"
	"tilltal/check/prose"
	"tilltal/check/tongue"
)

// How sure the model must be before a lone word with a capital is asked about, in a sentence where nobody else is named. The limits
// were set by cross-validation on the part of the newspaper text that the model is made from: as low as leaves a precision of .92 there.
const (
	lonePatron = .013 // somebody's son or daughter
	loneActs   = .033 // on the lists, but also a word, and does what only people do
	loneLabel  = .067 // before a colon, as the one who writes is named
	loneSpoken = .13  // somebody who speaks, or does what only people do
	loneBuilt  = .13  // built as surnames are, in the midst of a sentence
	loneDoubt  = .19  // on the lists, but also a place or a word
	loneOpens  = .33  // the same, where a sentence opens
	loneWord   = .4   // on no list, and a word, in the midst of a sentence
	loneOffice = .03  // after a title
	loneRow    = .3   // on the average, for a row of words
	loneEach   = .03  // each word of such a row
	lonely     = .22  // any other
)

// lone asks, as possible, about surnames that stand alone and are on no list: "Berggren började som back". A newspaper names people so
// from the second sentence on, and so do comments.
func (r *reader) lone(grades []check.Grade, model []nametag.Guess) {
	before := false
	for _, s := range r.prose.Sentences {
		beast := r.creature(s)
		named := beast || before // a plough that has been given a name
		before = beast
		for i := s.First; i < s.Last; i++ {
			if named && grades[i] == check.Possible && r.alone(i) && !r.listed(i) {
				grades[i] = check.None
			}
		}
		for _, g := range grades[s.First:s.Last] {
			named = named || g > check.None
		}
		if !named {
			named = r.rows(s, grades, model)
		}
		for i := s.First; i < s.Last && !named; i++ {
			if grades[i] == check.None && model[i].Person > 0 && r.alone(i) && !r.neuter(i) && !r.foreign(i) && (r.telling(i) || r.nameless(i) && r.asked(i, model[i])) {
				grades[i] = check.Possible
			}
		}
	}
}

// rows asks about rows of two to four words with capitals that lean towards being a name, though none of them says so alone.
func (r *reader) rows(s prose.Sentence, grades []check.Grade, model []nametag.Guess) (found bool) {
	t := r.prose
	for i := s.First; i < s.Last; {
		end, sum, least := i+1, model[i].Person, model[i].Person
		for t.Words[i].Capital && end < s.Last && t.Linked(end-1) && (t.Words[end].Capital || particle(t, end)) {
			sum, least = sum+model[end].Person, min(least, model[end].Person)
			end++
		}
		if n := end - i; n > 1 && n < 5 && sum/float32(n) >= loneRow && least >= loneEach && r.nameful(i, end, grades) && !r.nobody(i, end) {
			for j := i; j < end; j++ {
				grades[j] = check.Possible
			}
			found = true
		}
		i = end
	}
	return found
}

// foreign reports whether word i is on no list and opens a sentence of a text in another language than Swedish: to a model of Swedish
// each such word is a stranger, "Today", "Huomenna".
func (r *reader) foreign(i int) bool {
	if r.listed(i) {
		return false
	}
	heard := r.tongue()
	return heard != tongue.Unknown && !strings.HasPrefix(heard, "sv") && (r.prose.Opens(i) || r.german())
}

// german reports whether the text is in German, where a capital says that a word is a noun and no more: only who is on the lists is seen.
func (r *reader) german() bool { return strings.HasPrefix(r.tongue(), "de") }

// creature reports whether a sentence speaks of a beast or a thing that is given names.
func (r *reader) creature(s prose.Sentence) bool {
	return slices.ContainsFunc(r.prose.Words[s.First:s.Last], func(w prose.Word) bool { return creatures[w.Lower] })
}

// alone reports whether word i has a capital and no neighbour that has one.
func (r *reader) alone(i int) bool {
	t := r.prose
	if !t.Words[i].Capital || t.Words[i].Kind != prose.Plain || i+1 < len(t.Words) && t.Linked(i) && t.Words[i+1].Capital {
		return false
	}
	return i == 0 || !t.Linked(i-1) || !t.Words[i-1].Capital || t.Opens(i-1) && (r.model.Common(t.Words[i-1].Lower) || office(t.Words[i-1].Lower) || salutes[t.Words[i-1].Lower])
}

// nameless reports whether word i is not known as anything else than a name of a person.
func (r *reader) nameless(i int) bool {
	w := r.prose.Words[i]
	stem := strings.TrimSuffix(w.Lower, "s")
	_, place := gazetteer.Place(stem)
	switch {
	case (r.nobly(i) || r.called(i)) && !place && !nametag.Organised(w.Lower), r.aged(i) && r.listed(i), r.titled(i) && !place && r.strange(i):
		return true
	case len(w.Lower) < 2 || len(w.Lower) < 3 && !r.listed(i) || strings.Contains(w.Lower, "."):
		return false
	case strings.HasPrefix(w.Lower, "al-") || strings.HasPrefix(w.Lower, "el-"):
		return true
	case place, shouting(r.prose.Raw[w.Start:w.End]), strings.Contains(w.Lower, "-") && !r.listed(i), nametag.Thing(w.Lower), sight(w.Lower), nametag.Organised(w.Lower), notPersons[w.Lower], office(w.Lower) && !r.listed(i), r.place(i), r.service(i):
		return false
	case gazetteer.World(w.Lower) || gazetteer.World(stem):
		return r.listed(i) && (!placed[r.previous(i)] || r.owning(i))
	case gazetteer.Person(w.Lower).Has(gazetteer.Surname):
		return true
	}
	built := gazetteer.LooksLikeSurname(stem) || gazetteer.Built(stem)
	return !r.model.Common(w.Lower) && (lexicon.Of(w.Lower)&^lexicon.Name == 0 || !r.prose.Opens(i)) && (built || !nametag.Compounded(w.Lower))
}

// services are how words end that authorities call what they offer: "Trafikguiden", "Vårdappen".
var services = strings.Fields("fullmäktige nämnden styrelsen utskottet förvaltningen guiden handboken tjänsten portalen linjen appen podden bloggen loppet dagen veckan kortet hjälpen jouren skolan")

// service reports whether word i is such a word, and no name on the lists.
func (r *reader) service(i int) bool {
	return !r.listed(i) && slices.ContainsFunc(services, func(e string) bool { return strings.HasSuffix(r.prose.Words[i].Lower, e) })
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

// asked weighs what the model thinks of word i with how it is built and who stands beside it.
func (r *reader) asked(i int, g nametag.Guess) bool {
	w := r.prose.Words[i]
	stem := strings.TrimSuffix(w.Lower, "s")
	before, after := r.previous(i), ""
	if i+1 < len(r.prose.Words) && r.prose.Linked(i) {
		after = r.prose.Words[i+1].Lower
	}
	towards := placed[before] && !r.owning(i) && after != "som"
	neither := g.Kind != nametag.Place && g.Kind != nametag.Organisation
	switch {
	case strings.HasSuffix(before, "årige") || strings.HasSuffix(before, "åriga") || r.titled(i) && g.Person >= loneOffice || r.nobly(i) || r.called(i) || r.aged(i) || strings.HasPrefix(w.Lower, "al-"):
		return true
	case nametag.Leads(before) && !r.listed(i) || joints[before]:
		return false
	case strings.HasSuffix(stem, "sson") || strings.HasSuffix(stem, "sdotter"):
		return g.Person >= lonePatron
	case strings.HasPrefix(r.prose.Gap(i), ":") && r.prose.Opens(i):
		return g.Person >= loneLabel
	case r.model.Common(w.Lower) || lexicon.Of(w.Lower)&^lexicon.Name != 0 || gazetteer.World(stem):
		return g.Person >= r.doubt(i, after) && r.listed(i) || g.Person >= loneWord && !r.prose.Opens(i)
	case (neither || r.listed(i)) && (speech[before] || before == "enligt" || deeds[after]):
		return g.Person >= loneSpoken
	case (gazetteer.LooksLikeSurname(stem) || gazetteer.Built(stem)) && g.Kind != nametag.Place && !towards && !r.prose.Opens(i):
		return g.Person >= loneBuilt
	}
	return g.Person >= lonely && !towards
}

// called reports whether word i is what somebody is called: "hon heter Sherwan", "läkaren hette visst Papadopoulos".
func (r *reader) called(i int) bool {
	before := r.previous(i)
	return calling[before] || hedges[before] && calling[r.previous(i-1)]
}

var (
	calling = words("heter hette")
	hedges  = words("visst nog väl tydligen egentligen alltså ju nu också bara kanske")
)

// doubt is how sure the model must be of what is also a word or a place: surer where a sentence opens, unless somebody acts.
func (r *reader) doubt(i int, after string) float32 {
	switch {
	case !r.prose.Opens(i):
		return loneDoubt
	case deeds[after]:
		return loneActs
	}
	return loneOpens
}

// nobly reports whether a von or an af stands before word i, also with an article after it: "von der Leyen".
func (r *reader) nobly(i int) bool {
	before := r.previous(i)
	return noble[before] || (before == "der" || before == "dem") && i > 1 && r.prose.Words[i-2].Lower == "von"
}

// noble are what stands before surnames of the nobility.
var noble = words("von af")

// joints are words of titles in English, which name no person: "Game of Thrones".
var joints = words("of the and")

// deeds are what hardly anything but a person does.
var deeds = words(`sade säger sa skrev skriver berättar berättade menar menade tycker tyckte anser ansåg lovade lovar tränar tränade knuffar visste vet ville tror trodde hoppas hoppades hävdar hävdade svarar svarade
	minns mindes kände känner flydde anlände avgick valdes utsågs dömdes greps åtalas toppar uppger uppgav påpekar konstaterade konstaterar förklarade förklarar tillägger understryker medger erkände slutade jobbar
	jobbade bor bodde hälsar hälsade ringde kallades heter sitter satt mår dog avled föddes gifte fyller log skrattar skrattade gråter grät förvaltade älskar ljuger ljög glömde lärde ber bad`)

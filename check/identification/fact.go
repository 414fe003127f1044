package identification

import (
	"strings"

	"tilltal/check"
	"tilltal/check/prose"
)

// kind is what a fact is about. Those before place narrow down who it is.
type kind int

const (
	sex kind = iota
	age
	role
	vehicle
	school
	class
	family
	origin
	look
	health
	single // the only one, the oldest
	place
	event    // others saw it
	touching // what nobody wants told: a crime, an illness, a decision
	somebody // one individual, of whom the word says no more
)

// fact is one thing the text says of somebody.
type fact struct {
	kind     kind
	share    float64 // of the inhabitants whom it fits
	people   int     // of a place
	person   bool    // it is about one individual
	text     string
	at       check.Span
	sentence int
}

// meaning is what a phrase on the list says.
type meaning struct {
	kind   kind
	share  float64
	person bool
}

// read finds the facts, in the order of the text. A sentence that speaks to the reader ("är du en man i 40-årsåldern") describes
// nobody.
func read(t *prose.Text) []fact {
	var out []fact
	addressed, sentence, begin := -1, -1, 0
	told := false // the sentence has told something of somebody
	for i := 0; i < len(t.Words); {
		w := t.Words[i]
		if w.Sentence != sentence {
			sentence, begin, told = w.Sentence, len(out), false
		}
		if w.Lower == "du" || w.Lower == "ni" || w.Lower == "dig" {
			addressed, out = w.Sentence, out[:begin]
		}
		if w.Sentence == addressed {
			i++
			continue
		}
		n, m, people := at(t, i, told)
		if n > 0 && !(m.kind == role && office(t, i, n)) && !(m.kind >= event && denied(t, i)) {
			span := check.Span{Start: w.Start, End: t.Words[i+n-1].End}
			out = append(out, fact{kind: m.kind, share: m.share, person: m.person, people: people, text: t.Raw[span.Start:span.End], at: span, sentence: sentence})
			told = told || m.kind < place || m.kind == somebody
		}
		i += max(n, 1)
	}
	return out
}

// at reads the fact that begins with word i, as a number of words; n is 0 when none does. Told says that the sentence has told
// something of somebody already.
func at(t *prose.Text, i int, told bool) (n int, m meaning, people int) {
	for _, scan := range []func(*prose.Text, int, bool) (int, meaning){car, brood, only, listed, years, grade, trade} {
		if n, m := scan(t, i, told); n > 0 {
			return n, m, 0
		}
	}
	if pupils(t, i) {
		return 1, meaning{school, .1, false}, 0
	}
	if n, people := town(t, i); n > 0 {
		return n, meaning{kind: place}, people
	}
	switch {
	case i == 0 || !article(t, i):
	case one[t.Words[i].Lower]:
		return 1, meaning{sex, .5, true}, 0
	case whoever[t.Words[i].Lower]:
		return 1, meaning{somebody, 1, true}, 0
	}
	return 0, m, 0
}

// listed reads what stands on the list. What is taught or spoken ("läraren i franska", "på samiska") is nobody's origin.
func listed(t *prose.Text, i int, _ bool) (int, meaning) {
	n, m := phrases.At(t, i)
	if m.kind == origin && i > 0 && (t.Words[i-1].Lower == "i" || t.Words[i-1].Lower == "på") {
		return 0, meaning{}
	}
	return n, m
}

// one are words for a person that tell the sex, after "en" with a word or two between: "en 14-årig kille".
var one = words(`pojke flicka man kille tjej kvinna dam herre gubbe tant snubbe grabb yngling farmor farfar mormor morfar mamma pappa`)

// whoever are words for one individual that say no more of her.
var whoever = words(`elev patient brukare klient person förare turist student sökande pensionär passagerare cyklist bilist medborgare medarbetare granne ungdom tonåring hundägare hästägare villaägare bilägare båtägare sommargäst`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// denied reports whether a word just before takes it back: "ingen är skadad".
func denied(t *prose.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3) && t.Words[j].Sentence == t.Words[i].Sentence; j-- {
		switch t.Words[j].Lower {
		case "ingen", "inga", "inte", "inget":
			return true
		}
	}
	return false
}

// article tells "en 45-årig man" from "man" as everybody.
func article(t *prose.Text, i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		if t.Words[j].Sentence == t.Words[i].Sentence && (t.Words[j].Lower == "en" || strings.HasSuffix(t.Words[j].Lower, "årig")) {
			return true
		}
	}
	return false
}

// office reports whether an occupation stands for an office and not for somebody: who is sought ("vi söker en lärare"), who speaks
// ("säger rektorn"), and who is named and so not to be guessed.
func office(t *prose.Text, i, n int) bool {
	w := t.Words[i]
	for j := i - 1; j >= max(0, i-6) && t.Words[j].Sentence == w.Sentence; j-- {
		if seeking[t.Words[j].Lower] || j == i-1 && speaking[t.Words[j].Lower] {
			return true
		}
	}
	if next := i + n; next < len(t.Words) && t.Joined(next-1) {
		if speaking[t.Words[next].Lower] {
			return true
		}
		k, _ := town(t, next)
		return t.Words[next].Capital && k == 0
	}
	return false
}

var (
	seeking  = words(`söker sökes rekryterar anställer lediga ledig anställa rekrytera utbilda`)
	speaking = words(`säger berättar förklarar skriver uppger menar enligt svarar bjuder tipsar`)
)

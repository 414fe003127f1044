package identification

import (
	"strings"

	"tilltal/check"
	"tilltal/check/gazetteer"
	"tilltal/check/prose"
)

// kind is what a fact is about.
type kind int

const (
	sex kind = iota
	age
	role
	vehicle
	school
	family
	origin
	look
	place
	event
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
	add := func(i, n int, m meaning, people int) {
		at := check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}
		out = append(out, fact{kind: m.kind, share: m.share, person: m.person, people: people, text: t.Raw[at.Start:at.End], at: at, sentence: t.Words[i].Sentence})
	}
	addressed, sentence, begin := -1, -1, 0
	for i := 0; i < len(t.Words); {
		w := t.Words[i]
		if w.Sentence != sentence {
			sentence, begin = w.Sentence, len(out)
		}
		if w.Lower == "du" || w.Lower == "ni" || w.Lower == "dig" {
			addressed, out = w.Sentence, out[:begin]
		}
		if w.Sentence == addressed {
			i++
			continue
		}
		n := 1
		if k, m := phrases.At(t, i); k > 0 {
			add(i, k, m, 0)
			n = k
		} else if k, m, ok := years(t, i); ok {
			add(i, k, m, 0)
			n = k
		} else if pupils(t, i) {
			add(i, 1, meaning{school, .1, false}, 0)
		} else if k, people := town(t, i); k > 0 {
			add(i, k, meaning{kind: place}, people)
			n = k
		} else if w.Lower == "man" && i > 0 && article(t, i) {
			add(i, 1, meaning{sex, .5, true}, 0)
		}
		i += n
	}
	return out
}

// article tells "en 45-årig man" from "man" as everybody.
func article(t *prose.Text, i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		if t.Words[j].Sentence == t.Words[i].Sentence && (t.Words[j].Lower == "en" || strings.HasSuffix(t.Words[j].Lower, "-årig")) {
			return true
		}
	}
	return false
}

// years reads an age: 45-årig, 45-åring, 45 år, i 40-årsåldern.
func years(t *prose.Text, i int) (n int, m meaning, ok bool) {
	w := t.Words[i]
	if w.Kind != prose.Number {
		return 0, m, false
	}
	if beside(t, i) {
		return 1, meaning{age, .0125, false}, true
	}
	digits := 0
	for digits < len(w.Lower) && w.Lower[digits] >= '0' && w.Lower[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 3 {
		return 0, m, false
	}
	switch rest := strings.Trim(w.Lower[digits:], "-‑–"); {
	case strings.HasPrefix(rest, "årsålder"):
		return 1, meaning{age, .13, false}, true
	case rest == "åring" || rest == "åringen" || rest == "årige" || rest == "åriga" || rest == "årig" || rest == "årigt":
		return 1, meaning{age, .0125, rest != "årigt"}, true
	case rest == "" && i+1 < len(t.Words) && t.Joined(i):
		next := t.Words[i+1].Lower
		if next == "årsåldern" {
			return 2, meaning{age, .13, false}, true
		}
		if next == "år" && i+2 < len(t.Words) && t.Joined(i+1) && t.Words[i+2].Lower == "gammal" {
			return 3, meaning{age, .0125, true}, true
		}
	}
	return 0, m, false
}

// beside reports whether word i is an age set between commas, as in newspapers: "mannen, 78, körde".
func beside(t *prose.Text, i int) bool {
	w := t.Words[i].Lower
	return len(w) == 2 && w >= "15" && w[0] <= '9' && w[1] <= '9' && i > 0 && t.Words[i-1].Kind == prose.Plain && t.Gap(i-1) == ", " && strings.HasPrefix(t.Gap(i), ",")
}

// pupils reads the name of a school or preschool: those who go there are few.
func pupils(t *prose.Text, i int) bool {
	w := t.Words[i]
	return w.Capital && w.Kind == prose.Plain && len(w.Lower) > 7 && (strings.HasSuffix(w.Lower, "skolan") || strings.HasSuffix(w.Lower, "skolans"))
}

// town reads the name of a place, of one or two words, also in the genitive.
func town(t *prose.Text, i int) (n, people int) {
	w := t.Words[i]
	if !w.Capital || w.Kind != prose.Plain {
		return 0, 0
	}
	if i+1 < len(t.Words) && t.Joined(i) {
		if p, ok := gazetteer.Place(w.Lower + " " + t.Words[i+1].Lower); ok {
			return 2, p
		}
	}
	if !t.Opens(i) || i+1 < len(t.Words) {
		if p, ok := gazetteer.Place(w.Lower); ok && !both(t, i) {
			return 1, p
		}
	}
	if p, ok := gazetteer.Place(strings.TrimSuffix(w.Lower, "s")); ok && !both(t, i) {
		return 1, p
	}
	return 0, 0
}

// both reports whether a place's name is also a word or a name (Berg, Mark, Nora), and nothing says that it is the place.
func both(t *prose.Text, i int) bool {
	if gazetteer.Person(t.Words[i].Lower) == 0 {
		return false
	}
	if i == 0 {
		return true
	}
	switch t.Words[i-1].Lower {
	case "i", "från", "till", "utanför", "vid", "på", "norr", "söder", "öster", "väster":
		return false
	}
	return true
}

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

// How sure the model must be for each grade; below, only the lists may still ask, and [reader.lone]. The limits were set by
// cross-validation on the newspaper text that the model is made from.
const (
	nameCertain = .97
	nameLikely  = .85
	nameAsked   = .5  // rather a name than not
	leaning     = .65 // on the average, for a row of words
)

// fromLists grades each word by the lists alone: None when no name was read there, and barred (below None) when the word is
// part of a name that is nobody's any longer.
func (r *reader) fromLists() []check.Grade {
	t := r.prose
	out := make([]check.Grade, len(t.Words))
	for i := 0; i < len(t.Words); {
		if n, known := famous.At(t, i); known {
			for j := range n {
				out[i+j] = barred
			}
			i += n
			continue
		}
		n, g := r.nameAt(i)
		if n == 0 || g == check.None {
			i += max(1, n)
			continue
		}
		for j := range n {
			out[i+j] = g
		}
		if n > 1 && g >= check.Likely {
			r.remember(t.Words[i+n-1].Lower)
		}
		i += n
	}
	return out
}

const barred check.Grade = -1

// weigh puts the two together, word by word. Where letters are written as letters are, the model has the last word and the lists
// may only ask; small letters and shouting are for the lists.
func (r *reader) weigh(lists []check.Grade, model []nametag.Guess) []check.Grade {
	t := r.prose
	out := make([]check.Grade, len(t.Words))
	for i, w := range t.Words {
		g := lists[i]
		switch {
		case g == barred:
			out[i] = barred
			continue
		case !w.Capital && model[i].Person < nameLikely, shouting(t.Raw[w.Start:w.End]):
			out[i] = g
			continue
		}
		out[i] = byModel(model[i].Person)
		switch {
		case out[i] != check.Possible:
		case r.titled(i):
			out[i] = check.Likely
		case !r.listed(i) && (office(w.Lower) || r.worded(i) || r.service(i) || tailed(t.Raw[w.Start:w.End])):
			out[i] = check.None
		}
		if !r.listed(i) && r.german() {
			out[i] = check.None
		}
		if out[i] == check.None && (g == check.Certain || g == check.Likely && r.clearly(i)) {
			out[i] = check.Possible
		}
	}
	for i := 0; i < len(out); {
		end := i + 1
		for end < len(out) && t.Linked(end-1) && t.Words[i].Capital && (t.Words[end].Capital || out[end] > check.None || particle(t, end)) {
			end++
		}
		r.whole(i, end, out, model)
		r.settle(i, end, out)
		i = end
	}
	r.again(out)
	r.lone(out, model)
	return out
}

// worded reports whether word i opens its sentence and is in the dictionary, or built of what is.
func (r *reader) worded(i int) bool {
	t, lower := r.prose, r.prose.Words[i].Lower
	return t.Opens(i) && (i == 0 || !t.Linked(i-1)) && (lexicon.Of(lower)&^lexicon.Name != 0 || nametag.Compounded(lower))
}

// tailed reports whether a word goes on in small letters after a hyphen: "O-negativ", "Nato-chefen".
func tailed(s string) bool {
	_, tail, ok := strings.Cut(s, "-")
	return ok && tail != "" && prose.Plainly(tail) == tail
}

// again takes up the surnames of those who are named in full: who is "Jomo Wikafur" in one sentence is "Wikafur" in the others.
func (r *reader) again(grades []check.Grade) {
	t := r.prose
	family := map[string]bool{}
	for i := 1; i < len(grades); i++ {
		w := t.Words[i]
		ends := i+1 == len(grades) || grades[i+1] <= check.None || !t.Linked(i)
		if ends && grades[i] >= check.Likely && grades[i-1] >= check.Likely && t.Linked(i-1) && len(w.Lower) > 3 && !r.model.Common(w.Lower) {
			family[strings.TrimSuffix(w.Lower, "s")] = true
		}
	}
	if len(family) == 0 {
		return
	}
	for i, w := range t.Words {
		if grades[i] == check.None && w.Capital && family[strings.TrimSuffix(w.Lower, "s")] && r.alone(i) && !r.place(i) &&
			(i+1 == len(t.Words) || !t.Linked(i) || !notPersons[t.Words[i+1].Lower]) {
			grades[i] = check.Likely
		}
	}
}

// whole makes one name of a row of two to four words when the model leans that way for the row, though not for each word: names
// that are on no list.
func (r *reader) whole(from, to int, grades []check.Grade, model []nametag.Guess) {
	for from < to && (office(r.prose.Words[from].Lower) || r.presents(from, to)) {
		from++
	}
	if to-from < 2 || to-from > 4 || !r.nameful(from, to, grades) {
		return
	}
	sum := float32(0)
	for i := from; i < to; i++ {
		sum += model[i].Person
	}
	if sum/float32(to-from) < leaning {
		return
	}
	for i := from; i < to; i++ {
		grades[i] = max(grades[i], check.Likely)
	}
}

// nameful reports whether none of the words of a row is known as anything but a name.
func (r *reader) nameful(from, to int, grades []check.Grade) bool {
	for i := from; i < to; i++ {
		lower := r.prose.Words[i].Lower
		stem := strings.TrimSuffix(lower, "s")
		if r.german() && !r.listed(i) || gazetteer.World(stem) && !r.listed(i) || nametag.Compounded(lower) && !r.listed(i) && !gazetteer.Built(stem) {
			return false
		}
		if i+1 == to && len(lower) < 2 || r.opener(i) || r.model.Common(lower) && !particles[lower] && !r.listed(i) || gazetteer.World(lower) || nametag.Thing(lower) || nametag.Organised(lower) || grades[i] == barred {
			return false
		}
	}
	return true
}

// settle looks at a row of words with capitals as a whole, and lets those be that name nobody: a row that ends as organisations
// and places do, letters by themselves, a country, a word that only opens its sentence, the title before the name.
func (r *reader) settle(from, to int, grades []check.Grade) {
	words := r.prose.Words
	for from < to && grades[from] != barred && (office(words[from].Lower) || r.opener(from) || r.presents(from, to)) {
		grades[from] = check.None
		from++
	}
	if !slices.ContainsFunc(grades[from:to], func(g check.Grade) bool { return g > check.None }) {
		return
	}
	if r.nobody(from, to) {
		r.erase(from, to, grades)
		return
	}
	letters := true
	if to > from && to < len(words) && r.prose.Linked(to-1) && notPersons[words[to].Lower] {
		to, letters = r.erase(from, to, grades), false
	}
	for i := from; i < to; i++ {
		letters = letters && len(words[i].Lower) <= 2 && (grades[i] < check.Certain || shouting(r.prose.Raw[words[i].Start:words[i].End]))
		if !nametag.Organised(words[i].Lower) {
			continue
		}
		letters = true
		break
	}
	w := prose.Word{}
	if from < to {
		w = words[from]
	}
	if letters || to-from == 1 && (grades[from] < check.Certain && !r.titled(from) && r.thing(w.Lower) || r.brand(from) || r.place(from)) {
		r.erase(from, to, grades)
	}
}

func (r *reader) erase(from, to int, grades []check.Grade) int {
	for i := from; i < to; i++ {
		grades[i] = check.None
	}
	return from
}

// particle reports whether word i is a von or a de between two words with capitals.
func particle(t *prose.Text, i int) bool {
	return particles[t.Words[i].Lower] && t.Words[i-1].Capital && i+1 < len(t.Words) && t.Linked(i) && t.Words[i+1].Capital
}

// clearly reports whether word i is a given name in Sweden and nothing else, in the midst of a sentence.
func (r *reader) clearly(i int) bool {
	if r.prose.Opens(i) {
		return false
	}
	return r.part(i).kinds == gazetteer.Given && !gazetteer.World(r.prose.Words[i].Lower)
}

// opener reports whether word i only has its capital because a sentence begins with it.
func (r *reader) opener(i int) bool {
	t := r.prose
	w := t.Words[i]
	return t.Opens(i) && (w.Lower == "i" || salutes[w.Lower] || gazetteer.Person(w.Lower)&^gazetteer.Word == 0 && r.model.Common(w.Lower))
}

var salutes = words("grattis tack hej hejsan välkommen välkomna hälsa heja hurra kära bästa")

// byModel cuts a likelihood into grades.
func byModel(p float32) check.Grade {
	switch {
	case p >= nameCertain:
		return check.Certain
	case p >= nameLikely:
		return check.Likely
	case p >= nameAsked:
		return check.Possible
	}
	return check.None
}

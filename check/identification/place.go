package identification

import (
	"strings"

	"tilltal/check/gazetteer"
	"tilltal/check/prose"
)

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

// grade reads the class that a pupil goes in: "i femman", "i 4B", "årskurs 6".
func grade(t *prose.Text, i int, _ bool) (int, meaning) {
	next := i + 1
	if next >= len(t.Words) || !t.Joined(i) {
		return 0, meaning{}
	}
	w, in := t.Words[next].Lower, t.Words[i].Lower
	digit := t.Words[next].Kind == prose.Number && w[0] >= '1' && w[0] <= '9'
	switch {
	case in == "årskurs" && digit, in == "i" && forms[w],
		(in == "i" || in == "klass") && digit && len(w) == 2 && w[1] >= 'a' && w[1] <= 'f':
		return 2, meaning{class, .0115, false}
	}
	return 0, meaning{}
}

var forms = words(`ettan tvåan trean fyran femman sexan sjuan åttan nian`)

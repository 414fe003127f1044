package nametag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/check/gazetteer"
	"tilltal/check/prose"
)

// most is how many pieces of evidence one word has room for.
const most = 80

// word is what is known of one word before its neighbours are asked.
type word struct {
	known   bool
	names   gazetteer.Name
	owns    bool // the name stands in the genitive
	place   bool
	common  bool // also an ordinary word
	capital bool
	like    bool // built as surnames are
	world   bool // a place anywhere
	built   bool // of the parts that Swedish surnames are made of
	east    bool // al-, el-
	shape   uint32
}

// reading is one text on its way through.
type reading struct {
	t      *prose.Text
	common map[string]bool
	words  []word
	kinds  []Kind           // as guessed so far
	hide   func(i int) bool // words whose place on the lists is kept back, while learning
	first  int              // the run of capital words that is being read: words [first, last)
	last   int
}

func newReading(t *prose.Text, common map[string]bool) *reading {
	return &reading{t: t, common: common, words: make([]word, len(t.Words)), kinds: make([]Kind, len(t.Words))}
}

// candidate reports whether word i may be part of a name: it has a capital, or it is a particle between two that have.
func (r *reading) candidate(i int) bool {
	w := r.t.Words[i]
	switch {
	case w.Kind != prose.Plain:
		return false
	case w.Capital:
		return true
	case strings.HasPrefix(w.Lower, "al-") || strings.HasPrefix(w.Lower, "el-"):
		return true
	case !particles[w.Lower] || i+1 >= len(r.t.Words) || !r.linked(i):
		return false
	}
	next := r.t.Words[i+1]
	if noble[w.Lower] && next.Capital {
		return true
	}
	return i > 0 && r.linked(i-1) && r.t.Words[i-1].Capital && (next.Capital || particles[next.Lower])
}

// linked reports whether word i and the next stand together: with a blank between, or the point of an initial.
func (r *reading) linked(i int) bool {
	w := r.t.Words[i]
	if r.t.Joined(i) {
		return w.Sentence == r.t.Words[i+1].Sentence
	}
	return w.Capital && w.End-w.Start <= 2 && r.t.Gap(i) == ". "
}

// at looks a word up, once.
func (r *reading) at(i int) *word {
	w := &r.words[i]
	if w.known {
		return w
	}
	token := r.t.Words[i]
	w.known, w.capital = true, token.Capital
	if token.Kind != prose.Plain {
		w.shape = 1
		return w
	}
	if r.hide == nil || !r.hide(i) {
		w.names = gazetteer.Person(token.Lower)
	}
	if w.names == 0 && (r.hide == nil || !r.hide(i)) {
		w.names, w.owns = gazetteer.Genitive(token.Lower)
	}
	_, w.place = gazetteer.Place(token.Lower)
	if !w.place {
		_, w.place = gazetteer.Place(strings.TrimSuffix(token.Lower, "s"))
	}
	w.common = r.common[token.Lower]
	w.world = gazetteer.World(token.Lower) || gazetteer.World(strings.TrimSuffix(token.Lower, "s"))
	w.built = gazetteer.Built(token.Lower) || gazetteer.Built(strings.TrimSuffix(token.Lower, "s"))
	w.east = strings.HasPrefix(token.Lower, "al-") || strings.HasPrefix(token.Lower, "el-")
	w.like = gazetteer.LooksLikeSurname(token.Lower) || gazetteer.LooksLikeSurname(strings.TrimSuffix(token.Lower, "s"))
	w.shape = shape(r.t.Raw[token.Start:token.End])
	return w
}

// shape tells how a word is written: all capitals, an initial, with a hyphen, a figure, a point.
func shape(s string) uint32 {
	var capitals, letters, n uint32
	var flags uint32
	for _, c := range s {
		n++
		switch {
		case unicode.IsUpper(c):
			capitals++
			letters++
			if n > 1 {
				flags |= 1
			}
		case unicode.IsLetter(c):
			letters++
		case c >= '0' && c <= '9':
			flags |= 2
		case c == '-' || c == '‑':
			flags |= 4
		default:
			flags |= 8
		}
	}
	if capitals == letters {
		flags |= 16
	}
	return 2 + flags | min(n, 4)<<8
}

// evidence collects features as numbers of buckets.
type evidence struct {
	list []uint32
	id   uint32
}

// add puts one more piece of evidence down: what kind it is, and what it says.
func (e *evidence) add(h hash) {
	e.id++
	if len(e.list) < cap(e.list) {
		e.list = append(e.list, uint32(h.number(e.id))%buckets)
	}
}

// hash mixes texts and numbers to one number (FNV-1a).
type hash uint32

const empty hash = 2166136261

func (h hash) text(s string) hash {
	for i := 0; i < len(s); i++ {
		h = (h ^ hash(s[i])) * 16777619
	}
	return (h ^ 0xff) * 16777619
}

func (h hash) number(n uint32) hash {
	for range 3 {
		h = (h ^ hash(n&0xff)) * 16777619
		n >>= 8
	}
	return h ^ h>>15
}

func (h hash) flag(b bool) hash {
	if b {
		return h.number(1)
	}
	return h.number(2)
}

// features lists the evidence about candidate i.
func (r *reading) features(i int, into []uint32) []uint32 {
	if i >= r.last {
		r.run(i)
	}
	e := &evidence{list: into}
	r.itself(e, i)
	r.neighbours(e, i)
	r.surroundings(e, i)
	return e.list
}

// run finds the row of candidates that stand together from i.
func (r *reading) run(i int) {
	r.first, r.last = i, i+1
	for r.last < len(r.t.Words) && r.last-i < 12 && r.linked(r.last-1) && r.candidate(r.last) {
		r.last++
	}
}

// lists sums what the lists say of a word.
func (w *word) lists() uint32 {
	n := uint32(w.names)
	if w.owns {
		n |= 1 << 8
	}
	if w.place {
		n |= 1 << 9
	}
	if w.common {
		n |= 1 << 10
	}
	if w.like {
		n |= 1 << 11
	}
	if w.capital {
		n |= 1 << 12
	}
	if w.world {
		n |= 1 << 13
	}
	if w.built {
		n |= 1 << 14
	}
	if w.east {
		n |= 1 << 15
	}
	return n
}

func (r *reading) itself(e *evidence, i int) {
	token, w := r.t.Words[i], r.at(i)
	lists, opens := w.lists(), r.t.Opens(i)
	e.add(empty)
	if r.hide == nil || !r.hide(-1) {
		e.add(empty.text(token.Lower))
	} else {
		e.id++
	}
	e.add(empty.text(tail(token.Lower, 2)))
	e.add(empty.text(tail(token.Lower, 3)))
	e.add(empty.text(tail(token.Lower, 4)))
	e.add(empty.text(tail(token.Lower, 5)))
	e.add(empty.text(token.Lower[:min(3, len(token.Lower))]))
	e.add(empty.number(w.shape))
	e.add(empty.number(uint32(w.names)))
	e.add(empty.number(lists))
	e.add(empty.number(lists).flag(opens))
	e.add(empty.flag(opens).flag(w.common))
	e.add(empty.flag(opens).number(w.shape).text(tail(token.Lower, 2)))
	e.add(empty.flag(w.place).number(uint32(w.names)))
	e.add(empty.flag(w.like).number(uint32(w.names)))
	for bit := range uint32(16) {
		if lists&(1<<bit) != 0 {
			e.add(empty.number(bit))
		} else {
			e.id++
		}
	}
}

// neighbours adds the words before and after.
func (r *reading) neighbours(e *evidence, i int) {
	w := r.at(i)
	before, after := r.beside(i, -1), r.beside(i, 1)
	e.add(empty.text(r.lower(i - 1)).text(r.gap(i - 1)))
	e.add(empty.text(r.lower(i - 2)))
	e.add(empty.text(r.lower(i + 1)).text(r.gap(i)))
	e.add(empty.text(r.lower(i + 2)))
	e.add(empty.text(r.gap(i - 1)))
	e.add(empty.text(r.gap(i)))
	e.add(empty.number(before))
	e.add(empty.number(after))
	e.add(empty.number(before).number(uint32(w.names)))
	e.add(empty.number(after).number(uint32(w.names)))
	e.add(empty.number(class(r.lower(i - 1))).text(r.gap(i - 1)))
	e.add(empty.number(class(r.lower(i + 1))).text(r.gap(i)))
	e.add(empty.number(class(r.lower(i - 1))).number(w.lists()))
	e.add(empty.number(class(r.lower(i + 1))).number(w.lists()))
	e.add(empty.text(tail(r.lower(i+1), 3)).text(r.gap(i)))
}

// surroundings adds the row of capital words that the word is part of, and what was guessed before it.
func (r *reading) surroundings(e *evidence, i int) {
	w := r.at(i)
	size, place := uint32(r.last-r.first), uint32(i-r.first)
	where := min(place, 3) | min(size, 4)<<4
	head, end := r.at(r.first), r.at(r.last-1)
	last := None
	if i > r.first {
		last = r.kinds[i-1]
	}
	earlier := r.earlier(i)
	e.add(empty.number(where))
	e.add(empty.number(where).number(w.lists()))
	e.add(empty.number(where).number(uint32(head.names)).number(uint32(end.names)))
	e.add(empty.text(r.lower(r.first - 1)).number(where))
	e.add(empty.text(r.lower(r.last)).text(r.gap(r.last - 1)))
	e.add(empty.number(class(r.lower(r.first - 1))).number(where))
	e.add(empty.number(class(r.lower(r.last))).number(where).text(r.gap(r.last - 1)))
	e.add(empty.text(tail(r.lower(r.last-1), 4)).number(where))
	e.add(empty.number(uint32(last)).flag(place > 0))
	e.add(empty.number(uint32(last)).flag(place > 0).number(w.lists()))
	e.add(empty.number(uint32(last)).flag(place > 0).text(tail(r.t.Words[i].Lower, 3)))
	e.add(empty.number(uint32(earlier)).text(r.lower(r.first - 1)).text(r.gap(r.first - 1)))
	e.add(empty.flag(r.t.Opens(r.first)).number(where).number(uint32(w.names)))
	e.add(empty.flag(r.t.Opens(r.first)).flag(head.common).number(where).number(uint32(end.names)))
}

// earlier is what the nearest candidate before this run was taken for, in the same sentence and at most three words away.
func (r *reading) earlier(i int) Kind {
	s := r.t.Words[i].Sentence
	for j := r.first - 1; j >= 0 && j >= r.first-3 && r.t.Words[j].Sentence == s; j-- {
		if r.kinds[j] != None {
			return r.kinds[j]
		}
	}
	return None
}

// beside sums what the lists say of the word next to i, when it stands together with it.
func (r *reading) beside(i, way int) uint32 {
	j := i + way
	if j < 0 || j >= len(r.t.Words) || !r.linked(min(i, j)) {
		return 1 << 20
	}
	return r.at(j).lists()
}

func (r *reading) lower(i int) string {
	if i < 0 || i >= len(r.t.Words) {
		return ""
	}
	w := r.t.Words[i]
	if w.Kind == prose.Number {
		return "0"
	}
	return w.Lower
}

// gap is what stands after word i, in short: nothing, a blank, or the first sign.
func (r *reading) gap(i int) string {
	if i < 0 || i+1 >= len(r.t.Words) {
		return "|"
	}
	g := r.t.Gap(i)
	if s := strings.TrimSpace(g); s != "" {
		_, n := utf8.DecodeRuneInString(s)
		return s[:n]
	}
	if strings.Contains(g, "\n") {
		return "\n"
	}
	return " "
}

// tail returns the last n bytes of a word, or a little less so that no letter is cut.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[len(s)-n:]
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}

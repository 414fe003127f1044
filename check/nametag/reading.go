package nametag

import (
	"strings"
	"unicode/utf8"

	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

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
	kind    uint32 // what the dictionary says
	read    bool   // kind is known
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
	case !particles[w.Lower] || i+1 >= len(r.t.Words) || !r.t.Linked(i):
		return false
	}
	next := r.t.Words[i+1]
	if noble[w.Lower] && next.Capital {
		return true
	}
	return i > 0 && r.t.Linked(i-1) && r.t.Words[i-1].Capital && (next.Capital || particles[next.Lower])
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

// What kind adds to what the dictionary says of a word.
const (
	compound = 1 << (7 + iota) // not in the dictionary, but ends in a noun that is
	hyphened
	lowTail // the part after the hyphen begins with a small letter: Nato-chefen
	absent  = 1 << 20
	unwordy = 1 << 19 // a number, a link
)

// kind is what the dictionary says of word i, or of what stands after its hyphen.
func (r *reading) kind(i int) uint32 {
	if i < 0 || i >= len(r.t.Words) {
		return absent
	}
	w := &r.words[i]
	if w.read {
		return w.kind
	}
	token := r.t.Words[i]
	w.read = true
	if token.Kind != prose.Plain {
		w.kind = unwordy + uint32(token.Kind)
		return w.kind
	}
	lower := token.Lower
	if at := strings.LastIndexByte(lower, '-') + 1; at > 0 && at < len(lower) {
		w.kind = hyphened
		if strings.HasSuffix(r.t.Raw[token.Start:token.End], lower[at:]) {
			w.kind |= lowTail
		}
		lower = lower[at:]
	}
	k := lexicon.Of(lower)
	w.kind |= uint32(k)
	if k == 0 && Compounded(lower) {
		w.kind |= compound
	}
	return w.kind
}

// longestCompound is the most bytes of a word that is taken apart.
const longestCompound = 40

// Compounded reports whether a word in small letters ends in a noun of four letters or more, as a compound does that is in no dictionary.
func Compounded(lower string) bool {
	if len(lower) > longestCompound {
		return false
	}
	for i := 3; i+4 <= len(lower); i++ {
		if lower[i]&0xC0 != 0x80 && lexicon.Of(lower[i:])&lexicon.Noun != 0 {
			return true
		}
	}
	return false
}

// run finds the row of candidates that stand together from i.
func (r *reading) run(i int) {
	r.first, r.last = i, i+1
	for r.last < len(r.t.Words) && r.last-i < 12 && r.t.Linked(r.last-1) && r.candidate(r.last) {
		r.last++
	}
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

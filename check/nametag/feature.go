package nametag

// most is how many pieces of evidence one word has room for.
const most = 140

// features lists the evidence about candidate i.
func (r *reading) features(i int, into []uint32) []uint32 {
	if i >= r.last {
		r.run(i)
	}
	e := &evidence{list: into}
	r.itself(e, i)
	r.known(e, i)
	r.neighbours(e, i)
	r.sentence(e, i)
	r.surroundings(e, i)
	r.letters(e, i)
	return e.list
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

// itself adds how the word is written and what the lists say of it.
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
	e.add(empty.text(token.Lower[:min(5, len(token.Lower))]))
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

// known adds what the dictionary says of the word, and what it is as a name of something that is nobody.
func (r *reading) known(e *evidence, i int) {
	token, w := r.t.Words[i], r.at(i)
	kind, lists, opens, thing := r.kind(i), w.lists(), r.t.Opens(i), sort(token.Lower)
	e.add(empty.number(kind))
	e.add(empty.number(kind).flag(opens))
	e.add(empty.number(kind).number(uint32(w.names)).flag(opens).flag(w.world))
	e.add(empty.number(kind).number(w.shape))
	e.add(empty.number(lists).number(kind).flag(opens))
	e.add(empty.number(lists).number(uint32(min(r.last-r.first, 2))).number(class(r.lower(i - 1))))
	e.add(empty.number(thing))
	e.add(empty.number(thing).number(uint32(w.names)))
	e.add(empty.number(sort(r.lower(r.last - 1))).number(uint32(r.last - i)))
	e.add(empty.number(sort(r.lower(i + 1))).text(r.gap(i)))
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

// sentence adds what the dictionary says of the words around: a verb after a word that opens its sentence tells more than the verb.
func (r *reading) sentence(e *evidence, i int) {
	names, opens := uint32(r.at(i).names), r.t.Opens(i)
	kind, before, after := r.kind(i), r.kind(i-1), r.kind(i+1)
	if i > 0 && opens {
		before = 1 << 21
	}
	leads := leading(r.lower(r.first - 1))
	e.add(empty.number(leads).number(uint32(i - r.first)).text(r.gap(r.first - 1)))
	e.add(empty.number(leads).number(names).text(r.gap(r.first - 1)))
	e.add(empty.number(before).text(r.gap(i - 1)))
	e.add(empty.number(after).text(r.gap(i)))
	e.add(empty.number(after).text(r.gap(i)).number(names).flag(opens))
	e.add(empty.number(before).text(r.gap(i - 1)).number(names))
	e.add(empty.number(before).number(after).number(kind))
	e.add(empty.text(tail(r.lower(i-1), 4)).text(r.gap(i - 1)))
	e.add(empty.text(tail(r.lower(i-1), 3)).text(r.gap(i - 1)).flag(opens))
	e.add(empty.text(tail(r.lower(i+1), 3)).text(r.gap(i)).flag(opens).number(kind))
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

// The runs of letters that a word is looked at by, and how far into it.
const (
	shortRun, longRun = 3, 4 // bytes
	runs              = 200  // their kind is this and their length
	deepRun           = 12   // no run begins after so many bytes
)

// letters adds each run of three and four bytes, for a name that is on no list is spelled as others of its language are.
func (r *reading) letters(e *evidence, i int) {
	s := "^" + r.t.Words[i].Lower + "$"
	for n := shortRun; n <= longRun; n++ {
		for at := 0; at+n <= len(s) && at < deepRun; at++ {
			e.bag(runs+uint32(n), empty.text(s[at:at+n]))
		}
	}
}

// beside sums what the lists say of the word next to i, when it stands together with it.
func (r *reading) beside(i, way int) uint32 {
	j := i + way
	if j < 0 || j >= len(r.t.Words) || !r.t.Linked(min(i, j)) {
		return 1 << 20
	}
	return r.at(j).lists()
}

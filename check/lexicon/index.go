package lexicon

import "strings"

// index tells on which line a word stands: a word's hash gives a slot, a slot the place of a line, and a taken slot the next one.
type index struct {
	lines string
	slots []uint32 // where a line begins, counted from 1; 0 is an empty slot
}

// newIndex makes a table at least twice as long as there are lines, so that most words are found at the first try.
func newIndex(lines string) *index {
	size := 1
	for size < 2*strings.Count(lines, "\n")+2 {
		size *= 2
	}
	x := &index{lines: lines, slots: make([]uint32, size)}
	at := uint32(0)
	for line := range strings.Lines(lines) {
		slot := hash(key(line)) & uint32(size-1)
		for x.slots[slot] != 0 {
			slot = (slot + 1) & uint32(size-1)
		}
		x.slots[slot] = at + 1
		at += uint32(len(line))
	}
	return x
}

// find returns what stands after a word on its line, without blanks.
func (x *index) find(word string) (mark string, ok bool) {
	if word == "" {
		return "", false
	}
	for slot := hash(word) & uint32(len(x.slots)-1); x.slots[slot] != 0; slot = (slot + 1) & uint32(len(x.slots)-1) {
		rest, found := strings.CutPrefix(x.lines[x.slots[slot]-1:], word)
		if !found || rest != "" && rest[0] != ' ' && rest[0] != '*' && rest[0] != '\n' {
			continue
		}
		mark, _, _ = strings.Cut(rest, "\n")
		return strings.TrimSpace(mark), !strings.ContainsAny(word, " *\n")
	}
	return "", false
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

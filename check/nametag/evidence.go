package nametag

import (
	"unicode"
	"unicode/utf8"
)

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

// bag puts down one more piece of evidence of a kind that a word has many of.
func (e *evidence) bag(kind uint32, h hash) {
	if len(e.list) < cap(e.list) {
		e.list = append(e.list, uint32(h.number(kind))%buckets)
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

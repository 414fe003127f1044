// Package diff shows what became of a text: which words were taken away, which were added. Whoever reads a colleague's version, or
// why the frames of an account were changed, should see the change and not have to look for it.
package diff

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark says what happened to a piece of text between two versions.
type Mark int

// The marks.
const (
	Same    Mark = iota // stands in both
	Removed             // stood in the older
	Added               // stands in the newer
)

// Piece is a stretch of text with its mark.
type Piece struct {
	Mark Mark
	Text string
}

// Changed reports whether anything in a comparison differs.
func Changed(found []Piece) bool {
	return slices.ContainsFunc(found, func(p Piece) bool { return p.Mark != Same })
}

// maxEdits bounds the work of Words. Two texts further apart than this are shown as one removed and one added, which is also
// what a reader would want.
const maxEdits = 1000

// Words shows, word by word, what became of an older text in a newer one. The Same and Removed pieces joined are the older
// text, the Same and Added pieces the newer, to the byte.
func Words(older, newer string) []Piece {
	a, b := words(older), words(newer)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var d pieces
	d.add(Same, a[:head]...)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(Same, a[len(a)-tail:]...)
	return d
}

// words cuts a text into words, runs of space, and single other characters; joined they are the text.
func words(s string) []string {
	var out []string
	start, was := 0, rune(0)
	for i, r := range s {
		if k := kindOf(r); i > 0 && (k != was || k == other) {
			out = append(out, s[start:i])
			start = i
		}
		was = kindOf(r)
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

const (
	letter rune = iota + 1
	space
	other
)

func kindOf(r rune) rune {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	case r == utf8.RuneError:
		return letter
	}
	return other
}

type pieces []Piece

// add puts words at the end, in the last piece when the mark is the same.
func (d *pieces) add(m Mark, words ...string) {
	text := strings.Join(words, "")
	if text == "" {
		return
	}
	if n := len(*d); n > 0 && (*d)[n-1].Mark == m {
		(*d)[n-1].Text += text
		return
	}
	*d = append(*d, Piece{Mark: m, Text: text})
}

// middle adds what became of the stretch between the common head and the common tail.
func (d *pieces) middle(a, b []string) {
	rounds, ok := shortest(a, b)
	if !ok {
		d.add(Removed, a...)
		d.add(Added, b...)
		return
	}
	back := wayBack(rounds, a, b)
	for i := len(back) - 1; i >= 0; i-- {
		d.add(back[i].Mark, back[i].Text)
	}
}

// reach is how far along a each diagonal (place in a minus place in b) has come, after a number of edits. Diagonal k lies
// at index k+len/2.
type reach []int32

func (r reach) at(k int) int { return int(r[k+len(r)/2]) }

// shortest is Myers' greedy search for the fewest edits (E. W. Myers, An O(ND) Difference Algorithm and Its Variations,
// 1986). It returns what was reached before each round; ok is false when more than maxEdits are needed.
func shortest(a, b []string) (rounds []reach, ok bool) {
	last := reach{0, 0, 0} // before the first round, diagonal 1 stands at 0
	for edits := 0; edits <= min(len(a)+len(b), maxEdits); edits++ {
		rounds = append(rounds, last)
		next := make(reach, 2*(edits+1)+1)
		for k := -edits; k <= edits; k += 2 {
			x, y, _ := step(last, edits, k)
			for x < len(a) && y < len(b) && a[x] == b[y] {
				x, y = x+1, y+1
			}
			next[k+len(next)/2] = int32(x)
			if x >= len(a) && y >= len(b) {
				return rounds, true
			}
		}
		last = next
	}
	return nil, false
}

// step is where a round begins on a diagonal: one word added, or one removed, whichever comes further.
func step(last reach, edits, k int) (x, y int, added bool) {
	if k == -edits || (k != edits && last.at(k-1) < last.at(k+1)) {
		x = last.at(k + 1)
		return x, x - k, true
	}
	x = last.at(k-1) + 1
	return x, x - k, false
}

// wayBack walks from the ends to the beginnings, and returns the words met on the way, last first.
func wayBack(rounds []reach, a, b []string) (back []Piece) {
	x, y := len(a), len(b)
	for edits := len(rounds) - 1; edits >= 0; edits-- {
		sx, sy, added := step(rounds[edits], edits, x-y)
		for x > sx && y > sy {
			x, y = x-1, y-1
			back = append(back, Piece{Same, a[x]})
		}
		if edits == 0 {
			return back
		}
		if added {
			y--
			back = append(back, Piece{Added, b[y]})
		} else {
			x--
			back = append(back, Piece{Removed, a[x]})
		}
	}
	return back
}

package markup

import (
	"fmt"
	"strings"
	"unicode"
)

// maxMarks is how many combining marks may stand on one letter. Living languages use up to four; a tower of a hundred covers the
// lines around it.
const maxMarks = 8

// Visible makes a stranger's text show as what it is. Characters that force the reading direction (Unicode Bidi_Control:
// embeddings and overrides) are written out as ⟨U+202E⟩, so that the officer sees that somebody tried; other invisible ones are
// taken away, except where a language or an emoji needs them. Line breaks and tabs stay. It never changes visible letters, and
// doing it twice changes nothing.
func Visible(s string) string {
	if plainASCII(s) {
		return s
	}
	v := visible{in: []rune(strings.ToValidUTF8(s, "\uFFFD"))}
	for i, r := range v.in {
		v.put(i, r)
	}
	return string(v.out)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

type visible struct {
	in, out []rune
	marks   int
}

func (v *visible) put(i int, r rune) {
	switch {
	case r == '\n', r == '\t':
	case r == '\u2028', r == '\u2029': // line and paragraph separators
		r = '\n'
	case r >= '\u202A' && r <= '\u202E': // embeddings and overrides
		v.marks = 0
		v.out = append(v.out, []rune(fmt.Sprintf("⟨U+%04X⟩", r))...)
		return
	case unicode.IsControl(r), fillers[r]:
		return
	case r == zwj, r == zwnj:
		if !v.joins(i) {
			return
		}
	case r >= 0xE0020 && r <= 0xE007F: // flags of countries within countries
		if last := v.last(); last != 0x1F3F4 && (last < 0xE0020 || last > 0xE007F) {
			return
		}
	case unicode.Is(unicode.Cf, r) && !unicode.In(r, unicode.Arabic, unicode.Syriac) && !(r >= 0x0600 && r <= 0x06DD):
		return
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		if v.marks++; v.marks > maxMarks {
			return
		}
	} else {
		v.marks = 0
	}
	v.out = append(v.out, r)
}

const (
	zwnj = '\u200C' // zero width non-joiner: Persian, Hindi
	zwj  = '\u200D' // zero width joiner: the same, and emoji of several
)

// fillers are letters and marks that show as nothing.
var fillers = map[rune]bool{'\u034F': true, '\u115F': true, '\u1160': true, '\u17B4': true, '\u17B5': true, '\u3164': true, '\uFFA0': true}

// joins reports whether a joiner has something to join: an emoji or a letter of a script where it matters, on both sides.
// Between Latin letters it only hides a word from whoever searches for it.
func (v *visible) joins(i int) bool {
	if i+1 >= len(v.in) {
		return false
	}
	last, next := v.last(), v.in[i+1]
	return (joinable(last) || unicode.In(last, unicode.Mn, unicode.Mc)) && joinable(next)
}

func (v *visible) last() rune {
	if len(v.out) == 0 {
		return 0
	}
	return v.out[len(v.out)-1]
}

func joinable(r rune) bool {
	if fillers[r] || r < 0x80 {
		return false
	}
	return unicode.In(r, unicode.So, unicode.Sk) || unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

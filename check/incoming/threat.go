package incoming

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// threat marks words that are a threat in themselves, "I shall" with violence and somebody addressed or with a weapon, and a wish
// that a hated one dies. What is written to get past such a list ("d0da d1g") is read a second time as it is meant.
func (r *reader) threat() {
	at, ok := r.threatened()
	if !ok {
		plain, written := unmask(r.t)
		if !written {
			return
		}
		masked := &reader{t: plain, signs: signsOf(plain, unaccented)}
		at, ok = masked.threatened()
		if !ok {
			return
		}
		r.notes.Whole(Threat, check.Likely, lingo.T("Läst som ”%s” kan det vara ett hot.", "Read as “%s” it may be a threat.").Put(masked.words(at)), askThreat)
		return
	}
	r.mark(Threat, at, check.Likely, lingo.T("”%s” kan vara ett hot.", "“%s” may be a threat.").Put(r.words(at)), askThreat)
}

// threatened returns the first threat.
func (r *reader) threatened() (check.Span, bool) {
	targets := r.targets()
	for i, s := range r.signs {
		switch s.cue {
		case threat:
			if !r.denied(s) {
				return s.at, true
			}
		case violence:
			_, figure := r.first(s.sentence, s.sentence, figure)
			who := targets[i]
			if r.wills(s.sentence) && who.word > 0 && !figure && !r.denied(s) && who.word-s.word < 5 {
				return check.Span{Start: s.at.Start, End: who.at.End}, true
			}
		case weapon:
			if _, figure := r.first(s.sentence, s.sentence, figure); !figure && r.wills(s.sentence) {
				return s.at, true
			}
		case dies:
			if _, hated := r.first(s.sentence, s.sentence, insult); hated && !r.denied(s) {
				return s.at, true
			}
		}
	}
	return check.Span{}, false
}

// wills reports whether somebody says that she is going to do something: "jag ska", or "ska" first in a sentence that asks nothing.
func (r *reader) wills(sentence int) bool {
	if _, ok := r.first(sentence, sentence, will); ok {
		return true
	}
	s := r.t.Sentences[sentence]
	return r.t.Words[s.First].Lower == "ska" && !strings.Contains(r.t.Raw[r.t.Words[s.Last-1].End:s.End], "?")
}

// targets returns for each sign the next in its sentence that is somebody to hurt; one whose word is 0 when there is none.
func (r *reader) targets() []sign {
	out := make([]sign, len(r.signs))
	var next sign
	for i := len(r.signs) - 1; i >= 0; i-- {
		s := r.signs[i]
		if next.sentence == s.sentence {
			out[i] = next
		}
		if s.cue == at || s.cue == insult {
			next = s
		}
	}
	return out
}

// unmask reads a text as it is meant when letters are written as digits, or Swedish letters without their marks. ok is false when
// there is nothing of the kind.
func unmask(t *prose.Text) (plain *prose.Text, ok bool) {
	raw := strings.ToLower(t.Raw)
	masked := false
	b := []byte(raw)
	for i := range b {
		l, leet := stands[b[i]]
		if leet && (i > 0 && letter(b[i-1]) || i+1 < len(b) && letter(b[i+1])) {
			b[i], masked = l, true
		}
	}
	if !masked && strings.ContainsAny(raw, "åäö") {
		return nil, false
	}
	return prose.Read(marks.Replace(string(b))), true
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

var (
	stands = map[byte]byte{'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's'}
	marks  = strings.NewReplacer("å", "a", "ä", "a", "ö", "o")
)

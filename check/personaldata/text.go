package personaldata

import (
	"strings"

	"tilltal/check/prose"
)

// lower makes ASCII and Latin-1 letters small, and never changes the number of bytes.
func lower(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] >= 'A' && b[i] <= 'Z':
			b[i] += 'a' - 'A'
		case b[i] == 0xC3 && i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] <= 0x9E && b[i+1] != 0x97:
			b[i+1] += 0x20
		}
	}
	return string(b)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && isDigit(s[i]) }

func wordAt(s string, i int) bool { return i >= 0 && i < len(s) && (isDigit(s[i]) || isLetter(s[i])) }

// cued reports whether one of the words stands in s, or begins a word in s. A cue of three letters or fewer must be the whole
// word.
func cued(s string, words []string) bool {
	for _, w := range words {
		for rest, base := s, 0; ; {
			i := strings.Index(rest, w)
			if i < 0 {
				break
			}
			at := base + i
			if !wordAt(s, at-1) && (len(w) > 3 || !(at+len(w) < len(s) && isLetter(s[at+len(w)]))) {
				return true
			}
			base += i + len(w)
			rest = s[base:]
		}
	}
	return false
}

// luhn reports whether digits pass the check that ends identity numbers, giro numbers and OCR references.
func luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return len(digits) > 0 && sum%10 == 0
}

// own is what belongs to the authority: it is never personal data.
type own struct {
	digits map[string]bool
	texts  []string
}

func newOwn(values []string) own {
	var o own
	for _, v := range values {
		if d := national(v); len(d) >= 5 {
			if o.digits == nil {
				o.digits = map[string]bool{}
			}
			o.digits[d] = true
		}
		if t := strings.TrimSpace(prose.Plainly(v)); len(t) >= 3 {
			o.texts = append(o.texts, t)
		}
	}
	return o
}

// has reports whether a piece of text is the authority's own, or a part of it.
func (o own) has(s string) bool {
	if len(o.texts) == 0 {
		return false
	}
	if d := national(s); len(d) >= 5 && o.digits[d] {
		return true
	}
	t := prose.Plainly(strings.TrimSpace(s))
	for _, v := range o.texts {
		if len(t) >= 3 && strings.Contains(v, t) || strings.HasPrefix(t, v) && len(t) <= len(v)+2 {
			return true
		}
	}
	return false
}

// national returns the digits of a number, with Sweden's country code written as a nought.
func national(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			b.WriteByte(s[i])
		}
	}
	d := b.String()
	if rest, ok := strings.CutPrefix(d, "0046"); ok {
		return "0" + strings.TrimPrefix(rest, "0")
	}
	if rest, ok := strings.CutPrefix(d, "46"); ok && strings.Contains(s, "+") {
		return "0" + strings.TrimPrefix(rest, "0")
	}
	return d
}

// phrases splits a list written with commas and line breaks.
func phrases(list string) (out []string) {
	for p := range strings.SplitSeq(list, ",") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}

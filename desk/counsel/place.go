package counsel

import (
	"strings"
	"unicode/utf8"

	"tilltal/desk/draft"
)

// around is how much is kept of what stands on either side of a place, in bytes, and most how often a quote is looked for.
const (
	around = 48
	most   = 1000
)

// Mark finds the words in a content and remembers what stands around them. Of several, the one at start or nearest to it is
// meant; field "" looks in every field. It reports false when the words are nowhere.
func Mark(c draft.Content, field, quote string, start int) (Place, bool) {
	for _, part := range c.Parts() {
		if field != "" && part.Field != field {
			continue
		}
		at, ok := nearest(part.Text, quote, start)
		if !ok {
			continue
		}
		end := at + len(quote)
		return Place{Field: part.Field, Start: at, End: end, Quote: quote,
			Before: tail(part.Text[:at], around), After: head(part.Text[end:], around)}, true
	}
	return Place{}, false
}

// Find finds a place again in a later content: the same words in the same field. Of several, the one is meant that has the
// most of the same around it, and of those the one nearest to where it was.
func (p Place) Find(c draft.Content) (Place, bool) {
	if p.Whole() {
		return p, true
	}
	for _, part := range c.Parts() {
		if part.Field != p.Field {
			continue
		}
		best, score, found := 0, -1, false
		for _, at := range everywhere(part.Text, p.Quote) {
			s := same(part.Text[:at], p.Before, true) + same(part.Text[at+len(p.Quote):], p.After, false)
			if s > score || s == score && apart(at, p.Start) < apart(best, p.Start) {
				best, score, found = at, s, true
			}
		}
		p.Start, p.End = best, best+len(p.Quote)
		return p, found
	}
	return p, false
}

// Swap returns the content with other words at the place, which Find or Mark has found in it.
func (p Place) Swap(c draft.Content, instead string) draft.Content {
	swap := func(s *string) { *s = (*s)[:p.Start] + instead + (*s)[p.End:] }
	switch p.Field {
	case "text":
		swap(&c.Text)
	case "summary":
		swap(&c.Summary)
	}
	if c.Correction == nil {
		return c
	}
	k := *c.Correction
	switch p.Field {
	case "wrong":
		swap(&k.Wrong)
	case "right":
		swap(&k.Right)
	case "why":
		swap(&k.Why)
	case "now":
		swap(&k.Now)
	}
	c.Correction = &k
	return c
}

// everywhere returns where a quote stands in a text, at most so many times.
func everywhere(text, quote string) (out []int) {
	for from := 0; len(out) < most; {
		i := strings.Index(text[from:], quote)
		if i < 0 || quote == "" {
			return out
		}
		out = append(out, from+i)
		_, size := utf8.DecodeRuneInString(text[from+i:])
		from += i + size
	}
	return out
}

func nearest(text, quote string, start int) (at int, ok bool) {
	for _, i := range everywhere(text, quote) {
		if !ok || apart(i, start) < apart(at, start) {
			at, ok = i, true
		}
	}
	return at, ok
}

func apart(a, b int) int { return max(a-b, b-a) }

// same counts how many bytes the two share, from the end or from the beginning.
func same(a, b string, fromEnd bool) int {
	n := 0
	for n < len(a) && n < len(b) {
		if fromEnd && a[len(a)-1-n] != b[len(b)-1-n] || !fromEnd && a[n] != b[n] {
			break
		}
		n++
	}
	return n
}

// tail and head cut a text to at most so many bytes, between letters.
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

func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

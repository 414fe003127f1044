package accessibility

import (
	"strings"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

// capitals notes runs of words in capitals: three words, or one that is neither an abbreviation nor a name.
func capitals(notes *check.Notes, t *prose.Text) {
	for i := 0; i < len(t.Words); {
		j, letters := i, 0
		for j < len(t.Words) && (shouted(t, j) || j > i && lone(t, j)) && (j == i || t.Words[j].Sentence == t.Words[i].Sentence) {
			letters += t.Words[j].End - t.Words[j].Start
			j++
		}
		for j > i && lone(t, j-1) {
			j--
		}
		if words := j - i; words >= 3 && letters >= 12 || words >= 1 && letters >= 9 || words >= 1 && shouts(t, i, j) {
			at := check.Span{Start: t.Words[i].Start, End: t.Words[j-1].End}
			f := notes.Point(ruleCaps, at, check.Likely, lingo.T("Text i versaler är svår att läsa, och kan läsas upp bokstav för bokstav.", "Text in capitals is hard to read, and may be read letter by letter."),
				lingo.T("Skriv med små bokstäver. Det viktiga syns om det står först.", "Write in small letters. What matters shows if it stands first."))
			if t.Opens(i) {
				f.Instead = sentenceCase(t.Raw[at.Start:at.End])
			} else {
				f.Instead = strings.ToLower(t.Raw[at.Start:at.End])
			}
		}
		i = max(j, i+1)
	}
}

// shouts reports whether one of words [i, j) is a Swedish word of some length, or whether all are Swedish words, so that they are
// neither abbreviations nor names.
func shouts(t *prose.Text, i, j int) bool {
	common := j-i > 1
	for ; i < j; i++ {
		k := lexicon.Of(t.Words[i].Lower)
		common = common && k&^lexicon.Name != 0 && (k&lexicon.Name == 0 || len(t.Words[i].Lower) > 3) && len(t.Words[i].Lower) > 2
		if w := t.Words[i].Lower; utf8.RuneCountInString(w) >= 5 && lexicon.Of(w)&^lexicon.Name != 0 && lexicon.Of(w)&lexicon.Name == 0 {
			return true
		}
	}
	return common
}

// lone reports whether a word is one capital, as I in "BADA INTE I SJÖN": between words in capitals it is one of them.
func lone(t *prose.Text, i int) bool {
	w := t.Words[i]
	return w.Kind == prose.Plain && w.Capital && utf8.RuneCountInString(w.Lower) == 1 && lexicon.Of(w.Lower)&^lexicon.Name != 0
}

func sentenceCase(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size] + strings.ToLower(s[size:])
}

func shouted(t *prose.Text, i int) bool {
	w := t.Words[i]
	if w.Kind != prose.Plain || !w.Capital || strings.ContainsAny(w.Lower, "0123456789:") {
		return false
	}
	s := t.Raw[w.Start:w.End]
	return len(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// spaced notes words with a blank, a point or a hyphen between the letters.
func spaced(notes *check.Notes, t *prose.Text) {
	for i := 0; i < len(t.Words); {
		j := i
		for j < len(t.Words) && single(t.Words[j]) && (j == i || apart[t.Gap(j-1)] && (j == i+1 || t.Gap(j-1) == t.Gap(i)) && t.Words[j].Capital == t.Words[j-1].Capital) {
			j++
		}
		word := together(t, i, j)
		if j-i >= 4 || j-i == 3 && (word == "obs" || word != "abc" && lexicon.Of(word) != 0) {
			at := check.Span{Start: t.Words[i].Start, End: t.Words[j-1].End}
			point(notes, at, strings.ReplaceAll(t.Raw[at.Start:at.End], t.Gap(i), ""))
		}
		if w := t.Words[i]; w.Kind == prose.Plain && pointed(w.Lower) {
			point(notes, span(w), strings.ReplaceAll(t.Raw[w.Start:w.End], ".", ""))
		}
		i = max(j, i+1)
	}
}

func point(notes *check.Notes, at check.Span, instead string) {
	notes.Point(ruleCaps, at, check.Likely, lingo.T("Ett ord med mellanrum mellan bokstäverna läses upp bokstav för bokstav.", "A word with blanks between its letters is read letter by letter."),
		lingo.T("Skriv ihop ordet.", "Write the word together.")).Instead = instead
}

// apart is what people put between the letters of a word.
var apart = map[string]bool{" ": true, "  ": true, "   ": true, "\u00a0": true, "\u2003": true, "-": true, ".": true, "·": true, "•": true, "*": true, "|": true, " - ": true, " · ": true}

// together is the letters of words [i, j) as one word.
func together(t *prose.Text, i, j int) string {
	if j-i > 40 {
		j = i + 40
	}
	var b strings.Builder
	for ; i < j; i++ {
		b.WriteString(t.Words[i].Lower)
	}
	return b.String()
}

// pointed reports whether a word is five letters or more with a point after each: s.t.ä.n.g.t.
func pointed(lower string) bool {
	parts := strings.Split(strings.TrimSuffix(lower, "."), ".")
	for _, p := range parts {
		if utf8.RuneCountInString(p) != 1 {
			return false
		}
	}
	return len(parts) >= 5
}

func single(w prose.Word) bool {
	return w.Kind == prose.Plain && utf8.RuneCountInString(w.Lower) == 1
}

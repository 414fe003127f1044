package accessibility

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// fancy notes runs of characters that only look like letters.
func fancy(notes *check.Notes, t *prose.Text) {
	costumes(notes, t)
	from, to := -1, 0
	flush := func() {
		if from < 0 {
			return
		}
		at := check.Span{Start: from, End: to}
		plain := norm.NFKC.String(t.Raw[from:to])
		notes.Point(ruleFancy, at, check.Certain, lingo.T("De här tecknen ser ut som bokstäver, men läses inte upp som det.", "These characters look like letters but are not read as such."),
			lingo.T("Skriv med vanliga bokstäver.", "Write with ordinary letters.")).Instead = plain
		from = -1
	}
	for i, r := range t.Raw {
		switch {
		case dressed(r):
			if from < 0 {
				from = i
			}
			to = i + utf8.RuneLen(r)
		case r != ' ' && r != 0xFE0F:
			flush()
		}
	}
	flush()
}

// dressed reports whether a character is a letter or figure in disguise: mathematical, enclosed or full-width.
func dressed(r rune) bool {
	switch {
	case r < 0x2100:
		return false
	case r >= 0x1D400 && r <= 0x1D7FF, r >= 0xFF10 && r <= 0xFF19, r >= 0xFF21 && r <= 0xFF3A, r >= 0xFF41 && r <= 0xFF5A,
		r >= 0x24B6 && r <= 0x24E9, r >= 0x1F130 && r <= 0x1F149, r >= 0x1F150 && r <= 0x1F169, r >= 0x1F170 && r <= 0x1F189 && r != 0x1F17F,
		r >= 0x2460 && r <= 0x24B5, r >= 0x24EA && r <= 0x24FF, r >= 0x2776 && r <= 0x2793:
		return true
	}
	return strings.ContainsRune("ℂℊℋℌℍℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ", r)
}

// costumes notes words whose letters are of several scripts, upside down, small capitals, raised, or struck through: they look
// like a style of type, and are read as something else or not at all.
func costumes(notes *check.Notes, t *prose.Text) {
	for at := 0; at < len(t.Raw); {
		if ascii(t.Raw[at:]) {
			at++
			continue
		}
		from := at
		for from > 0 && worn(before(t.Raw, from)) {
			_, size := utf8.DecodeLastRuneInString(t.Raw[:from])
			from -= size
		}
		end := at
		for end < len(t.Raw) {
			r, size := utf8.DecodeRuneInString(t.Raw[end:])
			if !worn(r) {
				break
			}
			end += size
		}
		if end == at {
			_, size := utf8.DecodeRuneInString(t.Raw[at:])
			at += size
			continue
		}
		if costume(t.Raw[from:end]) {
			notes.Point(ruleFancy, check.Span{Start: from, End: end}, check.Likely, lingo.T("Ordet är skrivet med tecken som bara ser ut som vanliga bokstäver.", "The word is written with characters that only look like ordinary letters."),
				lingo.T("Skriv med vanliga bokstäver.", "Write with ordinary letters."))
		}
		at = end
	}
}

func before(s string, at int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return r
}

// worn reports whether a character may belong to a word in disguise.
func worn(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Sc, r) && r > 0x7f
}

const fewestWorn = 3 // letters in disguise, before a word is taken for one

// costume reports whether a word is written in disguise.
func costume(word string) bool {
	odd, latin, other, marks, dashed, letters := 0, 0, 0, 0, 0, 0
	for _, r := range word {
		switch {
		case struck(r):
			dashed++
		case unicode.IsMark(r):
			marks++
		case dressed(r):
			return false // told of already
		case phonetic(r):
			odd, letters = odd+1, letters+1
		case unicode.Is(unicode.Latin, r):
			latin, letters = latin+1, letters+1
		default:
			other, letters = other+1, letters+1
			if unicode.In(r, unicode.Cherokee, unicode.Canadian_Aboriginal, unicode.Sc, unicode.Lisu, unicode.Vai) {
				odd++
			}
		}
	}
	switch {
	case dashed >= fewestWorn, marks > 2*letters && marks > fewestWorn && latin > 0:
		return true
	case odd >= fewestWorn && odd*3 >= letters:
		return true
	}
	return latin > 0 && other > 0 && letters > fewestWorn && !mixedByRight(word)
}

// mixedByRight reports whether the letters that are not Latin stand alone first or last, as a Greek letter does in "β-karoten" or a
// unit.
func mixedByRight(word string) bool {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Cherokee, unicode.Canadian_Aboriginal, unicode.Lisu) }) {
		return false
	}
	_, first := utf8.DecodeRuneInString(word)
	_, last := utf8.DecodeLastRuneInString(word)
	inner := strings.ContainsFunc(word[first:], func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	outer := strings.ContainsFunc(word[:len(word)-last], func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	return !inner || !outer
}

// struck reports whether a mark draws a line through or under a letter.
func struck(r rune) bool {
	return r >= 0x0332 && r <= 0x033F || r >= 0x0346 && r <= 0x034E || r >= 0x20D9 && r <= 0x20E4 || r >= 0x20D2 && r <= 0x20D8 || r >= 0x20E5 && r <= 0x20EB || r == 0x035F || r == 0x0347 || r == 0x0489
}

// phonetic reports whether a letter is turned, raised, or a small capital: made for phonetics, used for looks.
func phonetic(r rune) bool {
	return r >= 0x0250 && r <= 0x02B8 || r >= 0x1D00 && r <= 0x1DBF || r == 0x01DD || r == 0x0183 || r == 0x0279 || r == 0x2071 || r == 0x207F || r >= 0x2090 && r <= 0x209C || r >= 0x2C7C && r <= 0x2C7D ||
		r >= 0xA730 && r <= 0xA731 || r >= 0xA7F2 && r <= 0xA7F9 || r == 0xA7AF || r == 0x029C || r == 0x1D09
}

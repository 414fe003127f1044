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

const mostEmoji = 3

// emojis notes too many pictures, pictures as bullets, and pictures in the middle of a sentence, where they may stand for a
// word.
func emojis(notes *check.Notes, t *prose.Text) {
	count, bullets := 0, 0
	for at, rest := 0, t.Raw; rest != ""; {
		if ascii(rest) {
			at, rest = at+1, rest[1:]
			continue
		}
		c, next := prose.Cluster(rest)
		if prose.Emoji(c) {
			place := check.Span{Start: at, End: at + len(c)}
			if count++; count == mostEmoji+1 {
				notes.Point(ruleEmoji, place, check.Likely, lingo.T("Inlägget har fler än %d emojier. Alla läses upp.", "The post has more than %d emoji. All of them are read aloud.").Put(mostEmoji),
					lingo.T("Behåll dem som betyder något.", "Keep those that mean something."))
			}
			if lineStart(t.Raw, at) && strings.TrimSpace(firstLine(next)) != "" {
				if bullets++; bullets == 2 {
					notes.Point(ruleEmoji, place, check.Possible, lingo.T("Emojier används som punkter i en lista.", "Emoji are used as bullets."),
						lingo.T("Använd bindestreck i stället. Annars läses emojin upp före varje punkt.", "Use hyphens instead. Otherwise the emoji is read before each point.")).Instead = "-"
				}
			} else if between(t.Raw[:at], next) {
				notes.Point(ruleEmoji, place, check.Possible, lingo.T("En emoji mitt i en mening kan stå för ett ord.", "An emoji in the middle of a sentence may stand for a word."),
					lingo.T("Går meningen att förstå utan den? Flytta den annars sist och skriv ordet.", "Can the sentence be understood without it? Otherwise move it last and write the word."))
			}
		}
		at, rest = at+len(c), next
	}
}

func ascii(s string) bool { return s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) }

func lineStart(s string, at int) bool {
	line := s[strings.LastIndexByte(s[max(0, at-8):at], '\n')+1+max(0, at-8) : at]
	return strings.TrimSpace(line) == "" && (at < 8 || strings.Contains(s[max(0, at-8):at], "\n"))
}

func firstLine(s string) string {
	if len(s) > 80 {
		s = s[:80]
	}
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// between reports whether small letters stand on both sides, so that the sentence goes on.
func between(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(firstLine(after), " "))
	return unicode.IsLetter(last) && unicode.IsLower(next)
}

// fancy notes runs of characters that only look like letters.
func fancy(notes *check.Notes, t *prose.Text) {
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
		r >= 0x249C && r <= 0x24B5:
		return true
	}
	return strings.ContainsRune("ℂℊℋℌℍℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ", r)
}

// capitals notes runs of words in capitals: three words, or one that is neither an abbreviation nor a name.
func capitals(notes *check.Notes, t *prose.Text) {
	for i := 0; i < len(t.Words); {
		j, letters := i, 0
		for j < len(t.Words) && shouted(t, j) && (j == i || t.Words[j].Sentence == t.Words[i].Sentence) {
			letters += t.Words[j].End - t.Words[j].Start
			j++
		}
		if words := j - i; words >= 3 && letters >= 12 || words >= 1 && letters >= 9 {
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

// spaced notes words with a blank between the letters.
func spaced(notes *check.Notes, t *prose.Text) {
	for i := 0; i < len(t.Words); {
		j := i
		for j < len(t.Words) && single(t.Words[j]) && (j == i || t.Gap(j-1) == " " && t.Words[j].Capital == t.Words[j-1].Capital) {
			j++
		}
		if j-i >= 4 {
			at := check.Span{Start: t.Words[i].Start, End: t.Words[j-1].End}
			notes.Point(ruleCaps, at, check.Likely, lingo.T("Ett ord med mellanslag mellan bokstäverna läses upp bokstav för bokstav.", "A word with blanks between its letters is read letter by letter."),
				lingo.T("Skriv ihop ordet.", "Write the word together.")).Instead = strings.ReplaceAll(t.Raw[at.Start:at.End], " ", "")
		}
		i = max(j, i+1)
	}
}

func single(w prose.Word) bool {
	return w.Kind == prose.Plain && utf8.RuneCountInString(w.Lower) == 1
}

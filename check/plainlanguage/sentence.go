package plainlanguage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

const (
	longest  = 25 // words
	veryLong = 40
)

func longSentences(notes *check.Notes, t *prose.Text) {
	for _, s := range t.Sentences {
		if s.Last-s.First <= longest {
			continue
		}
		n := 0
		for _, w := range t.Words[s.First:s.Last] {
			if w.Running() {
				n++
			}
		}
		if n <= longest {
			continue
		}
		g := check.Possible
		if n > veryLong {
			g = check.Likely
		}
		notes.Point(ruleLong, check.Span{Start: s.Start, End: s.End}, g, lingo.T("Meningen har %d ord.", "The sentence has %d words.").Put(n),
			lingo.T("Kan den bli två? Sätt punkt före ”och”, ”men” eller ”som”.", "Can it become two? Put a full stop before the next “and”, “but” or “which”."))
	}
}

var subjunctions = words("som att om när eftersom medan innan sedan vilket vilken vilka där därför såvida trots fastän ifall huruvida emedan")

// nested notes sentences with a clause inside a clause: three or more words that open clauses, two of them close together.
func nested(notes *check.Notes, t *prose.Text) {
	for _, s := range t.Sentences {
		if s.Last-s.First < 14 {
			continue
		}
		var at []int
		for i := s.First; i < s.Last; i++ {
			if subjunctions[t.Words[i].Lower] {
				at = append(at, i)
			}
		}
		for k := 0; k+2 < len(at); k++ {
			if at[k+2]-at[k] <= 8 && at[k+2] > at[k+1]+1 {
				notes.Point(ruleNested, check.Span{Start: t.Words[at[k]].Start, End: t.Words[at[k+2]].End}, check.Possible,
					lingo.T("Här står flera bisatser inuti varandra.", "Several clauses stand inside one another here."),
					lingo.T("Dela meningen, eller säg huvudsaken först.", "Divide the sentence, or say the main thing first."))
				break
			}
		}
	}
}

// negations notes a negation before a word that is a negation in itself.
func negations(notes *check.Notes, t *prose.Text) {
	for i, w := range t.Words {
		if !denying[w.Lower] {
			continue
		}
		for j := i + 1; j <= i+2 && j < len(t.Words) && t.Words[j].Sentence == w.Sentence; j++ {
			plain, ok := denial(t.Words[j].Lower)
			if !ok || j == i+2 && (strings.ContainsAny(t.Gap(i), ",;") || t.Words[j].Lower == "utan") { // "inte röd utan blå" denies once
				continue
			}
			f := notes.Point(ruleNegation, span(t, i, j-i+1), check.Possible, lingo.T("Två nekande ord upphäver varandra, och läsaren får räkna.", "Two denials cancel out, and the reader has to count."),
				lingo.T("Säg det rakt: ”%s”.", "Say it straight: “%s”.").Put(plain))
			if j == i+1 {
				f.Instead = plain
			}
			break
		}
	}
}

// denying are words that deny what follows.
var denying = words("inte ej aldrig icke knappast ingalunda")

// denial reports whether a word denies, with what is left without that: "otillåten" is "tillåten" when the lexicon has both.
func denial(w string) (plain string, ok bool) {
	if plain, ok = denials[w]; ok {
		return plain, true
	}
	rest, found := strings.CutPrefix(w, "o")
	if !found || len(rest) < 5 || notDenials[w] || !adjective(w) || !adjective(rest) {
		return "", false
	}
	return rest, true
}

// adjective reports whether a word is nothing but an adjective.
func adjective(w string) bool { return lexicon.Of(w) == lexicon.Adjective }

// notDenials begin with o and deny nothing, or have come to mean something else.
var notDenials = words("orolig oroligt oroliga olycklig olyckligt olyckliga ofantlig ofantligt ofantliga onödig onödigt onödiga oändlig oändligt oändliga omedelbar omedelbart omedelbara")

// denials are words that deny, with what two denials come to.
var denials = map[string]string{
	"omöjligt": "möjligt", "omöjlig": "möjlig", "ovanligt": "vanligt", "ovanlig": "vanlig", "oviktigt": "viktigt", "oväsentlig": "viktig", "oväsentligt": "viktigt", "obetydlig": "stor",
	"obetydligt": "mycket", "olagligt": "lagligt", "otillåtet": "tillåtet", "otänkbart": "tänkbart", "orimligt": "rimligt", "oskälig": "skälig", "oskäligt": "skäligt", "osannolikt": "sannolikt",
	"utan": "med", "ingen": "någon", "inget": "något", "inga": "några", "sakna": "ha", "saknar": "har", "undgå": "se", "undvika": "göra", "utesluta": "räkna med", "uteslutet": "möjligt",
	"obekant": "bekant", "okänt": "känt", "oklart": "klart", "ogiltigt": "giltigt", "olämpligt": "lämpligt", "ofarligt": "farligt", "oenig": "enig", "oeniga": "eniga",
}

// abbreviations notes capitals that are not explained and that the public does not know, and shortened words that a screen
// reader spells out.
func abbreviations(notes *check.Notes, t *prose.Text) {
	seen := map[string]bool{}
	for i, w := range t.Words {
		if w.Kind != prose.Plain {
			continue
		}
		if full, ok := spelled[w.Lower]; ok {
			at := span(t, i, 1)
			if strings.HasPrefix(t.Gap(i), ".") && !lastWord(t, i) { // the point belongs to the abbreviation, and goes with it
				at.End++
			}
			notes.Point(ruleAbbreviation, at, check.Possible, lingo.T("Förkortningen är svår att läsa, och ännu svårare att höra.", "The abbreviation is hard to read, and harder to hear."),
				lingo.T("Skriv ut den.", "Write it out.")).Instead = like(t, i, full)
			continue
		}
		s := t.Raw[w.Start:w.End]
		if len(s) < 2 || len(s) > 7 || !capitals(s) || common[s] || seen[s] {
			continue
		}
		seen[s] = true
		if explained(t, w) || shoutedNear(t, i) || len(s) > 3 && lexicon.Of(w.Lower) != 0 { // VIKTIGT is a word that somebody shouts
			continue
		}
		notes.Point(ruleAbbreviation, span(t, i, 1), check.Possible, lingo.T("Förkortningen %s förklaras inte.", "The abbreviation %s is not explained.").Put(s),
			lingo.T("Skriv vad den betyder första gången, om inte alla läsare vet.", "Write what it means the first time, unless every reader knows."))
	}
}

// lastWord reports whether word i ends its sentence, so that the point after it ends the sentence too.
func lastWord(t *prose.Text, i int) bool { return t.Sentences[t.Words[i].Sentence].Last == i+1 }

// like writes words with a capital when word i, which they stand instead of, has one.
func like(t *prose.Text, i int, words string) string {
	if !t.Words[i].Capital {
		return words
	}
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[size:]
}

func capitals(s string) bool {
	for _, r := range s {
		if !(r >= 'A' && r <= 'Z' || r == 'Å' || r == 'Ä' || r == 'Ö') {
			return false
		}
	}
	return true
}

// explained reports whether an abbreviation stands in brackets, or is followed by them.
func explained(t *prose.Text, w prose.Word) bool {
	before, after := strings.TrimRight(t.Raw[max(0, w.Start-2):w.Start], " "), strings.TrimLeft(t.Raw[w.End:min(len(t.Raw), w.End+2)], " ")
	return strings.HasSuffix(before, "(") || strings.HasPrefix(after, "(")
}

// shoutedNear reports whether words close by are in capitals too: then somebody shouts, and nothing is abbreviated.
func shoutedNear(t *prose.Text, i int) bool {
	for j := i - 2; j <= i+2; j++ {
		if j != i && j >= 0 && j < len(t.Words) {
			if s := t.Raw[t.Words[j].Start:t.Words[j].End]; len(s) > 3 && capitals(s) {
				return true
			}
		}
	}
	return false
}

var spelled = map[string]string{
	"bl.a": "bland annat", "dvs": "det vill säga", "d.v.s": "det vill säga", "fr.o.m": "från och med", "t.o.m": "till och med", "p.g.a": "på grund av", "pga": "på grund av",
	"m.a.o": "med andra ord", "o.dyl": "och liknande", "f.n": "just nu", "s.k": "så kallad", "resp": "respektive", "m.m": "med mera", "m.fl": "med flera", "inkl": "inklusive", "exkl": "utan",
	"ang": "om", "jfr": "jämför", "forts": "fortsättning", "m.h.a": "med hjälp av", "i.o.m": "genom", "e.d": "eller liknande", "enl": "enligt", "ev": "eventuellt", "evt": "eventuellt", "f.d": "tidigare", "fom": "från och med", "ngn": "någon", "ngt": "något", "tfn": "telefon", "p.s.s": "på samma sätt", "e.dyl": "eller liknande", "o.s.v": "och så vidare", "osv": "och så vidare", "s.a.s": "så att säga", "mao": "med andra ord",
}

var common = words("SMHI EU FN USA UK TV SVT SR SJ ID PDF SMS MMS OK OBS VD VM EM OS IT GPS CV DVD CD FM AM PM BB IVA DNA HIV ADHD IKEA SAAB ABB SL VAB SOS AB PS DJ TV4 HBTQI HBTQ LED QR WC KTH SAS NATO USB VR AI NHL SHL IFK AIK DIF WWF BUP SM")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

package inbox

import (
	"regexp"
	"strings"
	"unicode"

	"tilltal/base/lingo"
)

// Why a turn counts as needing an answer. It is a guess by a rule that anybody can read here; it is shown with the
// conversation, and a person can correct it. The rule errs on the side of the citizen: what may be a question is one.
const (
	WhyForm      = "form"      // it came through the form for questions or error reports
	WhyMark      = "mark"      // a question mark
	WhyWord      = "word"      // begins as a question does
	WhyRequest   = "request"   // asks for something
	WhyComplaint = "complaint" // complains
	WhyError     = "error"     // says that something is wrong
	WhyPerson    = "person"    // a colleague said so
)

var whyTexts = map[string]lingo.Text{
	WhyForm:      lingo.T("kom genom formuläret", "came through the form"),
	WhyMark:      lingo.T("har ett frågetecken", "has a question mark"),
	WhyWord:      lingo.T("börjar som en fråga", "begins as a question"),
	WhyRequest:   lingo.T("ber om något", "asks for something"),
	WhyComplaint: lingo.T("är ett klagomål", "is a complaint"),
	WhyError:     lingo.T("säger att något är fel", "says that something is wrong"),
	WhyPerson:    lingo.T("en kollega har bedömt det", "a colleague judged so"),
}

// WhyText tells in words why a turn counts as needing an answer: "Räknas som fråga: " + the text. It is empty when it does
// not.
func WhyText(why string) lingo.Text { return whyTexts[why] }

// phrase lists are compared with whole words, in lower case. A question phrase counts at the beginning of a sentence, the
// others anywhere.
var (
	questions = phrases(`vad|var|vart|varför|när|hur|vem|vems|vilken|vilket|vilka|varifrån|kan ni|kan man|kan jag|kan vi|får man|får jag|
		får vi|får ni|ska man|ska vi|ska ni|ska det|går det|finns det|har ni|är det|är ni|vet ni|stämmer det|gäller det|kommer det|kommer ni|
		undrar|jag undrar|en fråga|fråga|what|where|when|why|how|who|whose|which|can you|can i|can we|could you|would you|
		will you|is there|is it|are there|are you|do you|does|did you|may i|i wonder|question`)
	requests = phrases(`kan ni|kan någon|snälla|vänligen|var vänlig|hjälp|behöver hjälp|behöver veta|vill veta|skulle vilja|vill ha|vill få|skicka|
		återkom|hör av er|ring mig|kontakta mig|begär|begäran|ansöker|please|help|i need|we need|i would like|i want|send me|call me|contact me`)
	complaints = phrases(`klagomål|klaga|klagar|missnöjd|missnöjda|besviken|oacceptabelt|oacceptabel|skandal|skandalöst|skämmas|bedrövligt|
		uselt|under all kritik|anmäla er|jo-anmäla|jo-anmälan|complaint|complain|unacceptable|disappointed|disgrace|disgraceful`)
	errorWords = phrases(`felaktig|felaktigt|felaktiga|fel uppgift|fel uppgifter|är fel|blev fel|fel i|fel på|stämmer inte|inte korrekt|
		fungerar inte|funkar inte|trasig|trasigt|är sönder|död länk|länken är|saknas|incorrect|is wrong|are wrong|broken|does not work|doesn't work|
		not working|mistake`)
)

func phrases(list string) [][]string {
	var out [][]string
	for p := range strings.SplitSeq(list, "|") {
		out = append(out, strings.Fields(p))
	}
	return out
}

var address = regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)

// maxGuess is how many bytes of a text the guess looks at: who asks something says so early, and a megabyte must be cheap.
const maxGuess = 16 << 10

// Guess returns why a text needs an answer, and "" when it does not seem to.
func Guess(text string) string {
	if len(text) > maxGuess {
		text = strings.ToValidUTF8(text[:maxGuess], "")
	}
	text = address.ReplaceAllString(text, " ") // an address may have a question mark that asks nothing
	if strings.ContainsAny(text, "?？؟") {
		return WhyMark
	}
	var asks, requested, complains, reports bool
	for _, sentence := range sentences(text) {
		asks = asks || begins(sentence, questions)
		requested = requested || holds(sentence, requests)
		complains = complains || holds(sentence, complaints)
		reports = reports || holds(sentence, errorWords)
	}
	switch {
	case asks:
		return WhyWord
	case reports:
		return WhyError
	case complains:
		return WhyComplaint
	case requested:
		return WhyRequest
	}
	return ""
}

// sentences returns the words of each sentence in lower case, without the names a reply begins with (@polisen).
func sentences(text string) [][]string {
	var out [][]string
	for s := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".!\n;:…", r) }) {
		var words []string
		for w := range strings.FieldsSeq(strings.ToLower(s)) {
			if strings.HasPrefix(w, "@") && len(words) == 0 {
				continue
			}
			w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if w != "" {
				words = append(words, w)
			}
		}
		out = append(out, words)
	}
	return out
}

// greetings may stand before the question.
var greetings = map[string]bool{"hej": true, "hejsan": true, "hallå": true, "tjena": true, "men": true, "och": true, "fast": true, "hi": true, "hello": true, "but": true, "and": true, "so": true}

func begins(words []string, list [][]string) bool {
	for len(words) > 0 && greetings[words[0]] {
		words = words[1:]
	}
	for _, p := range list {
		if startsWith(words, p) {
			return true
		}
	}
	return false
}

func holds(words []string, list [][]string) bool {
	for i := range words {
		for _, p := range list {
			if startsWith(words[i:], p) {
				return true
			}
		}
	}
	return false
}

func startsWith(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if words[i] != w {
			return false
		}
	}
	return true
}

// FirstLine is what lists show of a text: its first line with words in it, at most 140 characters, with invisible and
// direction-changing characters left out.
func FirstLine(text string) string {
	var out []rune
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			if len(out) > 0 && !blank(out) {
				return trimmed(out)
			}
			out = out[:0]
			continue
		case unicode.IsSpace(r):
			r = ' '
		case !unicode.IsPrint(r) && r != '\u200d': // the joiner holds an emoji together
			continue
		}
		if out = append(out, r); len(out) > 140 {
			return trimmed(out[:139]) + "…"
		}
	}
	return trimmed(out)
}

func trimmed(r []rune) string { return strings.TrimSpace(string(r)) }

func blank(r []rune) bool { return trimmed(r) == "" }

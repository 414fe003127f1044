package draft

import (
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
)

// How much a draft may hold.
const (
	MaxText     = 1 << 20 // bytes
	MaxSummary  = 500     // characters
	MaxAlt      = 5000    // characters
	MaxWords    = 10_000  // characters, in each of the four fields of a correction, and in a reason
	MaxTopics   = 20
	MaxTopic    = 60 // characters
	MaxPictures = 20
)

// keepable says what stands in the way of keeping a content at all: its form and its size. A draft may be unfinished; it may
// not be something the desk cannot keep.
func keepable(c Content, kind string) error {
	var wrong fault.List
	add := func(field string, e *fault.Error) { wrong = append(wrong, e.At(field)) }
	if len(c.Text) > MaxText {
		add("text", tooLong(fault.TooLarge, lingo.T("en miljon tecken", "a million characters")))
	}
	long := func(field, s string, most int) {
		if utf8.RuneCountInString(s) > most {
			add(field, tooLong(fault.Invalid, lingo.T("%d tecken", "%d characters").Put(most)))
		}
	}
	long("summary", c.Summary, MaxSummary)
	long("purpose", c.Purpose, MaxSummary)
	if !language.MatchString(c.Language) {
		add("language", fault.New(fault.Invalid, lingo.T("Välj vilket språk texten är på.", "Choose which language the text is in.")))
	}
	if (c.Correction != nil) != (kind == KindCorrection) {
		add("correction", fault.New(fault.Invalid, lingo.T("Bara en rättelse kan säga vad som var fel.", "Only a correction can say what was wrong.")))
	}
	if r := c.Correction; r != nil {
		long("wrong", r.Wrong, MaxWords)
		long("right", r.Right, MaxWords)
		long("why", r.Why, MaxWords)
		long("now", r.Now, MaxWords)
	}
	wrong = append(wrong, topicFaults(c.Topics)...)
	wrong = append(wrong, pictureFaults(c.Pictures)...)
	return wrong.OrNil()
}

// language has the form of a BCP 47 tag.
var language = regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,4}$`)

func tooLong(kind fault.Kind, most lingo.Text) *fault.Error {
	return fault.New(kind, lingo.T("Det här blev för långt. Det får plats högst %s.", "This became too long. There is room for at most %s.").Put(most))
}

func topicFaults(topics []string) (wrong fault.List) {
	if len(topics) > MaxTopics {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj högst %d ämnen.", "Choose at most %d topics.").Put(MaxTopics)).At("topics"))
	}
	for _, t := range topics {
		if !topicForm(t) {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Ämnet ”%s” går inte att använda. Skriv bokstäver och siffror, högst %d tecken.",
				"The topic “%s” cannot be used. Write letters and digits, at most %d characters.").Put(short(t), MaxTopic)).At("topics"))
		}
	}
	return wrong
}

// topicForm reports whether a topic can be a word to follow on every network: a letter, and nothing but letters, digits,
// spaces, hyphens and low lines.
func topicForm(t string) bool {
	letters := false
	for _, r := range t {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsDigit(r), unicode.IsMark(r), r == '_', r == '-', r == ' ':
		default:
			return false
		}
	}
	return letters && utf8.RuneCountInString(t) <= MaxTopic
}

func pictureFaults(pictures []Picture) (wrong fault.List) {
	if len(pictures) > MaxPictures {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj högst %d bilder.", "Choose at most %d pictures.").Put(MaxPictures)).At("pictures"))
	}
	for _, p := range pictures {
		if b, err := hex.DecodeString(p.Hash); err != nil || len(b) != 32 || p.Hash != strings.ToLower(p.Hash) {
			wrong = append(wrong, noPicture().At("pictures"))
		}
		if utf8.RuneCountInString(p.Alt) > MaxAlt {
			wrong = append(wrong, tooLong(fault.Invalid, lingo.T("%d tecken", "%d characters").Put(MaxAlt)).At("pictures"))
		}
	}
	return wrong
}

func noPicture() *fault.Error {
	return fault.New(fault.Invalid, lingo.T("En av bilderna finns inte kvar. Lägg till den igen.", "One of the pictures is not here any more. Add it again."))
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// complete says what is missing before a content can be handed in. What a wise colleague would have said of it is the
// checks' matter, not refused here: a picture without a description is a finding.
func complete(c Content, kind string, at account.Account) (wrong fault.List) {
	if kind == KindCorrection {
		wrong = append(wrong, correctionFaults(c.Correction)...)
	} else if strings.TrimSpace(c.Text) == "" {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv en text först.", "Write a text first.")).At("text"))
	}
	if c.Purpose != "" && !slices.Contains(at.Purposes, c.Purpose) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Kontot har inte längre syftet ”%s”. Välj ett annat.", "The account no longer has the purpose “%s”. Choose another.").Put(short(c.Purpose))).At("purpose"))
	}
	return wrong
}

func correctionFaults(r *Corrected) (wrong fault.List) {
	if r == nil {
		r = &Corrected{}
	}
	for _, f := range []struct {
		field, text string
		say         lingo.Text
	}{
		{"wrong", r.Wrong, lingo.T("Skriv vad som var fel.", "Write what was wrong.")},
		{"right", r.Right, lingo.T("Skriv vad som är rätt.", "Write what is right.")},
		{"why", r.Why, lingo.T("Skriv varför det blev fel.", "Write why it went wrong.")},
		{"now", r.Now, lingo.T("Skriv vad som händer nu.", "Write what happens now.")},
	} {
		if f.text == "" {
			wrong = append(wrong, fault.New(fault.Invalid, f.say).At(f.field))
		}
	}
	return wrong
}

// moment says what is wrong with the moment a writer asks for.
func moment(s Submission, now time.Time) (wrong fault.List) {
	if !s.Timed() {
		return nil
	}
	at, _ := s.When.Resolve()
	switch {
	case !at.After(now):
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Den tidpunkten har redan varit. Välj en senare, eller publicera direkt.",
			"That moment has passed. Choose a later one, or publish at once.")).At("when"))
	case at.After(now.AddDate(2, 0, 0)):
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj en dag inom två år.", "Choose a day within two years.")).At("when"))
	}
	return wrong
}

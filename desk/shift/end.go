package shift

import (
	"strings"
	"time"
)

// What may be open when a shift ends.
const (
	EndTalk      = "talk"      // a conversation that she owns, or that nobody owns and whose clock runs
	EndDraft     = "draft"     // a text of hers that is not out
	EndScheduled = "scheduled" // a text that has a time, whosever it is
	EndHeld      = "held"      // a text that was stopped, and that a person must decide on
	EndPromise   = "promise"   // something she has promised a citizen to come back to
)

// End (lös ände) is one thing that was open when a shift ended. On the record it has no words of citizens' or colleagues':
// those are where they were said, and are put beside it when it is shown.
type End struct {
	Kind     string    `json:"kind"`
	ID       string    `json:"id"`                 // the conversation's, the draft's, or the answer's
	Person   string    `json:"person,omitempty"`   // whose it is
	Due      time.Time `json:"due,omitzero"`       // when the citizen was promised an answer, or the text is to go out
	Phrase   string    `json:"phrase,omitempty"`   // what she promised with: "återkommer"
	Stranded bool      `json:"stranded,omitempty"` // who handed the text in may not publish any more when it is to go out

	Title   string `json:"-"` // the first words of it, as they are now
	Where   string `json:"-"` // the conversation of a promise
	Settled bool   `json:"-"` // it has been seen to since
}

// Answer is something somebody answered a citizen.
type Answer struct {
	Post, Conversation, Text string
	At                       time.Time
}

// Talk is an open conversation, as this room needs to know it.
type Talk struct {
	ID, Account, Owner string
	Seen               int64
}

// promising are the words by which one promises to come back, in small letters. They are few on purpose: a promise that is
// missed is found in the conversation, and one that was none costs a glance.
var promising = []string{
	"återkommer", "återkomma till dig", "hör av mig", "hör av oss", "höra av mig", "höra av oss", "kollar upp", "kolla upp det", "ska kolla", "ska ta reda på",
	"tar reda på", "undersöker saken", "undersöker det", "skickar frågan vidare", "frågar en kollega", "besked så snart", "svar så snart", "meddelar dig",
	"get back to you", "let you know", "look into it", "look into this", "find out and", "come back to you",
}

// thanking are the words by which citizens thank.
var thanking = []string{"tack", "tusen tack", "tackar", "bra jobbat", "vad bra", "uppskattar", "thanks", "thank you", "well done"}

// Promised returns the words in a text that promise to come back, or "".
func Promised(text string) string { return found(text, promising) }

// Thanked reports whether a text thanks somebody. "Tack på förhand" thanks nobody yet.
func Thanked(text string) bool {
	for _, polite := range []string{"tack på förhand", "tack för svar", "tacksam för svar", "thanks in advance"} {
		text = strings.ReplaceAll(strings.ToLower(text), polite, "")
	}
	return found(text, thanking) != ""
}

// found returns the first of some phrases that stands in a text as whole words.
func found(text string, phrases []string) string {
	plain := " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r != '\'' && r != '-' && !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == 'å' || r == 'ä' || r == 'ö' || r == 'é' || r == 'ü')
	}), " ") + " "
	for _, p := range phrases {
		if strings.Contains(plain, " "+p+" ") {
			return p
		}
	}
	return ""
}

// Package idea is where somebody says "är det här något?" (idéer). Whoever works at the authority may send an idea, whatever
// she may write: a few words, a picture, for an account or for none. A communicator makes a draft of it with her name on it,
// asks her something, or says no and why. She sees its way all along, from the day she sent it to the post it became.
//
// An idea is answered by a person, never by silence: what nobody has answered waits on the communicators' page Idag.
//
// Arbetsmiljöverket's rules on the work environment (AFS 2023:2) ask for ways in which employees can take part; TF 2 kap. 12 §:
// an idea is working material, and is kept with what became of it.
package idea

import (
	"time"

	"tilltal/desk/draft"
)

// Idea (idé) as it stands now.
type Idea struct {
	Sending
	From     string      // the name of who sent it
	Words    []Word      // questions and answers, the oldest first
	Adoption *Adoption   // nil until it became a draft
	Draft    draft.State // where that draft stands; "" while there is none
	Post     string      // id of the post it became; "" until then
	Refusal  *Refusal    // nil unless somebody said no
	Seen     int64       // last entry about the idea
}

// Sending (insändning) is the fact that somebody sent an idea.
type Sending struct {
	ID       string
	Account  string // "" when she did not know which
	By       string // person id
	Text     string
	Pictures []draft.Picture
	Credit   bool // she wants to be named when it is published
	At       time.Time
}

// Word (ord på vägen) is something that was said about an idea: a question to who sent it, or her answer.
type Word struct {
	ID, Idea, By, Text string
	At                 time.Time
	Answer             bool // she answered; otherwise a communicator asked
}

// Asking (fråga om en idé) is the fact that a communicator asked something.
type Asking struct{ Word }

// Reply (svar om en idé) is the fact that who sent the idea answered.
type Reply struct{ Word }

// Adoption (omhändertagande) is the fact that an idea became a draft.
type Adoption struct {
	ID, Idea, Draft, Account, By string
	At                           time.Time
}

// Refusal (nej tack) is the fact that somebody said no, and why.
type Refusal struct {
	ID, Idea, By, Reason string
	At                   time.Time
}

// Stage (läge) is where an idea stands. It is read out of the facts.
type Stage string

// The stages.
const (
	Waiting   Stage = "waiting"   // väntar på svar från en kommunikatör
	Asked     Stage = "asked"     // väntar på svar från den som skickade den
	Adopted   Stage = "adopted"   // har blivit ett utkast
	Published Stage = "published" // har blivit ett inlägg
	Refused   Stage = "refused"   // nej tack, och varför
)

// Stage returns where the idea stands.
func (i Idea) Stage() Stage {
	switch {
	case i.Post != "":
		return Published
	case i.Adoption != nil:
		return Adopted
	case i.Refusal != nil:
		return Refused
	case len(i.Words) > 0 && !i.Words[len(i.Words)-1].Answer:
		return Asked
	}
	return Waiting
}

// Over reports whether nothing more is to be decided about the idea.
func (i Idea) Over() bool { return i.Adoption != nil || i.Refusal != nil }

// Package counsel is where colleagues help each other with a text (råd). A comment stands at a place in a draft, or is about
// the whole of it. A suggestion is a comment with other words for that place, and whoever writes takes it in one click: a new
// version, by her who took it. And whoever has a text or a conversation before her may ask anybody in the house who knows
// the matter (fråga en sakkunnig), with a day by which she needs the answer; who was asked is reminded once, and both see
// when the day has passed.
//
// Advice is advice. Nothing here lets a text out or stops one: that is for desk/review and the account's routine.
//
// TF 2 kap. 12 §: comments are working material until the text is finished. Förvaltningslagen SFS 2017:900 6 och 23 §§: what is
// said to citizens is right because somebody who knows was asked.
package counsel

import "time"

// Remark (kommentar) is the fact that somebody said something about a draft. With Suggests it is a suggestion (förslag).
type Remark struct {
	ID, Draft, Account string
	Version            int    // the newest when it was said
	Place                     // the words it is about; the zero Place is the whole text
	Text               string // may be empty in a suggestion
	Suggests           bool
	Instead            string // what a suggestion would put there; "" takes the words away
	By                 string // person id
	At                 time.Time
}

// Place is some words in one field of a draft, with what stood around them, so that they are found again in a later version.
type Place struct {
	Field         string // as draft.Part has it: "text", "summary", "wrong" …; "" is the whole
	Start, End    int    // bytes in that field of that version
	Quote         string
	Before, After string // a little of what stood on either side
}

// Whole reports whether a place is the whole text.
func (p Place) Whole() bool { return p.Quote == "" }

// Settling (avklarad) is the fact that a remark needs nothing more: somebody saw to it, or took the suggestion.
type Settling struct {
	ID, Remark, Draft, By string
	Version               int // the version that a taken suggestion made; 0 when it was only seen to
	At                    time.Time
}

// Comment is a remark as it stands now, found again in the draft's newest version.
type Comment struct {
	Remark
	Name    string    // of who said it
	Settled *Settling // nil while it asks for something
	Now     Place     // where the words stand in the newest version
	Found   bool      // they are there; always true for the whole
}

// Inquiry (sakfråga) is the fact that somebody asked a colleague who knows.
type Inquiry struct {
	ID                  string
	Draft, Conversation string // what it is about: one of them
	Account             string
	To, By              string // person ids
	Text                string
	Quote               string // what who asks shows of the text or the conversation; "" is nothing
	Due                 time.Time
	At                  time.Time
}

// Answer (sakkunnigsvar) is the fact that who was asked answered.
type Answer struct {
	ID, Inquiry, By, Text string
	At                    time.Time
}

// Recall (återtagen fråga) is the fact that who asked needs no answer any more.
type Recall struct {
	ID, Inquiry, By string
	At              time.Time
}

// Reminder (påminnelse) is the fact that the desk reminded who was asked; Late says that the day had passed, which who asked is
// told too.
type Reminder struct {
	ID, Inquiry string
	Late        bool
	At          time.Time
}

// Question is an inquiry as it stands now.
type Question struct {
	Inquiry
	ToName, ByName string
	Answer         *Answer
	Recall         *Recall
	Seen           int64 // last entry about it
}

// Open reports whether an answer is waited for.
func (q Question) Open() bool { return q.Answer == nil && q.Recall == nil }

// Overdue reports whether the day has passed without an answer.
func (q Question) Overdue(now time.Time) bool { return q.Open() && !q.Due.After(now) }

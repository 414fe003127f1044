// Package inbox is where citizens are heard (inkorg). Whatever they say, wherever they say it, arrives as an envelope:
// stored as it came, once, with its entry on the record, before the sender is told that we have it. A worker sorts
// envelopes into conversations. A conversation (samtal) has one owner and one clock: the account's promise, counted in
// Swedish working days. It is taken or assigned, talked about in notes, answered through the same checks and routine as any
// post, and closed with an outcome in words.
//
// What a citizen edits or deletes becomes a new version of what she said; nothing is overwritten. What the checks see in it
// is marked, never removed.
//
// Förvaltningslagen SFS 2017:900 6 and 7 §§ (service, availability): questions are answered without unnecessary delay.
package inbox

import (
	"time"

	"tilltal/desk/draft"
)

// Envelope (försändelse) is what arrived, exactly as it arrived.
type Envelope struct {
	ID      string
	Channel string // "square" (the form), "fediverse", later others
	Remote  string // the activity's id on its network, or the form's own id: (Channel, Remote) arrives once
	Account string // whom it was sent to; "" when only sorting can tell
	Sender  string // URI of the sender as verified; "" for a citizen without an account
	Kind    string // "Create", "Update", "Delete", "Question", "Error", …
	Body    []byte // as received
	At      time.Time
}

// What a conversation is about. Sorting guesses, people can change it.
const (
	KindQuestion = "question" // fråga
	KindError    = "error"    // felanmälan om ett inlägg
	KindReply    = "reply"    // svar på ett inlägg
	KindMention  = "mention"  // omnämnande
	KindDirect   = "direct"   // direktmeddelande
	KindReport   = "report"   // anmälan från en annan server (Flag)
)

// Conversation (samtal) as it stands now.
type Conversation struct {
	ID          string
	Account     string
	Kind        string
	Channel     string
	Post        string // the post it began under, when it did
	With        string // URI of the citizen; "" for one without an account
	WithName    string // as she calls herself
	First       string // the first line of what was asked, plain text
	NeedsAnswer bool   // counts in the open statistics; correctable by a person
	OpenedAt    time.Time
	Due         time.Time // when the account has promised an answer; zero when none is needed
	Owner       string    // person id; "" until somebody takes it
	AnsweredAt  time.Time // first answer in substance by a human; zero until then
	Closure     *Closure
	LastAt      time.Time
	Turns       int
	Seen        int64
}

// Turn (replik) is one thing said in a conversation, by the citizen or by us, as its newest version has it.
type Turn struct {
	ID           string
	Conversation string
	Remote       string // its URI on its network
	InReplyTo    string
	Ours         bool
	By           string // URI or person id
	ByName       string
	HTML         string // sanitised; the original is in the envelope
	Text         string // plain
	Language     string
	Visibility   string // "public", "unlisted", "followers", "direct"
	Version      int
	DeletedAt    time.Time // the citizen took it back; kept, shown as taken back
	Marks        []string  // rule ids the checks saw
	At           time.Time
	Envelope     string
}

// Facts of this room.
type (
	// Opened (öppnat samtal) begins a conversation.
	Opened struct {
		ID, Account, Kind, Channel, Post, With, WithName, First string
		NeedsAnswer                                             bool
		Due                                                     time.Time
		At                                                      time.Time
	}
	// Said is one version of a turn.
	Said struct {
		ID           string // of this version
		Turn         string
		Version      int
		Conversation string
		Remote       string
		InReplyTo    string
		Ours         bool
		By           string
		ByName       string
		HTML         string
		Text         string
		Language     string
		Visibility   string
		Deleted      bool
		Marks        []string
		Envelope     string
		At           time.Time
	}
	// Assignment (tilldelning) gives a conversation an owner.
	Assignment struct {
		ID, Conversation, To, By string
		At                       time.Time
	}
	// Note (intern anteckning) is said between colleagues.
	Note struct {
		ID, Conversation, By, Text string
		At                         time.Time
	}
	// Classification (klassning) corrects what the sorting guessed.
	Classification struct {
		ID, Conversation, Kind, By string
		NeedsAnswer                bool
		Due                        time.Time
		At                         time.Time
	}
	// Closure (avslut) ends a conversation with an outcome. A citizen who speaks again reopens it.
	Closure struct {
		ID, Conversation, Outcome, Words, By string
		At                                   time.Time
	}
	// Reopening (återöppnande) follows when the citizen speaks again, or a colleague finds that it was closed too soon.
	Reopening struct {
		ID, Conversation, By, Why string
		Due                       time.Time
		At                        time.Time
	}
	// Sorting (sortering) is the fact that an envelope was dealt with, and how.
	Sorting struct {
		ID, Envelope, Conversation, Outcome string
		At                                  time.Time
	}
)

// Outcomes of a conversation.
const (
	OutcomeAnswered = "answered" // besvarad
	OutcomeReferred = "referred" // hänvisad till …
	OutcomeNoNeed   = "noneed"   // inget svar behövs, därför att …
)

// Answer is what a colleague has written in a conversation, on its way out.
type Answer struct {
	Draft   draft.Draft
	Waiting string // what it waits for, in words
}

// Package inbox is where citizens are heard (inkorg). Whatever they say, wherever they say it, arrives as an envelope:
// stored as it came, once, with its entry on the record, before the sender is told that we have it. A worker sorts
// envelopes into conversations. A conversation (samtal) has one owner and one clock: the account's promise, counted in
// Swedish working days. It is taken or assigned, talked about in notes, answered through the same checks and routine as any
// post, and closed with an outcome in words.
//
// What a citizen edits or deletes becomes a new version of what she said; nothing is overwritten. What the checks see in it
// is marked, never removed. In which order things reach us changes nothing: an edit may come before what it edits, a reply
// before what it answers, and the conversation ends up the same (sort.go).
//
// Förvaltningslagen SFS 2017:900 6 and 7 §§ (service, availability): questions are answered without unnecessary delay.
// TF 2 kap. 9 § (inkommen handling): what has arrived is a record of the authority from that moment, so it is stored
// before anybody judges it.
package inbox

import (
	"time"

	"tilltal/desk/publish"
)

// The channels that the house itself knows of. Others are named by their folder in channel/.
const (
	ChannelSquare    = "square"    // the forms on the authority's own pages
	ChannelFediverse = "fediverse" // ActivityPub
)

// Envelope (försändelse) is what arrived, exactly as it arrived.
type Envelope struct {
	ID      string // [EnvelopeID] of Channel and Remote
	Seq     int64  // its number on the record: the order of arrival; 0 before it has arrived
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
	KindAlike    = "alike"    // rapport om ett konto som liknar vårt
	KindReply    = "reply"    // svar på ett inlägg
	KindMention  = "mention"  // omnämnande
	KindDirect   = "direct"   // direktmeddelande
	KindReport   = "report"   // anmälan från en annan server (Flag)
)

// How far a turn reaches.
const (
	Public    = "public"    // offentligt
	Unlisted  = "unlisted"  // offentligt men inte i flöden
	Followers = "followers" // bara följare
	Direct    = "direct"    // bara mottagaren
)

// Conversation (samtal) as it stands now.
type Conversation struct {
	ID          string
	Account     string
	Kind        string
	KindBy      string // person id of who last said what it is about; "" while it is the sorting's guess
	Channel     string
	Post        string    // the post it began under, when it did
	With        string    // URI of the citizen; "" for one without an account
	WithName    string    // as she calls herself
	First       string    // the first line of what was asked, plain text
	Root        string    // id of the turn it began with
	WithLeft    time.Time // when we heard that she has taken away her account; zero while she has it
	Orphan      string    // what that turn answers, when we have not seen it; "" otherwise
	NeedsAnswer bool      // counts in the open statistics; correctable by a person
	OpenedAt    time.Time
	Due         time.Time // when the account has promised the next answer; zero when none is waited for
	Owner       string    // person id; "" until somebody takes it
	AnsweredAt  time.Time // first answer in substance by a human; zero until then
	Closure     *Closure  // how it ended; nil while it is open
	Joined      string    // the conversation it turned out to be a part of; "" otherwise
	LastAt      time.Time
	Turns       int
	Unreachable bool     // she has left, and nobody else's words stand in it: no answer would be read; only in [Room.Get]
	Marks       []string // what the checks and colleagues have marked in it, as rule ids; only in lists and [Room.Get]
	Seen        int64
}

// Open reports whether somebody still has to look at the conversation.
func (c Conversation) Open() bool { return c.Closure == nil && c.Joined == "" }

// Overdue reports whether the promised moment has passed without an answer.
func (c Conversation) Overdue(now time.Time) bool {
	return c.Open() && !c.Due.IsZero() && c.Due.Before(now)
}

// Turn (replik) is one thing said in a conversation, by the citizen or by us, as its newest version has it.
type Turn struct {
	ID           string
	Conversation string
	Remote       string // its URI on its network
	InReplyTo    string
	Ours         bool
	By           string            // URI or person id
	ByName       string            // as citizens see it
	Curator      publish.Signature // who of us said it, for the desk only
	HTML         string            // sanitised; the original is in the envelope
	Text         string            // plain
	Language     string
	Visibility   string            // Public, Unlisted, Followers or Direct
	Version      int               // how many versions there are, a deletion among them
	DeletedAt    time.Time         // the citizen took it back; kept, shown as taken back
	Needs        string            // why it counts as needing an answer, one of the Why…; "" when it does not
	Marks        []string          // rule ids that stand: what the checks saw, and what colleagues say
	MarkedBy     map[string]string // the colleague, by person id, who set a mark; the others the checks set
	At           time.Time         // when it was said; never later than when it reached us
	Envelope     string            // what it was read from
}

// Outcomes of a conversation.
const (
	OutcomeAnswered = "answered" // besvarad
	OutcomeReferred = "referred" // hänvisad till …
	OutcomeNoNeed   = "noneed"   // inget svar behövs, därför att …
)

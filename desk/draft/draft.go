// Package draft is where a text is written (utkast). A draft belongs to an account and to the employee who began it; every
// save is a new version and none is ever overwritten. The checks look at each version, the writer answers what they found,
// and she submits one version: from then on that version, byte for byte, is what others read, approve and publish. Any edit
// makes a new version and the approval no longer counts.
//
// The life of a draft: begun (Beginning) → saved (Version) … → submitted (Submission) → approved or returned (desk/review)
// → published (desk/publish), or put away (Discard). All of it stands on the record under the draft's own id.
//
// A draft is working material until it is sent (TF 2 kap. 12 §); the versions are kept so that what was approved can always
// be shown beside what was published.
package draft

import (
	"time"

	"tilltal/base/clock"
	"tilltal/check"
	"tilltal/desk/guideline"
)

// Kinds of draft.
const (
	KindPost       = "post"       // inlägg: begins something on the square
	KindAnswer     = "answer"     // svar: answers in a conversation
	KindCorrection = "correction" // rättelse: what was wrong, what is right, why, what now
)

// Draft (utkast) with its newest version.
type Draft struct {
	Beginning
	DiscardedAt time.Time
	Latest      Version     // the newest that is not aside
	Last        int         // the number of the newest version, aside or not
	Writers     []string    // person ids of all who have saved a version, first the one who began
	Submission  *Submission // of Latest; nil when never submitted, or when a later version or a return voided it
	Returned    string      // the words it was last handed back with; "" when never, or when submitted again since
	Responses   []Response  // the newest to each finding, whichever version it was given on
	Meant       *Meant      // what the reader would hand it in with, and was sent away; nil for nothing: see [Room.Get]
	PublishedAs string      // id of what was published from it: a post, or for a correction the correction; "" until then
	State       State       // where it stands, for lists and pages
	Sealed      string      // id of the withdrawn post it belongs to: then nothing of what it says is here; "" otherwise
	Seen        int64       // last entry about the draft
}

// Beginning (påbörjan) is the fact that a draft was begun, and for what.
type Beginning struct {
	ID           string
	Account      string
	Author       string // person id
	Kind         string
	Conversation string // for an answer: the conversation it answers
	InReplyTo    string // for an answer: the URI of what it answers
	Direct       string // for an answer that only one shall read: that reader's URI; "" is public
	Post         string // for a correction: the post it corrects
	At           time.Time
}

// State (läge) is where a draft stands. It is read out of the facts, never set by anybody.
type State string

// The states.
const (
	Writing   State = "writing"   // skrivs
	Returned  State = "returned"  // tillbaka med ord på vägen
	Waiting   State = "waiting"   // väntar på andra ögon
	Ready     State = "ready"     // får publiceras, av den som skrev
	Scheduled State = "scheduled" // tidsatt
	Held      State = "held"      // stoppad: en människa behöver bestämma
	Published State = "published" // publicerad
	Discarded State = "discarded" // kastad
)

// States lists all states, in the order of a draft's life.
func States() []State {
	return []State{Writing, Returned, Waiting, Ready, Scheduled, Held, Published, Discarded}
}

// Content (innehåll) is what is said: exactly this is approved, published and sent.
type Content struct {
	Text       string     `json:"text"`
	Summary    string     `json:"summary,omitempty"` // content warning: shown first, the text when asked for
	Language   string     `json:"language"`          // BCP 47
	Topics     []string   `json:"topics,omitempty"`  // ämnen, without #
	Purpose    string     `json:"purpose,omitempty"`
	Pictures   []Picture  `json:"pictures,omitempty"`
	Correction *Corrected `json:"correction,omitempty"`
	Credit     string     `json:"credit,omitempty"` // whose idea it was, when she wants to be named: "Johan, Gatuenheten". Set when the draft begins
}

// Corrected is the content of a correction: the four things it must say. The text that shall stand instead, when it
// changes, is the Content's Text.
type Corrected struct {
	Wrong string `json:"wrong"` // "Vi skrev …"
	Right string `json:"right"` // "rätt är …"
	Why   string `json:"why"`
	Now   string `json:"now"`
}

// Picture (bild) is one picture of a content. The bytes are kept apart, by their hash.
type Picture struct {
	Hash       string `json:"hash"` // hex SHA-256 of the re-encoded bytes
	Type       string `json:"type"` // image/jpeg, image/png, image/gif
	Width      int    `json:"width"`
	Height     int    `json:"height"`
	Alt        string `json:"alt,omitempty"`
	Decorative bool   `json:"decorative,omitempty"`
	Name       string `json:"name,omitempty"`  // as uploaded
	Codes      string `json:"codes,omitempty"` // what the QR and bar codes in it say, a line for each
	Faces      int    `json:"faces,omitempty"` // faces that can be seen in it; whose they are is not known
}

// Version (version) is one save.
type Version struct {
	ID      string
	Draft   string
	Number  int  // 1, 2, … in the order they were saved
	Base    int  // the version the writer had before her; 0 for the first
	Aside   bool // a colleague had saved since Base: kept beside the others, to be put together by a person
	Content Content
	Hash    string // hex SHA-256 of the content's canonical JSON: see [Content.Digest]
	By      string
	At      time.Time
}

// Response (svar på anmärkning) is the writer's answer to one finding.
type Response struct {
	Rule   string `json:"rule"`
	Text   string `json:"text"` // the words the finding pointed at
	Kind   string `json:"kind"` // Kept (with a reason), Wrong (the finding is mistaken) or Fixed (the words were changed)
	Reason string `json:"reason,omitempty"`
}

// Kinds of Response.
const (
	Kept  = "kept"
	Wrong = "wrong"
	Fixed = "fixed" // it answers nothing that is found later: if the words come back, the finding does
)

// Responding is the fact that a writer gave a Response.
type Responding struct {
	ID, Draft, By string
	Response
	At time.Time
}

// Submission (inlämning) is the fact that one version was handed in for publishing, with what the checks said of it.
type Submission struct {
	ID        string
	Draft     string
	Version   int
	Hash      string
	By        string
	At        time.Time
	Step      guideline.Step  // what the routine asks
	Routine   int             // number of the routine that asked
	Findings  []check.Finding // as they were at that moment
	Responses []Response
	Reason    string     // the writer's own words, when the routine asks for a reason
	When      clock.Wall // the wall-clock moment to publish; the zero Wall: as soon as allowed
	Heard     int64      // for an answer: the last entry about the conversation that the writer had seen
}

// Timed reports whether the writer asked for a moment of her own.
func (s Submission) Timed() bool { return s.When != clock.Wall{} }

// Discard (kastat) is the fact that a draft was put away. It stays on the record.
type Discard struct {
	ID, Draft, By string
	At            time.Time
}

// Package draft is where a text is written (utkast). A draft belongs to an account and to the employee who began it; every
// save is a new version and none is ever overwritten. The checks look at each version, the writer answers what they found,
// and she submits one version: from then on that version, byte for byte, is what others read, approve and publish. Any edit
// makes a new version and the approval no longer counts.
//
// The life of a draft: saved (Version) … submitted (Submission) → approved or returned (desk/review) → published
// (desk/publish), or discarded.
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
	ID           string
	Account      string
	Author       string // person id
	Kind         string
	Conversation string // for an answer: the conversation it answers; for a correction: ""
	Post         string // for a correction: the post it corrects
	BegunAt      time.Time
	DiscardedAt  time.Time
	Latest       Version
	Submission   *Submission // the newest one, nil when never submitted or when a later version voided it
	Seen         int64
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
}

// Corrected is the content of a correction: the four things it must say.
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
	Name       string `json:"name,omitempty"` // as uploaded
}

// Version (version) is one save.
type Version struct {
	ID      string
	Draft   string
	Number  int
	Content Content
	Hash    string // hex SHA-256 of the content's canonical JSON: see [Content.Digest]
	By      string
	At      time.Time
}

// Response (svar på anmärkning) is the writer's answer to one finding.
type Response struct {
	Rule   string `json:"rule"`
	Text   string `json:"text"` // the words the finding pointed at
	Kind   string `json:"kind"` // "kept" (with a reason) or "wrong" (the finding is mistaken)
	Reason string `json:"reason,omitempty"`
}

// Kinds of Response.
const (
	Kept  = "kept"
	Wrong = "wrong"
)

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
	When      clock.Wall // the wall-clock moment to publish; zero: as soon as allowed
}

// Beginning is the fact that a draft was begun.
type Beginning struct {
	ID, Account, Author, Kind, Conversation, Post string
	At                                            time.Time
}

// Discard (kastat) is the fact that a draft was put away. It stays on the record.
type Discard struct {
	ID, Draft, By string
	At            time.Time
}

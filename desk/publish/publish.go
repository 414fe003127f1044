// Package publish is where the authority speaks (publicering). A publication puts one approved version on the authority's
// own square; from there it goes to every follower and every other channel. It is the commit that publishes: the moment the
// fact stands on the record, the post is on the square, and jobs carry it on. Rights are asked again at that moment.
//
// What is published is never changed in silence: a correction (rättelse) stands beside it and says what was wrong, what is
// right, why, and what happens now; a withdrawal (avpublicering) needs a ground, leaves a tombstone that tells of it, and a
// sealed copy. Unpublishing is not disposal (gallring): the copy stays until a disposal decision.
//
// RF 1 kap. 9 §; TF 2 kap.; arkivlagen SFS 1990:782.
package publish

import (
	"time"

	"tilltal/base/clock"
	"tilltal/desk/draft"
)

// Post (inlägg) is something the authority has said, as it stands now.
type Post struct {
	ID           string
	Account      string
	Draft        string
	Content      draft.Content // as published; corrections are in Corrections
	Hash         string
	Curator      Signature // who spoke
	PublishedAt  time.Time
	InReplyTo    string // for an answer: the URI answered; "" otherwise
	Conversation string // for an answer
	Direct       string // for an answer to a direct message or a private question: the only reader's URI; "" is public
	Corrections  []Correction
	Withdrawal   *Withdrawal
	Seen         int64
}

// Signature (signatur) is who speaks, as citizens see it: first name and unit.
type Signature struct {
	Person    string `json:"person"`
	GivenName string `json:"givenName"`
	Unit      string `json:"unit"`
}

// Publication (publicering) is the fact that a version was published.
type Publication struct {
	ID           string // the post's id
	Account      string
	Draft        string
	Version      int
	Hash         string // of Content: equal to the approved version's
	Content      draft.Content
	Curator      Signature
	InReplyTo    string
	Conversation string
	Direct       string
	By           string
	At           time.Time
}

// Schedule (tidsatt publicering) is the fact that an approved version is to be published at a wall-clock moment. The newest
// of a draft counts; Cancelled ends it.
type Schedule struct {
	ID, Draft, Account string
	Version            int
	Hash               string
	When               clock.Wall
	By                 string
	At                 time.Time
}

// Hold (stopp) is the fact that a scheduled post was stopped before it went out, and why: by a person, because it came too
// late, because its writer no longer may write, or because this is a copy of the real desk.
type Hold struct {
	ID, Draft, Why, By string
	At                 time.Time
}

// Correction (rättelse) says what was wrong, what is right, why, and what happens now.
type Correction struct {
	ID    string
	Post  string
	Wrong string
	Right string
	Why   string
	Now   string
	Text  string // the post's text after the correction; "" when the text stands as it was
	Signature
	At time.Time
}

// Withdrawal (avpublicering) takes a post off the square on a ground. The copy is kept.
type Withdrawal struct {
	ID     string
	Post   string
	Ground string // one of Grounds
	Reason string // in words, for the record
	Public string // what the tombstone tells citizens
	By     string
	At     time.Time
}

// The grounds a withdrawal may have. There is no ground "unpleasant".
const (
	GroundPersonalData = "personaldata" // GDPR: somebody's personal data
	GroundSecrecy      = "secrecy"      // OSL: secret information
	GroundWrong        = "wrong"        // misleading in a way a correction cannot mend
	GroundRights       = "rights"       // copyright or another's right to a picture
	GroundExpired      = "expired"      // an appeal that has been answered
	GroundOther        = "other"        // told in words
)

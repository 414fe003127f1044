// Package publish is where the authority speaks (publicering). A publication puts one approved version on the authority's
// own square; from there it goes to every follower and every other channel. It is the commit that publishes: the moment the
// fact stands on the record, the post is on the square, and jobs carry it on. Rights are asked again at that moment.
//
// What is published is never changed in silence: a correction (rättelse) stands beside it and says what was wrong, what is
// right, why, and what happens now; a withdrawal (avpublicering) needs a ground, leaves a tombstone that tells of it, and a
// sealed copy. Unpublishing is not disposal (gallring): the copy stays until a disposal decision.
//
// Everything that may stop a text stands in one function, [Case.stop]: it is asked by a person's click and by the worker
// alike, in the moment of sending.
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
	Publication
	Corrections []Correction // the oldest first
	Withdrawal  *Withdrawal  // nil while it stands
	Seen        int64        // last entry about the post
}

// Text returns the text as it stands: the published one, or what the newest correction put in its place.
func (p Post) Text() string {
	for i := len(p.Corrections) - 1; i >= 0; i-- {
		if p.Corrections[i].Text != "" {
			return p.Corrections[i].Text
		}
	}
	return p.Content.Text
}

// Answer reports whether the post answers in a conversation.
func (p Post) Answer() bool { return p.Conversation != "" }

// ChangedAt returns when the post was last published, corrected or withdrawn.
func (p Post) ChangedAt() time.Time {
	if p.Withdrawal != nil {
		return p.Withdrawal.At
	}
	if n := len(p.Corrections); n > 0 {
		return p.Corrections[n-1].At
	}
	return p.At
}

// Tombstone returns what may be shown of a withdrawn post: that there was one, whose it was, and why it is gone.
func (p Post) Tombstone() Post {
	w := *p.Withdrawal
	w.Reason, w.By, w.Copy = "", "", nil
	t := Post{Withdrawal: &w, Seen: p.Seen}
	t.ID, t.Account, t.At = p.ID, p.Account, p.At
	return t
}

// Publication (publicering) is the fact that a version was published.
type Publication struct {
	ID           string // the post's id
	Account      string
	Draft        string
	Version      int
	Hash         string        // of Content: equal to the approved version's
	Content      draft.Content // as published; what corrections say stands beside it
	Curator      Signature     // who spoke
	InReplyTo    string        // for an answer: the URI answered; "" otherwise
	Conversation string        // for an answer
	Direct       string        // for an answer to a direct message or a private question: the only reader's URI; "" is public
	By           string        // person id of whoever handed it in
	At           time.Time
}

// Schedule (tidsatt publicering) is the fact that an approved version is to be published at a wall-clock moment. The newest
// of a submission counts; a Hold after it ends it.
type Schedule struct {
	ID, Draft, Account string
	Submission         string
	Version            int
	Hash               string
	When               clock.Wall
	By                 string
	At                 time.Time
}

// Hold (stopp) is the fact that a submission was stopped before it went out, and why. A person decides what becomes of it:
// gives it a new time, publishes it, or edits it.
type Hold struct {
	ID, Draft, Submission string
	Why                   string // one of the Hold… below
	Words                 string // what a person said, when a person stopped it
	By                    string // person id; "" when the desk stopped it by its routine
	At                    time.Time
}

// Why a submission was stopped.
const (
	HoldPerson    = "person"    // a colleague stopped it
	HoldLate      = "late"      // its time had passed
	HoldRights    = "rights"    // who handed it in may no longer publish for the account
	HoldShift     = "shift"     // the shift, or the mandate, of who handed it in had ended
	HoldCopy      = "copy"      // this is a copy of the real desk
	HoldClosed    = "closed"    // the account is closed
	HoldAnswered  = "answered"  // a colleague answered in the conversation first
	HoldWithdrawn = "withdrawn" // the post that it corrects has been withdrawn
	HoldApproval  = "approval"  // it lacks the approval that the routine asks for
)

// Correction (rättelse) says what was wrong, what is right, why, and what happens now.
type Correction struct {
	ID      string
	Post    string
	Account string
	Draft   string
	Version int
	Hash    string // of the correction's content: equal to the approved version's
	Wrong   string
	Right   string
	Why     string
	Now     string
	Text    string // the post's text after the correction; "" when the text stands as it was
	Signature
	At time.Time
}

// Withdrawal (avpublicering) takes a post off the square on a ground. A sealed copy is kept.
type Withdrawal struct {
	ID      string
	Post    string
	Account string
	Ground  string // one of Grounds
	Reason  string // in words, for the record
	Public  string // what the tombstone tells citizens
	Copy    []byte // a [Copy], sealed; only where the withdrawal is put on the record, never where it is read
	By      string
	At      time.Time
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

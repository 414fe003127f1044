// Package review is the second pair of eyes (granskning). A submission that the account's routine does not leave to the
// writer's own judgement waits here for somebody who may read it: another who writes for the account, the communicator on
// shift, or the decision maker. She sees the text as citizens will see it, what the checks said and what the writer answered,
// and approves it or hands it back with words. Nobody approves a text that she has written in where the routine asks for
// four eyes, and an approval is of one version: its hash stands in it.
//
// An approval sets the publication in motion (desk/publish): at once, or at the time the writer asked for. When that time has
// already passed, nothing goes out by itself: the text is stopped, and a person gives it a new time.
//
// RF 1 kap. 9 § (saklighet och opartiskhet); förvaltningslagen SFS 2017:900 5 §.
package review

import (
	"time"

	"tilltal/base/clock"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
)

// Approval (godkännande) is of exactly one version.
type Approval struct {
	ID         string
	Draft      string
	Submission string
	Version    int
	Hash       string
	By         string
	Words      string // may be empty
	At         time.Time
}

// Return (återlämning) hands a submission back with words on what to change.
type Return struct {
	ID         string
	Draft      string
	Submission string
	By         string
	Words      string // never empty
	At         time.Time
}

// Task is a submission that waits, with what a reader needs.
type Task struct {
	Draft      draft.Draft
	Submission draft.Submission
	Author     string // the name of who handed it in
	Account    string // the account's name
	Mine       bool   // the reader has written in it herself, and may not approve it
}

// Outcome is what an approval led to. Exactly one of AtOnce, Schedule and Late says something.
type Outcome struct {
	Approval Approval
	AtOnce   bool              // it is on its way out
	Schedule *publish.Schedule // it goes out at its time
	Late     *publish.Hold     // its time had passed: it waits for a new one
	At       time.Time         // when it goes out; zero when Late
	Note     clock.Note        // what was odd about that time
}

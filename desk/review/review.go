// Package review is the second pair of eyes (granskning). A submission that the account's routine does not leave to the
// writer's own judgement waits here for somebody who may read it: another who writes for the account, the communicator on
// shift, or the decision maker. She sees the text as citizens will see it, what the checks said and what the writer answered,
// and approves it or hands it back with words. Nobody approves her own text where the routine asks for four eyes, and an
// approval is of one version: its hash stands in it.
package review

import (
	"time"

	"tilltal/desk/draft"
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
	Author     string // her name
	Account    string // the account's name
}

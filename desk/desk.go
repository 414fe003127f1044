// Package desk holds the few words that all rooms of the desk share: the act, the change, who did it, and the promise that
// nothing is written without being on the record.
//
// A use case in a room loads what it needs, decides in a pure function, and commits one Change. The change holds acts; an
// act is one ledger entry together with the facts it consists of. The store writes all of it, and the jobs that must
// follow, in one transaction, or nothing. So there is no silent write, no notice before the fact, and no business rule in
// SQL (docs/decisions/0001-decide-then-commit.md).
//
// The law behind the record: handlingar that are drawn up or received by an authority are kept and can be found
// (TF 2 kap., OSL 5 kap. 1 §, arkivlagen SFS 1990:782 3 §).
package desk

import (
	"context"
	"time"
)

// Who did it: a person at the desk, a citizen, somebody on another server, or the desk itself.
type Who struct {
	Kind string `json:"kind"`           // WhoPerson, WhoCitizen, WhoRemote, WhoSystem or WhoToken
	ID   string `json:"id,omitempty"`   // person id, actor URI, or the job's name
	Name string `json:"name,omitempty"` // as shown in the chronicle
}

// The kinds of Who.
const (
	WhoPerson  = "person"
	WhoCitizen = "citizen" // somebody who used a form on the square, without an account
	WhoRemote  = "remote"  // somebody on another server
	WhoSystem  = "system"  // the desk itself, by a routine that a person has decided
	WhoToken   = "token"   // a program that speaks for a person, with a token she made
)

// System is the desk acting by itself in the name of a routine: "publish", "clock".
func System(part string) Who { return Who{Kind: WhoSystem, ID: part, Name: part} }

// Act (åtgärd) is one entry on the record, with the facts it consists of. Say is what else the entry shall tell, as plain
// JSON values; the chronicle makes its sentence from Kind and Say.
type Act struct {
	Kind    string // "draft.saved": the room, a dot, the verb in past tense
	Subject string // id of what it concerns; the thing's whole life is found by it
	Account string // account id; "" when it concerns the authority
	Who     Who
	At      time.Time
	Say     map[string]any // small, for people to read; no secrets ever
	Facts   []any          // room facts, such as draft.Version; each kind has a table in the store
}

// Expect is what must still hold when a change is committed: that nothing has happened to Subject after entry number Seen.
// Seen 0 means that nothing has ever happened to it, which makes a change with a subject of its own happen once.
type Expect struct {
	Subject string
	Seen    int64
}

// Job is work to do after the change is on the record: in the same transaction it is put in the queue.
type Job struct {
	Kind    string    // "publish", "deliver": names the worker
	Key     string    // unique among jobs that wait; "" for none. A second one with the same key is dropped
	Payload []byte    // JSON, read by the worker
	RunAt   time.Time // not before; zero means at once
}

// Lease is the right to do one job: it is held for a time, and lost when another worker has taken over.
type Lease struct {
	ID    int64
	Token string
}

// Held is a job that somebody holds the lease of, and is doing.
type Held struct {
	Lease
	Kind     string
	Payload  []byte
	Attempts int       // this one included
	RunAt    time.Time // when it was due
}

// DeadJob (dött jobb) is one that was given up, for an administrator to look at.
type DeadJob struct {
	ID        int64
	Kind      string
	Attempts  int
	LastError string
	QueuedAt  time.Time
	DeadAt    time.Time
}

// Change is what a decision leads to. Commit refuses a change without acts.
type Change struct {
	Expect []Expect
	Acts   []Act
	Jobs   []Job
	Finish *Lease // the job that this change completes, if any: refused with Conflict when the lease was lost
}

// Receipt tells where on the record a change came to stand: the number of its first and last entry.
type Receipt struct{ First, Last int64 }

// Committer puts a change on the record.
//
// Errors: fault.Conflict when an expectation or the lease no longer holds (nothing was written); fault.Unreachable when the
// database or the disk is away (try again: expectations make that safe).
type Committer interface {
	Commit(ctx context.Context, change Change) (Receipt, error)
}

// Entry is an act as it stands on the record.
type Entry struct {
	Seq     int64 // 1 is the first
	Kind    string
	Subject string
	Account string
	Who     Who
	At      time.Time
	Say     map[string]any
}

// Page is a stretch of a list, newest first. Next is where the following stretch begins; "" when there is none.
type Page[T any] struct {
	Items []T
	Next  string
}

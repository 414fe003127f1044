// Package frame is the frames (ramarna) that an employee speaks within: what an account is for, what is spoken of there and
// what is not, how it sounds, which rules its comments follow. Communicators and account owners set them; whoever is to speak
// reads the ones in force and says so (kvittens), once, and again when they change in substance. Then she is trusted.
//
// What one account promises stands in its charter (desk/account), and this room reads it there. What is common to all the
// authority's accounts, the acknowledgements, the exercises and management's backing are this room's own.
//
// It is what @sweden lacked: the first curators had no rules, and the later ones had rules that nobody had read. RF 1 kap. 9 §
// (matter-of-fact and impartial); E-delegationens riktlinjer 2010 (whoever speaks for an authority knows what applies).
package frame

import (
	"time"

	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Common (gemensamma ramar) is what holds at every account of the authority. It is also the fact of its change: each version
// is kept, and the newest is in force.
type Common struct {
	ID        string
	Number    int    // 1, 2, …; 0 when the authority has none
	Purpose   string // why the authority lets its employees speak
	Talk      []string
	Avoid     []string
	Examples  []account.Example
	Substance bool // as in account.Charter
	ChangedAt time.Time
	ChangedBy string // person id
	Seen      int64  // last entry about them
}

// Versions are those of the two parts of an account's frames.
type Versions struct{ Charter, Common int }

// Covers reports whether whoever has read v has read all that must have been read.
func (v Versions) Covers(must Versions) bool {
	return v.Charter >= must.Charter && v.Common >= must.Common
}

// Frames (ramar) are the frames in force for one account.
type Frames struct {
	Account account.Account
	Common  Common
	Must    Versions // the newest that changed something in substance: what must have been read
}

// Versions are the versions in force.
func (f Frames) Versions() Versions {
	return Versions{Charter: f.Account.Number, Common: f.Common.Number}
}

// Standing (läge) is how it is with one person and the frames of one account.
type Standing struct {
	Frames
	Read     Versions // what she has acknowledged; zero when she never has
	Answers  bool     // she answers for the account: whoever sets the frames is held to have read them
	Practice []string // ids of the exercises she has done here
}

// Ready reports whether she may speak, as far as the frames go.
func (s Standing) Ready() bool { return s.Answers || s.Read.Covers(s.Must) }

// First reports whether she has never acknowledged the frames of this account.
func (s Standing) First() bool { return s.Read.Charter == 0 }

// Facts of this room, beside Common.
type (
	// Acknowledgement (kvittens) is that a person says she has read the frames, in the versions named.
	Acknowledgement struct {
		ID, Person, Account string
		Versions
		At time.Time
	}
	// Practice (övning gjord) is that a person has done an exercise, once. It says nothing of how: there is no score.
	Practice struct {
		ID, Person, Account, Exercise string
		At                            time.Time
	}
	// Dropping (borttagen övning) takes an exercise of the account's own away.
	Dropping struct {
		ID, Exercise, By string
		At               time.Time
	}
)

// answers reports whether somebody answers for an account: she may change its frames.
func answers(a people.Actor, account string, now time.Time) bool {
	return a.May(people.AccountCharter, account, now)
}

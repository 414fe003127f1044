// Package shift is the relay (stafetten): who speaks for an account and when, and how one hands over to the next. A shift
// (pass) is a mandate with a handover: planning one gives the mandate in the same change, with the shift's own beginning and
// end, so that every right that is asked, also in the moment of sending, ends to the second. A rotation (schema) plans
// shifts some weeks ahead; two colleagues may swap (byte); what is open when a shift ends is written down and handed over
// (överlämning), and the next confirms it. An account that promises somebody is there has no gap without an alarm, and when
// nobody takes over, the communicator is on shift.
//
// A shift is kept as written on the wall, with the zone, and as the two instants that this meant when it was planned. The
// mandate has the same instants. Nights when the clocks change are an hour shorter or longer, and nothing else.
//
// Förvaltningslagen SFS 2017:900 6 and 7 §§: it is clear who can be reached, and when. Personal data are shown to citizens
// only as the employee has agreed to (GDPR art. 6).
package shift

import (
	"time"

	"tilltal/base/clock"
)

// Kinds of shift.
const (
	KindHours = "hours" // some hours
	KindDay   = "day"   // one or several days
	KindGuest = "guest" // a guest week: somebody visits the account and tells of her work
)

// Kinds lists the kinds of shift, in the order they are shown.
func Kinds() []string { return []string{KindHours, KindDay, KindGuest} }

// Shift (pass) as it stands now.
type Shift struct {
	ID      string
	Account string
	Roster
	Cancelled *Cancellation // nil while it stands
}

// Roster (uppgifter om passet) is what is planned: who, when and for what. A shift that changes gets a new one.
type Roster struct {
	Number   int        // 1, 2, … of the shift's rosters
	Person   string     // who has the shift
	Deputy   string     // who steps in when she cannot; "" is nobody
	Kind     string     // one of the Kind… above
	From     clock.Wall // as it was written
	Until    clock.Wall
	Begins   time.Time // what it meant, UTC: from Begins, up to but not at Ends
	Ends     time.Time
	Pair     bool   // meant to lie over a colleague's shift
	Purpose  string // what the shift is for; in a guest week what the guest will tell of. Shown on the square
	Mandate  string // the mandate that was given for it; "" when she may write there anyway
	Rotation string // the rotation that planned it; "" for a person
	Slot     string // which turn of the rotation it is: see [Turn]
	Why      string // why there is a new roster, one of the Why… below; "" for the first
	Words    string // what was said of the change
	By       string // person id of who planned it
	At       time.Time
}

// Why a shift got a new roster.
const (
	WhyPerson   = "person"   // a colleague changed it
	WhyRotation = "rotation" // its rotation was changed
	WhySwap     = "swap"     // two swapped
	WhyDeputy   = "deputy"   // the deputy stepped in
	WhyEnded    = "ended"    // it was ended before its time
)

// Standing reports whether the shift has not been cancelled.
func (s Shift) Standing() bool { return s.Cancelled == nil }

// Covers reports whether the shift stands and is in force at a moment.
func (s Shift) Covers(at time.Time) bool {
	return s.Standing() && !at.Before(s.Begins) && at.Before(s.Ends)
}

// Begun reports whether the shift has begun.
func (s Shift) Begun(now time.Time) bool { return !now.Before(s.Begins) }

// Over reports whether the shift has ended.
func (s Shift) Over(now time.Time) bool { return !now.Before(s.Ends) }

// lies reports whether a shift has some time in common with a span.
func (s Shift) lies(from, to time.Time) bool { return s.Begins.Before(to) && from.Before(s.Ends) }

// The bounds of a shift.
const (
	Shortest = 15 * time.Minute
	Longest  = 35 * 24 * time.Hour
	Horizon  = 2 * 366 * 24 * time.Hour // how far ahead one may plan
)

// Grace is how long the next may take to confirm a handover before it is an alarm.
const Grace = 15 * time.Minute

// Calendar returns the subject on the record of an account's shifts: everything that is planned there is found by it, and
// two who plan at once are told.
func Calendar(account string) string { return "shifts-" + account }

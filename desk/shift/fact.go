package shift

import "time"

// Facts of this room.
type (
	// Planning (planering) is one version of a shift; the newest counts.
	Planning struct {
		ID, Shift, Account string
		Roster
	}
	// Cancellation (inställt pass) ends a shift before it is over, or calls it off.
	Cancellation struct {
		ID, Shift, Account string
		Why                string // one of the Cancelled… below
		Words              string
		By                 string // person id; "" for the desk
		At                 time.Time
	}
	// Rotating (schemaläggning) is one version of a rotation; the newest counts.
	Rotating struct {
		ID string
		Rotation
	}
	// Swapping (byte) is an offer to swap a shift.
	Swapping struct{ Offer }
	// Reply (svar på bytet) ends an offer: taken, declined or withdrawn.
	Reply struct {
		ID, Offer, Account string
		Answer             string // one of the Swap… in swap.go
		By                 string
		At                 time.Time
	}
	// Handover (överlämning) is one version of what is handed over when a shift ends; the newest counts. The first is made
	// by the desk, the following by the one who leaves, with her own lines.
	Handover struct {
		ID, Shift, Account string
		Number             int
		Ends               []End  // what was open when the shift ended
		Words              string // what she wants the next to know
		To                 string // who was next then; "" when nobody was
		Due                time.Time
		By                 string // person id; "" for the desk
		At                 time.Time
	}
	// Confirmation (kvittens) is that the next has read a handover and taken over.
	Confirmation struct {
		ID, Shift, Account string
		By                 string
		At                 time.Time
	}
	// Alarm (larm) is that somebody must see to something, now or in time.
	Alarm struct {
		ID, Account string
		Kind        string    // one of the Alarm… in cover.go
		From, Until time.Time // what it is about; of an unconfirmed handover: when it should have been, and when it was seen
		Shift       string    // the shift it concerns, if any
		Person      string    // whom it concerns, if any
		Slot        string    // the turn of a rotation that was skipped
		Words       string    // why, as it was told
		At          time.Time
		RelievedAt  time.Time // zero while somebody must see to it: read from a Relief, and no part of the fact
	}
	// Relief (larmet över) is that an alarm needs nobody any more: the gap was filled, the handover confirmed.
	Relief struct {
		ID, Alarm, Account string
		At                 time.Time
	}
	// Covering (bemanningslöfte) decides what an account promises to have somebody on shift for; the newest counts.
	Covering struct {
		ID, Account string
		Cover       Cover
		By          string
		At          time.Time
	}
	// Presenting (presentation) is how an employee presents herself on the square, with her consent or without it; the
	// newest counts.
	Presenting struct {
		ID string
		Presentation
	}
	// Afterthought (efterprat) is what a curator says when her shift is over.
	Afterthought struct {
		ID, Shift, Account string
		Reflection
		By string
		At time.Time
	}
)

// Why a shift was cancelled.
const (
	CancelledByPerson   = "person"   // a colleague called it off
	CancelledByRotation = "rotation" // its rotation was changed or ended
	CancelledByGuest    = "guest"    // who was invited to a guest week said no
	CancelledByLeaving  = "left"     // who had it has left
)

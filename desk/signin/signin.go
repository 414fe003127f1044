// Package signin is how somebody shows the desk who she is (inloggning): by the authority's own identity provider, by a passkey
// (inloggningsnyckel), or by a password and, where she or her role wants it, a second step (andra steget). When all of that is
// away there is the break-glass account (nödkonto), whose use everybody hears of.
//
// Every way ends in people.Room.Begin, the one door in. Here lies only what comes before it: what was asked of the browser,
// what it answered, and that no answer is taken twice. Passwords are looked after by package people.
//
// The law: personal data are kept from those who do not need them (GDPR art. 5.1 f and art. 32).
package signin

import (
	"time"

	"tilltal/desk/people"
)

// Facts of this room, as they are committed.
type (
	// Passkey (inloggningsnyckel) is a key in somebody's telephone, computer or stick, by which she signs in without a password.
	Passkey struct {
		ID, Person string
		Name       string // what she calls it: "Min telefon"
		Credential string // its public half, as the library writes it down (JSON)
		Handle     string // the key's own id, base64url; unique
		At         time.Time
		Count      uint32    // how often it says it has been used; 0 always, for many keys
		UsedAt     time.Time // zero: never yet
	}
	// Renaming (namnbyte) is what she calls a passkey from now on.
	Renaming struct {
		ID, Passkey, Name, By string
		At                    time.Time
	}
	// Discarding (borttagning) takes a passkey away.
	Discarding struct {
		ID, Passkey, By string
		At              time.Time
	}
	// Enrolment (inskrivning) begins the second step: codes from her telephone (RFC 6238).
	Enrolment struct {
		ID, Person string
		Sealed     []byte // the secret, under the house's keys
		At         time.Time
	}
	// Unenrolment (utskrivning) ends it.
	Unenrolment struct {
		ID, Enrolment, By string
		At                time.Time
	}
	// Reserve (reservkod) is a code on paper for the day the telephone is lost. Only its hash is kept.
	Reserve struct {
		ID, Person, Batch, Hash string
		At                      time.Time
	}
	// Spending (förbrukning) is that a reserve code was used: each works once.
	Spending struct {
		ID, Reserve string
		At          time.Time
	}
	// Link (koppling) ties a person to the name she has at the identity provider.
	Link struct {
		ID, Person, Issuer, Subject string
		At                          time.Time
	}
	// BreakGlass (nödkonto) says that a person in the register is nobody, but an account in an envelope.
	BreakGlass struct {
		ID, Person, By string
		At             time.Time
	}
	// Alarm (larm) is that the break-glass account was used.
	Alarm struct {
		ID, Person string
		At         time.Time
	}
	// Review (genomgång) is that an administrator has seen to an alarm, and what she found.
	Review struct {
		ID, Person, By, Words string
		At                    time.Time
	}
)

// Emergency is the break-glass account and how it stands with it.
type Emergency struct {
	Person   people.Person
	MadeAt   time.Time // of the password in the envelope
	Alarm    time.Time // the newest use that nobody has seen to; zero when there is none
	Uses     int       // that nobody has seen to
	LastUsed time.Time // zero: never
}

// Ticket (könummer) is what the desk remembers between a question to a browser and its answer. The browser has the secret, the
// store its hash; it holds for a few minutes, and what needs it once takes it away.
type Ticket struct {
	ID      string // hash of the secret
	Kind    string // what it was given out for: one of the ticket… constants
	Person  string // "" while nobody knows
	Body    []byte
	Expires time.Time
}

// The kinds of tickets.
const (
	ticketStep     = "step"     // the password was right; the second step remains
	ticketCode     = "code"     // a new second step, before the first code is shown
	ticketRegister = "register" // a new passkey
	ticketPasskey  = "passkey"  // signing in by passkey
	ticketProvider = "provider" // signing in at the identity provider
)

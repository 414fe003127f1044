// Package account is the register of the authority's accounts (kontoregistret): what each is for, whom it speaks to, which
// rules its comments follow, when somebody is there, and who answers for it. The public page of an account is made from this
// register. Every account has at least two owners; an account that is closed stays in the register.
//
// E-delegationens riktlinjer 2010: purpose, responsible, contact and rules are to be told to the public.
package account

import (
	"time"

	"tilltal/base/svenska"
)

// Account (konto) as it is now: the newest Charter, and what has been said of it since.
type Account struct {
	ID       string
	Handle   string // the local part of its fediverse address and of its page: "polisen_umea"; a–z, 0–9, _
	Kind     string // KindOrganization or KindService
	OpenedAt time.Time
	ClosedAt time.Time // zero while open
	Charter
	Seen int64 // last entry about the account
}

// Closed reports whether the account has been closed. Nothing is written or answered there any more.
func (a Account) Closed() bool { return !a.ClosedAt.IsZero() }

// What an account is to other servers.
const (
	KindOrganization = "Organization" // it speaks for an organisation or a unit of it
	KindService      = "Service"      // it speaks for a service: traffic, library, storm night
)

// Charter (kontobeskrivning) is what the account promises: a new version for each change, the newest in force.
type Charter struct {
	Number    int      // 1, 2, …
	Name      string   // "Polisen Umeå"
	Place     string   // "Umeå"; "" when it has none
	Purpose   string   // one or two sentences, to citizens
	Purposes  []string // the purposes a post may have: "Berätta om vardagen", "Varna", "Svara på frågor"
	Audience  string
	Rules     string // comment rules, plain text, in force from ChangedAt
	Retention string // how long things are kept, in words
	Contact   string // in a crisis; shown at the desk
	Language  string // "sv"
	Profile   string // tone profile: see check.Input
	Hours     svenska.Hours
	Promise   svenska.Promise // the service level: how soon a question is answered
	Zone      string          // "Europe/Stockholm"
	Signature Signing         // what citizens see of whoever speaks
	Election  Ballot          // an extra election or a referendum that concerns it
	Own       []string        // own numbers, addresses and published officials: never personal data
	Talk      []string        // what is spoken of here, to those who write; one thing a line
	Avoid     []string        // what is not spoken of here
	Examples  []Example       // texts that fit the account, and texts that do not
	Substance bool            // it changed the frames in substance, not only in wording: who put it in force has said so
	ChangedAt time.Time
	ChangedBy string // person id
}

// Example (exempel) is a text that fits the account, or does not, with the reason: what a wise colleague points at when a
// newcomer asks how one writes here.
type Example struct {
	Good bool   `json:"good"`
	Text string `json:"text"`
	Why  string `json:"why"`
}

// Facts of this room.
type (
	// Opening (öppnande) starts an account.
	Opening struct {
		ID, Handle, Kind, By string
		At                   time.Time
	}
	// Chartering puts a new Charter in force.
	Chartering struct {
		ID, Account string
		Charter
	}
	// Framing (inramning) is what a Charter says to those who write: it is put in force with the Chartering of the same number.
	Framing struct {
		ID, Account string
		Charter
	}
	// Signed (signering) is how the account signs from a Charter on: it is put in force with the Chartering of the same number.
	Signed struct {
		ID, Account string
		Number      int
		Signature   Signing
	}
	// Balloted (utlyst val) is the ballot of a Charter: it is put in force with the Chartering of the same number. A Charter that
	// names none has no Balloted.
	Balloted struct {
		ID, Account string
		Number      int
		Election    Ballot
	}
	// Closure (stängning) ends an account; it stays in the register.
	Closure struct {
		ID, Account, By, Reason string
		At                      time.Time
	}
)

// Package people is who works at the desk, what they may do, and for how long (personal och behörighet). A person (person)
// is hired into the register, is given roles for the whole authority and mandates for single accounts, signs in, and one day
// leaves and loses everything at once. Nobody is removed from the record.
//
// What a role may do is one table, right.go, which an auditor can read. Rights are asked when a page is opened, when a
// form is sent, and again at the moment something leaves the house.
//
// The law: personal data are kept from those who do not need them (GDPR art. 5.1 f and art. 32).
package people

import "time"

// Role is what somebody is at the desk. The Swedish word stands in role.go, with what the role may do in right.go.
type Role string

// The roles. Administrator to Auditor are held for the whole authority; Owner, Deputy and Voice for one account, through a
// Mandate.
const (
	Administrator Role = "administrator" // administratör: runs the installation; sees no content by that role alone
	Communicator  Role = "communicator"  // kommunikatör
	Owner         Role = "owner"         // kontoansvarig
	Deputy        Role = "deputy"        // ställföreträdande kontoansvarig
	Voice         Role = "voice"         // medarbetare
	Expert        Role = "expert"        // sakkunnig
	DecisionMaker Role = "decisionmaker" // jurist, beslutsfattare
	Registrar     Role = "registrar"     // registrator, arkivarie
	Investigator  Role = "investigator"  // utredare
	Auditor       Role = "auditor"       // revisor
)

// Person (person) is somebody who works, or has worked, at the desk.
type Person struct {
	ID        string
	GivenName string // shown to citizens: "Amina"
	Name      string // full name, shown at the desk
	Unit      string // shown to citizens: "Parkenheten"
	Email     string // lower case; what one signs in with
	Language  string // "sv" or "en", for the screens
	HiredAt   time.Time
	LeftAt    time.Time // zero while she works here
	Seen      int64     // last entry about her
}

// Left reports whether she has left.
func (p Person) Left() bool { return !p.LeftAt.IsZero() }

// Grant (rolltilldelning) is a role for the whole authority, from the moment it was given until it is revoked.
type Grant struct {
	ID        string
	Person    string
	Role      Role
	GivenBy   string
	From      time.Time
	Until     time.Time // zero: until revoked
	RevokedAt time.Time // zero: not revoked
}

// Mandate (förordnande) is a role for one account, from–to. A shift is a mandate with a handover.
type Mandate struct {
	ID      string
	Person  string
	Account string
	Role    Role // Owner, Deputy, Communicator or Voice
	GivenBy string
	From    time.Time
	Until   time.Time // zero: until ended
	EndedAt time.Time // zero: not ended
}

// InForce reports whether the mandate holds at a moment: from From, up to but not at Until or EndedAt.
func (m Mandate) InForce(at time.Time) bool { return inForce(m.From, m.Until, m.EndedAt, at) }

// InForce reports whether the grant holds at a moment.
func (g Grant) InForce(at time.Time) bool { return inForce(g.From, g.Until, g.RevokedAt, at) }

func inForce(from, until, ended, at time.Time) bool {
	return !at.Before(from) && (until.IsZero() || at.Before(until)) && (ended.IsZero() || at.Before(ended))
}

// Facts of this room, as they are committed.
type (
	// Hiring (registrering) puts a person in the register.
	Hiring struct {
		Person
		By string
	}
	// Leaving (avslut) ends everything a person may do, at once.
	Leaving struct {
		ID, Person, By string
		At             time.Time
	}
	// Granting gives a Grant; Revoking ends it.
	Granting struct{ Grant }
	// Revoking (återkallelse) ends a grant.
	Revoking struct {
		ID, Grant, By string
		At            time.Time
	}
	// Commissioning (förordnande) gives a Mandate.
	Commissioning struct{ Mandate }
	// Decommissioning (entledigande) ends a mandate.
	Decommissioning struct {
		ID, Mandate, By string
		At              time.Time
	}
	// Describing (ändrade uppgifter) is what the register says of a person from now on.
	Describing struct {
		ID, Person, By                         string
		GivenName, Name, Unit, Email, Language string
		At                                     time.Time
	}
	// Credential (inloggningsuppgift) is a new password, hashed; the newest counts.
	Credential struct {
		ID, Person, Hash string
		Invitation       string // the invitation that it answers, if any: each is answered once
		At               time.Time
	}
	// Issuing (utfärdande) makes a Token; Cancelling ends it.
	Issuing struct {
		Token
		By string
	}
	// Cancelling (spärrning) ends a token before its time.
	Cancelling struct {
		ID, Token, By string
		At            time.Time
	}
)

// Invitation (inbjudan) is a link, shown once, with which a colleague chooses her password. Only the hash of its secret is
// kept. It holds until Until, until it is used, or until there is a newer one.
type Invitation struct {
	ID, Person, Hash, By string
	At, Until            time.Time
}

// Session (inloggning) is one signed-in browser. It is not a fact: it is kept only as long as it is used. That somebody
// signed in, failed to, or signed out, is on the record.
type Session struct {
	ID       string // hash of the cookie's secret, never the secret
	Person   string
	How      string // how she showed who she is: one of the How…
	Provider string // the identity provider's own name for the session (sid); "" when it has none
	Agent    string // the browser's name, as the person will recognise it
	SignedIn time.Time
	Seen     time.Time // to the minute
	Expires  time.Time // whatever she does
}

// Token (åtkomstnyckel) lets a program speak for a person on the JSON API, within Scopes. Only a hash of it is kept.
type Token struct {
	ID, Person, Name, Hash string
	Scopes                 []string // see [ScopeKnown]; never empty
	At, Until, RevokedAt   time.Time
}

package signin

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/oidc"
	"tilltal/base/throttle"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Store is what this room needs kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer

	Person(ctx context.Context, id string) (people.Person, error)
	PersonByEmail(ctx context.Context, email string) (people.Person, error)

	Passkeys(ctx context.Context, person string) ([]Passkey, error)
	TouchPasskey(ctx context.Context, id string, count uint32, used time.Time) error
	Enrolment(ctx context.Context, person string) (Enrolment, error)
	Reserves(ctx context.Context, person string) ([]Reserve, error)
	Link(ctx context.Context, issuer, subject string) (Link, error)
	Emergencies(ctx context.Context) ([]Emergency, error)

	KeepTicket(ctx context.Context, t Ticket) error
	Ticket(ctx context.Context, id, kind string) (Ticket, error)
	TakeTicket(ctx context.Context, id, kind string) (Ticket, error)
	// Spend marks a word as used until a time; fresh is whether it was not.
	Spend(ctx context.Context, word string, until time.Time) (fresh bool, err error)
	// SessionsAt lists the sessions that the identity provider knows by a name of its own.
	SessionsAt(ctx context.Context, provider string) ([]people.Session, error)
}

// People is the register of colleagues and the one door in: desk/people.
type People interface {
	Prove(ctx context.Context, a people.Attempt) (people.Person, error)
	Refused(ctx context.Context, p people.Person, how string, a people.Attempt) error
	Begin(ctx context.Context, person, how string, a people.Attempt) (secret string, s people.Session, err error)
	EndSession(ctx context.Context, actor people.Actor, id string) error
	EndSessions(ctx context.Context, actor people.Actor, person, but string) error
	FollowGroups(ctx context.Context, person string, wanted people.Membership) error
	Leave(ctx context.Context, actor people.Actor, person string) error
	HashFirst(ctx context.Context, n people.Newcomer, chosen string) (string, error)
}

// Provider is the authority's identity provider: base/oidc.
type Provider interface {
	Ask(ctx context.Context, q oidc.Question) (address string, err error)
	Hear(ctx context.Context, q oidc.Question, a oidc.Answer) (oidc.Identity, error)
	Part(ctx context.Context, token string) (oidc.Parting, error)
	End(back string) string
}

// Sealer seals what must be kept and read again: base/seal.
type Sealer interface {
	Seal(name string, secret []byte) ([]byte, error)
	Open(name string, sealed []byte) ([]byte, error)
}

// Rules are what an administrator has decided about the identity provider, in the settings.
type Rules struct {
	Name   string                   // what the button says: "Logga in med Umeå kommun"
	Groups map[string]people.Role   // what a group leads to
	Seats  map[string][]people.Seat // what a group leads to at single accounts
	Hire   bool                     // somebody unknown with such a group is put in the register
	Trust  bool                     // an address that the provider does not vouch for is believed
}

// Options are what the room needs besides its store.
type Options struct {
	Clock    clock.Clock
	Base     *url.URL // the square's own address: passkeys belong to its host
	People   People
	Keys     Sealer
	ByPerson people.Throttle // attempts at a second step, by person
	ByPlace  people.Throttle // attempts by passkey and provider, by network address
	Provider Provider        // nil: there is none
	Rules    Rules
}

// Room is the room of signing in. Its methods are the use cases.
type Room struct {
	store Store
	clock clock.Clock
	with  Options
	keys  *webauthn.WebAuthn // nil where there can be none
}

// New opens the room. Where the square's address cannot have passkeys, whoever asks for one is told so.
func New(s Store, o Options) *Room {
	keys, _ := relyingParty(o.Base)
	return &Room{store: s, clock: o.Clock, with: o, keys: keys}
}

// ticketHolds is how long a browser has to answer.
const ticketHolds = 10 * time.Minute

// secretBytes is as long as the secrets of package people.
const secretBytes = 32

// give keeps a ticket and returns its secret.
func (r *Room) give(ctx context.Context, kind, person string, body []byte) (secret string, err error) {
	secret = ident.Secret(secretBytes)
	return secret, r.store.KeepTicket(ctx, Ticket{ID: hashOf(secret), Kind: kind, Person: person, Body: body, Expires: r.clock.Now().Add(ticketHolds)})
}

// look returns the ticket that a secret belongs to; take takes it away too. The fault is SignIn when there is none.
func (r *Room) look(ctx context.Context, kind, secret string) (Ticket, error) {
	t, err := r.store.Ticket(ctx, hashOf(secret), kind)
	return r.good(t, err)
}

func (r *Room) take(ctx context.Context, kind, secret string) (Ticket, error) {
	t, err := r.store.TakeTicket(ctx, hashOf(secret), kind)
	return r.good(t, err)
}

func (r *Room) good(t Ticket, err error) (Ticket, error) {
	if fault.Is(err, fault.NotFound) || err == nil && !r.clock.Now().Before(t.Expires) {
		return Ticket{}, startOver
	}
	return t, err
}

var startOver = fault.New(fault.SignIn, lingo.T("Det tog för lång tid, eller så har du redan gått vidare härifrån.", "It took too long, or you have already gone on from here.")).
	Try(lingo.T("Börja om från inloggningen.", "Start over from the sign-in page."))

func hashOf(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}

// slowly refuses when a person has tried too often.
func (r *Room) slowly(person string) error {
	if wait := r.with.ByPerson.Take("second:" + person); wait > 0 {
		return throttle.TooSoon(wait)
	}
	return nil
}

// fromHere refuses when too many attempts have come from a place.
func (r *Room) fromHere(address string) error {
	if wait := r.with.ByPlace.Take("signin:" + address); wait > 0 {
		return throttle.TooSoon(wait)
	}
	return nil
}

// commit decides on what is true of a person now, and commits.
func (r *Room) commit(ctx context.Context, person string, decide func(ctx context.Context, p people.Person) ([]desk.Act, error)) error {
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		p, err := r.store.Person(ctx, person)
		if err != nil {
			return desk.Change{}, err
		}
		if p.Left() {
			return desk.Change{}, fault.New(fault.Gone, lingo.T("%s har slutat.", "%s has left.").Put(p.Name))
		}
		acts, err := decide(ctx, p)
		return desk.Change{Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}}, Acts: acts}, err
	})
	return err
}

func invalid(field string, say lingo.Text) *fault.Error {
	return fault.New(fault.Invalid, say).At(field)
}

package people

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// Store is what this room needs kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer

	// Person and what belongs to her. PersonByEmail finds only those who work here; the address is in lower case.
	Person(ctx context.Context, id string) (Person, error)
	PersonByEmail(ctx context.Context, email string) (Person, error)
	// People lists those who work here, or everybody who ever has, by name.
	People(ctx context.Context, leavers bool) ([]Person, error)

	Grants(ctx context.Context, person string) ([]Grant, error)
	Grant(ctx context.Context, id string) (Grant, error)
	// GrantsOf lists a role's grants that have not been revoked, of persons who have not left.
	GrantsOf(ctx context.Context, role Role) ([]Grant, error)

	Mandates(ctx context.Context, person string) ([]Mandate, error)
	Mandate(ctx context.Context, id string) (Mandate, error)
	// MandatesAt lists an account's mandates, ended ones too, newest first.
	MandatesAt(ctx context.Context, account string) ([]Mandate, error)
	// AccountSeen returns the last entry about an account, and whether the account is open.
	AccountSeen(ctx context.Context, account string) (seen int64, open bool, err error)
	// AccountCalled returns the id of the account with a handle, open or closed; fault.NotFound when there is none.
	AccountCalled(ctx context.Context, handle string) (string, error)
	// ShortAccounts lists open accounts with fewer owners in force than Quorum.
	ShortAccounts(ctx context.Context, now time.Time) ([]string, error)

	Credential(ctx context.Context, person string) (Credential, error)
	// Invitation finds by the secret's hash; used is whether a Credential answers it, newest whether none is younger.
	Invitation(ctx context.Context, hash string) (i Invitation, used, newest bool, err error)

	Token(ctx context.Context, id string) (Token, error)
	TokenByHash(ctx context.Context, hash string) (Token, error)
	Tokens(ctx context.Context, person string) ([]Token, error)

	// Demand returns the demand in force, the zero Demand when there has never been one.
	Demand(ctx context.Context) (Demand, error)

	SessionStore
}

// SessionStore keeps sessions: rows that come and go, apart from the record.
type SessionStore interface {
	KeepSession(ctx context.Context, s Session) error
	Session(ctx context.Context, id string) (Session, error)
	TouchSession(ctx context.Context, id string, seen time.Time) error
	Sessions(ctx context.Context, person string) ([]Session, error)
	// EndSession removes one; EndSessions all of a person's but the one named (which may be "").
	EndSession(ctx context.Context, id string) error
	EndSessions(ctx context.Context, person, but string) error
	// SweepSessions removes those that expired, or were last seen, before the given times.
	SweepSessions(ctx context.Context, expired, idle time.Time) error
}

// Hasher makes password hashes and compares with them, slowly on purpose and only a few at a time: base/password.
type Hasher interface {
	// Hash returns a hash that says how it was made.
	Hash(ctx context.Context, password string) (string, error)
	// Verify reports whether the password is the one hashed.
	Verify(ctx context.Context, password, hash string) (bool, error)
}

// Throttle counts attempts by key: base/throttle.
type Throttle interface {
	// Take takes one turn, and says how long to wait when there is none left; zero is: go ahead.
	Take(key string) (wait time.Duration)
	// Give gives a key its turns back.
	Give(key string)
}

// Options are what the room needs besides its store.
type Options struct {
	Clock    clock.Clock
	Hasher   Hasher
	ByPerson Throttle // attempts to sign in, by e-mail address
	ByPlace  Throttle // attempts to sign in, by network address
	Secret   []byte   // with it, network addresses are written on the record so that only we can recognise them
}

// Room is the room of people. Its methods are the use cases.
type Room struct {
	store Store
	clock clock.Clock
	with  Options
	decoy decoy
}

// New opens the room.
func New(store Store, o Options) *Room { return &Room{store: store, clock: o.Clock, with: o} }

// Load returns a person with everything that decides what she may do. A person who has left is returned too: she may nothing.
func (r *Room) Load(ctx context.Context, person string) (Actor, error) {
	p, err := r.store.Person(ctx, person)
	if err != nil {
		return Actor{}, err
	}
	grants, err := r.store.Grants(ctx, person)
	if err != nil {
		return Actor{}, err
	}
	mandates, err := r.store.Mandates(ctx, person)
	if err != nil {
		return Actor{}, err
	}
	return Actor{Person: p, Grants: grants, Mandates: mandates}, nil
}

// Person returns one person as colleagues see her: anybody who is signed in may know who a colleague is.
func (r *Room) Person(ctx context.Context, id string) (Person, error) { return r.store.Person(ctx, id) }

// People lists the register. Right: people.read, at any account.
func (r *Room) People(ctx context.Context, actor Actor, leavers bool) ([]Person, error) {
	now := r.clock.Now()
	if !actor.Anywhere(PeopleRead, now) {
		return nil, Ask(actor, PeopleRead, "", now)
	}
	return r.store.People(ctx, leavers)
}

// Colleagues lists the mandates in force at an account with the persons who hold them: those who may be handed a
// conversation. Right: account.read.
func (r *Room) Colleagues(ctx context.Context, actor Actor, account string) ([]Colleague, error) {
	return r.colleagues(ctx, actor, account, Mandate.InForce)
}

// Upcoming lists the mandates at an account that begin later, with the persons who will hold them. Right: account.read.
func (r *Room) Upcoming(ctx context.Context, actor Actor, account string) ([]Colleague, error) {
	return r.colleagues(ctx, actor, account, func(m Mandate, now time.Time) bool {
		return now.Before(m.From) && notOver(m.Until, m.EndedAt, now)
	})
}

func (r *Room) colleagues(ctx context.Context, actor Actor, account string, holds func(Mandate, time.Time) bool) ([]Colleague, error) {
	now := r.clock.Now()
	if err := Ask(actor, AccountRead, account, now); err != nil {
		return nil, err
	}
	mandates, err := r.store.MandatesAt(ctx, account)
	if err != nil {
		return nil, err
	}
	var out []Colleague
	for _, m := range mandates {
		if !holds(m, now) {
			continue
		}
		p, err := r.store.Person(ctx, m.Person)
		if err != nil {
			return nil, err
		}
		if !p.Left() {
			out = append(out, Colleague{Person: p, Mandate: m})
		}
	}
	return out, nil
}

// Colleague is a person and the mandate by which she works at an account.
type Colleague struct {
	Person  Person
	Mandate Mandate
}

// Dossier is a person with her roles and mandates, past ones too: what the register shows of one.
type Dossier struct {
	Person   Person
	Grants   []Grant
	Mandates []Mandate
	Tokens   []Token // without hashes
	Sessions []Session
}

// Dossier returns what the register has on one person. Right: people.read, or it is oneself. Sessions and tokens are shown
// only to oneself and to who may end them.
func (r *Room) Dossier(ctx context.Context, actor Actor, person string) (Dossier, error) {
	now := r.clock.Now()
	self := actor.Person.ID == person && !actor.gone(now) && actor.inScope(PeopleRead)
	if !self && !actor.Anywhere(PeopleRead, now) {
		return Dossier{}, Ask(actor, PeopleRead, "", now)
	}
	a, err := r.Load(ctx, person)
	if err != nil {
		return Dossier{}, err
	}
	d := Dossier{Person: a.Person, Grants: a.Grants, Mandates: a.Mandates}
	if actor.May(PeopleSignOut, "", now) || self && actor.May(SessionOwn, "", now) {
		if d.Sessions, err = r.store.Sessions(ctx, person); err != nil {
			return Dossier{}, err
		}
		if d.Tokens, err = r.store.Tokens(ctx, person); err != nil {
			return Dossier{}, err
		}
		for i := range d.Tokens {
			d.Tokens[i].Hash = ""
		}
	}
	return d, nil
}

// Short lists the open accounts that have fewer owners than they must. Right: people.read, at any account.
func (r *Room) Short(ctx context.Context, actor Actor) ([]string, error) {
	now := r.clock.Now()
	if !actor.Anywhere(PeopleRead, now) {
		return nil, Ask(actor, PeopleRead, "", now)
	}
	return r.store.ShortAccounts(ctx, now)
}

// act begins an act of this room.
func act(kind, subject string, actor Actor, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: kind, Subject: subject, Who: actor.Who(), At: now, Say: say, Facts: facts}
}

func invalid(field string, say lingo.Text) *fault.Error {
	return fault.New(fault.Invalid, say).At(field)
}

// stillHere refuses what would concern somebody who has left.
func stillHere(p Person) error {
	if p.Left() {
		return fault.New(fault.Gone, lingo.T("%s har slutat.", "%s has left.").Put(p.Name)).
			Try(lingo.T("Lägg till personen på nytt om hen är tillbaka.", "Add the person anew if they are back."))
	}
	return nil
}

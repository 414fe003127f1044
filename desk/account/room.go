package account

import (
	"context"
	"errors"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

// Store is what this room needs kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer
	Account(ctx context.Context, id string) (Account, error)
	// AccountByHandle finds closed accounts too.
	AccountByHandle(ctx context.Context, handle string) (Account, error)
	// Accounts lists the register by name: those that are open, or all there have been.
	Accounts(ctx context.Context, closed bool) ([]Account, error)
	// Charters lists every charter an account has had, newest first.
	Charters(ctx context.Context, account string) ([]Charter, error)
	// CharterAt returns the charter that was in force at a moment; fault.NotFound before the account opened.
	CharterAt(ctx context.Context, account string, at time.Time) (Charter, error)
	MandatesAt(ctx context.Context, account string) ([]people.Mandate, error)
	// Listings lists the newest version of every account on another network, by name; Listing finds one.
	Listings(ctx context.Context) ([]Listing, error)
	Listing(ctx context.Context, id string) (Listing, error)
	// Reviews lists the reviews of one account or listing, newest first; LastReviews returns the newest of each, by subject.
	Reviews(ctx context.Context, subject string) ([]Review, error)
	LastReviews(ctx context.Context) (map[string]Review, error)
}

// People loads a person with what she may do: the people room.
type People interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Room is the account register. Its methods are the use cases.
type Room struct {
	store  Store
	people People
	clock  clock.Clock
}

// New opens the room.
func New(store Store, people People, clock clock.Clock) *Room {
	return &Room{store: store, people: people, clock: clock}
}

// Account returns an account by its id. The register is public: reading it takes no right.
func (r *Room) Account(ctx context.Context, id string) (Account, error) {
	return r.store.Account(ctx, id)
}

// ByHandle returns an account by its handle, closed ones too.
func (r *Room) ByHandle(ctx context.Context, handle string) (Account, error) {
	return r.store.AccountByHandle(ctx, handle)
}

// All lists the register by name; with closed, also the accounts that have been closed.
func (r *Room) All(ctx context.Context, closed bool) ([]Account, error) {
	return r.store.Accounts(ctx, closed)
}

// History lists every charter an account has had, newest first: which rules were in force when is public.
func (r *Room) History(ctx context.Context, account string) ([]Charter, error) {
	return r.store.Charters(ctx, account)
}

// InForce returns the charter that was in force at a moment, so that a comment can be held to the rules of its time. The
// fault is NotFound before the account opened.
func (r *Room) InForce(ctx context.Context, account string, at time.Time) (Charter, error) {
	return r.store.CharterAt(ctx, account, at)
}

// Owners returns who answers for an account now.
func (r *Room) Owners(ctx context.Context, account string) ([]people.Person, error) {
	mandates, err := r.store.MandatesAt(ctx, account)
	if err != nil {
		return nil, err
	}
	var out []people.Person
	now := r.clock.Now()
	for _, m := range mandates {
		if m.Role != people.Owner || !m.InForce(now) {
			continue
		}
		a, err := r.people.Load(ctx, m.Person)
		if err != nil {
			return nil, err
		}
		out = append(out, a.Person)
	}
	return out, nil
}

// Plan is an account that somebody wants to open.
type Plan struct {
	Handle string
	Kind   string // KindOrganization or KindService; "" is the first
	Charter
	Owners []string // person ids; people.Quorum or more
}

// Tidy returns the plan as it can be opened, or a fault.List that says which fields to mend. It does not look at the owners.
func (p Plan) Tidy() (Plan, error) {
	var wrong fault.List
	var err error
	if p.Handle, err = TidyHandle(p.Handle); err != nil {
		wrong = append(wrong, fault.Of(err))
	}
	switch p.Kind {
	case "":
		p.Kind = KindOrganization
	case KindOrganization, KindService:
	default:
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj organisation eller tjänst.", "Choose organisation or service.")).At("kind"))
	}
	if p.Charter, err = p.Charter.Tidy(); err != nil {
		var more fault.List
		if errors.As(err, &more) {
			wrong = append(wrong, more...)
		}
	}
	return p, wrong.OrNil()
}

// Open opens an account with its first charter, the default routine of its profile, and its owners: in one change, so that
// no account is ever without them. Right: account.open. Fewer than two owners is refused.
func (r *Room) Open(ctx context.Context, actor people.Actor, p Plan) (Account, error) {
	now := r.clock.Now()
	if err := people.Ask(actor, people.AccountOpen, "", now); err != nil {
		return Account{}, err
	}
	p, err := p.Tidy()
	if err != nil {
		return Account{}, err
	}
	if _, err := r.store.AccountByHandle(ctx, p.Handle); err == nil {
		return Account{}, HandleTaken()
	} else if !fault.Is(err, fault.NotFound) {
		return Account{}, err
	}
	id := ident.New(now)
	_, err = desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		var owners []people.Actor
		for _, person := range p.Owners {
			o, err := r.people.Load(ctx, person)
			if err != nil {
				return desk.Change{}, err
			}
			owners = append(owners, o)
		}
		return decideOpening(actor, id, p, owners, now)
	})
	if err != nil {
		return Account{}, err
	}
	return r.store.Account(ctx, id)
}

func decideOpening(actor people.Actor, id string, p Plan, owners []people.Actor, now time.Time) (desk.Change, error) {
	c := desk.Change{Expect: []desk.Expect{{Subject: id}}, Acts: Opened(actor, id, p, now)}
	different := make(map[string]bool)
	for _, o := range owners {
		if different[o.Person.ID] {
			continue
		}
		different[o.Person.ID] = true
		a, err := people.OwnerFromTheStart(actor, o, id, now)
		if err != nil {
			return desk.Change{}, err
		}
		c.Acts = append(c.Acts, a)
		if o.Person.Seen > 0 {
			c.Expect = append(c.Expect, desk.Expect{Subject: o.Person.ID, Seen: o.Person.Seen})
		}
	}
	if len(different) < people.Quorum {
		return desk.Change{}, fault.New(fault.Invalid, lingo.T("Ett konto har alltid minst två kontoansvariga.", "An account always has at least two owners.")).
			At("owners").Try(lingo.T("Välj en till, så att kontot inte blir utan någon när den ena är borta.",
			"Choose one more, so that the account is not left alone when one is away."))
	}
	return c, nil
}

// Opened returns the acts by which an account opens with a tidy plan, before its owners have theirs. First start uses it.
func Opened(actor people.Actor, id string, p Plan, now time.Time) []desk.Act {
	opened := act("account.opened", id, actor, now, map[string]any{"handle": p.Handle, "name": p.Name},
		append([]any{Opening{ID: id, Handle: p.Handle, Kind: p.Kind, By: actor.Person.ID, At: now}}, chartering(actor, id, 1, p.Charter, now)...)...)
	routine := guideline.Default(guideline.Profile(p.Profile))
	return []desk.Act{opened, guideline.Adopted(actor, id, 1, routine, now)}
}

// chartering are the facts of a charter that is put in force. The first charter is one of substance, whatever it says.
func chartering(actor people.Actor, id string, number int, c Charter, now time.Time) []any {
	c.Number, c.ChangedAt, c.ChangedBy = number, now, actor.Person.ID
	c.Substance, c.Signature = c.Substance || number == 1, c.Signature.Or(SignUnit)
	facts := []any{Chartering{ID: ident.New(now), Account: id, Charter: c}, Framing{ID: ident.New(now), Account: id, Charter: c},
		Signed{ID: ident.New(now), Account: id, Number: number, Signature: c.Signature}}
	if c.Election != (Ballot{}) {
		facts = append(facts, Balloted{ID: ident.New(now), Account: id, Number: number, Election: c.Election})
	}
	return facts
}

func act(kind, id string, actor people.Actor, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: kind, Subject: id, Account: id, Who: actor.Who(), At: now, Say: say, Facts: facts}
}

package inbox

import (
	"context"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/desk"
	"tilltal/desk/people"
)

// inheritBatch is how many conversations are given new owners before the list is read anew.
const inheritBatch = 100

// Heirs is what is kept about who takes over.
type Heirs interface {
	// Abandoned lists conversations that wait, or may wait again, in the hands of somebody who has left, the oldest first.
	Abandoned(ctx context.Context, limit int) ([]Conversation, error)
	// MandatesAt lists an account's mandates, ended ones too, newest first.
	MandatesAt(ctx context.Context, account string) ([]people.Mandate, error)
	// Person returns one person, also one who has left.
	Person(ctx context.Context, id string) (people.Person, error)
}

// Inherit gives every conversation whose owner has left a new one: whoever is on shift at the account, or else its owner, its
// deputy, a communicator, in that order. Where nobody is left it goes back to the list that all at the account read. It is
// done as soon as somebody has left, and again every minute; doing it twice changes nothing.
func (r *Room) Inherit(ctx context.Context) error {
	for {
		left, err := r.store.Abandoned(ctx, inheritBatch)
		if err != nil || len(left) == 0 {
			return err
		}
		given := 0
		for _, c := range left {
			err := r.inherit(ctx, c)
			if err != nil && !fault.Is(err, fault.Conflict) {
				return err
			}
			if err == nil {
				given++
			}
		}
		if given == 0 {
			return nil // colleagues were in all of them just now: the next round
		}
	}
}

func (r *Room) inherit(ctx context.Context, c Conversation) error {
	now := r.clock.Now()
	from, err := r.store.Person(ctx, c.Owner)
	if err != nil {
		return err
	}
	to, err := r.heir(ctx, c.Account, now)
	if err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: c.ID, Seen: c.Seen}}, Acts: []desk.Act{decideInheritance(c, from, to, now)}})
	return err
}

func decideInheritance(c Conversation, from, to people.Person, now time.Time) desk.Act {
	kind := "inbox.inherited"
	if to.ID == "" {
		kind = "inbox.orphaned"
	}
	return desk.Act{Kind: kind, Subject: c.ID, Account: c.Account, Who: desk.System("inbox"), At: now, Say: map[string]any{"to": to.Name, "from": from.Name},
		Facts: []any{Assignment{ID: ident.New(now), Conversation: c.ID, To: to.ID, At: now}}}
}

// heir is who takes over at an account; the zero Person when there is nobody.
func (r *Room) heir(ctx context.Context, account string, now time.Time) (people.Person, error) {
	if r.OnShift != nil {
		id, err := r.OnShift(ctx, account, now)
		if err != nil {
			return people.Person{}, err
		}
		if p, ok, err := r.fit(ctx, id, account, now); err != nil || ok {
			return p, err
		}
	}
	mandates, err := r.store.MandatesAt(ctx, account)
	if err != nil {
		return people.Person{}, err
	}
	for _, id := range inLine(mandates, now) {
		if p, ok, err := r.fit(ctx, id, account, now); err != nil || ok {
			return p, err
		}
	}
	return people.Person{}, nil
}

// succession is who takes over before whom.
var succession = []people.Role{people.Owner, people.Deputy, people.Communicator, people.Voice}

// inLine lists the persons with a mandate in force, the nearest heir first; among equals whoever has had it longest.
func inLine(mandates []people.Mandate, now time.Time) []string {
	var in []people.Mandate
	for _, m := range mandates {
		if m.InForce(now) && slices.Contains(succession, m.Role) {
			in = append(in, m)
		}
	}
	slices.SortStableFunc(in, func(a, b people.Mandate) int {
		if n := slices.Index(succession, a.Role) - slices.Index(succession, b.Role); n != 0 {
			return n
		}
		if n := a.From.Compare(b.From); n != 0 {
			return n
		}
		return strings.Compare(a.ID, b.ID)
	})
	var out []string
	for _, m := range in {
		if !slices.Contains(out, m.Person) {
			out = append(out, m.Person)
		}
	}
	return out
}

// fit loads somebody and reports whether she works here and may answer at the account.
func (r *Room) fit(ctx context.Context, person, account string, now time.Time) (people.Person, bool, error) {
	if person == "" {
		return people.Person{}, false, nil
	}
	a, err := r.People.Load(ctx, person)
	if fault.Is(err, fault.NotFound) {
		return people.Person{}, false, nil
	}
	return a.Person, err == nil && a.May(people.InboxReply, account, now), err
}

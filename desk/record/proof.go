package record

import (
	"context"

	"tilltal/base/fault"
	"tilltal/base/ledger"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Evidence is what the ledger holds of a single entry, and of its tree.
type Evidence interface {
	ledger.Stored
	// Entry returns one entry by its number, and the facts it consists of; fault.NotFound when there is none. Of an entry
	// that has been disposed of there are no facts.
	Entry(ctx context.Context, seq int64) (desk.Entry, []Fact, error)
	// Leaf returns an entry's leaf in the tree.
	Leaf(ctx context.Context, seq int64) (ledger.Hash, error)
	// Size returns how many entries the ledger has.
	Size(ctx context.Context) (int64, error)
}

// Fact (uppgift) is a row that an entry put on record: where it lies, and the hash that the entry keeps of it.
type Fact struct {
	Table string
	ID    string
	Hash  ledger.Hash
}

// Proof (bevis) is an entry with what shows that it stands where it does: the hashes that lead from its leaf to the tree's
// root (RFC 6962 2.1.1), and whether they do.
type Proof struct {
	Line
	Gone  bool // the entry has been disposed of: its place and its leaf are left
	Facts []Fact
	Leaf  ledger.Hash
	Path  []ledger.Hash
	Size  int64 // of the tree that the proof is of
	Root  ledger.Hash
	Holds bool
}

// Proof returns one entry and proves its place in the ledger as it is now. It asks people.RecordRead at the entry's account.
func (r *Room) Proof(ctx context.Context, a people.Actor, seq int64) (Proof, error) {
	if err := r.mayRead(a); err != nil {
		return Proof{}, err
	}
	e, facts, err := r.store.Entry(ctx, seq)
	if err != nil {
		return Proof{}, err
	}
	if err := people.Ask(a, people.RecordRead, e.Account, r.clock.Now()); err != nil {
		return Proof{}, err
	}
	p := Proof{Line: Line{Entry: e, Sentence: Sentence(e)}, Gone: e.Who.Kind == "", Facts: facts}
	if p.Leaf, err = r.store.Leaf(ctx, seq); err != nil {
		return p, err
	}
	if p.Size, err = r.store.Size(ctx); err != nil {
		return p, err
	}
	if p.Root, err = ledger.Grow(p.Size, r.store).Root(); err != nil {
		return p, fault.Wrap("record: root", err)
	}
	if p.Path, err = ledger.Inclusion(p.Size, seq-1, r.store); err != nil {
		return p, fault.Wrap("record: proof", err)
	}
	p.Holds = ledger.Includes(p.Path, p.Size, p.Root, seq-1, p.Leaf)
	return p, nil
}

// mayRead refuses who may read nobody's record, before anything is looked for.
func (r *Room) mayRead(a people.Actor) error {
	now := r.clock.Now()
	if a.Anywhere(people.RecordRead, now) {
		return nil
	}
	return people.Ask(a, people.RecordRead, "", now)
}

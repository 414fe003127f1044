package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"

	"tilltal/base/fault"
	"tilltal/base/ledger"
	"tilltal/base/lingo"
	"tilltal/base/mishap"
	"tilltal/desk"
)

// Commit puts a change on the record: see [desk.Committer].
func (s *Store) Commit(ctx context.Context, c desk.Change) (desk.Receipt, error) {
	if len(c.Acts) == 0 {
		return desk.Receipt{}, errors.New("store: a change without an act would be a silent write")
	}
	last := c.Acts[len(c.Acts)-1].Kind
	mishap.At(mishap.Decided, last)
	var receipt desk.Receipt
	for _, post := range falling(c) {
		s.standing.fell(post)
		defer s.standing.fell(post)
	}
	err := s.write(ctx, func(ctx context.Context, w *writer) (err error) {
		receipt, err = w.commit(ctx, c)
		return err
	})
	if err != nil {
		return desk.Receipt{}, err
	}
	mishap.At(mishap.Committed, last)
	return receipt, nil
}

func (w *writer) commit(ctx context.Context, c desk.Change) (desk.Receipt, error) {
	if err := w.lock(ctx); err != nil {
		return desk.Receipt{}, err
	}
	for _, e := range c.Expect {
		if err := w.expect(ctx, e); err != nil {
			return desk.Receipt{}, err
		}
	}
	if c.Finish != nil {
		if err := w.finish(ctx, *c.Finish); err != nil {
			return desk.Receipt{}, err
		}
	}
	r := desk.Receipt{First: w.tree.Size() + 1}
	for _, a := range c.Acts {
		if err := w.enter(ctx, a); err != nil {
			return desk.Receipt{}, err
		}
	}
	r.Last = w.tree.Size()
	for _, j := range c.Jobs {
		if err := w.queue(ctx, j); err != nil {
			return desk.Receipt{}, err
		}
	}
	return r, nil
}

// lock takes the end of the ledger for this transaction, and makes sure that the tree in memory ends there.
func (w *writer) lock(ctx context.Context) error {
	if w.locked {
		return nil
	}
	var size int64
	if err := w.get(ctx, []any{&size}, w.store.engine.lockHead()); err != nil {
		return err
	}
	if w.tree == nil || w.tree.Size() != size {
		w.tree = ledger.Grow(size, inTransaction{ctx, w})
	}
	w.locked = true
	return nil
}

// expect refuses a change when something has happened to its subject since it was looked at.
func (w *writer) expect(ctx context.Context, e desk.Expect) error {
	var seen int64
	err := w.get(ctx, []any{&seen}, `SELECT seq FROM ledger_entry WHERE subject = $1 ORDER BY seq DESC LIMIT 1`, e.Subject)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if seen != e.Seen {
		return Changed.Because(fmt.Errorf("%s is at entry %d, expected %d", e.Subject, seen, e.Seen))
	}
	return nil
}

// Changed is the fault when a colleague, or another worker, was first.
var Changed = fault.New(fault.Conflict, lingo.T("Någon annan hann före.", "Somebody else was first.")).
	Try(lingo.T("Läs in sidan igen och se vad som har hänt. Din text finns kvar.", "Reload the page to see what has happened. Your text is still here."))

// enter writes one act: its facts, its entry, and its leaf in the tree.
func (w *writer) enter(ctx context.Context, a desk.Act) error {
	seq := w.tree.Size() + 1
	b := body{At: micro(a.At), Kind: a.Kind, Subject: a.Subject, Account: a.Account, Who: a.Who, Say: a.Say}
	for _, f := range a.Facts {
		h, err := w.addFact(ctx, seq, f)
		if err != nil {
			return err
		}
		b.Facts = append(b.Facts, h)
	}
	text, err := b.encode()
	if err != nil {
		return err
	}
	salt := make([]byte, ledger.SaltSize)
	if _, err := rand.Read(salt); err != nil {
		return err
	}
	leaf := ledger.Leaf(salt, text)
	first, hashes, err := w.tree.Add(leaf)
	if err != nil {
		w.broken = true
		return err
	}
	w.grown = true
	if _, err := w.exec(ctx, `INSERT INTO ledger_entry (seq, at, kind, subject, account, who, leaf, salt, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		seq, b.At, a.Kind, a.Subject, a.Account, a.Who.ID, leaf[:], salt, text); err != nil {
		return err
	}
	for i, h := range hashes {
		if _, err := w.exec(ctx, `INSERT INTO ledger_hash (id, hash) VALUES ($1, $2)`, first+int64(i), h[:]); err != nil {
			return err
		}
	}
	mishap.At(mishap.Written, a.Kind)
	return nil
}

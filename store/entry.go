package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"tilltal/base/ledger"
	"tilltal/desk"
)

// body is what an entry says, as it is hashed: JSON with the fields in this order, and nothing that is not here. The number
// is not part of it: the entry's place in the tree is its number.
type body struct {
	At      int64          `json:"at"` // microseconds since 1970, UTC
	Kind    string         `json:"kind"`
	Subject string         `json:"subject"`
	Account string         `json:"account,omitempty"`
	Who     desk.Who       `json:"who"`
	Say     map[string]any `json:"say,omitempty"`
	Facts   []factHash     `json:"facts,omitempty"`
}

func (b body) encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(b); err != nil {
		return nil, fmt.Errorf("store: an entry of kind %s: %w", b.Kind, err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

func (b body) entry(seq int64) desk.Entry {
	return desk.Entry{Seq: seq, Kind: b.Kind, Subject: b.Subject, Account: b.Account, Who: b.Who, At: fromMicro(b.At), Say: b.Say}
}

// entryColumns are what scanEntry reads.
const entryColumns = `seq, at, kind, subject, account, who, body`

// scanEntry reads an entry; of one whose body has been disposed of, what is left.
func scanEntry(rows *sql.Rows) (desk.Entry, error) {
	var e desk.Entry
	var at int64
	var who string
	var text []byte
	if err := rows.Scan(&e.Seq, &at, &e.Kind, &e.Subject, &e.Account, &who, &text); err != nil {
		return e, err
	}
	e.At, e.Who = fromMicro(at), desk.Who{ID: who}
	if len(text) == 0 {
		return e, nil
	}
	var b body
	if err := json.Unmarshal(text, &b); err != nil {
		return e, fmt.Errorf("store: entry %d: %w", e.Seq, err)
	}
	return b.entry(e.Seq), nil
}

// Entries returns up to limit entries after a number, oldest first.
func (s *Store) Entries(ctx context.Context, after int64, limit int) ([]desk.Entry, error) {
	return list(ctx, s, scanEntry, `SELECT `+entryColumns+` FROM ledger_entry WHERE seq > $1 ORDER BY seq LIMIT CAST($2 AS BIGINT)`, after, limit)
}

// EntriesOf returns everything that has happened to a subject, oldest first.
func (s *Store) EntriesOf(ctx context.Context, subject string) ([]desk.Entry, error) {
	return list(ctx, s, scanEntry, `SELECT `+entryColumns+` FROM ledger_entry WHERE subject = $1 ORDER BY seq`, subject)
}

// Leaf returns an entry's leaf in the tree.
func (s *Store) Leaf(ctx context.Context, seq int64) (h ledger.Hash, err error) {
	leaves, err := s.Leaves(ctx, seq-1, seq)
	if err == nil && len(leaves) == 1 && len(leaves[0]) == len(h) {
		return ledger.Hash(leaves[0]), nil
	}
	if err == nil {
		err = missing
	}
	return h, err
}

// Leaves returns the leaves numbered, from 0, from up to but not to: what entry tiles are made of.
func (s *Store) Leaves(ctx context.Context, from, to int64) ([][]byte, error) {
	return list(ctx, s, func(r *sql.Rows) (b []byte, err error) { return b, r.Scan(&b) }, `SELECT leaf FROM ledger_entry WHERE seq > $1 AND seq <= $2 ORDER BY seq`, from, to)
}

// Size returns how many entries the ledger has.
func (s *Store) Size(ctx context.Context) (int64, error) {
	return one(ctx, s, number, `SELECT size FROM ledger_head WHERE id = 1`)
}

// seen returns the number of the last entry about a subject, 0 when there is none: for desk.Expect.
func (s *Store) seen(ctx context.Context, subject string) (int64, error) {
	return one(ctx, s, number, `SELECT COALESCE(MAX(seq), 0) FROM ledger_entry WHERE subject = $1`, subject)
}

// Seen is seen, for rooms that expect something of a subject they do not load.
func (s *Store) Seen(ctx context.Context, subject string) (int64, error) { return s.seen(ctx, subject) }

func number(rows *sql.Rows) (n int64, err error) {
	err = rows.Scan(&n)
	return n, err
}

// inTransaction reads the tree's hashes inside the writer's transaction.
type inTransaction struct {
	ctx context.Context
	w   *writer
}

func (t inTransaction) ReadHashes(indexes []int64) ([]ledger.Hash, error) {
	out := make([]ledger.Hash, len(indexes))
	for i, n := range indexes {
		var h []byte
		if err := t.w.get(t.ctx, []any{&h}, `SELECT hash FROM ledger_hash WHERE id = $1`, n); err != nil {
			return nil, fmt.Errorf("hash %d: %w", n, err)
		}
		if len(h) != len(out[i]) {
			return nil, fmt.Errorf("hash %d has %d bytes", n, len(h))
		}
		copy(out[i][:], h)
	}
	return out, nil
}

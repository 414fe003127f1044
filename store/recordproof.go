package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"tilltal/desk"
	"tilltal/desk/record"
)

// Entry returns one entry and the facts it consists of: see [record.Evidence].
func (s *Store) Entry(ctx context.Context, seq int64) (desk.Entry, []record.Fact, error) {
	type whole struct {
		entry desk.Entry
		facts []record.Fact
	}
	w, err := one(ctx, s, func(rows *sql.Rows) (w whole, err error) {
		if w.entry, err = scanEntry(rows); err != nil || w.entry.Who.Kind == "" {
			return w, err
		}
		var at int64
		var kind, subject, account, who string
		var text []byte
		if err := rows.Scan(&seq, &at, &kind, &subject, &account, &who, &text); err != nil {
			return w, err
		}
		var b body
		if err := json.Unmarshal(text, &b); err != nil {
			return w, fmt.Errorf("store: entry %d: %w", seq, err)
		}
		for _, f := range b.Facts {
			w.facts = append(w.facts, record.Fact{Table: f.Table, ID: f.ID, Hash: f.Hash})
		}
		return w, nil
	}, `SELECT `+entryColumns+` FROM ledger_entry WHERE seq = $1`, seq)
	return w.entry, w.facts, err
}

// slack is how much later than its own time an entry may have come to stand on the ledger. A letter is entered as it came in,
// and two people who act in the same moment wait for each other.
const slack = time.Hour

// during returns the numbers that lie around a filter's moments: all that it asks for lies after the one and before the
// other. The ledger has no index by time, and needs none: its order is that of time, but for the slack.
func (s *Store) during(ctx context.Context, f record.Filter, before int64) (int64, int64, error) {
	after := int64(0)
	if !f.From.IsZero() {
		first, err := s.numberAt(ctx, f.From.Add(-slack))
		if err != nil {
			return 0, 0, err
		}
		after = first - 1
	}
	if !f.To.IsZero() {
		first, err := s.numberAt(ctx, f.To.Add(slack))
		if err != nil {
			return 0, 0, err
		}
		before = min(before, first)
	}
	return after, before, nil
}

// numberAt returns the number of the first entry made at a moment or later, one more than the last when there is none.
func (s *Store) numberAt(ctx context.Context, t time.Time) (int64, error) {
	low, high := int64(1), int64(1)
	size, err := s.Size(ctx)
	for high = size + 1; err == nil && low < high; {
		middle := low + (high-low)/2
		var at int64
		if at, err = one(ctx, s, number, `SELECT at FROM ledger_entry WHERE seq = $1`, middle); at >= micro(t) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low, err
}

// during asks for what happened between a filter's moments.
func (w *where) during(f record.Filter) {
	if !f.From.IsZero() {
		w.and(`at >= ?`, micro(f.From))
	}
	if !f.To.IsZero() {
		w.and(`at < ?`, micro(f.To))
	}
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tilltal/base/ledger"
)

// contents compares what stands beside a body with what the body says: the entry's own columns. It adds up its facts.
func (v *verification) contents(r entryRow) {
	var b body
	if err := json.Unmarshal(r.body, &b); err != nil {
		v.problem(r.seq, "the body cannot be read: %v", err)
		return
	}
	if b.At != r.at || b.Kind != r.kind || b.Subject != r.subject || b.Account != r.account || b.Who.ID != r.who {
		v.problem(r.seq, "the entry's columns are not what its body says")
	}
	for _, f := range b.Facts {
		v.report.Facts++
		t, ok := v.store.tables.byName[f.Table]
		if !ok {
			v.problem(r.seq, "it has a fact in %q, a table this version does not know", f.Table)
			continue
		}
		if !v.lost[t.name] { // told of already
			v.named[t.name]++
			v.sums.add(t.name, r.seq, f.ID, f.Hash, 1)
		}
	}
}

// stretch is how many entries' facts are read at a time: what bounds the memory of a verification.
const stretch = 2048

// noFactAlone reads every table of facts once, and takes each row from what the entries have said of the table. Where something is left,
// it looks closer. A row that no entry names was put there behind the desk's back.
func (v *verification) noFactAlone(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(v.store.tables.byName)) {
		if v.lost[name] {
			continue
		}
		var rows int64
		t := v.store.tables.byName[name]
		if err := v.read(ctx, t, "", func(seq int64, id string, h ledger.Hash) { v.sums.add(name, seq, id, h, -1) }, &rows); err != nil {
			return err
		}
		if rows > v.named[name] {
			v.problem(0, "%s has %d rows, the ledger knows of %d", name, rows, v.named[name])
		}
	}
	for _, p := range v.sums.left() {
		if len(v.report.Problems) >= maxProblems {
			return nil
		}
		if err := v.closer(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// closer compares the facts of one table in one stretch of the ledger with its rows, one by one.
func (v *verification) closer(ctx context.Context, p place) error {
	type kept struct {
		seq  int64
		hash ledger.Hash
	}
	rows, first := map[string]kept{}, p.stretch*stretch
	within := fmt.Sprintf(` WHERE seq BETWEEN %d AND %d`, first, first+stretch-1)
	put := func(seq int64, id string, h ledger.Hash) { rows[id] = kept{seq, h} }
	if err := v.read(ctx, v.store.tables.byName[p.table], within, put, nil); err != nil {
		return err
	}
	entries, err := v.stretchAfter(ctx, first-1)
	if err != nil {
		return err
	}
	for _, r := range entries {
		var b body
		if r.seq >= first+stretch || !ledger.Fits(r.leaf, r.salt, r.body) || json.Unmarshal(r.body, &b) != nil {
			continue
		}
		for _, f := range b.Facts {
			got, ok := rows[f.ID]
			switch {
			case f.Table != p.table:
			case !ok || got.seq != r.seq:
				v.problem(r.seq, "the fact %s in %s is gone", f.ID, f.Table)
			case got.hash != f.Hash:
				v.problem(r.seq, "the fact %s in %s has been changed", f.ID, f.Table)
			}
		}
	}
	return nil
}

// read reads rows of a table of facts in the order they lie. Where count is there, all rows are counted in it, and those that cannot be
// read are told of.
func (v *verification) read(ctx context.Context, t *table, within string, each func(seq int64, id string, h ledger.Hash), count *int64) error {
	rows, err := v.tx.QueryContext(ctx, fmt.Sprintf(`SELECT seq, %s FROM %s%s`, strings.Join(t.columns, ", "), t.name, within))
	if err != nil {
		return err
	}
	defer rows.Close()
	values := make([]any, len(t.columns))
	into := make([]any, len(values)+1)
	for rows.Next() {
		var entry any
		into[0] = &entry
		for i := range values {
			into[i+1] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		at, whole := entry.(int64)
		id, h, wrong := hashValues(t, values)
		if whole && wrong == nil {
			each(at, id, h)
		}
		if count == nil {
			continue
		}
		*count++
		if !whole {
			v.problem(0, "a row of %s belongs to no entry: %v", t.name, entry)
		} else if wrong != nil {
			v.problem(at, "a row of %s cannot be read: %v", t.name, wrong)
		}
	}
	return rows.Err()
}

func hashValues(t *table, values []any) (id string, h ledger.Hash, err error) {
	for i, v := range values {
		switch v.(type) {
		case nil, int64, string, []byte:
		default:
			return "", h, fmt.Errorf("column %s holds a %T", t.columns[i], v)
		}
	}
	id, ok := values[0].(string)
	if !ok {
		return "", h, errors.New("its id is no text")
	}
	return id, hashRow(t, values), nil
}

// hashCursor reads the tree's stored hashes in order, a stretch at a time.
type hashCursor struct {
	v     *verification
	first int64
	read  []ledger.Hash
}

func (c *hashCursor) at(ctx context.Context, n int64) (ledger.Hash, error) {
	if n < c.first || n >= c.first+int64(len(c.read)) {
		if err := c.readFrom(ctx, n); err != nil {
			return ledger.Hash{}, err
		}
	}
	return c.read[n-c.first], nil
}

func (c *hashCursor) readFrom(ctx context.Context, n int64) error {
	c.first, c.read = n, make([]ledger.Hash, 2*stretch)
	rows, err := c.v.tx.QueryContext(ctx, `SELECT id, hash FROM ledger_hash WHERE id >= $1 AND id < $2`, n, n+2*stretch)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var h []byte
		if err := rows.Scan(&id, &h); err != nil {
			return err
		}
		copy(c.read[id-n][:], h)
	}
	return rows.Err()
}

// snapshot is the kind of transaction in which all reads see the same moment.
func (e engine) snapshot() *sql.TxOptions {
	if e == postgres {
		return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	return nil
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"

	"tilltal/base/ledger"
)

// contents compares what stands beside a body with what the body says: the entry's own columns, and each of its facts.
func (v *verification) contents(ctx context.Context, r entryRow) error {
	var b body
	if err := json.Unmarshal(r.body, &b); err != nil {
		v.problem(r.seq, "the body cannot be read: %v", err)
		return nil
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
		c := v.facts[t.name]
		if c == nil {
			c = &factCursor{v: v, t: t}
			v.facts[t.name] = c
		}
		if err := c.compare(ctx, r.seq, f); err != nil {
			return err
		}
	}
	return nil
}

// factCursor reads a table of facts in the order of the ledger, a stretch at a time, beside the walk through the entries.
type factCursor struct {
	v     *verification
	t     *table
	read  map[string]readFact
	upTo  int64 // entries up to here have been read
	count int64 // facts that entries have named
}

type readFact struct {
	seq  int64
	hash ledger.Hash
}

// stretch is how many entries' facts are read at a time: what bounds the memory of a verification.
const stretch = 2048

func (c *factCursor) compare(ctx context.Context, seq int64, f factHash) error {
	if seq > c.upTo {
		if err := c.readFrom(ctx, seq); err != nil {
			return err
		}
	}
	c.count++
	got, ok := c.read[f.ID]
	switch {
	case !ok || got.seq != seq:
		c.v.problem(seq, "the fact %s in %s is gone", f.ID, f.Table)
	case got.hash != f.Hash:
		c.v.problem(seq, "the fact %s in %s has been changed", f.ID, f.Table)
	}
	return nil
}

func (c *factCursor) readFrom(ctx context.Context, seq int64) error {
	c.read, c.upTo = map[string]readFact{}, seq+stretch-1
	if c.v.lost[c.t.name] {
		return nil
	}
	rows, err := c.v.tx.QueryContext(ctx, fmt.Sprintf(`SELECT seq, %s FROM %s WHERE seq BETWEEN $1 AND $2`, strings.Join(c.t.columns, ", "), c.t.name), seq, c.upTo)
	if err != nil {
		return err
	}
	defer rows.Close()
	values := make([]any, len(c.t.columns))
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
		at, ok := entry.(int64)
		if !ok {
			c.v.problem(0, "a row of %s belongs to no entry: %v", c.t.name, entry)
			continue
		}
		id, h, err := c.hash(values)
		if err != nil {
			c.v.problem(at, "a row of %s cannot be read: %v", c.t.name, err)
			continue
		}
		c.read[id] = readFact{seq: at, hash: h}
	}
	return rows.Err()
}

func (c *factCursor) hash(values []any) (id string, h ledger.Hash, err error) {
	for i, v := range values {
		switch v.(type) {
		case nil, int64, string, []byte:
		default:
			return "", h, fmt.Errorf("column %s holds a %T", c.t.columns[i], v)
		}
	}
	id, ok := values[0].(string)
	if !ok {
		return "", h, errors.New("its id is no text")
	}
	return id, hashRow(c.t, values), nil
}

// noFactAlone finds rows that no entry names: put there behind the desk's back.
func (v *verification) noFactAlone(ctx context.Context) error {
	names := make([]string, 0, len(v.store.tables.byName))
	for name := range v.store.tables.byName {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if v.lost[name] {
			continue
		}
		var rows, named int64
		if c := v.facts[name]; c != nil {
			named = c.count
		}
		if err := v.tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM `+name).Scan(&rows); err != nil {
			return err
		}
		if rows > named {
			v.problem(0, "%s has %d rows, the ledger knows of %d", name, rows, named)
		}
	}
	return nil
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

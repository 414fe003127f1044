package store

import (
	"context"
	"maps"
	"slices"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// ledgerTables are what no verification can do without.
var ledgerTables = []string{"ledger_entry", "ledger_hash", "ledger_head", "ledger_key", "picture"}

// shape holds every table of the desk against what the migrations make, before it is read: a column that was taken away, a rule or a
// unique index that no longer holds, a trigger that somebody hung on it are told of like a row that was changed.
func (v *verification) shape(ctx context.Context) error {
	if err := v.build(ctx); err != nil {
		return err
	}
	for _, name := range ledgerTables {
		v.lost[""] = v.lost[name] || v.lost[""]
	}
	return v.file(ctx)
}

// build tells how the tables differ from what they should be, and notes those that cannot be read.
func (v *verification) build(ctx context.Context) error {
	want, err := v.store.engine.madeShape(ctx, v.store.read)
	if err != nil {
		return noReference.Because(err)
	}
	have, err := v.store.engine.shape(ctx, v.tx)
	if err != nil {
		return err
	}
	v.lost = map[string]bool{}
	for _, table := range slices.Sorted(maps.Keys(want)) {
		v.lost[table] = !v.whole(table, want, have)
	}
	return nil
}

// noReference is the fault of a database that does not let the desk make the tables to compare with.
var noReference = fault.New(fault.Unreachable, lingo.T("Tabellernas form går inte att kontrollera.", "The shape of the tables cannot be checked.")).
	Try(lingo.T("Ge databasens användare rätt till tillfälliga tabeller: GRANT TEMPORARY ON DATABASE.", "Let the database user make temporary tables: GRANT TEMPORARY ON DATABASE."))

// whole tells how one table differs, and reports whether it can be read.
func (v *verification) whole(table string, want, have shape) bool {
	if have[table] == nil {
		v.problem(0, "the table %s is gone", table)
		return false
	}
	readable := true
	var gone, other, more []string
	for _, p := range want[table] {
		got, ok := have.find(table, p)
		switch {
		case p.kind == ofKind && got.text != p.text:
			v.problem(0, "the table %s is another one than the desk made: %s", table, got.text)
			return false
		case !ok:
			gone = append(gone, p.String())
			readable = readable && p.kind != ofColumn
		case got.text != p.text:
			other = append(other, got.String()+" ("+got.text+")")
			readable = readable && typeOf(got) == typeOf(p)
		}
	}
	for _, p := range have[table] {
		if _, ok := want.find(table, p); !ok {
			more = append(more, p.String())
		}
	}
	v.differs("the table %s has lost %s", table, gone)
	v.differs("the table %s has another %s than the desk made", table, other)
	v.differs("the table %s has %s, which the desk did not make", table, more)
	return readable
}

func (v *verification) differs(format, table string, parts []string) {
	if parts != nil {
		v.problem(0, format, table, strings.Join(parts, ", "))
	}
}

// typeOf is the type that a column's text begins with; other parts have none.
func typeOf(p part) string {
	if p.kind != ofColumn {
		return ""
	}
	name, _, _ := strings.Cut(p.text, " ")
	return name
}

// file asks SQLite whether its file is whole, the indexes too: one that was damaged hides rows that are there. PostgreSQL keeps
// that to itself.
func (v *verification) file(ctx context.Context) error {
	if v.store.engine == postgres {
		return nil
	}
	rows, err := v.tx.QueryContext(ctx, `PRAGMA integrity_check(10)`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var said string
		if err := rows.Scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			v.problem(0, "the database file is damaged: %s", said)
		}
	}
	return rows.Err()
}

package store

import (
	"context"
	"slices"
	"strings"
)

// ledgerTables are what no verification can do without.
var ledgerTables = map[string][]string{
	"ledger_entry": {"seq", "at", "kind", "subject", "account", "who", "leaf", "salt", "body"},
	"ledger_hash":  {"id", "hash"},
	"ledger_head":  {"size", "note"},
	"ledger_key":   {"origin", "verifier"},
	"picture":      {"hash", "type", "width", "height", "data"},
}

// shape asks whether the tables are there with their columns, before they are read: a table that was taken away is told of like
// a row that was.
func (v *verification) shape(ctx context.Context) error {
	have, err := v.columns(ctx)
	if err != nil {
		return err
	}
	v.lost = map[string]bool{}
	for name, columns := range ledgerTables {
		v.lost[""] = !v.whole(name, columns, have[name]) || v.lost[""]
	}
	for _, t := range v.store.tables.all {
		v.lost[t.name] = !v.whole(t.name, append([]string{"seq"}, t.columns...), have[t.name])
	}
	for _, d := range derivedTables {
		v.lost[d.table] = !v.whole(d.table, nil, have[d.table])
	}
	return v.file(ctx)
}

// whole reports whether a table has its columns, and tells what is missing.
func (v *verification) whole(table string, want, have []string) bool {
	if have == nil {
		v.problem(0, "the table %s is gone", table)
		return false
	}
	var gone []string
	for _, c := range want {
		if !slices.Contains(have, c) {
			gone = append(gone, c)
		}
	}
	if gone != nil {
		v.problem(0, "the table %s has lost %s", table, strings.Join(gone, ", "))
	}
	return gone == nil
}

// columns lists the columns of every table.
func (v *verification) columns(ctx context.Context) (map[string][]string, error) {
	query := `SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'search_word%'`
	if v.store.engine == postgres {
		query = `SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t
			ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE' WHERE c.table_schema = current_schema()`
	}
	rows, err := v.tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string][]string{}
	for rows.Next() {
		var table, column string
		if err := rows.Scan(&table, &column); err != nil {
			return nil, err
		}
		out[table] = append(out[table], column)
	}
	return out, rows.Err()
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

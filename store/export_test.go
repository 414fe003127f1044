package store

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"slices"
)

// FactTable is what a test may know of a table of facts.
type FactTable struct {
	Name    string
	Columns []string
	Type    reflect.Type
}

// FactTables lists every table of facts.
func (s *Store) FactTables() (all []FactTable) {
	for _, t := range s.tables.all {
		all = append(all, FactTable{t.name, slices.Clone(t.columns), t.fact})
	}
	return all
}

// WithoutDerived lets facts be kept by themselves, with nothing derived from them and no list asked for, until the function it
// returns is called: a test may then commit any fact alone.
func (s *Store) WithoutDerived() (back func()) {
	asked := derivedTables
	derivedTables = nil
	for _, t := range s.tables.all {
		t.after = nil
	}
	return func() { derivedTables = asked }
}

// MadeColumns lists the columns of every table that the migrations make.
func (s *Store) MadeColumns(ctx context.Context) (map[string][]string, error) {
	made, err := s.engine.madeShape(ctx, s.read)
	columns := map[string][]string{}
	for table, parts := range made {
		columns[table] = nil
		for _, p := range parts {
			if p.kind == ofColumn {
				columns[table] = append(columns[table], p.name)
			}
		}
	}
	return columns, err
}

// Bent is what a verification says of how the tables are built, as a transaction sees them.
func (s *Store) Bent(ctx context.Context, tx *sql.Tx) (string, error) {
	v := &verification{store: s, tx: tx}
	err := v.build(ctx)
	return fmt.Sprint(v.report.Problems), err
}

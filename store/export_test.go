package store

import (
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

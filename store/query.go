package store

import (
	"context"
	"database/sql"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// list reads all rows of a query.
func list[T any](ctx context.Context, s *Store, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := s.query(ctx, query, args...)
	if err != nil {
		return nil, away(err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, away(err)
		}
		out = append(out, v)
	}
	return out, away(rows.Err())
}

// one reads the first row of a query, or says that there is no such thing.
func one[T any](ctx context.Context, s *Store, scan func(*sql.Rows) (T, error), query string, args ...any) (T, error) {
	all, err := list(ctx, s, scan, query, args...)
	if err != nil {
		var none T
		return none, err
	}
	if len(all) == 0 {
		var none T
		return none, missing
	}
	return all[0], nil
}

var missing = fault.New(fault.NotFound, lingo.T("Vi hittar inte det du söker.", "We cannot find what you are looking for.")).
	Try(lingo.T("Kontrollera adressen, eller sök efter det.", "Check the address, or search for it."))

package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// Inspect tells how the tables differ from what the desk made, in a database that cannot be opened, perhaps because of that. It changes
// nothing. Where there is no desk, or one that an older version made, there is nothing to compare, and no problem.
func Inspect(ctx context.Context, address string) ([]Problem, error) {
	engine, err := engineOf(address)
	if err != nil {
		return nil, err
	}
	if engine == embedded {
		if _, err := os.Stat(address); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	w, r, err := engine.open(ctx, address)
	if err != nil {
		return nil, away(err)
	}
	defer w.Close()
	defer r.Close()
	tx, err := r.BeginTx(ctx, engine.snapshot())
	if err != nil {
		return nil, away(err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	v := &verification{store: &Store{engine: engine, read: r}, tx: tx}
	err = v.unopened(ctx)
	return v.report.Problems, away(err)
}

// unopened compares the tables. Those that an older version made are others, and no problem.
func (v *verification) unopened(ctx context.Context) error {
	have, err := v.store.engine.shape(ctx, v.tx)
	if err != nil || have["ledger_entry"] == nil && have["ledger_hash"] == nil {
		return err
	}
	texts, err := v.store.engine.migrationTexts()
	if err != nil {
		return err
	}
	done := 0
	if have["goose_db_version"] != nil {
		if err := v.tx.QueryRowContext(ctx, `SELECT COUNT(DISTINCT version_id) FROM goose_db_version WHERE version_id > 0`).Scan(&done); err != nil {
			return err
		}
	}
	if err := v.build(ctx); err != nil {
		return err
	}
	switch {
	case done == 0:
		v.problem(0, "the table goose_db_version is gone, or has been emptied")
	case done < len(texts) && v.report.Problems == nil:
		v.problem(0, "the table goose_db_version has lost rows")
	case done < len(texts):
		v.report.Problems = nil
	}
	return nil
}

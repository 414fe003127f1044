package store

import (
	"context"
	"database/sql"

	"tilltal/desk/frame"
)

var frameTables = []table{
	fact("frame_common", commonColumns, func(c frame.Common) []any {
		return []any{c.ID, int64(c.Number), c.Purpose, asJSON(c.Talk), asJSON(c.Avoid), asJSON(c.Examples), flag(c.Substance), c.ChangedBy, micro(c.ChangedAt)}
	}),
	fact("frame_acknowledgement", "id, person, account, charter, common, at", func(a frame.Acknowledgement) []any {
		return []any{a.ID, a.Person, a.Account, int64(a.Charter), int64(a.Common), micro(a.At)}
	}),
	fact("frame_exercise", "id, account, title, event, who, at", func(e frame.Exercise) []any {
		return []any{e.ID, e.Account, e.Title, e.Event, e.By, micro(e.At)}
	}),
	fact("frame_exercise_end", "id, exercise, who, at", func(d frame.Dropping) []any {
		return []any{d.ID, d.Exercise, d.By, micro(d.At)}
	}),
	fact("frame_practice", "id, person, account, exercise, at", func(p frame.Practice) []any {
		return []any{p.ID, p.Person, p.Account, p.Exercise, micro(p.At)}
	}),
	fact("frame_backing", "id, account, words, name, title, signed, review, who, at", func(b frame.Backing) []any {
		return []any{b.ID, b.Account, b.Words, b.Name, b.Title, dateText(b.Signed), dateText(b.Review), b.By, micro(b.At)}
	}),
}

const commonColumns = "id, number, purpose, talk, avoid, examples, substance, who, at"

const commonQuery = `SELECT ` + commonColumns + `, (SELECT COALESCE(MAX(e.seq), 0) FROM ledger_entry e WHERE e.subject = $1) FROM frame_common ORDER BY number DESC`

func scanCommon(rows *sql.Rows) (c frame.Common, err error) {
	var talk, avoid, examples string
	var substance, at int64
	if err := rows.Scan(&c.ID, &c.Number, &c.Purpose, &talk, &avoid, &examples, &substance, &c.ChangedBy, &at, &c.Seen); err != nil {
		return c, err
	}
	c.Substance, c.ChangedAt = substance != 0, fromMicro(at)
	if err := fromJSON(talk, &c.Talk); err != nil {
		return c, err
	}
	if err := fromJSON(avoid, &c.Avoid); err != nil {
		return c, err
	}
	return c, fromJSON(examples, &c.Examples)
}

// Common returns the common frames in force: see [frame.Store].
func (s *Store) Common(ctx context.Context) (frame.Common, error) {
	return one(ctx, s, scanCommon, commonQuery+` LIMIT 1`, frame.Subject)
}

// CommonHistory lists all the common frames there have been, newest first.
func (s *Store) CommonHistory(ctx context.Context) ([]frame.Common, error) {
	return list(ctx, s, scanCommon, commonQuery, frame.Subject)
}

// CommonSubstance returns the number of the newest common frames that changed something in substance.
func (s *Store) CommonSubstance(ctx context.Context) (int, error) {
	n, err := one(ctx, s, number, `SELECT COALESCE(MAX(number), 0) FROM frame_common WHERE substance = 1`)
	return int(n), err
}

// Acknowledged returns the highest versions that a person has acknowledged: see [frame.Store].
func (s *Store) Acknowledged(ctx context.Context, person, account string) (frame.Versions, error) {
	return one(ctx, s, func(rows *sql.Rows) (v frame.Versions, err error) { return v, rows.Scan(&v.Charter, &v.Common) },
		`SELECT COALESCE(MAX(CASE WHEN account = $2 THEN charter ELSE 0 END), 0), COALESCE(MAX(common), 0) FROM frame_acknowledgement WHERE person = $1`, person, account)
}

// Acknowledgements lists the newest acknowledgement of each person at an account.
func (s *Store) Acknowledgements(ctx context.Context, account string) ([]frame.Acknowledgement, error) {
	return list(ctx, s, func(rows *sql.Rows) (a frame.Acknowledgement, err error) {
		var at int64
		err = rows.Scan(&a.ID, &a.Person, &a.Account, &a.Charter, &a.Common, &at)
		a.At = fromMicro(at)
		return a, err
	}, `SELECT id, person, account, charter, common, at FROM frame_acknowledgement a WHERE account = $1
		AND seq = (SELECT MAX(n.seq) FROM frame_acknowledgement n WHERE n.person = a.person AND n.account = a.account) ORDER BY seq DESC`, account)
}

// Practised lists the exercises that a person has done at an account.
func (s *Store) Practised(ctx context.Context, person, account string) ([]string, error) {
	return list(ctx, s, func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) },
		`SELECT exercise FROM frame_practice WHERE person = $1 AND account = $2 ORDER BY seq`, person, account)
}

// Exercises lists the exercises that an account has added and not dropped.
func (s *Store) Exercises(ctx context.Context, account string) ([]frame.Exercise, error) {
	return list(ctx, s, func(rows *sql.Rows) (e frame.Exercise, err error) {
		var at int64
		err = rows.Scan(&e.ID, &e.Account, &e.Title, &e.Event, &e.By, &at)
		e.At = fromMicro(at)
		return e, err
	}, `SELECT id, account, title, event, who, at FROM frame_exercise e WHERE account = $1
		AND NOT EXISTS (SELECT 1 FROM frame_exercise_end d WHERE d.exercise = e.id) ORDER BY seq`, account)
}

const backingQuery = `SELECT id, account, words, name, title, signed, review, who, at FROM frame_backing WHERE account = $1 ORDER BY seq DESC`

func scanBacking(rows *sql.Rows) (b frame.Backing, err error) {
	var signed, review string
	var at int64
	if err := rows.Scan(&b.ID, &b.Account, &b.Words, &b.Name, &b.Title, &signed, &review, &b.By, &at); err != nil {
		return b, err
	}
	b.At = fromMicro(at)
	if b.Signed, err = fromDate(signed); err != nil {
		return b, err
	}
	b.Review, err = fromDate(review)
	return b, err
}

// Backing returns the newest backing of an account.
func (s *Store) Backing(ctx context.Context, account string) (frame.Backing, error) {
	return one(ctx, s, scanBacking, backingQuery+` LIMIT 1`, account)
}

// Backings lists every backing of an account, newest first.
func (s *Store) Backings(ctx context.Context, account string) ([]frame.Backing, error) {
	return list(ctx, s, scanBacking, backingQuery, account)
}

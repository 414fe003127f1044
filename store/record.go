package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/record"
	"tilltal/measure"
)

// Chronicle returns entries, the newest first: see [record.Store]. The ledger has an index by subject, by person, by kind
// and by account; the narrowest of those that are asked for is read, one value at a time, and the rest is asked of each row.
func (s *Store) Chronicle(ctx context.Context, f record.Filter) (desk.Page[desk.Entry], error) {
	limit := pageSize(f.Limit, 50)
	before := int64(never)
	if f.After != "" {
		var err error
		if before, _, err = readCursor(f.After); err != nil {
			return desk.Page[desk.Entry]{}, err
		}
	}
	if f.Accounts != nil && len(f.Accounts) == 0 || f.Kinds != nil && len(f.Kinds) == 0 {
		return desk.Page[desk.Entry]{}, nil
	}
	if f.Words != "" {
		return s.spoken(ctx, f, before, limit)
	}
	after, before, err := s.during(ctx, f, before)
	if err != nil {
		return desk.Page[desk.Entry]{}, err
	}
	var all []desk.Entry
	for _, q := range alongIndex(f) {
		q.and(`seq > ? AND seq < ?`, after, before)
		rows, err := list(ctx, s, scanEntry, `SELECT `+entryColumns+` FROM ledger_entry`+q.text()+` ORDER BY seq DESC`+q.most(limit+1), q.args...)
		if err != nil {
			return desk.Page[desk.Entry]{}, err
		}
		all = append(all, rows...)
	}
	slices.SortFunc(all, func(a, b desk.Entry) int { return cmp.Compare(b.Seq, a.Seq) })
	page := desk.Page[desk.Entry]{Items: all}
	if len(all) > limit {
		page.Items = all[:limit]
		page.Next = cursor(all[limit-1].Seq, "")
	}
	return page, nil
}

// alongIndex returns the queries whose rows together are what a filter asks for, each ordered by an index.
func alongIndex(f record.Filter) []where {
	var base where
	if f.Subject != "" {
		base.and(`subject = ?`, f.Subject)
	}
	if f.Person != "" {
		base.and(`who = ?`, f.Person)
	}
	base.during(f)
	column, values := ``, []string(nil)
	switch {
	case f.Subject != "" || f.Person != "":
		base.in(`kind`, f.Kinds)
		base.in(`account`, f.Accounts)
		return []where{base}
	case f.Kinds != nil:
		column, values = `kind`, f.Kinds
		base.in(`account`, f.Accounts)
	case f.Accounts != nil:
		column, values = `account`, f.Accounts
	default:
		return []where{base}
	}
	var out []where
	for _, v := range values {
		q := where{conditions: slices.Clone(base.conditions), args: slices.Clone(base.args)}
		q.and(column+` = ?`, v)
		out = append(out, q)
	}
	return out
}

// spoken returns the entries by which words were said, noted or published. The number of a text that can be searched for
// holds the number of its entry.
func (s *Store) spoken(ctx context.Context, f record.Filter, before int64, limit int) (page desk.Page[desk.Entry], err error) {
	words := stems(f.Words, maxQueryStems)
	if len(words) == 0 {
		return page, fault.New(fault.Invalid, lingo.T("Skriv ett ord att söka efter.", "Write a word to search for.")).At("q")
	}
	after, before, err := s.during(ctx, f, before)
	if err != nil {
		return page, err
	}
	if before < never>>8 {
		before <<= 8
	}
	ids, err := s.matching(ctx, words, f.Accounts, before, limit+1)
	if err != nil || len(ids) == 0 {
		return page, err
	}
	if len(ids) > limit {
		ids = ids[:limit]
		page.Next = cursor(ids[limit-1]>>8, "")
	}
	for i := range ids {
		if ids[i] >>= 8; ids[i] <= after {
			page.Next = "" // what follows is older than what was asked for
		}
	}
	var q where
	q.numbers(`seq`, ids)
	q.during(f)
	q.in(`kind`, f.Kinds)
	if f.Subject != "" {
		q.and(`subject = ?`, f.Subject)
	}
	if f.Person != "" {
		q.and(`who = ?`, f.Person)
	}
	page.Items, err = list(ctx, s, scanEntry, `SELECT `+entryColumns+` FROM ledger_entry`+q.text()+` ORDER BY seq DESC`, q.args...)
	return page, err
}

// Messages returns all that needed an answer since a moment: see [record.Store].
func (s *Store) Messages(ctx context.Context, since time.Time) ([]measure.Message, error) {
	return list(ctx, s, func(rows *sql.Rows) (m measure.Message, err error) {
		var at, answered, gone int64
		err = rows.Scan(&m.Account, &m.Channel, &at, &answered, &gone)
		m.At, m.Answered, m.Gone = fromMicro(at), fromMicro(answered), fromMicro(gone)
		return m, err
	}, `SELECT account, channel, at, answered, gone FROM need_now WHERE at >= $1 AND dropped = 0 AND account <> ''`, micro(since))
}

// Deeds counts what was done since a moment: see [record.Store].
func (s *Store) Deeds(ctx context.Context, since time.Time) (record.Deeds, error) {
	d := record.Deeds{Withdrawals: map[string]int{}}
	for query, into := range map[string]*int{
		`SELECT COUNT(*) FROM post_now WHERE answer = 0 AND at >= $1`:                          &d.Posts,
		`SELECT COUNT(*) FROM publication WHERE conversation <> '' AND at >= $1`:               &d.Answers,
		`SELECT COUNT(*) FROM correction WHERE at >= $1`:                                       &d.Corrections,
		`SELECT COUNT(*) FROM inbox_classification WHERE needs = 0 AND why <> '' AND at >= $1`: &d.Reclassified,
	} {
		n, err := one(ctx, s, number, query, micro(since))
		if err != nil {
			return d, err
		}
		*into = int(n)
	}
	type ground struct {
		name string
		n    int
	}
	grounds, err := list(ctx, s, func(rows *sql.Rows) (g ground, err error) {
		err = rows.Scan(&g.name, &g.n)
		return g, err
	}, `SELECT ground, COUNT(*) FROM withdrawal WHERE at >= $1 GROUP BY ground`, micro(since))
	for _, g := range grounds {
		d.Withdrawals[g.name] = g.n
	}
	return d, err
}

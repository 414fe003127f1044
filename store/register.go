package store

import (
	"context"
	"database/sql"

	"tilltal/base/clock"
	"tilltal/desk/account"
)

var registerTables = []table{
	fact("account_listing", listingColumns, func(l account.Listing) []any {
		return []any{l.ID, l.Listing, int64(l.Number), l.Network, l.Address, l.Name, l.Unit, l.Purpose, l.Rules, l.Account, dateText(l.Opened), dateText(l.Closed), l.By, micro(l.At)}
	}),
	fact("account_review", "id, subject, answers, who, at", func(r account.Review) []any {
		return []any{r.ID, r.Subject, asJSON(r.Answers), r.By, micro(r.At)}
	}),
}

const listingColumns = "id, listing, number, network, address, name, unit, purpose, rules, account, opened, closed, who, at"

const listingQuery = `SELECT ` + listingColumns + `, ` + lastEntry + `l.listing) FROM account_listing l
	WHERE l.number = (SELECT MAX(n.number) FROM account_listing n WHERE n.listing = l.listing) `

// dateText is a day as a column keeps it: 2026-11-23, "" for none.
func dateText(d clock.Date) string {
	if d == (clock.Date{}) {
		return ""
	}
	return d.String()
}

// fromDate reads what dateText wrote.
func fromDate(s string) (clock.Date, error) {
	if s == "" {
		return clock.Date{}, nil
	}
	return clock.ParseDate(s)
}

func scanListing(rows *sql.Rows) (l account.Listing, err error) {
	var opened, closed string
	var at int64
	if err := rows.Scan(&l.ID, &l.Listing, &l.Number, &l.Network, &l.Address, &l.Name, &l.Unit, &l.Purpose, &l.Rules, &l.Account, &opened, &closed, &l.By, &at, &l.Seen); err != nil {
		return l, err
	}
	l.At = fromMicro(at)
	if l.Opened, err = fromDate(opened); err != nil {
		return l, err
	}
	l.Closed, err = fromDate(closed)
	return l, err
}

// Listings lists the accounts on other networks: see [account.Store].
func (s *Store) Listings(ctx context.Context) ([]account.Listing, error) {
	return list(ctx, s, scanListing, listingQuery+`ORDER BY l.name, l.listing`)
}

// Listing returns one of them.
func (s *Store) Listing(ctx context.Context, id string) (account.Listing, error) {
	return one(ctx, s, scanListing, listingQuery+`AND l.listing = $1`, id)
}

const reviewQuery = `SELECT r.id, r.subject, r.answers, r.who, r.at FROM account_review r `

func scanReview(rows *sql.Rows) (r account.Review, err error) {
	var answers string
	var at int64
	if err := rows.Scan(&r.ID, &r.Subject, &answers, &r.By, &at); err != nil {
		return r, err
	}
	r.At = fromMicro(at)
	return r, fromJSON(answers, &r.Answers)
}

// Reviews lists the reviews of one account or listing, the newest first.
func (s *Store) Reviews(ctx context.Context, subject string) ([]account.Review, error) {
	return list(ctx, s, scanReview, reviewQuery+`WHERE r.subject = $1 ORDER BY r.seq DESC`, subject)
}

// LastReviews returns the newest review of each account and listing.
func (s *Store) LastReviews(ctx context.Context) (map[string]account.Review, error) {
	all, err := list(ctx, s, scanReview, reviewQuery+`WHERE r.seq = (SELECT MAX(n.seq) FROM account_review n WHERE n.subject = r.subject)`)
	out := make(map[string]account.Review, len(all))
	for _, r := range all {
		out[r.Subject] = r
	}
	return out, err
}

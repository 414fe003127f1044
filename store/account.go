package store

import (
	"context"
	"database/sql"

	"tilltal/base/svenska"
	"tilltal/desk/account"
)

var accountTables = []table{
	then(fact("account_opening", "id, handle, kind, who, at", func(o account.Opening) []any {
		return []any{o.ID, o.Handle, o.Kind, o.By, micro(o.At)}
	}), func(ctx context.Context, w *writer, o account.Opening) error {
		var same int64
		err := w.get(ctx, []any{&same}, `SELECT COUNT(*) FROM account_opening WHERE handle = $1`, o.Handle)
		if err == nil && same > 1 {
			err = account.HandleTaken()
		}
		return err
	}),
	fact("account_chartering", "id, account, number, "+charterColumns, func(c account.Chartering) []any {
		return []any{c.ID, c.Account, int64(c.Number), c.Name, c.Place, c.Purpose, asJSON(c.Purposes), c.Audience, c.Rules, c.Retention,
			c.Contact, c.Language, c.Profile, c.Hours.String(), c.Promise.String(), c.Zone, asJSON(c.Own), c.ChangedBy, micro(c.ChangedAt)}
	}),
	fact("account_closure", "id, account, who, reason, at", func(c account.Closure) []any {
		return []any{c.ID, c.Account, c.By, c.Reason, micro(c.At)}
	}),
}

const charterColumns = "name, place, purpose, purposes, audience, rules, retention, contact, language, profile, hours, promise, zone, own, who, at"

// charterRow is a charter on its way out of the database.
type charterRow struct {
	account.Charter
	purposes, hours, promise, own string
	at                            int64
}

func (c *charterRow) into() []any {
	return []any{&c.Number, &c.Name, &c.Place, &c.Purpose, &c.purposes, &c.Audience, &c.Rules, &c.Retention, &c.Contact, &c.Language, &c.Profile,
		&c.hours, &c.promise, &c.Zone, &c.own, &c.ChangedBy, &c.at}
}

func (c *charterRow) read() (account.Charter, error) {
	var err error
	if c.Hours, err = svenska.Parse(c.hours); err != nil {
		return account.Charter{}, err
	}
	if c.Promise, err = svenska.ParsePromise(c.promise); err != nil {
		return account.Charter{}, err
	}
	if err := fromJSON(c.purposes, &c.Purposes); err != nil {
		return account.Charter{}, err
	}
	c.ChangedAt = fromMicro(c.at)
	return c.Charter, fromJSON(c.own, &c.Own)
}

const accountQuery = `SELECT o.id, o.handle, o.kind, o.at,
	COALESCE((SELECT x.at FROM account_closure x WHERE x.account = o.id), 0), ` + lastEntry + `o.id),
	c.number, c.name, c.place, c.purpose, c.purposes, c.audience, c.rules, c.retention, c.contact, c.language, c.profile, c.hours, c.promise, c.zone, c.own, c.who, c.at
	FROM account_opening o JOIN account_chartering c ON c.account = o.id
	AND c.number = (SELECT MAX(n.number) FROM account_chartering n WHERE n.account = o.id) `

func scanAccount(rows *sql.Rows) (a account.Account, err error) {
	var opened, closed int64
	var c charterRow
	if err := rows.Scan(append([]any{&a.ID, &a.Handle, &a.Kind, &opened, &closed, &a.Seen}, c.into()...)...); err != nil {
		return a, err
	}
	a.OpenedAt, a.ClosedAt = fromMicro(opened), fromMicro(closed)
	a.Charter, err = c.read()
	return a, err
}

// Account returns an account by id: see [account.Store].
func (s *Store) Account(ctx context.Context, id string) (account.Account, error) {
	return one(ctx, s, scanAccount, accountQuery+`WHERE o.id = $1`, id)
}

// AccountByHandle returns an account by its handle, closed ones too.
func (s *Store) AccountByHandle(ctx context.Context, handle string) (account.Account, error) {
	return one(ctx, s, scanAccount, accountQuery+`WHERE o.handle = $1`, handle)
}

// Accounts lists the register by name; with closed, those that have been closed too.
func (s *Store) Accounts(ctx context.Context, closed bool) ([]account.Account, error) {
	return list(ctx, s, scanAccount, accountQuery+`WHERE $1 = 1 OR NOT EXISTS (SELECT 1 FROM account_closure x WHERE x.account = o.id) ORDER BY c.name, o.id`, flag(closed))
}

// Charters lists every charter an account has had, newest first.
func (s *Store) Charters(ctx context.Context, id string) ([]account.Charter, error) {
	return list(ctx, s, func(rows *sql.Rows) (account.Charter, error) {
		var c charterRow
		if err := rows.Scan(c.into()...); err != nil {
			return account.Charter{}, err
		}
		return c.read()
	}, `SELECT number, `+charterColumns+` FROM account_chartering WHERE account = $1 ORDER BY number DESC`, id)
}

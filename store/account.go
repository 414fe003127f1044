package store

import (
	"context"
	"database/sql"
	"time"

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
	fact("account_framing", "id, account, number, talk, avoid, examples, substance", func(f account.Framing) []any {
		return []any{f.ID, f.Account, int64(f.Number), asJSON(f.Talk), asJSON(f.Avoid), asJSON(f.Examples), flag(f.Substance)}
	}),
	fact("account_signed", "id, account, number, signature", func(s account.Signed) []any {
		return []any{s.ID, s.Account, int64(s.Number), string(s.Signature)}
	}),
	fact("account_balloted", "id, account, number, name, first, last", func(b account.Balloted) []any {
		return []any{b.ID, b.Account, int64(b.Number), b.Election.Name, b.Election.From, b.Election.To}
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
	talk, avoid, examples         string
	substance, at                 int64
}

func (c *charterRow) into() []any {
	return []any{&c.Number, &c.Name, &c.Place, &c.Purpose, &c.purposes, &c.Audience, &c.Rules, &c.Retention, &c.Contact, &c.Language, &c.Profile,
		&c.hours, &c.promise, &c.Zone, &c.own, &c.ChangedBy, &c.at, &c.talk, &c.avoid, &c.examples, &c.substance, &c.Signature,
		&c.Election.Name, &c.Election.From, &c.Election.To}
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
	for _, list := range []struct {
		text string
		into *[]string
	}{{c.talk, &c.Talk}, {c.avoid, &c.Avoid}, {c.own, &c.Own}} {
		if err := fromJSON(list.text, list.into); err != nil {
			return account.Charter{}, err
		}
	}
	c.ChangedAt, c.Substance = fromMicro(c.at), c.substance != 0
	return c.Charter, fromJSON(c.examples, &c.Examples)
}

// charterFields are what a charter is read from; one from before its framing was kept has changed the frames in substance, and
// one from before the account chose how to sign has first name and unit.
const charterFields = `c.number, c.name, c.place, c.purpose, c.purposes, c.audience, c.rules, c.retention, c.contact, c.language, c.profile, c.hours, c.promise,
	c.zone, c.own, c.who, c.at, COALESCE(f.talk, ''), COALESCE(f.avoid, ''), COALESCE(f.examples, ''), COALESCE(f.substance, 1),
	COALESCE(g.signature, 'unit'), COALESCE(b.name, ''), COALESCE(b.first, ''), COALESCE(b.last, '')`

// charterBeside joins what is kept of a charter c beside it, by its number.
const charterBeside = ` LEFT JOIN account_framing f ON f.account = c.account AND f.number = c.number
	LEFT JOIN account_signed g ON g.account = c.account AND g.number = c.number
	LEFT JOIN account_balloted b ON b.account = c.account AND b.number = c.number `

const charterQuery = `SELECT ` + charterFields + ` FROM account_chartering c` + charterBeside + `WHERE c.account = $1`

const accountQuery = `SELECT o.id, o.handle, o.kind, o.at,
	COALESCE((SELECT x.at FROM account_closure x WHERE x.account = o.id), 0), ` + lastEntry + `o.id),
	` + charterFields + `
	FROM account_opening o JOIN account_chartering c ON c.account = o.id` + charterBeside + `
	WHERE c.number = (SELECT MAX(n.number) FROM account_chartering n WHERE n.account = o.id) `

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
	return one(ctx, s, scanAccount, accountQuery+`AND o.id = $1`, id)
}

// AccountByHandle returns an account by its handle, closed ones too.
func (s *Store) AccountByHandle(ctx context.Context, handle string) (account.Account, error) {
	return one(ctx, s, scanAccount, accountQuery+`AND o.handle = $1`, handle)
}

// Accounts lists the register by name; with closed, those that have been closed too.
func (s *Store) Accounts(ctx context.Context, closed bool) ([]account.Account, error) {
	return list(ctx, s, scanAccount, accountQuery+`AND ($1 = 1 OR NOT EXISTS (SELECT 1 FROM account_closure x WHERE x.account = o.id)) ORDER BY c.name, o.id`, flag(closed))
}

// Charters lists every charter an account has had, newest first.
func (s *Store) Charters(ctx context.Context, id string) ([]account.Charter, error) {
	return list(ctx, s, scanCharter, charterQuery+` ORDER BY c.number DESC`, id)
}

// CharterAt returns the charter that was in force at a moment: see [account.Store].
func (s *Store) CharterAt(ctx context.Context, id string, at time.Time) (account.Charter, error) {
	return one(ctx, s, scanCharter, charterQuery+` AND c.at <= $2 ORDER BY c.number DESC LIMIT 1`, id, micro(at))
}

// LastSubstance returns the number of the newest charter that changed an account's frames in substance: see [frame.Store].
func (s *Store) LastSubstance(ctx context.Context, id string) (int, error) {
	n, err := one(ctx, s, number, `SELECT COALESCE(MAX(number), 1) FROM account_framing WHERE account = $1 AND substance = 1`, id)
	return int(n), err
}

func scanCharter(rows *sql.Rows) (account.Charter, error) {
	var c charterRow
	if err := rows.Scan(c.into()...); err != nil {
		return account.Charter{}, err
	}
	return c.read()
}

package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/desk/people"
)

// What a person may do ends when it is ended, or when she leaves: whichever came first.

const grantQuery = `SELECT g.id, g.person, g.role, g.who, g.since, g.until,
	COALESCE((SELECT MIN(r.at) FROM person_revoking r WHERE r.granting = g.id), 0), p.left_at
	FROM person_granting g JOIN person_now p ON p.id = g.person `

func scanGrant(rows *sql.Rows) (g people.Grant, err error) {
	var role string
	var from, until, ended, left int64
	err = rows.Scan(&g.ID, &g.Person, &role, &g.GivenBy, &from, &until, &ended, &left)
	g.Role, g.From, g.Until, g.RevokedAt = people.Role(role), fromMicro(from), fromMicro(until), fromMicro(firstOf(ended, left))
	return g, err
}

// firstOf is the earlier of two moments, of which 0 is never.
func firstOf(a, b int64) int64 {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// Grant returns a grant by id.
func (s *Store) Grant(ctx context.Context, id string) (people.Grant, error) {
	return one(ctx, s, scanGrant, grantQuery+`WHERE g.id = $1`, id)
}

// Grants lists a person's, newest first.
func (s *Store) Grants(ctx context.Context, person string) ([]people.Grant, error) {
	return list(ctx, s, scanGrant, grantQuery+`WHERE g.person = $1 ORDER BY g.seq DESC, g.id DESC`, person)
}

// GrantsOf lists a role's grants that have not been revoked, of persons who have not left.
func (s *Store) GrantsOf(ctx context.Context, role people.Role) ([]people.Grant, error) {
	return list(ctx, s, scanGrant, grantQuery+`WHERE g.role = $1 AND p.left_at = 0
		AND NOT EXISTS (SELECT 1 FROM person_revoking r WHERE r.granting = g.id) ORDER BY g.seq`, string(role))
}

const mandateQuery = `SELECT m.id, m.person, m.account, m.role, m.who, m.since, m.until,
	COALESCE((SELECT MIN(d.at) FROM person_decommissioning d WHERE d.mandate = m.id), 0), p.left_at
	FROM person_commissioning m JOIN person_now p ON p.id = m.person `

func scanMandate(rows *sql.Rows) (m people.Mandate, err error) {
	var role string
	var from, until, ended, left int64
	err = rows.Scan(&m.ID, &m.Person, &m.Account, &role, &m.GivenBy, &from, &until, &ended, &left)
	m.Role, m.From, m.Until, m.EndedAt = people.Role(role), fromMicro(from), fromMicro(until), fromMicro(firstOf(ended, left))
	return m, err
}

// Mandate returns a mandate by id.
func (s *Store) Mandate(ctx context.Context, id string) (people.Mandate, error) {
	return one(ctx, s, scanMandate, mandateQuery+`WHERE m.id = $1`, id)
}

// Mandates lists a person's, newest first.
func (s *Store) Mandates(ctx context.Context, person string) ([]people.Mandate, error) {
	return list(ctx, s, scanMandate, mandateQuery+`WHERE m.person = $1 ORDER BY m.seq DESC, m.id DESC`, person)
}

// MandatesAt lists an account's, newest first.
func (s *Store) MandatesAt(ctx context.Context, account string) ([]people.Mandate, error) {
	return list(ctx, s, scanMandate, mandateQuery+`WHERE m.account = $1 ORDER BY m.seq DESC, m.id DESC`, account)
}

// AccountSeen returns the last entry about an account, and whether it is open.
func (s *Store) AccountSeen(ctx context.Context, account string) (seen int64, open bool, err error) {
	seen, err = one(ctx, s, func(rows *sql.Rows) (seen int64, err error) {
		var closures int64
		err = rows.Scan(&seen, &closures)
		open = closures == 0
		return seen, err
	}, `SELECT `+lastEntry+`o.id), (SELECT COUNT(*) FROM account_closure c WHERE c.account = o.id) FROM account_opening o WHERE o.id = $1`, account)
	return seen, open, err
}

// AccountCalled returns the id of the account with a handle, open or closed.
func (s *Store) AccountCalled(ctx context.Context, handle string) (string, error) {
	return one(ctx, s, text, `SELECT id FROM account_opening WHERE handle = $1`, handle)
}

// ShortAccounts lists open accounts with fewer owners in force than people.Quorum.
func (s *Store) ShortAccounts(ctx context.Context, now time.Time) ([]string, error) {
	return list(ctx, s, func(rows *sql.Rows) (id string, err error) {
		err = rows.Scan(&id)
		return id, err
	}, `SELECT o.id FROM account_opening o WHERE NOT EXISTS (SELECT 1 FROM account_closure c WHERE c.account = o.id)
		AND (SELECT COUNT(DISTINCT m.person) FROM person_commissioning m JOIN person_now p ON p.id = m.person
			WHERE m.account = o.id AND m.role = $1 AND m.since <= $2 AND (m.until = 0 OR m.until > $2) AND p.left_at = 0
			AND NOT EXISTS (SELECT 1 FROM person_decommissioning d WHERE d.mandate = m.id)) < $3
		ORDER BY o.id`, string(people.Owner), micro(now), int64(people.Quorum))
}

package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/desk/people"
)

const sessionColumns = `id, person, how, provider, agent, signed_in, seen, expires`

func scanSession(rows *sql.Rows) (p people.Session, err error) {
	var in, seen, expires int64
	err = rows.Scan(&p.ID, &p.Person, &p.How, &p.Provider, &p.Agent, &in, &seen, &expires)
	p.SignedIn, p.Seen, p.Expires = fromMicro(in), fromMicro(seen), fromMicro(expires)
	return p, err
}

// Session returns a session by its id.
func (s *Store) Session(ctx context.Context, id string) (people.Session, error) {
	return one(ctx, s, scanSession, `SELECT `+sessionColumns+` FROM session WHERE id = $1`, id)
}

// Sessions lists a person's, the latest used first.
func (s *Store) Sessions(ctx context.Context, person string) ([]people.Session, error) {
	return list(ctx, s, scanSession, `SELECT `+sessionColumns+` FROM session WHERE person = $1 ORDER BY seen DESC, id`, person)
}

// KeepSession adds a session.
func (s *Store) KeepSession(ctx context.Context, p people.Session) error {
	return s.execute(ctx, `INSERT INTO session (`+sessionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		p.ID, p.Person, p.How, p.Provider, p.Agent, micro(p.SignedIn), micro(p.Seen), micro(p.Expires))
}

// TouchSession notes when a session was last used.
func (s *Store) TouchSession(ctx context.Context, id string, seen time.Time) error {
	return s.execute(ctx, `UPDATE session SET seen = $2 WHERE id = $1 AND seen < $2`, id, micro(seen))
}

// EndSession removes a session; one that is not there is no error.
func (s *Store) EndSession(ctx context.Context, id string) error {
	return s.execute(ctx, `DELETE FROM session WHERE id = $1`, id)
}

// EndSessions removes all of a person's sessions but the one named, which may be "", and what her browsers subscribe to.
func (s *Store) EndSessions(ctx context.Context, person, but string) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error { return w.endSessions(ctx, person, but) })
}

// endSessions removes a person's sessions but the one named, and stops telling her browsers anything: which of them she has lost
// nobody knows. She asks to be told again where she sits.
func (w *writer) endSessions(ctx context.Context, person, but string) error {
	if _, err := w.exec(ctx, `DELETE FROM session WHERE person = $1 AND id <> $2`, person, but); err != nil {
		return err
	}
	_, err := w.exec(ctx, `DELETE FROM notice_browser WHERE person = $1`, person)
	return err
}

// SweepSessions removes sessions that have expired, or have not been used for long.
func (s *Store) SweepSessions(ctx context.Context, expired, idle time.Time) error {
	return s.execute(ctx, `DELETE FROM session WHERE expires <= $1 OR seen <= $2`, micro(expired), micro(idle))
}

// execute carries out one statement that writes what is not a fact.
func (s *Store) execute(ctx context.Context, statement string, args ...any) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		_, err := w.exec(ctx, statement, args...)
		return err
	})
}

const tokenQuery = `SELECT t.id, t.person, t.name, t.hash, t.scopes, t.at, t.until,
	COALESCE((SELECT MIN(c.at) FROM person_cancelling c WHERE c.token = t.id), 0), p.left_at
	FROM person_issuing t JOIN person_now p ON p.id = t.person `

func scanToken(rows *sql.Rows) (t people.Token, err error) {
	var scopes string
	var at, until, ended, left int64
	if err := rows.Scan(&t.ID, &t.Person, &t.Name, &t.Hash, &scopes, &at, &until, &ended, &left); err != nil {
		return t, err
	}
	t.At, t.Until, t.RevokedAt = fromMicro(at), fromMicro(until), fromMicro(firstOf(ended, left))
	return t, fromJSON(scopes, &t.Scopes)
}

// Token returns a token by id.
func (s *Store) Token(ctx context.Context, id string) (people.Token, error) {
	return one(ctx, s, scanToken, tokenQuery+`WHERE t.id = $1`, id)
}

// TokenByHash returns a token by its secret's hash.
func (s *Store) TokenByHash(ctx context.Context, hash string) (people.Token, error) {
	return one(ctx, s, scanToken, tokenQuery+`WHERE t.hash = $1`, hash)
}

// Tokens lists a person's, newest first.
func (s *Store) Tokens(ctx context.Context, person string) ([]people.Token, error) {
	return list(ctx, s, scanToken, tokenQuery+`WHERE t.person = $1 ORDER BY t.seq DESC`, person)
}

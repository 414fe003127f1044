package store

import (
	"context"
	"database/sql"
	"errors"

	"tilltal/desk/people"
	"tilltal/desk/signin"
)

// KeepTicket keeps what the desk must remember until a browser answers. Those that nobody came back with are swept out.
func (s *Store) KeepTicket(ctx context.Context, t signin.Ticket) error {
	now := micro(s.clock.Now())
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		if _, err := w.exec(ctx, `DELETE FROM signin_ticket WHERE expires <= $1`, now); err != nil {
			return err
		}
		_, err := w.exec(ctx, `INSERT INTO signin_ticket (id, kind, person, body, expires) VALUES ($1, $2, $3, $4, $5)`,
			t.ID, t.Kind, t.Person, append([]byte{}, t.Body...), micro(t.Expires))
		return err
	})
}

const ticketQuery = `SELECT id, kind, person, body, expires FROM signin_ticket WHERE id = $1 AND kind = $2`

// Ticket returns a ticket of a kind and leaves it where it is.
func (s *Store) Ticket(ctx context.Context, id, kind string) (signin.Ticket, error) {
	return one(ctx, s, func(rows *sql.Rows) (t signin.Ticket, err error) {
		var expires int64
		err = rows.Scan(&t.ID, &t.Kind, &t.Person, &t.Body, &expires)
		t.Expires = fromMicro(expires)
		return t, err
	}, ticketQuery, id, kind)
}

// TakeTicket returns a ticket of a kind and takes it away: of two who come with the same one, the second finds nothing.
func (s *Store) TakeTicket(ctx context.Context, id, kind string) (t signin.Ticket, err error) {
	err = s.write(ctx, func(ctx context.Context, w *writer) error {
		var expires int64
		err := w.get(ctx, []any{&t.ID, &t.Kind, &t.Person, &t.Body, &expires}, ticketQuery, id, kind)
		if errors.Is(err, sql.ErrNoRows) {
			return missing
		}
		if err != nil {
			return err
		}
		t.Expires = fromMicro(expires)
		n, err := w.exec(ctx, `DELETE FROM signin_ticket WHERE id = $1`, id)
		if err == nil && n == 0 {
			return missing
		}
		return err
	})
	return t, err
}

// SessionsAt lists the sessions that an identity provider knows by a name of its own.
func (s *Store) SessionsAt(ctx context.Context, provider string) ([]people.Session, error) {
	if provider == "" {
		return nil, nil
	}
	return list(ctx, s, scanSession, `SELECT `+sessionColumns+` FROM session WHERE provider = $1 ORDER BY id`, provider)
}

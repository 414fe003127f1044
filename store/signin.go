package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/signin"
)

var signinTables = []table{
	fact("signin_demand", "id, roles, who, at", func(d people.Demand) []any {
		return []any{d.ID, asJSON(d.Roles), d.By, micro(d.At)}
	}),
	then(fact("signin_passkey", "id, person, name, credential, handle, at", func(k signin.Passkey) []any {
		return []any{k.ID, k.Person, k.Name, k.Credential, k.Handle, micro(k.At)}
	}), func(ctx context.Context, w *writer, k signin.Passkey) error {
		_, err := w.exec(ctx, `INSERT INTO signin_passkey_use (passkey, count, used) VALUES ($1, $2, 0)`, k.ID, int64(k.Count))
		return err
	}),
	fact("signin_renaming", "id, passkey, name, who, at", func(n signin.Renaming) []any {
		return []any{n.ID, n.Passkey, n.Name, n.By, micro(n.At)}
	}),
	fact("signin_discarding", "id, passkey, who, at", func(d signin.Discarding) []any {
		return []any{d.ID, d.Passkey, d.By, micro(d.At)}
	}),
	fact("signin_enrolment", "id, person, sealed, at", func(e signin.Enrolment) []any {
		return []any{e.ID, e.Person, e.Sealed, micro(e.At)}
	}),
	fact("signin_unenrolment", "id, enrolment, who, at", func(u signin.Unenrolment) []any {
		return []any{u.ID, u.Enrolment, u.By, micro(u.At)}
	}),
	fact("signin_reserve", "id, person, batch, hash, at", func(r signin.Reserve) []any {
		return []any{r.ID, r.Person, r.Batch, r.Hash, micro(r.At)}
	}),
	fact("signin_spending", "id, reserve, at", func(p signin.Spending) []any {
		return []any{p.ID, p.Reserve, micro(p.At)}
	}),
	fact("signin_link", "id, person, issuer, subject, at", func(l signin.Link) []any {
		return []any{l.ID, l.Person, l.Issuer, l.Subject, micro(l.At)}
	}),
	fact("signin_breakglass", "id, person, who, at", func(b signin.BreakGlass) []any {
		return []any{b.ID, b.Person, b.By, micro(b.At)}
	}),
	fact("signin_alarm", "id, person, at", func(a signin.Alarm) []any {
		return []any{a.ID, a.Person, micro(a.At)}
	}),
	fact("signin_review", "id, person, who, words, at", func(r signin.Review) []any {
		return []any{r.ID, r.Person, r.By, r.Words, micro(r.At)}
	}),
}

// Demand returns the newest demand for more than a password; the zero Demand when there has never been one.
func (s *Store) Demand(ctx context.Context) (people.Demand, error) {
	d, err := one(ctx, s, func(rows *sql.Rows) (d people.Demand, err error) {
		var roles string
		var at int64
		if err := rows.Scan(&d.ID, &roles, &d.By, &at); err != nil {
			return d, err
		}
		d.At = fromMicro(at)
		return d, fromJSON(roles, &d.Roles)
	}, `SELECT id, roles, who, at FROM signin_demand ORDER BY seq DESC LIMIT 1`)
	if fault.Is(err, fault.NotFound) {
		return people.Demand{}, nil
	}
	return d, err
}

const passkeyQuery = `SELECT k.id, k.person,
	COALESCE((SELECT n.name FROM signin_renaming n WHERE n.passkey = k.id ORDER BY n.seq DESC LIMIT 1), k.name), k.credential, k.handle, k.at, COALESCE(u.count, 0), COALESCE(u.used, 0)
	FROM signin_passkey k LEFT JOIN signin_passkey_use u ON u.passkey = k.id
	WHERE NOT EXISTS (SELECT 1 FROM signin_discarding d WHERE d.passkey = k.id) AND `

func scanPasskey(rows *sql.Rows) (k signin.Passkey, err error) {
	var at, count, used int64
	err = rows.Scan(&k.ID, &k.Person, &k.Name, &k.Credential, &k.Handle, &at, &count, &used)
	k.At, k.Count, k.UsedAt = fromMicro(at), uint32(count), fromMicro(used) //nolint:gosec // it was one when it was kept
	return k, err
}

// Passkeys lists a person's passkeys that have not been taken away, the newest first.
func (s *Store) Passkeys(ctx context.Context, person string) ([]signin.Passkey, error) {
	return list(ctx, s, scanPasskey, passkeyQuery+`k.person = $1 ORDER BY k.seq DESC`, person)
}

// TouchPasskey notes when a passkey was last used, and how often it says it has been.
func (s *Store) TouchPasskey(ctx context.Context, id string, count uint32, used time.Time) error {
	return s.execute(ctx, `UPDATE signin_passkey_use SET count = $2, used = $3 WHERE passkey = $1`, id, int64(count), micro(used))
}

// Enrolment returns a person's second step; fault.NotFound when she has none.
func (s *Store) Enrolment(ctx context.Context, person string) (signin.Enrolment, error) {
	return one(ctx, s, func(rows *sql.Rows) (e signin.Enrolment, err error) {
		var at int64
		err = rows.Scan(&e.ID, &e.Person, &e.Sealed, &at)
		e.At = fromMicro(at)
		return e, err
	}, `SELECT e.id, e.person, e.sealed, e.at FROM signin_enrolment e WHERE e.person = $1
		AND NOT EXISTS (SELECT 1 FROM signin_unenrolment u WHERE u.enrolment = e.id) ORDER BY e.seq DESC LIMIT 1`, person)
}

// Reserves lists a person's reserve codes of the newest batch that have not been used.
func (s *Store) Reserves(ctx context.Context, person string) ([]signin.Reserve, error) {
	return list(ctx, s, func(rows *sql.Rows) (r signin.Reserve, err error) {
		var at int64
		err = rows.Scan(&r.ID, &r.Person, &r.Batch, &r.Hash, &at)
		r.At = fromMicro(at)
		return r, err
	}, `SELECT r.id, r.person, r.batch, r.hash, r.at FROM signin_reserve r WHERE r.person = $1
		AND r.batch = (SELECT n.batch FROM signin_reserve n WHERE n.person = $1 ORDER BY n.seq DESC LIMIT 1)
		AND NOT EXISTS (SELECT 1 FROM signin_spending p WHERE p.reserve = r.id) ORDER BY r.id`, person)
}

// Link finds the newest link of a name at an identity provider.
func (s *Store) Link(ctx context.Context, issuer, subject string) (signin.Link, error) {
	return one(ctx, s, func(rows *sql.Rows) (l signin.Link, err error) {
		var at int64
		err = rows.Scan(&l.ID, &l.Person, &l.Issuer, &l.Subject, &at)
		l.At = fromMicro(at)
		return l, err
	}, `SELECT id, person, issuer, subject, at FROM signin_link WHERE issuer = $1 AND subject = $2 ORDER BY seq DESC LIMIT 1`, issuer, subject)
}

// Emergencies lists the break-glass accounts that are in force.
func (s *Store) Emergencies(ctx context.Context) ([]signin.Emergency, error) {
	return list(ctx, s, func(rows *sql.Rows) (e signin.Emergency, err error) {
		var hired, left, made, first, uses, last int64
		p := &e.Person
		err = rows.Scan(&p.ID, &p.GivenName, &p.Name, &p.Unit, &p.Email, &p.Language, &hired, &left, &p.Seen, &made, &first, &uses, &last)
		p.HiredAt, p.LeftAt = fromMicro(hired), fromMicro(left)
		e.MadeAt, e.Alarm, e.Uses, e.LastUsed = fromMicro(made), fromMicro(first), int(uses), fromMicro(last)
		return e, err
	}, `SELECT `+personColumns+`, b.made,
		(SELECT COALESCE(MAX(a.at), 0) FROM signin_alarm a WHERE a.person = p.id AND a.seq > b.reviewed),
		(SELECT COUNT(*) FROM signin_alarm a WHERE a.person = p.id AND a.seq > b.reviewed),
		(SELECT COALESCE(MAX(a.at), 0) FROM signin_alarm a WHERE a.person = p.id)
		FROM (SELECT g.person, MAX(g.at) AS made, (SELECT COALESCE(MAX(r.seq), 0) FROM signin_review r WHERE r.person = g.person) AS reviewed
			FROM signin_breakglass g GROUP BY g.person) b
		JOIN person_now p ON p.id = b.person WHERE p.left_at = 0 ORDER BY p.id`)
}

// Abandoned lists conversations in the hands of somebody who has left, the oldest first: open ones, and closed ones that a
// citizen may take up again.
func (s *Store) Abandoned(ctx context.Context, limit int) ([]inbox.Conversation, error) {
	return list(ctx, s, scanTalk, `SELECT `+talkColumns+talkTables+`
		WHERE c.id IN (SELECT o.id FROM conversation_now o WHERE o.state = 0 AND o.owner <> '' AND o.owner IN (SELECT p.id FROM person_now p WHERE p.left_at > 0)
			UNION ALL SELECT o.id FROM conversation_now o WHERE o.state = 1 AND o.owner <> '' AND o.owner IN (SELECT p.id FROM person_now p WHERE p.left_at > 0))
		ORDER BY c.opened, c.id LIMIT $1`, int64(limit))
}

package store

import (
	"context"
	"database/sql"

	"tilltal/desk/people"
)

var peopleTables = []table{
	then(fact("person_hiring", "id, given_name, name, unit, email, language, who, at", func(h people.Hiring) []any {
		return []any{h.ID, h.GivenName, h.Name, h.Unit, h.Email, h.Language, h.By, micro(h.HiredAt)}
	}), func(ctx context.Context, w *writer, h people.Hiring) error {
		if err := w.freeAddress(ctx, h.Email, h.ID); err != nil {
			return err
		}
		_, err := w.exec(ctx, `INSERT INTO person_now (id, given_name, name, unit, email, language, hired_at, left_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)`,
			h.ID, h.GivenName, h.Name, h.Unit, h.Email, h.Language, micro(h.HiredAt))
		return err
	}),
	then(fact("person_describing", "id, person, given_name, name, unit, email, language, who, at", func(d people.Describing) []any {
		return []any{d.ID, d.Person, d.GivenName, d.Name, d.Unit, d.Email, d.Language, d.By, micro(d.At)}
	}), func(ctx context.Context, w *writer, d people.Describing) error {
		if err := w.freeAddress(ctx, d.Email, d.Person); err != nil {
			return err
		}
		_, err := w.exec(ctx, `UPDATE person_now SET given_name = $2, name = $3, unit = $4, email = $5, language = $6 WHERE id = $1`,
			d.Person, d.GivenName, d.Name, d.Unit, d.Email, d.Language)
		return err
	}),
	then(fact("person_leaving", "id, person, who, at", func(l people.Leaving) []any {
		return []any{l.ID, l.Person, l.By, micro(l.At)}
	}), func(ctx context.Context, w *writer, l people.Leaving) error {
		if _, err := w.exec(ctx, `UPDATE person_now SET left_at = $2 WHERE id = $1`, l.Person, micro(l.At)); err != nil {
			return err
		}
		return w.endSessions(ctx, l.Person, "")
	}),
	fact("person_granting", "id, person, role, who, since, until", func(g people.Granting) []any {
		return []any{g.ID, g.Person, string(g.Role), g.GivenBy, micro(g.From), micro(g.Until)}
	}),
	fact("person_revoking", "id, granting, who, at", func(r people.Revoking) []any {
		return []any{r.ID, r.Grant, r.By, micro(r.At)}
	}),
	fact("person_commissioning", "id, person, account, role, who, since, until", func(c people.Commissioning) []any {
		return []any{c.ID, c.Person, c.Account, string(c.Role), c.GivenBy, micro(c.From), micro(c.Until)}
	}),
	fact("person_decommissioning", "id, mandate, who, at", func(d people.Decommissioning) []any {
		return []any{d.ID, d.Mandate, d.By, micro(d.At)}
	}),
	fact("person_invitation", "id, person, hash, who, at, until", func(i people.Invitation) []any {
		return []any{i.ID, i.Person, i.Hash, i.By, micro(i.At), micro(i.Until)}
	}),
	then(fact("person_credential", "id, person, hash, invitation, at", func(c people.Credential) []any {
		return []any{c.ID, c.Person, c.Hash, c.Invitation, micro(c.At)}
	}), func(ctx context.Context, w *writer, c people.Credential) error {
		if c.Invitation == "" {
			return nil // she changed it herself, and goes on in the browser she sits at
		}
		return w.endSessions(ctx, c.Person, "")
	}),
	fact("person_issuing", "id, person, name, hash, scopes, who, at, until", func(i people.Issuing) []any {
		return []any{i.ID, i.Person, i.Name, i.Hash, asJSON(i.Scopes), i.By, micro(i.At), micro(i.Until)}
	}),
	fact("person_cancelling", "id, token, who, at", func(c people.Cancelling) []any {
		return []any{c.ID, c.Token, c.By, micro(c.At)}
	}),
}

// freeAddress refuses an e-mail address by which another colleague signs in.
func (w *writer) freeAddress(ctx context.Context, email, but string) error {
	var taken int64
	err := w.get(ctx, []any{&taken}, `SELECT COUNT(*) FROM person_now WHERE email = $1 AND left_at = 0 AND id <> $2`, email, but)
	if err == nil && taken > 0 {
		err = people.AddressTaken()
	}
	return err
}

// lastEntry is the number of the last entry about a row's subject, read in the same statement as the row: what is seen is
// never younger than what is read.
const lastEntry = `(SELECT COALESCE(MAX(e.seq), 0) FROM ledger_entry e WHERE e.subject = `

const personColumns = `p.id, p.given_name, p.name, p.unit, p.email, p.language, p.hired_at, p.left_at, ` + lastEntry + `p.id)`

func scanPerson(rows *sql.Rows) (p people.Person, err error) {
	var hired, left int64
	err = rows.Scan(&p.ID, &p.GivenName, &p.Name, &p.Unit, &p.Email, &p.Language, &hired, &left, &p.Seen)
	p.HiredAt, p.LeftAt = fromMicro(hired), fromMicro(left)
	return p, err
}

// Person returns a person by id: see [people.Store].
func (s *Store) Person(ctx context.Context, id string) (people.Person, error) {
	return one(ctx, s, scanPerson, `SELECT `+personColumns+` FROM person_now p WHERE p.id = $1`, id)
}

// PersonByEmail finds somebody who works here by her address in lower case.
func (s *Store) PersonByEmail(ctx context.Context, email string) (people.Person, error) {
	return one(ctx, s, scanPerson, `SELECT `+personColumns+` FROM person_now p WHERE p.email = $1 AND p.left_at = 0`, email)
}

// People lists persons by name; with leavers, those who have left too.
func (s *Store) People(ctx context.Context, leavers bool) ([]people.Person, error) {
	return list(ctx, s, scanPerson, `SELECT `+personColumns+` FROM person_now p WHERE p.left_at = 0 OR $1 = 1 ORDER BY p.name, p.id`, flag(leavers))
}

// AnyPerson reports whether anybody has ever been hired.
func (s *Store) AnyPerson(ctx context.Context) (bool, error) {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM (SELECT id FROM person_now LIMIT 1) AS someone`)
	return n > 0, err
}

// Credential returns a person's newest password.
func (s *Store) Credential(ctx context.Context, person string) (people.Credential, error) {
	return one(ctx, s, func(rows *sql.Rows) (c people.Credential, err error) {
		var at int64
		err = rows.Scan(&c.ID, &c.Person, &c.Hash, &c.Invitation, &at)
		c.At = fromMicro(at)
		return c, err
	}, `SELECT id, person, hash, invitation, at FROM person_credential WHERE person = $1 ORDER BY seq DESC LIMIT 1`, person)
}

// Invitation finds an invitation by its secret's hash, and tells whether it has been used and whether it is the newest.
func (s *Store) Invitation(ctx context.Context, hash string) (i people.Invitation, used, newest bool, err error) {
	i, err = one(ctx, s, func(rows *sql.Rows) (i people.Invitation, err error) {
		var at, until, answers, younger int64
		err = rows.Scan(&i.ID, &i.Person, &i.Hash, &i.By, &at, &until, &answers, &younger)
		i.At, i.Until = fromMicro(at), fromMicro(until)
		used, newest = answers > 0, younger == 0
		return i, err
	}, `SELECT i.id, i.person, i.hash, i.who, i.at, i.until,
		(SELECT COUNT(*) FROM person_credential c WHERE c.invitation = i.id),
		(SELECT COUNT(*) FROM person_invitation y WHERE y.person = i.person AND y.seq > i.seq)
		FROM person_invitation i WHERE i.hash = $1`, hash)
	return i, used, newest, err
}

package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/shift"
)

var shiftTables = []table{
	then(fact("shift_planning", "id, shift, account, "+rosterColumns, func(p shift.Planning) []any {
		return []any{p.ID, p.Shift, p.Account, int64(p.Number), p.Person, p.Deputy, p.Kind, wallText(p.From), wallText(p.Until), micro(p.Begins), micro(p.Ends),
			flag(p.Pair), p.Purpose, p.Mandate, p.Rotation, p.Slot, p.Why, p.Words, p.By, micro(p.At)}
	}), func(ctx context.Context, w *writer, p shift.Planning) error {
		_, err := w.exec(ctx, `INSERT INTO shift_now (id, account, person, number, begins, ends, rotation, cancelled) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
			ON CONFLICT (id) DO UPDATE SET person = excluded.person, number = excluded.number, begins = excluded.begins, ends = excluded.ends`,
			p.Shift, p.Account, p.Person, int64(p.Number), micro(p.Begins), micro(p.Ends), p.Rotation)
		return err
	}),
	then(fact("shift_cancellation", "id, shift, account, why, words, who, at", func(c shift.Cancellation) []any {
		return []any{c.ID, c.Shift, c.Account, c.Why, c.Words, c.By, micro(c.At)}
	}), func(ctx context.Context, w *writer, c shift.Cancellation) error {
		return w.steps(ctx, c.Shift, `UPDATE shift_now SET cancelled = 1 WHERE id = $1`)
	}),
	fact("shift_rotating", "id, "+rotationColumns, func(r shift.Rotating) []any {
		return []any{r.ID, r.Rotation.ID, r.Account, int64(r.Number), r.Title, r.Starts.String(), dateText(r.Ends), int64(r.Every), flag(r.ByDay), asJSON(r.People),
			r.Deputy, asJSON(r.Week), flag(r.Whole), flag(r.AlsoRed), r.Kind, r.Purpose, int64(r.Ahead), r.Zone, r.By, micro(r.At)}
	}),
	fact("shift_swapping", "id, account, shift, number, other, other_number, who, given_to, words, at", func(o shift.Swapping) []any {
		return []any{o.ID, o.Account, o.Shift, int64(o.Number), o.For, int64(o.ForNumber), o.From, o.To, o.Words, micro(o.At)}
	}),
	fact("shift_reply", "id, offer, account, answer, who, at", func(r shift.Reply) []any {
		return []any{r.ID, r.Offer, r.Account, r.Answer, r.By, micro(r.At)}
	}),
	fact("shift_handover", "id, shift, account, number, ends, words, given_to, due, who, at", func(h shift.Handover) []any {
		return []any{h.ID, h.Shift, h.Account, int64(h.Number), asJSON(h.Ends), h.Words, h.To, micro(h.Due), h.By, micro(h.At)}
	}),
	fact("shift_confirmation", "id, shift, account, who, at", func(c shift.Confirmation) []any {
		return []any{c.ID, c.Shift, c.Account, c.By, micro(c.At)}
	}),
	fact("shift_alarm", "id, account, kind, since, until, shift, person, slot, words, at", func(a shift.Alarm) []any {
		return []any{a.ID, a.Account, a.Kind, micro(a.From), micro(a.Until), a.Shift, a.Person, a.Slot, a.Words, micro(a.At)}
	}),
	fact("shift_relief", "id, alarm, account, at", func(r shift.Relief) []any {
		return []any{r.ID, r.Alarm, r.Account, micro(r.At)}
	}),
	fact("shift_covering", "id, account, cover, who, at", func(c shift.Covering) []any {
		return []any{c.ID, c.Account, string(c.Cover), c.By, micro(c.At)}
	}),
	fact("shift_presenting", "id, person, words, picture, alt, consent, at", func(p shift.Presenting) []any {
		return []any{p.ID, p.Person, p.Words, p.Picture, p.Alt, flag(p.Consent), micro(p.At)}
	}),
	fact("shift_afterthought", "id, shift, account, best, hard, after, who, at", func(a shift.Afterthought) []any {
		return []any{a.ID, a.Shift, a.Account, a.Best, a.Hard, a.Next, a.By, micro(a.At)}
	}),
}

const (
	rosterColumns   = "number, person, deputy, kind, wall, wall_end, begins, ends, pair, purpose, mandate, rotation, slot, why, words, who, at"
	rotationColumns = "rotation, account, number, title, starts, ends, every, byday, people, deputy, week, whole, alsored, kind, purpose, ahead, zone, who, at"
)

const shiftQuery = `SELECT n.id, n.account, p.number, p.person, p.deputy, p.kind, p.wall, p.wall_end, p.begins, p.ends, p.pair, p.purpose, p.mandate, p.rotation, p.slot,
	p.why, p.words, p.who, p.at, COALESCE(c.id, ''), COALESCE(c.why, ''), COALESCE(c.words, ''), COALESCE(c.who, ''), COALESCE(c.at, 0)
	FROM shift_now n JOIN shift_planning p ON p.shift = n.id AND p.number = n.number LEFT JOIN shift_cancellation c ON c.shift = n.id`

func scanShift(rows *sql.Rows) (s shift.Shift, err error) {
	var from, until string
	var begins, ends, pair, at, gone int64
	var c shift.Cancellation
	if err := rows.Scan(&s.ID, &s.Account, &s.Number, &s.Person, &s.Deputy, &s.Kind, &from, &until, &begins, &ends, &pair, &s.Purpose, &s.Mandate, &s.Rotation, &s.Slot,
		&s.Why, &s.Words, &s.By, &at, &c.ID, &c.Why, &c.Words, &c.By, &gone); err != nil {
		return s, err
	}
	s.Begins, s.Ends, s.Pair, s.At = fromMicro(begins), fromMicro(ends), pair != 0, fromMicro(at)
	if c.ID != "" {
		c.Shift, c.Account, c.At = s.ID, s.Account, fromMicro(gone)
		s.Cancelled = &c
	}
	if s.From, err = fromWall(from); err != nil {
		return s, err
	}
	s.Until, err = fromWall(until)
	return s, err
}

// Shift returns one shift: see [shift.Store].
func (s *Store) Shift(ctx context.Context, id string) (shift.Shift, error) {
	return one(ctx, s, scanShift, shiftQuery+` WHERE n.id = $1`, id)
}

// Shifts lists shifts in the order they begin: see [shift.Store].
func (s *Store) Shifts(ctx context.Context, f shift.Filter) ([]shift.Shift, error) {
	q := where{}
	for _, c := range []struct{ column, value string }{{`n.account`, f.Account}, {`n.person`, f.Person}, {`n.rotation`, f.Rotation}} {
		if c.value != "" {
			q.and(c.column+` = ?`, c.value)
		}
	}
	q.and(`n.ends > ? AND n.begins < ?`, micro(f.From), micro(f.To))
	if !f.Cancelled {
		q.and(`n.cancelled = 0`)
	}
	return list(ctx, s, scanShift, shiftQuery+q.text()+` ORDER BY n.begins, n.id`, q.args...)
}

// RelayAccounts lists the accounts that take part in the relay: see [shift.Store].
func (s *Store) RelayAccounts(ctx context.Context, since time.Time) ([]string, error) {
	return list(ctx, s, text, `SELECT account FROM shift_now WHERE ends > $1 UNION
		SELECT account FROM (SELECT account FROM shift_rotating UNION SELECT account FROM shift_covering) AS r
		WHERE NOT EXISTS (SELECT 1 FROM account_closure x WHERE x.account = r.account) ORDER BY 1`, micro(since))
}

const rotationQuery = `SELECT ` + rotationColumns + ` FROM shift_rotating r WHERE r.number = (SELECT MAX(n.number) FROM shift_rotating n WHERE n.rotation = r.rotation)`

func scanRotation(rows *sql.Rows) (r shift.Rotation, err error) {
	var starts, ends, persons, week string
	var byday, whole, alsored, at int64
	if err := rows.Scan(&r.ID, &r.Account, &r.Number, &r.Title, &starts, &ends, &r.Every, &byday, &persons, &r.Deputy, &week, &whole, &alsored, &r.Kind, &r.Purpose,
		&r.Ahead, &r.Zone, &r.By, &at); err != nil {
		return r, err
	}
	r.ByDay, r.Whole, r.AlsoRed, r.At = byday != 0, whole != 0, alsored != 0, fromMicro(at)
	if r.Starts, err = clock.ParseDate(starts); err != nil {
		return r, err
	}
	if ends != "" {
		if r.Ends, err = clock.ParseDate(ends); err != nil {
			return r, err
		}
	}
	if err := fromJSON(persons, &r.People); err != nil {
		return r, err
	}
	return r, fromJSON(week, &r.Week)
}

// Rotation returns a rotation as it was last decided: see [shift.Store].
func (s *Store) Rotation(ctx context.Context, id string) (shift.Rotation, error) {
	return one(ctx, s, scanRotation, rotationQuery+` AND r.rotation = $1`, id)
}

// Rotations lists an account's rotations, the oldest first: see [shift.Store].
func (s *Store) Rotations(ctx context.Context, account string) ([]shift.Rotation, error) {
	return list(ctx, s, scanRotation, rotationQuery+` AND r.account = $1 ORDER BY r.rotation`, account)
}

const offerQuery = `SELECT o.id, o.account, o.shift, o.number, o.other, o.other_number, o.who, o.given_to, o.words, o.at,
	COALESCE(r.answer, ''), COALESCE(r.who, ''), COALESCE(r.at, 0) FROM shift_swapping o LEFT JOIN shift_reply r ON r.offer = o.id`

func scanOffer(rows *sql.Rows) (o shift.Offer, err error) {
	var at, answered int64
	err = rows.Scan(&o.ID, &o.Account, &o.Shift, &o.Number, &o.For, &o.ForNumber, &o.From, &o.To, &o.Words, &at, &o.Answer, &o.AnsweredBy, &answered)
	o.At, o.AnsweredAt = fromMicro(at), fromMicro(answered)
	return o, err
}

// Offer returns an offer to swap: see [shift.Store].
func (s *Store) Offer(ctx context.Context, id string) (shift.Offer, error) {
	return one(ctx, s, scanOffer, offerQuery+` WHERE o.id = $1`, id)
}

// OpenOffers lists the offers of a person that wait: see [shift.Store].
func (s *Store) OpenOffers(ctx context.Context, person string) ([]shift.Offer, error) {
	return list(ctx, s, scanOffer, offerQuery+` WHERE (o.who = $1 OR o.given_to = $1) AND r.id IS NULL ORDER BY o.seq`, person)
}

// Alarms lists an account's alarms: see [shift.Store].
func (s *Store) Alarms(ctx context.Context, account string, at time.Time) ([]shift.Alarm, error) {
	return list(ctx, s, func(rows *sql.Rows) (a shift.Alarm, err error) {
		var from, until, raised, relieved int64
		err = rows.Scan(&a.ID, &a.Account, &a.Kind, &from, &until, &a.Shift, &a.Person, &a.Slot, &a.Words, &raised, &relieved)
		a.From, a.Until, a.At, a.RelievedAt = fromMicro(from), fromMicro(until), fromMicro(raised), fromMicro(relieved)
		return a, err
	}, `SELECT a.id, a.account, a.kind, a.since, a.until, a.shift, a.person, a.slot, a.words, a.at, COALESCE((SELECT MIN(r.at) FROM shift_relief r WHERE r.alarm = a.id), 0)
		FROM shift_alarm a WHERE a.account = $1 AND a.until > $2 ORDER BY a.seq DESC, a.id DESC`, account, micro(at))
}

// Covering returns what an account promises: see [shift.Store].
func (s *Store) Covering(ctx context.Context, account string) (shift.Covering, error) {
	all, err := list(ctx, s, func(rows *sql.Rows) (c shift.Covering, err error) {
		var at int64
		err = rows.Scan(&c.ID, &c.Account, &c.Cover, &c.By, &at)
		c.At = fromMicro(at)
		return c, err
	}, `SELECT id, account, cover, who, at FROM shift_covering WHERE account = $1 ORDER BY seq DESC LIMIT 1`, account)
	if err != nil || len(all) == 0 {
		return shift.Covering{}, err
	}
	return all[0], nil
}

package store

import (
	"context"
	"database/sql"

	"tilltal/desk/counsel"
)

var counselTables = []table{
	fact("counsel_remark", "id, draft, account, version, place, text, suggests, instead, who, at", func(r counsel.Remark) []any {
		return []any{r.ID, r.Draft, r.Account, int64(r.Version), asJSON(r.Place), r.Text, flag(r.Suggests), r.Instead, r.By, micro(r.At)}
	}),
	fact("counsel_settling", "id, remark, draft, who, version, at", func(s counsel.Settling) []any {
		return []any{s.ID, s.Remark, s.Draft, s.By, int64(s.Version), micro(s.At)}
	}),
	fact("counsel_inquiry", "id, draft, conversation, account, given_to, who, text, quote, due, at", func(i counsel.Inquiry) []any {
		return []any{i.ID, i.Draft, i.Conversation, i.Account, i.To, i.By, i.Text, i.Quote, micro(i.Due), micro(i.At)}
	}),
	fact("counsel_answer", "id, inquiry, who, text, at", func(a counsel.Answer) []any {
		return []any{a.ID, a.Inquiry, a.By, a.Text, micro(a.At)}
	}),
	fact("counsel_recall", "id, inquiry, who, at", func(r counsel.Recall) []any {
		return []any{r.ID, r.Inquiry, r.By, micro(r.At)}
	}),
	fact("counsel_reminder", "id, inquiry, late, at", func(r counsel.Reminder) []any {
		return []any{r.ID, r.Inquiry, flag(r.Late), micro(r.At)}
	}),
}

// Remarks lists what was said about a draft, the oldest first: see [counsel.Store].
func (s *Store) Remarks(ctx context.Context, draft string) ([]counsel.Comment, error) {
	return list(ctx, s, scanRemark, `SELECT r.id, r.draft, r.account, r.version, r.place, r.text, r.suggests, r.instead, r.who, r.at, COALESCE(p.name, ''),
		COALESCE(d.id, ''), COALESCE(d.who, ''), COALESCE(d.version, 0), COALESCE(d.at, 0)
		FROM counsel_remark r LEFT JOIN person_now p ON p.id = r.who LEFT JOIN counsel_settling d ON d.remark = r.id WHERE r.draft = $1 AND NOT `+sealedDraft(`r.draft`)+` ORDER BY r.seq`, draft)
}

func scanRemark(rows *sql.Rows) (c counsel.Comment, err error) {
	var place string
	var suggests, at, settled int64
	var d counsel.Settling
	if err := rows.Scan(&c.ID, &c.Draft, &c.Account, &c.Version, &place, &c.Text, &suggests, &c.Instead, &c.By, &at, &c.Name,
		&d.ID, &d.By, &d.Version, &settled); err != nil {
		return c, err
	}
	c.Suggests, c.At = suggests != 0, fromMicro(at)
	if d.ID != "" {
		d.Remark, d.Draft, d.At = c.ID, c.Draft, fromMicro(settled)
		c.Settled = &d
	}
	return c, fromJSON(place, &c.Place)
}

// sealedInquiry holds for a question about a text whose post was withdrawn.
var sealedInquiry = sealedDraft(`q.draft`)

var questionQuery = `SELECT q.id, q.draft, q.conversation, q.account, q.given_to, q.who, CASE WHEN ` + sealedInquiry + ` THEN '' ELSE q.text END, CASE WHEN ` + sealedInquiry + ` THEN '' ELSE q.quote END, q.due, q.at,
	COALESCE(t.name, ''), COALESCE(b.name, ''), COALESCE(a.id, ''), CASE WHEN ` + sealedInquiry + ` THEN '' ELSE COALESCE(a.text, '') END, COALESCE(a.at, 0),
	COALESCE(r.id, ''), COALESCE(r.who, ''), COALESCE(r.at, 0), ` + lastEntry + `q.id)
	FROM counsel_inquiry q LEFT JOIN person_now t ON t.id = q.given_to LEFT JOIN person_now b ON b.id = q.who
	LEFT JOIN counsel_answer a ON a.inquiry = q.id LEFT JOIN counsel_recall r ON r.inquiry = q.id`

func scanQuestion(rows *sql.Rows) (q counsel.Question, err error) {
	var due, at, answered, recalled int64
	var a counsel.Answer
	var r counsel.Recall
	if err := rows.Scan(&q.ID, &q.Draft, &q.Conversation, &q.Account, &q.To, &q.By, &q.Text, &q.Quote, &due, &at,
		&q.ToName, &q.ByName, &a.ID, &a.Text, &answered, &r.ID, &r.By, &recalled, &q.Seen); err != nil {
		return q, err
	}
	q.Due, q.At = fromMicro(due), fromMicro(at)
	if a.ID != "" {
		a.Inquiry, a.By, a.At = q.ID, q.To, fromMicro(answered)
		q.Answer = &a
	}
	if r.ID != "" {
		r.Inquiry, r.At = q.ID, fromMicro(recalled)
		q.Recall = &r
	}
	return q, nil
}

// Question returns one inquiry: see [counsel.Store].
func (s *Store) Question(ctx context.Context, id string) (counsel.Question, error) {
	return one(ctx, s, scanQuestion, questionQuery+` WHERE q.id = $1`, id)
}

// Questions lists inquiries, the open ones first: see [counsel.Store].
func (s *Store) Questions(ctx context.Context, f counsel.Filter) ([]counsel.Question, error) {
	q := where{}
	if f.To != "" {
		q.and(`q.given_to = ?`, f.To)
	}
	if f.By != "" {
		q.and(`q.who = ?`, f.By)
	}
	if f.About != "" {
		q.and(`(q.draft = ? OR q.conversation = ?)`, f.About, f.About)
	}
	if f.Open {
		q.and(`a.id IS NULL AND r.id IS NULL`)
	}
	return list(ctx, s, scanQuestion, questionQuery+q.text()+` ORDER BY CASE WHEN a.id IS NULL AND r.id IS NULL THEN 0 ELSE 1 END,
		CASE WHEN a.id IS NULL AND r.id IS NULL THEN q.due ELSE -q.seq END, q.id`+q.most(pageSize(f.Limit, 100)), q.args...)
}

// Consulted reports whether a colleague has asked a person about a draft or a conversation, and not taken it back.
func (s *Store) Consulted(ctx context.Context, thing, person string) (bool, error) {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM counsel_inquiry q WHERE (q.draft = $1 OR q.conversation = $1) AND q.given_to = $2
		AND NOT EXISTS (SELECT 1 FROM counsel_recall r WHERE r.inquiry = q.id)`, thing, person)
	return n > 0, err
}

// Involved reports whether a conversation was ever given to a person, or she was ever asked about it.
func (s *Store) Involved(ctx context.Context, conversation, person string) (bool, error) {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM counsel_inquiry q WHERE q.conversation = $1 AND q.given_to = $2`, conversation, person)
	if err != nil || n > 0 {
		return n > 0, err
	}
	n, err = one(ctx, s, number, `SELECT COUNT(*) FROM inbox_assignment a WHERE a.conversation = $1 AND a.given_to = $2`, conversation, person)
	return n > 0, err
}

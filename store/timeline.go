package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"tilltal/desk"
	"tilltal/desk/inbox"
)

// What a conversation's page shows: turns, notes and what was done, in one story.

const turnColumns = `t.id, t.conversation, t.remote, t.ours, t.who, t.versions, t.deleted, t.needs, t.at,
	COALESCE(v.in_reply_to, ''), COALESCE(v.who_name, ''), COALESCE(v.html, ''), COALESCE(v.text, ''), COALESCE(v.language, ''), COALESCE(v.visibility, ''),
	COALESCE(v.envelope, '')`

const turnTables = ` FROM turn_now t LEFT JOIN inbox_said v ON v.id = t.said`

func scanTurn(rows *sql.Rows) (t inbox.Turn, err error) {
	var ours, deleted, at int64
	if err := rows.Scan(&t.ID, &t.Conversation, &t.Remote, &ours, &t.By, &t.Version, &deleted, &t.Needs, &at, &t.InReplyTo, &t.ByName, &t.HTML, &t.Text,
		&t.Language, &t.Visibility, &t.Envelope); err != nil {
		return t, err
	}
	t.Ours, t.DeletedAt, t.At = ours != 0, fromMicro(deleted), fromMicro(at)
	return t, nil
}

// turns reads turns; what is ours is read where it was published.
func (s *Store) turns(ctx context.Context, condition string, args ...any) ([]inbox.Turn, error) {
	all, err := list(ctx, s, scanTurn, `SELECT `+turnColumns+turnTables+` WHERE `+condition, args...)
	if err != nil {
		return nil, err
	}
	for i, t := range all {
		if !t.Ours {
			continue
		}
		p, err := s.Post(ctx, t.ID)
		if err != nil {
			return nil, err
		}
		ours := inbox.OurTurn(p.Publication)
		ours.Conversation, ours.Text, ours.DeletedAt, ours.Version = t.Conversation, p.Text(), t.DeletedAt, t.Version+len(p.Corrections)
		all[i] = ours
	}
	return all, s.markTurns(ctx, all)
}

// Timeline returns what has been said and done in a conversation, newest first: see [inbox.Shelves].
func (s *Store) Timeline(ctx context.Context, conversation, after string, limit int) (desk.Page[inbox.Item], error) {
	before, last := int64(never), ""
	if after != "" {
		var err error
		if before, last, err = readCursor(after); err != nil {
			return desk.Page[inbox.Item]{}, err
		}
	}
	limit = pageSize(limit, 100)
	turns, err := s.turns(ctx, `t.conversation = $1 AND (t.at, t.id) < ($2, $3) ORDER BY t.at DESC, t.id DESC LIMIT CAST($4 AS BIGINT)`, conversation, before, last, limit+1)
	if err != nil {
		return desk.Page[inbox.Item]{}, err
	}
	items, err := list(ctx, s, scanItem, `SELECT id, at, kind, who, other, words FROM (`+events+`) AS d WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT CAST($4 AS BIGINT)`,
		conversation, before, last, limit+1)
	if err != nil {
		return desk.Page[inbox.Item]{}, err
	}
	for _, t := range turns {
		items = append(items, inbox.Item{At: t.At, ID: t.ID, Kind: inbox.ItemTurn, Turn: &t})
	}
	slices.SortFunc(items, func(a, b inbox.Item) int { return -cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	page := desk.Page[inbox.Item]{Items: items}
	if len(items) > limit {
		page.Items = items[:limit]
		page.Next = cursor(micro(items[limit-1].At), items[limit-1].ID)
	}
	return page, nil
}

// events is everything done in a conversation, and in those joined into it.
const events = `
	SELECT n.id, n.at, 'note' AS kind, n.who, '' AS other, n.text AS words FROM inbox_note n WHERE n.conversation IN (` + joinedInto + `)
	UNION ALL SELECT n.id, n.at, 'assigned', n.who, n.given_to, '' FROM inbox_assignment n WHERE n.conversation IN (` + joinedInto + `)
	UNION ALL SELECT n.id, n.at, 'classified', n.who, n.kind, n.why FROM inbox_classification n WHERE n.conversation IN (` + joinedInto + `)
	UNION ALL SELECT n.id, n.at, 'closed', n.who, n.outcome, n.words FROM inbox_closure n WHERE n.conversation IN (` + joinedInto + `)
	UNION ALL SELECT n.id, n.at, 'reopened', n.who, '', n.why FROM inbox_reopening n WHERE n.conversation IN (` + joinedInto + `)
	UNION ALL SELECT n.id, n.at, 'acknowledged', '', '', '' FROM inbox_acknowledgement n WHERE n.conversation IN (` + joinedInto + `)
	UNION ALL SELECT n.id, n.at, 'joined', '', n.conversation, '' FROM inbox_joining n WHERE n.into_other = $1`

const joinedInto = `SELECT $1 UNION ALL SELECT id FROM conversation_now WHERE joined = $1 AND joined <> ''`

func scanItem(rows *sql.Rows) (i inbox.Item, err error) {
	var at int64
	err = rows.Scan(&i.ID, &at, &i.Kind, &i.By, &i.To, &i.Text)
	i.At = fromMicro(at)
	return i, err
}

// Versions returns every version of a turn: see [inbox.Shelves].
func (s *Store) Versions(ctx context.Context, turn string) ([]inbox.Said, error) {
	return list(ctx, s, func(rows *sql.Rows) (f inbox.Said, err error) {
		var ours, deleted, stands, at int64
		var marks string
		if err := rows.Scan(&f.ID, &f.Turn, &f.Version, &f.Conversation, &f.Remote, &f.InReplyTo, &ours, &f.By, &f.ByName, &f.HTML, &f.Text, &f.Language,
			&f.Visibility, &deleted, &f.Stamp, &stands, &marks, &f.Envelope, &at); err != nil {
			return f, err
		}
		f.Ours, f.Deleted, f.Stands, f.At = ours != 0, deleted != 0, stands != 0, fromMicro(at)
		return f, json.Unmarshal([]byte(marks), &f.Marks)
	}, `SELECT id, turn, version, conversation, remote, in_reply_to, ours, who, who_name, html, text, language, visibility, deleted, stamp, stands, marks, envelope, at
		FROM inbox_said WHERE turn = $1 ORDER BY version`, turn)
}

// LastAsked returns the newest turn of the citizens' that stands: see [inbox.Shelves].
func (s *Store) LastAsked(ctx context.Context, conversation string) (inbox.Turn, error) {
	all, err := s.turns(ctx, `t.conversation = $1 AND t.ours = 0 AND t.deleted = 0 ORDER BY t.at DESC, t.id DESC LIMIT 1`, conversation)
	if err != nil || len(all) == 0 {
		return inbox.Turn{}, cmp.Or(err, error(missing))
	}
	return all[0], nil
}

// Answered returns our turns in a conversation, the oldest first: see [inbox.Forms].
func (s *Store) Answered(ctx context.Context, conversation string) ([]inbox.Turn, error) {
	return s.turns(ctx, `t.conversation = $1 AND t.ours = 1 ORDER BY t.at, t.id`, conversation)
}

// Replies returns what has been said in public under a post, by citizens and by us, the oldest first: see [inbox.Shelves].
func (s *Store) Replies(ctx context.Context, post, after string, limit int) (desk.Page[inbox.Turn], error) {
	from, last := int64(-1), ""
	if after != "" {
		var err error
		if from, last, err = readCursor(after); err != nil {
			return desk.Page[inbox.Turn]{}, err
		}
	}
	limit = pageSize(limit, 50)
	all, err := s.turns(ctx, `t.post = $1 AND t.post <> '' AND t.shown = 1 AND (t.at, t.id) > ($2, $3) ORDER BY t.at, t.id LIMIT CAST($4 AS BIGINT)`, post, from, last, limit+1)
	page := desk.Page[inbox.Turn]{Items: all}
	if len(all) > limit {
		page.Items = all[:limit]
		page.Next = cursor(micro(all[limit-1].At), all[limit-1].ID)
	}
	return page, err
}

// Slip finds a receipt: see [inbox.Forms].
func (s *Store) Slip(ctx context.Context, hash string) (e inbox.Envelope, conversation string, err error) {
	e, err = one(ctx, s, scanEnvelope, `SELECT `+envelopeColumns+` FROM inbox_slip p JOIN envelope e ON e.id = p.envelope WHERE p.hash = $1`, hash)
	if err != nil {
		return e, "", err
	}
	found, err := list(ctx, s, scanWord, `SELECT CASE WHEN c.joined <> '' THEN c.joined ELSE c.id END FROM inbox_sorting o JOIN conversation_now c ON c.id = o.conversation
		WHERE o.envelope = $1`, e.ID)
	if err != nil || len(found) == 0 {
		return e, "", err
	}
	return e, found[0], nil
}

// Contact returns how the citizen of a conversation asked to be reached: see [inbox.Forms].
func (s *Store) Contact(ctx context.Context, conversation string) (string, error) {
	found, err := list(ctx, s, scanWord, `SELECT k.words FROM inbox_sorting o JOIN inbox_contact k ON k.envelope = o.envelope WHERE o.conversation = $1 AND o.conversation <> '' LIMIT 1`, conversation)
	if err != nil || len(found) == 0 {
		return "", err
	}
	return found[0], nil
}

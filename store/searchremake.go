package store

import (
	"context"
	"database/sql"

	"tilltal/desk/draft"
	"tilltal/desk/inbox"
)

// The search is derived: a backup leaves it out, and it is made again from the facts by whoever opens a desk that has texts
// and no words to find them by.

// texts are where searchable texts lie, in the order of the ledger. The numbers say which source a row is from.
const texts = `SELECT seq, 0, id FROM inbox_said WHERE deleted = 0 UNION ALL SELECT seq, 1, id FROM inbox_note
	UNION ALL SELECT seq, 2, id FROM publication p WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.post = p.id)
	UNION ALL SELECT seq, 3, id FROM correction c WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.post = c.post)`

// textSources read the text of one row of each source: thing, whose conversation it is if any, account, text, what is shown, and when.
var textSources = [...]string{
	`SELECT conversation, conversation, '', who_name || ' ' || text, text, at FROM inbox_said WHERE id = $1`,
	`SELECT conversation, conversation, '', text, text, at FROM inbox_note WHERE id = $1`,
	`SELECT id, conversation, account, content, content, at FROM publication WHERE id = $1`,
	`SELECT post, '', account, said_wrong || ' ' || said_right || ' ' || new_text, said_right, at FROM correction WHERE id = $1`,
}

// source is where one text lies.
type source struct {
	seq   int64
	table int
	id    string
}

// remakeSearch makes the search again if it is empty while there are texts.
func (s *Store) remakeSearch(ctx context.Context) error {
	n, err := one(ctx, s, number, `SELECT CASE WHEN EXISTS (SELECT 1 FROM search_now) THEN 0 WHEN EXISTS (SELECT 1 FROM inbox_said) THEN 1
		WHEN EXISTS (SELECT 1 FROM publication) THEN 1 ELSE 0 END`)
	if err != nil || n == 0 {
		return err
	}
	all, err := list(ctx, s, func(rows *sql.Rows) (p source, err error) {
		err = rows.Scan(&p.seq, &p.table, &p.id)
		return p, err
	}, `SELECT * FROM (`+texts+`) AS t ORDER BY 1`)
	if err != nil {
		return err
	}
	for len(all) > 0 {
		some := all[:min(500, len(all))]
		err := s.write(ctx, func(ctx context.Context, w *writer) error {
			if err := w.lock(ctx); err != nil {
				return err
			}
			for _, p := range some {
				if err := w.indexAgain(ctx, p); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		all = all[len(some):]
	}
	return nil
}

func (w *writer) indexAgain(ctx context.Context, p source) error {
	f := found{kind: inbox.HitConversation, seq: p.seq}
	var conversation string
	if err := w.get(ctx, []any{&f.thing, &conversation, &f.account, &f.text, &f.show, &f.at}, textSources[p.table], p.id); err != nil {
		return err
	}
	if p.table == 2 {
		var c draft.Content
		if err := fromJSON(f.text, &c); err != nil {
			return err
		}
		f.text, f.show = c.Text, c.Text
	}
	if conversation == "" {
		f.kind = inbox.HitPost
	} else {
		f.thing = conversation
	}
	return w.index(ctx, f)
}

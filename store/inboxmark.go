package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"tilltal/desk/inbox"
)

// What is marked in what citizens say: see desk/inbox/mark.go.

var markTables = []table{
	then(fact("inbox_remark", "id, turn, conversation, mark, stands, why, who, at", func(m inbox.Remark) []any {
		return []any{m.ID, m.Turn, m.Conversation, m.Mark, flag(m.Stands), m.Why, m.By, micro(m.At)}
	}), remarkFollows),
	fact("inbox_breaker", "id, mark, day, count, at", func(b inbox.Breaker) []any {
		return []any{b.ID, b.Mark, b.Day, int64(b.Count), micro(b.At)}
	}),
}

// markExtras are what is derived from facts of the inbox itself.
var markExtras = []extra{also(saidMarked), also(joiningMarked)}

func remarkFollows(ctx context.Context, w *writer, m inbox.Remark) error {
	if !m.Stands {
		_, err := w.exec(ctx, `DELETE FROM mark_now WHERE turn = $1 AND mark = $2`, m.Turn, m.Mark)
		return err
	}
	return w.markTurn(ctx, m.Turn, m.Mark, m.By, micro(m.At))
}

// saidMarked lets the marks of the version that stands be the turn's. What a person has set stays, and what a person has taken
// away does not come back with an edit.
func saidMarked(ctx context.Context, w *writer, f inbox.Said) error {
	if f.Deleted || !f.Stands {
		return nil
	}
	if f.Version > 1 {
		if _, err := w.exec(ctx, `DELETE FROM mark_now WHERE turn = $1 AND who = ''`, f.Turn); err != nil {
			return err
		}
	}
	for _, mark := range f.Marks {
		if err := w.markTurn(ctx, f.Turn, mark, "", micro(w.store.clock.Now())); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) markTurn(ctx context.Context, turn, mark, who string, at int64) error {
	_, err := w.exec(ctx, `INSERT INTO mark_now (turn, conversation, mark, who, at) SELECT t.id, t.conversation, $2, $3, $4 FROM turn_now t
		WHERE t.id = $1 AND ($3 <> '' OR NOT EXISTS (SELECT 1 FROM inbox_remark m WHERE m.turn = $1 AND m.mark = $2)) ON CONFLICT DO NOTHING`, turn, mark, who, at)
	return err
}

func joiningMarked(ctx context.Context, w *writer, f inbox.Joining) error {
	_, err := w.exec(ctx, `UPDATE mark_now SET conversation = $2 WHERE conversation = $1`, f.Conversation, f.Into)
	return err
}

// Marked counts what has been marked since a day began: see [inbox.Store].
func (s *Store) Marked(ctx context.Context, day string, began time.Time) (m inbox.Marked, err error) {
	m.Counts = map[string]int{}
	_, err = list(ctx, s, func(rows *sql.Rows) (none struct{}, err error) {
		var mark string
		var n int
		err = rows.Scan(&mark, &n)
		m.Counts[mark] = n
		return none, err
	}, `SELECT mark, COUNT(*) FROM mark_now WHERE at >= $1 AND who = '' GROUP BY mark`, micro(began))
	if err != nil {
		return m, err
	}
	m.Broken, err = list(ctx, s, text, `SELECT mark FROM inbox_breaker WHERE day = $1 GROUP BY mark ORDER BY mark`, day)
	return m, err
}

// MarksOf returns the marks that stand in some conversations: see [inbox.Store].
func (s *Store) MarksOf(ctx context.Context, conversations []string) (map[string]map[string]bool, error) {
	out := map[string]map[string]bool{}
	for some := range slices.Chunk(conversations, 100) {
		var q where
		q.in(`conversation`, some)
		pairs, err := list(ctx, s, scanPair, `SELECT DISTINCT conversation, mark FROM mark_now`+q.text(), q.args...)
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			if out[p[0]] == nil {
				out[p[0]] = map[string]bool{}
			}
			out[p[0]][p[1]] = true
		}
	}
	return out, nil
}

// Turn returns one turn: see [inbox.Store].
func (s *Store) Turn(ctx context.Context, id string) (inbox.Turn, error) {
	all, err := s.turns(ctx, `t.id = $1`, id)
	if err != nil {
		return inbox.Turn{}, err
	}
	if len(all) == 0 {
		return inbox.Turn{}, missing
	}
	return all[0], nil
}

// markTurns adds the marks that stand to turns of citizens.
func (s *Store) markTurns(ctx context.Context, turns []inbox.Turn) error {
	at := map[string]*inbox.Turn{}
	var ids []string
	for i := range turns {
		if turns[i].Marks = nil; !turns[i].Ours {
			at[turns[i].ID] = &turns[i]
			ids = append(ids, turns[i].ID)
		}
	}
	for some := range slices.Chunk(ids, 100) {
		var q where
		q.in(`turn`, some)
		_, err := list(ctx, s, func(rows *sql.Rows) (none struct{}, err error) {
			var turn, mark, who string
			if err = rows.Scan(&turn, &mark, &who); err != nil {
				return none, err
			}
			t := at[turn]
			t.Marks = append(t.Marks, mark)
			if who != "" {
				if t.MarkedBy == nil {
					t.MarkedBy = map[string]string{}
				}
				t.MarkedBy[mark] = who
			}
			return none, nil
		}, `SELECT turn, mark, who FROM mark_now`+q.text()+` ORDER BY turn, mark`, q.args...)
		if err != nil {
			return err
		}
	}
	return nil
}

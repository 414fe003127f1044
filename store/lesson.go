package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/desk"
	"tilltal/desk/lesson"
)

var lessonTables = []table{
	fact("lesson_note", "id, account, sort, way, happened, next, at", func(n lesson.Note) []any {
		return []any{n.ID, n.Account, n.Sort, n.Way, n.Happened, n.Next, micro(n.At)}
	}),
	fact("lesson_left", "id, post, account, why, who, at", func(l lesson.Left) []any {
		return []any{l.ID, l.Post, l.Account, l.Why, l.By, micro(l.At)}
	}),
}

const noteQuery = `SELECT id, account, sort, way, happened, next, at FROM lesson_note `

func scanNote(rows *sql.Rows) (n lesson.Note, err error) {
	var at int64
	err = rows.Scan(&n.ID, &n.Account, &n.Sort, &n.Way, &n.Happened, &n.Next, &at)
	n.At = fromMicro(at)
	return n, err
}

// Notes lists learning notes, the newest first: see [lesson.Store].
func (s *Store) Notes(ctx context.Context, account, after string, limit int) (page desk.Page[lesson.Note], err error) {
	page.Items, err = list(ctx, s, scanNote, noteQuery+`WHERE ($1 = '' OR account = $1) AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3`, account, after, int64(limit)+1)
	if len(page.Items) > limit {
		page.Items = page.Items[:limit]
		page.Next = page.Items[limit-1].ID
	}
	return page, err
}

// NotesSince lists the notes written since a moment.
func (s *Store) NotesSince(ctx context.Context, since time.Time) ([]lesson.Note, error) {
	return list(ctx, s, scanNote, noteQuery+`WHERE at >= $1 ORDER BY id`, micro(since))
}

// LeftAs returns the newest decision to leave a post as it is.
func (s *Store) LeftAs(ctx context.Context, post string) (lesson.Left, error) {
	return one(ctx, s, func(rows *sql.Rows) (l lesson.Left, err error) {
		var at int64
		err = rows.Scan(&l.ID, &l.Post, &l.Account, &l.Why, &l.By, &at)
		l.At = fromMicro(at)
		return l, err
	}, `SELECT id, post, account, why, who, at FROM lesson_left WHERE post = $1 ORDER BY seq DESC LIMIT 1`, post)
}

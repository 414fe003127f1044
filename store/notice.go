package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"tilltal/base/push"
	"tilltal/desk"
	"tilltal/desk/notice"
)

// Notices are operational: what they tell of is on the record, and who has been told of it is kept for a while.

const noticeColumns = `id, event, person, kind, who, account, detail, path, desk, alarm, at, read_at`

func scanNotice(rows *sql.Rows) (n notice.Notice, err error) {
	var onDesk, alarm, at, read int64
	err = rows.Scan(&n.ID, &n.Event, &n.Person, &n.Kind, &n.By, &n.Account, &n.Detail, &n.Path, &onDesk, &alarm, &at, &read)
	n.Desk, n.Alarm, n.At, n.ReadAt = onDesk != 0, alarm != 0, fromMicro(at), fromMicro(read)
	return n, err
}

// NoticeMark returns how far the record has been read for notices: see [notice.Store].
func (s *Store) NoticeMark(ctx context.Context) (int64, error) {
	return one(ctx, s, number, `SELECT upto FROM notice_mark WHERE id = 1`)
}

// EntriesOfKinds returns entries of some kinds after a number: see [notice.Store]. The kinds are words in the code, never input.
func (s *Store) EntriesOfKinds(ctx context.Context, after int64, kinds []string, limit int) (entries []desk.Entry, upto int64, err error) {
	if upto, err = s.Size(ctx); err != nil || upto <= after {
		return nil, after, err
	}
	entries, err = list(ctx, s, scanEntry, `SELECT `+entryColumns+` FROM ledger_entry WHERE seq > $1 AND seq <= $2 AND kind IN (`+quoted(kinds)+`)
		ORDER BY seq LIMIT CAST($3 AS BIGINT)`, after, upto, limit)
	if err == nil && len(entries) == limit {
		upto = entries[limit-1].Seq
	}
	return entries, upto, err
}

// Told reports whether a person has been told of an event.
func (s *Store) Told(ctx context.Context, event, person string) (bool, error) {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM notice WHERE event = $1 AND person = $2`, event, person)
	return n > 0, err
}

// Tell keeps notices once each, with their jobs, and moves the mark: see [notice.Store].
func (s *Store) Tell(ctx context.Context, all []notice.Telling, upto int64) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		told := false
		for _, t := range all {
			n, err := w.exec(ctx, `INSERT INTO notice (`+noticeColumns+`, mail, push) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13)
				ON CONFLICT DO NOTHING`, t.ID, t.Event, t.Person, t.Kind, tidy(t.By), tidy(t.Account), tidy(t.Detail), t.Path,
				flag(t.Desk), flag(t.Alarm), micro(t.At), flag(t.Mail), flag(t.Push))
			if err != nil {
				return err
			}
			told = told || n > 0
			for _, j := range t.Jobs {
				if n == 0 {
					break
				}
				if err := w.queue(ctx, j); err != nil {
					return err
				}
			}
		}
		if told {
			if err := w.turnNotices(ctx); err != nil {
				return err
			}
		}
		_, err := w.exec(ctx, `UPDATE notice_mark SET upto = $1 WHERE id = 1 AND upto < $1`, upto)
		return err
	})
}

// tidy makes a text what both databases can keep.
func tidy(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// Notices lists what a person is shown, the newest first.
func (s *Store) Notices(ctx context.Context, person, after string, limit int) (desk.Page[notice.Notice], error) {
	limit = pageSize(limit, 50)
	q := where{}
	q.and(`person = ? AND desk = 1`, person)
	if err := q.after(`at`, `id`, after); err != nil {
		return desk.Page[notice.Notice]{}, err
	}
	all, err := list(ctx, s, scanNotice, `SELECT `+noticeColumns+` FROM notice`+q.text()+` ORDER BY at DESC, id DESC`+q.most(limit+1), q.args...)
	page := desk.Page[notice.Notice]{Items: all}
	if len(all) > limit {
		page.Items = all[:limit]
		page.Next = cursor(micro(all[limit-1].At), all[limit-1].ID)
	}
	return page, err
}

// Notice returns one of a person's notices.
func (s *Store) Notice(ctx context.Context, person, id string) (notice.Notice, error) {
	return one(ctx, s, scanNotice, `SELECT `+noticeColumns+` FROM notice WHERE person = $1 AND id = $2`, person, id)
}

// Unread counts what a person is shown and has not read.
func (s *Store) Unread(ctx context.Context, person string) (int, error) {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM notice WHERE person = $1 AND read_at = 0 AND desk = 1`, person)
	return int(n), err
}

// ReadNotices notes that a person has read some, or all when none is named.
func (s *Store) ReadNotices(ctx context.Context, person string, ids []string, at time.Time) error {
	q := where{}
	read := q.arg(micro(at))
	q.and(`person = ? AND read_at = 0`, person)
	q.in(`id`, ids)
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		n, err := w.exec(ctx, `UPDATE notice SET read_at = `+read+q.text(), q.args...)
		if err != nil || n == 0 {
			return err
		}
		return w.turnNotices(ctx)
	})
}

// wayColumns are the columns that say what is to be sent which way.
var wayColumns = map[notice.Way]string{notice.ByMail: "mail", notice.ByPush: "push"}

// Unsent lists what a person is still to be told: see [notice.Store].
func (s *Store) Unsent(ctx context.Context, person string, way notice.Way) ([]notice.Notice, error) {
	return list(ctx, s, scanNotice, `SELECT `+noticeColumns+` FROM notice WHERE person = $1 AND read_at = 0 AND `+wayColumns[way]+` = 1 ORDER BY at, id LIMIT 500`, person)
}

// Sent notes that a person has been told that way.
func (s *Store) Sent(ctx context.Context, person string, way notice.Way, ids []string, _ time.Time) error {
	q := where{}
	q.and(`person = ?`, person)
	q.in(`id`, ids)
	return s.execute(ctx, `UPDATE notice SET `+wayColumns[way]+` = 0`+q.text(), q.args...)
}

// SweepNotices forgets those that are older.
func (s *Store) SweepNotices(ctx context.Context, before time.Time) error {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE at < $1 LIMIT 1) AS old`, micro(before))
	if err != nil || n == 0 {
		return err
	}
	return s.execute(ctx, `DELETE FROM notice WHERE at < $1`, micro(before))
}

// Choice returns how a person wants to be told.
func (s *Store) Choice(ctx context.Context, person string) (c notice.Choice, err error) {
	kept, err := one(ctx, s, text, `SELECT choice FROM notice_choice WHERE person = $1`, person)
	if err != nil {
		return c, err
	}
	return c, fromJSON(kept, &c)
}

// KeepChoice keeps how a person wants to be told.
func (s *Store) KeepChoice(ctx context.Context, person string, c notice.Choice) error {
	return s.execute(ctx, `INSERT INTO notice_choice (person, choice) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET choice = excluded.choice`, person, asJSON(c))
}

// Browsers lists where a person has asked to be told, the newest first.
func (s *Store) Browsers(ctx context.Context, person string) ([]notice.Browser, error) {
	return list(ctx, s, func(rows *sql.Rows) (b notice.Browser, err error) {
		var sealed []byte
		var at int64
		if err := rows.Scan(&b.ID, &b.Person, &b.Name, &b.Endpoint, &b.Public, &sealed, &at); err != nil {
			return b, err
		}
		auth, err := s.keys.Open("notice_browser/"+b.ID, sealed)
		b.Auth, b.At = string(auth), fromMicro(at)
		return b, err
	}, `SELECT id, person, name, endpoint, public, auth, at FROM notice_browser WHERE person = $1 ORDER BY at DESC, id`, person)
}

// KeepBrowser keeps a browser; one that is known already is hers from now on.
func (s *Store) KeepBrowser(ctx context.Context, b notice.Browser) error {
	sealed, err := s.keys.Seal("notice_browser/"+b.ID, []byte(b.Auth))
	if err != nil {
		return err
	}
	return s.execute(ctx, `INSERT INTO notice_browser (id, person, name, endpoint, public, auth, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (id) DO UPDATE SET person = excluded.person, name = excluded.name, endpoint = excluded.endpoint, public = excluded.public,
		auth = excluded.auth, at = excluded.at`, b.ID, b.Person, tidy(b.Name), tidy(b.Endpoint), b.Public, sealed, micro(b.At))
}

// DropBrowser forgets a browser.
func (s *Store) DropBrowser(ctx context.Context, id string) error {
	return s.execute(ctx, `DELETE FROM notice_browser WHERE id = $1`, id)
}

// PushKeys returns the keys that browsers know us by.
func (s *Store) PushKeys(ctx context.Context) (push.Keys, error) {
	return one(ctx, s, func(rows *sql.Rows) (k push.Keys, err error) {
		var sealed []byte
		if err := rows.Scan(&k.Public, &sealed); err != nil {
			return k, err
		}
		private, err := s.keys.Open("notice_key", sealed)
		k.Private = string(private)
		return k, err
	}, `SELECT public, sealed FROM notice_key WHERE id = 1`)
}

// KeepPushKeys keeps new keys unless there are some, and returns those that are kept.
func (s *Store) KeepPushKeys(ctx context.Context, k push.Keys) (push.Keys, error) {
	sealed, err := s.keys.Seal("notice_key", []byte(k.Private))
	if err != nil {
		return push.Keys{}, err
	}
	if err := s.execute(ctx, `INSERT INTO notice_key (id, public, sealed) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING`, k.Public, sealed); err != nil {
		return push.Keys{}, err
	}
	return s.PushKeys(ctx)
}

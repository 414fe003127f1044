package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"
	"time"

	"tilltal/desk"
	"tilltal/desk/inbox"
)

const talkColumns = `c.id, c.account, c.kind, c.kind_who, c.channel, c.post, c.with_uri, c.with_name, c.first, c.root, c.orphan, c.needs, c.opened, c.due,
	c.owner, c.answered, c.joined, c.last_at, c.turns, (SELECT COALESCE(MAX(e.seq), 0) FROM ledger_entry e WHERE e.subject = c.id),
	(SELECT COALESCE(MIN(d.at), 0) FROM inbox_departure d WHERE d.actor = c.with_uri AND c.with_uri <> ''),
	COALESCE(e.id, ''), COALESCE(e.outcome, ''), COALESCE(e.words, ''), COALESCE(e.who, ''), COALESCE(e.at, 0)`

const talkTables = ` FROM conversation_now c LEFT JOIN inbox_closure e ON e.id = c.closure`

func scanTalk(rows *sql.Rows) (c inbox.Conversation, err error) {
	var opened, due, answered, last, needs, left, ended int64
	var end inbox.Closure
	err = rows.Scan(&c.ID, &c.Account, &c.Kind, &c.KindBy, &c.Channel, &c.Post, &c.With, &c.WithName, &c.First, &c.Root, &c.Orphan, &needs, &opened, &due,
		&c.Owner, &answered, &c.Joined, &last, &c.Turns, &c.Seen, &left, &end.ID, &end.Outcome, &end.Words, &end.By, &ended)
	c.WithLeft = fromMicro(left)
	c.NeedsAnswer, c.OpenedAt, c.Due, c.AnsweredAt, c.LastAt = needs != 0, fromMicro(opened), fromDue(due), fromMicro(answered), fromMicro(last)
	if end.ID != "" {
		end.Conversation, end.At = c.ID, fromMicro(ended)
		c.Closure = &end
	}
	return c, err
}

// Conversation returns one conversation: see [inbox.Store].
func (s *Store) Conversation(ctx context.Context, id string) (inbox.Conversation, error) {
	return one(ctx, s, scanTalk, `SELECT `+talkColumns+talkTables+` WHERE c.id = $1`, id)
}

func (s *Store) conversations(ctx context.Context, column string, values []string) ([]inbox.Conversation, error) {
	if len(values) == 0 {
		return nil, nil
	}
	var q where
	q.in(column, values)
	return list(ctx, s, scanTalk, `SELECT `+talkColumns+talkTables+q.text(), q.args...)
}

// Conversations returns conversations in the order of the filter: see [inbox.Shelves]. A list over several accounts is put
// together from one list for each, so that every one of them is read along an index.
func (s *Store) Conversations(ctx context.Context, f inbox.Filter) (desk.Page[inbox.Conversation], error) {
	limit := pageSize(f.Limit, 50)
	accounts := f.Accounts
	if accounts == nil && f.Owner == "" {
		var err error
		if accounts, err = s.inboxAccounts(ctx); err != nil {
			return desk.Page[inbox.Conversation]{}, err
		}
	}
	if f.Owner != "" { // her own are few, and lie along her own index
		rows, err := s.stretch(ctx, f, f.Accounts, limit+1)
		return talkPage(rows, f, limit), err
	}
	if len(accounts) == 1 {
		rows, err := s.stretch(ctx, f, accounts, limit+1)
		return talkPage(rows, f, limit), err
	}
	return s.merged(ctx, f, accounts, limit)
}

// merged reads the first rows of each account's list along its index, and fetches those that come first of all.
func (s *Store) merged(ctx context.Context, f inbox.Filter, accounts []string, limit int) (page desk.Page[inbox.Conversation], err error) {
	all, err := s.foremost(ctx, f, accounts, limit+1)
	if err != nil {
		return page, err
	}
	slices.SortFunc(all, func(a, b ranked) int {
		c := cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.id, b.id))
		if f.Closed {
			return -c
		}
		return c
	})
	if len(all) > limit {
		all = all[:limit]
		page.Next = cursor(all[limit-1].rank, all[limit-1].id)
	}
	at := map[string]int{}
	ids := make([]string, len(all))
	for i, r := range all {
		at[r.id], ids[i] = i, r.id
	}
	rows, err := s.conversations(ctx, "c.id", ids)
	slices.SortFunc(rows, func(a, b inbox.Conversation) int { return at[a.ID] - at[b.ID] })
	page.Items = rows
	return page, err
}

// foremost reads the first rows of each account's list. SQLite keeps one question ready, which it is asked for each account. PostgreSQL is
// asked once for them all: what a short list costs there is the way to the database and the making of a plan.
func (s *Store) foremost(ctx context.Context, f inbox.Filter, accounts []string, limit int) (all []ranked, err error) {
	column := `c.due`
	if f.Closed {
		column = `c.last_at`
	}
	if s.engine == postgres {
		q := where{conditions: []string{`c.account = a.account`}}
		each := `unnest(CAST(` + q.arg(accounts) + ` AS TEXT[])) AS a (account)`
		order, err := stretchOf(&q, f)
		if err != nil {
			return nil, err
		}
		return list(ctx, s, scanRanked, `SELECT l.rank, l.id FROM `+each+` CROSS JOIN LATERAL (SELECT `+column+` AS rank, c.id FROM conversation_now c`+
			q.text()+order+s.firstOf(&q, limit)+`) AS l`, q.args...)
	}
	for _, a := range accounts {
		var q where
		q.and(`c.account = ?`, a)
		order, err := stretchOf(&q, f)
		if err != nil {
			return nil, err
		}
		rows, err := list(ctx, s, scanRanked, `SELECT `+column+`, c.id FROM conversation_now c`+q.text()+order+q.most(limit), q.args...)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// ranked is a row's place in a list.
type ranked struct {
	rank int64
	id   string
}

func scanRanked(rows *sql.Rows) (r ranked, err error) {
	err = rows.Scan(&r.rank, &r.id)
	return r, err
}

func (s *Store) inboxAccounts(ctx context.Context) ([]string, error) {
	return list(ctx, s, scanWord, `SELECT account FROM inbox_account_now ORDER BY account`)
}

func scanWord(rows *sql.Rows) (word string, err error) {
	err = rows.Scan(&word)
	return word, err
}

// rank is what a list is ordered by.
func rank(c inbox.Conversation, f inbox.Filter) int64 {
	if f.Closed {
		return micro(c.LastAt)
	}
	return dueMicro(c.Due)
}

func talkPage(rows []inbox.Conversation, f inbox.Filter, limit int) (page desk.Page[inbox.Conversation]) {
	page.Items = rows
	if len(rows) > limit {
		page.Items = rows[:limit]
		last := rows[limit-1]
		page.Next = cursor(rank(last, f), last.ID)
	}
	return page
}

// stretch reads a stretch of a list. The states stand in the text, for the indexes hold only rows of one state.
func (s *Store) stretch(ctx context.Context, f inbox.Filter, accounts []string, limit int) ([]inbox.Conversation, error) {
	var q where
	if len(accounts) == 1 {
		q.and(`c.account = ?`, accounts[0])
	} else {
		q.in(`c.account`, accounts)
	}
	order, err := stretchOf(&q, f)
	if err != nil {
		return nil, err
	}
	return list(ctx, s, scanTalk, `SELECT `+talkColumns+talkTables+q.text()+order+s.firstOf(&q, limit), q.args...)
}

// firstOf is the end of a list of conversations. PostgreSQL makes a plan once and keeps it, but not when the number of rows is left open:
// then it takes it for a tenth of the table, holds the kept plan for dear, and makes a new one each time as soon as the table is large.
func (s *Store) firstOf(q *where, rows int) string {
	if s.engine == postgres {
		return ` LIMIT ` + strconv.Itoa(rows)
	}
	return q.most(rows)
}

// stretchOf adds what a list asks for, whatever its accounts, and returns its order.
func stretchOf(q *where, f inbox.Filter) (order string, err error) {
	if f.Owner != "" {
		q.and(`c.owner = ? AND c.owner <> ''`, f.Owner)
	}
	if f.Unowned {
		q.and(`c.owner = ''`)
	}
	if f.Channel != "" {
		q.and(`c.channel = ?`, f.Channel)
	}
	if f.Closed {
		q.and(`c.state = 1`)
		return ` ORDER BY c.last_at DESC, c.id DESC`, q.after(`c.last_at`, `c.id`, f.After)
	}
	q.and(`c.state = 0`)
	if f.Waiting {
		q.and(`c.due < ?`, int64(never))
	}
	if !f.DueBy.IsZero() {
		q.and(`c.due <= ?`, micro(f.DueBy))
	}
	if f.After != "" {
		due, id, err := readCursor(f.After)
		if err != nil {
			return "", err
		}
		q.and(`(c.due, c.id) > (?, ?)`, due, id)
	}
	return ` ORDER BY c.due, c.id`, nil
}

// Tally counts what waits: see [inbox.Shelves].
func (s *Store) Tally(ctx context.Context, t inbox.TallyOf) (n inbox.Tally, err error) {
	accounts := t.Accounts
	if accounts == nil {
		if accounts, err = s.inboxAccounts(ctx); err != nil {
			return n, err
		}
	}
	now := micro(t.Now)
	mine, err := one(ctx, s, number, `SELECT COUNT(*) FROM (SELECT 1 FROM conversation_now WHERE state = 0 AND owner = $1 AND owner <> '' LIMIT 100) AS held`, t.Person)
	if err != nil {
		return n, err
	}
	n.Mine = int(mine)
	for some := range slices.Chunk(accounts, 50) {
		for into, q := range map[*int]where{
			&n.Unowned: heldAt(some, `owner = '' AND due < ?`, int64(never)),
			&n.Soon:    heldAt(some, `due >= ? AND due <= ?`, now, micro(t.Now.Add(inbox.Soon))),
			&n.Overdue: heldAt(some, `due < ?`, now),
		} {
			k, err := one(ctx, s, number, `SELECT `+strings.Join(q.conditions, ` + `), q.args...)
			if err != nil {
				return n, err
			}
			*into = min(*into+int(k), inbox.Plenty)
		}
	}
	n.Asked, n.Solved, err = s.askedSince(ctx, t.Accounts, t.Today)
	return n, err
}

// heldAt counts open conversations at each of some accounts, along its own index and no further than to plenty.
func heldAt(accounts []string, condition string, args ...any) (q where) {
	for _, a := range accounts {
		var one where
		one.args = q.args
		one.and(`account = ? AND `+condition, append([]any{a}, args...)...)
		q.args = one.args
		q.conditions = append(q.conditions, `(SELECT COUNT(*) FROM (SELECT 1 FROM conversation_now WHERE state = 0 AND `+one.conditions[0]+` LIMIT 100) AS held)`)
	}
	return q
}

func (s *Store) askedSince(ctx context.Context, accounts []string, since time.Time) (asked, solved int, err error) {
	var q where
	q.and(`at >= ? AND dropped = 0 AND account <> ''`, micro(since))
	q.in(`account`, accounts)
	rows, err := list(ctx, s, func(rows *sql.Rows) (p [2]int, err error) {
		err = rows.Scan(&p[0], &p[1])
		return p, err
	}, `SELECT COUNT(*), COALESCE(SUM(CASE WHEN answered > 0 THEN 1 ELSE 0 END), 0) FROM need_now`+q.text(), q.args...)
	if err != nil {
		return 0, 0, err
	}
	return rows[0][0], rows[0][1], nil
}

// Look notes that somebody has a conversation open, and returns who else has: see [inbox.Store].
func (s *Store) Look(ctx context.Context, p inbox.Presence, since time.Time) ([]inbox.Presence, error) {
	err := s.write(ctx, func(ctx context.Context, w *writer) error {
		if _, err := w.exec(ctx, `DELETE FROM presence WHERE at < $1`, micro(since)); err != nil {
			return err
		}
		_, err := w.exec(ctx, `INSERT INTO presence (conversation, person, at) VALUES ($1, $2, $3)
			ON CONFLICT (conversation, person) DO UPDATE SET at = excluded.at`, p.Conversation, p.Person, micro(p.At))
		return err
	})
	if err != nil {
		return nil, err
	}
	return list(ctx, s, func(rows *sql.Rows) (o inbox.Presence, err error) {
		var at int64
		err = rows.Scan(&o.Conversation, &o.Person, &at)
		o.At = fromMicro(at)
		return o, err
	}, `SELECT conversation, person, at FROM presence WHERE conversation = $1 AND person <> $2 AND at >= $3 ORDER BY at DESC`, p.Conversation, p.Person, micro(since))
}

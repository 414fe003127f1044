package store

import (
	"context"
	"database/sql"
	"strings"

	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
)

const postColumns = `SELECT p.id, p.account, p.draft, p.version, p.hash, p.content, p.curator, p.in_reply_to, p.conversation, p.direct, p.who, p.at,
	COALESCE(w.id, ''), COALESCE(w.ground, ''), COALESCE(w.reason, ''), COALESCE(w.told, ''), COALESCE(w.who, ''), COALESCE(w.at, 0),
	(SELECT COALESCE(MAX(e.seq), 0) FROM ledger_entry e WHERE e.subject = p.id) `

func scanPost(rows *sql.Rows) (p publish.Post, err error) {
	var content, curator string
	var at, gone int64
	var w publish.Withdrawal
	if err := rows.Scan(&p.ID, &p.Account, &p.Draft, &p.Version, &p.Hash, &content, &curator, &p.InReplyTo, &p.Conversation, &p.Direct, &p.By, &at,
		&w.ID, &w.Ground, &w.Reason, &w.Public, &w.By, &gone, &p.Seen); err != nil {
		return p, err
	}
	p.At = fromMicro(at)
	if w.ID != "" {
		w.Post, w.Account, w.At = p.ID, p.Account, fromMicro(gone)
		p.Withdrawal = &w
	}
	if err := fromJSON(content, &p.Content); err != nil {
		return p, err
	}
	if p.Withdrawal != nil { // what it said is sealed: see store/sealed.go
		p.Content = draft.Content{Language: p.Content.Language}
	}
	return p, fromJSON(curator, &p.Curator)
}

// Post returns one post: see [publish.Shelf].
func (s *Store) Post(ctx context.Context, id string) (publish.Post, error) {
	p, err := one(ctx, s, scanPost, postColumns+`FROM publication p LEFT JOIN withdrawal w ON w.post = p.id WHERE p.id = $1`, id)
	if err != nil {
		return publish.Post{}, err
	}
	posts := []publish.Post{p}
	err = s.addCorrections(ctx, posts)
	return posts[0], err
}

// addCorrections puts the corrections of posts beside them.
func (s *Store) addCorrections(ctx context.Context, posts []publish.Post) error {
	if len(posts) == 0 {
		return nil
	}
	byID := make(map[string]*publish.Post, len(posts))
	ids := make([]string, len(posts))
	for i := range posts {
		ids[i] = posts[i].ID
		if posts[i].Withdrawal == nil {
			byID[posts[i].ID] = &posts[i]
		}
	}
	q := where{}
	q.in(`c.post`, ids)
	all, err := list(ctx, s, scanCorrection, correctionColumns+`FROM correction c`+q.text()+` ORDER BY c.seq`, q.args...)
	for _, c := range all {
		if p := byID[c.Post]; p != nil {
			p.Corrections = append(p.Corrections, c)
		}
	}
	return err
}

const correctionColumns = `SELECT c.id, c.post, c.account, c.draft, c.version, c.hash, c.said_wrong, c.said_right, c.said_why, c.said_now, c.new_text, c.curator, c.at `

func scanCorrection(rows *sql.Rows) (c publish.Correction, err error) {
	var curator string
	var at int64
	if err := rows.Scan(&c.ID, &c.Post, &c.Account, &c.Draft, &c.Version, &c.Hash, &c.Wrong, &c.Right, &c.Why, &c.Now, &c.Text, &curator, &at); err != nil {
		return c, err
	}
	c.At = fromMicro(at)
	return c, fromJSON(curator, &c.Signature)
}

// postList is where a list of posts is read, which rows of it, and the column with the post's id. The newest comes first by
// the column at and then by that one.
func postList(l publish.List) (from string, q where, id string) {
	if l.Conversation != "" { // private answers are in no list but this
		q.and(`n.conversation = ?`, l.Conversation)
		if !l.Withdrawn {
			q.and(`NOT EXISTS (SELECT 1 FROM withdrawal x WHERE x.post = n.id)`)
		}
		return `FROM publication n`, q, `n.id`
	}
	from, id = `FROM post_now n`, `n.id`
	if l.Topic != "" {
		from, id = `FROM post_topic_now n`, `n.post`
		q.and(`n.topic = ?`, draft.TopicKey(l.Topic))
	}
	if l.Account != "" {
		q.and(`n.account = ?`, l.Account)
	}
	if !l.Answers {
		q.and(`n.answer = 0`)
	}
	if !l.Withdrawn {
		q.and(`n.withdrawn = 0`)
	}
	return from, q, id
}

// Posts lists posts, the newest first: see [publish.Shelf].
func (s *Store) Posts(ctx context.Context, l publish.List) (desk.Page[publish.Post], error) {
	from, q, id := postList(l)
	if err := q.after(`n.at`, id, l.After); err != nil {
		return desk.Page[publish.Post]{}, err
	}
	limit := pageSize(l.Limit, 20)
	posts, err := list(ctx, s, scanPost, postColumns+from+` JOIN publication p ON p.id = `+id+` LEFT JOIN withdrawal w ON w.post = p.id`+
		q.text()+` ORDER BY n.at DESC, `+id+` DESC`+q.most(limit+1), q.args...)
	if err != nil {
		return desk.Page[publish.Post]{}, err
	}
	page := desk.Page[publish.Post]{Items: posts}
	if len(posts) > limit {
		last := posts[limit-1]
		page.Items, page.Next = posts[:limit], cursor(micro(last.At), last.ID)
	}
	return page, s.addCorrections(ctx, page.Items)
}

// CountPosts counts what Posts lists, over all pages.
func (s *Store) CountPosts(ctx context.Context, l publish.List) (int, error) {
	from, q, _ := postList(l)
	n, err := one(ctx, s, number, `SELECT COUNT(*) `+from+q.text(), q.args...)
	return int(n), err
}

// Topics lists topics: see [publish.Shelf].
func (s *Store) Topics(ctx context.Context, account string) ([]publish.Topic, error) {
	q := where{}
	q.and(`n.withdrawn = 0`)
	if account != "" {
		q.and(`n.account = ?`, account)
	}
	return list(ctx, s, func(rows *sql.Rows) (t publish.Topic, err error) { return t, rows.Scan(&t.Key, &t.Title, &t.Posts) },
		`SELECT n.topic, (SELECT m.title FROM post_topic_now m WHERE m.topic = n.topic ORDER BY m.at DESC, m.post DESC LIMIT 1), COUNT(*)
		FROM post_topic_now n`+q.text()+` GROUP BY n.topic ORDER BY COUNT(*) DESC, n.topic`, q.args...)
}

// Corrections lists corrections of posts that stand, the newest first: see [publish.Shelf].
func (s *Store) Corrections(ctx context.Context, l publish.List) (desk.Page[publish.Correction], error) {
	q := where{}
	q.and(`n.withdrawn = 0`)
	if l.Account != "" {
		q.and(`c.account = ?`, l.Account)
	}
	if err := q.after(`c.at`, `c.id`, l.After); err != nil {
		return desk.Page[publish.Correction]{}, err
	}
	limit := pageSize(l.Limit, 20)
	all, err := list(ctx, s, scanCorrection, correctionColumns+`FROM correction c JOIN post_now n ON n.id = c.post`+q.text()+
		` ORDER BY c.at DESC, c.id DESC`+q.most(limit+1), q.args...)
	page := desk.Page[publish.Correction]{Items: all}
	if len(all) > limit {
		page.Items, page.Next = all[:limit], cursor(micro(all[limit-1].At), all[limit-1].ID)
	}
	return page, err
}

// AnsweredSince reports whether an answer was published in a conversation: see [publish.Store].
func (s *Store) AnsweredSince(ctx context.Context, conversation string, heard int64) (bool, error) {
	n, err := list(ctx, s, number, `SELECT 1 FROM publication WHERE conversation = $1 AND seq > $2 LIMIT 1`, conversation, heard)
	return len(n) > 0, err
}

// Planned lists what is to go out, or went out, in a span of time: see [publish.Shelf]. Drafts that nobody has given a time
// are not in any calendar.
func (s *Store) Planned(ctx context.Context, span publish.Span) ([]publish.Slot, error) {
	q := where{}
	q.and(`n.due >= ? AND n.due < ?`, max(1, micro(span.From)), micro(span.To))
	q.in(`n.account`, span.Accounts)
	return list(ctx, s, scanSlot, `SELECT n.due, n.account, n.id, d.kind, n.state, n.author, v.content,
		COALESCE((SELECT p.id FROM publication p WHERE p.draft = d.id), (SELECT c.post FROM correction c WHERE c.draft = d.id), ''),
		`+sealedPost+`,
		COALESCE((SELECT t.wall FROM publish_schedule t WHERE t.draft = d.id ORDER BY t.seq DESC LIMIT 1),
			(SELECT u.wall FROM draft_submission u WHERE u.draft = d.id ORDER BY u.seq DESC LIMIT 1), '')
		FROM draft_now n JOIN draft d ON d.id = n.id
		JOIN draft_version v ON v.draft = d.id AND v.number = (SELECT MAX(m.number) FROM draft_version m WHERE m.draft = d.id AND m.aside = 0)`+
		q.text()+` ORDER BY n.due, n.id LIMIT 1000`, q.args...)
}

func scanSlot(rows *sql.Rows) (p publish.Slot, err error) {
	var due int64
	var content, wall, sealed string
	if err := rows.Scan(&due, &p.Account, &p.Draft, &p.Kind, &p.State, &p.Author, &content, &p.Post, &sealed, &wall); err != nil {
		return p, err
	}
	var c draft.Content
	if err := fromJSON(content, &c); err != nil {
		return p, err
	}
	p.At = fromMicro(due)
	if p.Sealed = sealed != ""; !p.Sealed {
		p.Text, _, _ = strings.Cut(strings.TrimSpace(c.Spoken()), "\n")
	}
	if p.State != draft.Published {
		p.When, err = fromWall(wall)
	}
	return p, err
}

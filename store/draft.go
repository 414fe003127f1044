package store

import (
	"context"
	"database/sql"
	"slices"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
)

var draftTables = []table{
	then(fact("draft", "id, account, author, kind, conversation, in_reply_to, direct, post, at", func(b draft.Beginning) []any {
		return []any{b.ID, b.Account, b.Author, b.Kind, b.Conversation, b.InReplyTo, b.Direct, b.Post, micro(b.At)}
	}), func(ctx context.Context, w *writer, b draft.Beginning) error {
		_, err := w.exec(ctx, `INSERT INTO draft_now (id, account, author, state, changed, due) VALUES ($1, $2, $3, $4, $5, 0)`,
			b.ID, b.Account, b.Author, string(draft.Writing), micro(b.At))
		return err
	}),
	then(fact("draft_version", "id, draft, number, base, aside, content, hash, who, at", func(v draft.Version) []any {
		return []any{v.ID, v.Draft, int64(v.Number), int64(v.Base), flag(v.Aside), asJSON(v.Content), v.Hash, v.By, micro(v.At)}
	}), func(ctx context.Context, w *writer, v draft.Version) error {
		if v.Aside {
			return nil
		}
		return w.draftIs(ctx, v.Draft, draft.Writing, micro(v.At), 0)
	}),
	fact("draft_response", "id, draft, rule, words, kind, reason, who, at", func(r draft.Responding) []any {
		return []any{r.ID, r.Draft, r.Rule, r.Text, r.Kind, r.Reason, r.By, micro(r.At)}
	}),
	then(fact("draft_submission", "id, draft, version, hash, who, at, step, routine, findings, responses, reason, wall, heard", func(s draft.Submission) []any {
		return []any{s.ID, s.Draft, int64(s.Version), s.Hash, s.By, micro(s.At), s.Step.String(), int64(s.Routine),
			asJSON(s.Findings), asJSON(s.Responses), s.Reason, wallText(s.When), s.Heard}
	}), func(ctx context.Context, w *writer, s draft.Submission) error {
		state := draft.Ready
		if s.Step.FourEyes() {
			state = draft.Waiting
		}
		if err := w.forgetMeant(ctx, s.Draft); err != nil {
			return err
		}
		return w.draftIs(ctx, s.Draft, state, micro(s.At), dueAt(s.When))
	}),
	then(fact("draft_discard", "id, draft, who, at", func(d draft.Discard) []any {
		return []any{d.ID, d.Draft, d.By, micro(d.At)}
	}), func(ctx context.Context, w *writer, d draft.Discard) error {
		if err := w.forgetMeant(ctx, d.Draft); err != nil {
			return err
		}
		return w.draftIs(ctx, d.Draft, draft.Discarded, micro(d.At), 0)
	}),
}

// draftIs notes where a draft stands, for lists. Due is when it is to go out, 0 for no time.
func (w *writer) draftIs(ctx context.Context, id string, state draft.State, at, due int64) error {
	_, err := w.exec(ctx, `UPDATE draft_now SET state = $2, changed = $3, due = $4 WHERE id = $1`, id, string(state), at, due)
	return err
}

// wallText is a wall time in a column; "" for none.
func wallText(w clock.Wall) string {
	if w == (clock.Wall{}) {
		return ""
	}
	return w.String()
}

func fromWall(s string) (clock.Wall, error) {
	if s == "" {
		return clock.Wall{}, nil
	}
	return clock.ReadWall(s)
}

// dueAt is the instant of a wall time, for sorting; 0 for none.
func dueAt(w clock.Wall) int64 {
	if w == (clock.Wall{}) {
		return 0
	}
	at, _ := w.Resolve()
	return micro(at)
}

// sealedPost is the withdrawn post that draft d became, or corrects; "" when there is none.
const sealedPost = `COALESCE((SELECT w.post FROM withdrawal w WHERE w.post = COALESCE((SELECT y.id FROM publication y WHERE y.draft = d.id), d.post)), '')`

// draftFrom reads a draft with its newest version and the submission of that version, out of the facts; draft_now only says
// where to look and what to show.
const draftFrom = `SELECT d.id, d.account, d.author, d.kind, d.conversation, d.in_reply_to, d.direct, d.post, d.at, n.state, n.changed,
	COALESCE((SELECT x.at FROM draft_discard x WHERE x.draft = d.id), 0),
	COALESCE((SELECT p.id FROM publication p WHERE p.draft = d.id), (SELECT c.id FROM correction c WHERE c.draft = d.id), ''),
	(SELECT MAX(m.number) FROM draft_version m WHERE m.draft = d.id),
	v.id, v.number, v.base, v.content, v.hash, v.who, v.at,
	COALESCE(s.id, ''), COALESCE(s.who, ''), COALESCE(s.at, 0), COALESCE(s.hash, ''), COALESCE(s.step, ''), COALESCE(s.routine, 0),
	COALESCE(s.findings, ''), COALESCE(s.responses, ''), COALESCE(s.reason, ''), COALESCE(s.wall, ''), COALESCE(s.heard, 0),
	` + sealedPost + `,
	COALESCE((SELECT r.words FROM review_return r JOIN draft_submission l ON l.id = r.submission
		WHERE l.seq = (SELECT MAX(z.seq) FROM draft_submission z WHERE z.draft = d.id)), '')
	FROM draft_now n JOIN draft d ON d.id = n.id
	JOIN draft_version v ON v.draft = d.id AND v.number = (SELECT MAX(m.number) FROM draft_version m WHERE m.draft = d.id AND m.aside = 0)
	LEFT JOIN draft_submission s ON s.seq = (SELECT MAX(l.seq) FROM draft_submission l WHERE l.draft = d.id)
		AND s.version = v.number AND NOT EXISTS (SELECT 1 FROM review_return r WHERE r.submission = s.id) `

// listedDraft is a draft with what its place in a list is counted by.
type listedDraft struct {
	draft.Draft
	changed int64
}

func scanDraft(rows *sql.Rows) (listedDraft, error) {
	var d listedDraft
	var s draft.Submission
	var at, gone, versionAt, submittedAt int64
	var content, step, findings, responses, wall string
	v := &d.Latest
	err := rows.Scan(&d.ID, &d.Account, &d.Author, &d.Kind, &d.Conversation, &d.InReplyTo, &d.Direct, &d.Draft.Post, &at, &d.State, &d.changed,
		&gone, &d.PublishedAs, &d.Last,
		&v.ID, &v.Number, &v.Base, &content, &v.Hash, &v.By, &versionAt,
		&s.ID, &s.By, &submittedAt, &s.Hash, &step, &s.Routine, &findings, &responses, &s.Reason, &wall, &s.Heard, &d.Sealed, &d.Returned)
	if err != nil {
		return d, err
	}
	d.At, d.DiscardedAt, v.Draft, v.At = fromMicro(at), fromMicro(gone), d.ID, fromMicro(versionAt)
	if err := fromJSON(content, &v.Content); err != nil {
		return d, err
	}
	if d.Sealed != "" { // nothing of it is read: see docs/decisions/0015-sealed-copies.md
		v.Content, findings, responses, s.Reason, d.Returned = draft.Content{Language: v.Content.Language}, `[]`, `[]`, "", ""
	}
	if s.ID == "" {
		return d, nil
	}
	s.Draft, s.Version, s.At = d.ID, v.Number, fromMicro(submittedAt)
	s.Step, _ = guideline.ParseStep(step)
	if err := fromJSON(findings, &s.Findings); err != nil {
		return d, err
	}
	if err := fromJSON(responses, &s.Responses); err != nil {
		return d, err
	}
	s.When, err = fromWall(wall)
	d.Submission = &s
	return d, err
}

// Draft returns one draft: see [draft.Store].
func (s *Store) Draft(ctx context.Context, id string) (draft.Draft, error) {
	seen, err := s.seen(ctx, id) // before the rest: what happens while we read makes the commit say so
	if err != nil {
		return draft.Draft{}, err
	}
	d, err := one(ctx, s, scanDraft, draftFrom+`WHERE n.id = $1`, id)
	if err != nil {
		return draft.Draft{}, err
	}
	d.Seen = seen
	return d.Draft, s.addWork(ctx, &d.Draft)
}

// addWork adds who has written in a draft, and what they have answered the checks.
func (s *Store) addWork(ctx context.Context, d *draft.Draft) (err error) {
	d.Writers, err = list(ctx, s, text, `SELECT who FROM draft_version WHERE draft = $1 GROUP BY who ORDER BY MIN(number)`, d.ID)
	if err != nil || d.Sealed != "" {
		return err
	}
	answers, err := list(ctx, s, func(rows *sql.Rows) (r draft.Response, err error) {
		return r, rows.Scan(&r.Rule, &r.Text, &r.Kind, &r.Reason)
	}, `SELECT rule, words, kind, reason FROM draft_response WHERE draft = $1 ORDER BY seq`, d.ID)
	for _, r := range answers {
		same := func(o draft.Response) bool { return o.Rule == r.Rule && o.Text == r.Text }
		d.Responses = append(slices.DeleteFunc(d.Responses, same), r)
	}
	return err
}

// Drafts lists drafts, the newest changed first: see [draft.Store]. Writers and Responses are left out.
func (s *Store) Drafts(ctx context.Context, f draft.Filter) (desk.Page[draft.Draft], error) {
	limit := pageSize(f.Limit, 50)
	q := where{}
	if f.Author != "" {
		q.and(`n.author = ?`, f.Author)
	}
	if f.Conversation != "" {
		q.and(`d.conversation = ? AND d.conversation <> ''`, f.Conversation)
	}
	q.in(`n.account`, f.Accounts)
	states := make([]string, len(f.States))
	for i, st := range f.States {
		states[i] = string(st)
	}
	if f.States != nil {
		q.in(`n.state`, states)
	}
	if err := q.after(`n.changed`, `n.id`, f.After); err != nil {
		return desk.Page[draft.Draft]{}, err
	}
	all, err := list(ctx, s, scanDraft, draftFrom+q.text()+` ORDER BY n.changed DESC, n.id DESC`+q.most(limit+1), q.args...)
	page := desk.Page[draft.Draft]{}
	for i, d := range all {
		if i == limit {
			page.Next = cursor(all[i-1].changed, all[i-1].ID)
			break
		}
		page.Items = append(page.Items, d.Draft)
	}
	return page, err
}

// ToReview lists the drafts that wait for a reader: see desk/review.
func (s *Store) ToReview(ctx context.Context, accounts []string, limit int) ([]draft.Draft, error) {
	q := where{}
	q.and(`n.state = ?`, string(draft.Waiting))
	q.in(`n.account`, accounts)
	all, err := list(ctx, s, scanDraft, draftFrom+q.text()+` ORDER BY n.changed, n.id`+q.most(limit), q.args...)
	if err != nil {
		return nil, err
	}
	out := make([]draft.Draft, len(all))
	for i := range all {
		out[i] = all[i].Draft
		if err := s.addWork(ctx, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// DraftVersion returns one version: see [draft.Store].
func (s *Store) DraftVersion(ctx context.Context, id string, number int) (draft.Version, error) {
	return one(ctx, s, scanVersion, `SELECT id, draft, number, base, aside, content, hash, who, at FROM draft_version WHERE draft = $1 AND number = $2`, id, number)
}

// DraftVersions lists versions without their contents: see [draft.Store].
func (s *Store) DraftVersions(ctx context.Context, id string, limit int) ([]draft.Version, error) {
	return list(ctx, s, scanVersion, `SELECT id, draft, number, base, aside, '', hash, who, at FROM draft_version WHERE draft = $1 ORDER BY number DESC LIMIT CAST($2 AS BIGINT)`, id, limit)
}

func scanVersion(rows *sql.Rows) (v draft.Version, err error) {
	var content string
	var aside, at int64
	if err := rows.Scan(&v.ID, &v.Draft, &v.Number, &v.Base, &aside, &content, &v.Hash, &v.By, &at); err != nil {
		return v, err
	}
	v.Aside, v.At = aside != 0, fromMicro(at)
	return v, fromJSON(content, &v.Content)
}

func text(rows *sql.Rows) (s string, err error) { return s, rows.Scan(&s) }

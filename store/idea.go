package store

import (
	"context"
	"database/sql"

	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
)

var ideaTables = []table{
	fact("idea", "id, account, who, text, pictures, credit, at", func(s idea.Sending) []any {
		return []any{s.ID, s.Account, s.By, s.Text, asJSON(s.Pictures), flag(s.Credit), micro(s.At)}
	}),
	fact("idea_asking", "id, idea, who, text, at", func(a idea.Asking) []any {
		return []any{a.ID, a.Idea, a.By, a.Text, micro(a.At)}
	}),
	fact("idea_reply", "id, idea, who, text, at", func(r idea.Reply) []any {
		return []any{r.ID, r.Idea, r.By, r.Text, micro(r.At)}
	}),
	fact("idea_adoption", "id, idea, draft, account, who, at", func(a idea.Adoption) []any {
		return []any{a.ID, a.Idea, a.Draft, a.Account, a.By, micro(a.At)}
	}),
	fact("idea_refusal", "id, idea, who, reason, at", func(r idea.Refusal) []any {
		return []any{r.ID, r.Idea, r.By, r.Reason, micro(r.At)}
	}),
}

const ideaQuery = `SELECT i.id, i.seq, i.account, i.who, i.text, i.pictures, i.credit, i.at, COALESCE(p.name, ''),
	COALESCE(a.id, ''), COALESCE(a.draft, ''), COALESCE(a.account, ''), COALESCE(a.who, ''), COALESCE(a.at, 0), COALESCE(n.state, ''),
	COALESCE((SELECT u.id FROM publication u WHERE u.draft = a.draft), ''),
	COALESCE(r.id, ''), COALESCE(r.who, ''), COALESCE(r.reason, ''), COALESCE(r.at, 0)
	FROM idea i LEFT JOIN person_now p ON p.id = i.who LEFT JOIN idea_adoption a ON a.idea = i.id LEFT JOIN draft_now n ON n.id = a.draft
	LEFT JOIN idea_refusal r ON r.idea = i.id`

// listedIdea is an idea with its place in a list.
type listedIdea struct {
	idea.Idea
	seq int64
}

func scanIdea(rows *sql.Rows) (i listedIdea, err error) {
	var pictures, state string
	var credit, at, adopted, refused int64
	var a idea.Adoption
	var r idea.Refusal
	if err := rows.Scan(&i.ID, &i.seq, &i.Account, &i.By, &i.Text, &pictures, &credit, &at, &i.From,
		&a.ID, &a.Draft, &a.Account, &a.By, &adopted, &state, &i.Post, &r.ID, &r.By, &r.Reason, &refused); err != nil {
		return i, err
	}
	i.Credit, i.At, i.Draft = credit != 0, fromMicro(at), draft.State(state)
	if a.ID != "" {
		a.Idea, a.At = i.ID, fromMicro(adopted)
		i.Adoption = &a
	}
	if r.ID != "" {
		r.Idea, r.At = i.ID, fromMicro(refused)
		i.Refusal = &r
	}
	return i, fromJSON(pictures, &i.Pictures)
}

// Idea returns one idea: see [idea.Store].
func (s *Store) Idea(ctx context.Context, id string) (idea.Idea, error) {
	return s.idea(ctx, ` WHERE i.id = $1`, id)
}

// IdeaOf returns the idea that a draft was made of.
func (s *Store) IdeaOf(ctx context.Context, draft string) (idea.Idea, error) {
	return s.idea(ctx, ` WHERE a.draft = $1`, draft)
}

func (s *Store) idea(ctx context.Context, condition, arg string) (idea.Idea, error) {
	found, err := one(ctx, s, scanIdea, ideaQuery+condition, arg)
	if err != nil {
		return idea.Idea{}, err
	}
	seen, err := s.seen(ctx, found.ID)
	if err != nil {
		return idea.Idea{}, err
	}
	// Read again after the number: what happened in between is either here now, or makes the commit say so.
	if found, err = one(ctx, s, scanIdea, ideaQuery+` WHERE i.id = $1`, found.ID); err != nil {
		return idea.Idea{}, err
	}
	found.Seen = seen
	return found.Idea, s.addWords(ctx, &found.Idea)
}

func (s *Store) addWords(ctx context.Context, i *idea.Idea) (err error) {
	i.Words, err = list(ctx, s, scanWordOn, `SELECT id, idea, who, text, at, answer FROM (
		SELECT id, idea, who, text, at, seq, 0 AS answer FROM idea_asking WHERE idea = $1
		UNION ALL SELECT id, idea, who, text, at, seq, 1 FROM idea_reply WHERE idea = $1) AS w ORDER BY seq`, i.ID)
	return err
}

func scanWordOn(rows *sql.Rows) (w idea.Word, err error) {
	var at, answer int64
	err = rows.Scan(&w.ID, &w.Idea, &w.By, &w.Text, &at, &answer)
	w.At, w.Answer = fromMicro(at), answer != 0
	return w, err
}

// Ideas lists ideas, the newest first: see [idea.Store].
func (s *Store) Ideas(ctx context.Context, f idea.Filter) (desk.Page[idea.Idea], error) {
	limit := pageSize(f.Limit, 50)
	q := where{}
	if f.By != "" {
		q.and(`i.who = ?`, f.By)
	}
	if f.Accounts != nil {
		q.in(`i.account`, append([]string{""}, f.Accounts...))
	}
	if f.Open {
		q.and(`a.id IS NULL AND r.id IS NULL`)
	}
	if err := q.after(`i.seq`, `i.id`, f.After); err != nil {
		return desk.Page[idea.Idea]{}, err
	}
	all, err := list(ctx, s, scanIdea, ideaQuery+q.text()+` ORDER BY i.seq DESC, i.id DESC`+q.most(limit+1), q.args...)
	page := desk.Page[idea.Idea]{}
	for n, i := range all {
		if n == limit {
			page.Next = cursor(all[n-1].seq, all[n-1].ID)
			break
		}
		if err := s.addWords(ctx, &i.Idea); err != nil {
			return page, err
		}
		page.Items = append(page.Items, i.Idea)
	}
	return page, err
}

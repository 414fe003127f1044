package store

import (
	"context"

	"tilltal/desk/draft"
	"tilltal/desk/publish"
)

var publishTables = []table{
	then(fact("publication", "id, account, draft, version, hash, content, curator, in_reply_to, conversation, direct, who, at", func(p publish.Publication) []any {
		return []any{p.ID, p.Account, p.Draft, int64(p.Version), p.Hash, asJSON(p.Content), asJSON(p.Curator), p.InReplyTo, p.Conversation,
			p.Direct, p.By, micro(p.At)}
	}), publicationFollows),
	then(fact("publish_schedule", "id, draft, account, submission, version, hash, wall, who, at", func(p publish.Schedule) []any {
		return []any{p.ID, p.Draft, p.Account, p.Submission, int64(p.Version), p.Hash, wallText(p.When), p.By, micro(p.At)}
	}), func(ctx context.Context, w *writer, p publish.Schedule) error {
		return w.draftIs(ctx, p.Draft, draft.Scheduled, micro(p.At), dueAt(p.When))
	}),
	then(fact("publish_hold", "id, draft, submission, why, words, who, at", func(h publish.Hold) []any {
		return []any{h.ID, h.Draft, h.Submission, h.Why, h.Words, h.By, micro(h.At)}
	}), func(ctx context.Context, w *writer, h publish.Hold) error { // the time it was meant for stays in the calendar
		_, err := w.exec(ctx, `UPDATE draft_now SET state = $2, changed = $3 WHERE id = $1`, h.Draft, string(draft.Held), micro(h.At))
		return err
	}),
	then(fact("correction", "id, post, account, draft, version, hash, said_wrong, said_right, said_why, said_now, new_text, curator, at", func(c publish.Correction) []any {
		return []any{c.ID, c.Post, c.Account, c.Draft, int64(c.Version), c.Hash, c.Wrong, c.Right, c.Why, c.Now, c.Text, asJSON(c.Signature), micro(c.At)}
	}), func(ctx context.Context, w *writer, c publish.Correction) error {
		return w.draftIs(ctx, c.Draft, draft.Published, micro(c.At), micro(c.At))
	}),
	then(fact("withdrawal", "id, post, account, ground, reason, told, was, who, at", func(w publish.Withdrawal) []any {
		return []any{w.ID, w.Post, w.Account, w.Ground, w.Reason, w.Public, w.Copy, w.By, micro(w.At)}
	}), withdrawalFollows),
	fact("sealed_opening", "id, withdrawal, post, account, reason, who, at", func(o publish.Opening) []any {
		return []any{o.ID, o.Withdrawal, o.Post, o.Account, o.Reason, o.By, micro(o.At)}
	}),
}

// publicationFollows puts a post in the lists of the square, unless it is for one reader only.
func publicationFollows(ctx context.Context, w *writer, p publish.Publication) error {
	if err := w.draftIs(ctx, p.Draft, draft.Published, micro(p.At), micro(p.At)); err != nil || p.Direct != "" {
		return err
	}
	answer := flag(p.Conversation != "")
	if _, err := w.exec(ctx, `INSERT INTO post_now (id, account, answer, withdrawn, at) VALUES ($1, $2, $3, 0, $4)`,
		p.ID, p.Account, answer, micro(p.At)); err != nil {
		return err
	}
	for _, t := range p.Content.Topics {
		if _, err := w.exec(ctx, `INSERT INTO post_topic_now (topic, post, account, title, answer, withdrawn, at) VALUES ($1, $2, $3, $4, $5, 0, $6)`,
			draft.TopicKey(t), p.ID, p.Account, t, answer, micro(p.At)); err != nil {
			return err
		}
	}
	for _, i := range p.Content.Pictures {
		if _, err := w.exec(ctx, `INSERT INTO post_picture_now (hash, post) VALUES ($1, $2) ON CONFLICT DO NOTHING`, i.Hash, p.ID); err != nil {
			return err
		}
	}
	return nil
}

// withdrawalFollows takes a post out of the lists and the search, its pictures off the square, and its words out of what waits
// to be sent to other servers.
func withdrawalFollows(ctx context.Context, w *writer, gone publish.Withdrawal) error {
	for _, query := range []string{
		`UPDATE post_now SET withdrawn = 1 WHERE id = $1`,
		`UPDATE post_topic_now SET withdrawn = 1 WHERE post = $1`,
		`DELETE FROM post_picture_now WHERE post = $1`,
		`DELETE FROM search_now WHERE id IN (SELECT n.id FROM search_now n JOIN publication p ON n.id >= p.seq * 256 AND n.id < (p.seq + 1) * 256 WHERE p.id = $1)`,
		`DELETE FROM search_now WHERE id IN (SELECT n.id FROM search_now n JOIN correction c ON n.id >= c.seq * 256 AND n.id < (c.seq + 1) * 256 WHERE c.post = $1)`,
	} {
		if _, err := w.exec(ctx, query, gone.Post); err != nil {
			return err
		}
	}
	return w.unsaid(ctx, gone.Post)
}

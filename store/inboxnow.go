package store

import (
	"context"

	"tilltal/desk/inbox"
	"tilltal/desk/publish"
)

// What follows from the facts of the inbox: conversation_now, turn_now and need_now. Nothing is decided here; which version
// of a turn stands, and what is joined into what, the facts say themselves.

// The values of conversation_now.state. They stand as numbers in the queries too, for the indexes are made for them.
const (
	stateOpen   = 0
	stateClosed = 1
	stateJoined = 2
	stateNobody = 3
)

func stateFor(account string) int64 {
	if account == "" {
		return stateNobody
	}
	return stateOpen
}

// steps carries out several statements about the same thing, $1.
func (w *writer) steps(ctx context.Context, thing string, queries ...string) error {
	for _, q := range queries {
		if _, err := w.exec(ctx, q, thing); err != nil {
			return err
		}
	}
	return nil
}

func openedFollows(ctx context.Context, w *writer, f inbox.Opened) error {
	if _, err := w.exec(ctx, `INSERT INTO conversation_now (id, account, kind, kind_who, channel, post, with_uri, with_name, first, root, orphan,
		needs, opened, due, owner, answered, state, closure, joined, last_at, turns) VALUES ($1, $2, $3, '', $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, '', 0, $13, '', '', $11, 0)`,
		f.ID, f.Account, f.Kind, f.Channel, f.Post, f.With, kept(f.WithName), kept(f.First), f.Root, f.Orphan, micro(f.At), int64(never), stateFor(f.Account)); err != nil {
		return err
	}
	return w.accountHas(ctx, f.Account)
}

func (w *writer) accountHas(ctx context.Context, account string) error {
	if account == "" {
		return nil
	}
	_, err := w.exec(ctx, `INSERT INTO inbox_account_now (account) VALUES ($1) ON CONFLICT DO NOTHING`, account)
	return err
}

func rootingFollows(ctx context.Context, w *writer, f inbox.Rooting) error {
	var before string
	if err := w.get(ctx, []any{&before}, `SELECT account FROM conversation_now WHERE id = $1`, f.Conversation); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE conversation_now SET account = $2, kind = $3, post = $4, with_uri = $5, with_name = $6, first = $7, root = $8, orphan = $9,
		state = CASE WHEN state = 3 AND $2 <> '' THEN 0 ELSE state END WHERE id = $1`,
		f.Conversation, f.Account, f.Kind, f.Post, f.With, kept(f.WithName), kept(f.First), f.Root, f.Orphan); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE turn_now SET post = $2 WHERE conversation = $1`, f.Conversation, f.Post); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE need_now SET account = $2 WHERE conversation = $1`, f.Conversation, f.Account); err != nil {
		return err
	}
	if before != f.Account && f.Account != "" {
		if err := w.reindex(ctx, f.Conversation, f.Account); err != nil {
			return err
		}
	}
	return w.accountHas(ctx, f.Account)
}

func joiningFollows(ctx context.Context, w *writer, f inbox.Joining) error {
	for _, q := range []string{
		`UPDATE turn_now SET conversation = $2, post = (SELECT post FROM conversation_now WHERE id = $2) WHERE conversation = $1`,
		`UPDATE need_now SET conversation = $2, account = (SELECT account FROM conversation_now WHERE id = $2) WHERE conversation = $1`,
		`UPDATE conversation_now SET turns = turns + (SELECT turns FROM conversation_now WHERE id = $1) WHERE id = $2`,
		`UPDATE conversation_now SET state = 2, joined = $2, turns = 0 WHERE id = $1 OR joined = $1`,
		`UPDATE conversation_now SET last_at = COALESCE((SELECT MAX(at) FROM turn_now WHERE conversation = $2), last_at),
			opened = (SELECT MIN(opened) FROM conversation_now WHERE id = $2 OR id = $1),
			answered = COALESCE((SELECT MIN(at) FROM turn_now WHERE conversation = $2 AND ours = 1 AND deleted = 0), 0) WHERE id = $2 AND $1 <> ''`,
	} {
		if _, err := w.exec(ctx, q, f.Conversation, f.Into); err != nil {
			return err
		}
	}
	return w.settleClock(ctx, f.Into)
}

func saidFollows(ctx context.Context, w *writer, f inbox.Said) error {
	if f.Deleted {
		return takenBackFollows(ctx, w, f)
	}
	shown := flag(f.Visibility == inbox.Public || f.Visibility == inbox.Unlisted)
	if f.Version == 1 {
		if _, err := w.exec(ctx, `INSERT INTO turn_now (id, conversation, post, remote, ours, who, said, stamp, versions, deleted, needs, shown, at)
			VALUES ($1, $2, (SELECT post FROM conversation_now WHERE id = $2), $3, 0, $4, $5, $6, 1, 0, '', $7, $8)`,
			f.Turn, f.Conversation, f.Remote, f.By, f.ID, f.Stamp, shown, micro(f.At)); err != nil {
			return err
		}
		if _, err := w.exec(ctx, `UPDATE conversation_now SET turns = turns + 1, last_at = CASE WHEN last_at < $2 THEN $2 ELSE last_at END WHERE id = $1`,
			f.Conversation, micro(f.At)); err != nil {
			return err
		}
	} else if err := laterVersionFollows(ctx, w, f, shown); err != nil {
		return err
	}
	return w.index(ctx, found{kind: inbox.HitConversation, thing: f.Conversation, text: f.ByName + " " + f.Text, show: f.Text, at: micro(f.At)})
}

// laterVersionFollows lets a version count if it stands; when a turn was first said is the earliest any version knows.
func laterVersionFollows(ctx context.Context, w *writer, f inbox.Said, shown int64) error {
	if _, err := w.exec(ctx, `UPDATE turn_now SET versions = $2, at = CASE WHEN at > $3 THEN $3 ELSE at END WHERE id = $1`, f.Turn, int64(f.Version), micro(f.At)); err != nil || !f.Stands {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE turn_now SET said = $2, stamp = $3, shown = CASE WHEN deleted = 0 THEN $4 ELSE 0 END WHERE id = $1`,
		f.Turn, f.ID, f.Stamp, shown); err != nil {
		return err
	}
	_, err := w.exec(ctx, `UPDATE conversation_now SET first = $3, last_at = CASE WHEN last_at < $4 THEN $4 ELSE last_at END WHERE id = $1 AND root = $2`,
		f.Conversation, f.Turn, kept(inbox.FirstLine(f.Text)), micro(f.At))
	return err
}

func takenBackFollows(ctx context.Context, w *writer, f inbox.Said) error {
	if _, err := w.exec(ctx, `UPDATE turn_now SET versions = $2, deleted = $3, shown = 0 WHERE id = $1`, f.Turn, int64(f.Version), micro(f.At)); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE need_now SET gone = $2 WHERE turn = $1`, f.Turn, micro(f.At)); err != nil {
		return err
	}
	return w.settleClock(ctx, f.Conversation)
}

func needFollows(ctx context.Context, w *writer, f inbox.Need) error {
	if _, err := w.exec(ctx, `INSERT INTO need_now (turn, conversation, account, channel, at, due, answered, gone, dropped)
		SELECT t.id, c.id, c.account, c.channel, $2, $3, 0, t.deleted, 0 FROM turn_now t JOIN conversation_now c ON c.id = t.conversation WHERE t.id = $1
		ON CONFLICT (turn) DO UPDATE SET dropped = 0`, f.Turn, micro(f.At), dueMicro(f.Due)); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE turn_now SET needs = $2 WHERE id = $1`, f.Turn, f.Why); err != nil {
		return err
	}
	return w.settleClock(ctx, f.Conversation)
}

// settleClock lets a conversation's clock be the first that runs among its messages'.
func (w *writer) settleClock(ctx context.Context, conversation string) error {
	_, err := w.exec(ctx, `UPDATE conversation_now SET
		needs = CASE WHEN EXISTS (SELECT 1 FROM need_now n WHERE n.conversation = $1 AND n.dropped = 0) THEN 1 ELSE 0 END,
		due = CASE WHEN state IN (0, 3) THEN COALESCE((SELECT MIN(n.due) FROM need_now n WHERE n.conversation = $1 AND n.answered = 0 AND n.gone = 0 AND n.dropped = 0), $2) ELSE $2 END
		WHERE id = $1`, conversation, int64(never))
	return err
}

func assignmentFollows(ctx context.Context, w *writer, f inbox.Assignment) error {
	_, err := w.exec(ctx, `UPDATE conversation_now SET owner = $2 WHERE id = $1`, f.Conversation, f.To)
	return err
}

func noteFollows(ctx context.Context, w *writer, f inbox.Note) error {
	return w.index(ctx, found{kind: inbox.HitConversation, thing: f.Conversation, text: f.Text, show: f.Text, at: micro(f.At)})
}

func classificationFollows(ctx context.Context, w *writer, f inbox.Classification) error {
	if _, err := w.exec(ctx, `UPDATE conversation_now SET kind = $2, kind_who = $3 WHERE id = $1`, f.Conversation, f.Kind, f.By); err != nil {
		return err
	}
	if !f.NeedsAnswer {
		if _, err := w.exec(ctx, `UPDATE need_now SET dropped = $2 WHERE conversation = $1`, f.Conversation, micro(f.At)); err != nil {
			return err
		}
		if err := w.steps(ctx, f.Conversation, `UPDATE turn_now SET needs = '' WHERE conversation = $1 AND needs <> ''`); err != nil {
			return err
		}
	}
	return w.settleClock(ctx, f.Conversation)
}

func closureFollows(ctx context.Context, w *writer, f inbox.Closure) error {
	if _, err := w.exec(ctx, `UPDATE conversation_now SET state = 1, closure = $2, last_at = $3 WHERE id = $1 AND state = 0`, f.Conversation, f.ID, micro(f.At)); err != nil {
		return err
	}
	return w.settleClock(ctx, f.Conversation)
}

func reopeningFollows(ctx context.Context, w *writer, f inbox.Reopening) error {
	if err := w.steps(ctx, f.Conversation, `UPDATE conversation_now SET state = 0, closure = '' WHERE id = $1 AND state = 1`); err != nil {
		return err
	}
	return w.settleClock(ctx, f.Conversation)
}

// answerFollows puts one of our answers in its conversation: from then on what was asked before it is answered.
func answerFollows(ctx context.Context, w *writer, p publish.Publication) error {
	kind, thing := inbox.HitPost, p.ID
	if p.Conversation != "" {
		kind, thing = inbox.HitConversation, p.Conversation
	}
	if err := w.index(ctx, found{kind: kind, thing: thing, account: p.Account, text: p.Content.Text, show: p.Content.Text, at: micro(p.At)}); err != nil || p.Conversation == "" {
		return err
	}
	t := inbox.OurTurn(p)
	if _, err := w.exec(ctx, `INSERT INTO turn_now (id, conversation, post, remote, ours, who, said, stamp, versions, deleted, needs, shown, at)
		SELECT $1, CASE WHEN joined <> '' THEN joined ELSE id END, post, '', 1, $3, $1, '', 1, 0, '', $5, $4 FROM conversation_now WHERE id = $2`,
		t.ID, t.Conversation, t.By, micro(t.At), flag(t.Visibility == inbox.Public)); err != nil {
		return err
	}
	var home string
	if err := w.get(ctx, []any{&home}, `SELECT conversation FROM turn_now WHERE id = $1`, t.ID); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE need_now SET answered = $2 WHERE conversation = $1 AND answered = 0`, home, micro(t.At)); err != nil {
		return err
	}
	if _, err := w.exec(ctx, `UPDATE conversation_now SET turns = turns + 1, answered = CASE WHEN answered = 0 THEN $2 ELSE answered END,
		last_at = CASE WHEN last_at < $2 THEN $2 ELSE last_at END WHERE id = $1`, home, micro(t.At)); err != nil {
		return err
	}
	return w.settleClock(ctx, home)
}

// correctionIndexed lets a corrected text be found.
func correctionIndexed(ctx context.Context, w *writer, c publish.Correction) error {
	words := c.Wrong + " " + c.Right + " " + c.Text
	return w.index(ctx, found{kind: inbox.HitPost, thing: c.Post, account: c.Account, text: words, show: c.Right, at: micro(c.At)})
}

// answerWithdrawn shows in the conversation that our answer was taken off; that it was given stays.
func answerWithdrawn(ctx context.Context, w *writer, gone publish.Withdrawal) error {
	_, err := w.exec(ctx, `UPDATE turn_now SET deleted = $2, versions = versions + 1, shown = 0 WHERE id = $1 AND ours = 1`, gone.Post, micro(gone.At))
	return err
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/base/mishap"
	"tilltal/channel/square"
	"tilltal/desk"
)

// Send keeps an activity and queues its deliveries: see [square.OutStore].
func (s *Store) Send(ctx context.Context, o square.Sending) error {
	if o.Type == activitypub.Delete {
		s.standing.fell(o.Post)
		defer s.standing.fell(o.Post)
	}
	return s.write(ctx, func(ctx context.Context, w *writer) error { return w.send(ctx, o) })
}

func (w *writer) send(ctx context.Context, o square.Sending) error {
	if o.Type != activitypub.Delete { // whoever made it read the post before it was withdrawn
		if gone, err := w.withdrawn(ctx, o.Post); err != nil || gone {
			return err
		}
	}
	n, err := w.exec(ctx, `INSERT INTO square_activity (id, account, post, kind, body, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
		o.ID, o.Account, o.Post, o.Type, o.Body, micro(o.At))
	if err != nil || n == 0 {
		return err
	}
	inboxes, err := w.readers(ctx, o)
	if err != nil {
		return err
	}
	for inbox := range inboxes {
		if o.Post != "" {
			if _, err := w.exec(ctx, `INSERT INTO square_sent (post, inbox) VALUES ($1, $2) ON CONFLICT DO NOTHING`, o.Post, inbox); err != nil {
				return err
			}
		}
		payload, err := json.Marshal(square.Delivery{Activity: o.ID, Inbox: inbox})
		if err != nil {
			return err
		}
		if err := w.queue(ctx, desk.Job{Kind: square.JobDeliver, Key: "deliver:" + o.ID + " " + inbox, Payload: payload}); err != nil {
			return err
		}
		mishap.At(mishap.Written, square.JobDeliver)
	}
	return nil
}

// withdrawn reports whether a post has been withdrawn.
func (w *writer) withdrawn(ctx context.Context, post string) (bool, error) {
	var n int64
	err := w.get(ctx, []any{&n}, `SELECT COUNT(*) FROM withdrawal WHERE post = $1`, post)
	return n > 0, err
}

// unsaid takes what a withdrawn post said out of what waits to be sent: the words are in the sealed copy and the ledger's own
// rows, and here no delivery finds them any more.
func (w *writer) unsaid(ctx context.Context, post string) error {
	_, err := w.exec(ctx, `UPDATE square_activity SET body = $3 WHERE post = $1 AND post <> '' AND kind <> $2`, post, activitypub.Delete, []byte{})
	return err
}

// readers are the inboxes that an activity goes to, each once.
func (w *writer) readers(ctx context.Context, o square.Sending) (map[string]bool, error) {
	inboxes := map[string]bool{}
	for _, inbox := range o.Inboxes {
		inboxes[inbox] = true
	}
	add := func(rows *sql.Rows) error {
		inbox, err := scanWord(rows)
		inboxes[inbox] = true
		return err
	}
	if o.Followers {
		if err := w.each(ctx, add, `SELECT DISTINCT inbox FROM square_follower WHERE account = $1 AND ended = 0 AND inbox <> ''`, o.Account); err != nil {
			return nil, err
		}
	}
	if o.Again {
		if err := w.each(ctx, add, `SELECT inbox FROM square_sent WHERE post = $1`, o.Post); err != nil {
			return nil, err
		}
	}
	return inboxes, nil
}

// Activity returns something that is to be sent.
func (s *Store) Activity(ctx context.Context, id string) (square.Activity, error) {
	return one(ctx, s, func(rows *sql.Rows) (a square.Activity, err error) {
		var at int64
		err = rows.Scan(&a.ID, &a.Account, &a.Post, &a.Type, &a.Body, &at)
		a.At = fromMicro(at)
		return a, err
	}, `SELECT id, account, post, kind, body, at FROM square_activity WHERE id = $1`, id)
}

// Ended reports whether a post has been withdrawn, from the very entry on, or other servers have been told that it is gone. A
// delivery to each of a thousand servers asks; with SQLite, where only this process withdraws, the answer is remembered until
// it does.
func (s *Store) Ended(ctx context.Context, post string) (bool, error) {
	ask := func() (bool, error) {
		n, err := list(ctx, s, number, `SELECT 1 FROM withdrawal WHERE post = $1
			UNION ALL SELECT 1 FROM square_activity WHERE post = $1 AND post <> '' AND kind = $2 LIMIT 1`, post, activitypub.Delete)
		return len(n) > 0, err
	}
	if s.engine == postgres {
		return ask()
	}
	return s.standing.ended(post, ask)
}

// Heard reports whether any of these addresses is something that a citizen has said to us.
func (s *Store) Heard(ctx context.Context, uris []string) (bool, error) {
	var q where
	q.in("remote", listed(uris))
	n, err := list(ctx, s, number, `SELECT 1 FROM turn_now`+q.text()+` AND ours = 0 LIMIT 1`, q.args...)
	return len(n) > 0, err
}

// SaidBy returns who said something, by its address; "" when it is nothing we have heard.
func (s *Store) SaidBy(ctx context.Context, uri string) (string, error) {
	who, err := one(ctx, s, scanWord, `SELECT who FROM turn_now WHERE remote = $1 AND ours = 0 ORDER BY id LIMIT 1`, uri)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return who, err
}

var _ square.Store = (*Store)(nil)

package store

import (
	"context"
	"database/sql"

	"tilltal/base/fault"
	"tilltal/desk/inbox"
)

// What people think of our posts: see desk/inbox/reaction.go.

var reactionTables = []table{
	then(fact("inbox_reaction", "id, post, kind, actor, remote, envelope, at", func(f inbox.Reaction) []any {
		return []any{f.ID, f.Post, f.Kind, f.Actor, f.Remote, f.Envelope, micro(f.At)}
	}), func(ctx context.Context, w *writer, f inbox.Reaction) error {
		return w.recount(ctx, f.Post, f.Kind, f.Actor)
	}),
	then(fact("inbox_retraction", "id, actor, remote, envelope, at", func(f inbox.Retraction) []any {
		return []any{f.ID, f.Actor, f.Remote, f.Envelope, micro(f.At)}
	}), func(ctx context.Context, w *writer, f inbox.Retraction) error {
		return w.recountAll(ctx, `SELECT DISTINCT post, kind, actor FROM inbox_reaction WHERE remote = $1 AND actor = $2`, f.Remote, f.Actor)
	}),
}

// reactionExtras is what who leaves takes with her.
var reactionExtras = []extra{also(func(ctx context.Context, w *writer, f inbox.Departure) error {
	return w.recountAll(ctx, `SELECT DISTINCT post, kind, actor FROM inbox_reaction WHERE actor = $1`, f.Actor)
})}

func (w *writer) recountAll(ctx context.Context, which string, args ...any) error {
	var all [][3]string
	if err := w.each(ctx, func(rows *sql.Rows) error {
		var r [3]string
		err := rows.Scan(&r[0], &r[1], &r[2])
		all = append(all, r)
		return err
	}, which, args...); err != nil {
		return err
	}
	for _, r := range all {
		if err := w.recount(ctx, r[0], r[1], r[2]); err != nil {
			return err
		}
	}
	return nil
}

// recount lets a person's reaction to a post count once, if any that she has sent stands: in whatever order what she has done
// and what she has undone reach us.
func (w *writer) recount(ctx context.Context, post, kind, actor string) error {
	var stands int64
	if err := w.get(ctx, []any{&stands}, `SELECT COUNT(*) FROM inbox_reaction r WHERE r.post = $1 AND r.kind = $2 AND r.actor = $3
		AND NOT EXISTS (SELECT 1 FROM inbox_retraction x WHERE x.remote = r.remote AND x.actor = r.actor)
		AND NOT EXISTS (SELECT 1 FROM inbox_departure d WHERE d.actor = r.actor)`, post, kind, actor); err != nil {
		return err
	}
	change, sign := `INSERT INTO reaction_now (post, kind, actor) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, int64(1)
	if stands == 0 {
		change, sign = `DELETE FROM reaction_now WHERE post = $1 AND kind = $2 AND actor = $3`, -1
	}
	n, err := w.exec(ctx, change, post, kind, actor)
	if err != nil || n == 0 {
		return err
	}
	likes, shares := sign, int64(0)
	if kind == inbox.SortedShared {
		likes, shares = shares, likes
	}
	_, err = w.exec(ctx, `INSERT INTO reaction_count_now (post, likes, shares) VALUES ($1, $2, $3)
		ON CONFLICT (post) DO UPDATE SET likes = reaction_count_now.likes + excluded.likes, shares = reaction_count_now.shares + excluded.shares`, post, likes, shares)
	return err
}

// Reactions counts who likes a post and who has shared it: see [inbox.Shelves].
func (s *Store) Reactions(ctx context.Context, post string) (inbox.Reactions, error) {
	r, err := one(ctx, s, func(rows *sql.Rows) (r inbox.Reactions, err error) {
		err = rows.Scan(&r.Likes, &r.Shares)
		return r, err
	}, `SELECT likes, shares FROM reaction_count_now WHERE post = $1`, post)
	if fault.Is(err, fault.NotFound) {
		return inbox.Reactions{}, nil
	}
	return r, err
}

// Kept reports whether something with that name, as its network names what was done, lies on record.
func (s *Store) Kept(ctx context.Context, remote string) (bool, error) {
	n, err := list(ctx, s, number, `SELECT 1 FROM envelope WHERE id = $1`, inbox.EnvelopeID(inbox.ChannelFediverse, remote))
	return len(n) > 0, err
}

package store

import (
	"context"
	"time"

	"tilltal/base/activitypub"
)

// How long what the square keeps for its work is kept (GDPR art. 5.1 e). See docs/federation.md.
const (
	activityKept = 30 * 24 * time.Hour  // what was sent, long after the last try to deliver it
	leaverKept   = 30 * 24 * time.Hour  // that somebody has followed, so that a late Follow changes nothing
	strangerKept = 365 * 24 * time.Hour // somebody who follows nobody here, since her server last described her
	hostKept     = 365 * 24 * time.Hour // what a server was like
)

// SweepSquare forgets what the square no longer needs of other servers and of what was sent to them. That a post has ended is
// kept, and which servers were told of a post: they must be told of a correction or a withdrawal whenever it comes.
func (s *Store) SweepSquare(ctx context.Context) error {
	now := s.clock.Now()
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		for _, sweep := range []struct {
			query string
			args  []any
		}{
			{`DELETE FROM square_activity WHERE at < $1 AND kind <> $2`, []any{micro(now.Add(-activityKept)), activitypub.Delete}},
			{`DELETE FROM square_follower WHERE ended <> 0 AND ended < $1`, []any{micro(now.Add(-leaverKept))}},
			{`DELETE FROM square_peer WHERE fetched_at < $1 AND NOT EXISTS (SELECT 1 FROM square_follower f WHERE f.actor = square_peer.actor AND f.ended = 0)`,
				[]any{micro(now.Add(-strangerKept))}},
			{`DELETE FROM square_host WHERE at < $1 AND until < $2`, []any{micro(now.Add(-hostKept)), micro(now)}},
		} {
			if _, err := w.exec(ctx, sweep.query, sweep.args...); err != nil {
				return err
			}
		}
		return nil
	})
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/httpsig"
	"tilltal/channel/square"
)

// The square's own tables are operational: they are what [square.Store] needs, and no fact of any room.

// SigningKey returns a key of ours: see [square.KeyStore].
func (s *Store) SigningKey(ctx context.Context, owner, kind string) (square.KeyPair, error) {
	return one(ctx, s, func(rows *sql.Rows) (square.KeyPair, error) {
		k := square.KeyPair{Owner: owner, Kind: kind}
		var sealed []byte
		var at int64
		if err := rows.Scan(&sealed, &at); err != nil {
			return k, err
		}
		private, err := s.keys.Open(keyRow(owner, kind), sealed)
		k.Private, k.MadeAt = string(private), fromMicro(at)
		return k, err
	}, `SELECT sealed, made_at FROM square_key WHERE owner = $1 AND kind = $2`, owner, kind)
}

func keyRow(owner, kind string) string { return "square_key/" + owner + "/" + kind }

// KeepSigningKey keeps a new key unless there is one, and returns the one that is kept.
func (s *Store) KeepSigningKey(ctx context.Context, k square.KeyPair) (square.KeyPair, error) {
	sealed, err := s.keys.Seal(keyRow(k.Owner, k.Kind), []byte(k.Private))
	if err != nil {
		return square.KeyPair{}, err
	}
	if err := s.execute(ctx, `INSERT INTO square_key (owner, kind, sealed, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (owner, kind) DO NOTHING`,
		k.Owner, k.Kind, sealed, micro(k.MadeAt)); err != nil {
		return square.KeyPair{}, err
	}
	return s.SigningKey(ctx, k.Owner, k.Kind)
}

const peerQuery = `SELECT key_id, pem, actor, handle, name, inbox, shared, fetched_at FROM square_peer `

func scanPeer(rows *sql.Rows) (p square.Peer, err error) {
	var at int64
	err = rows.Scan(&p.Key, &p.Public, &p.Actor, &p.Handle, &p.Name, &p.Inbox, &p.Shared, &at)
	p.FetchedAt = fromMicro(at)
	return p, err
}

// PeerByKey returns whose a key is.
func (s *Store) PeerByKey(ctx context.Context, key string) (square.Peer, error) {
	return one(ctx, s, scanPeer, peerQuery+`WHERE key_id = $1`, key)
}

// PeerByActor returns somebody by her address, as she was last described.
func (s *Store) PeerByActor(ctx context.Context, actor string) (square.Peer, error) {
	return one(ctx, s, scanPeer, peerQuery+`WHERE actor = $1 ORDER BY fetched_at DESC LIMIT 1`, actor)
}

// PeerByHandle returns who was last seen under handle@host.
func (s *Store) PeerByHandle(ctx context.Context, handle, host string) (square.Peer, error) {
	return one(ctx, s, scanPeer, peerQuery+`WHERE address = $1 ORDER BY fetched_at DESC LIMIT 1`, strings.ToLower(handle+"@"+host))
}

// KeepPeer remembers somebody with one of her keys. Where her server has moved its inboxes, her followings move with them.
func (s *Store) KeepPeer(ctx context.Context, p square.Peer) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		if _, err := w.exec(ctx, `INSERT INTO square_peer (key_id, pem, actor, handle, address, name, inbox, shared, fetched_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (key_id) DO UPDATE SET pem = excluded.pem, actor = excluded.actor,
			handle = excluded.handle, address = excluded.address, name = excluded.name, inbox = excluded.inbox, shared = excluded.shared,
			fetched_at = excluded.fetched_at`, p.Key, p.Public, p.Actor, kept(p.Handle),
			strings.ToLower(kept(p.Handle)+"@"+activitypub.HostOf(p.Actor)), kept(p.Name), p.Inbox, p.Shared, micro(p.FetchedAt)); err != nil {
			return err
		}
		_, err := w.exec(ctx, `UPDATE square_follower SET inbox = $2, own = $3 WHERE actor = $1 AND ended = 0 AND (inbox <> $2 OR own <> $3)`,
			p.Actor, p.Reach(), p.Inbox)
		return err
	})
}

// ForgetPeer forgets somebody who is gone.
func (s *Store) ForgetPeer(ctx context.Context, actor string) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		for _, query := range []string{`DELETE FROM square_peer WHERE actor = $1`, `DELETE FROM square_follower WHERE actor = $1`} {
			if _, err := w.exec(ctx, query, actor); err != nil {
				return err
			}
		}
		return nil
	})
}

// Follow lets somebody follow and queues our answer: see [square.FollowerStore].
func (s *Store) Follow(ctx context.Context, f square.Follower, answer square.Sending) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		var follow, before string
		var ended int64
		err := w.get(ctx, []any{&follow, &before, &ended}, `SELECT follow, before, ended FROM square_follower WHERE account = $1 AND actor = $2`, f.Account, f.Actor)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		case before == f.Follow, follow == f.Follow && ended != 0 && !f.Signed.After(fromMicro(ended).Add(square.Anew)):
			return nil
		}
		if follow != f.Follow { // the older one is known, so that a late Undo of it ends nothing
			before = follow
		}
		if _, err := w.exec(ctx, `INSERT INTO square_follower (account, actor, follow, before, inbox, own, at, ended) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
			ON CONFLICT (account, actor) DO UPDATE SET follow = excluded.follow, before = excluded.before, inbox = excluded.inbox, own = excluded.own,
			at = excluded.at, ended = 0`, f.Account, f.Actor, f.Follow, before, f.Inbox, f.Own, micro(f.At)); err != nil {
			return err
		}
		return w.send(ctx, answer)
	})
}

// Unfollow ends a following: see [square.FollowerStore].
func (s *Store) Unfollow(ctx context.Context, account, actor, follow string, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		n, err := w.exec(ctx, `UPDATE square_follower SET follow = CASE WHEN ended <> 0 AND $3 <> '' THEN $3 ELSE follow END,
			ended = $4, inbox = '', own = '' WHERE account = $1 AND actor = $2 AND (before <> $3 OR $3 = '')`,
			account, actor, follow, micro(at))
		if err != nil || n > 0 || follow == "" {
			return err
		}
		_, err = w.exec(ctx, `INSERT INTO square_follower (account, actor, follow, before, inbox, own, at, ended) VALUES ($1, $2, $3, '', '', '', $4, $4)
			ON CONFLICT (account, actor) DO NOTHING`, account, actor, follow, micro(at))
		return err
	})
}

// Followed returns which account an activity asked to follow: see [square.FollowerStore].
func (s *Store) Followed(ctx context.Context, actor, follow string) (account string, err error) {
	return one(ctx, s, scanWord, `SELECT account FROM square_follower WHERE actor = $1 AND follow = $2`, actor, follow)
}

// CountFollowers counts an account's followers.
func (s *Store) CountFollowers(ctx context.Context, account string) (int, error) {
	n, err := one(ctx, s, number, `SELECT COUNT(*) FROM square_follower WHERE account = $1 AND ended = 0`, account)
	return int(n), err
}

// DropInbox ends the followings that only an inbox that is gone could reach.
func (s *Store) DropInbox(ctx context.Context, inbox string, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		for _, column := range []string{"inbox", "own"} {
			if _, err := w.exec(ctx, `UPDATE square_follower SET ended = $2, inbox = '', own = '' WHERE `+column+` = $1 AND ended = 0`, inbox, micro(at)); err != nil {
				return err
			}
		}
		return nil
	})
}

// KnownHosts returns what is remembered of other servers.
func (s *Store) KnownHosts(ctx context.Context) ([]square.HostState, error) {
	return list(ctx, s, func(rows *sql.Rows) (h square.HostState, err error) {
		var scheme, failures, until, at int64
		err = rows.Scan(&h.Host, &scheme, &failures, &until, &at)
		h.Scheme, h.Failures, h.Until, h.At = httpsig.Scheme(scheme), int(failures), fromMicro(until), fromMicro(at)
		return h, err
	}, `SELECT host, scheme, failures, until, at FROM square_host`)
}

// KeepHost remembers something of another server.
func (s *Store) KeepHost(ctx context.Context, h square.HostState) error {
	return s.execute(ctx, `INSERT INTO square_host (host, scheme, failures, until, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (host) DO UPDATE SET
		scheme = excluded.scheme, failures = excluded.failures, until = excluded.until, at = excluded.at WHERE square_host.at <= excluded.at`,
		h.Host, int64(h.Scheme), int64(h.Failures), micro(h.Until), micro(h.At))
}

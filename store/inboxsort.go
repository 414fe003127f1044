package store

import (
	"context"
	"database/sql"

	"tilltal/desk/inbox"
)

// Unsorted returns envelopes that arrived after the last round, in the order they arrived: see [inbox.Store].
func (s *Store) Unsorted(ctx context.Context, limit int) (inbox.Tray, error) {
	through, err := list(ctx, s, number, `SELECT through FROM inbox_round ORDER BY seq DESC LIMIT 1`)
	if err != nil {
		return inbox.Tray{}, err
	}
	var after int64
	if len(through) == 1 {
		after = through[0]
	}
	var t inbox.Tray
	if t.Seen, err = s.seen(ctx, inbox.SortingSubject); err != nil {
		return inbox.Tray{}, err
	}
	t.Envelopes, err = list(ctx, s, scanEnvelope, `SELECT `+envelopeColumns+` FROM envelope e WHERE e.seq > $1 ORDER BY e.seq LIMIT CAST($2 AS BIGINT)`, after, limit)
	return t, err
}

const envelopeColumns = `e.id, e.seq, e.channel, e.remote, e.account, e.sender, e.kind, e.body, e.at`

func scanEnvelope(rows *sql.Rows) (e inbox.Envelope, err error) {
	var at int64
	err = rows.Scan(&e.ID, &e.Seq, &e.Channel, &e.Remote, &e.Account, &e.Sender, &e.Kind, &e.Body, &at)
	e.At = fromMicro(at)
	return e, err
}

// Around returns what lies on record around what is to be sorted: see [inbox.Store].
func (s *Store) Around(ctx context.Context, w inbox.Wanted) (k inbox.Known, err error) {
	if k.Heads, err = s.heads(ctx, "remote", w.Remotes); err != nil {
		return k, err
	}
	hers, err := s.heads(ctx, "who", w.Leaving)
	if err != nil {
		return k, err
	}
	k.Heads = append(k.Heads, hers...)
	if k.Departures, err = s.departures(ctx, w.Authors); err != nil {
		return k, err
	}
	wanted := w.Conversations
	for _, h := range k.Heads {
		wanted = append(wanted, h.Conversation)
	}
	if k.Conversations, err = s.conversations(ctx, "c.id", wanted); err != nil {
		return k, err
	}
	var homes []string
	for _, c := range k.Conversations {
		if c.Joined != "" {
			homes = append(homes, c.Joined)
		}
	}
	more, err := s.conversations(ctx, "c.id", homes)
	if err != nil {
		return k, err
	}
	k.Conversations = append(k.Conversations, more...)
	if k.Orphans, err = s.conversations(ctx, "c.orphan <> '' AND c.orphan", w.Remotes); err != nil {
		return k, err
	}
	var q where
	q.in("remote", listed(w.Remotes))
	k.Gravestones, err = list(ctx, s, scanGravestone, `SELECT id, remote, who, envelope, at FROM inbox_gravestone`+q.text()+` ORDER BY seq`, q.args...)
	return k, err
}

// listed is a list that asks for nothing when it is empty: nil would ask for everything.
func listed(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// departures returns who of some authors has taken away her account.
func (s *Store) departures(ctx context.Context, actors []string) ([]inbox.Departure, error) {
	var q where
	q.in("actor", listed(actors))
	return list(ctx, s, func(rows *sql.Rows) (d inbox.Departure, err error) {
		var at int64
		err = rows.Scan(&d.ID, &d.Actor, &d.Envelope, &at)
		d.At = fromMicro(at)
		return d, err
	}, `SELECT id, actor, envelope, at FROM inbox_departure`+q.text()+` ORDER BY seq`, q.args...)
}

// Departed reports whether somebody on another server has taken away her account.
func (s *Store) Departed(ctx context.Context, actor string) (bool, error) {
	all, err := s.departures(ctx, []string{actor})
	return len(all) > 0, err
}

// heads returns turns of citizens that have one of some values in a column: remote or who.
func (s *Store) heads(ctx context.Context, column string, values []string) ([]inbox.Head, error) {
	if len(values) == 0 {
		return nil, nil
	}
	var q where
	q.in(column, values)
	heads, err := list(ctx, s, scanHead, `SELECT id, conversation, remote, who, stamp, versions, deleted, needs FROM turn_now`+q.text()+` AND ours = 0`, q.args...)
	if err != nil || len(heads) == 0 {
		return heads, err
	}
	at := map[string]int{}
	turns := make([]string, len(heads))
	for i, h := range heads {
		at[h.Turn], turns[i] = i, h.Turn
	}
	q = where{}
	q.in("turn", turns)
	stamps, err := list(ctx, s, scanPair, `SELECT turn, stamp FROM inbox_said`+q.text()+` AND deleted = 0`, q.args...)
	for _, p := range stamps {
		h := &heads[at[p[0]]]
		h.Stamps = append(h.Stamps, p[1])
	}
	return heads, err
}

func scanHead(rows *sql.Rows) (h inbox.Head, err error) {
	var deleted int64
	var needs string
	err = rows.Scan(&h.Turn, &h.Conversation, &h.Remote, &h.By, &h.Stamp, &h.Versions, &deleted, &needs)
	h.Deleted, h.Needs = deleted != 0, needs != ""
	return h, err
}

func scanPair(rows *sql.Rows) (p [2]string, err error) {
	err = rows.Scan(&p[0], &p[1])
	return p, err
}

func scanGravestone(rows *sql.Rows) (g inbox.Gravestone, err error) {
	var at int64
	err = rows.Scan(&g.ID, &g.Remote, &g.By, &g.Envelope, &at)
	g.At = fromMicro(at)
	return g, err
}

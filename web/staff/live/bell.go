package live

import (
	"context"
	"time"
)

// Bells tell whose count of unread notices has changed: the store. Notices are not on the ledger, so they are followed apart.
type Bells interface {
	// NoticeTurn returns how many times notices have changed: been told, or read.
	NoticeTurn(ctx context.Context) (int64, error)
	// UnreadEach counts what each person has not read. Who has read everything is not there.
	UnreadEach(ctx context.Context) (map[string]int, error)
}

// mute is the bells of a house without notices.
type mute struct{}

func (mute) NoticeTurn(context.Context) (int64, error)          { return 0, nil }
func (mute) UnreadEach(context.Context) (map[string]int, error) { return nil, nil }

// ring looks again and again whether notices have changed, and tells those whose count has, until its context ends. One number
// is read each time, whatever the number of streams: other nodes tell people too, and nobody minds a second.
func (h *hub) ring(ctx context.Context, turn int64) {
	tick := time.NewTicker(h.look)
	defer tick.Stop()
	var known map[string]int // nil until it has been looked at once
	for {
		if counts, now, err := h.count(ctx, known == nil, turn); err == nil && counts != nil {
			if now != turn {
				h.chime(known, counts)
			}
			known, turn = counts, now
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

// count counts what is unread, where it has changed since a turn, and says at which turn. The first time it counts before it asks
// for the turn, and later after: either way what happens in between is not taken for known.
func (h *hub) count(ctx context.Context, first bool, turn int64) (counts map[string]int, now int64, err error) {
	if first {
		if counts, err = h.bells.UnreadEach(ctx); err == nil {
			now, err = h.bells.NoticeTurn(ctx)
		}
		if counts == nil {
			counts = map[string]int{}
		}
		return counts, now, err
	}
	if now, err = h.bells.NoticeTurn(ctx); err == nil && now != turn {
		counts, err = h.bells.UnreadEach(ctx)
	}
	return counts, now, err
}

// chime tells those whose count has changed since it was known; when it was not, all whose it may be.
func (h *hub) chime(known, counts map[string]int) {
	for _, l := range h.all() {
		if known == nil || known[l.person] != counts[l.person] {
			l.chime()
		}
	}
}

// chime says that her bell is to be fetched anew.
func (l *listener) chime() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.parts[Bell] = true
	l.rouse()
}

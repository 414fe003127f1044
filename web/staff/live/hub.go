package live

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// hub follows the ledger while anybody listens, and tells them.
type hub struct {
	ledger Ledger
	bells  Bells
	look   time.Duration // how often the bells are looked at

	mu        sync.Mutex
	listeners map[*listener]bool
	stop      context.CancelFunc // of the follower; nil when nobody listens
	closed    bool
}

// listener is one open stream.
type listener struct {
	person string
	wake   chan struct{} // holds one when there is something to say
	end    chan struct{} // closed when the node shuts down

	mu    sync.Mutex
	actor people.Actor
	now   time.Time // when her rights were last read
	parts map[string]bool
	size  int64 // the last entry heard
}

// mostParts is how many parts an event names; more are everything.
const mostParts = 24

var (
	tooMany = fault.New(fault.TooSoon, lingo.T("För många sidor är öppna på en gång.", "Too many pages are open at once.")).
		Try(lingo.T("Stäng några flikar. Sidan fungerar ändå, men det nya ser du först när du läser in den igen.", "Close some tabs. The page works all the same, but is updated when you reload it.")).
		Wait(time.Minute)
	closing = fault.New(fault.Unreachable, lingo.T("Skrivbordet startar om.", "The desk is restarting.")).Wait(3 * time.Second)
)

// join begins to listen. What happened after what a page knows of is heard at once; 0 hears only what is to come.
func (h *hub) join(ctx context.Context, a people.Actor, now time.Time, after, turn int64) (*listener, error) {
	size, err := h.ledger.Size(ctx)
	if err != nil {
		return nil, err
	}
	rung, err := h.bells.NoticeTurn(ctx)
	if err != nil {
		return nil, err
	}
	l := &listener{person: a.Person.ID, wake: make(chan struct{}, 1), end: make(chan struct{}), actor: a, now: now, parts: map[string]bool{}, size: size}
	if err := h.admit(l, size, rung); err != nil {
		return nil, err
	}
	if after > 0 && after < size {
		missed, err := h.ledger.Entries(ctx, after, batch)
		if err != nil {
			h.leave(l)
			return nil, err
		}
		l.hear(missed, size, size-after > batch)
	}
	return l, h.welcome(ctx, l, turn)
}

// welcome tells a new listener whether her bell may have changed since her page was made, which knew of a turn; a negative one is
// none.
func (h *hub) welcome(ctx context.Context, l *listener, turn int64) error {
	if turn < 0 {
		return nil
	}
	now, err := h.bells.NoticeTurn(ctx) // asked when she is heard already, so that nothing falls between
	if err != nil {
		h.leave(l)
		return err
	}
	if now != turn {
		l.chime()
	}
	return nil
}

// admit adds a listener, and starts the followers with the first of them.
func (h *hub) admit(l *listener, size, turn int64) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	same := 0
	for o := range h.listeners {
		if o.person == l.person {
			same++
		}
	}
	switch {
	case h.closed:
		return closing
	case same >= mostEach || len(h.listeners) >= most:
		return tooMany
	}
	if h.listeners == nil {
		h.listeners = map[*listener]bool{}
	}
	h.listeners[l] = true
	if h.stop == nil {
		ctx, stop := context.WithCancel(context.Background()) // ends with the last listener, not with the first's request
		h.stop = stop
		go h.follow(ctx, size)
		go h.ring(ctx, turn)
	}
	return nil
}

func (h *hub) leave(l *listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, l)
	if len(h.listeners) == 0 && h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for l := range h.listeners {
		close(l.end)
	}
	h.listeners = nil
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// batch is how many entries are read at a time.
const batch = 500

// again is how long the follower waits when the ledger cannot be read.
const again = time.Second

// follow reads what is written and tells everybody, until its context ends.
func (h *hub) follow(ctx context.Context, size int64) {
	for ctx.Err() == nil {
		grown, err := h.ledger.Await(ctx, size)
		var entries []desk.Entry
		if err == nil {
			entries, err = h.ledger.Entries(ctx, size, batch)
		}
		if err != nil {
			select {
			case <-ctx.Done():
			case <-time.After(again):
			}
			continue
		}
		h.tell(entries, grown, grown-size > batch)
		size = grown
	}
}

func (h *hub) tell(entries []desk.Entry, size int64, more bool) {
	for _, l := range h.all() {
		l.hear(entries, size, more)
	}
}

func (h *hub) all() []*listener {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Collect(maps.Keys(h.listeners))
}

// hear takes in what was written. More says that there was too much to read.
func (l *listener) hear(entries []desk.Entry, size int64, more bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.size = max(l.size, size)
	for _, e := range entries {
		for _, part := range concerns(e, l.actor, l.now) {
			l.parts[part] = true
		}
	}
	if more || len(l.parts) > mostParts {
		l.parts = map[string]bool{everything: true}
	}
	if len(l.parts) > 0 {
		l.rouse()
	}
}

// rouse wakes who writes the stream.
func (l *listener) rouse() {
	select {
	case l.wake <- struct{}{}:
	default: // she has been woken already
	}
}

// take returns what is to be said, and forgets it.
func (l *listener) take() (parts string, size int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var names []string
	for p := range l.parts {
		names = append(names, p)
	}
	slices.Sort(names)
	l.parts = map[string]bool{}
	return strings.Join(names, " "), l.size
}

// renew gives the listener the rights that she has now.
func (l *listener) renew(a people.Actor, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.actor, l.now = a, now
}

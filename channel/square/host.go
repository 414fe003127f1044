package square

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"tilltal/base/clock"
	"tilltal/base/httpsig"
)

// A server that does not answer is left alone for a while, so that it does not hold up those who do: after maxFailures in a
// row nothing is sent to it for a minute, then one delivery tries; each time that fails, the pause doubles up to an hour.
const (
	maxFailures = 5
	firstPause  = time.Minute
	longPause   = time.Hour
	maxAtOnce   = 8 // deliveries to one host at a time
	trialTime   = time.Minute
)

// hosts is what we remember of other servers. It is kept when it matters: which signature they take, and that they are left
// alone.
type hosts struct {
	clock  clock.Clock
	mu     sync.Mutex
	byName map[string]*host
	loaded bool
}

type host struct {
	HostState
	under int       // deliveries under way
	trial time.Time // when somebody was let through to try
}

func newHosts(c clock.Clock) *hosts { return &hosts{clock: c, byName: map[string]*host{}} }

// loadHosts reads what was kept, once.
func (s *Square) loadHosts(ctx context.Context) error {
	h := s.hosts
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.loaded {
		return nil
	}
	known, err := s.Store.KnownHosts(ctx)
	if err != nil {
		return err
	}
	for _, k := range known {
		h.of(k.Host).HostState = k
	}
	h.loaded = true
	return nil
}

// of returns a host; the lock is held.
func (h *hosts) of(name string) *host {
	got, ok := h.byName[name]
	if !ok {
		got = &host{HostState: HostState{Host: name}}
		h.byName[name] = got
	}
	return got
}

// scheme is the way of signing to try first.
func (h *hosts) scheme(name string) httpsig.Scheme {
	h.mu.Lock()
	defer h.mu.Unlock()
	if got, ok := h.byName[name]; ok && got.Scheme != 0 {
		return got.Scheme
	}
	return httpsig.Cavage
}

// learn remembers which way of signing a host took, when that is news.
func (s *Square) learn(ctx context.Context, name string, scheme httpsig.Scheme) {
	s.hosts.mu.Lock()
	got, ok := s.hosts.byName[name]
	if !ok && scheme == httpsig.Cavage || ok && (got.Scheme == scheme || got.Scheme == 0 && scheme == httpsig.Cavage) {
		s.hosts.mu.Unlock()
		return
	}
	got = s.hosts.of(name)
	got.Scheme, got.At = scheme, s.Clock.Now()
	state := got.HostState
	s.hosts.mu.Unlock()
	_ = s.Store.KeepHost(context.WithoutCancel(ctx), state) // it will be learned again
}

// enter asks leave to send something to a host. When wait is zero, leave must be called after; otherwise the host is left
// alone for that time.
func (h *hosts) enter(name string) (wait time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	got, now := h.of(name), h.clock.Now()
	switch {
	case got.Until.After(now):
		return got.Until.Sub(now) + spread(10*time.Second)
	case got.Failures >= maxFailures && now.Sub(got.trial) < trialTime: // somebody is trying
		return 5*time.Second + spread(10*time.Second)
	case got.under >= maxAtOnce:
		return time.Second + spread(time.Second)
	}
	got.trial = now
	got.under++
	return 0
}

// leave says how it went, and returns what to keep; news is false when there is nothing to.
func (h *hosts) leave(name string, answered bool) (state HostState, news bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	got, now := h.of(name), h.clock.Now()
	got.under--
	if answered {
		news = got.Failures >= maxFailures
		got.Failures, got.Until, got.trial = 0, time.Time{}, time.Time{}
	} else {
		if got.Until.After(now) { // one of those under way when it was closed: it says nothing new
			return got.HostState, false
		}
		got.Failures++
		if news = got.Failures >= maxFailures; news {
			got.Until = now.Add(min(longPause, firstPause<<min(got.Failures-maxFailures, 6)))
		}
	}
	got.At = now
	return got.HostState, news
}

// spread is a random time, so that what was stopped together does not come back together.
func spread(d time.Duration) time.Duration { return rand.N(d) }

package example

import (
	"sync"
	"time"

	"tilltal/base/clock"
)

// Clock is the clock that the rooms of the demo are built on. It shows what another clock shows, except while the example is
// being seeded: then it stands in the past, and is moved from one thing that happened to the next.
type Clock struct {
	mu   sync.Mutex
	real clock.Clock
	at   time.Time // where it is held; zero when it runs
}

// NewClock returns a clock that runs with the real one until it is held.
func NewClock(real clock.Clock) *Clock { return &Clock{real: real} }

// Now returns where the clock is held, or else the real time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at.IsZero() {
		return c.real.Now()
	}
	return c.at
}

// hold lets the clock stand at t.
func (c *Clock) hold(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = t.UTC().Truncate(time.Microsecond)
}

// release lets it run again.
func (c *Clock) release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = time.Time{}
}

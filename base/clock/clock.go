// Package clock is the house's clock. Whoever needs the time is handed a Clock, so that a test can stop it, move it over a
// summer-time night, or let three days pass in an instant. It also has wall time: a promise to publish at 08:00 in
// Stockholm, which keeps its meaning when the zone's rules change.
package clock

import (
	"sync"
	"time"
)

// Clock tells the time.
type Clock interface{ Now() time.Time }

// System is the machine's clock, cut to microseconds: what both databases can keep.
type System struct{}

// Now returns the current time in UTC.
func (System) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Fixed is a clock for tests: it stands still until it is moved.
type Fixed struct {
	mu sync.Mutex
	at time.Time
}

// At returns a clock that stands at t.
func At(t time.Time) *Fixed { return &Fixed{at: t.UTC().Truncate(time.Microsecond)} }

// Now returns the time the clock stands at.
func (f *Fixed) Now() time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.at
}

// Move turns the clock by d, which may be negative, and returns the new time.
func (f *Fixed) Move(d time.Duration) time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.at = f.at.Add(d)
	return f.at
}

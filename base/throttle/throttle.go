// Package throttle lets each key, a person's address or a network address, do a thing only so often: a handful at once, then
// at a steady pace. It guards the sign-in, the public forms and the interface against whoever knocks a thousand times, and
// leaves everybody else alone.
//
// It lives in the memory of one process and forgets on a restart. The number of keys is bounded; when it is full, the key
// that has been quiet the longest is forgotten.
package throttle

import (
	"container/list"
	"math"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Rule says how often: Burst times at once, and once more for each Every that passes.
type Rule struct {
	Burst int           // at least one
	Every time.Duration // above zero
}

// Throttle counts by key. It is safe for many goroutines.
type Throttle struct {
	rule  Rule
	most  int
	clock clock.Clock

	mu     sync.Mutex
	bucket map[string]*list.Element // of *entry
	recent *list.List               // the latest used first
}

type entry struct {
	key     string
	limiter *rate.Limiter
}

// New returns a throttle that remembers at most so many keys, each of some 300 bytes. A rule or a number that makes no sense
// is a mistake in the program and is brought to its least: once an hour, one key.
func New(rule Rule, most int, c clock.Clock) *Throttle {
	rule.Burst = max(rule.Burst, 1)
	if rule.Every <= 0 {
		rule.Every = time.Hour
	}
	return &Throttle{rule: rule, most: max(most, 1), clock: c, bucket: map[string]*list.Element{}, recent: list.New()}
}

// maxKey bounds what a stranger can make us remember, in bytes; longer keys share by their beginning.
const maxKey = 256

// Take takes one turn for a key. Zero means go ahead; otherwise nothing was taken, and it says how long to wait.
func (t *Throttle) Take(key string) (wait time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock.Now()
	l := t.limiter(key)
	if l.AllowN(now, 1) {
		return 0
	}
	missing := 1 - l.TokensAt(now)
	return max(time.Duration(math.Ceil(missing*float64(t.rule.Every))), time.Nanosecond)
}

// Allow takes one turn for a key. The fault is TooSoon and says how long to wait.
func (t *Throttle) Allow(key string) error {
	if wait := t.Take(key); wait > 0 {
		return TooSoon(wait)
	}
	return nil
}

// Give gives a key all its turns back: who has signed in has proved that she is no guesser.
func (t *Throttle) Give(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e, ok := t.bucket[short(key)]; ok {
		t.forget(e)
	}
}

// Keys returns how many keys are remembered.
func (t *Throttle) Keys() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.bucket)
}

// TooSoon is the fault for somebody who must wait. The wait is told upwards: in whole seconds, or minutes from two on.
func TooSoon(wait time.Duration) error {
	seconds := int(math.Ceil(wait.Seconds()))
	when := lingo.Count(seconds, lingo.T("%d sekund", "%d second"), lingo.T("%d sekunder", "%d seconds"))
	if seconds >= 120 {
		when = lingo.T("%d minuter", "%d minutes").Put((seconds + 59) / 60)
	}
	return fault.New(fault.TooSoon, lingo.T("Det blev för många försök på kort tid.", "Those were too many tries in a short time.")).
		Try(lingo.T("Vänta %v och försök igen.", "Wait %v and try again.").Put(when)).Wait(wait)
}

func (t *Throttle) limiter(key string) *rate.Limiter {
	key = short(key)
	if e, ok := t.bucket[key]; ok {
		t.recent.MoveToFront(e)
		return e.Value.(*entry).limiter
	}
	if len(t.bucket) >= t.most {
		t.forget(t.recent.Back())
	}
	l := rate.NewLimiter(rate.Every(t.rule.Every), t.rule.Burst)
	t.bucket[key] = t.recent.PushFront(&entry{key: key, limiter: l})
	return l
}

func (t *Throttle) forget(e *list.Element) {
	delete(t.bucket, e.Value.(*entry).key)
	t.recent.Remove(e)
}

// short cuts a long key, into memory of its own: a slice of it would keep the whole.
func short(key string) string {
	if len(key) <= maxKey {
		return key
	}
	return strings.Clone(key[:maxKey])
}

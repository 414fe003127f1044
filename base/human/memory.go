package human

import (
	"context"
	"errors"
	"sync"
	"time"
)

// memoryLimit bounds what Memory keeps; each mark is some hundred bytes.
const memoryLimit = 100_000

// Memory keeps the spent tokens of one process: for tests, and for a house with one server that can bear to forget on a
// restart. When it is full of tokens that are not yet forgotten it returns an error, rather than let one be used twice.
type Memory struct {
	now   func() time.Time
	mu    sync.Mutex
	until map[string]time.Time
	first time.Time // no mark may be forgotten before: a full memory is not searched in vain
}

// NewMemory returns an empty memory that tells by now when a mark may be forgotten.
func NewMemory(now func() time.Time) *Memory {
	return &Memory{now: now, until: map[string]time.Time{}}
}

// Spend implements [Spent].
func (m *Memory) Spend(_ context.Context, token string, until time.Time) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, used := m.until[token]; used {
		return false, nil
	}
	if len(m.until) >= memoryLimit {
		m.forget()
	}
	if len(m.until) >= memoryLimit {
		return false, errors.New("too many answered questions to remember")
	}
	m.until[token] = until
	if len(m.until) == 1 || until.Before(m.first) {
		m.first = until
	}
	return true, nil
}

func (m *Memory) forget() {
	now := m.now()
	if now.Before(m.first) {
		return
	}
	m.first = now.Add(TooOld)
	for token, until := range m.until {
		if until.Before(now) {
			delete(m.until, token)
		} else if until.Before(m.first) {
			m.first = until
		}
	}
}

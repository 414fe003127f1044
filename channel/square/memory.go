package square

import (
	"container/list"
	"sync"
)

// memory remembers a bounded number of things by name; when it is full it forgets what has not been asked for the longest.
type memory[V any] struct {
	mu     sync.Mutex
	most   int
	byName map[string]*list.Element // of *remembered[V]
	recent *list.List               // the latest asked for first
}

type remembered[V any] struct {
	name  string
	value V
}

func newMemory[V any](most int) *memory[V] {
	return &memory[V]{most: most, byName: map[string]*list.Element{}, recent: list.New()}
}

func (m *memory[V]) get(name string) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.byName[name]
	if !ok {
		var none V
		return none, false
	}
	m.recent.MoveToFront(e)
	return e.Value.(*remembered[V]).value, true
}

func (m *memory[V]) put(name string, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e, ok := m.byName[name]; ok {
		e.Value.(*remembered[V]).value = v
		m.recent.MoveToFront(e)
		return
	}
	m.byName[name] = m.recent.PushFront(&remembered[V]{name, v})
	if m.recent.Len() > m.most {
		last := m.recent.Back()
		delete(m.byName, m.recent.Remove(last).(*remembered[V]).name)
	}
}

// drop forgets one thing.
func (m *memory[V]) drop(name string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e, ok := m.byName[name]; ok {
		m.recent.Remove(e)
		delete(m.byName, name)
	}
}

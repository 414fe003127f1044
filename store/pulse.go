package store

import (
	"context"
	"sync"
	"time"
)

// pulse wakes those who wait for something new: pages that show the inbox live, and workers that wait for jobs. It carries
// no content; who wakes reads the ledger.
type pulse struct {
	mu      sync.Mutex
	size    int64
	waiting map[chan struct{}]bool
	jobs    chan struct{}
	stopped bool
}

// beat tells that the ledger has grown to a size, and whether jobs were queued.
func (p *pulse) beat(size int64, jobs bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if size > p.size {
		p.size = size
		for c := range p.waiting {
			close(c)
		}
		p.waiting = nil
	}
	if jobs && p.jobs != nil {
		close(p.jobs)
		p.jobs = nil
	}
}

// grown returns a channel that is closed when the ledger is larger than size.
func (p *pulse) grown(size int64) <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := make(chan struct{})
	if p.size > size || p.stopped {
		close(c)
		return c
	}
	if p.waiting == nil {
		p.waiting = make(map[chan struct{}]bool)
	}
	p.waiting[c] = true
	return c
}

func (p *pulse) forget(c <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for w := range p.waiting {
		if (<-chan struct{})(w) == c {
			delete(p.waiting, w)
		}
	}
}

// queued returns a channel that is closed when this node next queues a job.
func (p *pulse) queued() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.jobs == nil {
		p.jobs = make(chan struct{})
		if p.stopped {
			close(p.jobs)
		}
	}
	return p.jobs
}

func (p *pulse) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	for c := range p.waiting {
		close(c)
	}
	p.waiting = nil
}

// nodePoll is how often a node looks for what other nodes have written.
const nodePoll = time.Second

// Await returns when the ledger is larger than size, with its new size, or when the context ends. With PostgreSQL it also
// sees, within a second, what other nodes wrote.
func (s *Store) Await(ctx context.Context, size int64) (int64, error) {
	for {
		now, err := s.Size(ctx)
		if err != nil || now > size {
			return now, err
		}
		c := s.pulse.grown(size)
		t := time.NewTimer(nodePoll)
		select {
		case <-c:
		case <-t.C:
		case <-ctx.Done():
		}
		t.Stop()
		s.pulse.forget(c)
		if ctx.Err() != nil {
			return size, ctx.Err()
		}
		select {
		case <-s.done:
			return size, closed()
		default:
		}
	}
}

// Queued returns a channel that is closed when this node next queues a job.
func (s *Store) Queued() <-chan struct{} { return s.pulse.queued() }

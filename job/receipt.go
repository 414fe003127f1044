package job

import (
	"context"
	"time"

	"tilltal/desk"
)

// receipts are jobs that end together.
type receipts struct {
	leases []desk.Lease
	err    error
	done   chan struct{}
}

// finish takes a job out of the queue; where the lane gathers, together with those that end within that time. It returns when
// that is on disk.
func (l *lane) finish(ctx context.Context, lease desk.Lease) error {
	if l.Gather == 0 {
		return l.runner.queue.Finish(ctx, lease)
	}
	l.mu.Lock()
	r, first := l.ended, l.ended == nil
	if first {
		r = &receipts{done: make(chan struct{})}
		l.ended = r
	}
	r.leases = append(r.leases, lease)
	l.mu.Unlock()
	if !first {
		<-r.done
		return r.err
	}
	time.Sleep(l.Gather)
	l.mu.Lock()
	l.ended = nil
	l.mu.Unlock()
	r.err = l.runner.queue.FinishAll(ctx, r.leases)
	close(r.done)
	return r.err
}

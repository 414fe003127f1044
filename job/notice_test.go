package job_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"tilltal/desk"
	"tilltal/desk/notice"
	"tilltal/job"
)

// growing is a ledger that grows when it is told to, and counts what is asked for.
type growing struct {
	mu    sync.Mutex
	size  int64
	asked []string
	away  int // so many times the queue is away
	grew  chan struct{}
}

func (g *growing) Await(ctx context.Context, size int64) (int64, error) {
	for {
		g.mu.Lock()
		now := g.size
		g.mu.Unlock()
		if now > size {
			return now, nil
		}
		select {
		case <-g.grew:
		case <-ctx.Done():
			return size, ctx.Err()
		}
	}
}

func (g *growing) Enqueue(_ context.Context, jobs ...desk.Job) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.away > 0 {
		g.away--
		return errors.New("away")
	}
	for _, j := range jobs {
		g.asked = append(g.asked, j.Kind+" "+j.Key)
	}
	return nil
}

// TestHeed: the first time it asks at once, then when the record has grown, and again when the queue was away.
func TestHeed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &growing{away: 1, grew: make(chan struct{}, 1)}
		ctx, stop := context.WithCancel(t.Context())
		go job.Heed(ctx, g, slog.New(slog.DiscardHandler))
		count := func(want int) {
			t.Helper()
			time.Sleep(1500 * time.Millisecond) // in the bubble: no time of anybody's
			synctest.Wait()
			g.mu.Lock()
			defer g.mu.Unlock()
			if len(g.asked) != want {
				t.Fatalf("asked %v, want %d", g.asked, want)
			}
		}
		count(1)
		count(1) // nothing has happened
		g.mu.Lock()
		g.size = 7
		g.mu.Unlock()
		g.grew <- struct{}{}
		count(2)
		stop()
		synctest.Wait()
		if g.asked[1] != notice.JobRead+" "+notice.JobRead {
			t.Errorf("%v", g.asked)
		}
	})
}

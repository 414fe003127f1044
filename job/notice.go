package job

import (
	"context"
	"log/slog"
	"time"

	"tilltal/desk"
	"tilltal/desk/counsel"
	"tilltal/desk/notice"
)

// Teller tells people what concerns them: desk/notice.
type Teller interface {
	Read(ctx context.Context) error
	Mail(ctx context.Context, held desk.Held) error
	Push(ctx context.Context, held desk.Held) error
}

// Telling is the work of reading the record on, to see who is to be told of what. It is never given up: what is not read now
// is read the next time.
func Telling(t Teller) Work {
	return Work{Kind: notice.JobRead, Attempts: 1 << 30, Do: func(ctx context.Context, _ desk.Held) error { return t.Read(ctx) }}
}

// Letters is the work of sending notices out of the house.
func Letters(t Teller) []Work {
	return []Work{{Kind: notice.JobMail, Do: t.Mail}, {Kind: notice.JobPush, Do: t.Push}}
}

// Reminder reminds those who were asked something: desk/counsel.
type Reminder interface {
	Remind(ctx context.Context, held desk.Held) error
}

// Reminding is the work of reminding. Where there is something to put on the record the room finishes the job in the same
// change; where there is not, it is finished here.
func Reminding(r Reminder) Work { return Work{Kind: counsel.JobRemind, Do: r.Remind} }

// Ledger is what Heed listens to.
type Ledger interface {
	Await(ctx context.Context, size int64) (int64, error)
	Enqueue(ctx context.Context, jobs ...desk.Job) error
}

// heedEvery is how often at most the record is read on: people wait gladly for a second, and a burst is read as one.
const heedEvery = time.Second

// Heed asks for the record to be read on when it has grown, until the context ends. The first time it asks at once, for what a
// worker left behind that died.
func Heed(ctx context.Context, l Ledger, log *slog.Logger) {
	t := time.NewTicker(heedEvery)
	defer t.Stop()
	for size := int64(-1); ctx.Err() == nil; {
		grown, err := l.Await(ctx, size)
		if err == nil {
			err = l.Enqueue(ctx, notice.Reading())
		}
		if err == nil {
			size = grown
		} else if ctx.Err() == nil {
			log.Warn("the record is not read on", "error", err)
		}
		select {
		case <-t.C:
		case <-ctx.Done():
		}
	}
}

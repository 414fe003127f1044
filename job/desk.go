package job

import (
	"context"

	"tilltal/desk"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Publisher publishes what is due: desk/publish.
type Publisher interface {
	Run(ctx context.Context, held desk.Held) error
}

// Publishing is the work of publishing at a set time. The room finishes the job in the change that publishes.
func Publishing(p Publisher) Work {
	return Work{Kind: publish.JobPublish, Do: p.Run, Finishes: true, Attempts: 100}
}

// Sorter sorts what has arrived: desk/inbox.
type Sorter interface {
	Sort(ctx context.Context) error
}

// Sorting is the work of sorting what has arrived into conversations. It is never given up: nobody else would hear what
// citizens said.
func Sorting(s Sorter) Work {
	return Work{Kind: inbox.JobSort, Attempts: 1 << 30, Do: func(ctx context.Context, _ desk.Held) error { return s.Sort(desk.Patiently(ctx)) }}
}

// Heirs gives what somebody who has left had in hand to colleagues: desk/inbox.
type Heirs interface {
	Inherit(ctx context.Context) error
}

// Inheriting is the work that follows when somebody has left. It is never given up: a citizen waits at the other end.
func Inheriting(h Heirs) Work {
	return Work{Kind: people.JobLeft, Attempts: 1 << 30, Do: func(ctx context.Context, _ desk.Held) error { return h.Inherit(ctx) }}
}

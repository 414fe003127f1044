package job

import (
	"context"
	"time"

	"tilltal/desk"
	"tilltal/desk/shift"
)

// Relay goes the round of the shifts: desk/shift.
type Relay interface {
	Round(ctx context.Context) error
}

// Shifts is the work of the shift clock. It is never given up: nobody else would see that a shift has ended. What could not be
// done this time is done in the next round, a minute later.
func Shifts(r Relay) Work {
	return Work{Kind: shift.JobClock, Attempts: 1 << 30, Backoff: func(int) time.Duration { return 10 * time.Second },
		Do: func(ctx context.Context, _ desk.Held) error { return r.Round(ctx) }}
}

package job

import (
	"context"
	"encoding/json"
	"time"

	"tilltal/channel/square"
	"tilltal/desk"
)

// Deliverer delivers one activity to one inbox. The square is one.
type Deliverer interface {
	Deliver(ctx context.Context, d square.Delivery, attempt int) error
}

// Couriers is how many deliveries are under way at once (bud). Most of them wait for an answer: a hundred milliseconds is
// common, so that a thousand servers take less than a second, and the processor is left to sign.
const Couriers = 320

// Delivery is the lane that carries what we say to other servers, by itself, so that a slow server holds up nothing else.
func Delivery(d Deliverer) Lane {
	return Lane{Name: "deliver", Workers: Couriers, Outward: true, Gather: 10 * time.Millisecond, Works: []Work{{
		Kind: square.JobDeliver, Attempts: 10_000, Backoff: square.Backoff, // the square says itself when it has tried long enough
		Do: func(ctx context.Context, held desk.Held) error {
			var what square.Delivery
			if err := json.Unmarshal(held.Payload, &what); err != nil {
				return unreadable(err)
			}
			return d.Deliver(ctx, what, held.Attempts)
		},
	}}}
}

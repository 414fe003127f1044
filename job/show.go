package job

import (
	"context"
	"encoding/json"

	"tilltal/base/fault"
	"tilltal/channel"
	"tilltal/desk"
	"tilltal/desk/account"
)

// Register reads the accounts, for the channels. package bridge has one.
type Register interface {
	// AccountNow returns an account as it shows itself now; fault.NotFound when there is none.
	AccountNow(ctx context.Context, id string) (channel.Account, error)
}

// Showing tells readers on every channel that an account shows something new of itself. What is told is what it shows when that
// leaves. Done twice it is told once, for the change has a name.
func Showing(r Register, channels []channel.Channel) Work {
	return Work{Kind: account.JobShown, Attempts: 100, Do: func(ctx context.Context, held desk.Held) error {
		var s account.Shown
		if err := json.Unmarshal(held.Payload, &s); err != nil {
			return unreadable(err)
		}
		a, err := r.AccountNow(ctx, s.Account)
		if err != nil {
			return err
		}
		var failed error
		for _, c := range channels {
			if x, ok := c.(channel.Describer); ok {
				if err := x.Describe(ctx, a, s.Change); failed == nil {
					failed = fault.Wrap(c.Sheet().Name, err)
				}
			}
		}
		return failed
	}}
}

package job

import (
	"context"
	"encoding/json"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/channel"
	"tilltal/desk"
	"tilltal/desk/publish"
)

// Posts reads what has been said, for the channels. package bridge has one.
type Posts interface {
	// Post returns a post as it stands now; fault.NotFound when there is none.
	Post(ctx context.Context, id string) (channel.Post, error)
}

// Fanout carries what was said on the square to every channel (spridning). What is carried is the post as it stands when it
// leaves: a correction that came in between goes along, and what has been withdrawn does not leave at all. Done twice it leads
// to one post on each channel, for every channel promises that.
func Fanout(posts Posts, channels []channel.Channel) Work {
	return Work{Kind: publish.JobFanout, Attempts: 100, Do: func(ctx context.Context, held desk.Held) error {
		var f publish.Fanout
		if err := json.Unmarshal(held.Payload, &f); err != nil {
			return unreadable(err)
		}
		p, err := posts.Post(ctx, f.Post)
		if err != nil {
			return err
		}
		var failed error
		for _, c := range channels { // one that fails does not hold the others back
			if err := carry(ctx, c, f.Activity, p); failed == nil {
				failed = fault.Wrap(c.Sheet().Name, err)
			}
		}
		return failed
	}}
}

func carry(ctx context.Context, c channel.Channel, activity string, p channel.Post) error {
	switch activity {
	case publish.Create:
		if p.Withdrawn != nil {
			return nil
		}
		_, err := c.Publish(ctx, p)
		return err
	case publish.Update:
		if x, ok := c.(channel.Corrector); ok && p.Withdrawn == nil {
			return x.Correct(ctx, p)
		}
	case publish.Delete:
		if x, ok := c.(channel.Withdrawer); ok {
			return x.Withdraw(ctx, p)
		}
	}
	return nil
}

func unreadable(err error) error {
	return fault.New(fault.Invalid, lingo.T("Jobbet går inte att läsa.", "The job cannot be read.")).Because(err)
}

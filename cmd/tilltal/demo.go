package main

import (
	"context"
	"fmt"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/cmd/tilltal/example"
)

type demoCmd struct {
	serveFlags
	Ahead time.Duration `name:"ahead" default:"0" placeholder:"TIME" help:"Show the example as it will be so much later: 168h is a week."`
}

// Run starts the desk with an example authority, and tells who may sign in.
func (c *demoCmd) Run(ctx context.Context, t terminal) error {
	past := example.NewClock(ahead{clock.System{}, c.Ahead})
	return c.serve(ctx, t, opening{clock: past, hasher: example.Sparing, prepare: func(ctx context.Context, h *house, r *rooms) error {
		cast, err := example.Seed(ctx, example.Rooms{
			Start: r.start, People: r.people, Accounts: r.account, Routines: r.guideline, Frames: r.frame, Lessons: r.lesson, Shifts: r.shift,
			Drafts: r.draft, Review: r.review, Publish: r.publish, Inbox: r.inbox, Ideas: r.idea, Counsel: r.counsel,
		}, past, h.base.String(), h.log)
		if err != nil {
			return err
		}
		introduce(t, cast)
		return nil
	}})
}

// ahead is a clock that is fast by some time: what belongs to a week from now can be looked at today.
type ahead struct {
	clock.Clock
	by time.Duration
}

// Now returns the time it will be.
func (a ahead) Now() time.Time { return a.Clock.Now().Add(a.by) }

// introduce tells who may sign in.
func introduce(t terminal, cast example.Cast) {
	if len(cast.Members) == 0 {
		t.say(lingo.T("Datamappen har redan en annan myndighet. Exemplet är inte inlagt.", "The data folder has another authority already. The example is not put in."))
		return
	}
	t.say(lingo.T("De här kan logga in, alla med lösenordet %s:", "These may sign in, all with the password %s:"), cast.Members[0].Password)
	for _, m := range cast.Members {
		fmt.Fprintf(t.out, "  %-42s %-22s %s\n", m.Email, m.Name, m.Work.In(t.lang))
	}
}

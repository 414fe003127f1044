package main

import (
	"context"
	"errors"
	"runtime/debug"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/job"
	"tilltal/web"
	"tilltal/web/staff/signin"
)

// serveFlags are the settings of a desk that answers.
type serveFlags struct {
	where
	signInFlags
	mailFlags
	Listen string `name:"listen" env:"TILLTAL_LISTEN" default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address and port to answer on."`
}

type serveCmd struct{ serveFlags }

// Run starts the desk and the square, and answers until it is told to stop.
func (c *serveCmd) Run(ctx context.Context, t terminal) error {
	return c.serve(ctx, t, opening{})
}

// opening is what the demo does otherwise than the real thing.
type opening struct {
	clock   clock.Clock                                 // nil: the machine's
	hasher  func(people.Hasher) people.Hasher           // nil: as it is
	prepare func(context.Context, *house, *rooms) error // before the doors open; nil: nothing
}

// serve opens the house and answers.
func (c *serveFlags) serve(ctx context.Context, t terminal, o opening) error {
	if c.BaseURL == "" {
		c.BaseURL = "http://" + c.Listen
	}
	h, err := c.enterOrMake(ctx, t.err, o.clock)
	if err != nil {
		return err
	}
	defer h.Close()
	if err := h.connect(c.signInFlags); err != nil {
		return err
	}
	if h.post, err = c.mailFlags.post(c.AllowLoopback); err != nil {
		return err
	}
	r := h.furnish(o.hasher)
	if o.prepare != nil {
		if err := o.prepare(ctx, h, r); err != nil {
			return err
		}
	}
	return h.open(ctx, t, c.Listen, r)
}

// open starts the workers and opens the doors.
func (h *house) open(ctx context.Context, t terminal, listen string, r *rooms) error {
	meters := prometheus.NewRegistry()
	h.watchEmergency(meters, r)
	runner := job.New(h.store, h.clock, h.log, h.known.Load, h.lanes(r)...)
	code, err := h.setupCode(ctx, t, r)
	if err != nil {
		return err
	}
	if err := h.store.Resume(ctx); err != nil {
		return err
	}
	server := web.New(h.doors(r, runner, meters, code))
	work, stop := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() { runner.Run(work) })
	wg.Go(func() { h.rounds(work, r) })
	wg.Go(func() { job.Heed(work, h.store, h.log) })
	err = server.Serve(ctx, listen, func(address string) { h.greet(t, address) })
	stop()
	wg.Wait()
	return err
}

// setupCode makes the code that the first start asks for, and tells it on the terminal; "" when the desk has been started.
func (h *house) setupCode(ctx context.Context, t terminal, r *rooms) (string, error) {
	needed, err := r.start.Needed(ctx)
	if err != nil || !needed {
		return "", err
	}
	code := signin.NewSetupCode()
	t.say(lingo.T("Skrivbordet är nytt. Börja här: %s", "The desk is new. Begin here: %s"), signin.StartAddress(h.base.String(), code))
	return code, nil
}

// greet tells on the terminal that the doors are open.
func (h *house) greet(t terminal, address string) {
	t.say(lingo.T("Tilltal är igång: %s", "Tilltal is running: %s"), h.base)
	if !h.known.Load() {
		t.say(lingo.T("Det här är en kopia av skrivbordet. Den skickar ingenting förrän du kör: tilltal instance claim --by \"Ditt namn\"",
			"This is a copy of the desk. It sends nothing until you run: tilltal instance claim --by \"Your name\""))
	}
	h.log.Info("open", "address", address, "base", h.base.String(), "postgres", h.store.Postgres())
}

// rounds does what is done again and again: old sessions are swept out, the shifts are looked after, a claim made elsewhere is noticed, and the memory that
// a sign-in or a burst took is given back to the machine, so that a desk at rest is small.
func (h *house) rounds(ctx context.Context, r *rooms) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		if err := r.people.Sweep(ctx); err != nil {
			h.log.Error("old sessions could not be swept out", "error", err)
		}
		if err := h.store.Enqueue(ctx, shift.Ring(h.clock.Now().Truncate(time.Minute))); err != nil {
			h.log.Error("the round of the shifts could not be asked for", "error", err)
		}
		if err := errors.Join(r.notice.Watch(ctx), r.notice.Sweep(ctx)); err != nil {
			h.log.Error("who is to be told of what could not be seen to", "error", err)
		}
		if err := r.inbox.Inherit(ctx); err != nil {
			h.log.Error("what somebody who has left had in hand could not be given to a colleague", "error", err)
		}
		if h.clock.Now().Minute() == 0 {
			if err := h.store.SweepSquare(ctx); err != nil {
				h.log.Error("what the square no longer needs could not be forgotten", "error", err)
			}
		}
		if err := h.recognise(ctx); err != nil {
			h.log.Error("whether this is the real desk could not be read", "error", err)
		}
		debug.FreeOSMemory()
	}
}

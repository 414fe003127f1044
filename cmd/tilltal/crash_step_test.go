package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"syscall"
	"testing"
	"time"
)

// steps are the moments between one thing that is certain and the next, in the four kinds of work. The program is killed the
// first, the second and the third time that it comes to each: then there are letters, posts and deliveries before and after it.
var steps = []string{
	// Receiving: from the signature to the conversation.
	"believed Create", "decided inbox.arrived", "written inbox.arrived", "committed inbox.arrived",
	"taken inbox.sort", "decided inbox.sorted", "written inbox.opened", "written inbox.sorted", "committed inbox.sorted",
	// Publishing: on one's own, and with a colleague's approval, which leaves it to a worker.
	"committed draft.begun", "committed draft.submitted", "decided publish.published", "written publish.published",
	"committed publish.published", "committed review.approved", "taken publish", "done publish",
	"taken fanout", "done fanout", "finished fanout",
	// Delivering: between one follower's server and the next.
	"written deliver", "taken deliver", "sent deliver", "done deliver", "finished deliver",
	// Answering a citizen.
	"decided publish.answered", "written publish.answered", "committed publish.answered",
}

const (
	timesEach = 3
	unchosen  = 30 // kills at a moment that nobody chose
)

// ends is how the rounds end: each is a step with the time it is passed, or "" for a moment that nobody chose. Their order is
// mixed, so that what one death left behind is met by every other.
func (c *crash) ends() []string {
	ends := make([]string, unchosen)
	for _, s := range steps {
		for n := range timesEach {
			ends = append(ends, fmt.Sprint(s, " ", n+1))
		}
	}
	c.seed.Shuffle(len(ends), func(i, j int) { ends[i], ends[j] = ends[j], ends[i] })
	return ends
}

// await returns when the program has died at the step that is named, or when a moment has passed that nobody chose. What those who
// died before left behind is done first, and that may take its time.
func (c *crash) await(end string) {
	c.t.Helper()
	if end == "" {
		time.Sleep(time.Duration(20+c.seed.IntN(400)) * time.Millisecond)
		return
	}
	select {
	case <-c.p.gone:
		if s, ok := c.p.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || !s.Signaled() || s.Signal() != syscall.SIGKILL {
			c.t.Errorf("at %q the program ended with %v: %s", end, c.p.cmd.ProcessState, c.p.errors)
		}
	case <-time.After(generous):
		c.t.Errorf("work never came to %q", end)
	}
}

// pair is an employee who writes where two read, and the colleague who reads. A worker publishes what they agree on.
func (c *crash) pair(ctx context.Context, round int) {
	for k := 0; c.goesOn(ctx); k++ {
		d := c.handsIn(c.second, c.read, fmt.Sprintf("På lördag är det öppet hus i biblioteket. Alla är välkomna. (%d, %d)", round, k))
		if d.ID == "" || !c.done(c.reader, "/reviews/"+d.ID+"/approve", map[string]any{"hash": d.Latest.Hash}, nil) {
			continue
		}
		c.mu.Lock()
		c.approved = append(c.approved, d.ID)
		c.mu.Unlock()
	}
}

// everyApprovalLed: what was approved has been published by a worker, whoever died meanwhile.
func (c *crash) everyApprovalLed(published map[string]string) {
	c.t.Helper()
	for _, draft := range c.approved {
		if published[draft] == "" {
			c.t.Errorf("draft %s was approved, and is not published", draft)
		}
	}
}

// TestTheRealProgramCannotBeToldToDie looks for the switch in what an authority runs.
func TestTheRealProgramCannotBeToldToDie(t *testing.T) {
	for _, k := range []struct {
		program string
		has     bool
	}{{usual.program(t), false}, {mortal.program(t), true}} {
		text, err := os.ReadFile(k.program)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text, []byte("TILLTAL_MISHAP")) != k.has {
			t.Errorf("the program's switch for dying: wanted %v", k.has)
		}
	}
	if 2*(len(steps)*timesEach+unchosen) < 200 {
		t.Error("fewer than two hundred kills on two databases")
	}
}

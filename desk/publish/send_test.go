package publish_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

func TestScheduled(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		amina := h.People[drafttest.Amina]
		eight := drafttest.Wall(t, "2026-11-24", "08:00") // 07:00 UTC, 20 hours after noon
		id, _ := h.handIn(t, drafttest.Saying("God morgon!"), draft.Handing{When: eight})
		o, err := h.posts.PublishOwn(ctx, amina, id)
		if err != nil || o.Schedule == nil || o.At.Format("15:04") != "07:00" || h.state(t, id) != draft.Scheduled {
			t.Fatalf("scheduled: %+v, %v", o, err)
		}
		again, err := h.posts.PublishOwn(ctx, amina, id)
		if err != nil || again.Schedule.ID != o.Schedule.ID {
			t.Errorf("a second click: %+v, %v", again, err)
		}
		from := h.Clock.Now()
		slots, err := h.posts.Calendar(ctx, amina, from, from.Add(24*time.Hour))
		if err != nil || len(slots) != 1 || slots[0].When != eight || slots[0].Text != "God morgon!" || slots[0].State != draft.Scheduled {
			t.Errorf("the calendar: %+v, %v", slots, err)
		}
		nine := drafttest.Wall(t, "2026-11-24", "09:00")
		if o, err = h.posts.Release(ctx, h.People[drafttest.Carin], id, nine); err != nil {
			t.Fatal(err)
		}
		h.Clock.Move(20*time.Hour + time.Second)
		if n := h.work(t); n != 1 || h.state(t, id) != draft.Scheduled {
			t.Fatalf("the job of the old time: %d, %s", n, h.state(t, id))
		}
		h.Clock.Move(time.Hour)
		if n := h.work(t); n != 1 || h.state(t, id) != draft.Published {
			t.Fatalf("at its time: %d jobs, %s", n, h.state(t, id))
		}
		if slots, err = h.posts.Calendar(ctx, amina, from, from.Add(24*time.Hour)); err != nil || len(slots) != 1 || slots[0].Post == "" || slots[0].When != (clock.Wall{}) {
			t.Errorf("the calendar after: %+v, %v", slots, err)
		}
		if slots, err = h.posts.Calendar(ctx, h.People[drafttest.Gunnar], from, from.Add(24*time.Hour)); err != nil || len(slots) != 0 {
			t.Errorf("the calendar of somebody else: %+v, %v", slots, err)
		}
	})
}

func TestWhatStopsAScheduledPost(t *testing.T) {
	for name, k := range map[string]struct {
		happens func(t *testing.T, h house, id string)
		why     string
	}{
		"an outage of three days": {func(_ *testing.T, h house, _ string) { h.Clock.Move(72 * time.Hour) }, publish.HoldLate},
		"she left":                {func(_ *testing.T, h house, _ string) { h.Leave(drafttest.Amina) }, publish.HoldRights},
		"the mandate ended at that moment": {func(_ *testing.T, h house, _ string) {
			h.People[drafttest.Amina].Mandates[0].Until = h.Clock.Now()
		}, publish.HoldShift},
		"the account closed": {func(_ *testing.T, h house, _ string) {
			a := h.Accounts[drafttest.Account]
			a.ClosedAt = h.Clock.Now()
			h.Accounts[drafttest.Account] = a
		}, publish.HoldClosed},
		"it is a copy": {func(_ *testing.T, h house, _ string) { h.Copy = true }, publish.HoldCopy},
		"a colleague stopped it": {func(t *testing.T, h house, id string) {
			if _, err := h.posts.Cancel(ctx, h.People[drafttest.Carin], id, "Vänta."); err != nil {
				t.Fatal(err)
			}
		}, publish.HoldPerson},
	} {
		t.Run(name, func(t *testing.T) {
			h := open(drafttest.Small(t))
			id, _ := h.handIn(t, drafttest.Saying("Hej."), draft.Handing{When: drafttest.Wall(t, "2026-11-24", "08:00")})
			if _, err := h.posts.PublishOwn(ctx, h.People[drafttest.Amina], id); err != nil {
				t.Fatal(err)
			}
			h.Clock.Move(20*time.Hour + time.Minute)
			k.happens(t, h, id)
			if n := h.work(t); n != 1 || h.state(t, id) != draft.Held {
				t.Fatalf("%d jobs, %s", n, h.state(t, id))
			}
			plan, err := h.posts.Plan(ctx, h.People[drafttest.Carin], id)
			if err != nil || plan.Hold == nil || plan.Hold.Why != k.why || plan.Schedule != nil {
				t.Errorf("the plan: %+v, %v", plan, err)
			}
			if c := h.carried(t); len(c) != 0 {
				t.Errorf("carried on: %+v", c)
			}
		})
	}
}

// TestTheNextCuratorIsAsked: what was to go out after its writer's shift goes out under the next one's name, or not at all.
func TestTheNextCuratorIsAsked(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		id, _ := h.handIn(t, drafttest.Saying("Hej."), draft.Handing{When: drafttest.Wall(t, "2026-11-24", "08:00")})
		if _, err := h.posts.PublishOwn(ctx, h.People[drafttest.Amina], id); err != nil {
			t.Fatal(err)
		}
		h.Clock.Move(20*time.Hour + time.Minute)
		h.People[drafttest.Amina].Mandates[0].Until = h.Clock.Now().Add(-time.Hour)
		if n := h.work(t); n != 1 || h.state(t, id) != draft.Held {
			t.Fatalf("%d jobs, %s", n, h.state(t, id))
		}
		bengt := h.People[drafttest.Bengt]
		if _, err := h.posts.Release(ctx, bengt, id, clock.Wall{}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("released under the name of somebody whose shift is over: %v", err)
		}
		if _, err := h.drafts.Submit(ctx, bengt, id, draft.Handing{Version: 1}); err != nil {
			t.Fatal(err)
		}
		o, err := h.posts.PublishOwn(ctx, bengt, id)
		if err != nil || o.Post == "" {
			t.Fatalf("%+v, %v", o, err)
		}
		if p, err := h.posts.Load(ctx, o.Post); err != nil || p.By != drafttest.Bengt || p.Curator.Person != drafttest.Bengt {
			t.Errorf("signed by %+v, %v", p.Curator, err)
		}
	})
}

func TestAPersonAnswersAStop(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		amina := h.People[drafttest.Amina]
		id, s := h.handIn(t, drafttest.Saying("Det är troligen sant."), draft.Handing{When: drafttest.Wall(t, "2026-11-23", "13:00")})
		h.Clock.Move(90 * time.Minute) // 13.30 in Stockholm
		o, err := h.reviews.Approve(ctx, h.People[drafttest.Bengt], id, s.Hash, "")
		if err != nil || o.Late == nil || h.state(t, id) != draft.Held {
			t.Fatalf("a late approval: %+v, %v", o, err)
		}
		h.Clock.Move(time.Hour)
		if n := h.work(t); n != 0 {
			t.Fatalf("a late approval fired: %d jobs", n)
		}
		if _, err := h.posts.Release(ctx, amina, id, drafttest.Wall(t, "2026-11-23", "12:00")); !fault.Is(err, fault.Invalid) {
			t.Errorf("a time that has passed: %v", err)
		}
		if o, err := h.posts.Release(ctx, amina, id, drafttest.Wall(t, "2026-11-23", "15:00")); err != nil || o.Schedule == nil {
			t.Fatalf("a new time: %+v, %v", o, err)
		}
		if _, err := h.posts.Cancel(ctx, amina, id, ""); err != nil {
			t.Fatal(err)
		}
		if o, err := h.posts.Release(ctx, amina, id, clock.Wall{}); err != nil || o.Post == "" || h.state(t, id) != draft.Published {
			t.Fatalf("now: %+v, %v", o, err)
		}
		h.Clock.Move(time.Hour)
		h.work(t)
		if n, err := h.CountPosts(ctx, publish.List{}); err != nil || n != 1 {
			t.Errorf("%d posts, %v", n, err)
		}
	})
}

func TestCancelOfWhatWaitsForReview(t *testing.T) {
	h := open(drafttest.Small(t))
	id, _ := h.handIn(t, drafttest.Saying("Det är troligen sant."), draft.Handing{})
	if _, err := h.posts.Cancel(ctx, h.People[drafttest.Amina], id, ""); !fault.Is(err, fault.Conflict) {
		t.Errorf("got %v", err)
	}
	if _, err := h.posts.Cancel(ctx, h.People[drafttest.Gunnar], id, ""); !fault.Is(err, fault.Forbidden) {
		t.Errorf("somebody else: %v", err)
	}
}

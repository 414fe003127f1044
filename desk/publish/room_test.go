package publish_test

import (
	"context"
	"encoding/json"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/desk/review"
	"tilltal/store"
	"tilltal/store/drafttest"
)

var ctx = context.Background()

// house is the three rooms on one desk.
type house struct {
	*drafttest.Desk
	drafts  *draft.Room
	reviews *review.Room
	posts   *publish.Room
}

func open(d *drafttest.Desk) house {
	h := house{Desk: d, drafts: draft.New(d, d.Clock, drafttest.Checks()), reviews: review.New(d, d.Clock)}
	h.posts = publish.New(d, d.Clock, d, h.drafts, d.Real)
	return h
}

// handIn begins a draft by Amina and hands it in.
func (h house) handIn(t testing.TB, start draft.Start, hand draft.Handing) (string, draft.Submission) {
	t.Helper()
	w, err := h.drafts.Begin(ctx, h.People[drafttest.Amina], start)
	if err != nil {
		t.Fatal(err)
	}
	hand.Version = 1
	s, err := h.drafts.Submit(ctx, h.People[drafttest.Amina], w.ID, hand)
	if err != nil {
		t.Fatal(err)
	}
	return w.ID, s
}

// publish publishes on Amina's own judgement.
func (h house) publish(t testing.TB, start draft.Start) string {
	t.Helper()
	id, _ := h.handIn(t, start, draft.Handing{Reason: "Därför."})
	o, err := h.posts.PublishOwn(ctx, h.People[drafttest.Amina], id)
	if err != nil {
		t.Fatal(err)
	}
	return o.Post
}

// work does every job of a kind that is due, as the workers do, and returns how many there were.
func (h house) work(t testing.TB) int {
	t.Helper()
	jobs, err := h.Claim(ctx, []string{publish.JobPublish}, 100, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range jobs {
		err := h.posts.Run(ctx, j)
		if fault.Is(err, fault.TooSoon) {
			err = h.Retry(ctx, j.Lease, h.Clock.Now().Add(fault.Of(err).After), "too soon")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return len(jobs)
}

// verify asks that every fact stands on the record as it was written.
func (h house) verify(t testing.TB) {
	t.Helper()
	report, err := h.Verify(ctx, store.VerifyOptions{})
	if err != nil || len(report.Problems) > 0 || report.Facts == 0 {
		t.Errorf("the record: %+v, %v", report, err)
	}
}

// carried returns what the channels were asked to carry on.
func (h house) carried(t testing.TB) (out []publish.Fanout) {
	t.Helper()
	jobs, err := h.Claim(ctx, []string{publish.JobFanout}, 100, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range jobs {
		var f publish.Fanout
		if err := json.Unmarshal(j.Payload, &f); err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
		if err := h.Finish(ctx, j.Lease); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func (h house) state(t testing.TB, id string) draft.State {
	t.Helper()
	d, err := h.Draft(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return d.State
}

func TestTheMainJob(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		id, s := h.handIn(t, drafttest.Saying("Det är troligen sant."), draft.Handing{})
		if _, err := h.posts.PublishOwn(ctx, h.People[drafttest.Amina], id); !fault.Is(err, fault.Forbidden) {
			t.Fatalf("she published past the routine: %v", err)
		}
		tasks, err := h.reviews.Waiting(ctx, h.People[drafttest.Bengt])
		if err != nil || len(tasks) != 1 || tasks[0].Submission.ID != s.ID || tasks[0].Author != "Amina Larsson" || tasks[0].Account != "Parken" {
			t.Fatalf("waiting: %+v, %v", tasks, err)
		}
		if own, err := h.reviews.Waiting(ctx, h.People[drafttest.Amina]); err != nil || len(own) != 0 {
			t.Errorf("her own waits for her: %+v, %v", own, err)
		}
		task, err := h.reviews.Task(ctx, h.People[drafttest.Bengt], id)
		if err != nil || h.reviews.May(h.People[drafttest.Bengt], task) != nil || h.reviews.May(h.People[drafttest.Farid], task) == nil {
			t.Errorf("the task: %+v, %v", task, err)
		}
		o, err := h.reviews.Approve(ctx, h.People[drafttest.Bengt], id, s.Hash, "Bra!")
		if err != nil || !o.AtOnce || h.state(t, id) != draft.Ready {
			t.Fatalf("approved: %+v, %v", o, err)
		}
		if n := h.work(t); n != 1 || h.state(t, id) != draft.Published {
			t.Fatalf("%d jobs, then %s", n, h.state(t, id))
		}
		w, _ := h.Draft(ctx, id)
		p, err := h.posts.Public(ctx, w.PublishedAs)
		if err != nil || p.Hash != s.Hash || p.Content.Digest() != s.Hash || p.Curator.GivenName != "Amina" || p.Curator.Unit != "Parkenheten" || p.Seen == 0 {
			t.Errorf("on the square: %+v, %v", p, err)
		}
		if c := h.carried(t); len(c) != 1 || c[0] != (publish.Fanout{Post: p.ID, Activity: publish.Create}) {
			t.Errorf("carried on: %+v", c)
		}
		if _, err := h.drafts.Save(ctx, h.People[drafttest.Amina], id, 1, draft.Content{Text: "Nej."}); !fault.Is(err, fault.Conflict) {
			t.Errorf("an edit of what is published: %v", err)
		}
		if _, err := h.reviews.Return(ctx, h.People[drafttest.Bengt], id, s.Hash, "Ändra."); !fault.Is(err, fault.Conflict) {
			t.Errorf("a return of what is published: %v", err)
		}
		h.verify(t)
	})
}

func TestAReturnVoidsTheSubmission(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		id, s := h.handIn(t, drafttest.Saying("Det är troligen sant."), draft.Handing{})
		if _, err := h.reviews.Return(ctx, h.People[drafttest.Bengt], id, s.Hash, "Är det sant?"); err != nil {
			t.Fatal(err)
		}
		w, err := h.Draft(ctx, id)
		if err != nil || w.Submission != nil || w.Returned != "Är det sant?" || w.State != draft.Returned {
			t.Fatalf("returned: %+v, %v", w, err)
		}
		if _, err := h.reviews.Approve(ctx, h.People[drafttest.Bengt], id, s.Hash, ""); !fault.Is(err, fault.Conflict) {
			t.Errorf("approved after the return: %v", err)
		}
		again, err := h.drafts.Submit(ctx, h.People[drafttest.Amina], id, draft.Handing{Version: 1})
		if err != nil || again.ID == s.ID {
			t.Fatalf("handed in again: %+v, %v", again, err)
		}
		if w, _ = h.Draft(ctx, id); w.Returned != "" || w.State != draft.Waiting {
			t.Errorf("after that: %+v", w)
		}
	})
}

// Fifty people click at once, and fifty workers take the same job.
func TestFiftyAtOnceMakeOnePost(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		id, s := h.handIn(t, drafttest.Saying("Det är troligen sant."), draft.Handing{})
		if n := fifty(t, func() error {
			_, err := h.reviews.Approve(ctx, h.People[drafttest.Bengt], id, s.Hash, "")
			return err
		}); n != 1 {
			t.Errorf("%d approvals", n)
		}
		jobs, err := h.Claim(ctx, []string{publish.JobPublish}, 10, time.Minute)
		if err != nil || len(jobs) != 1 {
			t.Fatalf("%d jobs, %v", len(jobs), err)
		}
		if n := fifty(t, func() error { return h.posts.Run(ctx, jobs[0]) }); n != 1 {
			t.Errorf("%d workers published", n)
		}
		own, _ := h.handIn(t, drafttest.Saying("Hej."), draft.Handing{})
		if n := fifty(t, func() error { _, err := h.posts.PublishOwn(ctx, h.People[drafttest.Amina], own); return err }); n != 1 {
			t.Errorf("%d clicks published", n)
		}
		if n, err := h.CountPosts(ctx, publish.List{}); err != nil || n != 2 {
			t.Errorf("%d posts, %v", n, err)
		}
		if c := h.carried(t); len(c) != 2 {
			t.Errorf("carried on: %+v", c)
		}
	})
}

// fifty does a thing fifty times at once and returns how many went well; the others must be told that another was first.
func fifty(t *testing.T, do func() error) int {
	t.Helper()
	var good atomic.Int32
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() {
			switch err := do(); {
			case err == nil:
				good.Add(1)
			case !fault.Is(err, fault.Conflict):
				t.Error(err)
			}
		})
	}
	wait.Wait()
	return int(good.Load())
}

// A worker that was given up must not publish, and one that comes after it must not publish twice.
func TestALostLeasePublishesNothing(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		id, s := h.handIn(t, drafttest.Saying("Det är troligen sant."), draft.Handing{})
		if _, err := h.reviews.Approve(ctx, h.People[drafttest.Bengt], id, s.Hash, ""); err != nil {
			t.Fatal(err)
		}
		dead, err := h.Claim(ctx, []string{publish.JobPublish}, 1, time.Second)
		if err != nil || len(dead) != 1 {
			t.Fatal(dead, err)
		}
		h.Clock.Move(2 * time.Second)
		living, err := h.Claim(ctx, []string{publish.JobPublish}, 1, time.Minute)
		if err != nil || len(living) != 1 {
			t.Fatal(living, err)
		}
		if err := h.posts.Run(ctx, dead[0]); !fault.Is(err, fault.Conflict) || h.state(t, id) == draft.Published {
			t.Fatalf("the dead worker: %v, %s", err, h.state(t, id))
		}
		if err := h.posts.Run(ctx, living[0]); err != nil || h.state(t, id) != draft.Published {
			t.Fatalf("the living worker: %v", err)
		}
		if err := h.posts.Run(ctx, living[0]); !fault.Is(err, fault.Conflict) {
			t.Errorf("once more: %v", err)
		}
	})
}

func TestABrokenJobIsToldOf(t *testing.T) {
	h := open(drafttest.Small(t))
	for payload, kind := range map[string]fault.Kind{`{`: fault.Invalid, `{"draft":"none"}`: fault.NotFound} {
		if err := h.posts.Run(ctx, desk.Held{Payload: []byte(payload)}); !fault.Is(err, kind) {
			t.Errorf("%s: %v", payload, err)
		}
	}
}

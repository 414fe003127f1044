package publish_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

// Whatever people do with a text, in whatever order, with whatever clock: what goes out is byte for byte what was handed in
// and approved, it goes out once, nobody publishes without what the routine asks, and nothing that is late goes out by
// itself.
func TestWhateverPeopleDo(t *testing.T) {
	h := open(drafttest.Small(t))
	rapid.Check(t, func(t *rapid.T) {
		f := newFuss(t, h)
		t.Repeat(map[string]func(*rapid.T){
			"":            func(t *rapid.T) { f.check(t) },
			"save":        f.save,
			"submit":      f.submit,
			"approve":     f.approve,
			"return":      f.handBack,
			"publish own": f.publishOwn,
			"release":     f.release,
			"cancel":      f.cancel,
			"work":        f.work,
			"time passes": func(t *rapid.T) { h.Clock.Move(time.Duration(rapid.IntRange(1, 100).Draw(t, "minutes")) * time.Minute) },
			"replay":      f.replay,
			"mandate":     f.mandate,
		})
	})
}

// fuss is one text that many people work at, and what an onlooker with a notebook has seen.
type fuss struct {
	house
	id        string
	hashes    []string            // of every version there has been
	writers   map[string]bool     // who has saved a version
	approvals map[string][]string // who approved, by submission and hash
	orders    [][]byte            // every job there has been
	released  string              // the submission that a person last gave a time, or published
	late      map[string]bool     // submissions that were approved after their time
	before    draft.Draft         // as the draft was before what was done last
	plan      publish.Plan        // and what had been decided on it
	by        string              // who did it; "" for the desk itself
	gone      bool                // it has gone out
}

func newFuss(t *rapid.T, h house) *fuss {
	h.People[drafttest.Amina] = drafttest.Mandated(drafttest.Amina, people.Voice, h.Clock.Now())
	w, err := h.drafts.Begin(ctx, h.People[drafttest.Amina], drafttest.Saying(anyText.Draw(t, "first")))
	if err != nil {
		t.Fatal(err)
	}
	f := &fuss{house: h, id: w.ID, hashes: []string{w.Latest.Hash}, writers: map[string]bool{drafttest.Amina: true},
		approvals: map[string][]string{}, late: map[string]bool{}}
	_, err = h.drafts.Submit(ctx, h.People[drafttest.Amina], f.id, f.anyHanding(t, 1))
	allowed(t, err)
	h.Clock.Move(time.Duration(rapid.SampledFrom([]int{1, 45, 100}).Draw(t, "minutes it waits")) * time.Minute)
	return f
}

// anyText asks, in this order: nothing, a reason, a second reader twice, the communicator, the decision maker.
var anyText = rapid.SampledFrom([]string{"Hej.", "Det är kanske så.", "Det är troligen så.", "Det är nog troligen så.", "Det är säkert så.", "Det är svårt."})

func (f *fuss) anyHanding(t *rapid.T, version int) draft.Handing {
	hand := draft.Handing{Version: version, Reason: rapid.SampledFrom([]string{"Därför.", ""}).Draw(t, "reason")}
	if in := rapid.SampledFrom([]int{0, 30, 90}).Draw(t, "in"); in > 0 {
		hand.When = clock.WallOf(f.Clock.Now().Add(time.Duration(in)*time.Minute), clock.Stockholm())
	}
	return hand
}

// somebody draws who does the next thing, and notes how the draft was before.
func (f *fuss) somebody(t *rapid.T) people.Actor {
	f.by = rapid.SampledFrom([]string{drafttest.Amina, drafttest.Amina, drafttest.Eva, drafttest.Bengt, drafttest.Bengt, drafttest.Eva, drafttest.Carin, drafttest.Gunnar}).Draw(t, "who")
	f.look(t)
	return f.People[f.by]
}

func (f *fuss) look(t *rapid.T) {
	d, err := f.Draft(ctx, f.id)
	if err != nil {
		t.Fatal(err)
	}
	f.before, f.plan = d, publish.Plan{}
	if d.Submission != nil {
		if f.plan, err = f.Plan(ctx, f.id, d.Submission.ID); err != nil {
			t.Fatal(err)
		}
	}
}

// allowed fails on what is our own mistake; everything else is a refusal, and refusals are part of the game.
func allowed(t *rapid.T, err error) bool {
	if err != nil && fault.KindOf(err) == fault.Internal {
		t.Fatal(err)
	}
	return err == nil
}

func (f *fuss) save(t *rapid.T) {
	who := f.somebody(t)
	text := anyText.Draw(t, "text")
	base := rapid.SampledFrom([]int{f.before.Latest.Number, f.before.Latest.Number, 1}).Draw(t, "base")
	s, err := f.drafts.Save(ctx, who, f.id, base, draft.Content{Text: text})
	if allowed(t, err) {
		f.hashes = append(f.hashes, s.Version.Hash)
		f.writers[s.Version.By] = true
	}
}

func (f *fuss) submit(t *rapid.T) {
	who := f.somebody(t)
	_, err := f.drafts.Submit(ctx, who, f.id, f.anyHanding(t, f.before.Latest.Number))
	allowed(t, err)
}

func (f *fuss) approve(t *rapid.T) {
	who := f.somebody(t)
	hash := rapid.SampledFrom(append([]string{f.before.Latest.Hash, f.before.Latest.Hash, f.before.Latest.Hash}, f.hashes...)).Draw(t, "hash")
	o, err := f.reviews.Approve(ctx, who, f.id, hash, "")
	if allowed(t, err) {
		f.approvals[o.Approval.Submission+o.Approval.Hash] = append(f.approvals[o.Approval.Submission+o.Approval.Hash], f.by)
		f.late[o.Approval.Submission] = o.Late != nil
		if s := f.before.Submission; s.Timed() {
			if at, _ := s.When.Resolve(); (o.Late != nil) != !at.After(f.Clock.Now()) {
				t.Fatalf("approved at %s what was for %s, and was told %+v", f.Clock.Now(), at, o)
			}
		}
	}
}

func (f *fuss) handBack(t *rapid.T) {
	_, err := f.reviews.Return(ctx, f.somebody(t), f.id, f.before.Latest.Hash, "Ändra.")
	allowed(t, err)
}

func (f *fuss) publishOwn(t *rapid.T) {
	_, err := f.posts.PublishOwn(ctx, f.somebody(t), f.id)
	if allowed(t, err) {
		f.released = f.before.Submission.ID
	}
}

func (f *fuss) release(t *rapid.T) {
	who := f.somebody(t)
	when := clock.Wall{}
	if rapid.Bool().Draw(t, "later") {
		when = clock.WallOf(f.Clock.Now().Add(30*time.Minute), clock.Stockholm())
	}
	_, err := f.posts.Release(ctx, who, f.id, when)
	if allowed(t, err) {
		f.released = f.before.Submission.ID
	}
}

func (f *fuss) cancel(t *rapid.T) {
	_, err := f.posts.Cancel(ctx, f.somebody(t), f.id, "")
	allowed(t, err)
}

func (f *fuss) work(t *rapid.T) {
	jobs, err := f.Claim(ctx, []string{publish.JobPublish}, 100, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range jobs {
		f.orders = append(f.orders, j.Payload)
		f.by = ""
		f.look(t)
		err := f.posts.Run(ctx, j)
		if fault.Is(err, fault.TooSoon) {
			err = f.Retry(ctx, j.Lease, f.Clock.Now().Add(fault.Of(err).After), "too soon")
		}
		if err != nil {
			t.Fatal(err)
		}
		f.check(t)
	}
}

// replay puts a job of before back in the queue, as an outage might.
func (f *fuss) replay(t *rapid.T) {
	if len(f.orders) == 0 {
		t.Skip("no job yet")
	}
	order := rapid.SampledFrom(f.orders).Draw(t, "job")
	if err := f.Enqueue(ctx, desk.Job{Kind: publish.JobPublish, Payload: order}); err != nil {
		t.Fatal(err)
	}
	f.work(t)
}

// mandate ends Amina's mandate, or gives her a new one.
func (f *fuss) mandate(*rapid.T) {
	a := f.People[drafttest.Amina]
	if len(a.Mandates) > 0 {
		a.Mandates = nil
	} else {
		a = drafttest.Mandated(drafttest.Amina, people.Voice, f.Clock.Now())
	}
	f.People[drafttest.Amina] = a
}

// check looks at what has gone out, in the moment that it has.
func (f *fuss) check(t *rapid.T) {
	d, err := f.Draft(ctx, f.id)
	if err != nil {
		t.Fatal(err)
	}
	if d.PublishedAs == "" || f.gone {
		return
	}
	f.gone = true
	p, err := f.posts.Load(ctx, d.PublishedAs)
	if err != nil {
		t.Fatal(err)
	}
	s := f.before.Submission
	if s == nil || p.Hash != s.Hash || p.Content.Digest() != s.Hash || !p.Content.Same(f.before.Latest.Content) || p.Version != f.before.Latest.Number {
		t.Fatalf("out went %+v, handed in was %+v", p, s)
	}
	f.checkRoutine(t, *s, p)
	if a := f.People[s.By]; !a.May(people.PublishNow, drafttest.Account, f.Clock.Now()) {
		t.Fatalf("%s had no right to publish", s.By)
	}
	if f.late[s.ID] && f.released != s.ID {
		t.Fatal("a late approval fired")
	}
	if f.by == "" {
		f.checkTime(t, *s)
	}
}

func (f *fuss) checkRoutine(t *rapid.T, s draft.Submission, p publish.Post) {
	found := check.Run(drafttest.Checks(), check.Input{Text: p.Content.Spoken()})
	switch step := drafttest.Routine().For(found, false); {
	case step == guideline.WrittenReason && s.Reason == "":
		t.Fatal("it went out without a reason")
	case step.FourEyes():
		by := f.approvals[s.ID+p.Hash]
		ok := slices.ContainsFunc(by, func(who string) bool {
			return !f.writers[who] && f.People[who].May(step.Right(), drafttest.Account, f.Clock.Now())
		})
		if !ok {
			t.Fatalf("step %s asks for another's eyes, and it was approved by %v; %v have written in it", step, by, f.writers)
		}
	}
}

// checkTime asks that what the desk did by itself, it did in time, and that nobody had stopped it.
func (f *fuss) checkTime(t *rapid.T, s draft.Submission) {
	due := s.At
	if f.plan.Clearance != nil {
		due = f.plan.Clearance.At
	}
	if f.plan.Schedule != nil {
		due, _ = f.plan.Schedule.When.Resolve()
	}
	if now := f.Clock.Now(); now.Before(due) || now.Sub(due) > drafttest.Routine().Late {
		t.Fatalf("due at %s, it went out at %s", due, now)
	}
	if f.plan.Hold != nil {
		t.Fatalf("it was stopped, %s, and went out all the same", f.plan.Hold.Why)
	}
}

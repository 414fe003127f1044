package square_test

import (
	"net/http"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/channel"
	"tilltal/channel/channeltest"
	rooms "tilltal/desk"
	"tilltal/desk/publish"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestFromTheWithdrawalOnNoServerIsSentTheWords: the worker that tells of a withdrawal may come late. What still waits for a
// server that was away does not go out in between, nor does what a slow worker had read before.
func TestFromTheWithdrawalOnNoServerIsSentTheWords(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		w, n := open(t, s, c), meet(t)
		followed(t, w, n)
		n.answers = func(*http.Request) int { return http.StatusServiceUnavailable }
		p := channeltest.Post(w.parken, postID)
		w.publish(p) // the words are kept, remembered in memory, and wait
		if errs := w.carry(); len(errs) != 1 || !fault.Is(errs[0], fault.Unreachable) {
			t.Fatal(errs)
		}
		gone := publish.Withdrawal{ID: "w1", Post: p.ID, Account: "parken", Ground: publish.GroundSecrecy, Reason: "x", Public: "x", Copy: []byte("x"), By: "amina", At: c.Now()}
		if _, err := s.Commit(ctx, rooms.Change{Acts: []rooms.Act{{Kind: "publish.withdrawn", Subject: p.ID, Account: "parken", At: c.Now(), Facts: []any{gone}}}}); err != nil {
			t.Fatal(err)
		}
		n.answers = nil
		p.UpdatedAt = noon.Add(time.Minute)
		for _, err := range []error{w.Correct(ctx, p), w.another().Correct(ctx, p)} { // made from what was read before the withdrawal
			if err != nil {
				t.Fatal(err)
			}
		}
		c.Move(2 * time.Minute)
		if errs := w.carry(); len(errs) != 0 || len(n.received()) != 0 {
			t.Fatalf("%v, %+v", errs, n.received())
		}
		if a, err := s.Activity(ctx, w.at.Creation("parken", postID)); err != nil || len(a.Body) != 0 {
			t.Errorf("the words wait still: %s, %v", a.Body, err)
		}
		p.Withdrawn = &channel.Withdrawal{At: c.Now()}
		if err := w.Withdraw(ctx, p); err != nil {
			t.Fatal(err)
		}
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		if got := n.received(); len(got) != 1 || got[0].doc["type"] != "Delete" {
			t.Errorf("%+v", got)
		}
	})
}

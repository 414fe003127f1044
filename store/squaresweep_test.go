package store_test

import (
	"context"
	"testing"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/channel/square"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestWhatTheSquareNoLongerNeedsIsForgotten(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := context.Background()
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		send := func(id, kind string) {
			t.Helper()
			must(s.Send(ctx, square.Sending{Activity: square.Activity{ID: id, Account: "a", Post: "p", Type: kind, Body: []byte("{}"), At: c.Now()}}))
		}
		follower := square.Follower{Account: "a", Actor: "https://x.example/follower", Follow: "f", Inbox: "https://x.example/inbox", At: c.Now()}
		must(s.Follow(ctx, follower, square.Sending{Activity: square.Activity{ID: "accept", Type: activitypub.Accept, Body: []byte("{}"), At: c.Now()}}))
		for _, actor := range []string{follower.Actor, "https://x.example/stranger"} {
			must(s.KeepPeer(ctx, square.Peer{Key: actor + "#key", Actor: actor, Inbox: actor + "/inbox", FetchedAt: c.Now()}))
		}
		send("create", activitypub.Create)
		send("delete", activitypub.Delete)
		c.Move(29 * 24 * time.Hour)
		must(s.SweepSquare(ctx))
		if _, err := s.Activity(ctx, "create"); err != nil {
			t.Errorf("forgotten too soon: %v", err)
		}
		c.Move(340 * 24 * time.Hour)
		send("new", activitypub.Update)
		must(s.SweepSquare(ctx))
		if _, err := s.Activity(ctx, "create"); !fault.Is(err, fault.NotFound) {
			t.Errorf("what was sent a year ago is still kept: %v", err)
		}
		if _, err := s.Activity(ctx, "new"); err != nil {
			t.Error(err)
		}
		if ended, err := s.Ended(ctx, "p"); err != nil || !ended {
			t.Errorf("that the post has ended is forgotten (%v)", err)
		}
		if _, err := s.PeerByActor(ctx, "https://x.example/stranger"); !fault.Is(err, fault.NotFound) {
			t.Errorf("a stranger is still known: %v", err)
		}
		if _, err := s.PeerByActor(ctx, follower.Actor); err != nil {
			t.Errorf("a follower is not known any more: %v", err)
		}
		if n, err := s.CountFollowers(ctx, "a"); err != nil || n != 1 {
			t.Errorf("%d followers (%v)", n, err)
		}
		must(s.Unfollow(ctx, "a", follower.Actor, "f", c.Now()))
		c.Move(31 * 24 * time.Hour)
		must(s.SweepSquare(ctx))
		if _, err := s.PeerByActor(ctx, follower.Actor); !fault.Is(err, fault.NotFound) {
			t.Errorf("who has left is still known: %v", err)
		}
	})
}

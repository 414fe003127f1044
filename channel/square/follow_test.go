package square_test

import (
	"testing"
	"time"

	"tilltal/base/httpsig"
	"tilltal/channel/square"
)

func (n *neighbour) follow(id string, w *world) doc {
	return doc{"id": n.server.URL + "/follows/" + id, "type": "Follow", "actor": n.actor, "object": w.at.Actor("parken")}
}

func (n *neighbour) undo(follow doc) doc {
	return doc{"id": n.server.URL + "/undo", "type": "Undo", "actor": n.actor, "object": follow}
}

func (w *world) followers() int {
	w.t.Helper()
	n, err := w.store.CountFollowers(ctx, "parken")
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

func TestFollowing(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		first, second := n.follow("1", w), n.follow("2", w)
		strange := n.undo(n.follow("never", w))
		block := doc{"id": n.server.URL + "/block", "type": "Block", "actor": n.actor, "object": w.at.Actor("parken")}
		for i, k := range []struct {
			say  doc
			want int
			why  string
		}{
			{first, 1, "she follows"},
			{first, 1, "the same, come again"},
			{n.undo(first), 0, "she leaves"},
			{first, 0, "a Follow that has been undone changes nothing"},
			{second, 1, "she follows anew"},
			{first, 1, "an older one changes nothing"},
			{n.undo(first), 1, "a late Undo of the older one ends nothing"},
			{strange, 0, "an Undo of one we never saw: she wants to leave"},
			{n.undo(n.follow("3", w)), 0, "an Undo before its Follow"},
			{n.follow("3", w), 0, "then the Follow changes nothing"},
			{n.follow("4", w), 1, "she follows again"},
			{block, 0, "she blocks us"},
		} {
			if got := n.say(w, httpsig.Cavage, "/torget/inbox", k.say); got != 202 {
				t.Fatalf("%d %s: %d", i, k.why, got)
			}
			if got := w.followers(); got != k.want {
				t.Errorf("%d %s: %d followers, want %d", i, k.why, got, k.want)
			}
		}
		if errs := w.carry(); len(errs) > 0 {
			t.Fatal(errs)
		}
		accepts := 0
		for _, d := range n.received() {
			if d.doc["type"] == "Accept" && d.doc["actor"] == w.at.Actor("parken") {
				accepts++
			}
		}
		if accepts != 3 {
			t.Errorf("%d answers, want one for each Follow that counted", accepts)
		}
		if got := len(w.desk.letters()); got != 1 { // the block is for the record
			t.Errorf("%d letters", got)
		}
	})
}

// Pixelfed has one name for every time somebody follows an account, and Misskey another in the Undo than in the Follow.
func TestFollowingAgainByTheSameName(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		follow := n.follow("always", w)
		for _, k := range []struct {
			say     doc
			later   time.Duration
			want    int
			accepts int
			why     string
		}{
			{follow, 0, 1, 1, "she follows"},
			{follow, 0, 1, 0, "the same letter again"},
			{follow, 5 * time.Minute, 1, 1, "she has not heard our answer"},
			{n.undo(n.follow("other", w)), time.Minute, 0, 0, "she leaves, by another name"},
			{follow, 0, 0, 0, "the old one, come late"},
			{follow, square.Anew, 0, 0, "it may be late still"},
			{follow, time.Second, 1, 1, "it is a new one"},
			{n.undo(follow), time.Hour, 0, 0, "she leaves"},
			{follow, time.Hour, 1, 1, "and follows"},
			{doc{"id": n.server.URL + "/undo/n", "type": "Undo", "actor": n.actor, "object": follow["id"]}, 0, 0, 0, "she leaves, by its name alone"},
			{doc{"id": n.server.URL + "/undo/n", "type": "Undo", "actor": n.actor, "object": n.server.URL + "/follows/none"}, 0, 0, 0, "what nobody knows"},
			{n.follow("new", w), 0, 1, 1, "and follows by another name"},
			{doc{"id": n.server.URL + "/undo/o", "type": "Undo", "actor": n.actor, "object": follow["id"]}, 0, 1, 0, "an older name ends nothing"},
			{doc{"id": n.server.URL + "/undo/p", "type": "Undo", "actor": n.actor, "object": doc{"type": "Follow", "id": n.server.URL + "/follows/new"}}, 0, 0, 0,
				"its name and sort"},
			{doc{"type": "Follow", "actor": n.actor, "object": w.at.Actor("parken")}, 0, 1, 1, "a Follow without a name"},
			{doc{"type": "Undo", "actor": n.actor, "object": doc{"type": "Follow", "actor": n.actor, "object": w.at.Actor("parken")}}, 0, 0, 0, "nor the Undo"},
		} {
			w.clock.Move(k.later)
			before := len(n.received())
			if got := n.say(w, httpsig.Cavage, "/torget/inbox", k.say); got != 202 {
				t.Fatalf("%s: %d", k.why, got)
			}
			if errs := w.carry(); len(errs) > 0 {
				t.Fatal(errs)
			}
			if got, told := w.followers(), len(n.received())-before; got != k.want || told != k.accepts {
				t.Errorf("%s: %d followers, want %d; %d answers, want %d", k.why, got, k.want, told, k.accepts)
			}
		}
		if got := w.desk.letters(); len(got) != 0 {
			t.Errorf("on the record: %+v", got)
		}
	})
}

func TestWhoMayBeFollowed(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		for _, handle := range []string{"nobody", "old", "-"} {
			f := n.follow("1", w)
			f["object"] = w.at.Actor(handle)
			if got := n.say(w, httpsig.Cavage, "/torget/inbox", f); got != 404 {
				t.Errorf("%s: %d", handle, got)
			}
		}
	})
}

func TestAFollowerWhoIsGoneIsForgotten(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		n.say(w, httpsig.Cavage, "/torget/inbox", n.follow("1", w))
		leave := doc{"id": n.actor + "#delete", "type": "Delete", "actor": n.actor, "object": n.actor}
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", leave); got != 202 || w.followers() != 0 {
			t.Errorf("%d, %d followers", got, w.followers())
		}
		if _, err := w.store.PeerByActor(ctx, n.actor); err == nil {
			t.Error("she is still known")
		}
		if got := w.desk.letters(); len(got) != 1 || got[0].Kind != "Delete" || got[0].Sender != n.actor {
			t.Errorf("what she said cannot be taken back: %+v", got)
		}
		n.gone = true
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", leave); got != 202 || len(w.desk.letters()) != 1 {
			t.Errorf("said twice: %d, %d letters", got, len(w.desk.letters()))
		}
	})
}

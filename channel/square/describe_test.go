package square_test

import (
	"testing"

	"tilltal/base/httpsig"
)

func TestFollowersHearOnceWhatAnAccountShowsAnew(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		followed(t, w, n)
		before, _ := w.get("/torget/parken", nil) // read a moment ago
		parken := w.parken
		parken.Name = "Parkerna i Umeå"
		w.desk.accounts[0] = parken
		for range 2 {
			if err := w.Describe(ctx, parken, "c2"); err != nil {
				t.Fatal(err)
			}
		}
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		got := n.received()
		if len(got) != 1 || got[0].doc["type"] != "Update" || got[0].scheme != httpsig.Cavage || got[0].doc["actor"] != w.at.Actor("parken") {
			t.Fatalf("%d, %+v", before, got)
		}
		if me := got[0].doc["object"].(doc); me["name"] != parken.Name || me["id"] != w.at.Actor("parken") || me["publicKey"] == nil || me["@context"] != nil {
			t.Errorf("%v", me)
		}
		if _, doc := w.get("/torget/parken", nil); doc["name"] != parken.Name {
			t.Errorf("who asks at once is told of %v", doc["name"])
		}
		parken.Closed = true
		if err := w.Describe(ctx, parken, "c3"); err != nil || len(w.carry()) != 0 || len(n.received()) != 1 {
			t.Errorf("a closed account tells nothing: %v", err)
		}
	})
}

func TestAnUndoThatOnlyNamesWhatWasDone(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		like := doc{"id": n.actor + "#like", "type": "Like", "actor": n.actor, "object": w.at.Post("parken", postID)}
		undo := func(of string) doc {
			return doc{"id": of + "-undo", "type": "Undo", "actor": n.actor, "object": of}
		}
		for _, a := range []doc{like, undo(n.actor + "#like"), undo(n.actor + "#else")} {
			if got := n.say(w, httpsig.Cavage, "/torget/inbox", a); got != 202 {
				t.Errorf("%v: %d", a, got)
			}
		}
		if got := w.desk.letters(); len(got) != 2 || got[1].Kind != "Undo" {
			t.Errorf("%+v", got)
		}
	})
}

package live_test

import (
	"fmt"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/notice"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/staff/live"
)

// tell gives somebody a notice.
func (n *node) tell(event, who string) {
	n.t.Helper()
	one := notice.Notice{ID: event + " " + who, Event: event, Person: who, Kind: "inbox.assigned", Desk: true, At: storetest.Noon}
	if err := n.store.Tell(n.t.Context(), []notice.Telling{{Notice: one}}, 0); err != nil {
		n.t.Fatal(err)
	}
}

func (n *node) read(who string) {
	n.t.Helper()
	if err := n.store.ReadNotices(n.t.Context(), who, nil, storetest.Noon); err != nil {
		n.t.Fatal(err)
	}
}

// TestTheBellRings: for whoever is told, and for nobody else; and again when she has read it in another window.
func TestTheBellRings(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		n := newNode(t, s, c)
		n.tell("old", "amina") // what was there before is no news
		amina, nadia := n.listen("amina", n.streams.URL(t.Context())), n.listen("nadia", n.streams.URL(t.Context()))
		for i := range 3 {
			n.tell(fmt.Sprint("new ", i), "amina")
			if got := amina.next(); got != live.Bell {
				t.Fatalf("told %d times she heard %q", i+1, got)
			}
		}
		n.read("amina")
		if got := amina.next(); got != live.Bell {
			t.Errorf("when it was read she heard %q", got)
		}
		n.read("amina") // nothing to read
		n.tell("new 1", "amina")
		n.tell("hers", "nadia")
		if got := nadia.next(); got != live.Bell {
			t.Errorf("nadia heard %q", got)
		}
		select {
		case l := <-amina.lines:
			for ; l != "" && l != ":"; l = <-amina.lines {
				t.Errorf("told again of what she knows, amina heard %q", l)
			}
		case <-time.After(200 * time.Millisecond):
		}
	})
}

// TestTheBellThatRangBeforeTheStream: between the page and its stream nobody is told in vain.
func TestTheBellThatRangBeforeTheStream(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	path := n.streams.URL(t.Context())
	n.tell("missed", "amina")
	if got := n.listen("amina", path).next(); got != live.Bell {
		t.Errorf("heard %q", got)
	}
	n.act("inbox.said", "c1", "parken")
	if got := n.listen("amina", n.streams.URL(t.Context())); got.code != 200 {
		t.Errorf("%d", got.code)
	}
}

// TestTheBellOfAnotherNode: two nodes on one database ring for each other's people.
func TestTheBellOfAnotherNode(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		here, there := newNode(t, s, c), newNode(t, s, c)
		amina := here.listen("amina", here.streams.URL(t.Context()))
		there.tell("there", "amina")
		if got := amina.next(); got != live.Bell {
			t.Errorf("heard %q", got)
		}
	})
}

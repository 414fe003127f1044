package inbox_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/storetest"
)

// crowd is a square where somebody writes each time that the sorter looks about.
type crowd struct {
	place
	left int // how many more will write
	said int
}

func (c *crowd) Find(ctx context.Context, uris []string) (map[string]inbox.Place, error) {
	if c.left > 0 {
		c.left--
		c.said++
		c.hear(fmt.Sprint("act/", c.said), said(c.said, "När öppnar ni?"))
	}
	return c.place.Find(ctx, uris)
}

// TestSortEndsWhileLettersCome: who sorts must not sort for ever. What came meanwhile has asked for sorting anew.
func TestSortEndsWhileLettersCome(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, k *clock.Fixed) {
		d := setTable(t, s, k)
		c := &crowd{place: place{d}, left: 100}
		d.Room = inbox.New(s, inbox.Options{Clock: k, Square: c, Readers: map[string]inbox.Reader{"test": plain{}}, People: staff})
		d.hear("act/0", said(0, "När börjar det?"))
		held, err := s.Claim(t.Context(), []string{inbox.JobSort}, 1, time.Minute)
		if err != nil || len(held) != 1 {
			t.Fatalf("%+v, %v", held, err)
		}
		d.sort()
		if c.left == 0 {
			t.Fatal("sorting went on for as long as anybody wrote")
		}
		d.must(s.Finish(t.Context(), held[0].Lease))
		if held, err = s.Claim(t.Context(), []string{inbox.JobSort}, 1, time.Minute); err != nil || len(held) != 1 {
			t.Fatalf("what came meanwhile did not ask for sorting: %+v, %v", held, err)
		}
		c.left = 0
		d.sort()
		for n := range c.said + 1 {
			if id, err := s.SaidBy(t.Context(), fmt.Sprintf("https://a.example/%d", n)); err != nil || id == "" {
				t.Errorf("letter %d was not sorted: %v", n, err)
			}
		}
	})
}

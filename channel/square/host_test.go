package square

import (
	"testing"
	"time"

	"tilltal/base/clock"
)

// A host that does not answer is left alone a minute, then twice as long each time that the one who tries fails, up to an
// hour; while somebody tries, nobody else does. One answer, and it is as if nothing had been.
func TestAHostIsLeftAloneLongerEachTime(t *testing.T) {
	c := clock.At(time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC))
	h := newHosts(c)
	fail := func() (news bool) {
		t.Helper()
		if wait := h.enter("b.example"); wait != 0 {
			t.Fatalf("nobody may try: wait %v", wait)
		}
		_, news = h.leave("b.example", false)
		return news
	}
	for n := 1; n < maxFailures; n++ {
		if fail() {
			t.Fatalf("left alone after %d failures", n)
		}
	}
	for _, pause := range []time.Duration{1, 2, 4, 8, 16, 32, 60, 60} {
		pause *= time.Minute
		if !fail() {
			t.Fatal("nothing to keep")
		}
		if wait := h.enter("b.example"); wait < pause {
			t.Errorf("left alone for %v, want %v", wait, pause)
		}
		c.Move(pause - time.Second)
		if h.enter("b.example") == 0 {
			t.Errorf("somebody is let through before %v", pause)
		}
		c.Move(time.Second)
	}
	if h.enter("b.example") != 0 || h.enter("b.example") == 0 {
		t.Error("one tries, and one only")
	}
	if _, news := h.leave("b.example", true); !news {
		t.Error("that it answers again is kept")
	}
	for range maxAtOnce {
		if wait := h.enter("b.example"); wait != 0 {
			t.Errorf("a host that answers waits %v", wait)
		}
	}
	if h.enter("b.example") == 0 {
		t.Errorf("more than %d at a time", maxAtOnce)
	}
}

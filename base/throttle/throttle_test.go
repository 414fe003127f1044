package throttle_test

import (
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/throttle"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func TestBurstThenPace(t *testing.T) {
	c := clock.At(noon)
	th := throttle.New(throttle.Rule{Burst: 3, Every: time.Minute}, 10, c)
	for i := range 3 {
		if wait := th.Take("a"); wait != 0 {
			t.Fatalf("try %d waits %v", i+1, wait)
		}
	}
	if wait := th.Take("a"); wait != time.Minute {
		t.Errorf("the fourth waits %v", wait)
	}
	c.Move(20 * time.Second)
	if wait := th.Take("a"); wait < 40*time.Second || wait > 40*time.Second+time.Millisecond {
		t.Errorf("after twenty seconds it waits %v: a refused try must cost nothing", wait)
	}
	if wait := th.Take("b"); wait != 0 {
		t.Errorf("another key waits %v", wait)
	}
	c.Move(41 * time.Second)
	if wait := th.Take("a"); wait != 0 {
		t.Errorf("after a minute it waits %v", wait)
	}
	if wait := th.Take("a"); wait == 0 {
		t.Error("two for one minute")
	}
	c.Move(24 * time.Hour)
	for range 3 {
		if th.Take("a") != 0 {
			t.Error("not rested after a day")
		}
	}
	if th.Take("a") == 0 {
		t.Error("a day's rest is more than a burst")
	}
}

// Whatever the rule and however the tries fall: never more than the burst and one for each period; and who waits as long as
// she was told gets her turn.
func TestNeverMoreThanTheRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := throttle.Rule{Burst: rapid.IntRange(1, 20).Draw(t, "burst"), Every: time.Duration(rapid.IntRange(1, 5000).Draw(t, "ms")) * time.Millisecond}
		c := clock.At(noon)
		th := throttle.New(rule, 5, c)
		passed := 0
		for _, step := range rapid.SliceOfN(rapid.IntRange(0, 3000), 1, 60).Draw(t, "steps") {
			c.Move(time.Duration(step) * time.Millisecond)
			if th.Take("a") == 0 {
				passed++
			}
		}
		if most := rule.Burst + int(c.Now().Sub(noon)/rule.Every) + 1; passed > most {
			t.Fatalf("%d passed, at most %d should", passed, most)
		}
		if wait := th.Take("a"); wait > 0 {
			c.Move(wait + time.Microsecond)
			if again := th.Take("a"); again > 0 {
				t.Fatalf("was told %v, waited, and was told %v", wait, again)
			}
		}
	})
}

func TestAllowSaysHowLong(t *testing.T) {
	th := throttle.New(throttle.Rule{Burst: 1, Every: 10 * time.Minute}, 10, clock.At(noon))
	if err := th.Allow("a"); err != nil {
		t.Fatal(err)
	}
	err := th.Allow("a")
	if f := fault.Of(err); !fault.Is(err, fault.TooSoon) || f.After != 10*time.Minute || f.Hint.SV != "Vänta 10 minuter och försök igen." {
		t.Errorf("%v, %+v", err, f)
	}
	for wait, want := range map[time.Duration]string{time.Millisecond: "Wait 1 second and try again.", 59 * time.Second: "Wait 59 seconds and try again.",
		121 * time.Second: "Wait 3 minutes and try again."} {
		if got := fault.Of(throttle.TooSoon(wait)).Hint.EN; got != want {
			t.Errorf("%v is %q", wait, got)
		}
	}
}

func TestKeysAreBoundedAndTheQuietestIsForgotten(t *testing.T) {
	th := throttle.New(throttle.Rule{Burst: 1, Every: time.Hour}, 100, clock.At(noon))
	th.Take("busy")
	for i := range 10_000 {
		th.Take(strconv.Itoa(i))
		if th.Take("busy") == 0 {
			t.Fatalf("the busy key was forgotten after %d others", i)
		}
	}
	if th.Keys() != 100 {
		t.Errorf("%d keys", th.Keys())
	}
	if th.Take("0") != 0 {
		t.Error("the quietest key was kept")
	}
	long := strings.Repeat("x", 1<<20)
	th.Take(long)
	if th.Take(long+"y") == 0 {
		t.Error("a long key is kept whole")
	}
}

func TestGive(t *testing.T) {
	th := throttle.New(throttle.Rule{Burst: 1, Every: time.Hour}, 100, clock.At(noon))
	th.Take("a")
	th.Give("a")
	th.Give("nobody")
	if wait := th.Take("a"); wait != 0 {
		t.Errorf("waits %v", wait)
	}
}

func TestRulesThatMakeNoSense(t *testing.T) {
	th := throttle.New(throttle.Rule{}, 0, clock.At(noon))
	if th.Take("a") != 0 || th.Take("a") != time.Hour || th.Keys() != 1 {
		t.Error("an empty rule is not once an hour")
	}
}

func TestManyAtOnce(t *testing.T) {
	th := throttle.New(throttle.Rule{Burst: 10, Every: time.Hour}, 100, clock.At(noon))
	var passed atomic.Int32
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			if th.Take("a") == 0 {
				passed.Add(1)
			}
		})
	}
	all.Wait()
	if passed.Load() != 10 {
		t.Errorf("%d passed, want 10", passed.Load())
	}
}

func BenchmarkTake(b *testing.B) {
	th := throttle.New(throttle.Rule{Burst: 10, Every: time.Second}, 10_000, clock.At(noon))
	for b.Loop() {
		th.Take("192.0.2.1")
	}
}

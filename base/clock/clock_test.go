package clock_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
)

func TestFixedStandsStillUntilMoved(t *testing.T) {
	at := time.Date(2026, 11, 23, 8, 0, 0, 1234, time.FixedZone("", 3600))
	c := clock.At(at)
	if got := c.Now(); !got.Equal(at.Truncate(time.Microsecond)) || got.Location() != time.UTC {
		t.Errorf("stands at %v", got)
	}
	if got := c.Move(time.Hour); !got.Equal(c.Now()) || got.Sub(at.Truncate(time.Microsecond)) != time.Hour {
		t.Errorf("moved to %v", got)
	}
	if got := c.Move(-time.Hour); !got.Equal(at.Truncate(time.Microsecond)) {
		t.Errorf("moved back to %v", got)
	}
}

func TestSystemIsUTCInMicroseconds(t *testing.T) {
	now := clock.System{}.Now()
	if now.Location() != time.UTC || now.Nanosecond()%1000 != 0 {
		t.Errorf("tells %v", now)
	}
}

func TestWorkedCountsWork(t *testing.T) {
	before, sum := clock.Worked(), 0
	for round := 0; clock.Worked() == before; round++ {
		for i := range 1_000_000 {
			sum += i ^ round
		}
	}
	if clock.Worked() < before {
		t.Errorf("the time went back: %d", sum)
	}
}

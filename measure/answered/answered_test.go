package answered_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"tilltal/measure"
	"tilltal/measure/answered"
	"tilltal/measure/measuretest"
)

func TestMeasures(t *testing.T) {
	for _, m := range []measure.Measure{answered.Hour(), answered.Day(), answered.FiveDays()} {
		t.Run(m.Sheet().Name, func(t *testing.T) { measuretest.Run(t, m) })
	}
}

// at is a moment in Stockholm, in winter: an hour ahead of UTC.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour-1, minute, 0, 0, time.UTC)
}

func TestAnswered(t *testing.T) {
	monday := 23
	for _, c := range []struct {
		name   string
		of     answered.Within
		asked  time.Time
		answer time.Time
		now    time.Time
		k, n   int
	}{
		{"within the hour", answered.Hour(), at(monday, 10, 0), at(monday, 11, 0), at(monday, 15, 0), 1, 1},
		{"a second late", answered.Hour(), at(monday, 10, 0), at(monday, 11, 0).Add(time.Second), at(monday, 15, 0), 0, 1},
		{"too young", answered.Hour(), at(monday, 10, 0), at(monday, 10, 1), at(monday, 10, 59), 0, 0},
		{"old enough to the second", answered.Hour(), at(monday, 10, 0), time.Time{}, at(monday, 11, 0), 0, 1},
		{"the next working day", answered.Day(), at(monday, 10, 0), at(monday+1, 9, 59), at(monday+2, 10, 0), 1, 1},
		{"later the next working day", answered.Day(), at(monday, 10, 0), at(monday+1, 10, 1), at(monday+2, 10, 0), 0, 1},
		{"over a weekend", answered.Day(), at(20, 15, 0), at(monday, 14, 0), at(monday, 16, 0), 1, 1},
		{"not yet mature on Sunday", answered.Day(), at(20, 15, 0), time.Time{}, at(22, 23, 0), 0, 0},
		{"five days", answered.FiveDays(), at(monday, 10, 0), at(30, 9, 0), at(30, 10, 0), 1, 1},
		{"never", answered.FiveDays(), at(2, 10, 0), time.Time{}, at(30, 10, 0), 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := c.of.Of(slices.Values([]measure.Message{{At: c.asked, Answered: c.answer}}), c.now)
			if f.Share.K != c.k || f.Share.N != c.n {
				t.Errorf("%d of %d, want %d of %d", f.Share.K, f.Share.N, c.k, c.n)
			}
			if c.n == 1 && !f.Until.Equal(c.asked) {
				t.Errorf("until %v", f.Until)
			}
		})
	}
}

// The office of the measures page: 2,000 messages over four weeks, of which 61 in a hundred are answered within the hour
// when the whole hour has passed. The last hours' messages do not make it look worse or better.
func TestTheLastHoursDoNotDisturb(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	now := at(23, 12, 0)
	var all []measure.Message
	for range 2000 {
		m := measure.Message{At: now.Add(-time.Duration(r.IntN(28*24*60)) * time.Minute)}
		if r.IntN(100) < 61 {
			m.Answered = m.At.Add(time.Duration(r.IntN(60)) * time.Minute)
		}
		if m.Answered.After(now) {
			m.Answered = time.Time{} // it has not happened yet
		}
		all = append(all, m)
	}
	share := answered.Hour().Of(slices.Values(all), now).Share
	if share.Low > 0.61 || share.High < 0.61 || share.N < 1950 {
		t.Errorf("%+v", share)
	}
}

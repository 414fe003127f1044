package svenska_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
)

func TestWhen(t *testing.T) {
	now := at(t, "2026-12-07", "23:30") // a Monday
	for _, c := range []struct {
		date, time string
		want       lingo.Text
	}{
		{"2026-12-07", "14:20", lingo.T("i dag 14:20", "today 14:20")},
		{"2026-12-07", "08:05", lingo.T("i dag 08:05", "today 08:05")},
		{"2026-12-08", "00:10", lingo.T("i morgon 00:10", "tomorrow 00:10")},
		{"2026-12-06", "23:59", lingo.T("i går 23:59", "yesterday 23:59")},
		{"2026-12-14", "14:20", lingo.T("måndag 14 december 14:20", "Monday 14 December 14:20")},
		{"2025-12-08", "14:20", lingo.T("måndag 8 december 2025 14:20", "Monday 8 December 2025 14:20")},
	} {
		if got := svenska.When(at(t, c.date, c.time), now, clock.Stockholm()); got != c.want {
			t.Errorf("%s %s is %+v", c.date, c.time, got)
		}
	}
}

func TestDayNames(t *testing.T) {
	d := clock.Date{Year: 2026, Month: time.June, Day: 6}
	if got := svenska.Day(d, clock.Date{}); got != lingo.T("lördag 6 juni 2026", "Saturday 6 June 2026") {
		t.Errorf("a day of another year %+v", got)
	}
	for m := time.January; m <= time.December; m++ {
		if name := svenska.Month(m); name.SV == "" || name.EN != m.String() {
			t.Errorf("month %d is %+v", m, name)
		}
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		if name := svenska.Weekday(w); name.SV == "" || name.EN != w.String() {
			t.Errorf("weekday %d is %+v", w, name)
		}
	}
	if !svenska.Month(13).Empty() || !svenska.Month(0).Empty() || svenska.Weekday(-1).EN != "Saturday" {
		t.Error("numbers outside the year and the week")
	}
}

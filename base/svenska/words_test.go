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

func TestAgo(t *testing.T) {
	now := at(t, "2026-12-07", "14:20")
	for since, want := range map[time.Duration]lingo.Text{
		-30 * time.Second:  lingo.T("nyss", "just now"),
		59 * time.Second:   lingo.T("nyss", "just now"),
		time.Minute:        lingo.T("för 1 minut sedan", "1 minute ago"),
		59 * time.Minute:   lingo.T("för 59 minuter sedan", "59 minutes ago"),
		time.Hour:          lingo.T("för 1 timme sedan", "1 hour ago"),
		200 * time.Minute:  lingo.T("för 3 timmar sedan", "3 hours ago"),
		6 * time.Hour:      lingo.T("i dag 08:20", "today 08:20"),
		24 * time.Hour:     lingo.T("i går 14:20", "yesterday 14:20"),
		-2 * time.Hour:     lingo.T("i dag 16:20", "today 16:20"),
		7 * 24 * time.Hour: lingo.T("måndag 30 november 14:20", "Monday 30 November 14:20"),
	} {
		if got := svenska.Ago(now.Add(-since), now, clock.Stockholm()); got != want {
			t.Errorf("%v ago is %+v", since, got)
		}
	}
}

func TestDue(t *testing.T) {
	now := at(t, "2026-12-07", "14:20")
	for left, want := range map[time.Duration]lingo.Text{
		40*time.Minute + 30*time.Second: lingo.T("svara inom 40 min", "answer within 40 min"),
		80 * time.Minute:                lingo.T("svara inom 1 tim 20 min", "answer within 1 h 20 min"),
		time.Second:                     lingo.T("svara nu", "answer now"),
		0:                               lingo.T("tiden är ute", "time is up"),
		-40 * time.Minute:               lingo.T("40 min över tiden", "40 min overdue"),
		-27 * time.Hour:                 lingo.T("1 dygn 3 tim över tiden", "1 day 3 h overdue"),
		2 * time.Hour:                   lingo.T("svara senast i dag 16:20", "answer by today 16:20"),
		19*time.Hour + 10*time.Minute:   lingo.T("svara senast i morgon 09:30", "answer by tomorrow 09:30"),
		24 * time.Hour * 4:              lingo.T("svara senast fredag 11 december 14:20", "answer by Friday 11 December 14:20"),
	} {
		if got := svenska.Due(now.Add(left), now, clock.Stockholm()); got != want {
			t.Errorf("%v left is %+v", left, got)
		}
	}
	if got := svenska.Due(time.Time{}, now, clock.Stockholm()); !got.Empty() {
		t.Errorf("no deadline is %+v", got)
	}
}

func TestLength(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0 min", 59 * time.Minute: "59 min", time.Hour: "1 tim", 200 * time.Minute: "3 tim 20 min",
		24 * time.Hour: "1 dygn", 53 * time.Hour: "2 dygn 5 tim", -time.Hour: "1 tim",
	} {
		if got := svenska.Length(d).SV; got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

func TestDayNames(t *testing.T) {
	d := clock.Date{Year: 2026, Month: time.June, Day: 6}
	if got := svenska.FullDay(d); got != lingo.T("lördag 6 juni 2026", "Saturday 6 June 2026") {
		t.Errorf("full day %+v", got)
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

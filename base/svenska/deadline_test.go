package svenska_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
)

func TestDeadline(t *testing.T) {
	office, lunch := svenska.Office(), hours(t, "mån-tors 8-12 13-17, fre 8-12 13-15")
	few, duty := hours(t, "mån 10-12, ons 10-12"), svenska.Always()
	four, oneDay, fiveDays := svenska.Within(4*time.Hour), svenska.WithinDays(1), svenska.WithinDays(5)
	for _, c := range []struct {
		name             string
		hours            svenska.Hours
		promise          svenska.Promise
		date, time       string
		wantDate, wantAt string
	}{
		{"within the day", office, four, "2026-11-23", "09:20", "2026-11-23", "13:20"},
		{"to closing", office, four, "2026-11-23", "12:00", "2026-11-23", "16:00"},
		{"over night", office, four, "2026-11-23", "15:00", "2026-11-24", "11:00"},
		{"before opening", office, four, "2026-11-23", "05:00", "2026-11-23", "12:00"},
		{"over a weekend", office, four, "2026-11-27", "15:30", "2026-11-30", "11:30"},
		{"over Christmas", office, four, "2026-12-23", "15:00", "2026-12-28", "11:00"},
		{"over Easter", office, four, "2026-04-02", "15:00", "2026-04-07", "11:00"},
		{"over midsummer", office, four, "2026-06-18", "15:00", "2026-06-22", "11:00"},
		{"over lunch", lunch, four, "2026-11-23", "11:00", "2026-11-23", "16:00"},
		{"a short Friday", lunch, four, "2026-11-27", "12:30", "2026-11-30", "10:00"},
		{"few hours", few, four, "2026-11-23", "11:00", "2026-11-30", "11:00"},
		{"never open counts as office", svenska.Hours{}, four, "2026-11-23", "09:20", "2026-11-23", "13:20"},
		{"day and night over the jump", duty, four, "2026-03-29", "00:30", "2026-03-29", "05:30"},
		{"day and night over the double hour", duty, four, "2026-10-25", "00:30", "2026-10-25", "03:30"},
		{"day and night at Christmas", duty, four, "2026-12-24", "22:00", "2026-12-25", "02:00"},

		{"one day", office, oneDay, "2026-11-23", "14:20", "2026-11-24", "14:20"},
		{"one day over a weekend", office, oneDay, "2026-11-27", "14:20", "2026-11-30", "14:20"},
		{"one day, before opening", office, oneDay, "2026-11-23", "06:00", "2026-11-23", "16:00"},
		{"one day, at opening", office, oneDay, "2026-11-23", "08:00", "2026-11-23", "16:00"},
		{"one day, after closing", office, oneDay, "2026-11-23", "18:00", "2026-11-24", "16:00"},
		{"one day, on a Saturday", office, oneDay, "2026-11-28", "14:20", "2026-11-30", "16:00"},
		{"one day, to a short Friday", lunch, oneDay, "2026-11-26", "16:30", "2026-11-27", "15:00"},
		{"one day, on a klämdag", office, oneDay, "2026-05-13", "10:00", "2026-05-15", "10:00"},
		{"one day to a closed working day", few, oneDay, "2026-11-23", "11:00", "2026-11-24", "11:00"},
		{"one day, day and night, does not count Sunday", duty, oneDay, "2026-11-27", "23:00", "2026-11-30", "23:00"},
		{"one day, never open", svenska.Hours{}, oneDay, "2026-11-23", "14:20", "2026-11-24", "14:20"},
		{"five days", office, fiveDays, "2026-11-23", "14:20", "2026-11-30", "14:20"},
		{"five days over Christmas", office, fiveDays, "2026-12-22", "14:20", "2027-01-04", "14:20"},
		{"five days over the change of clocks", office, fiveDays, "2026-03-25", "09:00", "2026-04-01", "09:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := svenska.Deadline(at(t, c.date, c.time), c.promise, c.hours, clock.Stockholm())
			if want := at(t, c.wantDate, c.wantAt); !got.Equal(want) {
				t.Errorf("%v, want %v", got.In(clock.Stockholm()), want.In(clock.Stockholm()))
			}
		})
	}
	if got := svenska.Deadline(at(t, "2026-11-23", "08:00"), svenska.Promise{}, office, clock.Stockholm()); !got.IsZero() {
		t.Errorf("no promise has the deadline %v", got)
	}
}

func anyZone(t *rapid.T) *time.Location {
	zone, err := clock.Zone(rapid.SampledFrom([]string{"Europe/Stockholm", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "UTC"}).Draw(t, "zone"))
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func anyMoment(t *rapid.T, name string) time.Time {
	const tenYears = 3652 * 24 * 60 * 60
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, tenYears).Draw(t, name)) * time.Second)
}

// Over ten years, any hours and five zones: at the deadline of a promise in hours, exactly so long has the desk been open.
func TestDeadlineIsWhatWasPromised(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, zone, arrived := anyHours(t), anyZone(t), anyMoment(t, "arrived")
		if !h.Never() && weekly(h) < time.Hour {
			h = svenska.Office()
		}
		open := time.Duration(rapid.IntRange(1, 40*60).Draw(t, "minutes")) * time.Minute
		deadline := svenska.Deadline(arrived, svenska.Within(open), h, zone)
		if got := waited(arrived, deadline, h, zone); got != open {
			t.Fatalf("waited %v of %v at %v", got, open, deadline)
		}
	})
}

// waited counts how long the desk was open between two moments, as one would by hand: day by day, stretch by stretch.
func waited(from, to time.Time, h svenska.Hours, zone *time.Location) (sum time.Duration) {
	if h.Never() {
		h = svenska.Office()
	}
	last := clock.DateOf(to, zone)
	for d := clock.DateOf(from, zone); !last.Before(d); d = d.Add(1) {
		for _, s := range h.On(d) {
			opens, _ := clock.Wall{Date: d, Time: s.From, Zone: zone}.Resolve()
			closes, _ := clock.Wall{Date: d, Time: s.To, Zone: zone}.Resolve()
			if s.To == clock.DayEnd {
				closes, _ = clock.Wall{Date: d.Add(1), Zone: zone}.Resolve()
			}
			if opens.Before(from) {
				opens = from
			}
			if closes.After(to) {
				closes = to
			}
			sum += max(closes.Sub(opens), 0)
		}
	}
	return sum
}

func weekly(h svenska.Hours) (sum time.Duration) {
	for _, spans := range h.Week {
		for _, s := range spans {
			sum += time.Duration(s.To-s.From) * time.Minute
		}
	}
	return sum
}

// Who comes first is never answered last, and no deadline lies before the message.
func TestDeadlineIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, zone, a := anyHours(t), anyZone(t), anyMoment(t, "a")
		b := a.Add(time.Duration(rapid.IntRange(0, 200*3600).Draw(t, "later")) * time.Second)
		for _, p := range []svenska.Promise{svenska.WithinDays(rapid.IntRange(1, 9).Draw(t, "days")), svenska.Within(90 * time.Minute)} {
			first, second := svenska.Deadline(a, p, h, zone), svenska.Deadline(b, p, h, zone)
			if second.Before(first) || first.Before(a) {
				t.Fatalf("%v: %v → %v but %v → %v", p, a, first, b, second)
			}
		}
	})
}

func TestTheMachinesZoneDoesNotMatter(t *testing.T) {
	kept := time.Local
	t.Cleanup(func() { time.Local = kept })
	for _, name := range []string{"UTC", "Asia/Kathmandu", "America/St_Johns"} {
		zone, err := clock.Zone(name)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = zone
		arrived := at(t, "2026-11-27", "15:00").Local()
		got := svenska.Deadline(arrived, svenska.Within(4*time.Hour), svenska.Office(), clock.Stockholm())
		if !got.Equal(at(t, "2026-11-30", "11:00")) {
			t.Errorf("on a machine in %s: %v", name, got)
		}
	}
}

func TestPromise(t *testing.T) {
	for s, want := range map[string]lingo.Text{
		"4h":  lingo.T("inom 4 timmar under öppettid", "within 4 hours while we are open"),
		"1h":  lingo.T("inom 1 timme under öppettid", "within 1 hour while we are open"),
		"90m": lingo.T("inom 90 minuter under öppettid", "within 90 minutes while we are open"),
		"1d":  lingo.T("inom 1 arbetsdag", "within 1 working day"),
		"5d":  lingo.T("inom 5 arbetsdagar", "within 5 working days"),
	} {
		p, err := svenska.ParsePromise(s)
		if err != nil || p.String() != s || p.Text() != want {
			t.Errorf("%q is %v %+v, %v", s, p, p.Text(), err)
		}
	}
	for s, want := range map[string]string{"40 minuter": "40m", "4 timmar": "4h", "1 arbetsdag": "1d", "2 Working days": "2d", "3 dagar": "3d", "inom 1 timme under öppettid": "1h"} {
		if p, err := svenska.ParsePromise(s); err != nil || p.String() != want {
			t.Errorf("%q is %v, %v", s, p, err)
		}
	}
	if p, err := svenska.ParsePromise(" 120M "); err != nil || p.String() != "2h" {
		t.Errorf("120m is %v, %v", p, err)
	}
	for _, s := range []string{"", "h", "0h", "-1d", "4", "4x", "1001h", "251d", "99999999999999999999h", "å", "4 veckor", "inom", "4 timmar d"} {
		if _, err := svenska.ParsePromise(s); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", s, err)
		}
	}
	if p := (svenska.Promise{}); p.String() != "" || !p.Text().Empty() {
		t.Errorf("no promise is %q", p)
	}
}

func TestHoursAndPromiseInJSON(t *testing.T) {
	type account struct {
		Hours   svenska.Hours
		Promise svenska.Promise
	}
	for _, a := range []account{{svenska.Office(), svenska.Within(4 * time.Hour)}, {svenska.Always(), svenska.WithinDays(1)}, {}} {
		b, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var back account
		if err := json.Unmarshal(b, &back); err != nil || back.Hours.String() != a.Hours.String() || back.Promise != a.Promise {
			t.Errorf("%s came back as %+v, %v", b, back, err)
		}
	}
	b, err := json.Marshal(account{svenska.Office(), svenska.Within(4 * time.Hour)})
	if err != nil || string(b) != `{"Hours":"mon-fri 08:00-16:00","Promise":"4h"}` {
		t.Errorf("%s, %v", b, err)
	}
}

func FuzzParsePromise(f *testing.F) {
	for _, s := range []string{"4h", "5d", "40m", "é", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := svenska.ParsePromise(s)
		if err != nil {
			return
		}
		for _, again := range []string{p.String(), p.Text().SV, p.Text().EN} {
			if back, err := svenska.ParsePromise(again); err != nil || back != p {
				t.Fatalf("%q read as %v, then %q as %v, %v", s, p, again, back, err)
			}
		}
	})
}

func BenchmarkDeadline(b *testing.B) {
	arrived, office := at(b, "2026-12-23", "15:00"), svenska.Office()
	for b.Loop() {
		svenska.Deadline(arrived, svenska.Within(4*time.Hour), office, clock.Stockholm())
	}
}

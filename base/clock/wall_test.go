package clock_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
)

func wall(t testing.TB, date, at, zone string) clock.Wall {
	t.Helper()
	w, err := clock.ParseWall(date, at, zone)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		name, date, at, zone, want string
		skipped, twice             bool
	}{
		{"winter", "2026-11-23", "08:00", "Europe/Stockholm", "2026-11-23T07:00:00Z", false, false},
		{"summer", "2026-07-01", "08:00", "Europe/Stockholm", "2026-07-01T06:00:00Z", false, false},
		{"last minute before the jump", "2026-03-29", "01:59", "Europe/Stockholm", "2026-03-29T00:59:00Z", false, false},
		{"jumped over, first", "2026-03-29", "02:00", "Europe/Stockholm", "2026-03-29T01:00:00Z", true, false},
		{"jumped over", "2026-03-29", "02:30", "Europe/Stockholm", "2026-03-29T01:00:00Z", true, false},
		{"first after the jump", "2026-03-29", "03:00", "Europe/Stockholm", "2026-03-29T01:00:00Z", false, false},
		{"last before the double hour", "2026-10-25", "01:59", "Europe/Stockholm", "2026-10-24T23:59:00Z", false, false},
		{"double, first", "2026-10-25", "02:00", "Europe/Stockholm", "2026-10-25T00:00:00Z", false, true},
		{"double", "2026-10-25", "02:30", "Europe/Stockholm", "2026-10-25T00:30:00Z", false, true},
		{"after the double hour", "2026-10-25", "03:00", "Europe/Stockholm", "2026-10-25T02:00:00Z", false, false},
		{"no summer time", "2026-03-29", "02:30", "Asia/Kathmandu", "2026-03-28T20:45:00Z", false, false},
		{"a half-hour zone", "2026-03-08", "02:30", "America/St_Johns", "2026-03-08T05:30:00Z", true, false},
		{"a half-hour jump", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00Z", true, false},
		{"the jump at midnight", "2026-09-06", "00:00", "America/Santiago", "2026-09-06T04:00:00Z", true, false},
		{"a whole day jumped over", "2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T10:00:00Z", true, false},
		{"leap day", "2028-02-29", "23:59", "UTC", "2028-02-29T23:59:00Z", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, note := wall(t, c.date, c.at, c.zone).Resolve()
			if s := got.Format(time.RFC3339); s != c.want {
				t.Errorf("resolved to %s, want %s", s, c.want)
			}
			if note.Skipped != c.skipped || note.Twice != c.twice {
				t.Errorf("note %+v, want skipped %v, twice %v", note, c.skipped, c.twice)
			}
			if note.Say.Empty() == (c.skipped || c.twice) {
				t.Errorf("the note says %q", note.Say.SV)
			}
		})
	}
}

func TestTheNoteIsForPeople(t *testing.T) {
	_, note := wall(t, "2026-03-29", "02:30", "Europe/Stockholm").Resolve()
	if got, want := note.Say.In(lingo.SV), "Den dagen ställs klockan fram, så 02:30 finns inte. Vi tar 03:00 i stället."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	_, note = wall(t, "2026-10-25", "02:30", "Europe/Stockholm").Resolve()
	if got, want := note.Say.In(lingo.EN), "The clocks go back that day, so 02:30 comes twice. We take the first one."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

// Over ten years and six zones: what was resolved shows the wanted time on the wall; if it cannot, no instant of that day
// does and the one chosen is the very change of clocks; and of two instants the first is taken.
func TestResolveProperty(t *testing.T) {
	names := []string{"Europe/Stockholm", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "America/Santiago", "UTC"}
	rapid.Check(t, func(t *rapid.T) {
		zone, err := clock.Zone(rapid.SampledFrom(names).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		w := clock.Wall{Date: anyDate(t), Time: clock.TimeOfDay(rapid.IntRange(0, 1439).Draw(t, "time")), Zone: zone}
		checkResolved(t, w)
	})
}

// Every quarter of an hour of every night in which Stockholm changes its clocks, 2026 to 2035.
func TestEveryChangeOfClocks(t *testing.T) {
	nights := 0
	for d := (clock.Date{Year: 2026, Month: 1, Day: 1}); d.Year < 2036; d = d.Add(1) {
		noon, _ := clock.Wall{Date: d, Time: 12 * 60, Zone: clock.Stockholm()}.Resolve()
		before, _ := clock.Wall{Date: d.Add(-1), Time: 12 * 60, Zone: clock.Stockholm()}.Resolve()
		if noon.Sub(before) == 24*time.Hour {
			continue
		}
		nights++
		for at := clock.TimeOfDay(0); at < clock.DayEnd; at += 15 {
			checkResolved(t, clock.Wall{Date: d, Time: at, Zone: clock.Stockholm()})
		}
	}
	if nights != 20 {
		t.Errorf("%d nights of change in ten years, want 20", nights)
	}
}

func checkResolved(t interface {
	Helper()
	Errorf(string, ...any)
}, w clock.Wall) {
	t.Helper()
	got, note := w.Resolve()
	back := clock.WallOf(got, w.Zone)
	if note.Skipped {
		if early := clock.WallOf(got.Add(-time.Second), w.Zone); !less(early, w) || !less(w, back) {
			t.Errorf("%v became %v, which is not the first moment after the gap", w, got)
		}
		return
	}
	if back != w {
		t.Errorf("%v became %v, which shows %v", w, got, back)
	}
	for _, step := range []time.Duration{30 * time.Minute, time.Hour} {
		if clock.WallOf(got.Add(-step), w.Zone) == w {
			t.Errorf("%v became the second of two: %v", w, got)
		}
		if again := clock.WallOf(got.Add(step), w.Zone) == w; again && !note.Twice {
			t.Errorf("%v comes twice, and the note does not say so", w)
		}
	}
}

func less(a, b clock.Wall) bool {
	return a.Date.Before(b.Date) || (a.Date == b.Date && a.Time < b.Time)
}

func anyDate(t *rapid.T) clock.Date {
	return clock.Date{Year: 2026, Month: 1, Day: 1}.Add(rapid.IntRange(0, 3652).Draw(t, "day"))
}

// The zone of the machine must not matter (a server in UTC once published an hour late).
func TestTheMachinesZoneDoesNotMatter(t *testing.T) {
	kept := time.Local
	t.Cleanup(func() { time.Local = kept })
	for _, name := range []string{"UTC", "Asia/Kathmandu", "America/St_Johns", "Europe/Stockholm"} {
		zone, err := clock.Zone(name)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = zone
		got, _ := wall(t, "2026-11-23", "08:00", "Europe/Stockholm").Resolve()
		if s := got.Format(time.RFC3339); s != "2026-11-23T07:00:00Z" {
			t.Errorf("on a machine in %s: %s", name, s)
		}
	}
}

func TestWallTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := clock.Wall{Date: anyDate(t), Time: clock.TimeOfDay(rapid.IntRange(0, 1439).Draw(t, "time")), Zone: clock.Stockholm()}
		back, err := clock.ReadWall(w.String())
		if err != nil || back != w {
			t.Fatalf("%v came back as %v, %v", w, back, err)
		}
	})
	w := wall(t, "2026-11-23", "8.00", "Europe/Stockholm")
	b, err := json.Marshal(map[string]clock.Wall{"at": w})
	if err != nil || string(b) != `{"at":"2026-11-23T08:00[Europe/Stockholm]"}` {
		t.Errorf("in JSON %s, %v", b, err)
	}
	var in map[string]clock.Wall
	if err := json.Unmarshal(b, &in); err != nil || in["at"] != w {
		t.Errorf("from JSON %v, %v", in, err)
	}
	if s := (clock.Wall{Date: w.Date}).String(); s != "2026-11-23T00:00[UTC]" {
		t.Errorf("a wall without a zone is %s", s)
	}
}

func TestParseWallPointsAtEachField(t *testing.T) {
	_, err := clock.ParseWall("2026-02-29", "25:00", "Europe/Stokholm")
	var list fault.List
	if !errors.As(err, &list) || len(list) != 3 {
		t.Fatalf("got %v", err)
	}
	for i, field := range []string{"date", "time", "zone"} {
		if list[i].Field != field || list[i].Kind != fault.Invalid || list[i].Say.SV == "" || list[i].Say.EN == "" {
			t.Errorf("fault %d is %+v", i, list[i])
		}
	}
	for _, at := range []string{"24:00", "", "8:5", "08:60", "-1:00", "8 00"} {
		if _, err := clock.ParseWall("2026-01-01", at, "UTC"); !fault.Is(err, fault.Invalid) {
			t.Errorf("time %q: %v", at, err)
		}
	}
	for _, date := range []string{"", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "26-01-01", "2026-1-1", "2026-01-01x", "1900-02-29"} {
		if _, err := clock.ParseWall(date, "08:00", "UTC"); !fault.Is(err, fault.Invalid) {
			t.Errorf("date %q: %v", date, err)
		}
	}
	for _, zone := range []string{"", "Local", "../../etc/passwd", strings.Repeat("x", 1000)} {
		if _, err := clock.ParseWall("2026-01-01", "08:00", zone); !fault.Is(err, fault.Invalid) {
			t.Errorf("zone %q: %v", zone, err)
		}
	}
}

// Dates that others have refused by mistake.
func TestValidDatesAtTheEdges(t *testing.T) {
	for _, s := range []string{"2024-02-29", "2000-02-29", "2026-01-31", "2026-12-31", "2026-10-31", "0001-01-01", "9999-12-31", " 2026-03-29 "} {
		d, err := clock.ParseDate(s)
		if err != nil || d.String() != strings.TrimSpace(s) {
			t.Errorf("%q read as %v, %v", s, d, err)
		}
	}
}

func TestParseTime(t *testing.T) {
	for s, want := range map[string]string{"8": "08:00", "08:00": "08:00", "8.30": "08:30", "23:59:59": "23:59", "8:00:00.000": "08:00", "0:00": "00:00", "24:00": "24:00"} {
		got, err := clock.ParseTime(s)
		if err != nil || got.String() != want {
			t.Errorf("%q read as %v, %v", s, got, err)
		}
	}
}

func TestDate(t *testing.T) {
	d := clock.Date{Year: 2026, Month: time.February, Day: 28}
	if got := d.Add(1).String(); got != "2026-03-01" {
		t.Errorf("the day after is %s", got)
	}
	if d.Weekday() != time.Saturday || !d.Before(d.Add(1)) || d.Before(d) || d.Days(d.Add(400)) != 400 {
		t.Error("the calendar is wrong")
	}
}

func TestZoneIsOnePointer(t *testing.T) {
	a, err := clock.Zone("Asia/Kathmandu")
	b, err2 := clock.Zone("Asia/Kathmandu")
	if err != nil || err2 != nil || a != b {
		t.Errorf("%p and %p, %v, %v", a, b, err, err2)
	}
}

func FuzzReadWall(f *testing.F) {
	f.Add("2026-11-23T08:00[Europe/Stockholm]")
	f.Add("2026-03-29T02:30[Europe/Stockholm]")
	f.Add("T[")
	f.Add("2026-11-23T08:00[../x]")
	f.Fuzz(func(t *testing.T, s string) {
		w, err := clock.ReadWall(s)
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		if back, err := clock.ReadWall(w.String()); err != nil || back != w {
			t.Fatalf("%q read as %v, then as %v, %v", s, w, back, err)
		}
		w.Resolve()
	})
}

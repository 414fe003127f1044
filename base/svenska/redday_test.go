package svenska_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/svenska"
)

func day(t testing.TB, s string) clock.Date {
	t.Helper()
	d, err := clock.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The red days of 2026 as printed in any Swedish almanac, with the three eves.
func TestRedDaysOf2026(t *testing.T) {
	want := map[string]string{
		"2026-01-01": "nyårsdagen", "2026-01-06": "trettondedag jul", "2026-04-03": "långfredagen", "2026-04-05": "påskdagen",
		"2026-04-06": "annandag påsk", "2026-05-01": "första maj", "2026-05-14": "Kristi himmelsfärdsdag", "2026-05-24": "pingstdagen",
		"2026-06-06": "nationaldagen", "2026-06-19": "midsommarafton", "2026-06-20": "midsommardagen", "2026-10-31": "alla helgons dag",
		"2026-12-24": "julafton", "2026-12-25": "juldagen", "2026-12-26": "annandag jul", "2026-12-31": "nyårsafton",
	}
	working := 0
	for d := day(t, "2026-01-01"); d.Year == 2026; d = d.Add(1) {
		name, red := svenska.RedDay(d)
		if name.SV != want[d.String()] || red != (want[d.String()] != "") || (red && name.EN == "") {
			t.Errorf("%v is %q (%v), want %q", d, name.SV, red, want[d.String()])
		}
		if svenska.WorkingDay(d) {
			working++
		}
	}
	if working != 251 { // 261 weekdays, ten of them red or an eve
		t.Errorf("%d working days in 2026, want 251", working)
	}
}

// Easter Day 2020–2035, and the earliest and latest there is.
func TestEaster(t *testing.T) {
	for _, s := range []string{"2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05",
		"2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
		"1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25"} {
		if got := svenska.Easter(day(t, s).Year); got.String() != s {
			t.Errorf("Easter Day is %v, want %s", got, s)
		}
	}
	for year := 1583; year < 5000; year++ {
		d := svenska.Easter(year)
		early, late := clock.Date{Year: year, Month: time.March, Day: 22}, clock.Date{Year: year, Month: time.April, Day: 25}
		if d.Weekday() != time.Sunday || d.Before(early) || late.Before(d) {
			t.Fatalf("Easter Day %v", d)
		}
	}
}

func TestWorkingDay(t *testing.T) {
	for s, want := range map[string]bool{
		"2026-11-23": true,  // an ordinary Monday
		"2026-11-28": false, // Saturday
		"2026-11-29": false, // Sunday
		"2026-05-15": true,  // klämdag after Ascension Day
		"2026-04-02": true,  // skärtorsdagen is short, not red
		"2026-06-18": true,
		"2026-06-19": false, // midsommarafton
		"2025-06-20": false,
		"2026-12-23": true,
		"2026-12-24": false,
		"2003-06-09": false, // annandag pingst, red until 2004
		"2005-05-16": true,  // and not since
		"2003-06-06": true,  // the National Day was not red yet
		"2025-06-06": false,
		"2008-05-01": false, // both May Day and Ascension Day
	} {
		if got := svenska.WorkingDay(day(t, s)); got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
}

// Each year has the same number of holidays, whatever the year: 16 names, where Ascension Day may share 1 May.
func TestEveryYearHasItsHolidays(t *testing.T) {
	for year := 2005; year < 2300; year++ {
		n := 0
		for d := (clock.Date{Year: year, Month: 1, Day: 1}); d.Year == year; d = d.Add(1) {
			if _, red := svenska.RedDay(d); red {
				n++
			}
		}
		if shared := svenska.Easter(year).Add(39); n != 16 && !(n == 15 && (shared.Day == 1 || year > 0 && svenska.Easter(year).Add(49).String()[5:] == "06-06")) {
			t.Errorf("%d has %d holidays", year, n)
		}
	}
}

func TestAddWorkingDays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-23", 1, "2026-11-24"},
		{"2026-11-27", 1, "2026-11-30"}, // over a weekend
		{"2026-11-28", 1, "2026-11-30"}, // from a Saturday
		{"2026-12-23", 1, "2026-12-28"}, // over Christmas
		{"2026-12-30", 1, "2027-01-04"}, // over New Year
		{"2026-04-02", 1, "2026-04-07"}, // over Easter
		{"2026-11-23", 0, "2026-11-23"},
		{"2026-11-23", 5, "2026-11-30"},
	} {
		if got := svenska.AddWorkingDays(day(t, c.from), c.n); got.String() != c.want {
			t.Errorf("%d working days after %s is %v, want %s", c.n, c.from, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := clock.Date{Year: 2026, Month: 1, Day: 1}.Add(rapid.IntRange(0, 3652).Draw(t, "day"))
		n := rapid.IntRange(1, 30).Draw(t, "n")
		end, counted := svenska.AddWorkingDays(d, n), 0
		for e := d.Add(1); !end.Before(e); e = e.Add(1) {
			if svenska.WorkingDay(e) {
				counted++
			}
		}
		if counted != n || !svenska.WorkingDay(end) {
			t.Fatalf("%d working days after %v is %v, with %d between", n, d, end, counted)
		}
	})
}

package clock

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Date is a day in the calendar, in no zone: the 23rd of November is the 23rd wherever it is read.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day that t falls on in the zone. A nil zone is UTC.
func DateOf(t time.Time, zone *time.Location) Date {
	y, m, d := t.In(orUTC(zone)).Date()
	return Date{Year: y, Month: m, Day: d}
}

// Add returns the day n days later, or earlier when n is negative.
func (d Date) Add(n int) Date { return DateOf(d.noon().AddDate(0, 0, n), time.UTC) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

// Before reports whether d comes before e.
func (d Date) Before(e Date) bool { return d.noon().Before(e.noon()) }

// Days returns the number of days from d to e; negative when e comes first.
func (d Date) Days(e Date) int { return int(e.noon().Sub(d.noon()) / (24 * time.Hour)) }

// Valid reports whether the day exists: 29 February does in a leap year only.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && DateOf(d.noon(), time.UTC) == d
}

// String writes the day as ISO 8601 does: 2026-11-23.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// noon stands for the whole day where days are counted; in UTC, where every day has 24 hours.
func (d Date) noon() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

var dateForm = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)

// ParseDate reads 2026-11-23, which is what a browser's date field sends. The fault is Invalid and says what to write.
func ParseDate(s string) (Date, error) {
	m := dateForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return Date{}, fault.New(fault.Invalid, lingo.T("Skriv datumet som år, månad och dag, till exempel 2026-11-23.",
			"Write the date as year, month and day, for example 2026-11-23."))
	}
	d := Date{Year: number(m[1]), Month: time.Month(number(m[2])), Day: number(m[3])}
	if !d.Valid() {
		return Date{}, fault.New(fault.Invalid, lingo.T("Dagen %s finns inte.", "There is no such day as %s.").Put(m[0]))
	}
	return d, nil
}

// TimeOfDay is what a clock on the wall shows, in minutes after midnight: 0 to 1439. [DayEnd] (24:00) is for closing hours.
type TimeOfDay int

// DayEnd is 24:00, the midnight that ends a day.
const DayEnd TimeOfDay = 24 * 60

// AtTime returns the time of day for an hour and a minute.
func AtTime(hour, minute int) TimeOfDay { return TimeOfDay(hour*60 + minute) }

// TimeOf returns what the clocks show at t in the zone, cut to the minute. A nil zone is UTC.
func TimeOf(t time.Time, zone *time.Location) TimeOfDay {
	t = t.In(orUTC(zone))
	return AtTime(t.Hour(), t.Minute())
}

// Hour returns 0 to 23, and 24 for DayEnd.
func (t TimeOfDay) Hour() int { return int(t) / 60 }

// Minute returns 0 to 59.
func (t TimeOfDay) Minute() int { return int(t) % 60 }

// Valid reports whether t lies in 0 to 1440.
func (t TimeOfDay) Valid() bool { return t >= 0 && t <= DayEnd }

// String writes the time as the machine keeps it: 08:00. For people, see svenska.
func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute()) }

var timeForm = regexp.MustCompile(`^([0-9]{1,2})(?:[:.]([0-9]{2})(?:[:.][0-9]{2}(?:\.[0-9]{1,3})?)?)?$`)

// ParseTime reads 08:00, and what people write instead of it: 8, 8.00, 8:00. Seconds, which some browsers send, are cut.
// 24:00 is read as [DayEnd]. The fault is Invalid and says what to write.
func ParseTime(s string) (TimeOfDay, error) {
	m := timeForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, badTime()
	}
	h, min := number(m[1]), number(m[2])
	if h > 24 || min > 59 || (h == 24 && min > 0) {
		return 0, badTime()
	}
	return AtTime(h, min), nil
}

func badTime() error {
	return fault.New(fault.Invalid, lingo.T("Skriv klockslaget med timmar och minuter, till exempel 08:00 eller 16:30.",
		"Write the time in hours and minutes, for example 08:00 or 16:30."))
}

// number reads digits that a pattern has already let through; no digits are zero.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

package svenska

import (
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
)

var weekdays = [7]lingo.Text{
	lingo.T("söndag", "Sunday"), lingo.T("måndag", "Monday"), lingo.T("tisdag", "Tuesday"), lingo.T("onsdag", "Wednesday"),
	lingo.T("torsdag", "Thursday"), lingo.T("fredag", "Friday"), lingo.T("lördag", "Saturday"),
}

var months = [13]lingo.Text{
	1: lingo.T("januari", "January"), 2: lingo.T("februari", "February"), 3: lingo.T("mars", "March"), 4: lingo.T("april", "April"),
	5: lingo.T("maj", "May"), 6: lingo.T("juni", "June"), 7: lingo.T("juli", "July"), 8: lingo.T("augusti", "August"),
	9: lingo.T("september", "September"), 10: lingo.T("oktober", "October"), 11: lingo.T("november", "November"), 12: lingo.T("december", "December"),
}

// Weekday returns the name of a day of the week.
func Weekday(day time.Weekday) lingo.Text { return weekdays[((day%7)+7)%7] }

// Month returns the name of a month; nothing for a number that is no month.
func Month(m time.Month) lingo.Text {
	if m < time.January || m > time.December {
		return lingo.Text{}
	}
	return months[m]
}

// Day writes a day: "måndag 8 december", with the year when it is not this one.
func Day(d, today clock.Date) lingo.Text {
	t := lingo.T("%v %d %v", "%v %d %v").Put(Weekday(d.Weekday()), d.Day, Month(d.Month))
	if d.Year != today.Year {
		t = lingo.T("%v %d", "%v %d").Put(t, d.Year)
	}
	return t
}

// When writes a moment as seen from now: "i dag 14.20", "i morgon 9.00", "måndag 8 december 14.20".
func When(t, now time.Time, zone *time.Location) lingo.Text {
	d, today := clock.DateOf(t, zone), clock.DateOf(now, zone)
	day := Day(d, today)
	switch today.Days(d) {
	case 0:
		day = lingo.T("i dag", "today")
	case 1:
		day = lingo.T("i morgon", "tomorrow")
	case -1:
		day = lingo.T("i går", "yesterday")
	}
	return lingo.T("%v %v", "%v %v").Put(day, ClockTime(clock.TimeOf(t, zone)))
}

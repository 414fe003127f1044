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

// FullDay writes a day with its year always: "måndag 8 december 2026", for what is kept and printed.
func FullDay(d clock.Date) lingo.Text { return Day(d, clock.Date{}) }

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

// Ago writes how long since: "nyss", "för 3 minuter sedan", "för 3 timmar sedan"; after six hours it says when instead. What
// lies ahead by less than a minute, because two clocks differ, happened just now.
func Ago(t, now time.Time, zone *time.Location) lingo.Text {
	switch since := now.Sub(t); {
	case since <= -time.Minute || since >= 6*time.Hour:
		return When(t, now, zone)
	case since < time.Minute:
		return lingo.T("nyss", "just now")
	case since < time.Hour:
		return lingo.Count(int(since/time.Minute), lingo.T("för %d minut sedan", "%d minute ago"), lingo.T("för %d minuter sedan", "%d minutes ago"))
	default:
		return lingo.Count(int(since/time.Hour), lingo.T("för %d timme sedan", "%d hour ago"), lingo.T("för %d timmar sedan", "%d hours ago"))
	}
}

// Length writes a stretch of time by its two largest units, cut downwards: "40 min", "3 tim 20 min", "2 dygn 5 tim". The sign
// is left out.
func Length(d time.Duration) lingo.Text {
	minutes := int(d.Abs() / time.Minute)
	days, hours, minutes := minutes/(24*60), minutes/60%24, minutes%60
	switch {
	case days > 0 && hours > 0:
		return lingo.T("%v %d tim", "%v %d h").Put(dayCount(days), hours)
	case days > 0:
		return dayCount(days)
	case hours > 0 && minutes > 0:
		return lingo.T("%d tim %d min", "%d h %d min").Put(hours, minutes)
	case hours > 0:
		return lingo.T("%d tim", "%d h").Put(hours)
	}
	return lingo.T("%d min", "%d min").Put(minutes)
}

func dayCount(n int) lingo.Text {
	return lingo.Count(n, lingo.T("%d dygn", "%d day"), lingo.T("%d dygn", "%d days"))
}

// Due writes a deadline as words for the inbox: "svara inom 40 min" when it is less than two hours away, else "svara senast i
// morgon 9.30"; and when it has passed "40 min över tiden". The zero deadline, no promise, is no words.
func Due(deadline, now time.Time, zone *time.Location) lingo.Text {
	if deadline.IsZero() {
		return lingo.Text{}
	}
	switch left := deadline.Sub(now); {
	case left <= -time.Minute:
		return lingo.T("%v över tiden", "%v overdue").Put(Length(left))
	case left <= 0:
		return lingo.T("tiden är ute", "time is up")
	case left < time.Minute:
		return lingo.T("svara nu", "answer now")
	case left < 2*time.Hour:
		return lingo.T("svara inom %v", "answer within %v").Put(Length(left))
	}
	return lingo.T("svara senast %v", "answer by %v").Put(When(deadline, now, zone))
}

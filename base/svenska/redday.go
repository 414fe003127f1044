package svenska

import (
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
)

// fixed are the red days with a date of their own, and the eves on which authorities are closed.
var fixed = map[[2]int]lingo.Text{
	{1, 1}:   lingo.T("nyårsdagen", "New Year's Day"),
	{1, 6}:   lingo.T("trettondedag jul", "Epiphany"),
	{5, 1}:   lingo.T("första maj", "May Day"),
	{12, 24}: lingo.T("julafton", "Christmas Eve"),
	{12, 25}: lingo.T("juldagen", "Christmas Day"),
	{12, 26}: lingo.T("annandag jul", "Boxing Day"),
	{12, 31}: lingo.T("nyårsafton", "New Year's Eve"),
}

// easter are the red days that follow Easter, by the number of days from Easter Day.
var easter = map[int]lingo.Text{
	-2: lingo.T("långfredagen", "Good Friday"),
	0:  lingo.T("påskdagen", "Easter Day"),
	1:  lingo.T("annandag påsk", "Easter Monday"),
	39: lingo.T("Kristi himmelsfärdsdag", "Ascension Day"),
	49: lingo.T("pingstdagen", "Whit Sunday"),
}

var (
	nationalDay   = lingo.T("nationaldagen", "the National Day")
	whitMonday    = lingo.T("annandag pingst", "Whit Monday")
	midsummerEve  = lingo.T("midsommarafton", "Midsummer Eve")
	midsummer     = lingo.T("midsommardagen", "Midsummer Day")
	allSaints     = lingo.T("alla helgons dag", "All Saints' Day")
	nationalSince = 2005 // SFS 2004:1320 gave us 6 June and took Whit Monday
)

// RedDay returns the name of the public holiday that falls on d, the three eves included, and false when there is none. An
// ordinary Sunday has no name and is not reported; see [WorkingDay]. Years before the act of 1989 follow it too.
func RedDay(d clock.Date) (name lingo.Text, red bool) {
	if name, red = fixed[[2]int{int(d.Month), d.Day}]; red {
		return name, true
	}
	if d.Month >= time.March && d.Month <= time.June {
		days := Easter(d.Year).Days(d)
		if name, red = easter[days]; red {
			return name, true
		}
		if days == 50 && d.Year < nationalSince {
			return whitMonday, true
		}
	}
	return moving(d)
}

// moving names the red days that are tied to a weekday between two dates, and the National Day.
func moving(d clock.Date) (lingo.Text, bool) {
	switch day := d.Weekday(); {
	case d.Month == time.June && d.Day == 6 && d.Year >= nationalSince:
		return nationalDay, true
	case day == time.Friday && d.Month == time.June && d.Day >= 19 && d.Day <= 25:
		return midsummerEve, true
	case day == time.Saturday && d.Month == time.June && d.Day >= 20 && d.Day <= 26:
		return midsummer, true
	case day == time.Saturday && ((d.Month == time.October && d.Day == 31) || (d.Month == time.November && d.Day <= 6)):
		return allSaints, true
	}
	return lingo.Text{}, false
}

// Easter returns Easter Day of a year, by the Gregorian rule in the anonymous form printed in Nature on 20 April 1876.
func Easter(year int) clock.Date {
	golden, century, rest := year%19, year/100, year%100
	leap, centuryRest := century/4, century%4
	moonShift := (century - (century+8)/25 + 1) / 3
	epact := (19*golden + century - leap - moonShift + 15) % 30
	weekday := (32 + 2*centuryRest + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451
	n := epact + weekday - 7*late + 114
	return clock.Date{Year: year, Month: time.Month(n / 31), Day: n%31 + 1}
}

// WorkingDay reports whether d is an arbetsdag: neither Saturday, Sunday nor red.
func WorkingDay(d clock.Date) bool {
	if day := d.Weekday(); day == time.Saturday || day == time.Sunday {
		return false
	}
	_, red := RedDay(d)
	return !red
}

// NextWorkingDay returns the first working day after d.
func NextWorkingDay(d clock.Date) clock.Date {
	for d = d.Add(1); !WorkingDay(d); d = d.Add(1) {
	}
	return d
}

// AddWorkingDays returns the day that is n working days after d; d itself when n is not positive.
func AddWorkingDays(d clock.Date, n int) clock.Date {
	for ; n > 0; n-- {
		d = NextWorkingDay(d)
	}
	return d
}

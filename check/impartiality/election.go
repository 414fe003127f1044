package impartiality

import (
	"time"

	"tilltal/check"
)

// weeks before an election in which the check asks more. Voting in advance begins eighteen days before (SFS 2005:837 10 kap.
// 2 §); campaigns begin earlier.
const weeks = 8

// europe are the days on which Sweden votes to the European Parliament. They follow no rule of the calendar; after the last, only
// Input.Election tells.
var europe = []time.Time{day(2024, time.June, 9), day(2029, time.June, 10)}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// ordinary returns the day of the ordinary election of a year: the second Sunday of September (SFS 2005:837 1 kap. 3 §), every
// fourth year from 2022 (SFS 1974:152 3 kap. 3 §).
func ordinary(year int) (time.Time, bool) {
	if year < 2022 || (year-2022)%4 != 0 {
		return time.Time{}, false
	}
	first := day(year, time.September, 1)
	return first.AddDate(0, 0, (7-int(first.Weekday()))%7+7), true
}

// untilElection returns how many days are left until the next election, when it is near, and its name when it is an extra one that
// has one; else -1. Without a day there is none.
func untilElection(now time.Time, extra check.Election) (left int, name string) {
	if now.IsZero() {
		return -1, ""
	}
	today := day(now.Year(), now.Month(), now.Day())
	days := europe
	if d, ok := ordinary(now.Year()); ok {
		days = append([]time.Time{d}, days...)
	}
	near := -1
	for _, d := range days {
		if left := int(d.Sub(today) / (24 * time.Hour)); left >= 0 && left <= weeks*7 && (near < 0 || left < near) {
			near = left
		}
	}
	if extra.Day.IsZero() {
		return near, ""
	}
	from := extra.From
	if from.IsZero() {
		from = extra.Day.AddDate(0, 0, -weeks*7)
	}
	from = day(from.Year(), from.Month(), from.Day())
	left = int(day(extra.Day.Year(), extra.Day.Month(), extra.Day.Day()).Sub(today) / (24 * time.Hour))
	if left >= 0 && !today.Before(from) && (near < 0 || left < near) {
		return left, extra.Name
	}
	return near, ""
}

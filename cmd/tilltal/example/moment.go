package example

import (
	"time"

	"tilltal/base/clock"
	"tilltal/base/svenska"
	"tilltal/desk/account"
)

// moment is when something happened, told from the moment the demo is started.
type moment func(now time.Time) time.Time

// workday is so many working days ago, at a time on the wall in Stockholm: the example is as true on a Sunday.
func workday(ago, hour, minute int) moment {
	return func(now time.Time) time.Time {
		d := clock.DateOf(now, clock.Stockholm())
		for n := 0; n < ago; {
			if d = d.Add(-1); svenska.WorkingDay(d) {
				n++
			}
		}
		return onTheWall(d, hour, minute)
	}
}

// ago is so long before the demo is started.
func ago(d time.Duration) moment {
	return func(now time.Time) time.Time { return now.Add(-d) }
}

// overdue is the latest early afternoon from which an account's promise has run out since.
func overdue(c account.Charter) moment {
	return func(now time.Time) time.Time {
		for d := clock.DateOf(now, clock.Stockholm()).Add(-1); ; d = d.Add(-1) {
			t := onTheWall(d, 13, 40)
			if svenska.Deadline(t, c.Promise, c.Hours, clock.Stockholm()).Before(now.Add(-time.Hour)) {
				return t
			}
		}
	}
}

// after is some time after another moment.
func after(m moment, d time.Duration) moment {
	return func(now time.Time) time.Time { return m(now).Add(d) }
}

// tomorrow is a time on the wall of the next day.
func tomorrow(now time.Time, hour, minute int) clock.Wall {
	return clock.Wall{Date: clock.DateOf(now, clock.Stockholm()).Add(1), Time: clock.AtTime(hour, minute), Zone: clock.Stockholm()}
}

func onTheWall(d clock.Date, hour, minute int) time.Time {
	t, _ := clock.Wall{Date: d, Time: clock.AtTime(hour, minute), Zone: clock.Stockholm()}.Resolve()
	return t
}

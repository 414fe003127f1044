package hall

import (
	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/web/visit"
)

// Date is a day of the calendar as it stands in a sentence, in both languages.
func Date(d clock.Date) lingo.Text {
	noon, _ := clock.Wall{Date: d, Time: clock.AtTime(12, 0), Zone: clock.Stockholm()}.Resolve()
	return Day(noon)
}

// Today is the day it is in Sweden.
func Today(v *visit.Visit) clock.Date { return clock.DateOf(v.Now, clock.Stockholm()) }

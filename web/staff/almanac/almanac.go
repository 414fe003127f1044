// Package almanac is a week or a month to leaf through (almanackan): which days are asked for, what they are called, and the
// ways to the days before and after. The calendar of texts and the calendar of shifts are both written in it.
package almanac

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// Span is the stretch of time on a page: a week from its Monday, or a calendar month.
type Span struct {
	Month bool
	First clock.Date
	path  string
}

const monthView = "manad"

// Read reads which stretch is asked for on a page; anything that cannot be read is the week of today.
func Read(v *visit.Visit, path string) Span {
	day, err := clock.ParseDate(v.Form("fran"))
	if err != nil || day.Year < 2000 || day.Year > 2200 {
		day = clock.DateOf(v.Now, clock.Stockholm())
	}
	return from(path, v.Form("visa") == monthView, day)
}

// from is the span that a day lies in.
func from(path string, month bool, day clock.Date) Span {
	s := Span{Month: month, First: day, path: path}
	if month {
		s.First.Day = 1
	} else {
		s.First = day.Add(-(int(day.Weekday()) + 6) % 7)
	}
	return s
}

// Next is the first day after the span.
func (s Span) Next() clock.Date {
	if s.Month {
		return s.step(1)
	}
	return s.First.Add(7)
}

// step is the first day of the span so many spans from here.
func (s Span) step(n int) clock.Date {
	if !s.Month {
		return s.First.Add(7 * n)
	}
	t := time.Date(s.First.Year, s.First.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return clock.DateOf(t, time.UTC)
}

// Bounds are the instants of the span, on the clocks of a zone.
func (s Span) Bounds(zone *time.Location) (from, to time.Time) {
	from, _ = clock.Wall{Date: s.First, Zone: zone}.Resolve()
	to, _ = clock.Wall{Date: s.Next(), Zone: zone}.Resolve()
	return from, to
}

// Days lists the span's days.
func (s Span) Days() (out []clock.Date) {
	for d := s.First; d != s.Next(); d = d.Add(1) {
		out = append(out, d)
	}
	return out
}

// Href leads to the span on its page.
func (s Span) Href() string {
	q := url.Values{"fran": {s.First.String()}}
	if s.Month {
		q.Set("visa", monthView)
	}
	return s.path + "?" + q.Encode()
}

// Title names the span: "Vecka 48 · 23–29 november 2026", "November 2026".
func (s Span) Title(l lingo.Lang) string {
	if s.Month {
		return monthOf(s.First, l)
	}
	last := noon(s.Next().Add(-1))
	first := strconv.Itoa(s.First.Day)
	if s.First.Month != last.Month() {
		first, _, _ = strings.Cut(frame.DateIn(noon(s.First), l), " "+strconv.Itoa(s.First.Year))
		first += " "
		return weekTitle.Put(weekNumber(s.First), first+"– "+frame.DateIn(last, l)).In(l)
	}
	return weekTitle.Put(weekNumber(s.First), first+"–"+frame.DateIn(last, l)).In(l)
}

// Name is what a day is called without its year: "måndag 23 november".
func Name(d clock.Date, l lingo.Lang) string { return frame.Day(noon(d), l) }

// Short is a weekday in three letters, as over the columns of a wall calendar: "mån".
func Short(d clock.Date, l lingo.Lang) string { return string([]rune(Name(d, l))[:3]) }

// Weekdays are the seven, from Monday, in three letters.
func Weekdays(l lingo.Lang) (out []string) {
	for d := (clock.Date{Year: 2026, Month: time.November, Day: 23}); len(out) < 7; d = d.Add(1) {
		out = append(out, Short(d, l))
	}
	return out
}

// monthOf names a month with its year, as a heading: "November 2026".
func monthOf(d clock.Date, l lingo.Lang) string {
	_, month, _ := strings.Cut(frame.DateIn(noon(d), l), " ")
	return strings.ToUpper(month[:1]) + month[1:] // the months' names begin with a–z in both languages
}

// noon is the middle of a day: for a name any zone will do.
func noon(d clock.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

func weekNumber(d clock.Date) int {
	_, n := noon(d).ISOWeek()
	return n
}

package shift

import (
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/shift"
	"tilltal/web/frame"
)

// How shifts are spoken of, the same on every page.

// span says when a shift is, from beginning to end: "måndag 23 november kl. 08:00–16:00", "23–29 november, hela dagar".
func span(l lingo.Lang, from, until clock.Wall) string {
	if whole(from, until) {
		last := until.Date.Add(-1)
		if last == from.Date {
			return wholeDay.Put(day(from.Date, l)).In(l)
		}
		return wholeDays.Put(day(from.Date, l), day(last, l)).In(l)
	}
	if from.Date == until.Date {
		return sameDay.Put(day(from.Date, l), from.Time.String(), until.Time.String()).In(l)
	}
	return overDays.Put(day(from.Date, l), from.Time.String(), day(until.Date, l), until.Time.String()).In(l)
}

// whole reports whether a shift is of whole days.
func whole(from, until clock.Wall) bool {
	return from.Time == 0 && until.Time == 0 && from.Date != until.Date
}

func day(d clock.Date, l lingo.Lang) string {
	return frame.Day(time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC), l)
}

// both says a span in both languages, to stand in a sentence.
func both(from, until clock.Wall) lingo.Text {
	return lingo.T(span(lingo.SV, from, until), span(lingo.EN, from, until))
}

// hours says what of a shift lies on one day: "08:00–16:00", "från 18:00", "till 08:00", "hela dagen".
func hours(s shift.Shift, d clock.Date) lingo.Text {
	begins, ends := s.From.Date == d && s.From.Time > 0, s.Until.Date == d
	switch {
	case begins && ends:
		return lingo.T("%s–%s", "%s–%s").Put(s.From.Time.String(), s.Until.Time.String())
	case begins:
		return fromHour.Put(s.From.Time.String())
	case ends:
		return untilHour.Put(s.Until.Time.String())
	}
	return allDay
}

// touches reports whether a shift has some time on a day.
func touches(s shift.Shift, d clock.Date) bool {
	return !d.Before(s.From.Date) && (d.Before(s.Until.Date) || d == s.Until.Date && (s.Until.Time > 0 || s.From.Date == d))
}

// gapWords says when nobody is on shift.
func gapWords(g shift.Span, zone *time.Location) lingo.Text {
	return both(clock.WallOf(g.From, zone), clock.WallOf(g.Until, zone))
}

// kindTitle is what a kind of shift is called.
func kindTitle(kind string) lingo.Text {
	switch kind {
	case shift.KindDay:
		return kindDays
	case shift.KindGuest:
		return kindGuest
	}
	return kindHours
}

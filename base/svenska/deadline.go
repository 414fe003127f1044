package svenska

import (
	"strconv"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Promise (svarslöfte) is how soon an account answers: within some time while it is open, or within some working days. One
// of the two is set. The zero Promise is no promise.
type Promise struct {
	Open time.Duration // counted while the desk is open; whole minutes
	Days int           // working days by the calendar
}

// Within promises an answer within a time, counted while the desk is open.
func Within(open time.Duration) Promise { return Promise{Open: open} }

// WithinDays promises an answer within n working days.
func WithinDays(n int) Promise { return Promise{Days: n} }

// The longest promises. What takes longer is not an answer in social media.
const (
	maxOpen = 1000 * time.Hour
	maxDays = 250
)

// ParsePromise reads what Promise.String writes ("40m", "4h", "5d"), and what a person writes, in either language: "4 timmar",
// "1 arbetsdag", and the very words of Promise.Text. The fault is Invalid.
func ParsePromise(s string) (Promise, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, around := range []string{"inom ", "within "} {
		s = strings.TrimPrefix(s, around)
	}
	for _, around := range []string{" under öppettid", " while we are open"} {
		s = strings.TrimSuffix(s, around)
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	n, err := strconv.Atoi(s[:max(end, 0)])
	if err != nil || n < 1 {
		return Promise{}, notPromise
	}
	switch unit := promiseUnits[strings.TrimSpace(s[end:])]; {
	case unit == 'm' && n <= int(maxOpen/time.Minute):
		return Within(time.Duration(n) * time.Minute), nil
	case unit == 'h' && n <= int(maxOpen/time.Hour):
		return Within(time.Duration(n) * time.Hour), nil
	case unit == 'd' && n <= maxDays:
		return WithinDays(n), nil
	}
	return Promise{}, notPromise
}

var notPromise = fault.New(fault.Invalid, lingo.T("Skriv svarslöftet som till exempel 40 minuter, 4 timmar eller 1 arbetsdag.",
	"Write the promise as for example 40 minutes, 4 hours or 1 working day."))

// promiseUnits are what minutes and hours while the desk is open, and working days, are called.
var promiseUnits = map[string]byte{
	"m": 'm', "min": 'm', "minut": 'm', "minuter": 'm', "minute": 'm', "minutes": 'm',
	"h": 'h', "tim": 'h', "timme": 'h', "timmar": 'h', "hour": 'h', "hours": 'h',
	"d": 'd', "dag": 'd', "dagar": 'd', "arbetsdag": 'd', "arbetsdagar": 'd', "day": 'd', "days": 'd', "working day": 'd', "working days": 'd',
}

// String writes the promise as the database keeps it; "" for none.
func (p Promise) String() string {
	switch minutes := int(p.Open / time.Minute); {
	case p.Days > 0:
		return strconv.Itoa(p.Days) + "d"
	case minutes > 0 && minutes%60 == 0:
		return strconv.Itoa(minutes/60) + "h"
	case minutes > 0:
		return strconv.Itoa(minutes) + "m"
	}
	return ""
}

// MarshalText keeps the promise in JSON as String writes it.
func (p Promise) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is no promise.
func (p *Promise) UnmarshalText(b []byte) (err error) {
	*p = Promise{}
	if len(b) > 0 {
		*p, err = ParsePromise(string(b))
	}
	return err
}

// Text writes the promise for the public page: "inom 4 timmar under öppettid", "inom 1 arbetsdag".
func (p Promise) Text() lingo.Text {
	switch minutes := int(p.Open / time.Minute); {
	case p.Days > 0:
		return lingo.Count(p.Days, lingo.T("inom %d arbetsdag", "within %d working day"), lingo.T("inom %d arbetsdagar", "within %d working days"))
	case minutes > 0 && minutes%60 == 0:
		return lingo.Count(minutes/60, lingo.T("inom %d timme under öppettid", "within %d hour while we are open"),
			lingo.T("inom %d timmar under öppettid", "within %d hours while we are open"))
	case minutes > 0:
		return lingo.Count(minutes, lingo.T("inom %d minut under öppettid", "within %d minute while we are open"),
			lingo.T("inom %d minuter under öppettid", "within %d minutes while we are open"))
	}
	return lingo.Text{}
}

// Deadline returns, in UTC, when a message that arrived must be answered. Without a promise it is the zero time.
//
// A promise in hours runs while the desk is open. Hours that never open are read as [Office]: nobody stops the clock by
// closing the desk for good. A promise in working days ends at the same time on the wall so many working days later, but
// within the opening hours of that day; what arrives outside them has until closing of the last day counted from the next
// opening. A working day on which the desk is closed counts all the same, with the hours of Office.
func Deadline(arrived time.Time, promise Promise, hours Hours, zone *time.Location) time.Time {
	switch {
	case promise.Days > 0:
		return afterDays(arrived, min(promise.Days, maxDays), hours, zone)
	case promise.Open > 0:
		return afterOpen(arrived, min(promise.Open, maxOpen), hours, zone)
	}
	return time.Time{}
}

func afterOpen(arrived time.Time, left time.Duration, hours Hours, zone *time.Location) time.Time {
	if hours.Never() {
		hours = Office()
	}
	for d := clock.DateOf(arrived, zone); ; d = d.Add(1) {
		for _, s := range hours.stretches(d, zone) {
			from := later(arrived, s.from)
			open := s.to.Sub(from)
			if open >= left {
				return from.Add(left).UTC()
			}
			left -= max(open, 0)
		}
	}
}

func afterDays(arrived time.Time, n int, hours Hours, zone *time.Location) time.Time {
	day := clock.DateOf(arrived, zone)
	window := hours.workday(day)
	if WorkingDay(day) {
		if s := window.on(day, zone); arrived.After(s.from) && arrived.Before(s.to) {
			last := AddWorkingDays(day, n)
			window = hours.workday(last)
			at := min(max(clock.TimeOf(arrived, zone), window.From), window.To)
			return instant(last, at, zone)
		} else if !arrived.After(s.from) {
			n-- // the day has not begun: it is the first of the n
		}
	}
	last := AddWorkingDays(day, n)
	return instant(last, hours.workday(last).To, zone)
}

// workday returns the outer limits of a working day at the desk: Office where the desk itself is closed.
func (h Hours) workday(d clock.Date) Span {
	spans := h.On(d)
	if len(spans) == 0 {
		return officeSpan
	}
	return Span{From: spans[0].From, To: spans[len(spans)-1].To}
}

package svenska

import (
	"time"

	"tilltal/base/clock"
)

// Span is one stretch of a day in which a desk is open: from From up to To, both on the wall clock.
type Span struct{ From, To clock.TimeOfDay }

// Hours (öppettider) says when a desk is open. It is closed on red days, unless AlsoRed.
type Hours struct {
	Week    [7][]Span // by time.Weekday, Sunday first; spans in order and apart
	AlsoRed bool      // open on red days too, by the hours of the weekday: a duty desk
}

// Office is Monday to Friday 8 to 16: the hours of a desk that has not said anything else.
func Office() Hours {
	var h Hours
	for day := time.Monday; day <= time.Friday; day++ {
		h.Week[day] = []Span{officeSpan}
	}
	return h
}

var officeSpan = Span{From: clock.AtTime(8, 0), To: clock.AtTime(16, 0)}

// Always is day and night, every day of the year.
func Always() Hours {
	h := Hours{AlsoRed: true}
	for day := range h.Week {
		h.Week[day] = []Span{{From: 0, To: clock.DayEnd}}
	}
	return h
}

// Never reports whether the desk is closed all week.
func (h Hours) Never() bool {
	for _, spans := range h.Week {
		for _, s := range spans {
			if s.To > s.From {
				return false
			}
		}
	}
	return true
}

// On returns the spans in which the desk is open on a day; none when it is closed.
func (h Hours) On(d clock.Date) []Span {
	if _, red := RedDay(d); red && !h.AlsoRed {
		return nil
	}
	return h.Week[d.Weekday()]
}

// Open reports whether the desk is open at t.
func (h Hours) Open(t time.Time, zone *time.Location) bool {
	for _, s := range h.stretches(clock.DateOf(t, zone), zone) {
		if !t.Before(s.from) && t.Before(s.to) {
			return true
		}
	}
	return false
}

// stretch is a Span on a certain day: two instants.
type stretch struct{ from, to time.Time }

func (h Hours) stretches(d clock.Date, zone *time.Location) []stretch {
	var out []stretch
	for _, s := range h.On(d) {
		out = append(out, s.on(d, zone))
	}
	return out
}

// on resolves the span; one that the clocks jump over altogether is empty.
func (s Span) on(d clock.Date, zone *time.Location) stretch {
	return stretch{from: instant(d, s.From, zone), to: instant(d, s.To, zone)}
}

// instant resolves a wall time. 24.00 is 0.00 of the next day.
func instant(d clock.Date, at clock.TimeOfDay, zone *time.Location) time.Time {
	if at >= clock.DayEnd {
		d, at = d.Add(1), at-clock.DayEnd
	}
	t, _ := clock.Wall{Date: d, Time: at, Zone: zone}.Resolve()
	return t
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

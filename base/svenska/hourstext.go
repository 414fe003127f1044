package svenska

import (
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
)

// monday is the week in the order people read it.
var monday = [7]time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// run is a row of weekdays with the same hours.
type run struct {
	first, last time.Weekday
	spans       []Span
}

func (h Hours) runs() []run {
	var out []run
	for i, day := range monday {
		spans := h.Week[day]
		if len(spans) == 0 {
			continue
		}
		if n := len(out); n > 0 && i > 0 && out[n-1].last == monday[i-1] && slices.Equal(out[n-1].spans, spans) {
			out[n-1].last = day
			continue
		}
		out = append(out, run{first: day, last: day, spans: spans})
	}
	return out
}

// String writes the hours as the database keeps them: "mon-fri 08:00-12:00 13:00-16:30; sat 10:00-14:00; red". The word red
// stands for open on red days too; an empty text for never open.
func (h Hours) String() string {
	var parts []string
	for _, r := range h.runs() {
		part := shortDays[r.first]
		if r.last != r.first {
			part += "-" + shortDays[r.last]
		}
		for _, s := range r.spans {
			part += " " + s.From.String() + "-" + s.To.String()
		}
		parts = append(parts, part)
	}
	if h.AlsoRed {
		parts = append(parts, "red")
	}
	return strings.Join(parts, "; ")
}

var shortDays = [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// Text writes the hours for people: "måndag–fredag 08:00–16:30, lördag 10:00–14:00".
func (h Hours) Text() lingo.Text {
	return lingo.Text{SV: h.in(lingo.SV), EN: h.in(lingo.EN)}
}

var (
	closedAlways = lingo.T("stängt", "closed")
	openAlways   = lingo.T("dygnet runt, alla dagar", "day and night, every day")
	alsoRed      = lingo.T("även helgdagar", "public holidays too")
	between      = lingo.T(" och ", " and ")
)

func (h Hours) in(l lingo.Lang) string {
	if h.Never() {
		return closedAlways.In(l)
	}
	if h.String() == always {
		return openAlways.In(l)
	}
	var parts []string
	for _, r := range h.runs() {
		days := weekdays[r.first].In(l)
		if r.last != r.first {
			days += "–" + weekdays[r.last].In(l)
		}
		var times []string
		for _, s := range r.spans {
			times = append(times, ClockTime(s.From).In(l)+"–"+ClockTime(s.To).In(l))
		}
		parts = append(parts, days+" "+strings.Join(times, between.In(l)))
	}
	if h.AlsoRed {
		parts = append(parts, alsoRed.In(l))
	}
	return strings.Join(parts, ", ")
}

var always = Always().String()

// ClockTime writes a time of day: 14:20, with a colon in both languages. The language council recommends
// either sign; the desk keeps to one.
func ClockTime(t clock.TimeOfDay) lingo.Text {
	return lingo.T("%02d:%02d", "%02d:%02d").Put(t.Hour(), t.Minute())
}

// MarshalText keeps the hours in JSON as String writes them.
func (h Hours) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (h *Hours) UnmarshalText(b []byte) (err error) {
	*h, err = Parse(string(b))
	return err
}

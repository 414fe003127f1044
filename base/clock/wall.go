package clock

import (
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Wall is a moment as the clocks on the wall of a named zone will show it: "23 November at 08:00 in Stockholm". It is what
// a person promised; which instant that is follows from the zone's rules on the day, so it is kept as written and resolved
// when it is needed.
type Wall struct {
	Date Date
	Time TimeOfDay
	Zone *time.Location // from [Zone]; nil is UTC
}

// Note says what was odd about a wall time. The zero Note: nothing was.
type Note struct {
	Skipped bool       // the clocks jump over the time that day
	Twice   bool       // the clocks show the time twice that day
	Say     lingo.Text // tells the person what we do instead; empty when nothing was odd
}

// WallOf returns what the clocks of the zone show at t, cut to the minute.
func WallOf(t time.Time, zone *time.Location) Wall {
	return Wall{Date: DateOf(t, zone), Time: TimeOf(t, zone), Zone: orUTC(zone)}
}

// ParseWall reads the three fields of a form: "2026-11-23", "08:00", "Europe/Stockholm". All that is wrong is told at once,
// as a fault.List whose entries point at the fields date, time and zone.
func ParseWall(date, at, zone string) (Wall, error) {
	var w Wall
	var err error
	var wrong fault.List
	if w.Date, err = ParseDate(date); err != nil {
		wrong = append(wrong, fault.Of(err).At("date"))
	}
	if w.Time, err = ParseTime(at); err != nil {
		wrong = append(wrong, fault.Of(err).At("time"))
	} else if w.Time == DayEnd {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv 00:00 och nästa dags datum i stället för 24:00.",
			"Write 00:00 and the next day's date instead of 24:00.")).At("time"))
	}
	if w.Zone, err = Zone(zone); err != nil {
		wrong = append(wrong, fault.Of(err).At("zone"))
	}
	if err := wrong.OrNil(); err != nil {
		return Wall{}, err
	}
	return w, nil
}

// String writes the moment as the database keeps it: 2026-11-23T08:00[Europe/Stockholm].
func (w Wall) String() string {
	return w.Date.String() + "T" + w.Time.String() + "[" + orUTC(w.Zone).String() + "]"
}

// ReadWall reads what String wrote. The fault is Invalid.
func ReadWall(s string) (Wall, error) {
	moment, zone, ok := strings.Cut(s, "[")
	zone, closed := strings.CutSuffix(zone, "]")
	date, at, split := strings.Cut(moment, "T")
	if !ok || !closed || !split {
		return Wall{}, fault.New(fault.Invalid, lingo.T("Tidpunkten %q går inte att läsa.", "The moment %q cannot be read.").Put(short(s)))
	}
	return ParseWall(date, at, zone)
}

// MarshalText keeps the moment in JSON as String writes it.
func (w Wall) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (w *Wall) UnmarshalText(b []byte) (err error) {
	*w, err = ReadWall(string(b))
	return err
}

// Resolve returns the instant, in UTC. A time that the clocks jump over in spring becomes the first moment after the jump;
// a time that they show twice in autumn becomes the first of the two. The note says so, for the person to read before she
// promises.
func (w Wall) Resolve() (time.Time, Note) {
	zone := orUTC(w.Zone)
	shown := time.Date(w.Date.Year, w.Date.Month, w.Date.Day, 0, int(w.Time), 0, 0, time.UTC)
	// Package time promises a guess on one side or the other of a change of clocks. The change, if any, is then one of
	// the two nearest.
	guess := time.Date(w.Date.Year, w.Date.Month, w.Date.Day, w.Time.Hour(), w.Time.Minute(), 0, 0, zone)
	hits := instants(shown, guess, zone)
	switch {
	case len(hits) == 1:
		return hits[0], Note{}
	case len(hits) > 1:
		return hits[0], Note{Twice: true, Say: lingo.T("Den dagen ställs klockan tillbaka, så %s kommer två gånger. Vi tar den första.",
			"The clocks go back that day, so %s comes twice. We take the first one.").Put(clockFace(w.Time))}
	}
	after := jump(shown, guess)
	return after, Note{Skipped: true, Say: lingo.T("Den dagen ställs klockan fram, så %s finns inte. Vi tar %s i stället.",
		"The clocks go forward that day, so %s does not exist. We take %s instead.").
		Put(clockFace(w.Time), clockFace(TimeOf(after, zone)))}
}

// instants returns, earliest first, the instants near guess at which the clocks of the zone show the wanted time.
func instants(shown, guess time.Time, zone *time.Location) []time.Time {
	var hits []time.Time
	for _, near := range around(guess) {
		_, offset := near.Zone()
		t := shown.Add(-time.Duration(offset) * time.Second)
		if _, is := t.In(zone).Zone(); is == offset && (len(hits) == 0 || t.After(hits[len(hits)-1])) {
			hits = append(hits, t)
		}
	}
	return hits
}

// around returns moments under the rule before, at and after the guess.
func around(guess time.Time) []time.Time {
	from, to := guess.ZoneBounds()
	near := []time.Time{guess}
	if !from.IsZero() {
		near = append([]time.Time{from.Add(-time.Second)}, near...)
	}
	if !to.IsZero() {
		near = append(near, to)
	}
	return near
}

// jump returns the change of clocks that jumped over the wanted time.
func jump(shown, guess time.Time) time.Time {
	from, to := guess.ZoneBounds()
	for _, change := range []time.Time{from, to} {
		if change.IsZero() {
			continue
		}
		_, before := change.Add(-time.Second).Zone()
		_, after := change.Zone()
		wall := shown.Sub(change)
		if wall >= time.Duration(before)*time.Second && wall < time.Duration(after)*time.Second {
			return change.UTC()
		}
	}
	return guess.UTC() // not reached while a zone changes its clocks at most once a day
}

func clockFace(t TimeOfDay) lingo.Text {
	return lingo.T("%02d:%02d", "%02d:%02d").Put(t.Hour(), t.Minute())
}

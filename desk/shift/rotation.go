package shift

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
)

// Rotation (schema) is a plan that repeats: some persons in turn, some hours of the week.
type Rotation struct {
	ID      string
	Account string
	Number  int // 1, 2, … of the rotation's versions
	Title   string
	Starts  clock.Date // the first day; the week it lies in is the first week
	Ends    clock.Date // the last day; the zero Date: until somebody ends it
	Every   int        // weeks from one turn to the next: 1 is every week, 2 every other
	ByDay   bool       // the persons take turns by day; otherwise by week
	People  []string   // person ids, in turn
	Deputy  string     // of every shift; "" is nobody
	Week    []Stretch  // when the shifts are
	Whole   bool       // one shift a week, from the first stretch's beginning to the last one's end
	AlsoRed bool       // on red days too
	Kind    string     // of the shifts: one of the Kind…
	Purpose string     // of the shifts
	Ahead   int        // how many weeks ahead the shifts are planned
	Zone    string     // the account's when it was decided
	By      string
	At      time.Time
}

// Stretch is one stretch of hours on a weekday. One whose Until is not after From ends on the following day.
type Stretch struct {
	Day         time.Weekday
	From, Until clock.TimeOfDay
}

// The bounds of a rotation.
const (
	mostPeople  = 60
	mostStretch = 28
	mostEvery   = 26
	mostAhead   = 26
	usualAhead  = 6
)

// Tidy returns the rotation with what was left out filled in, or a fault.List that says which fields to mend.
func (r Rotation) Tidy() (Rotation, error) {
	r.Title, r.Purpose = strings.TrimSpace(r.Title), strings.TrimSpace(r.Purpose)
	if r.Every == 0 {
		r.Every = 1
	}
	if r.Ahead == 0 {
		r.Ahead = usualAhead
	}
	if r.Kind == "" {
		r.Kind = KindHours
	}
	r.Week = slices.Clone(r.Week)
	slices.SortFunc(r.Week, func(a, b Stretch) int {
		if d := monday(a.Day) - monday(b.Day); d != 0 {
			return d
		}
		return int(a.From - b.From)
	})
	return r, slices.Concat(r.wrongWords(), r.wrongPlan()).OrNil()
}

func (r Rotation) wrongWords() (wrong fault.List) {
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if n := utf8.RuneCountInString(r.Title); n == 0 || n > 80 {
		add("title", lingo.T("Ge schemat ett namn, högst 80 tecken.", "Give the rotation a name, 80 characters at most."))
	}
	if utf8.RuneCountInString(r.Purpose) > longest {
		add("purpose", lingo.T("Skriv kortare, högst %d tecken.", "Write less, %d characters at most.").Put(longest))
	}
	if !slices.Contains(Kinds(), r.Kind) {
		add("kind", lingo.T("Välj timmar, dagar eller gästvecka.", "Choose hours, days or a guest week."))
	}
	if len(r.People) == 0 || len(r.People) > mostPeople {
		add("people", lingo.T("Välj mellan 1 och %d personer.", "Choose between 1 and %d persons.").Put(mostPeople))
	}
	if slices.Contains(r.People, r.Deputy) && r.Deputy != "" {
		add("deputy", lingo.T("Ersättaren behöver vara någon som inte själv står i schemat.", "The deputy has to be somebody who is not in the rotation."))
	}
	return wrong
}

func (r Rotation) wrongPlan() (wrong fault.List) {
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if !r.Starts.Valid() {
		add("starts", lingo.T("Välj vilken dag schemat börjar.", "Choose the day when the rotation begins."))
	}
	if r.Ends != (clock.Date{}) && (!r.Ends.Valid() || r.Ends.Before(r.Starts)) {
		add("ends", lingo.T("Schemat slutar innan det börjar.", "The rotation ends before it begins."))
	}
	if r.Every < 1 || r.Every > mostEvery {
		add("every", lingo.T("Välj mellan 1 och %d veckor.", "Choose between 1 and %d weeks.").Put(mostEvery))
	}
	if r.Ahead < 1 || r.Ahead > mostAhead {
		add("ahead", lingo.T("Välj mellan 1 och %d veckor.", "Choose between 1 and %d weeks.").Put(mostAhead))
	}
	if _, err := clock.Zone(r.Zone); err != nil {
		wrong = append(wrong, fault.Of(err).At("zone"))
	}
	if len(r.Week) == 0 || len(r.Week) > mostStretch {
		add("week", lingo.T("Välj tider för minst en veckodag.", "Choose hours for one weekday at least."))
		return wrong
	}
	for i, s := range r.Week {
		switch {
		case s.Day < time.Sunday || s.Day > time.Saturday || !s.From.Valid() || !s.Until.Valid() || s.From == clock.DayEnd:
			add("week", lingo.T("Skriv tiderna som 08:00–16:00.", "Write the hours as 08:00–16:00."))
		case s.length() < int(Shortest/time.Minute):
			add("week", lingo.T("Ett pass är minst en kvart.", "A shift is a quarter of an hour at least."))
		case i > 0 && s.start() < r.Week[i-1].end() || i == len(r.Week)-1 && s.end() > 7*24*60+r.Week[0].start():
			add("week", lingo.T("Tiderna går in i varandra.", "The hours run into each other."))
		}
	}
	return wrong
}

// monday counts the days of the week from Monday, which is 0.
func monday(d time.Weekday) int { return (int(d) + 6) % 7 }

// length is minutes on the wall.
func (s Stretch) length() int {
	n := int(s.Until - s.From)
	if n <= 0 {
		n += 24 * 60
	}
	return n
}

// start and end are minutes after the week's first midnight.
func (s Stretch) start() int { return monday(s.Day)*24*60 + int(s.From) }
func (s Stretch) end() int   { return s.start() + s.length() }

// Turn (tur) is one shift that a rotation asks for.
type Turn struct {
	Slot        string // names it among the rotation's: the day it begins, and its number on that day
	Person      string
	From, Until clock.Wall
}

// Turns returns what the rotation asks for that begins from one day up to and with another, in order. The rotation is tidy.
// The same days always give the same turns, however they are asked for.
func (r Rotation) Turns(from, to clock.Date) []Turn {
	zone, err := clock.Zone(r.Zone)
	if err != nil || len(r.People) == 0 || len(r.Week) == 0 {
		return nil
	}
	var out []Turn
	first := r.Starts.Add(-monday(r.Starts.Weekday()))
	every := max(1, r.Every)
	days := 0 // that have had a turn, for those who take turns by day
	begin := first
	if !r.ByDay && from.Days(first) < 0 { // turns by week are the same wherever one begins to count
		begin = first.Add(first.Days(from) / 7 * 7)
	}
	for week := begin; !to.Before(week); week = week.Add(7) {
		n := first.Days(week) / 7
		if n%every != 0 {
			continue
		}
		person := r.People[(n/every)%len(r.People)]
		if r.Whole {
			if t, ok := r.whole(week, person, zone); ok && r.within(t.From.Date, from, to) {
				out = append(out, t)
			}
			continue
		}
		for i := range 7 {
			d := week.Add(i)
			if to.Before(d) {
				break
			}
			turns := r.day(d, zone)
			if len(turns) == 0 || !r.within(d, d, d) {
				continue
			}
			if r.ByDay {
				person = r.People[days%len(r.People)]
				days++
			}
			for _, t := range turns {
				if t.Person = person; r.within(d, from, to) {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

// within reports whether the rotation holds on a day, and the day is among those asked for.
func (r Rotation) within(d, from, to clock.Date) bool {
	return !d.Before(from) && !to.Before(d) && !d.Before(r.Starts) && (r.Ends == clock.Date{} || !r.Ends.Before(d))
}

// day returns a day's turns, whosever they are.
func (r Rotation) day(d clock.Date, zone *time.Location) (out []Turn) {
	if _, red := svenska.RedDay(d); red && !r.AlsoRed {
		return nil
	}
	for _, s := range r.Week {
		if s.Day != d.Weekday() {
			continue
		}
		out = append(out, Turn{Slot: d.String() + "." + strconv.Itoa(len(out)), From: clock.Wall{Date: d, Time: s.From, Zone: zone}, Until: s.until(d, zone)})
	}
	return out
}

func (s Stretch) until(d clock.Date, zone *time.Location) clock.Wall {
	w := clock.Wall{Date: d, Time: s.Until, Zone: zone}
	if s.Until <= s.From {
		w.Date = d.Add(1)
	} else if s.Until == clock.DayEnd {
		w.Date, w.Time = d.Add(1), 0
	}
	return w
}

// whole is one shift for all of a week.
func (r Rotation) whole(week clock.Date, person string, zone *time.Location) (Turn, bool) {
	a, b := r.Week[0], r.Week[len(r.Week)-1]
	d := week.Add(monday(a.Day))
	return Turn{Slot: d.String() + ".0", Person: person, From: clock.Wall{Date: d, Time: a.From, Zone: zone},
		Until: b.until(week.Add(monday(b.Day)), zone)}, r.within(d, d, d)
}

// span returns the instants of a turn; ok is false when the clocks jump over so much of it that nothing worth a shift is left.
func (t Turn) span() (begins, ends time.Time, ok bool) {
	begins, _ = t.From.Resolve()
	ends, _ = t.Until.Resolve()
	return begins, ends, ends.Sub(begins) >= Shortest
}

package notice

import (
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/people"
)

// Pace (takt) is how e-mail comes.
type Pace string

// The paces.
const (
	Never  Pace = "never"
	AtOnce Pace = "now"
	Daily  Pace = "daily" // one letter a day, at a chosen hour
)

// Choice (val) is how a person wants to be told.
type Choice struct {
	Mail      Pace
	At        clock.TimeOfDay // when the day's letter comes, by the clocks in Sweden
	QuietFrom clock.TimeOfDay // quiet hours; from and to alike is none
	QuietTo   clock.TimeOfDay
	RedDays   bool   // quiet on Saturdays, Sundays and red days too
	Language  string // "sv" or "en", of letters and notifications; "" is the person's own
	// Off lists what she does not want. What is not here she wants, so that what is new is heard of.
	Off map[Topic][]Way
}

// First is what everybody has who has chosen nothing: one letter a day, silence at night and on days when Sweden is free.
func First() Choice {
	return Choice{Mail: Daily, At: clock.AtTime(8, 0), QuietFrom: clock.AtTime(18, 0), QuietTo: clock.AtTime(7, 0), RedDays: true}
}

// Wants reports whether she wants to hear of a topic that way.
func (c Choice) Wants(t Topic, w Way) bool {
	if w == ByMail && c.Mail == Never {
		return false
	}
	for _, off := range c.Off[t] {
		if off == w {
			return false
		}
	}
	return true
}

// Tidy returns the choice as it can be kept, or a fault.List that points at mail, at, quiet_from, quiet_to and language.
func (c Choice) Tidy() (Choice, error) {
	var wrong fault.List
	if c.Mail != Never && c.Mail != AtOnce && c.Mail != Daily {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj hur e-post ska komma.", "Choose how e-mail is to come.")).At("mail"))
	}
	if c.Language != "" && c.Language != string(lingo.SV) && c.Language != string(lingo.EN) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj svenska eller engelska.", "Choose Swedish or English.")).At("language"))
	}
	for field, t := range map[string]clock.TimeOfDay{"at": c.At, "quiet_from": c.QuietFrom, "quiet_to": c.QuietTo} {
		if !t.Valid() || t == clock.DayEnd {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv ett klockslag, till exempel 08:00.", "Write a time of day, for example 08:00.")).At(field))
		}
	}
	off := map[Topic][]Way{}
	for _, t := range Topics() {
		for _, w := range Ways() {
			if !(Choice{Mail: AtOnce, Off: c.Off}).Wants(t, w) {
				off[t] = append(off[t], w)
			}
		}
	}
	c.Off = off
	return c, wrong.OrNil()
}

// reader is a person as what is sent to her is written: in the language that she has chosen for it.
func (c Choice) reader(p people.Person) people.Person {
	if c.Language != "" {
		p.Language = c.Language
	}
	return p
}

// Quiet reports whether a moment lies in her quiet hours, and when they end.
func (c Choice) Quiet(t time.Time) (until time.Time, quiet bool) {
	until = t
	for range 400 { // a holiday ends within the year: the bound is for choices that never do
		end, still := c.stretch(until)
		if !still {
			return until, until.After(t)
		}
		until = end
	}
	return until, true
}

// stretch returns the end of the quiet stretch that a moment lies in, if it lies in one.
func (c Choice) stretch(t time.Time) (end time.Time, quiet bool) {
	day, at := clock.DateOf(t, clock.Stockholm()), clock.TimeOf(t, clock.Stockholm())
	if c.RedDays && !svenska.WorkingDay(day) {
		return instant(day.Add(1), 0), true
	}
	switch {
	case c.QuietFrom == c.QuietTo:
		return t, false
	case c.QuietFrom < c.QuietTo:
		return instant(day, c.QuietTo), at >= c.QuietFrom && at < c.QuietTo
	case at >= c.QuietFrom:
		return instant(day.Add(1), c.QuietTo), true
	}
	return instant(day, c.QuietTo), at < c.QuietTo
}

// Next returns when something that happens now is sent on its way: at once, when the quiet hours end, or with the day's
// letter. An alarm goes at once.
func (c Choice) Next(w Way, alarm bool, now time.Time) time.Time {
	if alarm {
		return now
	}
	if w == ByMail && c.Mail == Daily {
		return c.letter(now)
	}
	until, _ := c.Quiet(now)
	return until
}

// letter returns when the next of the day's letters goes: at the chosen hour on the clocks in Sweden, whatever the clocks do
// that night, and on a day when she is not left alone.
func (c Choice) letter(now time.Time) time.Time {
	day := clock.DateOf(now, clock.Stockholm())
	for {
		at := instant(day, c.At)
		if at.After(now) && (!c.RedDays || svenska.WorkingDay(day)) {
			return at
		}
		day = day.Add(1)
	}
}

func instant(d clock.Date, t clock.TimeOfDay) time.Time {
	at, _ := clock.Wall{Date: d, Time: t, Zone: clock.Stockholm()}.Resolve()
	return at
}

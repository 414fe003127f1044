// Package answered measures the share of all messages that needed an answer that got one in time (besvarade i tid). It is
// the headline of the open statistics, and it is honest by what it counts: only messages old enough to have had the whole
// time, all of them, with the unanswered, the hidden and the given up as not answered. "The average response time" knows
// nothing of those who never got a response, and always looks best for the last days.
//
// The time is counted in working days of the Swedish calendar with office hours, whatever hours an account keeps: nobody
// gets better by closing.
//
// Förvaltningslagen SFS 2017:900 6 § (help is given without unnecessary delay).
package answered

import (
	"iter"
	"time"

	"tilltal/base/clock"
	"tilltal/base/interval"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/measure"
)

// Within is the measure for one span of time.
type Within struct {
	sheet    measure.Sheet
	deadline func(at time.Time) time.Time
}

// Hour measures answers within an hour by the clock on the wall.
func Hour() Within {
	return Within{
		sheet: measure.Sheet{Name: "answered.hour", Title: lingo.T("Besvarade inom en timme", "Answered within an hour"), Help: help(
			lingo.T("en timme", "an hour"))},
		deadline: func(at time.Time) time.Time { return at.Add(time.Hour) },
	}
}

// Day measures answers within one working day.
func Day() Within {
	return Within{
		sheet: measure.Sheet{Name: "answered.day", Title: lingo.T("Besvarade inom en arbetsdag", "Answered within one working day"), Help: help(
			lingo.T("en arbetsdag", "one working day"))},
		deadline: func(at time.Time) time.Time { return workdays(at, 1) },
	}
}

// FiveDays measures answers within five working days.
func FiveDays() Within {
	return Within{
		sheet: measure.Sheet{Name: "answered.fivedays", Title: lingo.T("Besvarade inom fem arbetsdagar", "Answered within five working days"), Help: help(
			lingo.T("fem arbetsdagar", "five working days"))},
		deadline: func(at time.Time) time.Time { return workdays(at, 5) },
	}
}

func workdays(at time.Time, n int) time.Time {
	return svenska.Deadline(at, svenska.WithinDays(n), svenska.Office(), clock.Stockholm())
}

func help(span lingo.Text) lingo.Text {
	return lingo.T(
		"Av alla meddelanden som behövde svar och som är äldre än %[1]s: så stor del fick svar av en människa inom %[1]s. "+
			"Obesvarade, avslutade och dolda meddelanden räknas som obesvarade. Automatiska svar räknas inte. "+
			"Intervallet visar hur säker andelen är: med få meddelanden är det brett.",
		"Of all messages that needed an answer and are older than %[1]s: this share was answered by a human within %[1]s. "+
			"Messages left unanswered, closed or hidden count as not answered. Automatic replies do not count. "+
			"The interval shows how sure the share is: with few messages it is wide.").Put(span)
}

// Sheet describes the measure.
func (w Within) Sheet() measure.Sheet { return w.sheet }

// Of counts the messages whose time has run out, and those of them that were answered before it did. Until is the youngest
// moment that a counted message can have come; it is found among the messages given.
func (w Within) Of(messages iter.Seq[measure.Message], now time.Time) measure.Figure {
	var inTime, all int
	var until time.Time
	for m := range messages {
		deadline := w.deadline(m.At)
		if deadline.After(now) {
			continue
		}
		all++
		if m.At.After(until) {
			until = m.At
		}
		if !m.Answered.IsZero() && !m.Answered.After(deadline) {
			inTime++
		}
	}
	return measure.Figure{Share: interval.Of(inTime, all), Until: until}
}

package frame

import (
	"time"

	"tilltal/base/lingo"
	"tilltal/web/icon"
)

// ClockView is a promise with a time: when something is due, and how it stands now. Both times are in the zone to show.
type ClockView struct {
	Due  time.Time
	Now  time.Time
	Verb lingo.Text    // what is to be done: "svara"; that one when empty
	Soon time.Duration // how near is near: within it the clock asks for attention; an hour when 0
	Kept bool          // it was done in time: the clock has stopped
}

var (
	dueVerb    = lingo.T("svara", "reply")
	dueMinutes = lingo.T("%s inom %d min", "%s within %d min")
	dueHour    = lingo.T("%s inom %d timme", "%s within %d hour")
	dueHours   = lingo.T("%s inom %d timmar", "%s within %d hours")
	dueBefore  = lingo.T("%s senast %s", "%s by %s")
	dueNow     = lingo.T("%s nu", "%s now")
	dueLateMin = lingo.T("%d min sen", "%d min late")
	dueLateHr  = lingo.T("%d tim sen", "%d h late")
	dueLateDay = lingo.T("%d dygn sen", "%d days late")
	dueLateOne = lingo.T("ett dygn sen", "a day late")
	dueKept    = lingo.T("besvarad i tid", "answered in time")
)

// left is the time that remains; negative when it is late.
func (v ClockView) left() time.Duration { return v.Due.Sub(v.Now) }

// Tone is good for a promise kept, stop when it is late, ask when it is near.
func (v ClockView) Tone() Tone {
	soon := v.Soon
	if soon == 0 {
		soon = time.Hour
	}
	switch {
	case v.Kept:
		return Good
	case v.left() < 0:
		return Stop
	case v.left() <= soon:
		return Ask
	}
	return Quiet
}

func (v ClockView) icon() icon.Name {
	if v.Kept {
		return icon.Good
	}
	return icon.Clock
}

// Words says it as a colleague would: "svara inom 40 min", "svara senast i morgon kl. 10:00", "2 tim sen".
func (v ClockView) Words(l lingo.Lang) string {
	verb := v.Verb
	if verb.Empty() {
		verb = dueVerb
	}
	left := v.left()
	switch {
	case v.Kept:
		return dueKept.In(l)
	case left < 0:
		return late(-left).In(l)
	case left < time.Minute:
		return dueNow.Put(verb).In(l)
	case left < 90*time.Minute:
		return dueMinutes.Put(verb, int(left.Minutes())).In(l)
	case left < 12*time.Hour:
		hours := int(left.Hours())
		if hours == 1 {
			return dueHour.Put(verb, hours).In(l)
		}
		return dueHours.Put(verb, hours).In(l)
	}
	return dueBefore.Put(verb, Moment{At: v.Due, Now: v.Now}.Words(l)).In(l)
}

// late says how late, never more exactly than one can use.
func late(by time.Duration) lingo.Text {
	switch {
	case by < time.Hour:
		return dueLateMin.Put(max(1, int(by.Minutes())))
	case by < 24*time.Hour:
		return dueLateHr.Put(int(by.Hours()))
	case by < 48*time.Hour:
		return dueLateOne
	}
	return dueLateDay.Put(int(by.Hours() / 24))
}

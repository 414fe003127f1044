package frame

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/web/icon"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Tone is one of the four meanings. The zero Tone is plain.
type Tone string

// The meanings. Each is shown by a colour, an icon and a word.
const (
	Quiet Tone = ""
	Good  Tone = "good"
	Ask   Tone = "ask" // fundera: think about it
	Stop  Tone = "stop"
	Info  Tone = "info"
)

// word is what stands with the colour.
func (t Tone) word() lingo.Text {
	switch t {
	case Good:
		return toneGood
	case Ask:
		return toneAsk
	case Stop:
		return toneStop
	}
	return toneInfo
}

func (t Tone) icon() icon.Name {
	switch t {
	case Good:
		return icon.Good
	case Ask:
		return icon.Ask
	case Stop:
		return icon.Stop
	}
	return icon.Info
}

// countShort keeps a count within its badge.
func countShort(n int) string {
	if n > 99 {
		return "99+"
	}
	return itoa(n)
}

// waitingRest is the words after the number, for those who hear it.
func waitingRest(l lingo.Lang) string {
	return strings.TrimSpace(strings.ReplaceAll(waitingWord.In(l), "%d", ""))
}

// Initials makes at most two letters of a name: the first of the first and of the last word. A name without letters or
// digits gives "?".
func Initials(name string) string {
	var out []rune
	for word := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if r == utf8.RuneError {
			continue
		}
		if len(out) == 2 {
			out = out[:1]
		}
		out = append(out, unicode.ToUpper(r))
	}
	if len(out) == 0 {
		return "?"
	}
	return string(out)
}

// hue gives a name one of six quiet shades, always the same one.
func hue(name string) string {
	sum := 0
	for _, r := range name {
		sum += int(r)
	}
	return "hue" + itoa(sum%6)
}

// Moment is a point in time to show: At in the zone it is to be shown in, and Now to say "idag" by. Now may be zero: then the
// date is written out.
type Moment struct{ At, Now time.Time }

var months = [...]lingo.Text{
	lingo.T("januari", "January"), lingo.T("februari", "February"), lingo.T("mars", "March"), lingo.T("april", "April"),
	lingo.T("maj", "May"), lingo.T("juni", "June"), lingo.T("juli", "July"), lingo.T("augusti", "August"),
	lingo.T("september", "September"), lingo.T("oktober", "October"), lingo.T("november", "November"), lingo.T("december", "December"),
}

var weekdays = [...]lingo.Text{
	lingo.T("söndag", "Sunday"), lingo.T("måndag", "Monday"), lingo.T("tisdag", "Tuesday"), lingo.T("onsdag", "Wednesday"),
	lingo.T("torsdag", "Thursday"), lingo.T("fredag", "Friday"), lingo.T("lördag", "Saturday"),
}

var (
	dayToday     = lingo.T("i dag kl. %s", "today at %s")
	dayYesterday = lingo.T("i går kl. %s", "yesterday at %s")
	dayTomorrow  = lingo.T("i morgon kl. %s", "tomorrow at %s")
	dayWeek      = lingo.T("på %s kl. %s", "%s at %s")
	dayOther     = lingo.T("%s kl. %s", "%s at %s")
)

// Hour writes the time of day: 14:20 in both languages (SIS standard and the language council allow the colon).
func Hour(t time.Time) string { return t.Format("15:04") }

// Day writes a date without the year: "fredag 22 november".
func Day(t time.Time, l lingo.Lang) string {
	return weekdays[t.Weekday()].In(l) + " " + itoa(t.Day()) + " " + months[t.Month()-1].In(l)
}

// DateIn writes a date with the year: "22 november 2026".
func DateIn(t time.Time, l lingo.Lang) string {
	return itoa(t.Day()) + " " + months[t.Month()-1].In(l) + " " + itoa(t.Year())
}

// Words says the moment as a colleague would: "i dag kl. 14:20", "i går kl. 09:05", "på söndag kl. 16:20", "14 november kl. 10:00", and with the year when
// it is another.
func (m Moment) Words(l lingo.Lang) string {
	hour := Hour(m.At)
	if m.Now.IsZero() {
		return dayOther.Put(DateIn(m.At, l), hour).In(l)
	}
	now := m.Now.In(m.At.Location())
	switch days := dayNumber(m.At) - dayNumber(now); {
	case days == 0:
		return dayToday.Put(hour).In(l)
	case days == -1:
		return dayYesterday.Put(hour).In(l)
	case days == 1:
		return dayTomorrow.Put(hour).In(l)
	case days > 1 && days < 7:
		return dayWeek.Put(weekdays[m.At.Weekday()], hour).In(l)
	case m.At.Year() == now.Year():
		return dayOther.Put(itoa(m.At.Day())+" "+months[m.At.Month()-1].In(l), hour).In(l)
	}
	return dayOther.Put(DateIn(m.At, l), hour).In(l)
}

// dayNumber counts calendar days, so that a day of 23 or 25 hours is one day.
func dayNumber(t time.Time) int {
	return int(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

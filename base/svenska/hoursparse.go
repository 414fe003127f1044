package svenska

import (
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// dayWords are the days as people write them, in lower case.
var dayWords = knownDays()

func knownDays() map[string][]time.Weekday {
	swedish := [7][]string{{"sön", "son"}, {"mån", "man"}, {"tis"}, {"ons"}, {"tor", "tors"}, {"fre"}, {"lör", "lor"}}
	english := [7][]string{{"sun"}, {"mon"}, {"tue", "tues"}, {"wed"}, {"thu", "thur", "thurs"}, {"fri"}, {"sat"}}
	known := map[string][]time.Weekday{
		"vardagar": monday[:5], "vardag": monday[:5], "weekdays": monday[:5],
		"dagligen": monday[:], "daily": monday[:],
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		sv, en := weekdays[day].SV, strings.ToLower(weekdays[day].EN)
		for _, name := range slices.Concat(swedish[day], english[day], []string{sv, sv + "ar", en, en + "s"}) {
			known[name] = []time.Weekday{day}
		}
	}
	return known
}

// filler are words that people write between days and times, and that change nothing.
var filler = map[string]bool{"och": true, "and": true, "kl": true, "kl.": true, "klockan": true, "även": true, "also": true,
	"days": true, "runt": true, "too": true, "public": true}

// Parse reads opening hours as a person writes them in a form, in Swedish or English, and what [Hours.String] wrote:
// "mån–fre 8–12 och 13–16.30, lör 10–14, även helgdagar". Days come before their times; a day that is named twice has
// both times. The fault is Invalid and points at the word that was not understood.
func Parse(s string) (Hours, error) {
	if len(s) > 1000 {
		return Hours{}, fault.New(fault.Invalid, lingo.T("Öppettiderna är för långa. Skriv högst 1 000 tecken.",
			"The opening hours are too long. Write at most 1,000 characters."))
	}
	var p hoursParser
	for _, word := range strings.Fields(tidyHours(s)) {
		if err := p.read(word); err != nil {
			return Hours{}, err
		}
	}
	if len(p.days) > 0 && !p.timed {
		return Hours{}, fault.New(fault.Invalid, lingo.T("Det saknas en tid efter den sista dagen.",
			"A time is missing after the last day.")).Try(hoursHint)
	}
	return p.hours, p.order()
}

var hoursHint = lingo.T("Skriv till exempel: mån–fre 8–16:30, lör 10–14.", "Write for example: mon–fri 8–16:30, sat 10–14.")

// tidyHours makes all dashes one, closes the space around them, and lets commas and semicolons be space.
func tidyHours(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "−", "-", "\u2011", "-", ",", " ", ";", " ").Replace(strings.ToLower(s))
	for _, gap := range []string{" -", "- "} {
		for strings.Contains(s, gap) {
			s = strings.ReplaceAll(s, gap, "-")
		}
	}
	return s
}

// hoursParser reads word by word: days are gathered until a time comes, which is then given to them all.
type hoursParser struct {
	hours Hours
	days  []time.Weekday
	timed bool // the gathered days have had a time: the next day begins anew
}

func (p *hoursParser) read(word string) error {
	if filler[word] {
		return nil
	}
	if days, ok := daysIn(word); ok {
		if p.timed {
			p.days, p.timed = nil, false
		}
		p.days = append(p.days, days...)
		return nil
	}
	switch word {
	case "red", "helgdag", "helgdagar", "holidays":
		p.hours.AlsoRed = true
		return nil
	case "stängt", "closed":
		return p.give()
	case "dygnet":
		return p.give(Span{From: 0, To: clock.DayEnd})
	}
	span, ok := spanIn(word)
	if !ok {
		return fault.New(fault.Invalid, lingo.T("Vi förstår inte %q i öppettiderna.", "We do not understand %q in the opening hours.").
			Put(word)).Try(hoursHint)
	}
	if span.To <= span.From {
		return fault.New(fault.Invalid, lingo.T("I %q kommer stängningen före öppningen.", "In %q the closing comes before the opening.").
			Put(word)).Try(lingo.T("Dela en tid som går över midnatt: fre 18–24, lör 0–2.", "Split a time that passes midnight: fri 18–24, sat 0–2."))
	}
	return p.give(span)
}

// give sets the spans on the gathered days; none means closed.
func (p *hoursParser) give(spans ...Span) error {
	if len(p.days) == 0 {
		return fault.New(fault.Invalid, lingo.T("Skriv dagen före tiden.", "Write the day before the time.")).Try(hoursHint)
	}
	p.timed = true
	for _, day := range p.days {
		if len(spans) == 0 {
			p.hours.Week[day] = nil
		}
		p.hours.Week[day] = append(p.hours.Week[day], spans...)
	}
	return nil
}

// order sorts each day, and refuses spans that lie over each other: one of them is a mistake, and we cannot know which.
func (p *hoursParser) order() error {
	for _, day := range monday {
		spans := p.hours.Week[day]
		slices.SortFunc(spans, func(a, b Span) int { return int(a.From - b.From) })
		for i := 1; i < len(spans); i++ {
			if spans[i].From < spans[i-1].To {
				return fault.New(fault.Invalid, lingo.T("Två tider går in i varandra på %s.", "Two times overlap on %s.").Put(weekdays[day])).Try(hoursHint)
			}
		}
	}
	return nil
}

// daysIn reads one day or a row of them: "mån" or "mån-fre". A row may pass Sunday: "fre-mån".
func daysIn(word string) ([]time.Weekday, bool) {
	if days, ok := dayWords[word]; ok {
		return days, true
	}
	from, to, row := strings.Cut(word, "-")
	first, ok1 := dayWords[from]
	last, ok2 := dayWords[to]
	if !row || !ok1 || !ok2 || len(first) != 1 || len(last) != 1 {
		return nil, false
	}
	days := []time.Weekday{first[0]}
	for day := first[0]; day != last[0]; {
		day = (day + 1) % 7
		days = append(days, day)
	}
	return days, true
}

func spanIn(word string) (Span, bool) {
	from, to, ok := strings.Cut(word, "-")
	if !ok {
		return Span{}, false
	}
	f, err1 := clock.ParseTime(from)
	t, err2 := clock.ParseTime(to)
	return Span{From: f, To: t}, err1 == nil && err2 == nil
}

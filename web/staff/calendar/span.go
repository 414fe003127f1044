package calendar

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// span is the stretch of time on the page: a week from its Monday, or a calendar month.
type span struct {
	month bool
	first clock.Date
}

const monthView = "manad"

// readSpan reads which stretch is asked for; anything that cannot be read is the week of today.
func readSpan(v *visit.Visit) span {
	day, err := clock.ParseDate(v.Form("fran"))
	if err != nil || day.Year < 2000 || day.Year > 2200 {
		day = clock.DateOf(v.Now, clock.Stockholm())
	}
	s := span{month: v.Form("visa") == monthView, first: day}
	if s.month {
		s.first.Day = 1
	} else {
		s.first = day.Add(-(int(day.Weekday()) + 6) % 7)
	}
	return s
}

// next is the first day after the span.
func (s span) next() clock.Date {
	if s.month {
		return s.step(1)
	}
	return s.first.Add(7)
}

// step is the first day of the span so many spans from here.
func (s span) step(n int) clock.Date {
	if !s.month {
		return s.first.Add(7 * n)
	}
	t := time.Date(s.first.Year, s.first.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return clock.DateOf(t, time.UTC)
}

// bounds are the instants of the span, in Sweden.
func (s span) bounds() (from, to time.Time) {
	return midnight(s.first), midnight(s.next())
}

func midnight(d clock.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, clock.Stockholm())
}

func (s span) href(first clock.Date) string {
	q := url.Values{"fran": {first.String()}}
	if s.month {
		q.Set("visa", monthView)
	}
	return Path + "?" + q.Encode()
}

// title names the span: "Vecka 48 · 23–29 november 2026", "November 2026".
func (s span) title(l lingo.Lang) string {
	if s.month {
		return monthOf(s.first, l)
	}
	last := midnight(s.next().Add(-1))
	first := strconv.Itoa(s.first.Day)
	if s.first.Month != last.Month() {
		first, _, _ = strings.Cut(frame.DateIn(midnight(s.first), l), " "+strconv.Itoa(s.first.Year))
		first += " "
		return weekTitle.Put(weekNumber(s.first), first+"– "+frame.DateIn(last, l)).In(l)
	}
	return weekTitle.Put(weekNumber(s.first), first+"–"+frame.DateIn(last, l)).In(l)
}

func weekNumber(d clock.Date) int {
	_, n := midnight(d).ISOWeek()
	return n
}

// calendarPage is a week or a month.
type calendarPage struct {
	frame          frame.StaffFrame
	tabs           frame.TabsView
	title          string
	before, after  string
	today          string
	days           []day
	empty          bool
	beforeS, nextS lingo.Text // what the ways are called
}

// day is one day with what stands in it.
type day struct {
	name  string
	id    string
	today bool
	rows  []paper.Row
}

func (r *room) show(v *visit.Visit) error {
	s := readSpan(v)
	from, to := s.bounds()
	slots, err := r.Publish.Calendar(v.Context(), v.Actor, from, to)
	if err != nil {
		return err
	}
	p := calendarPage{title: s.title(v.Lang), before: s.href(s.step(-1)), after: s.href(s.step(1)), tabs: spanTabs(v.Lang, s), empty: len(slots) == 0,
		beforeS: weekBefore, nextS: weekAfter}
	if s.month {
		p.beforeS, p.nextS = monthBefore, monthAfter
	}
	now := span{month: s.month, first: clock.DateOf(v.Now, clock.Stockholm())}
	p.today = s.href(now.first)
	p.days = r.days(v, s, slots)
	if p.frame, err = r.Hall.Frame(v, frame.RoomCalendar, calendarTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, calendarView(p))
}

func spanTabs(l lingo.Lang, s span) frame.TabsView {
	week, month := span{first: s.first}, span{month: true, first: s.first}
	return frame.TabsView{Label: tabsLabel.In(l), Tabs: []frame.Tab{
		{Name: tabWeek.In(l), Href: week.href(s.first), Here: !s.month}, {Name: tabMonth.In(l), Href: month.href(s.first), Here: s.month}}}
}

// days sorts the slots into days. A week shows every day; a month only those that have something, and today.
func (r *room) days(v *visit.Visit, s span, slots []publish.Slot) []day {
	names, accounts := paper.NewNames(v, r.People), map[string]string{}
	today := clock.DateOf(v.Now, clock.Stockholm())
	var out []day
	for d := s.first; d != s.next(); d = d.Add(1) {
		one := day{name: frame.Day(midnight(d), v.Lang), id: "d-" + d.String(), today: d == today}
		for len(slots) > 0 && clock.DateOf(slots[0].At, clock.Stockholm()) == d {
			one.rows = append(one.rows, r.row(v, slots[0], names, accounts))
			slots = slots[1:]
		}
		if !s.month || len(one.rows) > 0 || one.today {
			out = append(out, one)
		}
	}
	return out
}

func (r *room) row(v *visit.Visit, s publish.Slot, names *paper.Names, accounts map[string]string) paper.Row {
	if _, known := accounts[s.Account]; !known {
		if a, err := r.Accounts.Account(v.Context(), s.Account); err == nil {
			accounts[s.Account] = a.Name
		}
	}
	line := paper.FirstLine(s.Text)
	row := paper.Row{Href: href(s), Title: lingo.T(line, line), Meta: []string{accounts[s.Account], names.Of(s.Author)}, Hour: frame.Hour(hall.Moment(v, s.At).At),
		Tags: []frame.TagView{paper.State(v.Lang, s.State)}}
	if line == "" {
		row.Title = paper.Title(draft.Content{})
	}
	if kind := paper.Kind(s.Kind); !kind.Empty() {
		row.Tags = append(row.Tags, frame.TagView{Text: kind.In(v.Lang)})
	}
	return row
}

// href leads to where one does something about a slot.
func href(s publish.Slot) string {
	if s.Post != "" {
		return "/inlagg/" + s.Post
	}
	return Path + "/" + s.Draft
}

package calendar

import (
	"net/http"
	"strconv"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/staff/almanac"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// calendarPage is a week or a month.
type calendarPage struct {
	frame frame.StaffFrame
	head  almanac.HeadView
	days  []day
	empty bool
	strip bool // a week has its days in a row on top, for whoever holds a telephone and wants to get to today
}

// day is one day with what stands in it.
type day struct {
	name  string
	short string // on the strip: "mån 16"
	id    string
	today bool
	rows  []paper.Row
}

func (r *room) show(v *visit.Visit) error {
	s := almanac.Read(v, Path)
	from, to := s.Bounds(clock.Stockholm())
	slots, err := r.Publish.Calendar(v.Context(), v.Actor, from, to)
	if err != nil {
		return err
	}
	p := calendarPage{head: almanac.Head(v, s), days: r.days(v, s, slots), empty: len(slots) == 0, strip: !s.Month && len(slots) > 0}
	if p.frame, err = r.Hall.Frame(v, frame.RoomCalendar, calendarTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, calendarView(p))
}

// days sorts the slots into days. A week shows every day; a month only those that have something, and today.
func (r *room) days(v *visit.Visit, s almanac.Span, slots []publish.Slot) []day {
	names, accounts := paper.NewNames(v, r.People), map[string]string{}
	today := clock.DateOf(v.Now, clock.Stockholm())
	var out []day
	for _, d := range s.Days() {
		one := day{name: almanac.Name(d, v.Lang), short: almanac.Short(d, v.Lang) + " " + strconv.Itoa(d.Day), id: "d-" + d.String(), today: d == today}
		for len(slots) > 0 && clock.DateOf(slots[0].At, clock.Stockholm()) == d {
			one.rows = append(one.rows, r.row(v, slots[0], names, accounts))
			slots = slots[1:]
		}
		if !s.Month || len(one.rows) > 0 || one.today {
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
	if s.Sealed {
		line = v.Say(paper.SealedTitle)
	}
	row := paper.Row{Href: href(s), Title: lingo.T(line, line), Meta: []string{accounts[s.Account], names.Of(s.Author)}, Hour: frame.Hour(hall.Moment(v, s.At).At)}
	if s.State != draft.Published { // a day that has been is full of what is published: only the rest is worth a word
		row.Tags = append(row.Tags, paper.State(v.Lang, s.State))
	}
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

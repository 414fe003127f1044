package shift

import (
	"net/http"
	"slices"
	"time"

	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// How far a person's own page looks ahead and back.
const (
	ahead = 120 * 24 * time.Hour
	back  = 30 * 24 * time.Hour
)

// mineView is one's own page: what is now and next, what is offered, what is over, and the accounts whose calendars one may read.
type mineView struct {
	acts     []frame.ButtonView
	offers   []offerView
	coming   []hall.Row
	over     []hall.Row
	accounts []hall.Row
}

// mine shows the visitor's own shifts.
func (r *room) mine(v *visit.Visit) error {
	all, err := r.Relay.Mine(v.Context(), v.Actor, shift.Span{From: v.Now.Add(-back), Until: v.Now.Add(ahead)})
	if err != nil {
		return err
	}
	names := r.names(v)
	view := mineView{acts: []frame.ButtonView{{Text: v.Say(presentTitle), Icon: icon.Person, Href: presentPath}}}
	for _, s := range all {
		row := hall.Row{Title: hall.Capital(span(v.Lang, s.From, s.Until)), Href: shiftPath(s.ID), Lines: []string{joined(names.account(s.Account), v.Say(kindTitle(s.Kind)))}}
		if !s.Over(v.Now) {
			row.Tags = standing(v, s)
			view.coming = append(view.coming, row)
			continue
		}
		row.Acts = afterwards(v, s)
		view.over = append(view.over, row)
	}
	slices.Reverse(view.over)
	if view.offers, err = r.offers(v, names); err != nil {
		return err
	}
	if view.accounts, err = r.calendars(v); err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, mineTitle)
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, minePage(f, view))
}

// afterwards are the pages of a shift that is over.
func afterwards(v *visit.Visit, s shift.Shift) []hall.Act {
	about := span(v.Lang, s.From, s.Until)
	return []hall.Act{{Text: v.Say(handoverTitle), Action: shiftPath(s.ID) + "/overlamning", Link: true, About: about},
		{Text: v.Say(talkTitle), Action: shiftPath(s.ID) + "/efterprat", Link: true, About: about}}
}

// calendars are the accounts whose shifts the visitor may read.
func (r *room) calendars(v *visit.Visit) ([]hall.Row, error) {
	all, err := r.Accounts.All(v.Context(), false)
	if err != nil {
		return nil, err
	}
	var out []hall.Row
	for _, a := range all {
		if !v.Actor.May(people.ShiftRead, a.ID, v.Now) {
			continue
		}
		row := hall.Row{Title: a.Name, Href: calendarPath(a.ID), Who: a.Name}
		duty, err := r.Relay.OnShift(v.Context(), a.ID, v.Now)
		if err != nil {
			return nil, err
		}
		row.Lines = []string{v.Say(onDuty(v, duty))}
		out = append(out, row)
	}
	return out, nil
}

// onDuty says who is on shift, and by what.
func onDuty(v *visit.Visit, d shift.Duty) lingo.Text {
	switch d.By {
	case shift.ByShift, shift.ByDeputy:
		t := dutyShift
		if d.By == shift.ByDeputy {
			t = dutyDeputy
		}
		return t.Put(d.Person.Name, hall.Until(v, d.Shift.Ends, d.Shift.Until.Zone))
	case shift.ByDefault:
		return dutyDefault.Put(d.Person.Name)
	}
	return dutyNobody
}

// standing is how a shift stands, as small words in a list.
func standing(v *visit.Visit, s shift.Shift) (out []frame.TagView) {
	switch {
	case !s.Standing():
		out = append(out, frame.TagView{Tone: frame.Stop, Text: v.Say(tagCancelled)})
	case s.Covers(v.Now):
		out = append(out, frame.TagView{Tone: frame.Good, Text: v.Say(tagNow), Icon: icon.Shift})
	}
	if s.Kind == shift.KindGuest {
		out = append(out, frame.TagView{Tone: frame.Info, Text: v.Say(kindGuest), Icon: icon.Quote})
	}
	if s.Pair {
		out = append(out, frame.TagView{Text: v.Say(tagPair), Icon: icon.People})
	}
	return out
}

package shift

import (
	"net/url"
	"slices"
	"strconv"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/almanac"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// calendarView is an account's shifts in a week or a month.
type calendarView struct {
	acts      []frame.ButtonView
	head      almanac.HeadView
	duty      string
	gaps      []gapView
	month     bool
	days      []dayView
	rotations []hall.Row
	cover     *hall.Sheet // nil for those who do not plan
	promise   string      // what the account promises, for those who do not
}

// gapView is a stretch when nobody is on shift, and where one plans for it.
type gapView struct{ words, href string }

// dayView is one day.
type dayView struct {
	name   string // "måndag 23 november"
	number string // "23", for the month on a wide screen
	red    string // "annandag jul"; "" for an ordinary day
	today  bool
	offset int // of the month's first day: which column it stands in, 1 is Monday; 0 for the others
	lines  []lineView
}

func (d dayView) column() string { return "col" + string(rune('0'+d.offset)) }

// lineView is a shift, or a gap, on one day.
type lineView struct {
	hours, who, href string
	tags             []frame.TagView
	gap              bool
}

// mostGaps is how many gaps are told above the days; those that are not told stand in their days.
const mostGaps = 3

// calendar shows an account's shifts.
func (r *room) calendar(v *visit.Visit) error { return r.showCalendar(v, hall.Filled(v, nil)) }

func (r *room) showCalendar(v *visit.Visit, form hall.Form) error {
	a, zone, err := r.account(v)
	if err != nil {
		return err
	}
	s := almanac.Read(v, calendarPath(a.ID))
	from, to := s.Bounds(zone)
	shifts, err := r.Relay.Shifts(v.Context(), v.Actor, a.ID, shift.Span{From: from, Until: to}, false)
	if err != nil {
		return err
	}
	w, err := r.Relay.Watch(v.Context(), v.Actor, a.ID)
	if err != nil {
		return err
	}
	plans := !a.Closed() && v.Actor.May(people.ShiftPlan, a.ID, v.Now)
	duty, err := r.Relay.OnShift(v.Context(), a.ID, v.Now)
	if err != nil {
		return err
	}
	view := calendarView{head: almanac.Head(v, s), month: s.Month, duty: v.Say(onDuty(v, duty)), gaps: gaps(v, a, w.Gaps, zone, plans),
		days: r.days(v, s, shifts, w.Gaps, zone), promise: v.Say(coverTitle(w.Cover))}
	if view.rotations, err = r.rotationRows(v, a.ID, plans); err != nil {
		return err
	}
	if plans {
		view.acts = planActs(v, a)
		sheet := coverSheet(v, a, w.Cover, form)
		view.cover = &sheet
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, calendarTitle.Put(a.Name))
	if err != nil {
		return err
	}
	f.Path, f.Errors = s.Href(), len(form.Errors())
	return v.Page(form.Status(v), calendarPage(f, view))
}

// account reads the account that the address names, and the clocks it goes by.
// account is the one in the address, at which the visitor must have the route's right: a form to plan with is for those who plan.
func (r *room) account(v *visit.Visit) (account.Account, *time.Location, error) {
	a, err := r.Accounts.Account(v.Context(), v.R.PathValue("id"))
	if err != nil {
		return account.Account{}, nil, err
	}
	if err := people.Ask(v.Actor, v.Route.Right, a.ID, v.Now); err != nil {
		return account.Account{}, nil, err
	}
	zone, err := clock.Zone(a.Zone)
	return a, zone, err
}

func planActs(v *visit.Visit, a account.Account) []frame.ButtonView {
	at := calendarPath(a.ID) + "/nytt"
	return []frame.ButtonView{
		{Text: v.Say(planTitle), Icon: icon.Plus, Look: frame.Primary, Href: at, Key: "c"},
		{Text: v.Say(inviteTitle), Icon: icon.People, Href: at + "?slag=" + shift.KindGuest},
		{Text: v.Say(rotationNew), Icon: icon.Calendar, Href: "/konton/" + a.ID + "/scheman/nytt"},
	}
}

// gaps are told in words, the nearest first, with a link to where one plans for them.
func gaps(v *visit.Visit, a account.Account, all []shift.Span, zone *time.Location, plans bool) (out []gapView) {
	for _, g := range all[:min(len(all), mostGaps)] {
		one := gapView{words: v.Say(gapWords(g, zone))}
		if plans {
			one.href = fillHref(a.ID, clock.WallOf(g.From, zone), clock.WallOf(g.Until, zone))
		}
		out = append(out, one)
	}
	return out
}

// fillHref leads to the form with a stretch filled in.
func fillHref(account string, from, until clock.Wall) string {
	return calendarPath(account) + "/nytt?" + url.Values{"from": {from.Date.String()}, "fromtime": {from.Time.String()},
		"until": {until.Date.String()}, "untiltime": {until.Time.String()}}.Encode()
}

// days sorts shifts and gaps into days, and names the red ones.
func (r *room) days(v *visit.Visit, s almanac.Span, shifts []shift.Shift, gaps []shift.Span, zone *time.Location) (out []dayView) {
	names, today := r.names(v), clock.DateOf(v.Now, zone)
	for i, d := range s.Days() {
		one := dayView{name: hall.Capital(almanac.Name(d, v.Lang)), number: strconv.Itoa(d.Day), today: d == today}
		if red, is := svenska.RedDay(d); is {
			one.red = hall.Capital(v.Say(red))
		}
		if i == 0 && s.Month {
			one.offset = (int(d.Weekday())+6)%7 + 1
		}
		for _, x := range shifts {
			if touches(x, d) {
				one.lines = append(one.lines, lineView{hours: v.Say(hours(x, d)), who: names.Of(x.Person), href: shiftPath(x.ID), tags: standing(v, x)})
			}
		}
		for _, g := range gaps {
			x := shift.Shift{Roster: shift.Roster{From: clock.WallOf(g.From, zone), Until: clock.WallOf(g.Until, zone)}}
			if touches(x, d) {
				one.lines = append(one.lines, lineView{hours: v.Say(hours(x, d)), who: v.Say(gapLine), gap: true})
			}
		}
		out = append(out, one)
	}
	return out
}

func (r *room) rotationRows(v *visit.Visit, account string, plans bool) ([]hall.Row, error) {
	all, err := r.Relay.Rotations(v.Context(), v.Actor, account)
	if err != nil {
		return nil, err
	}
	names, today := r.names(v), hall.Today(v)
	var out []hall.Row
	for _, x := range slices.Backward(all) {
		var who []string
		for _, p := range x.People {
			who = append(who, names.Given(p))
		}
		row := hall.Row{Title: x.Title, Lines: []string{rotationLine.Put(listed(v.Lang, who), turnsBy(x)).In(v.Lang)}}
		if x.Ends != (clock.Date{}) && x.Ends.Before(today) {
			row.Tags = []frame.TagView{{Text: v.Say(tagEnded)}}
		} else if plans {
			row.Href = "/konton/" + account + "/scheman/" + x.ID
		}
		out = append(out, row)
	}
	return out, nil
}

func turnsBy(x shift.Rotation) lingo.Text {
	switch {
	case x.ByDay:
		return turnsByDay
	case x.Every == 2:
		return turnsByOther
	case x.Every > 1:
		return turnsByWeeks.Put(x.Every)
	}
	return turnsByWeek
}

// keep decides what the account promises to have somebody on shift for.
func (r *room) keep(v *visit.Visit) error {
	id := v.R.PathValue("id")
	err := r.Relay.Keep(v.Context(), v.Actor, id, shift.Cover(v.Form("cover")))
	switch {
	case err == nil:
		return hall.See(v, calendarPath(id), saidSaved)
	case hall.Mendable(err) && !fault.Is(err, fault.NotFound):
		return r.showCalendar(v, hall.Again(v, err))
	}
	return err
}

func coverSheet(v *visit.Visit, a account.Account, now shift.Cover, form hall.Form) hall.Sheet {
	field := frame.FieldView{Kind: frame.Radios, Name: "cover", Label: v.Say(coverLabel), Hint: v.Say(coverHint)}
	for _, c := range []shift.Cover{shift.CoverAuto, shift.CoverHours, shift.CoverRotation, shift.CoverNone} {
		field.Options = append(field.Options, frame.Option{Value: string(c), Label: v.Say(coverTitle(c)), Chosen: c == now})
	}
	field.Error = form.Wrong("cover")
	return hall.Sheet{Action: "/konton/" + a.ID + "/bemanning", Errors: form.Errors(), Bare: true,
		Sections: []hall.Section{{Fields: []frame.FieldView{field}}}, Button: frame.ButtonView{Text: v.Say(saveButton)}}
}

func coverTitle(c shift.Cover) lingo.Text {
	switch c {
	case shift.CoverHours:
		return coverHours
	case shift.CoverRotation:
		return coverRotation
	case shift.CoverNone:
		return coverNone
	}
	return coverAuto
}

// notFound is what a page of one account says of what belongs to another.
var notFound = fault.New(fault.NotFound, lingo.T("Det finns inte här.", "It is not here."))

// listed says several names: "Amina, Johan och Eeva".
func listed(l lingo.Lang, names []string) string {
	if len(names) < 2 {
		return joined(names...)
	}
	out := names[0]
	for _, n := range names[1 : len(names)-1] {
		out += ", " + n
	}
	return andWord.Put(out, names[len(names)-1]).In(l)
}

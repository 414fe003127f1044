package shift

import (
	"net/url"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// planForm asks who is to have a shift, and when. What the address says is filled in: a gap, or that it is a guest week.
func (r *room) planForm(v *visit.Visit) error {
	a, zone, err := r.account(v)
	if err != nil {
		return err
	}
	q := v.R.URL.Query()
	with := url.Values{"kind": {shift.KindHours}}
	for _, name := range []string{"from", "fromtime", "until", "untiltime", "person"} {
		with.Set(name, q.Get(name))
	}
	if q.Get("slag") == shift.KindGuest { // the first Monday that leaves her a week to read and prepare
		monday := clock.DateOf(v.Now, zone).Add(7)
		monday = monday.Add((8 - int(monday.Weekday())) % 7)
		with = url.Values{"kind": {shift.KindGuest}, "pair": {"1"}, "from": {monday.String()}, "until": {monday.Add(6).String()}}
	}
	return r.showPlan(v, a, hall.Filled(v, with))
}

func (r *room) showPlan(v *visit.Visit, a account.Account, form hall.Form) error {
	guest := form.Value("kind") == shift.KindGuest
	title, lead, button := planTitle, planLead, planButton
	if guest {
		title, lead, button = inviteTitle, inviteLead, inviteButton
	}
	people, err := r.colleagues(v)
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, title)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), calendarPath(a.ID)+"/nytt"
	var hidden [][2]string
	if guest {
		hidden = [][2]string{{"kind", shift.KindGuest}}
	}
	s := hall.Sheet{Action: f.Path, Errors: form.Errors(), Hidden: hidden, Back: calendarPath(a.ID), Sections: planSections(v, form, people, !guest),
		Button: frame.ButtonView{Text: v.Say(button), Look: frame.Primary}}
	return v.Page(form.Status(v), sheetPage(f, lead.Put(a.Name).In(v.Lang), planView{paper: s, when: whenFields(v, form, false)}))
}

// planView is a form with who, when and for what.
type planView struct {
	paper hall.Sheet
	when  whenView
	why   *frame.FieldView // why it is changed
}

// whenView is when a shift is: two days with an hour each.
type whenView struct{ from, fromTime, until, untilTime frame.FieldView }

func whenFields(v *visit.Visit, form hall.Form, begun bool) whenView {
	field := func(kind frame.Kind, name string, label lingo.Text, optional bool) frame.FieldView {
		return form.Field(frame.FieldView{Kind: kind, Name: name, Label: v.Say(label), Short: true, Optional: optional})
	}
	w := whenView{field(frame.Date, "from", fromLabel, false), field(frame.TimeOfDay, "fromtime", timeLabel, true),
		field(frame.Date, "until", untilLabel, false), field(frame.TimeOfDay, "untiltime", timeLabel, true)}
	if begun {
		w.from.Attrs, w.fromTime.Attrs = fixed, fixed
	}
	return w
}

// fixed is a field that shows what can no longer change.
var fixed = map[string]any{"readonly": true}

// planSections are who and what; sorts is that the sort of shift is asked for, and not only a guest week.
func planSections(v *visit.Visit, form hall.Form, people []frame.Option, sorts bool) []hall.Section {
	who := form.Field(frame.FieldView{Kind: frame.Choice, Name: "person", Label: v.Say(personLabel), Options: people})
	deputy := form.Field(frame.FieldView{Kind: frame.Choice, Name: "deputy", Label: v.Say(deputyLabel), Hint: v.Say(deputyHint), Options: nobody(v, people), Optional: true})
	deputy.Options[0].Chosen = deputy.Value == ""
	purpose := form.Field(frame.FieldView{Kind: frame.Area, Name: "purpose", Label: v.Say(purposeLabel), Hint: v.Say(purposeHint), Rows: 3, Optional: true, Speech: true, Max: 500})
	pair := form.Field(frame.FieldView{Kind: frame.Tick, Name: "pair", Label: v.Say(pairLabel), Hint: v.Say(pairHint), Optional: true})
	kind := form.Field(frame.FieldView{Kind: frame.Radios, Name: "kind", Label: v.Say(kindLabel)})
	for _, k := range shift.Kinds() {
		kind.Options = append(kind.Options, frame.Option{Value: k, Label: v.Say(kindTitle(k))})
	}
	fields := []frame.FieldView{who, kind}
	if !sorts {
		fields = fields[:1]
		fields[0].Label = v.Say(guestLabel)
	}
	return []hall.Section{{Fields: fields}, {Fields: []frame.FieldView{purpose, deputy, pair}}}
}

// plan plans what the form says.
func (r *room) plan(v *visit.Visit) error {
	a, zone, err := r.account(v)
	if err != nil {
		return err
	}
	p, err := readPlan(v, a.ID, zone)
	if err == nil {
		s, err2 := r.Relay.Plan(v.Context(), v.Actor, p)
		if err2 == nil {
			return hall.See(v, shiftPath(s.ID), planned(v, s, r.names(v).Of(s.Person)))
		}
		err = err2
	}
	if mendable(err) {
		return r.showPlan(v, a, hall.Again(v, atPerson(err)))
	}
	return err
}

// planned is the word that a shift was planned, with what the clocks do that night when they do something.
func planned(v *visit.Visit, s shift.Shift, name string) lingo.Text {
	say := saidPlanned
	if s.Kind == shift.KindGuest {
		say = saidInvited
	}
	say = say.Put(name, both(s.From, s.Until))
	for _, w := range []clock.Wall{s.From, s.Until} {
		if _, note := w.Resolve(); !note.Say.Empty() {
			return lingo.T("%s %s", "%s %s").Put(say, note.Say)
		}
	}
	return say
}

// readPlan reads when, who and for what. An hour that is left empty is the whole day: then the last day is in it.
func readPlan(v *visit.Visit, account string, zone *time.Location) (shift.Plan, error) {
	p := shift.Plan{Account: account, Person: v.Form("person"), Deputy: v.Form("deputy"), Kind: v.Form("kind"), Purpose: v.Form("purpose"), Pair: v.Form("pair") != ""}
	var wrong fault.List
	var err error
	if p.From, err = readWall(v.Form("from"), v.Form("fromtime"), zone); err != nil {
		wrong = append(wrong, fault.Of(err).At("from"))
	}
	if p.Until, err = readWall(v.Form("until"), v.Form("untiltime"), zone); err != nil {
		wrong = append(wrong, fault.Of(err).At("until"))
	} else if v.Form("untiltime") == "" {
		p.Until.Date = p.Until.Date.Add(1)
	}
	return p, wrong.OrNil()
}

func readWall(date, at string, zone *time.Location) (clock.Wall, error) {
	d, err := clock.ParseDate(date)
	if err != nil || at == "" {
		return clock.Wall{Date: d, Zone: zone}, err
	}
	t, err := clock.ParseTime(at)
	return clock.Wall{Date: d, Time: t, Zone: zone}, err
}

// mendable reports whether an error is shown in the form: also that somebody must read the frames first, or has left, which is
// mended by choosing somebody else.
func mendable(err error) bool {
	return hall.Mendable(err) || fault.Is(err, fault.Gone)
}

// atPerson points a fault without a field at the person, where it is mended.
func atPerson(err error) error {
	if list, ok := err.(fault.List); ok {
		return list
	}
	if f := fault.Of(err); f.Field == "" && fault.Is(err, fault.Gone) {
		return f.At("person")
	}
	return err
}

// fillPlan is a form with what a shift has now.
func fillPlan(v *visit.Visit, s shift.Shift) hall.Form {
	with := url.Values{"person": {s.Person}, "deputy": {s.Deputy}, "kind": {s.Kind}, "purpose": {s.Purpose}}
	if s.Pair {
		with.Set("pair", "1")
	}
	last := s.Until
	if whole(s.From, s.Until) {
		last.Date = last.Date.Add(-1)
	} else {
		with.Set("fromtime", s.From.Time.String())
		with.Set("untiltime", s.Until.Time.String())
	}
	with.Set("from", s.From.Date.String())
	with.Set("until", last.Date.String())
	return hall.Filled(v, with)
}

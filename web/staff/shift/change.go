package shift

import (
	"strconv"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// load reads the shift that the address names.
func (r *room) load(v *visit.Visit) (shift.Shift, error) {
	return r.Relay.Shift(v.Context(), v.Actor, v.R.PathValue("id"))
}

// changeForm asks what a shift is to be instead.
func (r *room) changeForm(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	return r.showChange(v, s, fillPlan(v, s))
}

func (r *room) showChange(v *visit.Visit, s shift.Shift, form hall.Form) error {
	if err := people.Ask(v.Actor, people.ShiftPlan, s.Account, v.Now); err != nil {
		return err
	}
	all, err := r.colleagues(v)
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, changeTitle)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), shiftPath(s.ID)+"/andra"
	begun := s.Begun(v.Now)
	why := form.Field(frame.FieldView{Name: "why", Label: v.Say(whyLabel), Hint: v.Say(whyHint), Optional: true})
	p := hall.Sheet{Action: f.Path, Errors: form.Errors(), Back: shiftPath(s.ID), Hidden: [][2]string{{"number", strconv.Itoa(s.Number)}},
		Sections: planSections(v, form, all, true), Button: frame.ButtonView{Text: v.Say(saveButton), Look: frame.Primary}}
	lead := changeLead
	if begun {
		lead = changeBegun
	}
	return v.Page(form.Status(v), sheetPage(f, v.Say(lead), planView{paper: p, when: whenFields(v, form, begun), why: &why}))
}

// change gives a shift another time, person or purpose.
func (r *room) change(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	number, _ := strconv.Atoi(v.Form("number")) // a number that cannot be read is an old one: the room says so
	p, err := readPlan(v, s.Account, s.From.Zone)
	if err == nil {
		_, err = r.Relay.Change(v.Context(), v.Actor, s.ID, number, p, v.Form("why"))
	}
	switch {
	case err == nil:
		return hall.See(v, shiftPath(s.ID), saidChanged)
	case mendable(err):
		return r.showChange(v, s, hall.Again(v, atPerson(err)))
	}
	return err
}

// cancelForm asks whether a shift is to be called off, or ended at once when it has begun.
func (r *room) cancelForm(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	return r.showCancel(v, s, hall.Filled(v, nil))
}

func (r *room) showCancel(v *visit.Visit, s shift.Shift, form hall.Form) error {
	if err := people.Ask(v.Actor, people.ShiftPlan, s.Account, v.Now); err != nil {
		return err
	}
	title, text, button := cancelTitle, cancelText, cancelButton
	if s.Begun(v.Now) {
		title, text, button = endTitle, endText, endButton
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, title)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), shiftPath(s.ID)+"/stall-in"
	say := text.Put(r.names(v).Given(s.Person), both(s.From, s.Until))
	return v.Page(form.Status(v), confirmPage(f, frame.ConfirmView{Title: v.Say(title), Text: v.Say(say), Action: f.Path, Button: v.Say(button), Danger: true, Back: shiftPath(s.ID)},
		form.Errors(), form.Field(frame.FieldView{Kind: frame.Area, Name: "why", Label: v.Say(whyLabel), Hint: v.Say(whyHint), Rows: 2})))
}

// cancel calls a shift off.
func (r *room) cancel(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	said := saidCancelled
	if s.Begun(v.Now) {
		said = saidEnded
	}
	err = r.Relay.Cancel(v.Context(), v.Actor, s.ID, v.Form("why"))
	switch {
	case err == nil:
		return hall.See(v, shiftPath(s.ID), said)
	case hall.Mendable(err):
		return r.showCancel(v, s, hall.Again(v, err))
	}
	return err
}

// declineForm asks whether she says no to a guest week.
func (r *room) declineForm(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	return r.showDecline(v, s, hall.Filled(v, nil))
}

func (r *room) showDecline(v *visit.Visit, s shift.Shift, form hall.Form) error {
	f, err := r.Hall.Frame(v, frame.RoomCalendar, declineTitle)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), shiftPath(s.ID)+"/nej"
	say := declineText.Put(both(s.From, s.Until), r.names(v).Given(s.By))
	return v.Page(form.Status(v), confirmPage(f, frame.ConfirmView{Title: v.Say(declineTitle), Text: v.Say(say), Action: f.Path, Button: v.Say(declineButton), Back: shiftPath(s.ID)},
		form.Errors(), form.Field(frame.FieldView{Kind: frame.Area, Name: "why", Label: v.Say(declineWhy), Rows: 2, Optional: true})))
}

// decline says no to a guest week.
func (r *room) decline(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	err = r.Relay.Decline(v.Context(), v.Actor, s.ID, v.Form("why"))
	switch {
	case err == nil:
		return hall.See(v, shiftPath(s.ID), saidDeclinedWeek.Put(r.names(v).Given(s.By)))
	case hall.Mendable(err):
		return r.showDecline(v, s, hall.Again(v, err))
	}
	return err
}

// stepIn lets the deputy take the shift over.
func (r *room) stepIn(v *visit.Visit) error {
	s, err := r.Relay.StepIn(v.Context(), v.Actor, v.R.PathValue("id"))
	if fault.Is(err, fault.Conflict) || fault.Is(err, fault.Invalid) {
		return hall.See(v, shiftPath(v.R.PathValue("id")), fault.Of(err).Say)
	}
	if err != nil {
		return err
	}
	return hall.See(v, shiftPath(s.ID), saidSteppedIn.Put(r.names(v).Given(s.Person)))
}

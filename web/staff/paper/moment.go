package paper

import (
	"net/url"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Moment is what a form says of when a text is to go out, as it was typed.
type Moment struct {
	Timed      bool // at a time of its own; otherwise as soon as it may
	Date, Time string
	Zone       string // of the account
	Confirmed  string // the wall time whose oddity she has read: see [Moment.Ask]
}

// The names of the moment's fields.
const (
	whenField      = "when"
	dateField      = "date"
	timeField      = "time"
	confirmedField = "klockan"
	timed          = "timed"
	atOnce         = "now"
)

// ReadMoment reads the moment from a form that was sent.
func ReadMoment(v *visit.Visit, zone string) Moment {
	m := Moment{Timed: v.Form(whenField) == timed, Date: v.Form(dateField), Time: v.Form(timeField), Zone: zone, Confirmed: v.Form(confirmedField)}
	if m.Zone == "" {
		m.Zone = clock.Stockholm().String()
	}
	return m
}

// MomentOf is a wall time as a form shows it; the zero Wall is as soon as may be.
func MomentOf(w clock.Wall, zone string) Moment {
	if w == (clock.Wall{}) {
		return Moment{Zone: zone}
	}
	return Moment{Timed: true, Date: w.Date.String(), Time: w.Time.String(), Zone: w.Zone.String()}
}

// Fill puts the moment among a form's values.
func (m Moment) Fill(form url.Values) {
	form.Set(whenField, atOnce)
	if m.Timed {
		form.Set(whenField, timed)
	}
	form.Set(dateField, m.Date)
	form.Set(timeField, m.Time)
}

// Wall returns the moment on the wall; the zero Wall when it is not timed. The fault points at date and time.
func (m Moment) Wall() (clock.Wall, error) {
	if !m.Timed {
		return clock.Wall{}, nil
	}
	return clock.ParseWall(m.Date, m.Time, m.Zone)
}

// Ask returns the moment on the wall when it may be promised. Where the clocks do something odd that night, it first asks:
// the fault tells what we do, and the form sent again says that she has read it.
func (m Moment) Ask() (clock.Wall, error) {
	w, err := m.Wall()
	if err != nil || !m.Timed {
		return w, err
	}
	if _, note := w.Resolve(); !note.Say.Empty() && m.Confirmed != w.String() {
		return w, fault.New(fault.Invalid, note.Say).Try(pressAgain).At(timeField)
	}
	return w, nil
}

// Odd tells what is odd about the moment, and the value that confirms it; both empty when nothing is.
func (m Moment) Odd() (say lingo.Text, confirm string) {
	w, err := m.Wall()
	if err != nil || !m.Timed {
		return lingo.Text{}, ""
	}
	if _, note := w.Resolve(); !note.Say.Empty() {
		return note.Say, w.String()
	}
	return lingo.Text{}, ""
}

// Words says when it goes out, on the clocks of its own zone; "" when it has no time or none that can be read.
func (m Moment) Words(v *visit.Visit) string {
	w, err := m.Wall()
	if err != nil || !m.Timed {
		return ""
	}
	at, _ := w.Resolve()
	return frame.Moment{At: at.In(w.Zone), Now: v.Now}.Words(v.Lang)
}

// choice is the first question: now or later.
func choice(f hall.Form) frame.FieldView {
	l := f.Lang()
	return f.Field(frame.FieldView{Kind: frame.Radios, Name: whenField, Label: whenLabel.In(l), Options: []frame.Option{
		{Value: atOnce, Label: whenNow.In(l)}, {Value: timed, Label: whenTimed.In(l)}}})
}

func dateView(f hall.Form, optional bool) frame.FieldView {
	return f.Field(frame.FieldView{Kind: frame.Date, Name: dateField, Label: dateLabel.In(f.Lang()), Short: true, Optional: optional})
}

func timeView(f hall.Form, optional bool) frame.FieldView {
	return f.Field(frame.FieldView{Kind: frame.TimeOfDay, Name: timeField, Label: timeLabel.In(f.Lang()), Short: true, Optional: optional})
}

// zoneWords says which clocks are meant, when it is not Sweden's.
func zoneWords(l lingo.Lang, zone string) string {
	if zone == "" || zone == clock.Stockholm().String() {
		return ""
	}
	return zoneIs.Put(zone).In(l)
}

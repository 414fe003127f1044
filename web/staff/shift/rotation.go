package shift

import (
	"strconv"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// rotationView is a rotation's sheet, and what would come of it.
type rotationView struct {
	sheet   rotationSheet
	preview []turnView
	skipped []string // red days in the preview that are left out
	shown   bool     // it has been looked at, and may be saved
	end     *hall.Sheet
	lead    string
}

// turnView is one shift that a rotation would plan.
type turnView struct{ when, who string }

// previewDays is how much of a rotation is shown before it is saved: four weeks.
const previewDays = 28

// newRotation asks for a new rotation.
func (r *room) newRotation(v *visit.Visit) error {
	a, _, err := r.account(v)
	if err != nil {
		return err
	}
	monday := hall.Today(v).Add(7)
	monday = monday.Add(-(int(monday.Weekday()) + 6) % 7)
	x := shift.Rotation{Account: a.ID, Starts: monday, Every: 1, Ahead: 6, Kind: shift.KindHours, Week: officeWeek(a.Hours)}
	return r.showRotation(v, a, x, fillRotation(v, x), false)
}

// officeWeek suggests the account's opening hours.
func officeWeek(h svenska.Hours) (out []shift.Stretch) {
	for day, spans := range h.Week {
		for _, s := range spans {
			out = append(out, shift.Stretch{Day: time.Weekday(day), From: s.From, Until: s.To})
		}
	}
	return out
}

// rotation shows a rotation as it was last decided.
func (r *room) rotation(v *visit.Visit) error {
	a, x, err := r.loadRotation(v)
	if err != nil {
		return err
	}
	return r.showRotation(v, a, x, fillRotation(v, x), false)
}

func (r *room) loadRotation(v *visit.Visit) (account.Account, shift.Rotation, error) {
	a, _, err := r.account(v)
	if err != nil {
		return a, shift.Rotation{}, err
	}
	x, err := r.Relay.Rotation(v.Context(), v.Actor, v.R.PathValue("rotation"))
	if err == nil && x.Account != a.ID {
		err = notFound
	}
	return a, x, err
}

// showRotation shows the sheet; looked is that what would come of it stands beneath.
func (r *room) showRotation(v *visit.Visit, a account.Account, x shift.Rotation, form hall.Form, looked bool) error {
	all, err := r.colleagues(v)
	if err != nil {
		return err
	}
	title, at := rotationNew, "/konton/"+a.ID+"/scheman/nytt"
	if x.ID != "" {
		title, at = rotationChange, "/konton/"+a.ID+"/scheman/"+x.ID
	}
	view := rotationView{sheet: sheetOf(v, form, all, x, at), shown: looked, lead: rotationLead.Put(a.Name).In(v.Lang)}
	if looked {
		if err := r.look(v, x, &view); err != nil {
			return err
		}
	}
	if x.ID != "" {
		end := endSheet(v, x, at)
		view.end = &end
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, title)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), at
	return v.Page(form.Status(v), rotationPage(f, view))
}

// look adds the weeks to come as the rotation would have them.
func (r *room) look(v *visit.Visit, x shift.Rotation, view *rotationView) error {
	turns, err := r.Relay.Preview(v.Context(), v.Actor, x, previewDays)
	if err != nil {
		return err
	}
	names := r.names(v)
	for _, t := range turns {
		view.preview = append(view.preview, turnView{when: hall.Capital(span(v.Lang, t.From, t.Until)), who: names.Of(t.Person)})
	}
	if x.AlsoRed {
		return nil
	}
	for i := range previewDays {
		d := x.Starts.Add(i)
		if name, red := svenska.RedDay(d); red {
			view.skipped = append(view.skipped, redSkipped.Put(name, svenska.Day(d, d)).In(v.Lang))
		}
	}
	return nil
}

func endSheet(v *visit.Visit, x shift.Rotation, at string) hall.Sheet {
	last := frame.FieldView{Kind: frame.Date, Name: "last", Label: v.Say(lastDayLabel), Value: hall.Today(v).String(), Short: true}
	return hall.Sheet{Action: at + "/avsluta", Hidden: [][2]string{{"number", strconv.Itoa(x.Number)}}, Bare: true,
		Sections: []hall.Section{{Lead: v.Say(endRotationLead), Fields: []frame.FieldView{last}}}, Button: frame.ButtonView{Text: v.Say(endRotationButton), Look: frame.Danger}}
}

// rotate shows what would come of a new rotation, or decides it.
func (r *room) rotate(v *visit.Visit) error {
	a, _, err := r.account(v)
	if err != nil {
		return err
	}
	return r.decide(v, a, shift.Rotation{Account: a.ID}, r.Relay.Rotate)
}

// rerotate shows what would come of a rotation's new version, or puts it in force.
func (r *room) rerotate(v *visit.Visit) error {
	a, x, err := r.loadRotation(v)
	if err != nil {
		return err
	}
	x.Number, _ = strconv.Atoi(v.Form("number")) // a number that cannot be read is an old one: the room says so
	return r.decide(v, a, x, r.Relay.Rerotate)
}

func (r *room) decide(v *visit.Visit, a account.Account, x shift.Rotation, by decision) error {
	x, err := readRotation(v, x)
	if v.Form("gor") == "rad" { // one more row of persons; nothing is judged
		return r.showRotation(v, a, x, typed(v), false)
	}
	looks := v.Form("gor") != "spara"
	if err == nil && looks {
		if _, err = r.Relay.Preview(v.Context(), v.Actor, x, 1); err == nil {
			return r.showRotation(v, a, x, typed(v), true)
		}
	} else if err == nil {
		if _, err = by(v.Context(), v.Actor, x); err == nil {
			return hall.See(v, calendarPath(a.ID), saidRotated.Put(x.Title))
		}
	}
	if mendable(err) {
		return r.showRotation(v, a, x, hall.Again(v, err), false)
	}
	return err
}

// typed is the form as it was sent, with nothing wrong.
func typed(v *visit.Visit) hall.Form {
	_ = v.Form("title") // reads the form
	return hall.Filled(v, v.R.Form)
}

// endRotation lets a rotation have a last day.
func (r *room) endRotation(v *visit.Visit) error {
	a, x, err := r.loadRotation(v)
	if err != nil {
		return err
	}
	number, _ := strconv.Atoi(v.Form("number"))
	last, err := clock.ParseDate(v.Form("last"))
	if err != nil {
		err = fault.Of(err).At("last")
	} else {
		_, err = r.Relay.EndRotation(v.Context(), v.Actor, x.ID, number, last)
	}
	switch {
	case err == nil:
		return hall.See(v, calendarPath(a.ID), saidRotationEnded.Put(x.Title))
	case mendable(err):
		return hall.See(v, "/konton/"+a.ID+"/scheman/"+x.ID, fault.Of(err).Say)
	}
	return err
}

package shift

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// decision puts a rotation in force: a new one, or a new version.
type decision func(ctx context.Context, a people.Actor, x shift.Rotation) (shift.Rotation, error)

// rotationSheet is the form of a rotation, part by part.
type rotationSheet struct {
	action string
	number string // the version she had before her; "" for a new one
	errors []frame.ErrorView
	title  frame.FieldView
	dates  []frame.FieldView
	people []frame.FieldView // in turn
	wrong  string            // what is wrong with the persons
	turns  []frame.FieldView
	days   []dayFields
	odd    string // what is wrong with the hours
	red    frame.FieldView
	rest   []frame.FieldView
}

// dayFields are the hours of one weekday; a day without any has no shift.
type dayFields struct {
	id, name    string
	from, until frame.FieldView
}

// How many rows for persons the form has: three more than are chosen, and at least four.
const (
	spareRows = 3
	mostRows  = 60
)

// spare is a field that may be left empty where the hint above has said so: the word need not stand at each.
var spare = map[string]any{"aria-required": "false"}

// fillRotation is a form with what a rotation has now.
func fillRotation(v *visit.Visit, x shift.Rotation) hall.Form {
	with := url.Values{"title": {x.Title}, "starts": {x.Starts.String()}, "every": {strconv.Itoa(x.Every)}, "ahead": {strconv.Itoa(x.Ahead)}, "deputy": {x.Deputy},
		"kind": {x.Kind}, "purpose": {x.Purpose}, "turns": {"week"}, "shape": {"hours"}, "people": x.People}
	if x.Ends != (clock.Date{}) {
		with.Set("ends", x.Ends.String())
	}
	if x.ByDay {
		with.Set("turns", "day")
	}
	if x.Whole {
		with.Set("shape", "whole")
	}
	if x.AlsoRed {
		with.Set("red", "1")
	}
	for _, s := range x.Week {
		key := strconv.Itoa(int(s.Day))
		with.Add("from-"+key, s.From.String())
		with.Add("until-"+key, (s.Until % clock.DayEnd).String()) // a clock field has no 24:00: midnight is the next day's 00:00
	}
	return hall.Filled(v, with)
}

// sheetOf makes the form's fields.
func sheetOf(v *visit.Visit, form hall.Form, all []frame.Option, x shift.Rotation, action string) rotationSheet {
	field := func(f frame.FieldView, label, hint lingo.Text) frame.FieldView {
		f.Label, f.Hint = v.Say(label), v.Say(hint)
		return form.Field(f)
	}
	none := lingo.Text{}
	s := rotationSheet{action: action, errors: form.Errors(), wrong: form.Wrong("people"), odd: form.Wrong("week"),
		title: field(frame.FieldView{Name: "title", Max: 80}, titleLabel, titleHint),
		dates: []frame.FieldView{field(frame.FieldView{Kind: frame.Date, Name: "starts", Short: true}, startsLabel, none),
			field(frame.FieldView{Kind: frame.Date, Name: "ends", Short: true, Optional: true}, endsLabel, none)},
		turns: []frame.FieldView{
			field(frame.FieldView{Kind: frame.Radios, Name: "turns", Options: []frame.Option{{Value: "week", Label: v.Say(turnsByWeek)}, {Value: "day", Label: v.Say(turnsByDay)}}}, turnsLabel, none),
			field(frame.FieldView{Kind: frame.Number, Name: "every", Short: true}, everyLabel, everyHint)},
		red: field(frame.FieldView{Kind: frame.Tick, Name: "red", Optional: true}, redLabel, redHint),
		rest: []frame.FieldView{
			field(frame.FieldView{Kind: frame.Radios, Name: "shape", Options: []frame.Option{{Value: "hours", Label: v.Say(shapeHours)}, {Value: "whole", Label: v.Say(shapeWhole)}}}, shapeLabel, none),
			field(frame.FieldView{Kind: frame.Choice, Name: "deputy", Optional: true, Options: nobody(v, all)}, deputyLabel, deputyHint),
			field(frame.FieldView{Kind: frame.Area, Name: "purpose", Rows: 2, Optional: true, Speech: true, Max: 500}, purposeLabel, purposeHint),
			field(frame.FieldView{Kind: frame.Number, Name: "ahead", Short: true}, aheadLabel, aheadHint)}}
	s.rest[1].Options[0].Chosen = s.rest[1].Value == ""
	if x.ID != "" {
		s.number = strconv.Itoa(x.Number)
		if n := form.Value("number"); n != "" {
			s.number = n
		}
	}
	s.people, s.days = personRows(v, form, all), dayRows(v, form)
	return s
}

// personRows are the persons in turn, each in a row of her own, with some empty rows after.
func personRows(v *visit.Visit, form hall.Form, all []frame.Option) (out []frame.FieldView) {
	var chosen []string
	for _, p := range form.Typed()["people"] {
		if p != "" {
			chosen = append(chosen, p)
		}
	}
	for i := range min(max(len(chosen)+spareRows, spareRows+1), mostRows) {
		f := frame.FieldView{Kind: frame.Choice, Name: "people", ID: "people-" + strconv.Itoa(i), Label: personTurn.Put(i + 1).In(v.Lang), Options: nobody(v, all)}
		if i == 0 {
			f.ID = "people" // where the summary of what is wrong leads
		} else {
			f.Attrs = spare
		}
		if i < len(chosen) {
			f.Value = chosen[i]
		} else {
			f.Options[0].Chosen = true
		}
		out = append(out, f)
	}
	return out
}

// dayRows are the days of the week from Monday, each with one row of hours for each stretch it has, and at least one.
func dayRows(v *visit.Visit, form hall.Form) (out []dayFields) {
	for i := range 7 {
		d := time.Weekday((i + 1) % 7)
		key, name := strconv.Itoa(int(d)), hall.Capital(v.Say(svenska.Weekday(d)))
		from, until := form.Typed()["from-"+key], form.Typed()["until-"+key]
		for j := range max(1, len(from)) {
			row := dayFields{id: "dag-" + key + "-" + strconv.Itoa(j), name: name}
			row.from = frame.FieldView{Kind: frame.TimeOfDay, Name: "from-" + key, ID: row.id + "-fran", Label: v.Say(fromHourLabel), Short: true, Attrs: spare, Value: nth(from, j)}
			row.until = frame.FieldView{Kind: frame.TimeOfDay, Name: "until-" + key, ID: row.id + "-till", Label: v.Say(untilHourLabel), Short: true, Attrs: spare, Value: nth(until, j)}
			out = append(out, row)
		}
	}
	out[0].from.ID = "week" // where the summary of what is wrong leads
	return out
}

func nth(all []string, i int) string {
	if i < len(all) {
		return all[i]
	}
	return ""
}

// readRotation reads the form into a rotation. What cannot be read is told all at once; what cannot be is for the room to say.
func readRotation(v *visit.Visit, x shift.Rotation) (shift.Rotation, error) {
	var wrong fault.List
	x.Title, x.Deputy, x.Purpose = v.Form("title"), v.Form("deputy"), v.Form("purpose")
	x.ByDay, x.Whole, x.AlsoRed = v.Form("turns") == "day", v.Form("shape") == "whole", v.Form("red") != ""
	x.Kind = shift.KindHours
	if x.Whole {
		x.Kind = shift.KindDay
	}
	var err error
	if x.Starts, err = clock.ParseDate(v.Form("starts")); err != nil {
		wrong = append(wrong, fault.Of(err).At("starts"))
	}
	x.Ends = clock.Date{}
	if ends := v.Form("ends"); ends != "" {
		if x.Ends, err = clock.ParseDate(ends); err != nil {
			wrong = append(wrong, fault.Of(err).At("ends"))
		}
	}
	for _, f := range []struct {
		name string
		into *int
	}{{"every", &x.Every}, {"ahead", &x.Ahead}} {
		if *f.into, err = strconv.Atoi(v.Form(f.name)); err != nil {
			wrong = append(wrong, fault.New(fault.Invalid, needNumber).At(f.name))
		}
	}
	x.People = nil
	for _, p := range v.R.Form["people"] {
		if p = strings.TrimSpace(p); p != "" {
			x.People = append(x.People, p)
		}
	}
	if x.Week, err = readWeek(v); err != nil {
		wrong = append(wrong, fault.Of(err).At("week"))
	}
	return x, wrong.OrNil()
}

func readWeek(v *visit.Visit) (out []shift.Stretch, err error) {
	for i := range 7 {
		key := strconv.Itoa(i)
		from, until := v.R.Form["from-"+key], v.R.Form["until-"+key]
		for j := range from {
			if from[j] == "" && nth(until, j) == "" {
				continue
			}
			s := shift.Stretch{Day: time.Weekday(i)}
			if s.From, err = clock.ParseTime(from[j]); err != nil {
				return nil, err
			}
			if s.Until, err = clock.ParseTime(nth(until, j)); err != nil {
				return nil, err
			}
			out = append(out, s)
		}
	}
	return out, nil
}

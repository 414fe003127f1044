package notice

import (
	"cmp"
	"errors"
	"net/url"
	"slices"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/notice"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// choicePage is how she is told.
type choicePage struct {
	frame    frame.StaffFrame
	form     hall.Form
	mails    bool
	address  string
	topics   []frame.FieldView
	browsers []hall.Row
	key      string
	outcomes []outcome
}

// topicField is the name of the field with the ways of a topic.
func topicField(t notice.Topic) string { return "om-" + string(t) }

func (r *room) choice(v *visit.Visit) error { return r.filled(v, nil, nil) }

// filled shows the choice as it is kept, or the form that is to be mended because of an error.
func (r *room) filled(v *visit.Visit, wrong error, outcomes []outcome) error {
	kept, err := r.Notices.Choice(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	p := choicePage{form: hall.Filled(v, values(kept, v.Actor.Person.Language)), mails: r.Notices.Mails(), address: v.Actor.Person.Email, outcomes: outcomes}
	if wrong != nil {
		p.form = hall.Again(v, wrong)
	}
	for _, t := range notice.Topics() {
		view := frame.FieldView{Kind: frame.Ticks, Name: topicField(t), Label: v.Say(t.Title())}
		for _, w := range notice.Ways() {
			view.Options = append(view.Options, frame.Option{Value: string(w), Label: v.Say(w.Title())})
		}
		p.topics = append(p.topics, p.form.Field(view))
	}
	browsers, err := r.Notices.Browsers(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, b := range browsers {
		p.browsers = append(p.browsers, hall.Row{Title: b.Name, Lines: []string{since.Put(hall.Words(v, b.At)).In(v.Lang)},
			Acts: []hall.Act{{Text: v.Say(turnOff), Action: browsersPath + "/" + b.ID, About: b.Name}}})
	}
	if p.key, err = r.Notices.Key(v.Context(), v.Actor); err != nil {
		return err
	}
	if p.frame, err = r.Hall.Frame(v, "", choiceTitle); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors, p.frame.Scripts = choicePath, len(p.form.Errors()), []string{"notice.js"}
	return v.Page(p.form.Status(v), choiceView(p))
}

// values is a choice as the form's values; own is the language of who has chosen none.
func values(c notice.Choice, own string) url.Values {
	out := url.Values{"mail": {string(c.Mail)}, "at": {c.At.String()}, "quiet_from": {c.QuietFrom.String()}, "quiet_to": {c.QuietTo.String()}}
	out.Set("language", cmp.Or(c.Language, own))
	if c.RedDays {
		out.Set("red_days", "1")
	}
	for _, t := range notice.Topics() {
		for _, w := range notice.Ways() {
			if !slices.Contains(c.Off[t], w) {
				out.Add(topicField(t), string(w))
			}
		}
	}
	return out
}

// read reads a choice from the form. The fault is a fault.List of the times that cannot be read.
func read(v *visit.Visit) (notice.Choice, error) {
	c := notice.Choice{Mail: notice.Pace(v.Form("mail")), RedDays: v.Form("red_days") != "", Language: v.Form("language"), Off: map[notice.Topic][]notice.Way{}}
	var wrong fault.List
	for field, into := range map[string]*clock.TimeOfDay{"at": &c.At, "quiet_from": &c.QuietFrom, "quiet_to": &c.QuietTo} {
		t, err := clock.ParseTime(v.Form(field))
		if err != nil {
			wrong = append(wrong, fault.Of(err).At(field))
		}
		*into = t
	}
	for _, t := range notice.Topics() {
		for _, w := range notice.Ways() {
			if !slices.Contains(v.R.Form[topicField(t)], string(w)) {
				c.Off[t] = append(c.Off[t], w)
			}
		}
	}
	return c, wrong.OrNil()
}

func (r *room) choose(v *visit.Visit) error {
	c, err := read(v)
	if err == nil {
		err = r.Notices.Choose(v.Context(), v.Actor, c)
	}
	if err == nil {
		return hall.See(v, choicePath, chosen)
	}
	if hall.Mendable(err) || errors.As(err, new(fault.List)) {
		return r.filled(v, err, nil)
	}
	return err
}

// trouble is an error in words, and whether it is only something that is not set up.
type trouble struct {
	say, hint lingo.Text
	quiet     bool
}

func faultOf(err error) trouble {
	f := fault.Of(err)
	if f.Say.Empty() {
		return trouble{say: somethingElse}
	}
	return trouble{say: f.Say, hint: f.Hint, quiet: f.Kind == fault.NotFound}
}

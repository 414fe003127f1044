package accounts

import (
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	frames "tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// peopleView is the page with those who work at an account.
type peopleView struct {
	tabs    frame.TabsView
	short   bool
	rows    []hall.Row
	later   []hall.Row
	appoint *hall.Sheet // nil for those who may appoint nobody
}

// roles are those that are held at one account, from the one that answers for most.
var roles = []people.Role{people.Owner, people.Deputy, people.Communicator, people.Voice}

// colleagues lists those who work at an account, with a form for those who may appoint.
func (r room) colleagues(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	return r.showPeople(v, a, hall.Filled(v, nil))
}

func (r room) showPeople(v *visit.Visit, a account.Account, form hall.Form) error {
	f, tabs, err := r.frame(v, a)
	if err != nil {
		return err
	}
	at, err := r.People.Colleagues(v.Context(), v.Actor, a.ID)
	if err != nil {
		return err
	}
	later, err := r.People.Upcoming(v.Context(), v.Actor, a.ID)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	view := peopleView{tabs: tabs, short: !a.Closed() && tooFew(at)}
	read, err := r.readers(v, a, slices.Concat(at, later))
	if err != nil {
		return err
	}
	for _, role := range roles {
		view.rows = append(view.rows, mandateRows(v, a, at, role, read)...)
		view.later = append(view.later, mandateRows(v, a, later, role, read)...)
	}
	if !a.Closed() && v.Actor.May(people.PeopleMandate, a.ID, v.Now) {
		all, err := r.People.People(v.Context(), v.Actor, false)
		if err != nil {
			return err
		}
		sheet := appointSheet(v, a, all, form)
		view.appoint = &sheet
	}
	return v.Page(form.Status(v), peoplePage(f, view))
}

// readers tells whoever gives mandates here who has read the frames in force: those who have not cannot send anything.
func (r room) readers(v *visit.Visit, a account.Account, at []people.Colleague) (map[string]frames.Standing, error) {
	if r.Frames == nil || a.Closed() || !v.Actor.May(people.PeopleMandate, a.ID, v.Now) {
		return nil, nil
	}
	var persons []string
	for _, c := range at {
		persons = append(persons, c.Person.ID)
	}
	return r.Frames.Standings(v.Context(), v.Actor, a.ID, persons)
}

func readTag(v *visit.Visit, s frames.Standing) frame.TagView {
	switch {
	case s.Ready():
		return frame.TagView{Tone: frame.Good, Text: v.Say(readTagDone)}
	case s.First():
		return frame.TagView{Tone: frame.Ask, Text: v.Say(readTagNever)}
	}
	return frame.TagView{Tone: frame.Ask, Text: v.Say(readTagAgain)}
}

// mandateRows are those who hold a role.
func mandateRows(v *visit.Visit, a account.Account, at []people.Colleague, role people.Role, read map[string]frames.Standing) []hall.Row {
	var out []hall.Row
	for _, c := range at {
		m := c.Mandate
		if m.Role != role {
			continue
		}
		row := hall.Row{Title: c.Person.Name, Who: c.Person.Name, Lines: []string{joined(hall.Capital(v.Say(role.Title())), c.Person.Unit), period(m.From, m.Until).In(v.Lang)}}
		if s, ok := read[m.Person]; ok && !s.Answers {
			row.Tags = append(row.Tags, readTag(v, s))
		}
		if mayEnd(v, m) {
			row.Acts = []hall.Act{{Text: v.Say(endButton), Action: path + "/" + a.ID + "/uppdrag/" + m.ID, Link: true, About: c.Person.Name}}
		}
		out = append(out, row)
	}
	return out
}

// mayEnd reports whether the visitor may end a mandate: the people room asks again.
func mayEnd(v *visit.Visit, m people.Mandate) bool {
	return m.Person == v.Actor.Person.ID || v.Actor.May(rightFor(m.Role), m.Account, v.Now)
}

// rightFor is the right by which a role at an account is given and taken.
func rightFor(role people.Role) people.Right {
	if role == people.Owner || role == people.Deputy {
		return people.PeopleOwners
	}
	return people.PeopleMandate
}

func period(from, until time.Time) lingo.Text {
	if until.IsZero() {
		return sinceLine.Put(hall.Day(from))
	}
	return betweenLine.Put(hall.Day(from), hall.Day(until.Add(-time.Second)))
}

func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}

// appointSheet is the form by which somebody is appointed. It offers the roles that the visitor may give.
func appointSheet(v *visit.Visit, a account.Account, all []people.Person, form hall.Form) hall.Sheet {
	var options []frame.Option
	for _, role := range roles {
		if v.Actor.May(rightFor(role), a.ID, v.Now) {
			options = append(options, frame.Option{Value: string(role), Label: hall.Capital(v.Say(role.Title())), Hint: v.Say(role.Help())})
		}
	}
	return hall.Sheet{Action: path + "/" + a.ID + "/ansvariga", Errors: form.Errors(), Button: frame.ButtonView{Text: v.Say(appointButton), Look: frame.Primary},
		Sections: []hall.Section{{Title: v.Say(appointTitle), Fields: []frame.FieldView{
			form.Field(frame.FieldView{Kind: frame.Choice, Name: "person", Label: v.Say(whoLabel), Options: persons(all)}),
			form.Field(frame.FieldView{Kind: frame.Radios, Name: "role", Label: v.Say(roleLabel), Options: options}),
			form.Field(frame.FieldView{Kind: frame.Date, Name: "from", Label: v.Say(fromLabel), Hint: v.Say(fromHint), Optional: true, Short: true}),
			form.Field(frame.FieldView{Kind: frame.Date, Name: "until", Label: v.Say(untilLabel), Hint: v.Say(untilHint), Optional: true, Short: true}),
		}}}}
}

// appoint gives somebody a mandate.
func (r room) appoint(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	wanted, wrong := readAppointment(v, a.ID)
	err = wrong.OrNil()
	if err == nil {
		_, err = r.People.Commission(v.Context(), v.Actor, wanted)
	}
	if hall.Mendable(err) {
		return r.showPeople(v, a, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path+"/"+a.ID+"/ansvariga", appointed)
}

func readAppointment(v *visit.Visit, account string) (people.Appointment, fault.List) {
	var wrong fault.List
	out := people.Appointment{Person: v.Form("person"), Account: account, Role: people.Role(v.Form("role"))}
	if out.Person == "" {
		wrong = append(wrong, fault.New(fault.Invalid, chooseWho).At("person"))
	}
	if !out.Role.ByMandate() {
		wrong = append(wrong, fault.New(fault.Invalid, chooseRole).At("role"))
	}
	if from := v.Form("from"); from != "" {
		d, err := clock.ParseDate(from)
		if err != nil {
			wrong = append(wrong, fault.Of(err).At("from"))
		}
		out.From, _ = clock.Wall{Date: d, Zone: clock.Stockholm()}.Resolve()
	}
	var err error
	if out.Until, err = hall.LastDay(v.Form("until")); err != nil {
		wrong = append(wrong, fault.Of(err))
	}
	return out, wrong
}

// endForm asks before a mandate ends; for an owner, who takes over.
func (r room) endForm(v *visit.Visit) error { return r.showEnd(v, hall.Filled(v, nil)) }

func (r room) showEnd(v *visit.Visit, form hall.Form) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	c, err := r.holder(v, a.ID, v.R.PathValue("mandate"))
	if err != nil {
		return err
	}
	f, _, err := r.frame(v, a)
	if err != nil {
		return err
	}
	f.Title, f.Errors = endTitle.Put(c.Person.Name).In(v.Lang), len(form.Errors())
	view := frame.ConfirmView{Title: f.Title, Text: endText.Put(c.Mandate.Role.Title(), a.Name).In(v.Lang), Action: v.R.URL.Path,
		Button: v.Say(endNow), Danger: true, Back: path + "/" + a.ID + "/ansvariga"}
	var fields []frame.FieldView
	if c.Mandate.Role == people.Owner && v.Actor.May(people.PeopleOwners, a.ID, v.Now) {
		all, err := r.People.People(v.Context(), v.Actor, false)
		if err != nil {
			return err
		}
		fields = append(fields, form.Field(frame.FieldView{Kind: frame.Choice, Name: "successor", Label: v.Say(successorLabel), Hint: v.Say(successorHint),
			Optional: true, Options: append([]frame.Option{{Label: v.Say(nobody), Chosen: form.Value("successor") == ""}}, persons(all)...)}))
	}
	return v.Page(form.Status(v), confirmPage(f, view, form.Errors(), fields...))
}

// holder finds a mandate at an account, with the one who holds it.
func (r room) holder(v *visit.Visit, account, mandate string) (people.Colleague, error) {
	at, err := r.People.Colleagues(v.Context(), v.Actor, account)
	if err != nil {
		return people.Colleague{}, err
	}
	later, err := r.People.Upcoming(v.Context(), v.Actor, account)
	if err != nil {
		return people.Colleague{}, err
	}
	for _, c := range append(at, later...) {
		if c.Mandate.ID == mandate {
			return c, nil
		}
	}
	return people.Colleague{}, fault.New(fault.NotFound, lingo.T("Uppdraget finns inte längre.", "The mandate is no longer there."))
}

func (r room) end(v *visit.Visit) error {
	id := v.R.PathValue("id")
	if _, err := r.holder(v, id, v.R.PathValue("mandate")); err != nil {
		return err
	}
	err := r.People.Decommission(v.Context(), v.Actor, v.R.PathValue("mandate"), v.Form("successor"))
	if hall.Mendable(err) {
		return r.showEnd(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	if !v.Actor.May(people.AccountRead, id, v.Now) || v.Form("successor") == v.Actor.Person.ID {
		return hall.See(v, path, ended)
	}
	return hall.See(v, path+"/"+id+"/ansvariga", ended)
}

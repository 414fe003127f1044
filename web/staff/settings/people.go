package settings

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// colleagues lists the register, or those in it whose name, unit or address has the words.
func (r room) colleagues(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, peopleTab)
	if err != nil {
		return err
	}
	leavers := v.Form("slutat") != ""
	all, err := r.People.People(v.Context(), v.Actor, leavers)
	if err != nil {
		return err
	}
	words := v.Form("sok")
	short, err := r.short(v)
	if err != nil {
		return err
	}
	view := peopleView{tabs: tabs(v), short: short, words: words, leavers: leavers, rows: personRows(v, matching(all, words))}
	if hall.May(v, people.PeopleHire) {
		view.acts = []frame.ButtonView{{Text: v.Say(hireTitle), Icon: icon.Plus, Look: frame.Primary, Href: newPath, Key: "n"}}
	}
	return v.Page(http.StatusOK, peoplePage(f, view))
}

// peopleView is the page with the register.
type peopleView struct {
	tabs    frame.TabsView
	acts    []frame.ButtonView
	short   []hall.Row
	words   string
	leavers bool // those who have left are shown too
	rows    []hall.Row
}

func matching(all []people.Person, words string) []people.Person {
	return slices.DeleteFunc(all, func(p people.Person) bool {
		text := strings.ToLower(p.Name + " " + p.Unit + " " + p.Email)
		for word := range strings.FieldsSeq(strings.ToLower(words)) {
			if !strings.Contains(text, word) {
				return true
			}
		}
		return false
	})
}

func personRows(v *visit.Visit, all []people.Person) []hall.Row {
	var out []hall.Row
	for _, p := range all {
		row := hall.Row{Title: p.Name, Href: peoplePath + "/" + p.ID, Who: p.Name, Lines: []string{joined(p.Unit, p.Email)}}
		if p.Left() {
			row.Tags = []frame.TagView{{Text: v.Say(leftTag)}}
		}
		out = append(out, row)
	}
	return out
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// hireForm asks who the new colleague is.
func (r room) hireForm(v *visit.Visit) error {
	return r.showNewcomer(v, hireTitle.In(v.Lang), newPath, peoplePath, hall.Filled(v, url.Values{"language": {"sv"}}))
}

// showNewcomer shows the form for what the register says of a person.
func (r room) showNewcomer(v *visit.Visit, heading, action, back string, form hall.Form) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, hireTitle)
	if err != nil {
		return err
	}
	f.Title, f.Errors = heading, len(form.Errors())
	button, lead := save, describeLead
	if action == newPath {
		button, lead = hireButton, hireLead
	}
	return v.Page(form.Status(v), sheetPage(f, v.Say(lead), hall.Sheet{
		Action: action, Errors: form.Errors(), Back: back, Button: frame.ButtonView{Text: v.Say(button), Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(frame.FieldView{Name: "name", Label: v.Say(fullName), Max: 100}),
			form.Field(frame.FieldView{Name: "given_name", Label: v.Say(givenName), Hint: v.Say(givenHint), Max: 100, Optional: true}),
			form.Field(frame.FieldView{Name: "unit", Label: v.Say(unitLabel), Hint: v.Say(unitHint), Max: 100, Optional: true}),
			form.Field(frame.FieldView{Kind: frame.Email, Name: "email", Label: v.Say(emailLabel)}),
			form.Field(frame.FieldView{Kind: frame.Radios, Name: "language", Label: v.Say(screenLanguage), Options: []frame.Option{{Value: "sv", Label: "Svenska"}, {Value: "en", Label: "English"}}}),
		}}},
	}))
}

func newcomer(v *visit.Visit) people.Newcomer {
	return people.Newcomer{Name: v.Form("name"), GivenName: v.Form("given_name"), Unit: v.Form("unit"), Email: v.Form("email"), Language: v.Form("language")}
}

// hire puts a colleague in the register and shows the link with which she chooses her password: this once.
func (r room) hire(v *visit.Visit) error {
	w, err := r.People.Hire(v.Context(), v.Actor, newcomer(v))
	if hall.Mendable(err) {
		return r.showNewcomer(v, hireTitle.In(v.Lang), newPath, peoplePath, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return r.showLink(v, w)
}

func (r room) showLink(v *visit.Visit, w people.Welcome) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, linkTitle.Put(w.Person.Name))
	if err != nil {
		return err
	}
	f.Path = peoplePath + "/" + w.Person.ID
	return v.Page(http.StatusOK, linkPage(f, v.Base.String()+"/valkommen/"+w.Secret, linkUntil.Put(w.Person.Email, hall.Words(v, w.Until)).In(v.Lang), f.Path))
}

// describeForm asks what the register shall say of a colleague.
func (r room) describeForm(v *visit.Visit) error {
	d, err := r.People.Dossier(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	p := d.Person
	return r.showNewcomer(v, p.Name, v.R.URL.Path, peoplePath+"/"+p.ID, hall.Filled(v, url.Values{"name": {p.Name}, "given_name": {p.GivenName},
		"unit": {p.Unit}, "email": {p.Email}, "language": {p.Language}}))
}

func (r room) describe(v *visit.Visit) error {
	id := v.R.PathValue("id")
	_, err := r.People.Describe(v.Context(), v.Actor, id, newcomer(v))
	if hall.Mendable(err) {
		return r.showNewcomer(v, v.Form("name"), v.R.URL.Path, peoplePath+"/"+id, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, peoplePath+"/"+id, saved)
}

// invite makes a new link for a colleague who has forgotten her password.
func (r room) invite(v *visit.Visit) error {
	w, err := r.People.Invite(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	return r.showLink(v, w)
}

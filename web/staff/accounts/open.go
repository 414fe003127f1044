package accounts

import (
	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// openForm asks what a new account is, and who answers for it.
func (r room) openForm(v *visit.Visit) error {
	values := charter.Values(account.Blank(guideline.ProfileMunicipality), "", v.Lang)
	return r.showOpen(v, hall.Filled(v, values))
}

// ownerFields are the fields in which owners are chosen; at least the first two.
var ownerFields = []string{"owner.1", "owner.2", "owner.3"}

func (r room) showOpen(v *visit.Visit, form hall.Form) error {
	f, err := r.Hall.Frame(v, frame.RoomAccounts, openTitle)
	if err != nil {
		return err
	}
	all, err := r.People.People(v.Context(), v.Actor, false)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	var choose []frame.FieldView
	for i, name := range ownerFields {
		choose = append(choose, form.Field(frame.FieldView{Kind: frame.Choice, Name: name, Label: ownerLabel.Put(i + 1).In(v.Lang), Options: persons(all), Optional: i >= people.Quorum}))
	}
	sections := charter.Fields(form, "")
	what := sections[0].Fields
	sections[0].Fields = append([]frame.FieldView{what[0], charter.Handle(form, ""), charter.Kind(form, "")}, what[1:]...)
	sections = append(sections, hall.Section{Title: v.Say(ownersTitle), Lead: v.Say(ownersLead), Fields: choose})
	return v.Page(form.Status(v), sheetPage(f, v.Say(openLead), hall.Sheet{
		Action: newPath, Errors: form.Errors(), Sections: sections, Back: path, Button: frame.ButtonView{Text: v.Say(openButton), Look: frame.Primary},
	}))
}

// persons are the colleagues to choose among.
func persons(all []people.Person) []frame.Option {
	var out []frame.Option
	for _, p := range all {
		label := p.Name
		if p.Unit != "" {
			label += ", " + p.Unit
		}
		out = append(out, frame.Option{Value: p.ID, Label: label})
	}
	return out
}

func (r room) open(v *visit.Visit) error {
	c, err := charter.Read(v, "", account.Blank(guideline.ProfileMunicipality))
	p := account.Plan{Handle: v.Form("handle"), Kind: v.Form("kind"), Charter: c}
	for _, name := range ownerFields {
		if id := v.Form(name); id != "" {
			p.Owners = append(p.Owners, id)
		}
	}
	var a account.Account
	if err == nil {
		a, err = r.Accounts.Open(v.Context(), v.Actor, p)
	} else if _, wrong := account.TidyHandle(p.Handle); wrong != nil {
		err = append(fault.List{fault.Of(wrong)}, visit.Faults(err)...)
	}
	if hall.Mendable(err) {
		return r.showOpen(v, hall.Again(v, atField(err, "owners", ownerFields[0])))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path+"/"+a.ID, opened)
}

// atField moves the faults of one field to another: a list of owners is chosen in several.
func atField(err error, from, to string) error {
	var out fault.List
	for _, f := range visit.Faults(err) {
		if f.Field == from {
			f = f.At(to)
		}
		out = append(out, f)
	}
	return out
}

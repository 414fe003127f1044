package signin

import (
	"fmt"

	"tilltal/base/lingo"
	"tilltal/desk/start"
	"tilltal/web/frame"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// sheet is the form of a step.
func (d *Door) sheet(v *visit.Visit, step int, form hall.Form) hall.Sheet {
	s := hall.Sheet{ID: startForm, Action: StartPath, Errors: form.Errors(), Bare: true, Hidden: carried(form.Typed(), step),
		Button: frame.ButtonView{Text: v.Say(startNext), Look: frame.Primary, Name: wayField, Value: "fram"}}
	if step > stepAuthority {
		s.Also = []frame.ButtonView{{Text: v.Say(startBack), Look: frame.Bare, Name: wayField, Value: wayBack, Lenient: true}}
	}
	switch step {
	case stepAuthority:
		s.Sections = authorityFields(v, form)
	case stepAdmin:
		s.Sections = []hall.Section{{Fields: personFields(form, "admin.", false)}}
	case stepAccount:
		s.Sections = charter.Few(form, "account.", moreOfAccount)
	case stepOwners:
		s.Sections = ownerFields(v, form)
		s.Button.Text = v.Say(startBegin)
	}
	return s
}

func authorityFields(v *visit.Visit, form hall.Form) []hall.Section {
	line := func(name string, label, hint lingo.Text, optional bool) frame.FieldView {
		return form.Field(frame.FieldView{Name: name, Label: v.Say(label), Hint: v.Say(hint), Optional: optional})
	}
	code := line(codeField, codeLabel, codeHint, false)
	code.Attrs, code.Complete = map[string]any{"spellcheck": "false", "autocapitalize": "characters"}, "off"
	base := frame.FieldView{Name: "authority.base", Label: v.Say(baseLabel), Hint: v.Say(baseHint), Value: v.Base.String(),
		Error: form.Wrong("authority.base"), Attrs: map[string]any{"readonly": true}}
	contact := line("authority.contact", contactLabel, contactHint, false)
	contact.Kind = frame.Email
	language := line("authority.language", languageLabel, lingo.Text{}, false)
	language.Kind = frame.Radios
	language.Options = []frame.Option{{Value: "sv", Label: "Svenska"}, {Value: "en", Label: "English"}}
	return []hall.Section{{Fields: []frame.FieldView{code, line("authority.name", authorityLabel, authorityHint, false), base, contact,
		line("authority.dpo", dpoLabel, dpoHint, true), language}}}
}

// personFields ask for a person. The given name is what citizens see, and is taken from the name when it is left out.
func personFields(form hall.Form, part string, optional bool) []frame.FieldView {
	l := form.Lang()
	line := func(name string, label, hint lingo.Text) frame.FieldView {
		return form.Field(frame.FieldView{Name: part + name, Label: label.In(l), Hint: hint.In(l), Optional: optional})
	}
	email := line("email", emailLabel, lingo.Text{})
	email.Kind = frame.Email
	unit := line("unit", unitLabel, unitHint)
	unit.Optional = true
	return []frame.FieldView{line("name", fullNameLabel, lingo.Text{}), unit, email}
}

// ownerFields ask who answers for the account, and last for the administrator's password.
func ownerFields(v *visit.Visit, form hall.Form) []hall.Section {
	me := form.Field(frame.FieldView{Kind: frame.Tick, Name: meField, Label: ownerMe.Put(form.Value("admin.name")).In(v.Lang)})
	out := []hall.Section{{Lead: v.Say(ownersLead), Fields: []frame.FieldView{me}}}
	for row := 1; row <= mostRows; row++ {
		title := ownerWord.Put(row)
		out = append(out, hall.Section{Title: v.Say(title), Fields: personFields(form, fmt.Sprintf("owners.%d.", row), row > 1), Folded: row == mostRows})
	}
	return append(out, hall.Section{Title: v.Say(yourPassword), Lead: yourPasswordLead.Put(form.Value("admin.email")).In(v.Lang), Fields: []frame.FieldView{
		form.Field(frame.FieldView{Kind: frame.Password, Name: "admin.password", Label: v.Say(chooseLabel), Hint: v.Say(passwordHint), Complete: "new-password"})}})
}

// begun shows that the desk is in order, and the links that the owners choose their passwords by: this once.
func (d *Door) begun(v *visit.Visit, b start.Begun, f start.Form) error {
	p := d.plain(v, begunTitle)
	p.Path, p.Wide, p.Authority = home, true, f.Authority.Name
	links := make([]link, 0, len(b.Owners))
	for _, w := range b.Owners {
		links = append(links, link{Name: w.Person.Name, Href: v.Base.String() + WelcomePath + w.Secret, Line: linkUntil.Put(w.Person.Email, hall.Words(v, w.Until)).In(v.Lang)})
	}
	return v.Page(200, begunPage(p, links))
}

// link is an invitation to hand on.
type link struct {
	Name, Href string
	Line       string // to whom, and how long it holds
}

package signin

import (
	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// welcome greets the one whom a link was made for, and asks her to choose a password.
func (d *Door) welcome(v *visit.Visit) error {
	p, err := d.with.People.Invited(v.Context(), v.R.PathValue("secret"))
	if err != nil {
		return err
	}
	return d.greet(v, p, hall.Filled(v, nil))
}

func (d *Door) greet(v *visit.Visit, p people.Person, form hall.Form) error {
	f := d.plain(v, welcomeTitle.Put(p.GivenName))
	f.Path, f.Errors = WelcomePath+v.R.PathValue("secret"), len(form.Errors())
	return v.Page(form.Status(v), welcomePage(f, hall.Paper(v.Lang, hall.Sheet{
		Action: f.Path, Errors: form.Errors(), Bare: true, Button: frame.ButtonView{Text: v.Say(welcomeButton), Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			{Kind: frame.Email, Name: "username", Label: v.Say(emailLabel), Value: p.Email, Complete: "username", Attrs: map[string]any{"readonly": true}},
			form.Field(frame.FieldView{Kind: frame.Password, Name: passwordField, Label: v.Say(chooseLabel), Hint: v.Say(passwordHint), Complete: "new-password"}),
		}}},
	})))
}

// choose sets the password and lets her in.
func (d *Door) choose(v *visit.Visit) error {
	secret := v.R.PathValue("secret")
	p, err := d.with.People.Accept(v.Context(), secret, v.R.PostFormValue(passwordField))
	if hall.Mendable(err) {
		invited, gone := d.with.People.Invited(v.Context(), secret)
		if gone != nil {
			return gone
		}
		return d.greet(v, invited, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return d.letIn(v, p.ID, home)
}

// letIn lets somebody in who has just chosen her password; whoever has a second step takes that too.
func (d *Door) letIn(v *visit.Visit, person, to string) error {
	step, err := d.with.Ways.Onwards(v.Context(), person, d.attempt(v))
	if err != nil {
		return fault.Wrap("sign in", err)
	}
	return d.stepped(v, step, carriage{Back: to})
}

// begins lets somebody in on the first day, and leaves her where she is.
func (d *Door) begins(v *visit.Visit, person string) error {
	step, err := d.with.Ways.Onwards(v.Context(), person, d.attempt(v))
	if err != nil {
		return fault.Wrap("sign in", err)
	}
	web.SetSession(v, step.Secret)
	return nil
}

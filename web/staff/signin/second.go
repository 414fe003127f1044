package signin

import (
	"tilltal/base/fault"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// codeInput is where the code from the telephone, or a reserve code, is written.
const codeInput = "code"

// second shows the second step, to a browser that has come there.
func (d *Door) second(v *visit.Visit) error {
	if err := d.with.Ways.Waiting(v.Context(), ticket(v, stepCookie)); err != nil {
		return v.See(SignInPath)
	}
	return d.askSecond(v, hall.Filled(v, nil), carriage{})
}

// askSecond asks for the code.
func (d *Door) askSecond(v *visit.Visit, form hall.Form, c carriage) error {
	f := d.plain(v, secondTitle)
	f.Path, f.Errors, f.Carrier = secondPath, len(form.Errors()), stepForm
	code := frame.FieldView{Name: codeInput, Label: v.Say(secondLabel), Hint: v.Say(secondHint), Error: form.Wrong(codeInput), Complete: "one-time-code", Short: true,
		Attrs: map[string]any{"spellcheck": "false", "autocapitalize": "none"}}
	return v.Page(form.Status(v), secondPage(f, hall.Paper(v.Lang, hall.Sheet{
		ID: stepForm, Action: secondPath, Errors: form.Errors(), Bare: true, Hidden: c.fields(), Back: SignInPath,
		Button: frame.ButtonView{Text: v.Say(signInButton), Look: frame.Primary}, Sections: []hall.Section{{Fields: []frame.FieldView{code}}},
	})))
}

// takeSecond takes the code and lets her in.
func (d *Door) takeSecond(v *visit.Visit) error {
	c := carriedIn(v)
	if web.Chose(v) {
		return d.askSecond(v, hall.Filled(v, nil), c)
	}
	secret, _, err := d.with.Ways.Second(v.Context(), ticket(v, stepCookie), v.Form(codeInput), d.attempt(v))
	switch {
	case fault.Is(err, fault.SignIn):
		return d.turned(v, err, c)
	case hall.Mendable(err):
		return d.askSecond(v, hall.Again(v, err), c)
	case err != nil:
		return err
	}
	setTicket(v, stepCookie, "")
	return d.inside(v, secret, c)
}

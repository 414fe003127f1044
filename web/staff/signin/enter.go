package signin

import (
	"net/http"
	"net/url"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// The names of the sign-in form's fields.
const (
	emailField    = "email"
	passwordField = "password"
	backField     = "till"
)

// entry is the sign-in page.
type entry struct {
	frame frame.PlainFrame
	form  hall.Form
	why   string // why one is asked to sign in now; "" says nothing
	back  string // where to afterwards
	held  *Held  // a form that was interrupted
}

// form shows the sign-in page. Who is signed in already is led on.
func (d *Door) form(v *visit.Visit) error {
	if needed, err := d.needed(v.Context()); err != nil || needed {
		return toStart(v, err)
	}
	back := v.Form(backField)
	if v.SignedIn() {
		return v.See(onwards(back))
	}
	e := entry{form: hall.Filled(v, nil), back: back}
	if onwards(back) != home && v.Secret != "" {
		e.why = v.Say(sessionOver)
	}
	return d.show(v, http.StatusOK, e)
}

// signIn proves who it is, begins her session, and leads her back to what she was doing.
func (d *Door) signIn(v *visit.Visit) error {
	held := heldIn(v)
	a := d.attempt(v)
	a.Email, a.Password = v.Form(emailField), v.R.PostFormValue(passwordField)
	secret, _, err := d.with.People.SignIn(v.Context(), a)
	if err != nil {
		if kind := fault.KindOf(err); kind == fault.Internal {
			return err
		}
		e := entry{form: hall.Again(v, err), back: v.Form(backField), held: held}
		return d.show(v, e.form.Status(v), e)
	}
	web.SetSession(v, secret)
	if held != nil {
		return d.giveBack(v, held)
	}
	return v.See(onwards(v.Form(backField)))
}

// signOut ends the session and takes the cookie back.
func (d *Door) signOut(v *visit.Visit) error {
	if err := d.with.People.SignOut(v.Context(), v.Secret); err != nil {
		return err
	}
	web.SetSession(v, "")
	return v.See(SignInPath + "?ut=1")
}

// show answers with the sign-in page.
func (d *Door) show(v *visit.Visit, status int, e entry) error {
	if v.R.URL.Query().Has("ut") && status == http.StatusOK {
		e.why = v.Say(signedOut)
	}
	e.frame = d.plain(v, signInTitle)
	e.frame.Path = SignInPath
	if e.back != "" {
		e.frame.Path += "?" + url.Values{backField: {e.back}}.Encode()
	}
	e.frame.Errors = len(e.form.Errors())
	return v.Page(status, entryPage(e))
}

// plain is the frame of the door's pages. An authority that cannot be read has no name on the plate.
func (d *Door) plain(v *visit.Visit, title lingo.Text) frame.PlainFrame {
	f := frame.PlainFrame{Page: v.Frame(title)}
	f.NoIndex = true
	if s, err := d.with.Authority.Current(v.Context()); err == nil {
		f.Authority = s.Name
	}
	return f
}

// onwards is where to after signing in: back to a page of ours, or to the day.
func onwards(back string) string {
	if p := visit.Local(back); p != "/" {
		return p
	}
	return home
}

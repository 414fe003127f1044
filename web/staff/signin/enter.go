package signin

import (
	"net/http"
	"net/url"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/signin"
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

// The ids of the forms that the choice of language and look sends: what is carried past the door comes along.
const (
	entryForm = "logga-in"
	stepForm  = "steg"
	keptForm  = "gom"
)

// entry is the sign-in page.
type entry struct {
	frame frame.PlainFrame
	form  hall.Form
	why   string            // why one is asked to sign in now; "" says nothing
	back  string            // where to afterwards
	held  *Held             // a form that was interrupted
	wrong *frame.NoticeView // why a way that needs nothing typed did not lead in
	other string            // what the authority's own sign-in is called; "" when there is none
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
	if web.Chose(v) {
		e := entry{form: hall.Again(v, nil), back: v.Form(backField), held: held}
		if held != nil {
			e.why = v.Say(sessionOver)
		}
		return d.show(v, http.StatusOK, e)
	}
	a := d.attempt(v)
	a.Email, a.Password = v.Form(emailField), v.R.PostFormValue(passwordField)
	step, err := d.with.Ways.Password(v.Context(), a)
	if err != nil {
		return d.again(v, err, carriage{v.Form(backField), held})
	}
	return d.stepped(v, step, carriage{v.Form(backField), held})
}

// again shows the sign-in page once more, with what was wrong and every way that is left.
func (d *Door) again(v *visit.Visit, err error, c carriage) error {
	if fault.KindOf(err) == fault.Internal {
		return err
	}
	e := entry{form: hall.Again(v, err), back: c.Back, held: c.Held}
	return d.show(v, e.form.Status(v), e)
}

// turned shows the sign-in page to somebody who came another way than by password and did not get in: nothing in the form is to
// be mended, and every other way is there.
func (d *Door) turned(v *visit.Visit, err error, c carriage) error {
	f := fault.Of(err)
	if f.Kind == fault.Internal || f.Kind == fault.NotFound {
		return err
	}
	if f.Kind == fault.Unreachable {
		v.Log.Warn("somebody could not sign in", "error", err)
	}
	e := entry{form: hall.Filled(v, nil), back: c.Back, held: c.Held}
	e.wrong = &frame.NoticeView{Tone: frame.Stop, Title: v.Say(f.Say), Text: v.Say(f.Hint)}
	return d.show(v, hall.Again(v, err).Status(v), e)
}

// stepped lets somebody in, or asks for her second step.
func (d *Door) stepped(v *visit.Visit, step signin.Step, c carriage) error {
	if step.Secret == "" {
		setTicket(v, stepCookie, step.Ticket)
		return d.askSecond(v, hall.Filled(v, nil), c)
	}
	return d.inside(v, step.Secret, c)
}

// inside hands out the session, and leads her back to what she was doing.
func (d *Door) inside(v *visit.Visit, secret string, c carriage) error {
	web.SetSession(v, secret)
	if c.Held != nil {
		return d.giveBack(v, c.Held)
	}
	return v.See(onwards(c.Back))
}

// signOut ends the session and takes the cookie back.
func (d *Door) signOut(v *visit.Visit) error {
	if err := d.with.People.SignOut(v.Context(), v.Secret); err != nil {
		return err
	}
	web.SetSession(v, "")
	if there := d.with.Ways.EndAtProvider(v.Session, v.Base.String()+SignInPath+"?ut=1"); there != "" {
		return d.signOutThere(v, there)
	}
	return v.See(SignInPath + "?ut=1")
}

// show answers with the sign-in page.
func (d *Door) show(v *visit.Visit, status int, e entry) error {
	if v.R.URL.Query().Has("ut") && status == http.StatusOK {
		e.why = v.Say(signedOut)
	}
	e.frame = d.plain(v, signInTitle)
	e.frame.Carrier = entryForm
	e.frame.Path, e.frame.Scripts, e.other = SignInPath, []string{"passkey.js"}, d.with.Ways.ProviderName()
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

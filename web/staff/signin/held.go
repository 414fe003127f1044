package signin

import (
	"errors"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// How much of an interrupted form is carried past the door. The longest post with everything around it is a small part.
const (
	heldBytes  = 512 << 10
	heldFields = 300
)

// The fields in which the sign-in form carries an interrupted form.
const (
	heldTo   = "sparat-till"
	heldForm = "sparat"
	heldLack = "sparat-brist"
)

// Held is a form that was sent when its sender's session had ended: it waits while she signs in.
type Held struct {
	To   string     // where it was on its way
	Form url.Values // what stood in it, without secrets and files
	Lost bool       // something in it could not be carried: a file, or too much
}

// Interrupted answers a form that came to a page of the desk without a session: the sign-in page, in place (401), carrying
// what was typed. The gate calls it. A form too large to carry is answered with the bare sign-in page, which says so.
func (d *Door) Interrupted(v *visit.Visit) error {
	e := entry{form: hall.Filled(v, nil), back: v.R.Header.Get("Referer"), held: hold(v), why: v.Say(sessionOver)}
	if u, err := url.Parse(e.back); err != nil || u.Host != v.Base.Host {
		e.back = ""
	} else {
		e.back = u.RequestURI()
	}
	return d.show(v, http.StatusUnauthorized, e)
}

// hold reads the form that was sent.
func hold(v *visit.Visit) *Held {
	h := &Held{To: v.R.URL.RequestURI()}
	kind, _, _ := mime.ParseMediaType(v.R.Header.Get("Content-Type"))
	var err error
	switch {
	case v.R.ContentLength > 2*heldBytes && kind != "multipart/form-data":
		err = errTooMuch
	case kind == "multipart/form-data":
		err = v.R.ParseMultipartForm(2 * heldBytes)
		if v.R.MultipartForm != nil {
			h.Lost = len(v.R.MultipartForm.File) > 0
			defer func() { _ = v.R.MultipartForm.RemoveAll() }() // what is left is the system's to sweep
		}
	default:
		err = v.R.ParseForm()
	}
	if err != nil {
		return &Held{To: h.To, Lost: true}
	}
	h.Form = worthKeeping(v.R.PostForm)
	if len(h.Form.Encode()) > heldBytes || len(h.Form) > heldFields {
		return &Held{To: h.To, Lost: true}
	}
	return h
}

var errTooMuch = errors.New("more than is carried past the door")

// secretFields are never written into a page.
var secretFields = []string{passwordField, "current", "secret"}

func worthKeeping(form url.Values) url.Values {
	out := url.Values{}
	for name, values := range form {
		last := name[strings.LastIndexByte(name, '.')+1:]
		if !slices.Contains(secretFields, last) && utf8.ValidString(name) {
			out[name] = values
		}
	}
	return out
}

// heldIn reads the interrupted form that a sign-in form carries; nil when it carries none.
func heldIn(v *visit.Visit) *Held {
	to := visit.Local(v.Form(heldTo))
	if to == "/" {
		return nil
	}
	form, err := url.ParseQuery(v.R.PostFormValue(heldForm))
	if err != nil || len(form) > heldFields {
		return &Held{To: to, Lost: true}
	}
	return &Held{To: to, Form: worthKeeping(form), Lost: v.Form(heldLack) != ""}
}

// fields are the form's fields as the page carries them, in a steady order.
func (h *Held) fields() [][2]string {
	var out [][2]string
	for name, values := range h.Form {
		for _, value := range values {
			out = append(out, [2]string{name, value})
		}
	}
	slices.SortStableFunc(out, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return out
}

// longest is the longest text in the form: what she would miss the most.
func (h *Held) longest() string {
	best := ""
	for _, f := range h.fields() {
		if len(f[1]) > len(best) && strings.ContainsAny(f[1], " \n") {
			best = f[1]
		}
	}
	return best
}

// giveBack shows what was typed before the session ended, and a button that sends it on. It is not sent by itself: she may
// have changed her mind, and somebody else may have signed in.
func (d *Door) giveBack(v *visit.Visit, h *Held) error {
	f := d.plain(v, heldTitle)
	f.Path = home
	f.Wide = true
	if !h.nothing() {
		f.Carrier = keptForm
	}
	return v.Page(http.StatusOK, heldPage(f, h))
}

// kept shows it once more, in the language or the look that was chosen on that page.
func (d *Door) kept(v *visit.Visit) error {
	h := heldIn(v)
	if h == nil || !v.SignedIn() || !web.Chose(v) {
		return v.See(home)
	}
	return d.giveBack(v, h)
}

// nothing reports whether there is nothing to send on.
func (h *Held) nothing() bool { return len(h.Form) == 0 }

func (h *Held) button(f frame.PlainFrame) frame.ButtonView {
	return frame.ButtonView{Text: heldSend.In(f.Lang), Look: frame.Primary}
}

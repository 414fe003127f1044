package signin

import (
	"encoding/json"
	"net/http"
	"net/url"

	"tilltal/web/visit"
)

// carriage is what is carried past the door, however many steps it takes: where she was on her way, and a form that was
// interrupted.
type carriage struct {
	Back string
	Held *Held
}

// carriedIn reads what a form at the door carries.
func carriedIn(v *visit.Visit) carriage { return carriage{v.Form(backField), heldIn(v)} }

// text is what is carried while the browser is somewhere else.
func (c carriage) text() string {
	b, err := json.Marshal(c)
	if err != nil {
		return "" // a map of texts: it can always be written
	}
	return string(b)
}

// unpacked reads what [carriage.text] wrote.
func unpacked(text string) (c carriage) {
	if json.Unmarshal([]byte(text), &c) != nil {
		return carriage{}
	}
	return c
}

// fields are the hidden fields of a form that carries it on.
func (c carriage) fields() [][2]string {
	out := [][2]string{{backField, c.Back}}
	if c.Held != nil {
		out = append(out, [2]string{heldTo, c.Held.To}, [2]string{heldForm, c.Held.Form.Encode()})
		if c.Held.Lost {
			out = append(out, [2]string{heldLack, "1"})
		}
	}
	return out
}

// The cookies that bind what the desk asked to the browser that was asked. They hold for a few minutes.
const (
	stepCookie     = "tilltal-steg"
	keyCookie      = "tilltal-inloggningsnyckel"
	providerCookie = "tilltal-oidc"
)

func cookieName(base *url.URL, name string) string {
	if base.Scheme == "https" {
		return "__Host-" + name
	}
	return name
}

// setTicket hands the browser a ticket's secret, or takes it back when secret is "".
func setTicket(v *visit.Visit, name, secret string) {
	c := &http.Cookie{Name: cookieName(v.Base, name), Value: secret, Path: "/", HttpOnly: true, Secure: v.Base.Scheme == "https",
		SameSite: http.SameSiteLaxMode, MaxAge: 600}
	if secret == "" {
		c.MaxAge = -1
	}
	http.SetCookie(v.W, c)
}

// ticket is the secret that the browser was handed, "" when it has none.
func ticket(v *visit.Visit, name string) string {
	c, err := v.R.Cookie(cookieName(v.Base, name))
	if err != nil {
		return ""
	}
	return c.Value
}

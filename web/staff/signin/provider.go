package signin

import (
	"net/http"

	"tilltal/base/fault"
	"tilltal/base/oidc"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// toProvider sends the browser to the authority's identity provider.
func (d *Door) toProvider(v *visit.Visit) error {
	c := carriage{Back: v.Form(backField)}
	address, err := d.askProvider(v, c)
	if err != nil {
		return d.turned(v, err, c)
	}
	return elsewhere(v, address)
}

// toProviderWith does the same with a form that was interrupted. A form may not lead to another host (form-action), so there is
// a link between.
func (d *Door) toProviderWith(v *visit.Visit) error {
	c := carriedIn(v)
	address, err := d.askProvider(v, c)
	if err != nil {
		return d.turned(v, err, c)
	}
	return d.bridge(v, onwardsTitle.Put(d.with.Ways.ProviderName()).In(v.Lang), v.Say(heldKept), address)
}

func (d *Door) askProvider(v *visit.Visit, c carriage) (address string, err error) {
	address, t, err := d.with.Ways.AskProvider(v.Context(), c.text(), d.attempt(v))
	if err == nil {
		setTicket(v, providerCookie, t)
	}
	return address, err
}

// fromProvider takes the browser back, with the provider's answer.
func (d *Door) fromProvider(v *visit.Visit) error {
	q := v.R.URL.Query()
	a := oidc.Answer{State: q.Get("state"), Code: q.Get("code"), Issuer: q.Get("iss"), Error: q.Get("error")}
	secret, _, text, err := d.with.Ways.HearProvider(v.Context(), ticket(v, providerCookie), a, d.attempt(v))
	setTicket(v, providerCookie, "")
	c := unpacked(text)
	if err != nil {
		v.Log.Warn("a sign-in at the identity provider came to nothing", "error", err)
		return d.turned(v, err, c)
	}
	return d.inside(v, secret, c)
}

// signOutThere offers to sign out at the provider too: whoever shares a computer wants that. The desk's own session has ended.
func (d *Door) signOutThere(v *visit.Visit, address string) error {
	return d.bridge(v, v.Say(signedOut), partText.Put(d.with.Ways.ProviderName()).In(v.Lang), address)
}

// bridge is a page with one link to another host.
func (d *Door) bridge(v *visit.Visit, title, text, address string) error {
	f := d.plain(v, signInTitle)
	f.Title, f.Path = title, SignInPath
	b := frame.ButtonView{Text: onwardsButton.Put(d.with.Ways.ProviderName()).In(v.Lang), Look: frame.Primary, Href: address}
	return v.Page(http.StatusOK, bridgePage(f, text, b))
}

// elsewhere sends the browser to another host.
func elsewhere(v *visit.Visit, address string) error {
	http.Redirect(v.W, v.R, address, http.StatusSeeOther)
	return nil
}

// parting hears from the provider that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0 section 2.8).
func (d *Door) parting(v *visit.Visit) error {
	err := d.with.Ways.Part(v.Context(), v.R.PostFormValue("logout_token"))
	switch {
	case fault.Is(err, fault.SignIn):
		v.Log.Warn("a logout token was refused", "error", err)
		return v.JSON(http.StatusBadRequest, "application/json", map[string]string{"error": "invalid_request"})
	case err != nil:
		return err
	}
	v.W.WriteHeader(http.StatusOK)
	return nil
}

package signin

import (
	"net/http"

	"tilltal/web/visit"
)

// askKey asks the browser for a passkey. js/passkey.js calls it.
func (d *Door) askKey(v *visit.Visit) error {
	options, t, err := d.with.Ways.AskPasskey(v.Context(), d.attempt(v))
	if err != nil {
		return err
	}
	setTicket(v, keyCookie, t)
	return v.Bytes(http.StatusOK, "application/json", options)
}

// unlock lets somebody in by what her browser answered.
func (d *Door) unlock(v *visit.Visit) error {
	c := carriedIn(v)
	secret, _, err := d.with.Ways.Unlock(v.Context(), ticket(v, keyCookie), []byte(v.R.PostFormValue("answer")), d.attempt(v))
	setTicket(v, keyCookie, "")
	if err != nil {
		return d.turned(v, err, c)
	}
	return d.inside(v, secret, c)
}

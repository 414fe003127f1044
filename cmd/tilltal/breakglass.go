package main

import (
	"context"
	"fmt"

	"github.com/prometheus/client_golang/prometheus"

	"tilltal/base/lingo"
	"tilltal/desk/people"
)

type personBreakGlassCmd struct {
	where
	Email string `default:"nodkonto@tilltal.invalid" help:"What one writes as e-mail address at the sign-in page."`
}

// Run prints the address and the password, once.
func (c *personBreakGlassCmd) Run(ctx context.Context, t terminal) error {
	h, r, err := c.desk(ctx, t)
	if err != nil {
		return err
	}
	defer h.Close()
	e, err := r.signin.SealEnvelope(ctx, people.Console(h.clock.Now()), c.Email)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.err, "%s\n", lingo.T("Skriv ut det här, lägg det i ett kuvert och lås in kuvertet. Vi visar det bara nu.\nNär någon loggar in med det larmar Tilltal alla administratörer.",
		"Print this, put it in an envelope and lock the envelope up. It is shown only now.\nWhen somebody signs in by it, Tilltal tells every administrator.").In(t.lang))
	fmt.Fprintf(t.out, "%s/logga-in\n%s\n%s\n", h.base, e.Person.Email, e.Password)
	return nil
}

// watchEmergency puts the alarm of the break-glass account among the figures: 1 from that it is used until an administrator
// has seen to it.
func (h *house) watchEmergency(meters prometheus.Registerer, r *rooms) {
	meters.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "tilltal_breakglass_alarm", Help: "Break-glass accounts that have been used and that nobody has seen to."},
		func() float64 {
			all, err := r.signin.Alarms(context.Background())
			if err != nil {
				h.log.Warn("whether the break-glass account has been used could not be read", "error", err)
			}
			return float64(len(all))
		}))
}

package own

import (
	"net/http"

	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// secondWords says how it stands with her second step; "" when she has none.
func secondWords(v *visit.Visit, f signin.Factors) string {
	if f.Code.IsZero() {
		return ""
	}
	return secondLine.Put(hall.Day(f.Code), lingo.Count(f.Reserves, reserveOne, reserveMany)).In(v.Lang)
}

// second explains the second step, and lets her begin it or end it.
func (r room) second(v *visit.Visit) error { return r.showSecond(v, hall.Filled(v, nil)) }

func (r room) showSecond(v *visit.Visit, form hall.Form) error {
	f, err := r.Hall.Frame(v, "", secondTitle)
	if err != nil {
		return err
	}
	factors, err := r.Factors.Factors(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), secondPath
	drop := hall.Sheet{Action: secondPath + "/bort", Errors: form.Errors(), Bare: true, Button: frame.ButtonView{Text: v.Say(secondDrop), Look: frame.Danger},
		Sections: []hall.Section{{Fields: []frame.FieldView{codeField(v, form)}}}}
	return v.Page(form.Status(v), secondPage(f, secondWords(v, factors), v.Actor.Weak, drop))
}

func codeField(v *visit.Visit, form hall.Form) frame.FieldView {
	return frame.FieldView{Name: "code", Label: v.Say(codeLabel), Hint: v.Say(codeHint), Error: form.Wrong("code"), Short: true, Complete: "one-time-code",
		Attrs: map[string]any{"spellcheck": "false", "autocapitalize": "none"}}
}

// offerCode shows the square pattern of a new second step.
func (r room) offerCode(v *visit.Visit) error {
	o, err := r.Factors.OfferCode(v.Context(), v.Actor, v.Session)
	if err != nil {
		return err
	}
	return r.showOffer(v, o, hall.Filled(v, nil))
}

func (r room) showOffer(v *visit.Visit, o signin.Offer, form hall.Form) error {
	f, err := r.Hall.Frame(v, "", secondTitle)
	if err != nil {
		return err
	}
	drawn, err := drawPattern(o.URI)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), secondPath
	sheet := hall.Sheet{Action: secondPath + "/kod", Errors: form.Errors(), Bare: true, Back: path, Hidden: [][2]string{{"ticket", o.Ticket}},
		Button: frame.ButtonView{Text: v.Say(secondStart), Look: frame.Primary}, Sections: []hall.Section{{Fields: []frame.FieldView{codeField(v, form)}}}}
	return v.Page(form.Status(v), offerPage(f, drawn, o.Secret, sheet))
}

// enrol begins the second step when the code is right, and shows the reserve codes: this once.
func (r room) enrol(v *visit.Visit) error {
	ticket := v.Form("ticket")
	codes, err := r.Factors.Enrol(v.Context(), v.Actor, v.Session, ticket, v.Form("code"))
	if hall.Mendable(err) {
		o, gone := r.Factors.Offered(v.Context(), v.Actor, ticket)
		if gone != nil {
			return r.showSecond(v, hall.Again(v, gone))
		}
		return r.showOffer(v, o, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	if err := r.stronger(v, people.HowCode); err != nil {
		return err
	}
	return r.showReserves(v, codes)
}

// drop ends the second step. She shows once more that she has it.
func (r room) drop(v *visit.Visit) error {
	err := r.Factors.Drop(v.Context(), v.Actor, v.Session, v.Form("code"))
	if hall.Mendable(err) {
		return r.showSecond(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path, secondDropped)
}

// renew makes new reserve codes and shows them: this once.
func (r room) renew(v *visit.Visit) error {
	codes, err := r.Factors.Renew(v.Context(), v.Actor, v.Session)
	if err != nil {
		return err
	}
	return r.showReserves(v, codes)
}

func (r room) showReserves(v *visit.Visit, codes []string) error {
	f, err := r.Hall.Frame(v, "", reserveTitle)
	if err != nil {
		return err
	}
	f.Path = path
	return v.Page(http.StatusOK, reservePage(f, codes))
}

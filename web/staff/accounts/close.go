package accounts

import (
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// closeForm asks why an account closes.
func (r room) closeForm(v *visit.Visit) error { return r.showClose(v, hall.Filled(v, nil)) }

func (r room) showClose(v *visit.Visit, form hall.Form) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	f, _, err := r.frame(v, a)
	if err != nil {
		return err
	}
	f.Title, f.Errors = closeTitle.Put(a.Name).In(v.Lang), len(form.Errors())
	reason := form.Field(frame.FieldView{Kind: frame.Area, Name: "reason", Label: v.Say(closeReason), Hint: v.Say(closeHint), Max: 500})
	return v.Page(form.Status(v), confirmPage(f, frame.ConfirmView{Title: f.Title, Text: v.Say(closeText), Action: v.R.URL.Path,
		Button: v.Say(closeButton), Danger: true, Back: path + "/" + a.ID}, form.Errors(), reason))
}

func (r room) close(v *visit.Visit) error {
	id := v.R.PathValue("id")
	err := r.Accounts.Close(v.Context(), v.Actor, id, v.Form("reason"))
	if hall.Mendable(err) {
		return r.showClose(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path, wasClosed)
}

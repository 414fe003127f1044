package own

import (
	"net/http"
	"net/url"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// passkeyRows shows her passkeys, the newest first.
func passkeyRows(v *visit.Visit, keys []signin.Passkey) []hall.Row {
	var out []hall.Row
	for _, k := range keys {
		line := passkeyUnused.Put(hall.Day(k.At))
		if !k.UsedAt.IsZero() {
			line = passkeyUsed.Put(hall.Day(k.At), hall.Words(v, k.UsedAt))
		}
		out = append(out, hall.Row{Title: k.Name, Lines: []string{line.In(v.Lang)},
			Acts: []hall.Act{{Text: v.Say(passkeyRename), Action: passkeyPath + "/" + k.ID + "/namn", Link: true, About: k.Name},
				{Text: v.Say(passkeyRemove), Action: passkeyPath + "/" + k.ID + "/bort", About: k.Name}}})
	}
	return out
}

// passkeyForm asks what a new passkey shall be called, and then the browser for the key.
func (r room) passkeyForm(v *visit.Visit) error { return r.showPasskey(v, hall.Filled(v, nil)) }

func (r room) showPasskey(v *visit.Visit, form hall.Form) error {
	f, err := r.Hall.Frame(v, "", passkeyTitle)
	if err != nil {
		return err
	}
	f.Errors, f.Scripts = len(form.Errors()), append(f.Scripts, "passkey.js")
	name := form.Field(frame.FieldView{Name: "name", Label: v.Say(passkeyName), Hint: v.Say(passkeyNameHint), Max: 60, Complete: "off"})
	return v.Page(form.Status(v), passkeyPage(f, name, form.Errors()))
}

// askPasskey asks the browser for a new key. js/passkey.js calls it.
func (r room) askPasskey(v *visit.Visit) error {
	options, ticket, err := r.Factors.AskNewPasskey(v.Context(), v.Actor, v.Session)
	if err != nil {
		return err
	}
	v.W.Header().Set("Tilltal-Ticket", ticket)
	return v.Bytes(http.StatusOK, "application/json", options)
}

// addPasskey keeps the key that the browser made.
func (r room) addPasskey(v *visit.Visit) error {
	_, err := r.Factors.AddPasskey(v.Context(), v.Actor, v.Session, v.Form("ticket"), v.Form("name"), []byte(v.R.PostFormValue("answer")))
	if hall.Mendable(err) {
		return r.showPasskey(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	if err := r.stronger(v, people.HowPasskey); err != nil {
		return err
	}
	return hall.See(v, path, passkeyAdded)
}

// renameForm asks what one of her passkeys shall be called from now on.
func (r room) renameForm(v *visit.Visit) error {
	factors, err := r.Factors.Factors(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, k := range factors.Passkeys {
		if k.ID == v.R.PathValue("id") {
			return r.showRename(v, hall.Filled(v, url.Values{"name": {k.Name}}))
		}
	}
	return fault.New(fault.NotFound, lingo.T("Inloggningsnyckeln finns inte.", "There is no such passkey."))
}

func (r room) showRename(v *visit.Visit, form hall.Form) error {
	f, err := r.Hall.Frame(v, "", renameTitle)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	return v.Page(form.Status(v), formPage(f, v.Say(renameLead), hall.Sheet{
		Action: v.R.URL.Path, Errors: form.Errors(), Back: path, Button: frame.ButtonView{Text: v.Say(renameSave), Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(frame.FieldView{Name: "name", Label: v.Say(passkeyName), Hint: v.Say(passkeyNameHint), Max: 60, Complete: "off"})}}},
	}))
}

// renamePasskey calls it that.
func (r room) renamePasskey(v *visit.Visit) error {
	err := r.Factors.RenamePasskey(v.Context(), v.Actor, v.Session, v.R.PathValue("id"), v.Form("name"))
	if hall.Mendable(err) {
		return r.showRename(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path, passkeyRenamed)
}

func (r room) removePasskey(v *visit.Visit) error {
	if err := r.Factors.RemovePasskey(v.Context(), v.Actor, v.Session, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, path, passkeyRemoved)
}

// stronger makes the session she sits in one that has shown more than a password.
func (r room) stronger(v *visit.Visit, how string) error {
	a := people.Attempt{Agent: v.R.UserAgent()}
	if r.Address != nil {
		a.Address = r.Address(v.R)
	}
	secret, err := r.Factors.Stronger(v.Context(), v.Actor, v.Session, how, a)
	if err == nil && secret != "" {
		web.SetSession(v, secret)
		v.Secret = secret
	}
	return err
}

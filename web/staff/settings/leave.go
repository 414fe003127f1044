package settings

import (
	"net/http"
	"strings"

	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// leaveForm asks before a colleague's access is ended, and tells which accounts she leaves.
func (r room) leaveForm(v *visit.Visit) error {
	d, err := r.People.Dossier(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	names, err := r.names(v.Context())
	if err != nil {
		return err
	}
	var owned []string
	for _, m := range d.Mandates {
		if m.Role == people.Owner && m.InForce(v.Now) {
			owned = append(owned, names[m.Account])
		}
	}
	text := leaveText
	if len(owned) > 0 {
		list := strings.Join(owned, ", ")
		text = lingo.Text{SV: leaveText.SV + "\n" + leaveOwned.Put(list).SV, EN: leaveText.EN + "\n" + leaveOwned.Put(list).EN}
	}
	f, err := r.Hall.Frame(v, frame.RoomSettings, leaveTitle.Put(d.Person.Name))
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, confirmPage(f, frame.ConfirmView{Title: f.Title, Text: text.In(v.Lang), Action: v.R.URL.Path,
		Button: v.Say(leaveButton), Danger: true, Back: peoplePath + "/" + d.Person.ID}))
}

// leave ends everything a colleague may do, at once.
func (r room) leave(v *visit.Visit) error {
	if err := r.People.Leave(v.Context(), v.Actor, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, peoplePath, hasLeft)
}

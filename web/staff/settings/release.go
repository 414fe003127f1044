package settings

import (
	"net/http"

	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// releaseForm asks before the second step and the passkeys of a colleague who has lost them are taken away: who rings and says
// that she has lost her telephone may be somebody else.
func (r room) releaseForm(v *visit.Visit) error {
	d, err := r.People.Dossier(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomSettings, releaseTitle.Put(d.Person.Name))
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, confirmPage(f, frame.ConfirmView{Title: f.Title, Text: v.Say(releaseText), Action: v.R.URL.Path,
		Button: v.Say(releaseDo), Danger: true, Back: peoplePath + "/" + d.Person.ID}))
}

// release takes away the second step and the passkeys of a colleague who has lost them.
func (r room) release(v *visit.Visit) error {
	if err := r.SignIn.Release(v.Context(), v.Actor, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, peoplePath+"/"+v.R.PathValue("id"), released)
}

var (
	releaseLink  = lingo.T("Har tappat telefonen …", "Has lost the phone …")
	releaseTitle = lingo.T("Ta bort andra steget för %s?", "Remove the second step of %s?")
	releaseText  = lingo.T("Andra steget, reservkoderna och alla inloggningsnycklar slutar gälla nu. Sedan räcker lösenordet, om rollen tillåter det. Försäkra dig först om att det är kollegan själv som ber dig: träffas, eller ring upp.\nDen som redan är inloggad förblir det. Har någon annan telefonen? Välj då också Logga ut överallt.",
		"The second step, the reserve codes and all passkeys stop working now. Then the password is enough, where the role allows it. First make sure that it is the colleague who asks you: meet, or ring back.\nWhoever is signed in already stays signed in. Does somebody else have the phone? Then choose Sign out everywhere too.")
	releaseDo = lingo.T("Ta bort andra steget", "Remove the second step")
	released  = lingo.T("Andra steget och inloggningsnycklarna är borttagna. Lösenordet räcker nu, om rollen tillåter det.", "The second step and the passkeys are removed. The password is enough now, where the role allows it.")
)

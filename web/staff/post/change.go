package post

import (
	"net/http"
	"net/url"
	"strings"

	"tilltal/desk/draft"
	lessons "tilltal/desk/lesson"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/lesson"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// changePage is a form about a post, with the post beside it.
type changePage struct {
	frame   frame.StaffFrame
	post    frame.PostView
	form    hall.Form
	back    string
	confirm frame.ConfirmView
}

// askCorrection asks the four things that a correction must say.
func (r *room) askCorrection(v *visit.Visit) error {
	p, _, err := r.load(v)
	if err != nil {
		return err
	}
	if p.Withdrawal != nil {
		return v.See(Path + p.ID)
	}
	return r.correction(v, p, hall.Filled(v, lesson.Start(v, lessons.WayCorrected, url.Values{"text": {p.Text()}})), http.StatusOK)
}

func (r *room) correction(v *visit.Visit, p publish.Post, f hall.Form, status int) error {
	out := changePage{post: viewOf(v, p), form: f, back: Path + p.ID}
	var err error
	if out.frame, err = r.Hall.Frame(v, frame.RoomWrite, correctTitle); err != nil {
		return err
	}
	out.frame.Errors = len(f.Errors())
	return v.Page(status, correctView(out))
}

// correct begins the correction as a draft, and opens it in the editor: a correction is read by the same checks and takes the
// same way out as any post.
func (r *room) correct(v *visit.Visit) error {
	p, _, err := r.load(v)
	if err != nil {
		return err
	}
	k := draft.Corrected{Wrong: v.Form("wrong"), Right: v.Form("right"), Why: v.Form("why"), Now: v.Form("now")}
	err = paper.Missing(k)
	if err == nil {
		var d draft.Draft
		if d, err = r.Posts.Correct(v.Context(), v.Actor, p.ID, k, newText(v, p)); err == nil {
			return hall.See(v, "/skriv/"+d.ID, correctBegun)
		}
	}
	if !hall.Mendable(err) {
		return err
	}
	f := hall.Again(v, err)
	return r.correction(v, p, f, f.Status(v))
}

// newText is what the post shall say instead; "" when she left it as it was.
func newText(v *visit.Visit, p publish.Post) string {
	text := strings.ReplaceAll(v.R.FormValue("text"), "\r\n", "\n")
	if strings.TrimSpace(text) == strings.TrimSpace(p.Text()) {
		return ""
	}
	return text
}

// askWithdrawal asks for the ground, and says what happens.
func (r *room) askWithdrawal(v *visit.Visit) error {
	p, _, err := r.load(v)
	if err != nil {
		return err
	}
	if p.Withdrawal != nil {
		return v.See(Path + p.ID)
	}
	return r.withdrawal(v, p, hall.Filled(v, lesson.Start(v, lessons.WayWithdrawn, nil)), http.StatusOK)
}

func (r *room) withdrawal(v *visit.Visit, p publish.Post, f hall.Form, status int) error {
	out := changePage{post: viewOf(v, p), form: f, back: Path + p.ID, confirm: frame.ConfirmView{Title: v.Say(withdrawTitle), Text: v.Say(withdrawText),
		Action: Path + p.ID + "/ta-bort", Button: v.Say(actWithdraw), Danger: true, Back: Path + p.ID}}
	var err error
	if out.frame, err = r.Hall.Frame(v, frame.RoomWrite, withdrawTitle); err != nil {
		return err
	}
	out.frame.Errors = len(f.Errors())
	return v.Page(status, withdrawView(out))
}

// withdraw takes the post off the square.
func (r *room) withdraw(v *visit.Visit) error {
	p, _, err := r.load(v)
	if err != nil {
		return err
	}
	_, err = r.Posts.Withdraw(v.Context(), v.Actor, p.ID, publish.Taking{Ground: v.Form("ground"), Reason: v.Form("reason"), Public: v.Form("public")})
	switch {
	case err == nil:
		return hall.See(v, Path+p.ID, withdrawDone)
	case !hall.Mendable(err):
		return err
	}
	f := hall.Again(v, err)
	return r.withdrawal(v, p, f, f.Status(v))
}

// groundView offers the grounds that there are. There is none called unpleasant.
func groundView(f hall.Form) frame.FieldView {
	view := frame.FieldView{Kind: frame.Cards, Name: "ground", Label: groundLabel.In(f.Lang())}
	for _, g := range publish.Grounds() {
		view.Options = append(view.Options, frame.Option{Value: g.ID, Label: g.Title.In(f.Lang()), Hint: g.Help.In(f.Lang())})
	}
	return f.Field(view)
}

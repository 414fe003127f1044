package shift

import (
	"errors"
	"mime/multipart"
	"net/http"
	"net/url"

	"tilltal/base/fault"
	"tilltal/base/picture"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// presentView is how one presents oneself, with how it looks on the square.
type presentView struct {
	shown   bool // citizens see it while she has a shift
	name    string
	unit    string
	words   string
	tongue  string // of the words
	picture string // address of the picture; "" for none
	alt     string
	fields  []frame.FieldView
	file    frame.FieldView
	after   []frame.FieldView
	errors  []frame.ErrorView
	kept    string // hash of the picture that is kept
	drop    *frame.FieldView
	saved   string // that a picture is kept and not shown
}

// mostPicture is how large the form with a picture may be while it is held in memory, in bytes; the rest goes to a file.
const mostPicture = 4 << 20

// presentation shows the form.
func (r *room) presentation(v *visit.Visit) error { return r.showPresent(v, nil) }

func (r *room) showPresent(v *visit.Visit, wrong error) error {
	now, err := r.Relay.Presentation(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	form := hall.Filled(v, url.Values{"words": {now.Words}, "alt": {now.Alt}})
	if now.Consent {
		form = hall.Filled(v, url.Values{"words": {now.Words}, "alt": {now.Alt}, "consent": {"1"}})
	}
	if wrong != nil {
		form = hall.Again(v, wrong)
	}
	p := v.Actor.Person
	view := presentView{shown: now.Consent, name: p.GivenName, unit: p.Unit, words: paper.Visible(now.Words), tongue: r.Hall.Tongue(v), alt: paper.Visible(now.Alt), errors: form.Errors(), kept: now.Picture}
	view.fields = []frame.FieldView{form.Field(frame.FieldView{Kind: frame.Area, Name: "words", Label: v.Say(presentWords), Hint: v.Say(presentWordsHint), Rows: 4, Max: 300, Optional: true, Speech: true})}
	view.file = form.Field(frame.FieldView{Kind: frame.File, Name: "picture", Label: v.Say(presentPicture), Hint: v.Say(presentPictureHint), Accept: "image/*", Optional: true})
	view.after = []frame.FieldView{
		form.Field(frame.FieldView{Name: "alt", Label: v.Say(presentAlt), Hint: v.Say(presentAltHint), Max: 300, Optional: true}),
		form.Field(frame.FieldView{Kind: frame.Tick, Name: "consent", Label: v.Say(consentLabel), Hint: v.Say(consentHint), Optional: true})}
	if now.Picture != "" {
		drop := form.Field(frame.FieldView{Kind: frame.Tick, Name: "drop", Label: v.Say(presentDrop), Optional: true})
		view.drop = &drop
		if now.Consent {
			view.picture = "/portratt/" + now.Picture
		} else {
			view.saved = v.Say(pictureKept)
		}
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, presentTitle)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), presentPath
	return v.Page(form.Status(v), presentPage(f, view))
}

// present keeps what she says of herself.
func (r *room) present(v *visit.Visit) error {
	if err := v.R.ParseMultipartForm(mostPicture); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return fault.New(fault.TooLarge, tooLarge).Because(err)
	}
	p, err := r.readPresentation(v)
	if err == nil {
		err = r.Relay.Present(v.Context(), v.Actor, p)
	}
	switch {
	case err == nil && p.Consent:
		return hall.See(v, presentPath, saidPresented)
	case err == nil:
		return hall.See(v, presentPath, saidHidden)
	case hall.Mendable(err):
		return r.showPresent(v, err)
	}
	return err
}

// readPresentation reads the form, and takes in the picture that came with it. Without a new one the old one stays.
func (r *room) readPresentation(v *visit.Visit) (shift.Presentation, error) {
	now, err := r.Relay.Presentation(v.Context(), v.Actor)
	if err != nil {
		return now, err
	}
	p := shift.Presentation{Words: v.Form("words"), Alt: v.Form("alt"), Consent: v.Form("consent") != "", Picture: now.Picture}
	if v.Form("drop") != "" {
		p.Picture = ""
	}
	if v.R.MultipartForm == nil {
		return p, nil
	}
	for _, file := range v.R.MultipartForm.File["picture"] {
		if file.Size == 0 {
			continue
		}
		portrait, err := r.portrait(v, file)
		if err != nil {
			return p, fault.Of(err).At("picture")
		}
		p.Picture = portrait.Hash
	}
	return p, nil
}

// portrait makes a picture fit to be shown, and keeps it.
func (r *room) portrait(v *visit.Visit, file *multipart.FileHeader) (shift.Portrait, error) {
	f, err := file.Open()
	if err != nil {
		return shift.Portrait{}, fault.Wrap("upload", err)
	}
	defer f.Close()
	data, err := picture.Read(f)
	if err != nil {
		return shift.Portrait{}, err
	}
	clean, err := picture.Clean(v.Context(), data)
	if err != nil {
		return shift.Portrait{}, err
	}
	x := clean.Preview
	return r.Relay.AddPortrait(v.Context(), v.Actor, shift.Portrait{Type: x.Type, Width: x.Width, Height: x.Height}, x.Bytes)
}

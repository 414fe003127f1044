package idea

import (
	"errors"
	"mime/multipart"
	"net/http"
	"net/url"
	"path"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/picture"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// formPage is the form, with the pictures that it has taken in already.
type formPage struct {
	frame    frame.StaffFrame
	form     hall.Form
	accounts []frame.Option
	pictures []kept
}

// kept is a picture that came with a form which is shown again: its bytes are ours, and only its description is asked for anew.
type kept struct{ hash, name string }

// blank asks for an idea.
func (r *room) blank(v *visit.Visit) error {
	return r.form(v, hall.Filled(v, url.Values{"nyckel": {ident.New(v.Now)}, "credit": {"1"}}), nil)
}

func (r *room) form(v *visit.Visit, f hall.Form, pictures []draft.Picture) error {
	p := formPage{form: f}
	open, err := r.open(v)
	if err != nil {
		return err
	}
	p.accounts = []frame.Option{{Value: "", Label: v.Say(anyAccount), Hint: v.Say(anyAccountHint), Chosen: f.Value("account") == ""}}
	for _, a := range open {
		p.accounts = append(p.accounts, frame.Option{Value: a.ID, Label: a.Name, Hint: a.Purpose, Chosen: f.Value("account") == a.ID})
	}
	for _, pic := range pictures {
		p.pictures = append(p.pictures, kept{pic.Hash, pic.Name})
	}
	if p.frame, err = r.Hall.Frame(v, "", newTitle); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = newPath, len(f.Errors())
	return v.Page(f.Status(v), formView(p))
}

// send sends the idea. A form that is to be mended keeps its pictures.
func (r *room) send(v *visit.Visit) error {
	if err := parse(v); err != nil {
		return err
	}
	pictures, err := r.takeAll(v)
	if err == nil {
		var i idea.Idea
		i, err = r.Ideas.Send(v.Context(), v.Actor, idea.Letter{ID: v.Form("nyckel"), Account: v.Form("account"), Text: v.R.FormValue("text"),
			Pictures: pictures, Credit: v.Form("credit") != ""})
		if err == nil {
			return hall.See(v, Path+"/"+i.ID, sent)
		}
	}
	if !hall.Mendable(err) && !fault.Is(err, fault.TooLarge) && !fault.Is(err, fault.Unreachable) {
		return err
	}
	return r.form(v, hall.Again(v, err), pictures)
}

// parse reads the form with its files.
func parse(v *visit.Visit) error {
	err := v.R.ParseMultipartForm(1 << 20)
	var large *http.MaxBytesError
	switch {
	case err == nil, errors.Is(err, http.ErrNotMultipart):
		return nil
	case errors.As(err, &large):
		return tooLarge.Because(err)
	}
	return notRead.Because(err)
}

var (
	tooLarge = fault.New(fault.TooLarge, lingo.T("Bilderna är för stora tillsammans.", "The pictures are too large together.")).
			Try(lingo.T("Skicka färre, eller mindre.", "Send fewer, or smaller ones."))
	notRead = fault.New(fault.Invalid, lingo.T("Formuläret kom inte fram helt.", "The form did not arrive whole.")).
		Try(lingo.T("Skicka det igen.", "Send it again."))
)

// takeAll returns the pictures that the form had already, and those that came with it now.
func (r *room) takeAll(v *visit.Visit) ([]draft.Picture, error) {
	var out []draft.Picture
	for _, hash := range v.R.Form["bild"] {
		out = append(out, draft.Picture{Hash: hash, Name: v.Form("namn-" + hash), Alt: v.Form("alt")})
	}
	if v.R.MultipartForm == nil {
		return out, nil
	}
	var wrong fault.List
	for _, file := range v.R.MultipartForm.File["picture"] {
		if file.Size == 0 && file.Filename == "" {
			continue
		}
		p, err := r.take(v, file)
		if err != nil {
			f := fault.Of(err)
			if f.Say.Empty() {
				return out, err
			}
			wrong = append(wrong, f.At("picture").Because(err))
			continue
		}
		out = append(out, p)
	}
	return out, wrong.OrNil()
}

// take makes one file fit to show and keeps it.
func (r *room) take(v *visit.Visit, file *multipart.FileHeader) (draft.Picture, error) {
	f, err := file.Open()
	if err != nil {
		return draft.Picture{}, fault.Wrap("upload", err)
	}
	defer f.Close()
	data, err := picture.Read(f)
	if err != nil {
		return draft.Picture{}, err
	}
	clean, err := picture.Clean(v.Context(), data)
	if err != nil {
		return draft.Picture{}, err
	}
	full := clean.Full
	p, err := r.Ideas.AddPicture(v.Context(), v.Actor, draft.Image{Type: full.Type, Width: full.Width, Height: full.Height, Data: full.Bytes, Name: shortName(file.Filename),
		Codes: clean.Codes, Faces: clean.Faces})
	p.Alt = v.Form("alt")
	return p, err
}

// shortName is a file's name without where it lay.
func shortName(name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	if r := []rune(name); len(r) > 80 {
		name = string(r[len(r)-80:])
	}
	return name
}

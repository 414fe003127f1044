package write

import (
	"context"
	"mime/multipart"
	"path"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/picture"
	"tilltal/desk/draft"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// takePictures takes in the files that came with the form, whichever button was pressed: a picture that she has chosen is
// never left behind because she forgot to add it.
func (r *room) takePictures(v *visit.Visit, w *work) error {
	if v.R.MultipartForm == nil || w.draft.Kind == draft.KindCorrection {
		return nil
	}
	var wrong fault.List
	for _, file := range v.R.MultipartForm.File[filesField] {
		if file.Size == 0 && file.Filename == "" {
			continue
		}
		p, clean, err := r.take(v, w.draft.Account, file)
		if err != nil {
			f := fault.Of(err)
			if !mendable(err) {
				return err
			}
			say := f.Say
			wrong = append(wrong, fault.New(f.Kind, lingo.T("%s: %s", "%s: %s").Put(shortName(file.Filename), say)).Try(f.Hint).At(filesField).Because(err))
			continue
		}
		w.sheet.add(p)
		tellOf(v, w, clean)
	}
	return wrong.OrNil()
}

// take makes one file fit to publish and keeps it.
func (r *room) take(v *visit.Visit, account string, file *multipart.FileHeader) (draft.Picture, picture.Picture, error) {
	clean, err := cleaned(v.Context(), file)
	if err != nil {
		return draft.Picture{}, clean, err
	}
	full := clean.Full
	p, err := r.Drafts.AddPicture(v.Context(), v.Actor, account,
		draft.Image{Type: full.Type, Width: full.Width, Height: full.Height, Data: full.Bytes, Name: shortName(file.Filename), Codes: clean.Codes, Faces: clean.Faces})
	return p, clean, err
}

func cleaned(ctx context.Context, file *multipart.FileHeader) (picture.Picture, error) {
	f, err := file.Open()
	if err != nil {
		return picture.Picture{}, fault.Wrap("upload", err)
	}
	defer f.Close()
	data, err := picture.Read(f)
	if err != nil {
		return picture.Picture{}, err
	}
	return picture.Clean(ctx, data)
}

// tellOf tells what the file said besides the picture, so that she learns what her telephone writes.
func tellOf(v *visit.Visit, w *work, p picture.Picture) {
	var said []string
	for _, t := range p.Removed {
		said = append(said, t.Text().In(v.Lang))
	}
	notes := ""
	if len(said) > 0 {
		notes = removedTraces.Put(strings.Join(said, ", ")).In(v.Lang)
	}
	for _, n := range p.Notes {
		notes = strings.TrimSpace(notes + " " + n.In(v.Lang))
	}
	if notes != "" {
		w.told = append(w.told, frame.NoticeView{Tone: frame.Good, Title: v.Say(pictureAdded), Text: notes, Alert: true})
	}
}

// shortName is a file's name without where it lay.
func shortName(name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	if r := []rune(name); len(r) > 80 {
		name = string(r[len(r)-80:])
	}
	return name
}

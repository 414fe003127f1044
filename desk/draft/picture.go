package draft

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// Image is a picture that has been read, turned and written anew by base/picture, so that nothing of what the camera added
// is left in it.
type Image struct {
	Type          string // image/jpeg, image/png or image/gif
	Width, Height int    // pixels
	Data          []byte
	Name          string   // as uploaded
	Codes         []string // what the QR and bar codes in it say
	Faces         int      // faces that can be seen in it
}

// AddPicture keeps the bytes of a picture, once however often it is added, and returns what to put among a content's
// Pictures. It asks for the right to write at an account; the draft itself changes when it is saved.
func (r *Room) AddPicture(ctx context.Context, a people.Actor, account string, i Image) (Picture, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.DraftWrite, account, now); err != nil {
		return Picture{}, err
	}
	p, err := i.Picture()
	if err != nil {
		return Picture{}, err
	}
	return p, r.store.KeepPicture(ctx, p, i.Data, now)
}

// Picture returns what is known of an image beside its bytes, or fault.Invalid at pictures when it is none that we can show.
func (i Image) Picture() (Picture, error) {
	if len(i.Data) == 0 || i.Width < 1 || i.Height < 1 || (i.Type != "image/jpeg" && i.Type != "image/png" && i.Type != "image/gif") {
		return Picture{}, fault.New(fault.Invalid, lingo.T("Det här är ingen bild som vi kan visa.", "This is not a picture that we can show.")).
			Try(lingo.T("Välj en bild i formatet JPEG, PNG, GIF eller WebP.", "Choose a picture in JPEG, PNG, GIF or WebP.")).At("pictures")
	}
	sum := sha256.Sum256(i.Data)
	p := Picture{Hash: hex.EncodeToString(sum[:]), Type: i.Type, Width: i.Width, Height: i.Height, Name: tidyLine(i.Name), Faces: i.Faces}
	lines := make([]string, len(i.Codes))
	for n, code := range i.Codes {
		lines[n] = tidyLine(code)
	}
	p.Codes = strings.Join(lines, "\n")
	return p, nil
}

// PictureData returns a picture of a draft, for those who may read the draft; fault.NotFound when its newest version has no
// such picture. What citizens may see is desk/publish's matter.
func (r *Room) PictureData(ctx context.Context, a people.Actor, id, hash string) (Picture, []byte, error) {
	d, err := r.Get(ctx, a, id)
	if err != nil {
		return Picture{}, nil, err
	}
	for _, p := range d.Latest.Content.Pictures {
		if p.Hash == hash {
			data, err := r.store.PictureData(ctx, hash)
			return p, data, err
		}
	}
	return Picture{}, nil, fault.New(fault.NotFound, lingo.T("Bilden finns inte i utkastet.", "The picture is not in the draft."))
}

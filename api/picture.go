package api

import (
	"bytes"
	"context"
	"net/http"

	"tilltal/base/picture"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// Added is a picture that was taken in.
type Added struct {
	Picture Picture  `json:"picture" doc:"Put it among a content's pictures, with a description"`
	Removed []string `json:"removed" nullable:"false" doc:"What the file carried besides the picture, and was taken out: where it was taken, by which telephone"`
	Notes   []string `json:"notes" nullable:"false" doc:"What you should know, such as that only the first picture of a moving one was kept"`
}

// sent is a picture on its way in.
type sent struct {
	Account string `query:"account" required:"true" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"The account that it is meant for"`
	Name    string `query:"name" maxLength:"300" doc:"The file's name"`
	RawBody []byte `contentType:"image/*"`
}

// shown is a picture's bytes.
type shown struct {
	Type string `header:"Content-Type"`
	Body []byte `contentType:"image/*"`
}

// byHash names a picture of a thing.
type byHash struct {
	ByID
	Hash string `path:"hash" pattern:"^[0-9a-f]{64}$" patternDescription:"a SHA-256 in hex"`
}

const pictureHelp = "The body is the file itself: JPEG, PNG, GIF or WebP, at most 16 MiB and 40 million pixels. It is drawn anew, so that nothing is left of what the camera added."

// takeIn draws a picture anew and keeps it, and says what was taken out of it.
func takeIn(ctx context.Context, file []byte, name string, keep func(draft.Image) (draft.Picture, error)) (*answer[Added], error) {
	data, err := picture.Read(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	clean, err := picture.Clean(ctx, data)
	if err != nil {
		return nil, err
	}
	f := clean.Full
	p, err := keep(draft.Image{Type: f.Type, Width: f.Width, Height: f.Height, Data: f.Bytes, Name: name, Codes: clean.Codes, Faces: clean.Faces})
	l := langOf(ctx)
	out := Added{Picture: seePicture(p), Removed: []string{}, Notes: []string{}}
	for _, trace := range clean.Removed {
		out.Removed = append(out.Removed, trace.Text().In(l))
	}
	for _, note := range clean.Notes {
		out.Notes = append(out.Notes, note.In(l))
	}
	return got(out, err)
}

// pictures adds how pictures come in and are seen.
func (r Rooms) pictures(a *API) {
	register(a, operation{Method: http.MethodPost, Path: "/pictures", ID: "add-picture", Right: people.DraftWrite, Status: http.StatusCreated, MaxBody: picture.MaxBytes + 1, Summary: "Take in a picture",
		Help: pictureHelp},
		func(ctx context.Context, who people.Actor, in *sent) (*answer[Added], error) {
			return takeIn(ctx, in.RawBody, in.Name, func(i draft.Image) (draft.Picture, error) { return r.Drafts.AddPicture(ctx, who, in.Account, i) })
		})
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/pictures/{hash}", ID: "get-picture", Right: people.DraftRead, Summary: "A picture of a draft's newest version"},
		func(ctx context.Context, who people.Actor, in *byHash) (*shown, error) {
			p, data, err := r.Drafts.PictureData(ctx, who, in.ID, in.Hash)
			if err != nil {
				return nil, err
			}
			return &shown{Type: p.Type, Body: data}, nil
		})
}

// Package picture takes in a picture that a person uploads and gives back one that is safe to publish. A photo from a
// telephone says more than it shows: where it was taken, the camera's serial number, who owns it, and often a small copy of
// how it looked before it was cropped. An officer who photographs a snowy street must not publish her home address with it
// (GDPR art. 5.1 c).
//
// So nothing of the file is kept but what can be seen. The picture is decoded, turned the right way up, scaled to what the
// networks take, and encoded anew; the new file is then read back, and one that still carried anything would be refused.
// What was taken out is reported, so that the person learns what her telephone writes.
//
// Only one picture is in work at a time, and one that would need more than a bounded amount of memory is refused from its
// header alone, before it is unpacked.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/picture/barcode"
	"tilltal/base/picture/face"
)

// The limits. A picture above one of the first two is refused; a picture above LongSide is scaled down.
const (
	MaxBytes    = 16 << 20   // of the uploaded file
	MaxPixels   = 40_000_000 // width times height
	LongSide    = 2560       // pixels of the longest side of what is published
	PreviewSide = 640        // pixels of the longest side of the preview
	maxMemory   = 256 << 20  // bytes that decoding may need
)

// File is a picture as it may be published.
type File struct {
	Bytes         []byte
	Type          string // image/jpeg or image/png
	Width, Height int    // pixels
}

// Picture is what came of an upload.
type Picture struct {
	Full    File         // at most LongSide
	Preview File         // at most PreviewSide
	Removed []Trace      // what the uploaded file carried besides the picture, in the order of the Trace constants
	Notes   []lingo.Text // what the person should know: that only the first frame of an animation was kept
	Codes   []string     // what the QR and bar codes in it say
	Faces   int          // faces that can be seen; who they are is nobody's matter here
}

// Read takes an upload from a form. More than MaxBytes is TooLarge, nothing at all is Invalid.
func Read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, fault.New(fault.Invalid, lingo.T("Vi fick inte hela bilden. Skicka den igen.", "We did not get the whole picture. Send it again.")).Because(err)
	case len(data) > MaxBytes:
		return nil, tooManyBytes()
	case len(data) == 0:
		return nil, fault.New(fault.Invalid, lingo.T("Filen är tom. Välj en annan bild.", "The file is empty. Choose another picture."))
	}
	return data, nil
}

// desk is the one place where a picture is worked on: two at once would need twice the memory.
var desk = make(chan struct{}, 1)

// Clean makes an upload fit to publish. It waits while another picture is in work, and gives up with the context. Faults:
// Invalid for what is no picture or one we do not take, TooLarge for one above the limits.
func Clean(ctx context.Context, data []byte) (Picture, error) {
	if len(data) > MaxBytes {
		return Picture{}, tooManyBytes()
	}
	form, err := sniff(data)
	if err != nil {
		return Picture{}, err
	}
	if err := measure(form, data); err != nil {
		return Picture{}, err
	}
	select {
	case desk <- struct{}{}:
		defer func() { <-desk }()
	case <-ctx.Done():
		return Picture{}, fault.New(fault.Unreachable, lingo.T("Vi hann inte med bilden. Försök igen om en stund.",
			"We did not get round to the picture. Try again in a while.")).Because(ctx.Err())
	}
	return work(form, data)
}

func work(form format, data []byte) (Picture, error) {
	img, err := form.decode(bytes.NewReader(data))
	if err != nil {
		return Picture{}, broken(err)
	}
	found := look(form, data)
	full := turn(shrink(img, LongSide), found.orientation)
	p := Picture{Removed: found.traces(), Notes: form.notes(data)}
	if p.Full, err = encode(full, form.photo(data)); err != nil {
		return Picture{}, err
	}
	if p.Preview, err = encode(shrink(full, PreviewSide), p.Full.Type == "image/jpeg"); err != nil {
		return Picture{}, err
	}
	p.Codes, p.Faces = barcode.Read(full), len(face.Find(full))
	for _, f := range []File{p.Full, p.Preview} {
		if HasMetadata(f.Bytes) {
			return Picture{}, fault.Wrap("picture", errors.New("the new file still carries metadata"))
		}
	}
	return p, nil
}

// measure refuses, from the header alone, what would be too large once unpacked.
func measure(form format, data []byte) error {
	config, err := form.config(bytes.NewReader(data))
	if err != nil {
		return broken(err)
	}
	if config.Width <= 0 || config.Height <= 0 {
		return broken(fmt.Errorf("a size of %d × %d", config.Width, config.Height))
	}
	pixels := int64(config.Width) * int64(config.Height)
	if pixels > MaxPixels || form.memory(config, data) > maxMemory {
		return fault.New(fault.TooLarge, lingo.T("Bilden är för stor: %d × %d bildpunkter.", "The picture is too large: %d × %d pixels.").Put(config.Width, config.Height)).
			Try(lingo.T("Spara den mindre, med högst 6 000 bildpunkter på längsta sidan.", "Save it smaller, with at most 6,000 pixels on the longest side."))
	}
	return nil
}

func tooManyBytes() error {
	return fault.New(fault.TooLarge, lingo.T("Bilden är större än 16 MB.", "The picture is larger than 16 MB.")).
		Try(lingo.T("Spara den mindre och skicka den igen.", "Save it smaller and send it again."))
}

func broken(err error) error {
	return fault.New(fault.Invalid, lingo.T("Bilden är skadad och går inte att öppna.", "The picture is damaged and cannot be opened.")).
		Try(lingo.T("Öppna den på din enhet, spara den som JPEG eller PNG och skicka den igen.",
			"Open it on your device, save it as JPEG or PNG and send it again.")).Because(err)
}

// opaque reports whether no part of the picture can be seen through.
func opaque(img image.Image) bool {
	o, ok := img.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

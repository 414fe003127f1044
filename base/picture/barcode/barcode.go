// Package barcode reads what the QR and bar codes in a picture say. A code is text that people cannot read and telephones can:
// a poster with somebody's number in it, a ticket with a booking, a shipping label with an address. What it says must be
// judged as if it had been written out (GDPR art. 5.1 c and f).
package barcode

import (
	"image"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"
	multi "github.com/makiuchi-d/gozxing/multi/qrcode"
	"github.com/makiuchi-d/gozxing/oned"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"
)

// The limits of what is read.
const (
	longest  = 1600 // pixels of the longest side that is looked at
	Most     = 10   // codes in one picture
	MostSaid = 2000 // bytes of one code's text
)

var hints = map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}

// Read returns what the codes in a picture say, each once, sorted. A picture without codes returns none. It reads QR codes,
// also several in one picture, Data Matrix, and the bar codes EAN-13, UPC-A, Code 128 and Code 39. The short bar codes (EAN-8,
// ITF) are let be: noise looks like them.
func Read(img image.Image) []string {
	said := map[string]bool{}
	for _, look := range []image.Image{fitted(img, longest), fitted(img, longest/3)} {
		for _, s := range read(look) {
			if s = tidy(s); s != "" && len(said) < Most {
				said[s] = true
			}
		}
	}
	out := make([]string, 0, len(said))
	for s := range said {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// read lets every reader look. The readers are another's code and meet whatever is uploaded: one that falls says nothing.
func read(img image.Image) (out []string) {
	each := func(do func() ([]*gozxing.Result, error)) {
		defer func() { _ = recover() }()
		found, err := do()
		if err != nil {
			return
		}
		for _, r := range found {
			out = append(out, r.GetText())
		}
	}
	light := gozxing.NewLuminanceSourceFromImage(img) // it looks at every point, so it is made once for all readers
	each(func() ([]*gozxing.Result, error) { return severalQR(light) })
	for _, reader := range []func() gozxing.Reader{
		func() gozxing.Reader { return qrcode.NewQRCodeReader() }, func() gozxing.Reader { return datamatrix.NewDataMatrixReader() },
		func() gozxing.Reader { return oned.NewEAN13Reader() }, func() gozxing.Reader { return oned.NewCode128Reader() },
		func() gozxing.Reader { return oned.NewCode39Reader() },
	} {
		each(func() ([]*gozxing.Result, error) {
			bits, err := gozxing.NewBinaryBitmap(gozxing.NewHybridBinarizer(light))
			if err != nil {
				return nil, err
			}
			r, err := reader().Decode(bits, hints)
			if err != nil {
				return nil, err
			}
			return []*gozxing.Result{r}, nil
		})
	}
	return out
}

func severalQR(light gozxing.LuminanceSource) ([]*gozxing.Result, error) {
	bits, err := gozxing.NewBinaryBitmap(gozxing.NewHybridBinarizer(light))
	if err != nil {
		return nil, err
	}
	return multi.NewQRCodeMultiReader().DecodeMultiple(bits, hints)
}

// fitted returns the picture with its longest side at most so long.
func fitted(img image.Image, most int) image.Image {
	b := img.Bounds()
	long := max(b.Dx(), b.Dy())
	if long <= most {
		return img
	}
	out := image.NewGray(image.Rect(0, 0, max(1, b.Dx()*most/long), max(1, b.Dy()*most/long)))
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, b, draw.Src, nil)
	return out
}

// tidy makes a code's text one that can be shown and kept.
func tidy(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\uFFFD")
	if len(s) > MostSaid {
		cut := MostSaid
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return strings.TrimSpace(s)
}

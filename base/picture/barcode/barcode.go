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
	"github.com/makiuchi-d/gozxing/aztec"
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
// also several in one picture and light on dark, Data Matrix, Aztec (tickets), and the bar codes EAN-13, UPC-A, Code 128, Code 93 and
// Code 39. The short bar codes (EAN-8, ITF) are let be: noise looks like them.
func Read(img image.Image) []string {
	said := map[string]bool{}
	large, small := fitted(img, longest), fitted(img, longest/3)
	for _, found := range [][]string{read(large, []image.Image{large}), read(small, parts(small))} {
		for _, s := range found {
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

// read lets every reader look, two of them at parts of the picture. The readers are another's code and meet whatever is uploaded: one that falls says nothing.
func read(img image.Image, parts []image.Image) (out []string) {
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
	each(func() ([]*gozxing.Result, error) { return severalQR(gozxing.NewInvertedLuminanceSource(light)) })
	one := func(reader gozxing.Reader, light gozxing.LuminanceSource) {
		each(func() ([]*gozxing.Result, error) {
			bits, err := gozxing.NewBinaryBitmap(gozxing.NewHybridBinarizer(light))
			if err != nil {
				return nil, err
			}
			r, err := reader.Decode(bits, hints)
			if err != nil {
				return nil, err
			}
			return []*gozxing.Result{r}, nil
		})
	}
	one(qrcode.NewQRCodeReader(), light)
	for _, reader := range []gozxing.Reader{oned.NewEAN13Reader(), oned.NewCode128Reader(), oned.NewCode39Reader(), oned.NewCode93Reader()} {
		one(reader, light)
	}
	for _, part := range parts { // these two look for a code in the middle of what they are given
		light := gozxing.NewLuminanceSourceFromImage(part)
		one(datamatrix.NewDataMatrixReader(), light)
		one(aztec.NewAztecReader(), light)
	}
	return out
}

// parts are the picture and overlapping pieces of it, a third and two thirds as wide, so that a code anywhere stands in the middle of
// one.
func parts(img image.Image) []image.Image {
	out := []image.Image{img}
	cut, ok := img.(interface {
		SubImage(r image.Rectangle) image.Image
	})
	b := img.Bounds()
	for _, thirds := range []int{1, 2} {
		w, h := b.Dx()*thirds/3, b.Dy()*thirds/3
		if !ok || w < fewestPixels || h < fewestPixels {
			continue
		}
		for y := b.Min.Y; y+h <= b.Max.Y; y += b.Dy() / 15 {
			for x := b.Min.X; x+w <= b.Max.X; x += b.Dx() / 15 {
				out = append(out, cut.SubImage(image.Rect(x, y, x+w, y+h)))
			}
		}
	}
	return out
}

// fewestPixels is the side of a part below which no code can be read in it.
const fewestPixels = 40

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

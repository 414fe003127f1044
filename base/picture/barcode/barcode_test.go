package barcode

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"
	"github.com/makiuchi-d/gozxing/oned"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// poster is a white picture with codes on it.
func poster(t testing.TB, w, h int, at map[image.Point]image.Image) image.Image {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(p, p.Bounds(), image.NewUniform(color.RGBA{250, 246, 240, 255}), image.Point{}, draw.Src)
	for corner, code := range at {
		draw.Draw(p, code.Bounds().Add(corner), code, image.Point{}, draw.Src)
	}
	return p
}

func made(t testing.TB, w gozxing.Writer, format gozxing.BarcodeFormat, text string, width, height int) image.Image {
	t.Helper()
	m, err := w.Encode(text, format, width, height, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func qr(t testing.TB, text string, size int) image.Image {
	return made(t, qrcode.NewQRCodeWriter(), gozxing.BarcodeFormat_QR_CODE, text, size, size)
}

func TestCodesAreRead(t *testing.T) {
	for name, c := range map[string]struct {
		picture image.Image
		says    string
	}{
		"a QR code":                {poster(t, 900, 600, map[image.Point]image.Image{{100, 100}: qr(t, "https://example.se/å?a=1", 220)}), "https://example.se/å?a=1"},
		"two QR codes":             {poster(t, 1200, 600, map[image.Point]image.Image{{60, 80}: qr(t, "tel:+46701740605", 260), {800, 200}: qr(t, "MATMSG:TO:a@example.se;;", 260)}), "MATMSG:TO:a@example.se;;|tel:+46701740605"},
		"a large poster":           {poster(t, 4000, 3000, map[image.Point]image.Image{{1500, 900}: qr(t, "850709-9805", 700)}), "850709-9805"},
		"an EAN":                   {poster(t, 800, 500, map[image.Point]image.Image{{200, 150}: made(t, oned.NewEAN13Writer(), gozxing.BarcodeFormat_EAN_13, "7310865004703", 400, 160)}), "7310865004703"},
		"a Code 128":               {poster(t, 900, 500, map[image.Point]image.Image{{150, 150}: made(t, oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, "Anna 850709-9805", 600, 140)}), "Anna 850709-9805"},
		"light on dark":            {inverted(poster(t, 900, 600, map[image.Point]image.Image{{100, 100}: qr(t, "850709-9805", 300)})), "850709-9805"},
		"a QR code on its side":    {turned(poster(t, 900, 600, map[image.Point]image.Image{{100, 100}: qr(t, "https://example.se", 300)})), "https://example.se"},
		"a bar code on its side":   {turned(poster(t, 900, 500, map[image.Point]image.Image{{150, 150}: made(t, oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128, "850709-9805", 600, 140)})), "850709-9805"},
		"a Code 39":                {poster(t, 1100, 500, map[image.Point]image.Image{{150, 150}: made(t, oned.NewCode39Writer(), gozxing.BarcodeFormat_CODE_39, "850709-9805", 800, 140)}), "850709-9805"},
		"a Code 93":                {poster(t, 1100, 500, map[image.Point]image.Image{{150, 150}: made(t, oned.NewCode93Writer(), gozxing.BarcodeFormat_CODE_93, "850709-9805", 800, 140)}), "850709-9805"},
		"a Data Matrix":            {poster(t, 700, 500, map[image.Point]image.Image{{150, 150}: made(t, datamatrix.NewDataMatrixWriter(), gozxing.BarcodeFormat_DATA_MATRIX, "850709-9805", 200, 200)}), "850709-9805"},
		"a small code far off":     {poster(t, 2560, 1920, map[image.Point]image.Image{{1700, 1200}: qr(t, "https://example.se", 110)}), "https://example.se"},
		"no code":                  {poster(t, 400, 300, nil), ""},
		"a picture of one pixel":   {poster(t, 1, 1, nil), ""},
		"a picture without pixels": {image.NewGray(image.Rectangle{}), ""},
	} {
		if got := strings.Join(Read(c.picture), "|"); got != c.says {
			t.Errorf("%s says %q, want %q", name, got, c.says)
		}
	}
}

func inverted(img image.Image) image.Image {
	out := image.NewGray(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			out.SetGray(x, y, color.Gray{Y: 255 - color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y})
		}
	}
	return out
}

// turned lays a picture on its side.
func turned(img image.Image) image.Image {
	b := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dy(), b.Dx()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.Set(b.Dy()-1-y, x, img.At(x, y))
		}
	}
	return out
}

func TestNoiseSaysNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 6 {
		g := image.NewGray(image.Rect(0, 0, 500, 400))
		for i := range g.Pix {
			g.Pix[i] = uint8(r.IntN(256))
		}
		if got := Read(g); len(got) > 0 {
			t.Errorf("noise says %q", got)
		}
	}
}

func TestTidy(t *testing.T) {
	long := strings.Repeat("å", MostSaid)
	if got := tidy(" " + long); len(got) > MostSaid || strings.Contains(got, "\uFFFD") {
		t.Errorf("%d bytes", len(got))
	}
	if got := tidy("a\x00\xff"); got != "a\uFFFD" {
		t.Errorf("%q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("1234567890"), uint8(10))
	f.Fuzz(func(t *testing.T, pixels []byte, width uint8) {
		w := int(width)%64 + 1
		g := image.NewGray(image.Rect(0, 0, w, len(pixels)/w%64))
		copy(g.Pix, pixels)
		if a, b := Read(g), Read(g); !slices.Equal(a, b) {
			t.Errorf("%q and %q", a, b)
		}
	})
}

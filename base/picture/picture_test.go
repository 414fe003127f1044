package picture_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"pgregory.net/rapid"

	"tilltal/base/fault"
	"tilltal/base/picture"
)

func clean(t testing.TB, data []byte) picture.Picture {
	t.Helper()
	p, err := picture.Clean(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []picture.File{p.Full, p.Preview} {
		if picture.HasMetadata(f.Bytes) || len(picture.Traces(f.Bytes)) > 0 {
			t.Errorf("the new file carries %v", picture.Traces(f.Bytes))
		}
		c, _, err := image.DecodeConfig(bytes.NewReader(f.Bytes))
		if err != nil || c.Width != f.Width || c.Height != f.Height {
			t.Errorf("said %d × %d, is %d × %d, %v", f.Width, f.Height, c.Width, c.Height, err)
		}
	}
	return p
}

// A photo as a telephone writes it: everything is told, everything goes.
func TestATelephonesPhoto(t *testing.T) {
	tiff := exif(binary.BigEndian, []tag{{0x010F, 0}, {0x0112, 6}, {0x0132, 0}, {0x8825, 200}, {0x8298, 0}, {0xA431, 7}}, []tag{{0x0201, 300}})
	data := exifSegment(asJPEG(t, corners(64, 48)), tiff)
	data = segment(data, 0xE1, []byte("http://ns.adobe.com/xap/1.0/\x00<mwg-rs:Regions>"))
	data = segment(data, 0xE2, []byte("ICC_PROFILE\x00\x01\x01"))
	data = segment(data, 0xED, []byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x08\x1c\x02\x78\x00\x03Hej"))
	data = segment(data, 0xFE, []byte("från Ulla"))
	data = append(data, "ftypmp42 a film"...)
	if !picture.HasMetadata(data) {
		t.Fatal("nothing found in the original")
	}
	p := clean(t, data)
	want := []picture.Trace{picture.Place, picture.Person, picture.Owner, picture.Serial, picture.Thumbnail, picture.Moment, picture.Camera,
		picture.Caption, picture.Tail, picture.Colour, picture.Other}
	if !slices.Equal(p.Removed, want) {
		t.Errorf("removed %v, want %v", p.Removed, want)
	}
	if p.Full.Width != 48 || p.Full.Height != 64 || p.Full.Type != "image/jpeg" {
		t.Errorf("turned to %d × %d, %s", p.Full.Width, p.Full.Height, p.Full.Type)
	}
	for _, trace := range p.Removed {
		if trace.Text().SV == "" || trace.Text().EN == "" {
			t.Errorf("trace %d has no name", trace)
		}
	}
	for _, secret := range []string{"Ulla", "Hej", "Exif", "Regions", "film", "ICC"} {
		if bytes.Contains(p.Full.Bytes, []byte(secret)) || bytes.Contains(p.Preview.Bytes, []byte(secret)) {
			t.Errorf("%q is still there", secret)
		}
	}
}

// The eight ways a camera can lie: where the red corner of the sensor ends up, and what is to the right of it.
func TestOrientation(t *testing.T) {
	const w, h = 40, 24
	for orientation, c := range map[int]struct {
		turned         bool
		redRight, down bool // the red corner is at the right, at the bottom
	}{
		1: {false, false, false}, 2: {false, true, false}, 3: {false, true, true}, 4: {false, false, true},
		5: {true, false, false}, 6: {true, true, false}, 7: {true, true, true}, 8: {true, false, true},
	} {
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			tiff := exif(order, []tag{{0x0112, uint32(orientation)}}, nil)
			for name, data := range map[string][]byte{
				"JPEG": exifSegment(asJPEG(t, corners(w, h)), tiff),
				"PNG":  chunk(asPNG(t, corners(w, h)), "eXIf", tiff),
			} {
				p := clean(t, data)
				if turned := p.Full.Width == h && p.Full.Height == w; turned != c.turned {
					t.Errorf("%s %d is %d × %d", name, orientation, p.Full.Width, p.Full.Height)
				}
				img, _, err := image.Decode(bytes.NewReader(p.Full.Bytes))
				if err != nil {
					t.Fatal(err)
				}
				x, y := 2, 2
				if c.redRight {
					x = p.Full.Width - 3
				}
				if c.down {
					y = p.Full.Height - 3
				}
				if r, g, b, _ := img.At(x, y).RGBA(); r>>8 < 200 || g>>8 > 60 || b>>8 > 60 {
					t.Errorf("%s %d: the red corner is not at %d,%d", name, orientation, x, y)
				}
			}
		}
	}
}

func TestLargeIsScaledDown(t *testing.T) {
	p := clean(t, asJPEG(t, corners(4000, 3000)))
	if p.Full.Width != 2560 || p.Full.Height != 1920 || p.Preview.Width != 640 || p.Preview.Height != 480 {
		t.Errorf("%d × %d and %d × %d", p.Full.Width, p.Full.Height, p.Preview.Width, p.Preview.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(p.Preview.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []image.Point{{10, 10}, {630, 10}, {10, 470}, {630, 470}} {
		want := corner(at.X < 320, at.Y < 240)
		r, g, b, _ := img.At(at.X, at.Y).RGBA()
		if far(r, want.R) || far(g, want.G) || far(b, want.B) {
			t.Errorf("at %v the preview is %d %d %d", at, r>>8, g>>8, b>>8)
		}
	}
}

func far(got uint32, want uint8) bool {
	return max(int(got>>8), int(want))-min(int(got>>8), int(want)) > 12
}

// Whatever the size and the orientation: nothing is left in the file, the limits hold, the proportions stay.
func TestCleanProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.IntRange(1, 900).Draw(rt, "w"), rapid.IntRange(1, 900).Draw(rt, "h")
		orientation := rapid.Uint32Range(0, 9).Draw(rt, "orientation")
		data := exifSegment(asJPEG(t, image.NewGray(image.Rect(0, 0, w, h))), exif(binary.BigEndian, []tag{{0x0112, orientation}, {0x8825, 1}}, nil))
		p := clean(t, data)
		if orientation >= 5 && orientation <= 8 {
			w, h = h, w
		}
		if p.Full.Width != w || p.Full.Height != h || max(p.Preview.Width, p.Preview.Height) != min(640, max(w, h)) {
			rt.Fatalf("%d × %d became %+v and %+v", w, h, p.Full, p.Preview)
		}
		if (w > h) != (p.Preview.Width > p.Preview.Height) && w > h+1 {
			rt.Fatalf("%d × %d lies down as %d × %d", w, h, p.Preview.Width, p.Preview.Height)
		}
	})
}

func TestDrawingsStayPNG(t *testing.T) {
	p := clean(t, chunk(chunk(asPNG(t, corners(100, 80)), "tEXt", []byte("Author\x00Ulla")), "tIME", make([]byte, 7)))
	if p.Full.Type != "image/png" || !slices.Equal(p.Removed, []picture.Trace{picture.Owner, picture.Moment}) {
		t.Errorf("%s, removed %v", p.Full.Type, p.Removed)
	}
	glass := image.NewNRGBA(image.Rect(0, 0, 900, 900)) // heavy noise that can be seen through stays PNG; opaque becomes JPEG
	random := rand.NewChaCha8([32]byte{1})
	if _, err := io.ReadFull(random, glass.Pix); err != nil {
		t.Fatal(err)
	}
	if p := clean(t, asPNG(t, glass)); p.Full.Type != "image/png" {
		t.Errorf("what can be seen through became %s", p.Full.Type)
	}
	for i := 3; i < len(glass.Pix); i += 4 {
		glass.Pix[i] = 255
	}
	if p := clean(t, asPNG(t, glass)); p.Full.Type != "image/jpeg" || p.Preview.Type != "image/jpeg" {
		t.Errorf("a heavy photo stayed %s", p.Full.Type)
	}
}

func TestGIFKeepsItsFirstFrame(t *testing.T) {
	if p := clean(t, asGIF(t, 1)); len(p.Notes) != 0 || p.Full.Type != "image/png" {
		t.Errorf("a still GIF: %+v", p.Notes)
	}
	p := clean(t, asGIF(t, 3))
	if len(p.Notes) != 1 || p.Notes[0].EN == "" {
		t.Errorf("notes %v", p.Notes)
	}
	img, _, err := image.Decode(bytes.NewReader(p.Full.Bytes))
	if err != nil || img.At(0, 0) != color.Color(color.RGBA{255, 255, 255, 255}) {
		t.Errorf("the first frame is not the one kept: %v, %v", img.At(0, 0), err)
	}
	apng := chunk(asPNG(t, corners(8, 8)), "acTL", []byte{0, 0, 0, 2, 0, 0, 0, 0})
	if p := clean(t, apng); len(p.Notes) != 1 {
		t.Errorf("an animated PNG: notes %v", p.Notes)
	}
	comment := bytes.Replace(asGIF(t, 2), []byte("\x21\xF9"), []byte("\x21\xFE\x04Ulla\x00\x21\xF9"), 1)
	if p := clean(t, comment); !slices.Equal(p.Removed, []picture.Trace{picture.Caption}) {
		t.Errorf("removed %v", p.Removed)
	}
}

func TestWebP(t *testing.T) {
	data := addRIFF(tinyWebP(t), "EXIF", exif(binary.LittleEndian, []tag{{0x8825, 1}}, nil))
	data = addRIFF(data, "XMP ", []byte("<dc:creator>"))
	if p := clean(t, data); p.Full.Width != 1 || !slices.Equal(p.Removed, []picture.Trace{picture.Place, picture.Owner, picture.Camera, picture.Other}) {
		t.Errorf("removed %v", p.Removed)
	}
	if picture.HasMetadata(tinyWebP(t)) {
		t.Error("a bare WebP is said to carry metadata")
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		kind fault.Kind
		say  string
	}{
		"HEIC":             {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), fault.Invalid, "HEIC"},
		"AVIF":             {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), fault.Invalid, "AVIF"},
		"a film":           {[]byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00"), fault.Invalid, "film"},
		"SVG":              {[]byte("<?xml version='1.0'?>\n<SVG xmlns='http://www.w3.org/2000/svg'>"), fault.Invalid, "SVG"},
		"a PDF":            {[]byte("%PDF-1.7"), fault.Invalid, "PDF"},
		"a document":       {[]byte("PK\x03\x04word/"), fault.Invalid, "dokument"},
		"an old document":  {[]byte("\xd0\xcf\x11\xe0\xa1\xb1"), fault.Invalid, "dokument"},
		"a TIFF":           {[]byte("II*\x00\x08\x00\x00\x00"), fault.Invalid, "TIFF"},
		"a raw photo":      {[]byte("MM\x00*\x00\x00\x00\x08"), fault.Invalid, "TIFF"},
		"a BMP":            {[]byte("BM\x36\x00"), fault.Invalid, "BMP"},
		"a JPEG XL":        {[]byte("\xff\x0a\xfa"), fault.Invalid, "JPEG XL"},
		"a WebM":           {[]byte("\x1aE\xdf\xa3"), fault.Invalid, "film"},
		"a page":           {[]byte("<!doctype html><p>"), fault.Invalid, "ingen bild"},
		"nothing":          {nil, fault.Invalid, "ingen bild"},
		"an animated WebP": {addRIFF(tinyWebP(t), "ANIM", make([]byte, 6)), fault.Invalid, "rörlig"},
		"a torn JPEG":      {asJPEG(t, corners(64, 64))[:300], fault.Invalid, "skadad"},
		"a torn PNG":       {asPNG(t, corners(64, 64))[:60], fault.Invalid, "skadad"},
		"a size bomb":      {bomb(60000, 60000, 2, 0), fault.TooLarge, "60000 × 60000"},
		"41 megapixels":    {bomb(41000, 1000, 0, 0), fault.TooLarge, "för stor"},
		"a deep bomb":      {bomb(6300, 6300, 6, 1), fault.TooLarge, "för stor"},
		"too many bytes":   {make([]byte, picture.MaxBytes+1), fault.TooLarge, "16 MB"},
	} {
		_, err := picture.Clean(context.Background(), c.data)
		f := fault.Of(err)
		if !fault.Is(err, c.kind) || !strings.Contains(f.Say.SV, c.say) || f.Say.EN == "" || f.Hint.Empty() {
			t.Errorf("%s: %v", name, err)
		}
		if !picture.HasMetadata(c.data) && f.Kind == fault.Invalid {
			t.Errorf("%s is said to be clean", name)
		}
	}
}

// bomb is a PNG header that promises much and delivers nothing.
func bomb(w, h uint32, colour, depth16 byte) []byte {
	header := make([]byte, 13)
	binary.BigEndian.PutUint32(header, w)
	binary.BigEndian.PutUint32(header[4:], h)
	header[8], header[9] = 8*(1+depth16), colour
	return append([]byte("\x89PNG\r\n\x1a\n"), chunk(make([]byte, 33), "IHDR", header)[33:]...)
}

func TestAProgressiveBombIsRefused(t *testing.T) {
	data := asJPEG(t, corners(16, 16))
	at := bytes.Index(data, []byte{0xFF, 0xC0})
	big := bytes.Clone(data)
	binary.BigEndian.PutUint16(big[at+5:], 6300)
	binary.BigEndian.PutUint16(big[at+7:], 6300)
	if _, err := picture.Clean(context.Background(), big); !fault.Is(err, fault.Invalid) {
		t.Errorf("a baseline file of 39 megapixels without its pixels: %v", err)
	}
	big[at+1] = 0xC2
	if _, err := picture.Clean(context.Background(), big); !fault.Is(err, fault.TooLarge) {
		t.Errorf("a progressive file of 39 megapixels: %v", err)
	}
}

func TestGivesUpWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range 20 { // the choice between a free desk and a spent context is free: a spent one must never hang
		if _, err := picture.Clean(ctx, asGIF(t, 1)); err != nil && !fault.Is(err, fault.Unreachable) {
			t.Fatal(err)
		}
	}
}

func TestRead(t *testing.T) {
	if b, err := picture.Read(strings.NewReader("abc")); err != nil || string(b) != "abc" {
		t.Errorf("%q, %v", b, err)
	}
	if _, err := picture.Read(io.LimitReader(zeros{}, picture.MaxBytes+10)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("too much: %v", err)
	}
	if _, err := picture.Read(strings.NewReader("")); !fault.Is(err, fault.Invalid) {
		t.Errorf("nothing: %v", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func FuzzClean(f *testing.F) {
	f.Add(exifSegment(asJPEG(f, corners(8, 8)), exif(binary.BigEndian, []tag{{0x0112, 6}, {0x8769, 8}}, []tag{{0x0201, 3}})))
	f.Add(chunk(asPNG(f, corners(8, 8)), "eXIf", exif(binary.LittleEndian, []tag{{0x8825, 1}}, nil)))
	f.Add(asGIF(f, 2))
	f.Add(addRIFF(tinyWebP(f), "EXIF", []byte("MM\x00*\x00\x00\x00\x08\xff\xff")))
	f.Add([]byte("\x00\x00\x00\x18ftypheic"))
	f.Fuzz(func(t *testing.T, data []byte) {
		picture.HasMetadata(data)
		picture.Traces(data)
		c, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err == nil && c.Width*c.Height > 1<<20 {
			return // slow, and no other code
		}
		p, err := picture.Clean(context.Background(), data)
		if err != nil {
			if k := fault.KindOf(err); k != fault.Invalid && k != fault.TooLarge {
				t.Fatal(err)
			}
			return
		}
		if picture.HasMetadata(p.Full.Bytes) || picture.HasMetadata(p.Preview.Bytes) {
			t.Fatal("metadata got through")
		}
	})
}

// TestCodesAndFacesAreTold draws a QR code as a person would photograph it, and reads what the upload says of it.
func TestCodesAndFacesAreTold(t *testing.T) {
	code, err := qrcode.NewQRCodeWriter().Encode("https://example.se/vinter", gozxing.BarcodeFormat_QR_CODE, 300, 300, nil)
	if err != nil {
		t.Fatal(err)
	}
	poster := image.NewRGBA(image.Rect(0, 0, 800, 600))
	draw.Draw(poster, poster.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(poster, code.Bounds().Add(image.Pt(250, 150)), code, image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, poster, nil); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Clean(t.Context(), b.Bytes())
	if err != nil || len(p.Codes) != 1 || p.Codes[0] != "https://example.se/vinter" || p.Faces != 0 {
		t.Errorf("%q, %d faces, %v", p.Codes, p.Faces, err)
	}
}

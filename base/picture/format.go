package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// format is a kind of picture file that we take. It is told by the file's first bytes: names and declared types lie.
type format int

const (
	jpegFormat format = iota + 1
	pngFormat
	gifFormat
	webpFormat
)

// sniff tells the format. What we know but do not take is refused with advice on what to do.
func sniff(data []byte) (format, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return jpegFormat, nil
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return pngFormat, nil
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return gifFormat, nil
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		if animatedWebP(data) {
			return 0, refuse(lingo.T("Bilden är en rörlig WebP.", "The picture is an animated WebP."),
				lingo.T("Spara den som stillbild, som JPEG eller PNG, och skicka den igen.", "Save it as a still, as JPEG or PNG, and send it again."))
		}
		return webpFormat, nil
	}
	return 0, refusal(data)
}

// refusal says what the file seems to be, and what to do about it.
func refusal(data []byte) error {
	if len(data) >= 12 && string(data[4:8]) == "ftyp" {
		switch string(data[8:12]) {
		case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1":
			return refuse(lingo.T("Bilden är i formatet HEIC, som många inte kan öppna.", "The picture is in HEIC format, which many cannot open."),
				lingo.T("Dela den från telefonen som JPEG. På en Iphone: Inställningar, Kamera, Format, Mest kompatibelt.",
					"Share it from the phone as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible."))
		case "avif", "avis":
			return refuse(lingo.T("Bilden är i formatet AVIF, som vi inte tar emot.", "The picture is in AVIF format, which we do not take."), saveAs)
		}
		return refuse(lingo.T("Filen ser ut att vara en film.", "The file seems to be a film."), lingo.T("Välj en bild i stället.", "Choose a picture instead."))
	}
	head := bytes.ToLower(data[:min(len(data), 1024)])
	if bytes.Contains(head, []byte("<svg")) {
		return refuse(lingo.T("Bilden är i formatet SVG, som kan innehålla program.", "The picture is in SVG format, which can contain programs."), saveAs)
	}
	for _, other := range others {
		if bytes.HasPrefix(data, []byte(other.begins)) {
			return refuse(other.say, other.hint)
		}
	}
	return refuse(lingo.T("Filen är ingen bild som vi kan ta emot.", "The file is not a picture that we can take."), saveAs)
}

// others are files that people send for pictures, by their first bytes.
var others = []struct {
	begins    string
	say, hint lingo.Text
}{
	{"%PDF-", lingo.T("Filen är en PDF.", "The file is a PDF."), lingo.T("Spara sidan som bild, som PNG, eller ta en skärmbild av den. Skriv texten i inlägget också.", "Save the page as a picture, as PNG, or take a screenshot of it. Write the words in the post too.")},
	{"PK\x03\x04", lingo.T("Filen är ett dokument eller en zip-fil.", "The file is a document or a zip file."), lingo.T("Spara bilden för sig, som JPEG eller PNG, och skicka den.", "Save the picture by itself, as JPEG or PNG, and send it.")},
	{"\xd0\xcf\x11\xe0", lingo.T("Filen är ett dokument.", "The file is a document."), lingo.T("Spara bilden för sig, som JPEG eller PNG, och skicka den.", "Save the picture by itself, as JPEG or PNG, and send it.")},
	{"II*\x00", tiff, saveAs}, {"MM\x00*", tiff, saveAs},
	{"BM", lingo.T("Bilden är i formatet BMP, som vi inte tar emot.", "The picture is in BMP format, which we do not take."), saveAs},
	{"\xff\x0a", jxl, saveAs}, {"\x00\x00\x00\x0cJXL ", jxl, saveAs},
	{"\x1aE\xdf\xa3", lingo.T("Filen ser ut att vara en film.", "The file seems to be a film."), lingo.T("Välj en bild i stället.", "Choose a picture instead.")},
}

var (
	tiff = lingo.T("Bilden är i formatet TIFF eller rått från kameran, som vi inte tar emot.", "The picture is in TIFF format or raw from the camera, which we do not take.")
	jxl  = lingo.T("Bilden är i formatet JPEG XL, som vi inte tar emot.", "The picture is in JPEG XL format, which we do not take.")
)

var saveAs = lingo.T("Spara den som JPEG eller PNG och skicka den igen.", "Save it as JPEG or PNG and send it again.")

func refuse(say, hint lingo.Text) error { return fault.New(fault.Invalid, say).Try(hint) }

func (f format) decode(r io.Reader) (image.Image, error) {
	switch f {
	case jpegFormat:
		return jpeg.Decode(r)
	case pngFormat:
		return png.Decode(r)
	case gifFormat:
		return gif.Decode(r) // the first frame
	}
	return webp.Decode(r)
}

func (f format) config(r io.Reader) (image.Config, error) {
	switch f {
	case jpegFormat:
		return jpeg.DecodeConfig(r)
	case pngFormat:
		return png.DecodeConfig(r)
	case gifFormat:
		return gif.DecodeConfig(r)
	}
	return webp.DecodeConfig(r)
}

// memory returns how many bytes decoding will need, as the decoders are built; somewhat too much rather than too little.
func (f format) memory(c image.Config, data []byte) int64 {
	pixels := int64(c.Width) * int64(c.Height)
	switch f {
	case jpegFormat:
		return jpegMemory(pixels, data)
	case gifFormat:
		return pixels
	case webpFormat:
		return 6 * pixels
	}
	perPixel := int64(4)
	switch c.ColorModel {
	case color.GrayModel:
		perPixel = 1
	case color.Gray16Model:
		perPixel = 2
	case color.RGBA64Model, color.NRGBA64Model:
		perPixel = 8
	}
	if len(data) > 28 && data[28] == 1 { // interlaced: each pass is a picture of its own, the last of half the size
		return perPixel * pixels * 3 / 2
	}
	return perPixel * pixels
}

// photo reports whether the file was made by a method that loses detail, as photographs are: the new one may then do so too.
func (f format) photo(data []byte) bool {
	return f == jpegFormat || (f == webpFormat && bytes.Contains(data[:min(len(data), 64)], []byte("VP8 ")))
}

// notes tells the person what of an animation was kept.
func (f format) notes(data []byte) []lingo.Text {
	moving := (f == gifFormat && animatedGIF(data)) || (f == pngFormat && bytes.Contains(data[:min(len(data), 4096)], []byte("acTL")))
	if !moving {
		return nil
	}
	return []lingo.Text{lingo.T("Bilden var rörlig. Vi har behållit den första rutan.", "The picture was animated. We have kept its first frame.")}
}

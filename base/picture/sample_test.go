package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// corners draws a picture whose corners tell which way is up: red top left, green top right, blue bottom left, white
// bottom right.
func corners(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, corner(x*2 < w, y*2 < h))
		}
	}
	return img
}

func corner(left, top bool) color.RGBA {
	switch {
	case left && top:
		return color.RGBA{255, 0, 0, 255}
	case top:
		return color.RGBA{0, 255, 0, 255}
	case left:
		return color.RGBA{0, 0, 255, 255}
	}
	return color.RGBA{255, 255, 255, 255}
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asGIF(t testing.TB, frames int) []byte {
	t.Helper()
	g := &gif.GIF{}
	for i := range frames {
		img := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
		img.SetColorIndex(i%8, 0, 1)
		g.Image, g.Delay = append(g.Image, img), append(g.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// segment puts a JPEG segment directly after the start.
func segment(data []byte, marker byte, body []byte) []byte {
	head := []byte{0xFF, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	return bytes.Join([][]byte{data[:2], head, body, data[2:]}, nil)
}

// chunk puts a PNG chunk directly after the header.
func chunk(data []byte, name string, body []byte) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	c = append(append(c, name...), body...)
	c = binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
	return bytes.Join([][]byte{data[:33], c, data[33:]}, nil)
}

// tag is an Exif entry with a short or a long value in place.
type tag struct {
	id    uint16
	value uint32
}

// exif writes a TIFF structure: the first directory, then the second (where a thumbnail is told of).
func exif(order binary.AppendByteOrder, first, second []tag) []byte {
	out := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		out = []byte("II*\x00")
	}
	out = order.AppendUint32(out, 8)
	for i, dir := range [][]tag{first, second} {
		out = order.AppendUint16(out, uint16(len(dir)))
		for _, t := range dir {
			out = order.AppendUint16(out, t.id)
			if t.id == 0x0112 {
				out = order.AppendUint16(out, 3) // SHORT
				out = order.AppendUint32(out, 1)
				out = order.AppendUint16(order.AppendUint16(out, uint16(t.value)), 0)
				continue
			}
			out = order.AppendUint16(out, 4) // LONG
			out = order.AppendUint32(order.AppendUint32(out, 1), t.value)
		}
		next := uint32(0)
		if i == 0 && len(second) > 0 {
			next = uint32(len(out) + 4)
		}
		out = order.AppendUint32(out, next)
		if next == 0 {
			break
		}
	}
	return out
}

func exifSegment(data []byte, tiff []byte) []byte {
	return segment(data, 0xE1, append([]byte("Exif\x00\x00"), tiff...))
}

// tinyWebP is one pixel, lossless.
func tinyWebP(t testing.TB) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// addRIFF hangs a chunk on a WebP file and mends its length.
func addRIFF(data []byte, name string, body []byte) []byte {
	out := append(bytes.Clone(data), name...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

package picture_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"tilltal/base/picture"
)

// TestEveryPartThatTellsSomethingGoes hangs one part at a time on a bare file: it is told of, and nothing of it is in what comes out.
func TestEveryPartThatTellsSomethingGoes(t *testing.T) {
	const secret = "Ulla Exempelsson"
	place := exif(binary.LittleEndian, []tag{{0x8825, 8}}, nil)
	jpg, png, webp := asJPEG(t, corners(32, 24)), asPNG(t, corners(32, 24)), tinyWebP(t)
	for name, c := range map[string]struct {
		data []byte
		want picture.Trace
	}{
		"JPEG: several pictures (MPF)":   {segment(jpg, 0xE2, []byte("MPF\x00"+secret)), picture.Tail},
		"JPEG: a film after the picture": {append(bytes.Clone(jpg), "\x00\x00\x00\x18ftypmp42"+secret...), picture.Tail},
		"JPEG: another picture after":    {append(bytes.Clone(jpg), jpg...), picture.Tail},
		"JPEG: a thumbnail (JFXX)":       {segment(jpg, 0xE0, []byte("JFXX\x00\x10"+secret)), picture.Thumbnail},
		"JPEG: Exif with a thumbnail":    {exifSegment(jpg, exif(binary.BigEndian, nil, []tag{{0x0201, 9}})), picture.Thumbnail},
		"JPEG: the place":                {exifSegment(jpg, place), picture.Place},
		"JPEG: XMP with a place":         {segment(jpg, 0xE1, []byte("http://ns.adobe.com/xap/1.0/\x00exif:GPSLatitude "+secret)), picture.Place},
		"JPEG: more XMP":                 {segment(jpg, 0xE1, []byte("http://ns.adobe.com/xmp/extension/\x00 GCamera:MotionPhoto")), picture.Tail},
		"JPEG: IPTC with a byline":       {segment(jpg, 0xED, []byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x15\x1c\x02\x50\x00\x10"+secret)), picture.Owner},
		"JPEG: a profile with a name":    {segment(jpg, 0xE2, []byte("ICC_PROFILE\x00\x01\x01"+secret)), picture.Colour},
		"JPEG: a comment":                {segment(jpg, 0xFE, []byte(secret)), picture.Caption},
		"JPEG: a segment nobody knows":   {segment(jpg, 0xEB, []byte(secret)), picture.Other},
		"PNG: text":                      {chunk(png, "tEXt", []byte("Author\x00"+secret)), picture.Owner},
		"PNG: packed text":               {chunk(png, "zTXt", []byte("Comment\x00\x00"+secret)), picture.Caption},
		"PNG: XMP":                       {chunk(png, "iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00 dc:creator "+secret)), picture.Owner},
		"PNG: Exif":                      {chunk(png, "eXIf", place), picture.Place},
		"PNG: when":                      {chunk(png, "tIME", make([]byte, 7)), picture.Moment},
		"PNG: a chunk nobody knows":      {chunk(png, "prVt", []byte(secret)), picture.Other},
		"PNG: something after the end":   {append(bytes.Clone(png), secret...), picture.Tail},
		"WebP: Exif":                     {addRIFF(webp, "EXIF", place), picture.Place},
		"WebP: XMP":                      {addRIFF(webp, "XMP ", []byte("dc:creator "+secret)), picture.Owner},
		"WebP: a profile":                {addRIFF(webp, "ICCP", []byte(secret)), picture.Colour},
		"WebP: a chunk nobody knows":     {addRIFF(webp, "prVt", []byte(secret)), picture.Other},
		"WebP: something after the end":  {append(bytes.Clone(webp), secret...), picture.Tail},
		"GIF: a comment":                 {bytes.Replace(asGIF(t, 1), []byte("\x21\xF9"), []byte("\x21\xFE\x10"+secret+"\x00\x21\xF9"), 1), picture.Caption},
		"GIF: a program's own block":     {bytes.Replace(asGIF(t, 1), []byte("\x21\xF9"), []byte("\x21\xFF\x0bEXAMPLE1.0X\x10"+secret+"\x00\x21\xF9"), 1), picture.Other},
		"GIF: something after the end":   {append(asGIF(t, 1), secret...), picture.Tail},
	} {
		if !picture.HasMetadata(c.data) || !slices.Contains(picture.Traces(c.data), c.want) {
			t.Errorf("%s: %v is not among %v", name, c.want, picture.Traces(c.data))
		}
		p := clean(t, c.data)
		if !slices.Contains(p.Removed, c.want) {
			t.Errorf("%s: told of %v", name, p.Removed)
		}
		for _, f := range []picture.File{p.Full, p.Preview} {
			if bytes.Contains(f.Bytes, []byte(secret)) || picture.HasMetadata(f.Bytes) {
				t.Errorf("%s: it is still there", name)
			}
		}
	}
}

package picture

import (
	"bytes"
	"encoding/binary"
)

// lookPNG goes through the chunks of a PNG file (ISO/IEC 15948).
func (f *findings) lookPNG(data []byte) {
	rest := data[8:]
	for len(rest) >= 12 {
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-12) {
			break
		}
		name, body := string(rest[4:8]), rest[8:8+n]
		rest = rest[12+n:]
		if name == "IEND" {
			if len(rest) > 0 {
				f.add(Tail)
			}
			return
		}
		f.pngChunk(name, body)
	}
	f.torn = true
}

func (f *findings) pngChunk(name string, body []byte) {
	switch name {
	case "IHDR", "PLTE", "IDAT", "tRNS":
	case "gAMA", "cHRM", "sRGB", "iCCP", "cICP":
		f.add(Colour)
	case "eXIf":
		f.exif(body)
	case "tIME":
		f.add(Moment)
	case "tEXt", "zTXt", "iTXt":
		f.pngText(body)
	case "acTL", "fcTL", "fdAT":
		f.add(Tail) // further frames
	default:
		f.add(Other)
	}
}

func (f *findings) pngText(body []byte) {
	key, _, _ := bytes.Cut(body, []byte{0})
	switch string(key) {
	case "XML:com.adobe.xmp":
		f.xmp(body)
	case "Author", "Copyright":
		f.add(Owner)
	case "Creation Time":
		f.add(Moment)
	case "Software", "Source":
		f.add(Camera)
	case "Title", "Description", "Comment", "Disclaimer", "Warning":
		f.add(Caption)
	default:
		f.add(Other)
	}
}

// riff calls each with every chunk of a WebP file (RFC 9649). It returns what follows the picture, and false when the file
// ends too early.
func riff(data []byte, each func(name string, body []byte)) (tail []byte, ok bool) {
	if len(data) < 12 {
		return nil, false
	}
	size := int64(binary.LittleEndian.Uint32(data[4:])) + 8
	if size > int64(len(data)) || size < 12 {
		return nil, false
	}
	rest, tail := data[12:size], data[size:]
	for len(rest) >= 8 {
		n := int64(binary.LittleEndian.Uint32(rest[4:]))
		if n > int64(len(rest)-8) {
			return nil, false
		}
		each(string(rest[:4]), rest[8:8+n])
		rest = rest[min(8+n+n%2, int64(len(rest))):]
	}
	return tail, len(rest) == 0
}

func (f *findings) lookWebP(data []byte) {
	tail, ok := riff(data, func(name string, body []byte) {
		switch name {
		case "VP8 ", "VP8L", "VP8X", "ALPH":
		case "ICCP":
			f.add(Colour)
		case "EXIF":
			f.exif(bytes.TrimPrefix(body, []byte("Exif\x00\x00")))
		case "XMP ":
			f.xmp(body)
		case "ANIM", "ANMF":
			f.add(Tail)
		default:
			f.add(Other)
		}
	})
	f.torn = !ok
	if len(tail) > 0 {
		f.add(Tail)
	}
}

func animatedWebP(data []byte) bool {
	animated := false
	riff(data, func(name string, _ []byte) { animated = animated || name == "ANIM" || name == "ANMF" })
	return animated
}

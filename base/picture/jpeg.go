package picture

import (
	"bytes"
	"encoding/binary"
)

// segments calls each with every marker of a JPEG file and the bytes that belong to it, until each returns false. It returns
// what follows the end of the picture, and false when the file ends too early or makes no sense (ITU-T T.81 annex B).
func segments(data []byte, each func(marker byte, body []byte) bool) (tail []byte, ok bool) {
	if len(data) < 2 {
		return nil, false
	}
	rest := data[2:] // SOI
	for len(rest) >= 2 {
		if rest[0] != 0xFF {
			return nil, false
		}
		marker := rest[1]
		switch {
		case marker == 0xFF: // a fill byte
			rest = rest[1:]
			continue
		case marker == 0xD9: // EOI
			return rest[2:], true
		case marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7): // alone, no length
			rest = rest[2:]
			continue
		}
		if len(rest) < 4 {
			return nil, false
		}
		n := int(binary.BigEndian.Uint16(rest[2:])) + 2
		if n < 4 || n > len(rest) {
			return nil, false
		}
		if !each(marker, rest[4:n]) {
			return nil, true
		}
		rest = rest[n:]
		if marker == 0xDA { // SOS: pixels follow, to the next marker that is neither stuffing nor a restart
			rest = rest[scanEnd(rest):]
		}
	}
	return nil, false
}

func scanEnd(data []byte) int {
	for i := 0; i+1 < len(data); i++ {
		if data[i] == 0xFF && data[i+1] != 0 && data[i+1] != 0xFF && (data[i+1] < 0xD0 || data[i+1] > 0xD7) {
			return i
		}
	}
	return len(data)
}

func (f *findings) lookJPEG(data []byte) {
	tail, ok := segments(data, func(marker byte, body []byte) bool {
		f.segment(marker, body)
		return true
	})
	f.torn = !ok
	if len(tail) > 0 {
		f.add(Tail)
	}
}

// segment notes what one segment tells. Tables, frames and scans tell nothing but the picture.
func (f *findings) segment(marker byte, body []byte) {
	name := func(s string) bool { return bytes.HasPrefix(body, []byte(s)) }
	switch {
	case marker == 0xE0 && name("JFIF\x00") && len(body) == 14 && body[12] == 0 && body[13] == 0: // no thumbnail
	case marker == 0xE0:
		f.add(Thumbnail)
	case marker == 0xE1 && name("Exif\x00"):
		f.exif(body[min(6, len(body)):])
	case marker == 0xE1 && (name("http://ns.adobe.com/xap/") || name("http://ns.adobe.com/xmp/")):
		f.xmp(body)
	case marker == 0xE2 && name("ICC_PROFILE\x00"):
		f.add(Colour)
	case marker == 0xE2 && name("MPF\x00"):
		f.add(Tail)
	case marker == 0xED:
		f.photoshop(body)
	case marker == 0xEE && name("Adobe") && len(body) == 12: // how to read the colours
	case marker >= 0xE0 && marker <= 0xEF:
		f.add(Other)
	case marker == 0xFE:
		f.add(Caption)
	case !drawing(marker):
		f.add(Other)
	}
}

// drawing reports whether a marker is needed to draw the picture: SOF, DHT, SOS, DQT, DRI.
func drawing(marker byte) bool {
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 && marker != 0xCC || marker >= 0xDA && marker <= 0xDB || marker == 0xDD
}

// jpegMemory counts one byte for each sample, and for progressive files the four more that the decoder keeps for each
// coefficient until the last scan.
func jpegMemory(pixels int64, data []byte) int64 {
	need := 12 * pixels // if we find no frame, the worst
	segments(data, func(marker byte, body []byte) bool {
		if marker < 0xC0 || marker > 0xC2 || len(body) < 6 {
			return true
		}
		perSample := int64(1)
		if marker == 0xC2 {
			perSample = 5
		}
		var largest, all int64
		for c := body[6:]; len(c) >= 3; c = c[3:] {
			area := int64(c[1]>>4) * int64(c[1]&15)
			largest, all = max(largest, area), all+area
		}
		if largest > 0 {
			need = pixels * all * perSample / largest
		}
		return false
	})
	return need
}

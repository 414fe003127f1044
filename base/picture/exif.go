package picture

import (
	"bytes"
	"encoding/binary"
)

// exifTraces are the tags that tell something we can name (CIPA DC-008 Exif 2.32, TIFF 6.0, and the ones Windows writes).
var exifTraces = map[uint16]Trace{
	0x8825: Place,                                              // the GPS directory
	0x013B: Owner, 0x8298: Owner, 0xA430: Owner, 0x9C9D: Owner, // artist, copyright, camera owner, author
	0xA431: Serial, 0xA435: Serial, 0xC62F: Serial, 0xA420: Serial, // body, lens, camera; the picture's unique number
	0x0132: Moment, 0x9003: Moment, 0x9004: Moment, 0x9010: Moment, 0x9011: Moment, 0x9012: Moment,
	0x010F: Camera, 0x0110: Camera, 0x0131: Camera, 0x927C: Camera, 0xA434: Camera, // make, model, software, maker's note, lens
	0x010E: Caption, 0x9286: Caption, 0x9C9B: Caption, 0x9C9C: Caption, 0x9C9E: Caption, 0x9C9F: Caption,
	0x0201: Thumbnail, // the offset of a thumbnail
}

const (
	tagOrientation = 0x0112
	tagExif        = 0x8769
	maxDirectories = 8   // a sound file has four; more is a loop or a trap
	maxEntries     = 512 // per directory
)

// exif reads a TIFF structure: directories of tags, which point at each other. A part that makes no sense ends the reading
// there; that there was an Exif block at all is always noted.
func (f *findings) exif(data []byte) {
	f.add(Camera)
	if len(data) < 8 {
		return
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(data[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
	default:
		return
	}
	at := []uint32{order.Uint32(data[4:])}
	for n := 0; len(at) > 0 && n < maxDirectories; n++ {
		next := f.directory(data, at[0], order)
		at = append(at[1:], next...)
	}
}

// directory notes the tags of one directory and returns where the next ones are.
func (f *findings) directory(data []byte, at uint32, order binary.ByteOrder) (next []uint32) {
	if int64(at)+2 > int64(len(data)) || at == 0 {
		return nil
	}
	count := min(int(order.Uint16(data[at:])), maxEntries)
	entries := data[at+2:]
	for range count {
		if len(entries) < 12 {
			return next
		}
		tag, value := order.Uint16(entries), order.Uint32(entries[8:])
		if t, ok := exifTraces[tag]; ok {
			f.add(t)
		}
		switch o := int(order.Uint16(entries[8:])); {
		case tag == tagExif:
			next = append(next, value)
		case tag == tagOrientation && f.orientation == 0 && o >= 1 && o <= 8:
			f.orientation = o
		}
		entries = entries[12:]
	}
	if len(entries) >= 4 {
		next = append(next, order.Uint32(entries))
	}
	return next
}

// xmpWords are names in an XMP packet that tell something we can name.
var xmpWords = []struct {
	word  string
	trace Trace
}{
	{"GPSLatitude", Place}, {"GPSLongitude", Place}, {"photoshop:City", Place}, {"Iptc4xmpCore:Location", Place}, {"LocationCreated", Place},
	{"PersonInImage", Person}, {"mwg-rs:Regions", Person}, {"MPReg:PersonDisplayName", Person},
	{"dc:creator", Owner}, {"dc:rights", Owner}, {"photoshop:Credit", Owner}, {"OwnerName", Owner},
	{"SerialNumber", Serial}, {"xmp:Thumbnails", Thumbnail},
	{"CreateDate", Moment}, {"DateTimeOriginal", Moment}, {"DateCreated", Moment},
	{"tiff:Make", Camera}, {"tiff:Model", Camera}, {"CreatorTool", Camera},
	{"dc:title", Caption}, {"dc:description", Caption}, {"dc:subject", Caption},
	{"GCamera:", Tail}, {"Container:Directory", Tail},
}

// xmp notes what an XMP packet (ISO 16684-1) names. The words are looked for as they stand: it is a report, not a parser.
func (f *findings) xmp(data []byte) {
	f.add(Other)
	for _, w := range xmpWords {
		if bytes.Contains(data, []byte(w.word)) {
			f.add(w.trace)
		}
	}
}

// iptcTraces are the data sets of record 2 that tell something we can name (IPTC-IIM 4.2).
var iptcTraces = map[byte]Trace{5: Caption, 25: Caption, 105: Caption, 120: Caption, 55: Moment, 60: Moment, 80: Owner, 85: Owner,
	110: Owner, 115: Owner, 116: Owner, 90: Place, 92: Place, 95: Place, 101: Place, 122: Owner}

// photoshop notes what an APP13 segment tells: IPTC records and thumbnails among the image resources.
func (f *findings) photoshop(data []byte) {
	f.add(Other)
	if bytes.Contains(data, []byte("8BIM\x04\x09")) || bytes.Contains(data, []byte("8BIM\x04\x0c")) {
		f.add(Thumbnail)
	}
	for {
		_, rest, ok := bytes.Cut(data, []byte{0x1C, 0x02})
		if !ok || len(rest) == 0 {
			return
		}
		if t, ok := iptcTraces[rest[0]]; ok {
			f.add(t)
		}
		data = rest
	}
}

package picture

import "bytes"

// gifBlocks calls frame for each frame and extension for each extension of a GIF file, with its label and first sub-block.
// It returns what follows the picture, and false when the file ends too early (GIF89a, CompuServe 1990).
func gifBlocks(data []byte, frame func(), extension func(label byte, first []byte)) (tail []byte, ok bool) {
	if len(data) < 13 {
		return nil, false
	}
	rest, ok := skip(data, 13+tableSize(data[10]))
	for ok && len(rest) > 0 {
		switch rest[0] {
		case 0x3B: // the end
			return rest[1:], true
		case 0x2C:
			frame()
			if len(rest) < 10 {
				return nil, false
			}
			if rest, ok = skip(rest, 10+tableSize(rest[9])+1); ok { // and one byte for the code size
				_, rest, ok = subBlocks(rest)
			}
		case 0x21:
			if len(rest) < 2 {
				return nil, false
			}
			var first []byte
			label := rest[1]
			if first, rest, ok = subBlocks(rest[2:]); ok {
				extension(label, first)
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// tableSize returns the bytes of a colour table, from the flags that announce it.
func tableSize(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

func skip(data []byte, n int) ([]byte, bool) {
	if n > len(data) {
		return nil, false
	}
	return data[n:], true
}

// subBlocks passes a row of sub-blocks to its empty last one.
func subBlocks(data []byte) (first, rest []byte, ok bool) {
	rest = data
	for len(rest) > 0 {
		n := int(rest[0])
		if n == 0 {
			return first, rest[1:], true
		}
		if n >= len(rest) {
			return nil, nil, false
		}
		if first == nil {
			first = rest[1 : 1+n]
		}
		rest = rest[1+n:]
	}
	return nil, nil, false
}

func (f *findings) lookGIF(data []byte) {
	tail, ok := gifBlocks(data, func() {}, func(label byte, first []byte) {
		switch {
		case label == 0xF9: // how to show the next frame
		case label == 0xFE:
			f.add(Caption)
		case label == 0xFF && (bytes.HasPrefix(first, []byte("NETSCAPE2.0")) || bytes.HasPrefix(first, []byte("ANIMEXTS1.0"))):
		case label == 0xFF && bytes.HasPrefix(first, []byte("XMP Data")):
			f.xmp(data)
		default:
			f.add(Other)
		}
	})
	f.torn = !ok
	if len(tail) > 0 {
		f.add(Tail)
	}
}

func animatedGIF(data []byte) bool {
	frames := 0
	gifBlocks(data, func() { frames++ }, func(byte, []byte) {})
	return frames > 1
}

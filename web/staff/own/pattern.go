package own

import (
	"strconv"
	"strings"

	"github.com/boombuler/barcode/qr"

	"tilltal/base/fault"
)

// pattern is a square pattern (QR) to take a picture of: its side with the quiet zone around it, and the dark squares as an
// SVG path. It is drawn as markup, for nothing on our pages may come from elsewhere or be inline style.
type pattern struct {
	side int
	path string
}

// quietZone is how many light squares stand around the pattern (ISO/IEC 18004).
const quietZone = 4

func drawPattern(text string) (pattern, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return pattern{}, fault.Wrap("pattern", err)
	}
	var b strings.Builder
	side := code.Bounds().Dx()
	for y := range side {
		for x := 0; x < side; x++ {
			from := x
			for x < side && dark(code.At(x, y)) {
				x++
			}
			if x > from {
				b.WriteString("M" + strconv.Itoa(from+quietZone) + " " + strconv.Itoa(y+quietZone) + "h" + strconv.Itoa(x-from) + "v1h-" + strconv.Itoa(x-from) + "z")
			}
		}
	}
	return pattern{side: side + 2*quietZone, path: b.String()}, nil
}

func dark(c interface{ RGBA() (r, g, b, a uint32) }) bool {
	r, _, _, _ := c.RGBA()
	return r < 1<<15
}

func (p pattern) box() string { return "0 0 " + strconv.Itoa(p.side) + " " + strconv.Itoa(p.side) }

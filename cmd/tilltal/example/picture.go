package example

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
)

// The size of the pictures, in pixels. Edges are drawn with four samples to each, so that they are smooth.
const (
	width  = 800
	height = 500
)

// layer is one colour of a picture, and where it is. Places are told as parts of the height: x from 0 to 1.6, y from 0 to 1
// downwards.
type layer struct {
	paint color.RGBA
	in    func(x, y float64) bool
}

func paint(rgb uint32, in func(x, y float64) bool) layer {
	return layer{color.RGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}, in}
}

func box(x1, y1, x2, y2 float64) func(x, y float64) bool {
	return func(x, y float64) bool { return x >= x1 && x < x2 && y >= y1 && y < y2 }
}

func disc(cx, cy, r float64) func(x, y float64) bool {
	return func(x, y float64) bool { return math.Hypot(x-cx, y-cy) < r }
}

// below is everything under a line that rolls like hills.
func below(level, swing, pace, phase float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		return y > level+swing*math.Sin(x*pace+phase)+swing/3*math.Sin(x*pace*2.7+phase*2)
	}
}

// draw paints the layers, the later over the earlier.
func draw(layers []layer) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for py := range height {
		for px := range width {
			img.SetRGBA(px, py, sample(layers, px, py))
		}
	}
	return img
}

// sample is the mean of four points in a pixel.
func sample(layers []layer, px, py int) color.RGBA {
	point := func(i int) color.RGBA {
		return top(layers, (float64(px)+0.25+float64(i%2)/2)/height, (float64(py)+0.25+float64(i/2)/2)/height)
	}
	first := point(0)
	if first == point(3) { // opposite corners: as good as always the whole pixel
		return first
	}
	var r, g, b int
	for i := range 4 {
		c := point(i)
		r, g, b = r+int(c.R), g+int(c.G), b+int(c.B)
	}
	return color.RGBA{R: uint8(r / 4), G: uint8(g / 4), B: uint8(b / 4), A: 255}
}

func top(layers []layer, x, y float64) color.RGBA {
	for i := len(layers) - 1; i >= 0; i-- {
		if layers[i].in(x, y) {
			return layers[i].paint
		}
	}
	return color.RGBA{A: 255}
}

func everywhere(float64, float64) bool { return true }

// lakeside is a bench under a tree by a lake, with a low sun.
func lakeside() image.Image {
	l := []layer{
		paint(0xf6e7c8, everywhere), paint(0xf3dcae, below(0.22, 0.01, 2, 0)), paint(0xf0cf95, below(0.34, 0.01, 2, 1)),
		paint(0xfff6df, disc(1.12, 0.36, 0.085)),
		paint(0x7fa08f, below(0.43, 0.025, 5, 0.4)), paint(0x4f7a68, below(0.475, 0.018, 8, 1.9)),
		paint(0x7fb3c4, box(0, 0.52, 1.6, 1)), paint(0x94c2d0, box(0, 0.57, 1.6, 0.585)), paint(0x94c2d0, box(0.2, 0.64, 1.1, 0.652)),
		paint(0xf7dfae, box(1.06, 0.535, 1.18, 0.545)), paint(0xf7dfae, box(1.03, 0.6, 1.22, 0.61)), paint(0xf7dfae, box(1.09, 0.68, 1.16, 0.688)),
		paint(0x6f9a52, below(0.78, 0.02, 3, 0.8)), paint(0x5c8645, below(0.87, 0.015, 4, 2)),
	}
	return draw(append(append(l, tree()...), bench()...))
}

func tree() []layer {
	return []layer{
		paint(0x5b4130, box(0.355, 0.42, 0.425, 0.86)), paint(0x6d5040, box(0.355, 0.42, 0.38, 0.86)),
		paint(0x3f6b3a, disc(0.22, 0.32, 0.17)), paint(0x3f6b3a, disc(0.58, 0.31, 0.18)), paint(0x467541, disc(0.4, 0.2, 0.21)),
		paint(0x4f8249, disc(0.33, 0.34, 0.15)), paint(0x588d50, disc(0.5, 0.22, 0.12)), paint(0x65995a, disc(0.56, 0.19, 0.06)),
	}
}

func bench() []layer {
	const wood, light, iron = 0x8a5a34, 0xa8713f, 0x3a3f42
	var l []layer
	for _, x := range []float64{0.7, 1.12} {
		l = append(l, paint(iron, box(x, 0.66, x+0.022, 0.9)), paint(iron, box(x-0.03, 0.885, x+0.055, 0.9)))
	}
	for _, y := range []float64{0.66, 0.705, 0.75} {
		l = append(l, paint(wood, box(0.65, y, 1.19, y+0.034)), paint(light, box(0.65, y, 1.19, y+0.008)))
	}
	return append(l, paint(wood, box(0.63, 0.8, 1.21, 0.838)), paint(light, box(0.63, 0.8, 1.21, 0.812)))
}

// books is a pile of books on a table, with a lamp's light on the wall.
func books() image.Image {
	l := []layer{
		paint(0xe9dfcf, everywhere), paint(0xf2e9d8, disc(0.85, 0.3, 0.62)), paint(0xf8f1e3, disc(0.85, 0.3, 0.4)),
		paint(0x8b6a4c, box(0, 0.8, 1.6, 1)), paint(0x9b795a, box(0, 0.8, 1.6, 0.815)),
	}
	spines := []struct {
		rgb    uint32
		x, w   float64
		height float64
	}{{0x28536b, 0.42, 0.8, 0.1}, {0xb5532f, 0.47, 0.72, 0.08}, {0x5f7f4f, 0.4, 0.76, 0.12}, {0xd0a23c, 0.5, 0.62, 0.07}, {0x6a4c7d, 0.54, 0.6, 0.09}}
	bottom := 0.8
	for _, s := range spines {
		y := bottom - s.height
		l = append(l, paint(s.rgb, box(s.x, y, s.x+s.w, bottom)), paint(0xf6efe0, box(s.x+s.w-0.02, y+0.012, s.x+s.w, bottom-0.012)),
			paint(0xf0dfb8, box(s.x+0.06, y+s.height*0.4, s.x+0.26, y+s.height*0.6)))
		bottom = y
	}
	return draw(l)
}

// encode writes a picture as a file that somebody might upload.
func encode(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

package face

import (
	_ "embed"
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
)

// facefinder is the forest that has learned from faces: see docs/data.md for whose it is.
//
//go:embed facefinder
var facefinder []byte

var forest = readTrees(facefinder)

// trees is a cascade: each tree adds to a sum, and a place whose sum falls below a tree's limit is left at once.
type trees struct {
	depth  int
	codes  []int8    // four for each inner node: the two places to compare, in 1/256 of the size
	leaves []float32 // 2^depth for each tree
	limits []float32 // one for each tree
}

// readTrees reads the forest's file: eight bytes of version, the depth, the number of trees, and the trees. A file that is not
// so reads as no trees; a test makes certain that ours is.
func readTrees(b []byte) (t trees) {
	if len(b) < 16 {
		return t
	}
	depth, count := int(binary.LittleEndian.Uint32(b[8:])), int(binary.LittleEndian.Uint32(b[12:]))
	if depth < 1 || depth > 12 || count < 1 || count > 10_000 {
		return t
	}
	leaves, codes := 1<<depth, 4*(1<<depth-1)
	if len(b) < 16+count*(codes+4*leaves+4) {
		return t
	}
	b = b[16:]
	float := func() float32 {
		f := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return f
	}
	t.depth = depth
	for range count {
		for _, c := range b[:codes] {
			t.codes = append(t.codes, int8(c))
		}
		b = b[codes:]
		for range leaves {
			t.leaves = append(t.leaves, float())
		}
		t.limits = append(t.limits, float())
	}
	return t
}

// turn is how a face leans, as its cosine and sine in 1/256.
type turn struct{ cos, sin int }

var upright = turn{256, 0}

// turned are the other ways that a face may lie in a picture, an eighth of a turn apart: the trees see faces that lean some twenty
// degrees to either side of each.
var turned = []turn{{181, 181}, {181, -181}, {0, 256}, {0, -256}, {-181, 181}, {-181, -181}, {-256, 0}}

// score asks every tree about a place; below the last limit, or as soon as a tree says no, it is -1.
func (t *trees) score(g *gray, x, y, size int, lean turn) float32 {
	if len(t.limits) == 0 {
		return -1
	}
	leaves := 1 << t.depth
	codes := leaves - 1
	cos, sin := lean.cos*size, lean.sin*size
	sum := float32(0)
	for i, limit := range t.limits {
		node := 1
		for range t.depth {
			c := t.codes[4*(i*codes+node-1):]
			ay, ax, by, bx := int(c[0]), int(c[1]), int(c[2]), int(c[3])
			a := g.at(y+(cos*ay+sin*ax)>>16, x+(cos*ax-sin*ay)>>16)
			b := g.at(y+(cos*by+sin*bx)>>16, x+(cos*bx-sin*by)>>16)
			node *= 2
			if a <= b {
				node++
			}
		}
		if sum += t.leaves[i*leaves+node-leaves]; sum <= limit {
			return -1
		}
	}
	return sum - t.limits[len(t.limits)-1]
}

// gray is a picture without colours, small enough to search.
type gray struct {
	pix   []uint8
	w, h  int
	scale float64 // of the picture it was made from
}

func (g *gray) at(y, x int) uint8 {
	x, y = min(max(x, 0), g.w-1), min(max(y, 0), g.h-1)
	return g.pix[y*g.w+x]
}

func grayOf(img image.Image) *gray {
	b := img.Bounds()
	scale := 1.0
	if long := max(b.Dx(), b.Dy()); long > largest {
		scale = float64(largest) / float64(long)
	}
	w, h := max(1, int(float64(b.Dx())*scale)), max(1, int(float64(b.Dy())*scale))
	small := img
	if scale != 1 || b.Min != (image.Point{}) {
		rgba := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.ApproxBiLinear.Scale(rgba, rgba.Bounds(), img, b, draw.Src, nil)
		small = rgba
	}
	g := &gray{pix: make([]uint8, w*h), w: w, h: h, scale: scale}
	for y := range h {
		for x := range w {
			g.pix[y*w+x] = color.GrayModel.Convert(small.At(x, y)).(color.Gray).Y
		}
	}
	return g
}

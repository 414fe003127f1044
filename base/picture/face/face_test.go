package face

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

func TestTheForestIsWhole(t *testing.T) {
	if forest.depth != 6 || len(forest.limits) != 468 || len(forest.leaves) != 468*64 || len(forest.codes) != 468*63*4 {
		t.Errorf("depth %d, %d trees, %d leaves, %d codes", forest.depth, len(forest.limits), len(forest.leaves), len(forest.codes))
	}
}

// TestDrawnFaces measures on faces that are drawn with light and shade: what a cascade that has learned from photographs makes
// of them says that it works, and little about photographs. Those are measured in docs/checks-results.md.
func TestDrawnFaces(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	found := 0
	for range 20 {
		x, y, size := 100+r.IntN(120), 90+r.IntN(60), 70+r.IntN(50)
		for _, f := range Find(drawn(r, x, y, size)) {
			if f.Score < Sure {
				t.Errorf("a find that is not sure: %+v", f)
			}
			if abs(f.X-x) < size/2 && abs(f.Y-y) < size/2 {
				found++
				break
			}
		}
	}
	t.Logf("%d of 20 drawn faces were found", found)
	if found < 5 {
		t.Error("the forest finds hardly any")
	}
}

// TestTheTreesSeeAFaceWhicheverWayThePictureLies asks them at the same place of a picture and of the picture turned, as telephones and
// messengers turn it: with the lean that the picture has they must say what they said of it upright, and nothing with the opposite.
func TestTheTreesSeeAFaceWhicheverWayThePictureLies(t *testing.T) {
	leans := map[int]turn{1: {0, 256}, 2: {-256, 0}, 3: {0, -256}}
	r := rand.New(rand.NewPCG(7, 7))
	asked, seen := 0, 0
	for range 20 {
		img := drawn(r, 100+r.IntN(120), 90+r.IntN(60), 70+r.IntN(50))
		for _, f := range Find(img) {
			for quarters, lean := range leans {
				x, y, w, h := f.X, f.Y, 320, 240
				for range quarters {
					x, y, w, h = h-1-y, x, h, w
				}
				g := grayOf(turnedBy(img, quarters))
				asked++
				if best(g, x, y, f.Size, lean) > 0 {
					seen++
				}
				if got := best(g, x, y, f.Size, turn{-lean.cos, -lean.sin}); got > 0 {
					t.Errorf("a face that leans %v is seen the other way: %v", lean, got)
				}
			}
		}
	}
	t.Logf("%d of %d turned faces are seen", seen, asked)
	if asked < 20 || seen*10 < asked*8 {
		t.Errorf("%d of %d", seen, asked)
	}
	for _, lean := range turned {
		if n := lean.cos*lean.cos + lean.sin*lean.sin; n < 65_000 || n > 66_000 {
			t.Errorf("%v is no eighth of a turn", lean)
		}
	}
}

// best is the highest score close by: the middle of several finds need not be one of them.
func best(g *gray, x, y, size int, lean turn) (high float32) {
	for dy := -6; dy <= 6; dy++ {
		for dx := -6; dx <= 6; dx++ {
			high = max(high, forest.score(g, x+dx, y+dy, size, lean))
		}
	}
	return high
}

// turnedBy turns a picture by so many quarters.
func turnedBy(img image.Image, quarters int) image.Image {
	for range quarters {
		b := img.Bounds()
		out := image.NewGray(image.Rect(0, 0, b.Dy(), b.Dx()))
		for y := range b.Dy() {
			for x := range b.Dx() {
				out.Set(b.Dy()-1-y, x, img.At(x, y))
			}
		}
		img = out
	}
	return img
}

func TestNothingIsNoFace(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for name, pixel := range map[string]func(x, y int) uint8{
		"flat":    func(int, int) uint8 { return 120 },
		"noise":   func(int, int) uint8 { return uint8(r.IntN(256)) },
		"slope":   func(x, y int) uint8 { return uint8((x + y) / 3) },
		"squares": func(x, y int) uint8 { return uint8((x/16 + y/16) % 2 * 255) },
		"stripes": func(x, _ int) uint8 { return uint8(x / 9 % 2 * 200) },
	} {
		g := image.NewGray(image.Rect(0, 0, 320, 240))
		for y := range 240 {
			for x := range 320 {
				g.SetGray(x, y, color.Gray{Y: pixel(x, y)})
			}
		}
		if got := Find(g); len(got) > 0 {
			t.Errorf("%s has faces: %v", name, got)
		}
	}
	for _, size := range []image.Point{{}, {1, 1}, {23, 500}, {24, 24}} {
		if got := Find(image.NewGray(image.Rectangle{Max: size})); len(got) > 0 {
			t.Errorf("%v has faces", size)
		}
	}
}

// drawn is a face of light and shade: a bright oval, dark eyes and brows, a nose and a mouth.
func drawn(r *rand.Rand, cx, cy, size int) image.Image {
	g := image.NewGray(image.Rect(0, 0, 320, 240))
	s := float64(size)
	oval := func(x, y int, dx, dy, w, h float64) bool {
		a, b := (float64(x-cx)/s-dx)/w, (float64(y-cy)/s-dy)/h
		return a*a+b*b < 1
	}
	for y := range 240 {
		for x := range 320 {
			v := 90
			switch {
			case oval(x, y, -0.17, -0.1, 0.08, 0.045), oval(x, y, 0.17, -0.1, 0.08, 0.045):
				v = 40
			case oval(x, y, -0.17, -0.2, 0.12, 0.03), oval(x, y, 0.17, -0.2, 0.12, 0.03):
				v = 60
			case oval(x, y, 0, 0.28, 0.15, 0.04):
				v = 70
			case oval(x, y, 0, 0.12, 0.07, 0.03):
				v = 110
			case oval(x, y, 0, 0.05, 0.05, 0.15):
				v = 205
			case oval(x, y, 0, 0, 0.4, 0.52):
				v = 180
			case oval(x, y, 0, -0.15, 0.46, 0.52):
				v = 50
			}
			g.SetGray(x, y, color.Gray{Y: uint8(v + r.IntN(9))})
		}
	}
	return g
}

func abs(n int) int { return max(n, -n) }

// FuzzReadTrees holds a forest to its file: it is whole or nothing, it ends where the file says, and a place has the same score twice.
func FuzzReadTrees(f *testing.F) {
	f.Add(facefinder[:64])
	f.Add(bytes.Repeat([]byte{1}, 400))
	f.Add(small(3, 2))
	f.Add(small(1, 1)[:20])
	f.Fuzz(func(t *testing.T, b []byte) {
		forest := readTrees(b)
		count, leaves := len(forest.limits), 1<<forest.depth
		if count == 0 {
			if forest.depth != 0 || len(forest.codes) > 0 || len(forest.leaves) > 0 {
				t.Fatalf("half a forest: %+v", forest)
			}
			return
		}
		if len(forest.codes) != 4*(leaves-1)*count || len(forest.leaves) != leaves*count || len(b) < 16+len(forest.codes)+4*len(forest.leaves)+4*count {
			t.Fatalf("%d trees, %d deep, with %d codes and %d leaves from %d bytes", count, forest.depth, len(forest.codes), len(forest.leaves), len(b))
		}
		if last := b[16+len(forest.codes)+4*len(forest.leaves)+4*count-4:]; math.Float32bits(forest.limits[count-1]) != binary.LittleEndian.Uint32(last) {
			t.Fatal("the last limit is not the file's")
		}
		g := &gray{pix: make([]uint8, 64), w: 8, h: 8}
		one, again := forest.score(g, 4, 4, 8, upright), forest.score(g, 4, 4, 8, upright)
		if math.Float32bits(one) != math.Float32bits(again) && !(one != one && again != again) {
			t.Fatalf("%v, and then %v", one, again)
		}
	})
}

// small is a forest of so many trees, so deep, as a file.
func small(count, depth uint32) []byte {
	b := binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(make([]byte, 8), depth), count)
	return append(b, bytes.Repeat([]byte{63}, int(count)*(4*(1<<depth-1)+4<<depth+4))...)
}

func TestASmallForest(t *testing.T) {
	for _, depth := range []uint32{1, 2, 5} {
		whole := small(3, depth)
		if forest := readTrees(whole); len(forest.limits) != 3 || forest.depth != int(depth) {
			t.Errorf("%d deep: %d trees, %d deep", depth, len(forest.limits), forest.depth)
		}
		if forest := readTrees(whole[:len(whole)-1]); len(forest.limits) != 0 {
			t.Errorf("%d deep, cut short: %d trees", depth, len(forest.limits))
		}
	}
}

package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"tilltal/base/fault"
)

// shrink returns the picture with its longest side at most longest pixels. It is halved until one more halving would be too
// much (halving between pixel centres is the exact mean of four), then scaled the rest of the way: the kernel scalers of
// x/image keep 32 bytes for each pixel in between, which for a large photo is half a gigabyte.
func shrink(img image.Image, longest int) *image.RGBA {
	w, h := fit(img.Bounds(), longest)
	for {
		b := img.Bounds()
		half := image.Rect(0, 0, (b.Dx()+1)/2, (b.Dy()+1)/2)
		if half.Dx() < w || half.Dy() < h || half.Size() == b.Size() {
			break
		}
		img = scale(img, half)
	}
	return scale(img, image.Rect(0, 0, w, h))
}

func scale(img image.Image, to image.Rectangle) *image.RGBA {
	out := image.NewRGBA(to)
	if img.Bounds().Size() == to.Size() {
		draw.Draw(out, to, img, img.Bounds().Min, draw.Src)
		return out
	}
	draw.ApproxBiLinear.Scale(out, to, img, img.Bounds(), draw.Src, nil)
	return out
}

// fit returns the size with the longest side at most longest, the proportions kept, no side below one pixel.
func fit(b image.Rectangle, longest int) (w, h int) {
	w, h = b.Dx(), b.Dy()
	if long := max(w, h); long > longest {
		w, h = max(1, (w*longest+long/2)/long), max(1, (h*longest+long/2)/long)
	}
	return w, h
}

// turn applies the orientation that the camera noted (Exif tag 0x0112, 1 to 8): sensors lie on their side, people do not.
func turn(img *image.RGBA, orientation int) *image.RGBA {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	from, ok := map[int]func(x, y int) (int, int){
		2: func(x, y int) (int, int) { return w - 1 - x, y },
		3: func(x, y int) (int, int) { return w - 1 - x, h - 1 - y },
		4: func(x, y int) (int, int) { return x, h - 1 - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, h - 1 - x },
		7: func(x, y int) (int, int) { return w - 1 - y, h - 1 - x },
		8: func(x, y int) (int, int) { return w - 1 - y, x },
	}[orientation]
	if !ok {
		return img
	}
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fx, fy := from(x, y)
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(fx, fy):][:4])
		}
	}
	return out
}

// heavyPNG is the size above which an opaque PNG is published as JPEG: it is a photo that somebody saved without loss.
const heavyPNG = 2 << 20

// encode writes the picture: photos as JPEG at quality 85, drawings and what can be seen through as PNG.
func encode(img *image.RGBA, photo bool) (File, error) {
	f := File{Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}
	solid := opaque(img)
	var out bytes.Buffer
	if !photo || !solid {
		if err := png.Encode(&out, img); err != nil {
			return File{}, fault.Wrap("picture: encode", err)
		}
		if !solid || out.Len() <= heavyPNG {
			f.Bytes, f.Type = out.Bytes(), "image/png"
			return f, nil
		}
		out = bytes.Buffer{}
	}
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 85}); err != nil {
		return File{}, fault.Wrap("picture: encode", err)
	}
	f.Bytes, f.Type = out.Bytes(), "image/jpeg"
	return f, nil
}

// Package face finds faces in a picture, to ask one question: do those who can be seen know that the picture is published?
// (GDPR art. 6; SFS 2018:218.) It finds that there are faces, and where. It recognises nobody, compares no face with
// another, and keeps nothing: there is no code here by which it could.
//
// It is a decision forest over comparisons of pixels (N. Markuš, M. Frljak, I. S. Pandžić, J. Ahlberg, R. Forchheimer: Object
// detection with pixel intensity comparisons organized in decision trees, 2013), run over the picture at all places and sizes.
// It sees faces from the front. Where nobody stands upright it looks again at pictures that lie on their side or upside down, as those
// do that a messenger has taken the orientation out of; there it wants them twice as large. Faces from the side, behind masks or smaller than a thirtieth of the picture
// pass.
package face

import (
	"image"
	"math"
	"slices"
)

// Face is where a face is: a square around its middle, in pixels of the picture.
type Face struct {
	X, Y, Size int
	Score      float64 // the sum of what all trees said; above Sure it is hardly ever wrong
}

// Sure is the score from which a find is shown, and Turned that of a face which does not stand upright: there are seven more ways to be
// wrong.
const (
	Sure   = 6.0
	Turned = 25.0
)

const (
	smallest = 24   // pixels of a face, after scaling
	largest  = 640  // pixels of the longest side that is searched
	step     = 0.10 // of the size, between places
	growth   = 1.15 // between sizes
	overlap  = 0.2  // above this two finds are of one face
	single   = 0.5  // a score below this is chance
)

// Find returns the faces in a picture, the surest first.
func Find(img image.Image) []Face {
	g := grayOf(img)
	found := look(g, upright, Sure, max(smallest, max(g.w, g.h)/30))
	if len(found) > 0 {
		return found
	}
	best := 0.0
	for _, lean := range turned {
		if again := look(g, lean, Turned, max(smallest, max(g.w, g.h)/15)); total(again) > best {
			found, best = again, total(again)
		}
	}
	return found
}

// look goes over the picture for faces that lean so, of at least so many pixels, and returns those of so high a score in pixels of the
// picture that was given.
func look(g *gray, lean turn, sure float64, least int) []Face {
	short := min(g.w, g.h)
	if short < smallest {
		return nil
	}
	var hits []Face
	for size := float64(least); size <= float64(short); size *= growth {
		s := int(size)
		d := max(1, int(step*size))
		for y := s/2 + 1; y < g.h-s/2; y += d {
			for x := s/2 + 1; x < g.w-s/2; x += d {
				if score := forest.score(g, x, y, s, lean); score > single {
					hits = append(hits, Face{x, y, s, float64(score)})
				}
			}
		}
	}
	var out []Face
	for _, f := range cluster(hits) {
		if f.Score >= sure {
			out = append(out, Face{int(float64(f.X) / g.scale), int(float64(f.Y) / g.scale), int(float64(f.Size) / g.scale), f.Score})
		}
	}
	return out
}

func total(found []Face) (sum float64) {
	for _, f := range found {
		sum += f.Score
	}
	return sum
}

// cluster puts finds together that are of one face: their mean place, and the sum of their scores.
func cluster(hits []Face) []Face {
	slices.SortStableFunc(hits, func(a, b Face) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	hits = hits[:min(len(hits), mostHits)]
	taken := make([]bool, len(hits))
	var out []Face
	for i, a := range hits {
		if taken[i] {
			continue
		}
		var x, y, size, n, score float64
		for j := i; j < len(hits); j++ {
			if !taken[j] && shared(a, hits[j]) > overlap {
				taken[j] = true
				x, y, size, n, score = x+float64(hits[j].X), y+float64(hits[j].Y), size+float64(hits[j].Size), n+1, score+hits[j].Score
			}
		}
		out = append(out, Face{int(x / n), int(y / n), int(size / n), score})
	}
	slices.SortStableFunc(out, func(a, b Face) int { return int(math.Copysign(1, b.Score-a.Score)) })
	return out
}

// mostHits bounds the work on a picture that is nothing but hits.
const mostHits = 2000

// shared is the part of two squares that both cover: their intersection over their union.
func shared(a, b Face) float64 {
	side := func(a, as, b, bs int) float64 {
		return math.Max(0, math.Min(float64(a)+float64(as)/2, float64(b)+float64(bs)/2)-math.Max(float64(a)-float64(as)/2, float64(b)-float64(bs)/2))
	}
	both := side(a.X, a.Size, b.X, b.Size) * side(a.Y, a.Size, b.Y, b.Size)
	return both / (float64(a.Size*a.Size+b.Size*b.Size) - both)
}

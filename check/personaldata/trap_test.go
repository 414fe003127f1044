package personaldata

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tilltal/check"
)

// traps are strings that are no identity number but look like one. Each kind is made with chance, so that a checksum is
// right as often as it is in life.
var traps = map[string]func(*rand.Rand) string{
	"010 bare": func(r *rand.Rand) string { return fmt.Sprintf("Ring oss på 010%07d.", r.IntN(1e7)) },
	"010": func(r *rand.Rand) string {
		return fmt.Sprintf("Växel 010-%03d %02d %02d", r.IntN(1000), r.IntN(100), r.IntN(100))
	},
	"010 alone":     func(r *rand.Rand) string { return fmt.Sprintf("010%07d", r.IntN(1e7)) },
	"timestamp":     func(r *rand.Rand) string { return stamp(r, "%04d%02d%02d%02d%02d") },
	"timestamp, ss": func(r *rand.Rand) string { return stamp(r, "%04d%02d%02d%02d%02d") + fmt.Sprintf("%02d", r.IntN(60)) },
	"file name": func(r *rand.Rand) string {
		return "IMG_" + stamp(r, "%04d%02d%02d_%02d%02d") + fmt.Sprintf("%02d.jpg", r.IntN(60))
	},
	"log":           func(r *rand.Rand) string { return "Kört " + stamp(r, "%04d-%02d-%02d %02d:%02d") },
	"dotted time":   func(r *rand.Rand) string { return "Senast " + stamp(r, "%04d-%02d-%02d %02d.%02d") },
	"dashed time":   func(r *rand.Rand) string { return "Fil " + stamp(r, "%04d-%02d-%02d-%02d%02d") },
	"short time":    func(r *rand.Rand) string { return stamp(r, "%04d%02d%02d-%02d%02d")[2:] },
	"OCR":           func(r *rand.Rand) string { return "Ange OCR " + withLuhn(fmt.Sprintf("%09d", r.IntN(1e9))) },
	"OCR alone":     func(r *rand.Rand) string { return "Faktura " + withLuhn(fmt.Sprintf("%011d", r.Int64N(1e11))) },
	"ten at chance": func(r *rand.Rand) string { return fmt.Sprintf("Kod %010d gäller", r.Int64N(1e10)) },
	"EAN":           func(r *rand.Rand) string { return fmt.Sprintf("Artikel 73%011d", r.Int64N(1e11)) },
	"IBAN": func(r *rand.Rand) string {
		return fmt.Sprintf("SE%02d %04d %04d %04d %04d %04d", r.IntN(100), r.IntN(1e4), r.IntN(1e4), r.IntN(1e4), r.IntN(1e4), r.IntN(1e4))
	},
	"bankgiro": func(r *rand.Rand) string { return fmt.Sprintf("Bankgiro %04d-%04d", r.IntN(1e4), r.IntN(1e4)) },
	"card": func(r *rand.Rand) string {
		return fmt.Sprintf("%04d %04d %04d %04d", r.IntN(1e4), r.IntN(1e4), r.IntN(1e4), r.IntN(1e4))
	},
	"dates": func(r *rand.Rand) string {
		return stamp(r, "%04d-%02d-%02d")[:10] + "–" + stamp(r, "%04d-%02d-%02d")[:10]
	},
	"statute": func(r *rand.Rand) string {
		return fmt.Sprintf("Lagen (%d:%d) %d kap. %d §", 1900+r.IntN(126), r.IntN(2000), r.IntN(40), r.IntN(30))
	},
	"amount": func(r *rand.Rand) string {
		return fmt.Sprintf("%d %03d %03d %03d kronor", 1+r.IntN(9), r.IntN(1000), r.IntN(1000), r.IntN(1000))
	},
	"record": func(r *rand.Rand) string { return fmt.Sprintf("Dnr %d-%06d", 2000+r.IntN(26), r.IntN(1e6)) },
	"order":  func(r *rand.Rand) string { return fmt.Sprintf("Ordernummer %010d", r.Int64N(1e10)) },
	"parcel": func(r *rand.Rand) string { return fmt.Sprintf("Kolli %012d", r.Int64N(1e12)) },
	"link":   func(r *rand.Rand) string { return fmt.Sprintf("https://www.example.se/artikel/%010d", r.Int64N(1e10)) },
	"hours": func(r *rand.Rand) string {
		return fmt.Sprintf("Öppet %02d.00-%02d.30, lör %02d-%02d", r.IntN(12), 12+r.IntN(12), r.IntN(12), 12+r.IntN(12))
	},
	"results": func(r *rand.Rand) string {
		return fmt.Sprintf("%d %d %d %d %d %d %d", r.IntN(100), r.IntN(100), r.IntN(100), r.IntN(100), r.IntN(100), r.IntN(100), r.IntN(100))
	},
}

func stamp(r *rand.Rand, format string) string {
	s := fmt.Sprintf(format, 1990+r.IntN(40), 1+r.IntN(12), 1+r.IntN(28), r.IntN(24), r.IntN(60))
	if i := len(s); i > 10 && s[i-1] == ')' { // the format took fewer values
		return s[:10]
	}
	return s
}

func withLuhn(s string) string {
	for c := '0'; c <= '9'; c++ {
		if luhn([]byte(s + string(c))) {
			return s + string(c)
		}
	}
	return s
}

// TestTraps holds the promise: at most one false certain in a thousand, for each kind of trap alone.
func TestTraps(t *testing.T) {
	const each = 4000
	for name, trap := range traps {
		r := rand.New(rand.NewPCG(3, 5))
		certain, weaker, first := 0, 0, ""
		for range each {
			text := trap(r)
			g, found := finds(text, rulePersonal, ruleCoordination)
			if g == check.Certain {
				if certain++; certain == 1 {
					first = text
				}
			} else if found {
				weaker++
			}
		}
		t.Logf("%-14s certain %.2f ‰, weaker %.1f ‰", name, float64(certain)*1000/each, float64(weaker)*1000/each)
		if certain*1000 > each {
			t.Errorf("%s: %d false certain in %d, first %q", name, certain, each, first)
		}
	}
}

// TestCoincidence measures what no evidence can tell apart: six digits, a hyphen and four digits at chance, of which seven in
// a thousand are a date with the right check digit.
func TestCoincidence(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	certain := 0
	for range 4000 {
		if g, _ := finds(fmt.Sprintf("Serie %06d-%04d", r.IntN(1e6), r.IntN(1e4)), rulePersonal, ruleCoordination); g == check.Certain {
			certain++
		}
	}
	t.Logf("%.1f ‰ certain", float64(certain)/4)
	if certain > 40 {
		t.Errorf("%d of 4,000", certain)
	}
}

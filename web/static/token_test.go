package static

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// oklch is a colour as tokens.css writes it.
type oklch struct{ l, c, h float64 }

// luminance is the relative luminance of WCAG 2.2, by way of OKLab and linear sRGB.
func (o oklch) luminance() float64 {
	a, b := o.c*math.Cos(o.h*math.Pi/180), o.c*math.Sin(o.h*math.Pi/180)
	l := math.Pow(o.l+0.3963377774*a+0.2158037573*b, 3)
	m := math.Pow(o.l-0.1055613458*a-0.0638541728*b, 3)
	s := math.Pow(o.l-0.0894841775*a-1.2914855480*b, 3)
	in := func(x float64) float64 { return min(1, max(0, x)) }
	red := in(4.0767416621*l - 3.3077115913*m + 0.2309699292*s)
	green := in(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s)
	blue := in(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s)
	return 0.2126*red + 0.7152*green + 0.0722*blue
}

func contrast(x, y oklch) float64 {
	a, b := x.luminance(), y.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// tokens reads every colour of tokens.css: light first, dark second.
func tokens(t *testing.T) map[string][2]oklch {
	t.Helper()
	css, err := os.ReadFile("tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) float64 {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	out := map[string][2]oklch{}
	one := `oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: / [\d.]+)?\)`
	for _, m := range regexp.MustCompile(`--([a-z-]+): light-dark\(`+one+`, `+one+`\);`).FindAllStringSubmatch(string(css), -1) {
		out[m[1]] = [2]oklch{{number(m[2]), number(m[3]), number(m[4])}, {number(m[5]), number(m[6]), number(m[7])}}
	}
	if n := strings.Count(string(css), "light-dark("); n-1 != len(out) { // the comment at the top names it once
		t.Fatalf("read %d colours of %d", len(out), n-1)
	}
	return out
}

func TestTheMeasureItselfIsRight(t *testing.T) {
	white, black := oklch{1, 0, 0}, oklch{0, 0, 0}
	if got := contrast(white, black); math.Abs(got-21) > 0.01 {
		t.Errorf("white on black is %.2f, not 21", got)
	}
	grey := oklch{0.5999, 0, 0} // #808080, which has 3.95 against white
	if got := contrast(white, grey); math.Abs(got-3.95) > 0.03 {
		t.Errorf("grey on white is %.2f, not 3.95", got)
	}
}

// TestContrast measures every pair that the style sheets put together, in both themes.
func TestContrast(t *testing.T) {
	all := tokens(t)
	surfaces := []string{"paper", "sheet", "sunk"}
	soft := []string{"brand-soft", "good-soft", "ask-soft", "stop-soft", "info-soft", "mark", "mark-stop", "mark-good"}
	check := func(front, back string, least float64) {
		t.Helper()
		f, ok := all[front]
		b, ok2 := all[back]
		if !ok || !ok2 {
			t.Fatalf("no token %s or %s", front, back)
		}
		for i, theme := range []string{"light", "dark"} {
			if got := contrast(f[i], b[i]); got < least {
				t.Errorf("%s on %s in %s: %.2f, want %.1f", front, back, theme, got, least)
			}
		}
	}
	for _, text := range []string{"ink", "ink-soft", "brand", "brand-deep", "good", "ask", "stop", "info"} {
		for _, back := range surfaces {
			check(text, back, 7)
		}
	}
	for _, back := range soft {
		check("ink", back, 7)
	}
	for _, meaning := range []string{"good", "ask", "stop", "info"} {
		check(meaning, meaning+"-soft", 7)
	}
	for _, pair := range [][2]string{
		{"on-brand", "brand"}, {"on-brand", "brand-deep"}, {"on-stop", "stop"}, {"on-band", "band"},
		{"brand", "brand-soft"}, {"brand-deep", "brand-soft"}, {"ink-soft", "brand-soft"},
	} {
		check(pair[0], pair[1], 7)
	}
	for _, thing := range []string{"edge", "focus"} {
		for _, back := range surfaces {
			check(thing, back, 4.5)
		}
	}
}

// TestOnlyTokensDefine reads the other sheets: no colour, size or space may stand in them as a figure.
func TestOnlyTokensDefine(t *testing.T) {
	tokensCSS, err := os.ReadFile("tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	media := regexp.MustCompile(`@media[^{]*\{`) // a custom property cannot stand in a media query
	comment := regexp.MustCompile(`(?s)/\*.*?\*/`)
	loose := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\(|[\d.]+(?:px|rem|ch|pt|vmin|ms|s)\b`)
	used := regexp.MustCompile(`var\(--([a-z0-9-]+)`)
	for _, name := range []string{"base.css", "part.css", "staff.css", "square.css", "print.css"} {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		css := media.ReplaceAllString(comment.ReplaceAllString(string(body), ""), "{")
		for _, found := range loose.FindAllString(css, -1) {
			t.Errorf("%s defines %q: it belongs in tokens.css", name, found)
		}
		for _, m := range used.FindAllStringSubmatch(css, -1) {
			if m[1] != "tone" && m[1] != "tone-soft" && m[1] != "tone-mark" && !strings.Contains(string(tokensCSS), "--"+m[1]+":") {
				t.Errorf("%s uses --%s, which tokens.css does not define", name, m[1])
			}
		}
		if open, shut := strings.Count(css, "{"), strings.Count(css, "}"); open != shut {
			t.Errorf("%s has %d { and %d }", name, open, shut)
		}
	}
}

func TestEveryTokenIsUsed(t *testing.T) {
	var all strings.Builder
	for _, name := range []string{"tokens.css", "base.css", "part.css", "staff.css", "square.css", "print.css"} {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(body)
	}
	for _, m := range regexp.MustCompile(`(?m)^\s+--([a-z0-9-]+):`).FindAllStringSubmatch(all.String(), -1) {
		if !strings.Contains(all.String(), fmt.Sprintf("var(--%s)", m[1])) && !strings.Contains(all.String(), fmt.Sprintf("var(--%s,", m[1])) {
			t.Errorf("--%s is defined and not used", m[1])
		}
	}
}

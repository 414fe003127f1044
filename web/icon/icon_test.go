package icon

import (
	"context"
	"regexp"
	"strings"
	"testing"
)

func TestEveryIconIsDrawnWithinItsSquare(t *testing.T) {
	if len(Names()) < 50 {
		t.Fatalf("the set has shrunk to %d icons", len(Names()))
	}
	data := regexp.MustCompile(`^M[MmLlHhVvAaCcSsZz0-9 .\-]+$`)
	for _, n := range Names() {
		var b strings.Builder
		if err := Icon(n).Render(context.Background(), &b); err != nil {
			t.Fatal(err)
		}
		if !data.MatchString(draw[n]) {
			t.Errorf("%s: not plain path data: %s", n, draw[n])
		}
		for _, want := range []string{`aria-hidden="true"`, `focusable="false"`, `viewBox="0 0 24 24"`} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: lacks %s", n, want)
			}
		}
		if strings.Contains(b.String(), "style=") {
			t.Errorf("%s: an inline style would break the content policy", n)
		}
	}
}

func TestAnUnknownIconDrawsNothing(t *testing.T) {
	var b strings.Builder
	if err := Icon(`"><script>`).Render(context.Background(), &b); err != nil || b.Len() != 0 {
		t.Fatalf("got %q, %v", b.String(), err)
	}
}

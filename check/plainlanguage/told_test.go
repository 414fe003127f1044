package plainlanguage

import (
	"strings"
	"testing"
)

func TestMeasuresAreToldFromTenSentences(t *testing.T) {
	ten := strings.Repeat("Vi lagar vägen i dag. Du kan gå förbi. ", 5)
	if got := Told(ten, "sv-SE").SV; !strings.HasPrefix(got, "LIX 4 · OVIX ") || !strings.Contains(got, "nominalkvot 0,") {
		t.Errorf("%q", got)
	}
	if got := Told(ten, "").EN; !strings.Contains(got, "nominal ratio 0.") {
		t.Errorf("%q", got)
	}
	for _, c := range [][2]string{{strings.TrimSuffix(ten, "Du kan gå förbi. "), ""}, {ten, "en"}, {"", ""}, {strings.Repeat("\n.", 40), "sv"}} {
		if got := Told(c[0], c[1]); !got.Empty() {
			t.Errorf("%.30q in %q: %s", c[0], c[1], got.SV)
		}
	}
	every := "Ett hus. Två båtar. Tre män. Fyra kor. Fem bin. Sex kar. Sju hav. Åtta berg. Nio träd. Tio moln."
	if got := Told(every, "").SV; !strings.Contains(got, "OVIX –") {
		t.Errorf("every word is used once, and OVIX is told: %q", got)
	}
}

package personaldata

import (
	"testing"

	"tilltal/check"
)

// TestLoneSurnames are asked about and no more; words, places and clubs that stand the same are let be.
func TestLoneSurnames(t *testing.T) {
	for text, want := range map[string]check.Grade{
		"Den 67-årige Mzkefu flydde i natt.":         check.Likely,
		"Enligt kommunen öppnar badet i morgon.":     check.None,
		"Vi ses vid Kvarnbacken på lördag.":          check.None,
		"Lekplatsen öppnar i dag. Truppen kom hit.":  check.None,
		"Enligt Skolinspektionen är skolan bra.":     check.None,
		"Tåget från Skaraborg är sent.":              check.None,
		"Guldfinalen visas på storbild vid stranden": check.None,
	} {
		got := check.None
		for _, f := range (Check{}).Look(check.Input{Text: text}) {
			if f.Rule == ruleName {
				got = max(got, f.Grade)
			}
		}
		if got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

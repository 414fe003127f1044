package personaldata

import (
	"testing"

	"tilltal/check"
)

// English writes its months with a capital, and three of them are names.
func TestEnglishDaysAreNobody(t *testing.T) {
	for text, want := range map[string]bool{
		"Two more come in May.":                false,
		"The path opens on 3 May 2027.":        false,
		"We close after Easter, until June.":   false,
		"May Andersson ringde om lekplatsen.":  true,
		"August sa att han kommer på torsdag.": true,
	} {
		if got := named(check.Input{Text: text}); got != want {
			t.Errorf("%q names somebody: %v, want %v", text, got, want)
		}
	}
	if named(check.Input{Text: "May is when the lake opens.", Language: "en"}) {
		t.Error("in a text that is in English, May is a month")
	}
}

func named(in check.Input) bool {
	for _, f := range (Check{}).Look(in) {
		if f.Rule == "personaldata.name" {
			return true
		}
	}
	return false
}

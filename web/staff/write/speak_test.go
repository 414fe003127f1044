package write

import (
	"testing"

	"tilltal/check"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
)

func TestTheButtonSaysWhatItWillDo(t *testing.T) {
	must := &check.Finding{Rule: "personaldata.personnummer"}
	for name, tc := range map[string]struct {
		s      situation
		button string
		tone   frame.Tone
		asks   bool
		waits  bool
	}{
		"own":               {situation{step: guideline.OwnJudgement}, "Publicera nu", frame.Good, false, false},
		"own, timed":        {situation{step: guideline.OwnJudgement, timed: true}, "Tidsätt", frame.Good, false, false},
		"own, correction":   {situation{kind: draft.KindCorrection, step: guideline.OwnJudgement}, "Publicera rättelsen", frame.Good, false, false},
		"reason":            {situation{step: guideline.WrittenReason, found: 2, open: 1}, "Publicera med skäl", frame.Ask, true, false},
		"reason, always":    {situation{step: guideline.WrittenReason}, "Publicera med skäl", frame.Ask, true, false},
		"reason, answered":  {situation{step: guideline.WrittenReason, found: 2}, "Publicera nu", frame.Good, false, false},
		"reason, timed":     {situation{step: guideline.WrittenReason, found: 2, open: 2, timed: true}, "Tidsätt med skäl", frame.Ask, true, false},
		"reader":            {situation{step: guideline.SecondReader, found: 1, open: 1}, "Be om en läsning", frame.Ask, false, true},
		"reader, always":    {situation{step: guideline.SecondReader}, "Be om en läsning", frame.Info, false, true},
		"reader, timed":     {situation{step: guideline.SecondReader, timed: true}, "Be om en läsning", frame.Info, false, true},
		"shift":             {situation{step: guideline.OnShift, found: 1}, "Skicka till kommunikatör på pass", frame.Ask, false, true},
		"decision":          {situation{step: guideline.Decision, found: 1}, "Skicka till beslutsfattare", frame.Stop, false, true},
		"must, on shift":    {situation{step: guideline.OnShift, found: 1, must: must}, "Skicka till kommunikatör på pass", frame.Stop, true, true},
		"must, by decision": {situation{step: guideline.Decision, found: 1, must: must}, "Skicka till beslutsfattare", frame.Stop, true, true},
	} {
		got := speak(tc.s)
		if got.button.SV != tc.button || got.tone != tc.tone || got.reason.Empty() == tc.asks || got.waits != tc.waits || got.line.Empty() {
			t.Errorf("%s: %q %q asks %v waits %v", name, got.button.SV, got.tone, !got.reason.Empty(), got.waits)
		}
	}
	if got := speak(situation{step: guideline.OnShift, must: must}); got.line.SV != "Personnummer: måste bort. Annars avgör kommunikatören på pass." {
		t.Errorf("%q", got.line.SV)
	}
}

func TestSwapTouchesOnlyTheWordsPointedAt(t *testing.T) {
	for name, tc := range map[string]struct {
		field      string
		start, end int
		was, want  string
	}{
		"there":        {"text", 3, 7, "full", "en trött herre"},
		"moved":        {"text", 2, 6, "full", "en full herre"},
		"outside":      {"text", 10, 99, "full", "en full herre"},
		"backwards":    {"text", 7, 3, "full", "en full herre"},
		"another":      {"summary", 3, 7, "full", "en full herre"},
		"no such":      {"x", 3, 7, "full", "en full herre"},
		"not that one": {"text", 3, 7, "arg", "en full herre"},
	} {
		s := sheet{content: draft.Content{Text: "en full herre"}}
		s.swap(tc.field, tc.start, tc.end, tc.was, "trött")
		if s.content.Text != tc.want {
			t.Errorf("%s: %q", name, s.content.Text)
		}
	}
}

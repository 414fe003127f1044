package shouting

import (
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) { checktest.Run(t, Check{}, "Nu är det snö!!!") }

func TestMarks(t *testing.T) {
	for text, want := range map[string]string{
		"Nu är det snö!!!": "!", "Va?!": "?", "Va?!?!?!": "?", "Snö! Is! Sol!": "", "Grattis!!": "", "Va??": "", "!": "", "": "",
	} {
		got := ""
		for _, f := range (Check{}).Look(check.Input{Text: text}) {
			got += f.Instead
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzLook(f *testing.F) {
	f.Add("a!!!b?!")
	f.Fuzz(func(t *testing.T, text string) { checktest.Look(t, Check{}, check.Input{Text: text}) })
}

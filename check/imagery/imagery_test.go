package imagery

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
	"tilltal/check/personaldata"
)

var whole = Check{Readers: []check.Check{personaldata.Check{}}}

func TestCheck(t *testing.T) { checktest.Run(t, whole) }

func TestWhatIsAsked(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		media check.Media
		want  string
	}{
		"nothing":                {"Hej", check.Media{Kind: "image"}, ""},
		"a link that is written": {"Läs på example.se/vinter", check.Media{Kind: "image", Codes: []string{"https://www.example.se/vinter/"}}, ""},
		"a link in the alt text": {"Hej", check.Media{Kind: "image", Alt: "Affisch: example.se/vinter", Codes: []string{"http://example.se/vinter"}}, ""},
		"a link only in a code":  {"Läs mer i koden", check.Media{Kind: "image", Codes: []string{"https://example.se/vinter"}}, "untold possible"},
		"somebody's number":      {"Bokad", check.Media{Kind: "image", Codes: []string{"19850709-9805"}}, "code certain"},
		"a face":                 {"Hej", check.Media{Kind: "image", Faces: 1}, "face possible"},
		"faces":                  {"Hej", check.Media{Kind: "image", Faces: 12}, "face possible"},
	} {
		var got []string
		for _, f := range checktest.Look(t, whole, check.Input{Text: c.text, Media: []check.Media{c.media}}) {
			got = append(got, strings.TrimPrefix(f.Rule, "imagery.")+" "+f.Grade.String())
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

func FuzzLook(f *testing.F) {
	f.Add("text", "https://example.se", 2)
	f.Fuzz(func(t *testing.T, text, code string, faces int) {
		checktest.Look(t, whole, check.Input{Text: text, Media: []check.Media{{Kind: "image", Codes: []string{code, text}, Faces: faces}}})
	})
}

package public_test

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tilltal/desk/draft"
)

// spokenIn returns the language that each place of a page with these words is read aloud in: the nearest lang around it.
func spokenIn(t *testing.T, page, words string) (langs []string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *html.Node, lang string)
	walk = func(n *html.Node, lang string) {
		said := n.Type == html.TextNode && n.Parent.Data != "title" && strings.Contains(n.Data, words) // a title can have only one language
		for _, a := range n.Attr {
			if a.Key == "lang" {
				lang = a.Val
			}
		}
		for _, a := range n.Attr {
			said = said || a.Key == "alt" && strings.Contains(a.Val, words)
		}
		if said {
			langs = append(langs, lang)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, lang)
		}
	}
	walk(doc, "")
	return langs
}

// TestWhatWeWroteInSwedishIsReadInSwedishOnAnEnglishPage: a screen reader must not read Swedish with English sounds.
func TestWhatWeWroteInSwedishIsReadInSwedishOnAnEnglishPage(t *testing.T) {
	w := newTown(t)
	p := w.say(draft.Content{Text: "Lekplatsen öppnar på lördag.", Summary: "Om lekplatsen", Language: "sv", Topics: []string{"Gungor"}})
	w.correct(p, draft.Corrected{Wrong: "på lördag", Right: "på söndag", Why: "Vi läste fel.", Now: "Skylten är ny."}, "Lekplatsen öppnar på söndag.")
	gone := w.post("Grillen är trasig.")
	w.withdraw(gone)
	purpose, rules := w.park.Purpose, strings.Split(w.park.Rules, "\n")[0]
	at := "/torget/parken"
	for path, all := range map[string][]string{
		"/":                          {purpose, "öppnar på söndag", "Vi läste fel.", "Om lekplatsen", "Gungor"},
		at:                           {purpose, "öppnar på söndag", "på lördag", "Skylten är ny."},
		at + "/om":                   {purpose, rules, w.park.Audience, w.park.Retention},
		at + "/" + p.ID:              {purpose, "öppnar på söndag", "Om lekplatsen"},
		at + "/" + gone.ID:           {purpose, "En person gick att känna igen."},
		at + "/fraga?inlagg=" + p.ID: {purpose, "Om lekplatsen"},
		at + "/" + p.ID + "/fel":     {"Om lekplatsen"},
		"/insyn/konton":              {purpose},
		"/insyn/rattelser":           {"på lördag", "Vi läste fel."},
		"/tillganglighet":            {"Vi följer lagen."},
		"/sok?q=lekplatsen":          {"öppnar på söndag"},
		"/torget/amne/gungor":        {"öppnar på söndag"},
	} {
		want := map[string]string{"en": "sv", "sv": "sv"}
		for page, lang := range want {
			answer := w.get(path, "Accept-Language", page)
			body := answer.Body.String()
			if answer.Code != http.StatusOK && answer.Code != http.StatusGone {
				t.Fatalf("%s: %d", path, answer.Code)
			}
			for _, words := range all {
				langs := spokenIn(t, body, words)
				if words == "" || len(langs) == 0 {
					t.Errorf("%s in %s does not say %q", path, page, words)
				}
				for _, got := range langs {
					if got != lang {
						t.Errorf("%s in %s reads %q in %q", path, page, words, got)
					}
				}
			}
		}
	}
}

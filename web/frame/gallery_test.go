package frame

import (
	"bytes"
	"context"
	"flag"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/lingo"
	"tilltal/web/static"
)

var galleryDir = flag.String("gallery", "", "write the gallery's pages to this folder, to look at them in a browser")

// scene is one page of the gallery, in a language.
type scene struct {
	name string
	page func(l lingo.Lang, theme Theme) templ.Component
}

var zone = time.FixedZone("CET", 3600)

// noon is the gallery's now: Friday 20 November 2026, 14:20.
var noon = time.Date(2026, time.November, 20, 14, 20, 0, 0, zone)

func moment(before time.Duration) Moment { return Moment{At: noon.Add(-before), Now: noon} }

func scenes() []scene {
	return []scene{
		{"idag", sceneToday}, {"skriv", sceneWrite}, {"granska", sceneReview}, {"inkorg", sceneInbox}, {"protokoll", sceneRecord},
		{"delar", sceneParts}, {"falt", sceneFields}, {"tomt", sceneEmpty}, {"fraga", sceneConfirm},
		{"logga-in", sceneSignIn}, {"fel", sceneError},
		{"torg", sceneSquare}, {"inlagg", scenePost}, {"insyn", sceneInsight},
	}
}

func draw(t testing.TB, c templ.Component) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestGallery draws every component on example pages, in both languages and all themes. Run it with -gallery DIR to keep them.
func TestGallery(t *testing.T) {
	for _, s := range scenes() {
		for _, l := range []lingo.Lang{lingo.SV, lingo.EN} {
			for _, theme := range []Theme{Light, Dark} {
				html := draw(t, s.page(l, theme))
				for _, never := range []string{" style=", "<script>", "onclick", "%!", "javascript:"} {
					if strings.Contains(html, never) {
						t.Errorf("%s in %s holds %q", s.name, l, never)
					}
				}
				if n := strings.Count(html, "<h1"); n != 1 {
					t.Errorf("%s in %s has %d h1", s.name, l, n)
				}
				if n := strings.Count(html, "<main"); n != 1 {
					t.Errorf("%s in %s has %d main", s.name, l, n)
				}
				keep(t, s.name+"-"+string(l)+"-"+string(theme)+".html", []byte(html))
			}
		}
	}
	keep(t, "policy.txt", []byte(static.Policy))
	keepFiles(t)
}

// keepFiles keeps what the pages fetch, under the addresses they have.
func keepFiles(t *testing.T) {
	names := []string{"staff.css", "square.css", "icons/tilltal.svg"}
	modules, err := filepath.Glob("../static/js/*.js")
	if err != nil || len(modules) == 0 {
		t.Fatalf("no modules: %v", err)
	}
	for _, m := range modules {
		names = append(names, "js/"+filepath.Base(m))
	}
	for _, name := range names {
		w := httptest.NewRecorder()
		static.Handler().ServeHTTP(w, httptest.NewRequest("GET", static.URL(name), nil))
		if w.Code != 200 {
			t.Fatalf("%s: %d", name, w.Code)
		}
		keep(t, strings.TrimPrefix(static.URL(name), "/"), w.Body.Bytes())
	}
}

func keep(t *testing.T, name string, body []byte) {
	if *galleryDir == "" {
		return
	}
	path := filepath.Join(*galleryDir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, body, 0o644); err != nil {
		t.Fatal(err)
	}
}

// in puts components one after the other, as the children of a frame.
func in(outer templ.Component, inner ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return outer.Render(templ.WithChildren(ctx, templ.Join(inner...)), w)
	})
}

// box puts components within an element of a class.
func box(class string, inner ...templ.Component) templ.Component {
	return templ.Join(templ.Raw(`<div class="`+class+`">`), templ.Join(inner...), templ.Raw(`</div>`))
}

func raw(html string) templ.Component { return templ.Raw(html) }

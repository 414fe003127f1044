package static

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

func get(method, url string, header ...string) *http.Response {
	r := httptest.NewRequest(method, url, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, r io.Reader) string {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEveryFileIsServedWithItsTypeForAYear(t *testing.T) {
	types := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	for name, a := range load().assets {
		res := get("GET", URL(name))
		if res.StatusCode != 200 || text(t, res.Body) != string(a.plain) {
			t.Errorf("%s: %d, or not the file", name, res.StatusCode)
		}
		if got := res.Header.Get("Content-Type"); got != types[path.Ext(name)] {
			t.Errorf("%s: type %q", name, got)
		}
		if got := res.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
			t.Errorf("%s: cache %q", name, got)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: headers %v", name, res.Header)
		}
	}
}

func TestCompressedIsTheSame(t *testing.T) {
	for _, name := range []string{"staff.css", "square.css", "js/editor.js"} {
		res := get("GET", URL(name), "Accept-Encoding", "br, gzip;q=0.8")
		if res.Header.Get("Content-Encoding") != "gzip" {
			t.Fatalf("%s is not compressed", name)
		}
		z, err := gzip.NewReader(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if text(t, z) != string(load().assets[name].plain) {
			t.Errorf("%s differs when compressed", name)
		}
	}
}

func TestTakesGzip(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "gzip": true, "br": false, "br, gzip": true, "gzip;q=0": false, "gzip; q=0.000": false, "gzip;q=0.5": true, "*": true, "*;q=0": false, "deflate,gzip;q=1.0,*;q=0.5": true,
	} {
		if got := TakesGzip(header); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}

func TestTakesGzipOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { TakesGzip(rapid.String().Draw(t, "header")) })
}

func TestAnOldPageGetsTheFileOfTodayAndDoesNotKeepIt(t *testing.T) {
	res := get("GET", "/-/000000000000/js/form.js")
	if res.StatusCode != 200 || res.Header.Get("Cache-Control") != "no-cache" {
		t.Fatalf("%d %q", res.StatusCode, res.Header.Get("Cache-Control"))
	}
}

func TestWhatIsNotThere(t *testing.T) {
	for _, url := range []string{"/-/", "/-/x", "/-/x/", "/-/x/nothing.css", "/-/x/../static.go", "/-/x/js", URL("static.go"), URL("../../go.mod")} {
		if res := get("GET", url); res.StatusCode != 404 {
			t.Errorf("%s: %d", url, res.StatusCode)
		}
	}
	if res := get("POST", URL("staff.css")); res.StatusCode != 405 || res.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d", res.StatusCode)
	}
	if res := get("HEAD", URL("staff.css")); res.StatusCode != 200 || text(t, res.Body) != "" || res.Header.Get("Content-Length") == "0" {
		t.Errorf("HEAD: %d", res.StatusCode)
	}
}

func TestTheHashFollowsTheContent(t *testing.T) {
	a := read(fstest.MapFS{"a.css": {Data: []byte("x")}, "js/b.js": {Data: []byte("y")}})
	b := read(fstest.MapFS{"a.css": {Data: []byte("x")}, "js/b.js": {Data: []byte("z")}})
	c := read(fstest.MapFS{"a.css": {Data: []byte("x")}, "js/b.js": {Data: []byte("y")}})
	if a.hash == b.hash || a.hash != c.hash || len(a.hash) != 12 {
		t.Fatalf("%s %s %s", a.hash, b.hash, c.hash)
	}
	if a.assets["a.css"].gzip != nil {
		t.Error("a file of one letter is smaller as it is")
	}
}

func TestBundlesBeginWithTheTokens(t *testing.T) {
	for name, parts := range bundles {
		body := string(load().assets[name].plain)
		if !strings.HasPrefix(body, ":root{\ncolor-scheme:") || parts[len(parts)-1] != "print.css" || !strings.Contains(body, "@media print{\nbody") {
			t.Errorf("%s is not whole", name)
		}
	}
}

func TestBareSaysTheSame(t *testing.T) {
	got := string(bare([]byte("/* a\n b */\n.a > .b { color: red; content: \"· \"; }\n\n@media print {\n  .c { margin: 0 auto; }\n}\n")))
	if want := ".a > .b{color:red;content:\"· \"}@media print{\n.c{margin:0 auto}}"; got != want {
		t.Errorf("%q", got)
	}
	for name, a := range load().assets {
		if path.Ext(name) != ".css" {
			continue
		}
		for i, part := range strings.Split(string(a.plain), `"`) {
			if i%2 == 1 && strings.ContainsAny(part, "{};:,") { // every other part stands within quotes
				t.Errorf("%s quotes %q: taking the air out would change it", name, part)
			}
		}
	}
}

// TestSmall keeps the promise of a page that is quick on a bad phone.
func TestSmall(t *testing.T) {
	js := 0
	for name, a := range load().assets {
		if path.Ext(name) == ".js" {
			js += len(a.plain)
		}
	}
	if js > 40_000 {
		t.Errorf("the modules are %d bytes together", js)
	}
	// The square is opened once by somebody in a hurry; the desk is opened every day and kept by the browser.
	most := map[string]int{"square.css": 36_000, "staff.css": 48_000}
	for name := range bundles {
		if n := len(load().assets[name].plain); n > most[name] {
			t.Errorf("%s is %d bytes", name, n)
		}
		if n := len(load().assets[name].gzip); n > 10_000 {
			t.Errorf("%s is %d bytes on the wire", name, n)
		}
	}
}

// TestNoModuleMakesHTMLOfStrings: only trust.js may, and only under the policy.
func TestNoModuleMakesHTMLOfStrings(t *testing.T) {
	never := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\b|setAttribute\("on`)
	imports := regexp.MustCompile(`from "(\./[a-z]+\.js)"`)
	for name, a := range load().assets {
		if path.Ext(name) != ".js" {
			continue
		}
		if m := never.Find(a.plain); m != nil {
			t.Errorf("%s uses %s", name, m)
		}
		if name != "js/trust.js" && bytes.Contains(a.plain, []byte("DOMParser")) {
			t.Errorf("%s parses by itself", name)
		}
		for _, m := range imports.FindAllSubmatch(a.plain, -1) {
			if _, ok := load().assets[path.Join("js", string(m[1]))]; !ok {
				t.Errorf("%s imports %s, which is not there", name, m[1])
			}
		}
	}
}

func TestThePolicyForbidsEverythingElse(t *testing.T) {
	for _, want := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "require-trusted-types-for 'script'", "trusted-types tilltal"} {
		if !strings.Contains(Policy, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	if strings.Contains(Policy, "unsafe") || strings.Contains(Policy, "http") {
		t.Error("the policy lets something in")
	}
}

// TestSigningOutForgetsWhatTheBrowserKept: the desk's menu, which is on each of its pages, forgets by the module that keeps.
// e2e/leaver.test.mjs sees it happen.
func TestSigningOutForgetsWhatTheBrowserKept(t *testing.T) {
	menu, err := files.ReadFile("js/menu.js")
	if err != nil || !strings.Contains(string(menu), `import { leave } from "./keep.js"`) || !strings.Contains(string(menu), `"/logga-ut"`) {
		t.Errorf("menu.js forgets nothing: %v", err)
	}
	keep, err := files.ReadFile("js/keep.js")
	if err != nil || !strings.Contains(string(keep), "dataset.reader") || !strings.Contains(string(keep), "localStorage.removeItem") {
		t.Errorf("keep.js does not tell one reader from another: %v", err)
	}
}

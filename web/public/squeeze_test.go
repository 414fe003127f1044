package public_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestWhatIsTheSameForEverybodyIsSentCompressed, also what is made each time; and a form, which holds somebody's own words, is not.
func TestWhatIsTheSameForEverybodyIsSentCompressed(t *testing.T) {
	w := newTown(t)
	w.post("Lekplatsen öppnar på lördag.")
	for path, want := range map[string]string{"/": "gzip", "/torget/parken": "gzip", "/insyn": "gzip", "/insyn/konton": "gzip", "/insyn/rattelser": "gzip",
		"/torget/parken/fraga": "", "/sok?q=lekplats": ""} {
		if got := w.get(path, "Accept-Encoding", "gzip").Header().Get("Content-Encoding"); got != want {
			t.Errorf("%s: %q", path, got)
		}
	}
}

func TestAPageIsSentCompressedToWhoTakesIt(t *testing.T) {
	w := newTown(t)
	path := "/torget/parken/" + w.post("Lekplatsen öppnar på lördag.").ID
	plain := w.get(path, "Accept-Encoding", "gzip;q=0")
	packed := w.get(path, "Accept-Encoding", "gzip, br")
	if plain.Header().Get("Content-Encoding") != "" || packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len()*2 > plain.Body.Len() {
		t.Fatalf("%q of %d bytes, %q of %d", plain.Header().Get("Content-Encoding"), plain.Body.Len(), packed.Header().Get("Content-Encoding"), packed.Body.Len())
	}
	tag := packed.Header().Get("ETag")
	if tag == plain.Header().Get("ETag") || !strings.Contains(packed.Header().Get("Vary"), "Accept-Encoding") || !strings.Contains(plain.Header().Get("Vary"), "Accept-Encoding") {
		t.Errorf("%v, %v", plain.Header(), packed.Header())
	}
	r, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	if whole, err := io.ReadAll(r); err != nil || string(whole) != plain.Body.String() {
		t.Errorf("another page: %v", err)
	}
	for _, takes := range []string{"gzip", "identity"} {
		if again := w.get(path, "Accept-Encoding", takes, "If-None-Match", tag); again.Code != http.StatusNotModified || again.Body.Len() != 0 || again.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: %d", takes, again.Code)
		}
	}
	if other := w.get("/", "If-None-Match", tag, "Accept-Encoding", "gzip"); other.Code != http.StatusOK {
		t.Errorf("another page with that tag: %d", other.Code)
	}
}

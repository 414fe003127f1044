// Package static holds what the browser fetches beside the pages: style sheets, first-party ES modules and pictures. All of
// it is embedded in the program and compressed once, in memory, so that a page never waits for a disk or for another host.
//
// Every address carries a hash of the whole set, /-/HASH/name. A reader may therefore keep a file for a year, and a module
// that imports "./trust.js" gets the one of its own version. Two names are bundles, put together here and not by a build
// step: staff.css and square.css each begin with the tokens and the base.
package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed *.css js/*.js icons/*
var files embed.FS

// Prefix is where the handler is mounted.
const Prefix = "/-/"

// Policy is the Content-Security-Policy that every page of the house keeps: nothing inline, nothing from elsewhere, and no
// string becomes HTML in the browser except through the policy named tilltal (js/trust.js).
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types tilltal"

// bundles are the style sheets that a page links to, and what each is made of.
var bundles = map[string][]string{
	"staff.css":  {"tokens.css", "base.css", "part.css", "staff.css", "print.css"},
	"square.css": {"tokens.css", "base.css", "part.css", "square.css", "print.css"},
}

type asset struct {
	mime  string
	plain []byte
	gzip  []byte // nil when compressing does not help
}

type set struct {
	hash   string
	assets map[string]asset
}

var load = sync.OnceValue(func() set { return read(files) })

// URL returns the address of a file by its name, for example "staff.css" or "js/editor.js". An unknown name gives an
// address that answers 404.
func URL(name string) string { return Prefix + load().hash + "/" + name }

// Handler answers GET and HEAD under [Prefix]. An address with the right hash may be kept for a year. One with an old hash,
// from a page that stood open over an upgrade, gets the file of today and may not be kept.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		hash, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, Prefix), "/")
		a, ok := load().assets[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		serve(w, r, a, hash == load().hash)
	})
}

func serve(w http.ResponseWriter, r *http.Request, a asset, current bool) {
	h := w.Header()
	h.Set("Content-Type", a.mime)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if current {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	body := a.plain
	if a.gzip != nil && TakesGzip(r.Header.Get("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		body = a.gzip
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // the reader has gone away: nobody is left to tell
	}
}

// TakesGzip reads an Accept-Encoding header: gzip or * named without a weight of zero.
func TakesGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		q = strings.ReplaceAll(strings.TrimSpace(q), " ", "")
		if name = strings.TrimSpace(name); name == "gzip" || name == "*" {
			return strings.Trim(strings.TrimPrefix(q, "q="), "0.") != "" || q == ""
		}
	}
	return false
}

// read makes the whole set: files, then bundles in place of the sheets of the same name, then the hash over all of it.
func read(from fs.FS) set {
	plain := map[string][]byte{}
	// The files are part of the program: walking them cannot fail, and a test reads each.
	_ = fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		plain[name], err = fs.ReadFile(from, name)
		return err
	})
	whole := map[string][]byte{}
	for name, parts := range bundles {
		for _, part := range parts {
			whole[name] = append(whole[name], bare(plain[part])...)
		}
	}
	for name, body := range whole {
		plain[name] = body
	}
	return pack(plain)
}

var (
	remark = regexp.MustCompile(`(?s)/\*.*?\*/`)
	indent = regexp.MustCompile(`\n\s+`)
	around = regexp.MustCompile(` ?([{};]) ?|([:,]) `)
	last   = regexp.MustCompile(`;?\n*}\n*`)
)

// bare takes the remarks and the air out of a style sheet: they are for those who read the files, not for a bad phone. The sheets
// hold none of these signs within quotes, which a test sees to.
func bare(css []byte) []byte {
	css = indent.ReplaceAll(remark.ReplaceAll(css, nil), []byte("\n"))
	return bytes.TrimLeft(last.ReplaceAll(around.ReplaceAll(css, []byte("$1$2")), []byte("}")), "\n")
}

func pack(plain map[string][]byte) set {
	s := set{assets: make(map[string]asset, len(plain))}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(plain)) {
		body := plain[name]
		sum.Write([]byte(name))
		sum.Write(body)
		s.assets[name] = asset{mime: typeOf(name), plain: body, gzip: squeeze(body)}
	}
	s.hash = hex.EncodeToString(sum.Sum(nil))[:12]
	return s
}

// typeOf names the media types itself, so that they do not depend on the machine's own list.
func typeOf(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return mime.TypeByExtension(path.Ext(name))
}

func squeeze(body []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil
	}
	if _, err = w.Write(body); err != nil {
		return nil
	}
	if w.Close() != nil || b.Len() >= len(body) {
		return nil
	}
	return b.Bytes()
}

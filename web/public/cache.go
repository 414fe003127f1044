package public

import (
	"bytes"
	"container/list"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/a-h/templ"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/web/static"
	"tilltal/web/visit"
)

// maxKept is how much memory the pages that are kept ready may take, in bytes.
const maxKept = 16 << 20

// leastGzip is how long a body must be to be worth compressing, in bytes: less goes in one packet anyway.
const leastGzip = 1 << 10

// document is an answer that is the same for everybody who asks in the same language and theme.
type document struct {
	status    int
	media     string
	body      []byte
	gzip      []byte // the body compressed; nil when it is not worth it
	tag       string // ETag: a hash of the body
	alternate bool   // the same thing can be had as activity JSON
}

// cache keeps documents ready. Each belongs to a moment of the record: the ledger's size and the day. When anything at all has
// been written since, it is made anew; so nothing old is ever shown, and a storm night with thousands of readers costs one
// rendering for each entry on the record.
type cache struct {
	mu     sync.Mutex
	most   int
	bytes  int
	kept   map[string]*list.Element
	recent *list.List // the latest used first
}

type keptPage struct {
	key, moment string
	doc         document
}

func newCache(most int) *cache {
	return &cache{most: most, kept: map[string]*list.Element{}, recent: list.New()}
}

func (c *cache) get(key, moment string) (document, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.kept[key]
	if !ok {
		return document{}, false
	}
	k := e.Value.(*keptPage)
	if k.moment != moment {
		return document{}, false
	}
	c.recent.MoveToFront(e)
	return k.doc, true
}

func (c *cache) put(key, moment string, doc document) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.kept[key]; ok {
		c.forget(e)
	}
	k := &keptPage{key: key, moment: moment, doc: doc}
	c.kept[key] = c.recent.PushFront(k)
	c.bytes += k.size()
	for c.bytes > c.most {
		c.forget(c.recent.Back())
	}
}

func (c *cache) forget(e *list.Element) {
	k := e.Value.(*keptPage)
	c.recent.Remove(e)
	delete(c.kept, k.key)
	c.bytes -= k.size()
}

// size is what a page takes, with what it costs to remember it.
func (k *keptPage) size() int { return len(k.doc.body) + len(k.doc.gzip) + len(k.key) + 512 }

// serve answers with a document, from memory when nothing has been written on the record since it was made. The path is the
// page's own with the part of its query that it reads: whatever else a link has behind its question mark makes no new page.
func (h *house) serve(v *visit.Visit, path string, build func(ctx context.Context) (document, error)) error {
	size, err := h.Ledger.Size(v.Context())
	if err != nil {
		return err
	}
	moment := strconv.FormatInt(size, 10) + " " + clock.DateOf(v.Now, clock.Stockholm()).String()
	if h.voiced(path) {
		moment += " " + clock.TimeOf(v.Now, clock.Stockholm()).String()
	}
	key := strings.Join([]string{path, string(chosen(v)), string(v.Lang), string(v.Theme)}, "\x00")
	doc, ok := h.cache.get(key, moment)
	if !ok {
		if doc, err = build(v.Context()); err != nil {
			return err
		}
		doc = doc.finished()
		h.cache.put(key, moment, doc)
	}
	doc.write(v)
	return nil
}

// fresh answers with a document that is made each time, because the clock alone changes it.
func fresh(v *visit.Visit, build func(ctx context.Context) (document, error)) error {
	doc, err := build(v.Context())
	if err != nil {
		return err
	}
	doc.finished().write(v)
	return nil
}

// finished is a document with its ETag and its compressed body.
func (d document) finished() document {
	d.tag = tagOf(d.body)
	if len(d.body) > leastGzip {
		d.gzip = squeezed(d.body)
	}
	return d
}

// tagOf is a document's ETag.
func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// rendered is a page as a document.
func rendered(ctx context.Context, status int, c templ.Component) (document, error) {
	var b bytes.Buffer
	if err := c.Render(ctx, &b); err != nil {
		return document{}, fault.Wrap("render", err)
	}
	return document{status: status, media: "text/html; charset=utf-8", body: b.Bytes()}, nil
}

func (d document) write(v *visit.Visit) {
	head := v.W.Header()
	head.Set("Cache-Control", "no-cache") // may be kept, must be asked for: a withdrawal counts at once
	body, tag := d.body, d.tag
	if d.gzip != nil && static.TakesGzip(v.R.Header.Get("Accept-Encoding")) {
		body, tag = d.gzip, strings.TrimSuffix(d.tag, `"`)+gzipMark
	}
	head.Set("ETag", tag)
	head.Set("Vary", "Accept, Accept-Encoding, Accept-Language, Cookie")
	if d.alternate {
		head.Set("Link", "<"+base(v)+v.R.URL.EscapedPath()+`>; rel="alternate"; type="application/activity+json"`)
	}
	if d.status == http.StatusOK && unchanged(v.R, d.tag) {
		v.W.WriteHeader(http.StatusNotModified)
		return
	}
	head.Set("Content-Type", d.media)
	if tag != d.tag {
		head.Set("Content-Encoding", "gzip")
	}
	head.Set("Content-Length", strconv.Itoa(len(body)))
	v.W.WriteHeader(d.status)
	_, _ = v.W.Write(body) // the reader has gone away: nobody is left to tell
}

// gzipMark ends the ETag of a compressed body: two bodies may not share a strong tag (RFC 9110 section 8.8.3.3).
const gzipMark = `-gzip"`

// unchanged reports whether the reader has this very document already (RFC 9110 section 13.1.2).
func unchanged(r *http.Request, tag string) bool {
	for given := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if given = strings.TrimPrefix(strings.TrimSpace(given), "W/"); given == tag || given == "*" || strings.TrimSuffix(given, gzipMark) == strings.TrimSuffix(tag, `"`) {
			return true
		}
	}
	return false
}

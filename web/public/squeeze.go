package public

import (
	"bytes"
	"compress/gzip"
	"sync"
)

// Only what is the same for everybody is compressed: documents. A page that holds a secret of somebody's beside words that
// another has chosen must not be, for its length would tell of the secret (BREACH). Nothing behind the sign-in is: there any
// stranger's message stands beside what nobody else may read. Nor is what is told to one visitor, nor streams of events.

// writers are kept for use again: each has tables of some hundred kilobytes. A page is made anew at every entry on the
// record, so it is compressed for speed.
var writers = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level is one there is: it cannot fail
	return w
}}

// squeezed is a body in gzip; nil when that does not help.
func squeezed(body []byte) []byte {
	var b bytes.Buffer
	w := writers.Get().(*gzip.Writer)
	defer writers.Put(w)
	w.Reset(&b)
	if _, err := w.Write(body); err != nil || w.Close() != nil || b.Len() >= len(body) {
		return nil
	}
	return b.Bytes()
}

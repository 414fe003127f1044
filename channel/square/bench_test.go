package square_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/httpsig"
	"tilltal/channel/square"
	"tilltal/store/storetest"
)

// quiet is a desk that forgets what arrives: what is measured is the square.
type quiet struct{ *desk }

func (quiet) Arrive(context.Context, square.Letter) error { return nil }

// BenchmarkReceive takes signed answers from a sender that is known: signature, digest and claims are checked each time.
func BenchmarkReceive(b *testing.B) {
	c := clock.At(noon)
	w, n := open(b, storetest.SQLite(b, c), c), meet(b)
	w.Square = square.New(square.Options{Addresses: w.at, Desk: quiet{w.desk}, Store: w.store, Clock: c, AllowHTTP: true, Fetch: w.Square.Fetch})
	const many = 200
	bodies, headers := make([][]byte, many), make([]http.Header, many)
	for i := range many {
		a := n.answer(fmt.Sprint(i), w.at.Post("parken", postID), activitypub.Public, w.at.Actor("parken"))
		bodies[i], _ = json.Marshal(a)
		r := n.request(w, "/torget/inbox", bodies[i])
		if err := httpsig.Sign(r, bodies[i], httpsig.Key{ID: n.actor + "#main-key", Private: n.key}, httpsig.Cavage, noon); err != nil {
			b.Fatal(err)
		}
		headers[i] = r.Header
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, w.origin+"/torget/inbox", nil)
		r.Header, r.Body = headers[i%many], io.NopCloser(bytes.NewReader(bodies[i%many]))
		if err := w.Receive(httptest.NewRecorder(), r, ""); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

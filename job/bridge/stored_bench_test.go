package bridge_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/httpsig"
	"tilltal/channel/square"
	"tilltal/desk/inbox"
	"tilltal/job/bridge"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web"
)

// BenchmarkStored delivers signed answers from a known sender over the machine's own network, and waits for each until it is
// on disk with its entry on the record. The sender has signed them beforehand, and shares the processors.
func BenchmarkStored(b *testing.B) {
	s, err := store.Open(context.Background(), store.Options{URL: filepath.Join(b.TempDir(), "desk.db"), Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "torget.example.se"})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	server, sq := squareOn(b, s)
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		b.Fatal(err)
	}
	pem, err := httpsig.PublicPEM(key.Public())
	if err != nil {
		b.Fatal(err)
	}
	if err := s.KeepPeer(ctx, square.Peer{Key: anna + "#main-key", Public: pem, Actor: anna, Handle: "anna", Inbox: anna + "/inbox"}); err != nil {
		b.Fatal(err)
	}
	requests := make(chan *http.Request, b.N)
	for i := range b.N {
		requests <- letter(b, server.URL+"/torget/inbox", sq.Addresses.Post("parken", postID), i, key)
	}
	close(requests)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 128}}
	var senders sync.WaitGroup
	var refused atomic.Int64
	b.ResetTimer()
	for range 128 {
		senders.Go(func() {
			for r := range requests {
				resp, err := client.Do(r)
				if err != nil {
					b.Error(err)
					return
				}
				if resp.StatusCode != http.StatusAccepted {
					refused.Add(1)
				}
				_, _ = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		})
	}
	senders.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "stored/s")
	if n, err := s.Size(ctx); err != nil || refused.Load() > 0 || n < int64(b.N) {
		b.Errorf("%d entries for %d letters, %d refused, %v", n, b.N, refused.Load(), err)
	}
}

func squareOn(b *testing.B, s *store.Store) (*httptest.Server, *square.Square) {
	town(b, s)
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	b.Cleanup(server.Close)
	base, err := url.Parse(server.URL)
	if err != nil {
		b.Fatal(err)
	}
	at := square.NewAddresses(base)
	room := inbox.New(s, inbox.Options{Clock: clock.At(storetest.Noon), Square: bridge.NewPlaces(at, s)})
	sq := square.New(square.Options{Addresses: at, Desk: bridge.NewDesk(s, at, room), Store: s, Clock: clock.At(storetest.Noon), AllowHTTP: true, Fetch: fetch.New(fetch.Options{})})
	mux.HandleFunc("POST /torget/inbox", func(w http.ResponseWriter, r *http.Request) {
		if err := sq.Receive(w, r, ""); err != nil {
			http.Error(w, err.Error(), web.Status(fault.KindOf(err)))
		}
	})
	return server, sq
}

func letter(b *testing.B, to, about string, i int, key *rsa.PrivateKey) *http.Request {
	a := act("Create", note(doc{"id": fmt.Sprintf("https://social.example/notes/%d", i), "inReplyTo": about}))
	a["id"] = fmt.Sprintf("https://social.example/acts/%d", i)
	body, err := json.Marshal(a)
	if err != nil {
		b.Fatal(err)
	}
	r, err := http.NewRequest(http.MethodPost, to, bytes.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/activity+json")
	if err := httpsig.Sign(r, body, httpsig.Key{ID: anna + "#main-key", Private: key}, httpsig.Cavage, storetest.Noon); err != nil {
		b.Fatal(err)
	}
	return r
}

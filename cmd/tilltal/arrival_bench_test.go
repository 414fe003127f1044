package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tilltal/desk/inbox"
)

// BenchmarkArrival is the burst: signed replies from senders we know, over HTTP, from a sender on the same machine, each on
// disk with its ledger entry before it is answered. It tells how many a second, how long the slowest hundredth took at a
// thousand a second (half of what is promised), the program's memory, and that none that was answered is missing after a kill.
//
// The letters are signed beforehand: signing costs the sender a millisecond, and the sender is not what is measured.
// Run it with a fixed count: go test ./cmd/tilltal -run '^$' -bench Arrival -benchtime 20000x
func BenchmarkArrival(b *testing.B) {
	for _, stored := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint("stored=", stored), func(b *testing.B) { arrive(b, stored) })
	}
}

const connections = 96

// evenRate is half of the two thousand a second that are promised.
const evenRate = 1000

func arrive(b *testing.B, stored int) {
	p, n := newProcess(b, ""), newNeighbour(b, 16)
	p.start()
	account, post := p.somePost()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections}}
	for i := range n.keys { // from now on they are known
		l := n.sign(b, i, "known", account+"/inbox", n.reply(i, fmt.Sprint("known", i), post, "Hej!"))
		if got := send(context.Background(), client, account+"/inbox", l); got != http.StatusAccepted {
			b.Fatalf("the first letter was answered %d: %s", got, p.errors)
		}
	}
	p.prefill(b, n, account, post, stored)
	half := max(b.N/4, 200)
	letters := make([]letter, b.N+half)
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			for i := w; i < len(letters); i += 2 {
				name := fmt.Sprint(stored, "-", i)
				letters[i] = n.sign(b, i%len(n.keys), name, account+"/inbox", n.reply(i%len(n.keys), name, post, fmt.Sprint("Vad bra! Fråga nummer ", i, ": när börjar det?")))
			}
		})
	}
	wg.Wait()

	b.ResetTimer()
	rate := burst(b, client, account+"/inbox", letters[:b.N])
	b.StopTimer()
	p99 := steady(b, client, account+"/inbox", letters[b.N:], evenRate)
	_, most := p.memory()
	b.ReportMetric(rate, "replies/s")
	b.ReportMetric(p99.Seconds()*1e3, "p99-ms-at-half")
	b.ReportMetric(float64(most)/(1<<20), "MiB-most")
	b.ReportMetric(0, "ns/op")
	p.kill()
	lost := missing(b, p, n, letters)
	b.ReportMetric(float64(lost), "missing")
	if lost > 0 {
		b.Errorf("%d of %d answered letters are missing after a kill", lost, len(letters))
	}
}

// prefill puts replies on the record without the way over HTTP, and waits until they are sorted.
func (p *process) prefill(b *testing.B, n *neighbour, account, post string, count int) {
	b.Helper()
	p.kill()
	h, err := where{Data: p.data, BaseURL: p.url(), AllowLoopback: true}.enter(context.Background(), p.errors)
	if err != nil {
		b.Fatal(err)
	}
	r := h.furnish(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 64 {
		wg.Go(func() {
			for i := next.Add(1); i <= int64(count); i = next.Add(1) {
				who := int(i) % len(n.keys)
				name := fmt.Sprint("before-", i)
				if err := r.inbox.Arrive(context.Background(), envelope(n, who, name, n.reply(who, name, post, fmt.Sprint("Tidigare svar ", i)))); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if err := r.inbox.Sort(context.Background()); err != nil {
		b.Fatal(err)
	}
	if err := h.Close(); err != nil {
		b.Fatal(err)
	}
	p.start()
}

// burst sends as fast as it is answered, and returns how many a second.
func burst(b *testing.B, client *http.Client, to string, letters []letter) float64 {
	b.Helper()
	var next atomic.Int64
	var wg sync.WaitGroup
	began := time.Now()
	for range connections {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(letters)); i = next.Add(1) - 1 {
				if got := send(context.Background(), client, to, letters[i]); got != http.StatusAccepted {
					b.Errorf("letter %d was answered %d", i, got)
				}
			}
		})
	}
	wg.Wait()
	return float64(len(letters)) / time.Since(began).Seconds()
}

// steady sends at an even pace whatever the answers do, and returns the 99th percentile of how long they took from when they
// should have been sent.
func steady(b *testing.B, client *http.Client, to string, letters []letter, rate float64) time.Duration {
	b.Helper()
	took := make([]time.Duration, len(letters))
	var wg sync.WaitGroup
	began := time.Now()
	for i, l := range letters {
		due := began.Add(time.Duration(float64(i) / rate * float64(time.Second)))
		time.Sleep(time.Until(due))
		wg.Go(func() {
			if got := send(context.Background(), client, to, l); got != http.StatusAccepted {
				b.Errorf("letter %d was answered %d", i, got)
			}
			took[i] = time.Since(due)
		})
	}
	wg.Wait()
	slices.Sort(took)
	return took[len(took)*99/100]
}

// missing looks in the database of a program that was killed for every letter that it had answered, and counts those that
// are not there.
func missing(b *testing.B, p *process, n *neighbour, letters []letter) (lost int) {
	b.Helper()
	h, err := where{Data: p.data, BaseURL: p.url(), AllowLoopback: true}.enter(context.Background(), p.errors)
	if err != nil {
		b.Fatal(err)
	}
	defer h.Close()
	for _, l := range letters {
		if !h.arrived(b, n.URL+"/a/"+l.name) {
			lost++
		}
	}
	return lost
}

// envelope is a letter as the square hands it to the inbox.
func envelope(n *neighbour, i int, name string, body []byte) inbox.Envelope {
	return inbox.Envelope{Channel: inbox.ChannelFediverse, Remote: n.URL + "/a/" + name, Sender: n.id(i), Kind: "Create", Body: body}
}

// arrived reports whether a letter is on the record.
func (h *house) arrived(t testing.TB, activity string) bool {
	t.Helper()
	seen, err := h.store.Seen(context.Background(), inbox.EnvelopeID(inbox.ChannelFediverse, activity))
	if err != nil {
		t.Fatal(err)
	}
	return seen > 0
}

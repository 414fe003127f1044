package job_test

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fetch"
	"tilltal/channel"
	"tilltal/channel/channeltest"
	"tilltal/channel/square"
	"tilltal/job"
	"tilltal/store"
	"tilltal/store/storetest"
)

// one is a desk with one account.
type one struct {
	square.Desk
	account channel.Account
}

func (d one) Accounts(context.Context) ([]channel.Account, error) {
	return []channel.Account{d.account}, nil
}

// BenchmarkDelivery delivers a post to a thousand servers, each of which answers after a tenth of a second. It says how long
// that took, what share of the signatures that this machine can make were made meanwhile, and what share of the processor time
// went to signing. The servers run in the same program, and are paid for out of the same time.
func BenchmarkDelivery(b *testing.B) {
	for _, answer := range []time.Duration{100 * time.Millisecond, 0} {
		b.Run("answering after "+answer.String(), func(b *testing.B) { benchmarkDelivery(b, 1000, answer) })
	}
}

func benchmarkDelivery(b *testing.B, servers int, answer time.Duration) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	s, err := store.Open(ctx, store.Options{URL: filepath.Join(b.TempDir(), "desk.db"), Clock: clock.System{}, Keys: storetest.NewKeys(), Origin: "torget.example.se"})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var got atomic.Int64
	port := neighbours(b, answer, &got)
	base, _ := url.Parse("https://torget.example.se")
	account := channel.Account{ID: "parken", Handle: "parken"}
	sq := square.New(square.Options{Addresses: square.NewAddresses(base), Desk: one{account: account}, Store: s, Clock: clock.System{}, AllowHTTP: true,
		Fetch: fetch.New(fetch.Options{AllowLoopback: true})})
	for i := range servers {
		inbox := fmt.Sprintf("http://127.0.%d.%d:%s/inbox", 1+i/250, 1+i%250, port)
		if err := s.Follow(ctx, square.Follower{Account: "parken", Actor: inbox, Follow: inbox, Inbox: inbox, Own: inbox},
			square.Sending{Activity: square.Activity{ID: "none", Body: []byte("{}"), At: time.Now()}}); err != nil {
			b.Fatal(err)
		}
	}
	var run sync.WaitGroup
	run.Go(func() {
		job.New(s, clock.System{}, slog.New(slog.NewTextHandler(io.Discard, nil)), func() bool { return true }, job.Delivery(sq)).Run(ctx)
	})
	rate, each := signatures(b)
	used := processor(b)
	b.ResetTimer()
	n := 0
	for b.Loop() {
		n++
		if _, err := sq.Publish(ctx, channeltest.Post(account, fmt.Sprintf("01kaaaaaaaaaaaaaaaaaaa%04d", n))); err != nil {
			b.Fatal(err)
		}
		for got.Load() < int64(n*servers) {
			time.Sleep(time.Millisecond)
		}
	}
	per := float64(n*servers) / b.Elapsed().Seconds()
	b.ReportMetric(per, "deliveries/s")
	b.ReportMetric(100*per/rate, "%signatures") // of what the machine made alone: low when others use it too
	b.ReportMetric(100*float64(n*servers)*each/(processor(b)-used), "%processor")
	b.ReportMetric(b.Elapsed().Seconds()/float64(n), "s/post")
	stop()
	run.Wait()
}

// neighbours answer at every address of this machine: each is a server of its own.
func neighbours(b *testing.B, answer time.Duration, got *atomic.Int64) (port string) {
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		b.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		time.Sleep(answer)
		w.WriteHeader(http.StatusAccepted)
		got.Add(1)
	})}
	go func() { _ = server.Serve(l) }()
	b.Cleanup(func() { _ = server.Close() })
	_, port, _ = net.SplitHostPort(l.Addr().String())
	return port
}

// processor is how much processor time this program has used, in seconds.
func processor(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

// signatures is how many RSA signatures a second all processors make together when they do nothing else, and how much
// processor time one takes, in seconds.
func signatures(b *testing.B) (rate, each float64) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		b.Fatal(err)
	}
	var n atomic.Int64
	var all sync.WaitGroup
	began, used := time.Now(), processor(b)
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			sum := sha256.Sum256([]byte("text"))
			for time.Since(began) < time.Second {
				if _, err := key.Sign(rand.Reader, sum[:], crypto.SHA256); err != nil {
					b.Error(err)
				}
				n.Add(1)
			}
		})
	}
	all.Wait()
	return float64(n.Load()) / time.Since(began).Seconds(), (processor(b) - used) / float64(n.Load())
}

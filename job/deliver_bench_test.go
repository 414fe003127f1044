package job_test

import (
	"bufio"
	"bytes"
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
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync"
	"sync/atomic"
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

// BenchmarkDelivery delivers a post to a thousand servers, each of which answers after a tenth of a second, and then to as many
// that answer at once. The servers are a program of their own on the same machine. It tells how long a post took, and
//
//   - %processor: how much of the desk's processor time goes to signing, and so how many signatures it makes in a second of
//     that time, as a share of those that can be made in it. The rest is what delivering costs beside the signature. It is read
//     from the process's own profile: so it does not tell of neighbours, who make everything dearer alike.
//   - %signatures: the same by the clock on the wall. The servers, which in life have machines of their own, take their part of
//     this one's processors here.
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
	port, got := neighbours(b, answer)
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
	rate := signatures(b)
	before, share := got(), signing(b)
	b.ResetTimer()
	n := 0
	for b.Loop() {
		n++
		if _, err := sq.Publish(ctx, channeltest.Post(account, fmt.Sprintf("01kaaaaaaaaaaaaaaaaaaa%04d", n))); err != nil {
			b.Fatal(err)
		}
		for got()-before < n*servers {
			time.Sleep(time.Millisecond)
		}
	}
	per := float64(n*servers) / b.Elapsed().Seconds()
	b.ReportMetric(per, "deliveries/s")
	b.ReportMetric(100*per/rate, "%signatures") // of what the machine made alone: low when others use it too
	b.ReportMetric(share(), "%processor")
	b.ReportMetric(b.Elapsed().Seconds()/float64(n), "s/post")
	stop()
	run.Wait()
}

// neighbours starts the servers, and returns their port and how many deliveries they have taken.
func neighbours(b *testing.B, answer time.Duration) (port string, got func() int) {
	cmd := exec.Command(os.Args[0], "-test.run=^TestNeighbours$")
	cmd.Env = append(os.Environ(), "TILLTAL_NEIGHBOURS="+answer.String())
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	in, err := cmd.StdinPipe() // when it is closed, they end
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = in.Close()
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		b.Fatal("the neighbours did not begin")
	}
	port = lines.Text()
	var taken atomic.Int64
	go func() {
		for lines.Scan() {
			n, _ := strconv.ParseInt(lines.Text(), 10, 64)
			taken.Store(n)
		}
	}()
	return port, func() int { return int(taken.Load()) }
}

// TestNeighbours is no test: it is the servers, in a process of their own. They answer at every address of this machine, each
// as a server of its own, and tell every few milliseconds how many deliveries they have taken.
func TestNeighbours(t *testing.T) {
	answer, err := time.ParseDuration(os.Getenv("TILLTAL_NEIGHBOURS"))
	if err != nil {
		return // nobody asked for them
	}
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	var got atomic.Int64
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		time.Sleep(answer)
		w.WriteHeader(http.StatusAccepted)
		got.Add(1)
	})}
	go func() { _ = server.Serve(l) }()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	fmt.Println(port)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		_ = server.Close()
		os.Exit(0)
	}()
	for said := int64(0); ; time.Sleep(2 * time.Millisecond) {
		if n := got.Load(); n != said {
			said = n
			fmt.Println(n)
		}
	}
}

// signatures is how many RSA signatures a second all processors make together when they do nothing else.
func signatures(b *testing.B) (rate float64) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		b.Fatal(err)
	}
	var n atomic.Int64
	var all sync.WaitGroup
	began := time.Now()
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
	return float64(n.Load()) / time.Since(began).Seconds()
}

// signing starts to watch what this process uses its processor time for, and returns what tells how many hundredths of it have
// gone to RSA signatures.
func signing(b *testing.B) (share func() float64) {
	var watched bytes.Buffer
	if err := pprof.StartCPUProfile(&watched); err != nil {
		b.Fatal(err)
	}
	return func() float64 {
		pprof.StopCPUProfile()
		file := filepath.Join(b.TempDir(), "profile")
		if err := os.WriteFile(file, watched.Bytes(), 0o600); err != nil {
			b.Fatal(err)
		}
		out, err := exec.Command("go", "tool", "pprof", "-top", "-nodefraction=0", "-nodecount=100000", "-focus", `^crypto/rsa\.SignPKCS1v15$`, os.Args[0], file).Output()
		if err != nil {
			b.Fatal(err)
		}
		told := regexp.MustCompile(`accounting for \S+, (\S+)% of`).FindSubmatch(out)
		if told == nil {
			b.Fatalf("the profile does not say: %s", out)
		}
		percent, err := strconv.ParseFloat(string(told[1]), 64)
		if err != nil {
			b.Fatal(err)
		}
		return percent
	}
}

package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"tilltal/base/fault"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func client(t *testing.T, opts Options) *Client {
	t.Helper()
	c := New(opts)
	t.Cleanup(c.Close)
	return c
}

func TestGetAndPost(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %s %s %s %s %s %q %d", r.Method, r.URL, r.Header.Get("Accept"), r.Header.Get("Content-Type"), r.UserAgent(), r.Header.Get("Signature"), body, r.ContentLength)
	})
	c := client(t, Options{AllowLoopback: true, UserAgent: "Tilltal/1 (+https://torget.example)"})
	signed := func(r *http.Request) error { r.Header.Set("Signature", "s"); return nil }
	got, err := c.Get(t.Context(), address+"/x?y=1#z", "application/activity+json", signed)
	if err != nil || string(got.Body) != `GET /x?y=1 application/activity+json  Tilltal/1 (+https://torget.example) s "" 0` || got.Status != 200 {
		t.Errorf("%s, %v", got.Body, err)
	}
	got, err = c.Post(t.Context(), address+"/inbox", "application/activity+json", []byte("hej"), nil)
	if err != nil || string(got.Body) != `POST /inbox  application/activity+json Tilltal/1 (+https://torget.example)  "hej" 3` {
		t.Errorf("%s, %v", got.Body, err)
	}
	broken := errors.New("the key is locked")
	if _, err := c.Get(t.Context(), address, "", func(*http.Request) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("a request that could not be signed: %v", err)
	}
}

func TestThisMachineIsRefused(t *testing.T) {
	var reached atomic.Int32
	address := serve(t, func(http.ResponseWriter, *http.Request) { reached.Add(1) })
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(address, "http://"))
	strict := client(t, Options{})
	for _, to := range []string{"https://127.0.0.1:" + port, "https://localhost:" + port, "https://[::1]:" + port, "https://[::ffff:127.0.0.1]:" + port,
		"https://2130706433:" + port, "https://0.0.0.0:" + port, "https://127.1:" + port, "https://10.0.0.1", "https://[fe80::1]"} {
		_, err := strict.Get(t.Context(), to, "", nil)
		if !fault.Is(err, fault.Invalid) && !fault.Is(err, fault.Unreachable) {
			t.Errorf("%s: %v", to, err)
		}
		if strings.Contains(to, "127.0.0.1") && !fault.Is(err, fault.Invalid) {
			t.Errorf("%s will never be right, but gave %v", to, err)
		}
	}
	if reached.Load() != 0 {
		t.Error("the server on this machine was reached")
	}
}

func TestAddressesThatAreRefused(t *testing.T) {
	c := client(t, Options{})
	for _, to := range []string{"", "x", "/x", "http://lu.example", "ftp://lu.example", "file:///etc/passwd", "https://", "https://a:b@lu.example", "https://lu.example:x", "gopher://x"} {
		if _, err := c.Get(t.Context(), to, "", nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("get %q: %v", to, err)
		}
		if _, err := c.Post(t.Context(), to, "", nil, nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("post %q: %v", to, err)
		}
	}
}

func TestRedirects(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/1", "/2", "/3", "/4":
			w.Header().Set("Location", "/"+string(r.URL.Path[1]-1))
			w.WriteHeader(http.StatusFound)
		case "/inside":
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusMovedPermanently)
		case "/nonsense":
			w.Header().Set("Location", "http://[")
			w.WriteHeader(http.StatusMovedPermanently)
		case "/nowhere":
			w.WriteHeader(http.StatusFound)
		default:
			fmt.Fprint(w, r.Header.Get("Signature"))
		}
	})
	c := client(t, Options{AllowLoopback: true})
	sign := func(r *http.Request) error { r.Header.Set("Signature", "for "+r.URL.Path); return nil }
	got, err := c.Get(t.Context(), address+"/3", "", sign)
	if err != nil || string(got.Body) != "for /0" || got.URL.Path != "/0" {
		t.Errorf("%+v, %v", got, err)
	}
	for _, path := range []string{"/4", "/inside", "/file", "/nonsense"} {
		if _, err := c.Get(t.Context(), address+path, "", sign); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if got, err := c.Get(t.Context(), address+"/nowhere", "", nil); err != nil || got.Status != http.StatusFound {
		t.Errorf("a redirect to nowhere is an answer: %v", err)
	}
	if _, err := c.Post(t.Context(), address+"/1", "", []byte("x"), sign); !fault.Is(err, fault.Invalid) {
		t.Errorf("a delivery was redirected: %v", err)
	}
	none := client(t, Options{AllowLoopback: true, Redirects: -1})
	if _, err := none.Get(t.Context(), address+"/1", "", nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("none allowed: %v", err)
	}
}

func TestNoWayFromHTTPSToHTTP(t *testing.T) {
	plain := serve(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "plain") })
	s := httptest.NewTLSServer(http.RedirectHandler(plain, http.StatusFound))
	defer s.Close()
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	c := client(t, Options{AllowLoopback: true, RootCAs: pool})
	if got, err := c.Get(t.Context(), s.URL, "", nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("%+v, %v", got, err)
	}
	unknown := client(t, Options{AllowLoopback: true})
	if _, err := unknown.Get(t.Context(), s.URL, "", nil); !fault.Is(err, fault.Unreachable) {
		t.Errorf("a certificate nobody vouches for: %v", err)
	}
}

func TestSizeIsLimited(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(bytes.Repeat([]byte("x"), 1<<20))
			z.Close()
		case "/headers":
			w.Header().Set("X", strings.Repeat("x", 2*maxHeader))
		default:
			w.Write(bytes.Repeat([]byte("x"), len(r.URL.Path)-1))
		}
	})
	c := client(t, Options{AllowLoopback: true, MaxBytes: 100})
	if got, err := c.Get(t.Context(), address+"/"+strings.Repeat("x", 100), "", nil); err != nil || len(got.Body) != 100 {
		t.Errorf("as much as is allowed: %v", err)
	}
	for _, path := range []string{"/" + strings.Repeat("x", 101), "/bomb"} {
		if _, err := c.Get(t.Context(), address+path, "", nil); !fault.Is(err, fault.TooLarge) {
			t.Errorf("%.10s: %v", path, err)
		}
	}
	for _, path := range []string{"/" + strings.Repeat("x", 101), "/bomb"} { // of an answer to a delivery the status is enough
		if got, err := c.Post(t.Context(), address+path, "text/plain", []byte("x"), nil); err != nil || got.Status != 200 || len(got.Body) > 100 {
			t.Errorf("%.10s: %v", path, err)
		}
	}
	if _, err := c.Get(t.Context(), address+"/headers", "", nil); !fault.Is(err, fault.Unreachable) {
		t.Errorf("headers: %v", err)
	}
}

func TestNobodyMakesUsWait(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/drip" {
			w.WriteHeader(200)
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	})
	c := client(t, Options{AllowLoopback: true, Timeout: 50 * time.Millisecond})
	for _, path := range []string{"/", "/drip"} {
		if _, err := c.Get(t.Context(), address+path, "", nil); !fault.Is(err, fault.Unreachable) {
			t.Errorf("%s: %v", path, err)
		}
	}
	slow := client(t, Options{AllowLoopback: true})
	ctx, cancel := context.WithCancel(t.Context())
	hangsUp := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := slow.Get(ctx, hangsUp, "", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("the caller gave up: %v", err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := slow.Get(ctx, address, "", nil); !fault.Is(err, fault.Unreachable) {
		t.Errorf("the caller's own limit: %v", err)
	}
	closed := httptest.NewServer(nil)
	closed.Close()
	if _, err := slow.Get(t.Context(), closed.URL, "", nil); !fault.Is(err, fault.Unreachable) {
		t.Errorf("nobody listens: %v", err)
	}
	if err := failed(t.Context(), &net.DNSError{Err: "no such host", IsNotFound: true}); !fault.Is(err, fault.Unreachable) || fault.Of(err).Say == errUnreachable.Say {
		t.Errorf("no such host: %v", err)
	}
}

// A post goes to a thousand servers, 128 at a time, and costs little memory. All of 127.0.0.0/8 is this machine, so each of the
// thousand is a host of its own with a connection of its own.
func TestAThousandHosts(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Log("only Linux answers on all of 127.0.0.0/8; one host stands for all")
	}
	var arrived atomic.Int32
	listener, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		arrived.Add(1)
		w.WriteHeader(http.StatusAccepted)
	})}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	c := client(t, Options{AllowLoopback: true})
	body := bytes.Repeat([]byte("x"), 2048)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var wg sync.WaitGroup
	slots := make(chan struct{}, 128)
	for i := range 1000 {
		host := fmt.Sprintf("127.7.%d.%d", i/250, i%250+1)
		if runtime.GOOS != "linux" {
			host = "127.0.0.1"
		}
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			if got, err := c.Post(context.Background(), "http://"+host+":"+port+"/inbox", "application/activity+json", body, nil); err != nil || got.Status != http.StatusAccepted {
				t.Errorf("%s: %v", host, err)
			}
		})
	}
	wg.Wait()
	runtime.GC()
	runtime.ReadMemStats(&after)
	if arrived.Load() != 1000 {
		t.Errorf("%d arrived", arrived.Load())
	}
	if kept := int64(after.HeapInuse+after.StackInuse) - int64(before.HeapInuse+before.StackInuse); kept > 64<<20 {
		t.Errorf("%d MiB are kept, client and server together", kept>>20)
	}
}

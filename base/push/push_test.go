package push_test

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/push"
)

var b64 = base64.RawURLEncoding

// browser has the private half of a subscription: it can read what is sent to it.
type browser struct {
	key  *ecdh.PrivateKey
	auth []byte
}

func newBrowser(t *testing.T) browser {
	t.Helper()
	key, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	b := browser{key, make([]byte, 16)}
	_, _ = rand.Read(b.auth)
	return b
}

func (b browser) subscription(endpoint string) push.Subscription {
	return push.Subscription{Endpoint: endpoint, Public: b64.EncodeToString(b.key.PublicKey().Bytes()), Auth: b64.EncodeToString(b.auth)}
}

// open reads a message as RFC 8291 (and RFC 8188 under it) says, from the text of the standard and not from the library.
func (b browser) open(t *testing.T, sealed []byte) string {
	t.Helper()
	salt, size, n := sealed[:16], binary.BigEndian.Uint32(sealed[16:20]), int(sealed[20])
	theirs, err := ecdh.P256().NewPublicKey(sealed[21 : 21+n])
	if err != nil {
		t.Fatal(err)
	}
	record := sealed[21+n:]
	if len(record) > int(size) {
		t.Fatalf("a record of %d bytes, where %d are said", len(record), size)
	}
	secret, err := b.key.ECDH(theirs)
	if err != nil {
		t.Fatal(err)
	}
	prk, err := hkdf.Extract(sha256.New, secret, b.auth)
	must(t, err)
	ikm, err := hkdf.Expand(sha256.New, prk, "WebPush: info\x00"+string(b.key.PublicKey().Bytes())+string(theirs.Bytes()), 32)
	must(t, err)
	prk, err = hkdf.Extract(sha256.New, ikm, salt)
	must(t, err)
	key, err := hkdf.Expand(sha256.New, prk, "Content-Encoding: aes128gcm\x00", 16)
	must(t, err)
	nonce, err := hkdf.Expand(sha256.New, prk, "Content-Encoding: nonce\x00", 12)
	must(t, err)
	block, err := aes.NewCipher(key)
	must(t, err)
	gcm, err := cipher.NewGCM(block)
	must(t, err)
	plain, err := gcm.Open(nil, nonce, record, nil)
	must(t, err)
	text := strings.TrimRight(string(plain), "\x00")
	if !strings.HasSuffix(text, "\x02") {
		t.Fatal("the last record does not say that it is the last")
	}
	return strings.TrimSuffix(text, "\x02")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// service is a push service: it keeps what it is sent and answers as it is told.
type service struct {
	*httptest.Server
	status int
	header http.Header
	body   []byte
}

func newService(t *testing.T) *service {
	t.Helper()
	s := &service{status: http.StatusCreated}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.header = r.Header.Clone()
		s.body, _ = io.ReadAll(r.Body)
		w.WriteHeader(s.status)
	}))
	t.Cleanup(s.Close)
	return s
}

func sender(loopback bool) *push.Sender {
	return push.New(fetch.New(fetch.Options{AllowLoopback: loopback, Timeout: time.Minute}), "https://torget.example.se")
}

func TestOnlyTheBrowserReadsIt(t *testing.T) {
	s, b := newService(t), newBrowser(t)
	keys, err := push.NewKeys()
	must(t, err)
	m := push.Message{Body: []byte(`{"body":"Nadia åäö"}`), Topic: "abc_1", TTL: time.Hour, Urgent: true}
	must(t, sender(true).Send(t.Context(), keys, b.subscription(s.URL+"/push/1"), m))
	if strings.Contains(string(s.body), "Nadia") {
		t.Error("the service can read it")
	}
	if got := b.open(t, s.body); got != string(m.Body) {
		t.Errorf("the browser reads %q", got)
	}
	for header, want := range map[string]string{"Content-Encoding": "aes128gcm", "Ttl": "3600", "Topic": "abc_1", "Urgency": "high"} {
		if got := s.header.Get(header); got != want {
			t.Errorf("%s: %q", header, got)
		}
	}
	checkVAPID(t, s, keys)
}

// checkVAPID verifies who sent it, as a push service does (RFC 8292).
func checkVAPID(t *testing.T, s *service, keys push.Keys) {
	t.Helper()
	said, ok := strings.CutPrefix(s.header.Get("Authorization"), "vapid t=")
	token, key, ok2 := strings.Cut(said, ", k=")
	if !ok || !ok2 || key != keys.Public {
		t.Fatalf("%q", s.header.Get("Authorization"))
	}
	raw, err := b64.DecodeString(key)
	must(t, err)
	claims := jwt.MapClaims{}
	_, err = jwt.ParseWithClaims(token, claims, func(*jwt.Token) (any, error) {
		return ecdsa.ParseUncompressedPublicKey(elliptic.P256(), raw)
	}, jwt.WithValidMethods([]string{"ES256"}), jwt.WithExpirationRequired(), jwt.WithAudience(s.URL), jwt.WithSubject("https://torget.example.se"))
	must(t, err)
	if exp, _ := claims.GetExpirationTime(); time.Until(exp.Time) > 24*time.Hour {
		t.Errorf("it holds until %v", exp)
	}
}

// TestWhomToTurnTo: a service is told an address that it takes, also where the square is tried out without one (RFC 8292 2.1).
func TestWhomToTurnTo(t *testing.T) {
	keys, err := push.NewKeys()
	must(t, err)
	for base, want := range map[string]string{"https://torget.example.se": "https://torget.example.se", "http://localhost:8080": "mailto:postmaster@localhost"} {
		s := newService(t)
		must(t, push.New(fetch.New(fetch.Options{AllowLoopback: true}), base).Send(t.Context(), keys, newBrowser(t).subscription(s.URL), push.Message{Body: []byte("x")}))
		token, _, _ := strings.Cut(strings.TrimPrefix(s.header.Get("Authorization"), "vapid t="), ",")
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(token, claims)
		must(t, err)
		if claims["sub"] != want {
			t.Errorf("%s: %v", base, claims["sub"])
		}
	}
}

func TestWhatTheServiceSays(t *testing.T) {
	s, b := newService(t), newBrowser(t)
	keys, err := push.NewKeys()
	must(t, err)
	for status, want := range map[int]fault.Kind{404: fault.Gone, 410: fault.Gone, 429: fault.TooSoon, 401: fault.Forbidden, 403: fault.Forbidden,
		400: fault.Invalid, 413: fault.Invalid, 500: fault.Unreachable, 503: fault.Unreachable} {
		s.status = status
		if err := sender(true).Send(t.Context(), keys, b.subscription(s.URL), push.Message{Body: []byte("x")}); !fault.Is(err, want) {
			t.Errorf("%d: %v", status, err)
		}
	}
	s.status = http.StatusCreated
	if err := sender(true).Send(t.Context(), keys, b.subscription(s.URL), push.Message{Body: make([]byte, push.MaxMessage+1)}); !fault.Is(err, fault.TooLarge) {
		t.Errorf("too long: %v", err)
	}
	s.Close()
	if err := sender(true).Send(t.Context(), keys, b.subscription(s.URL), push.Message{Body: []byte("x")}); !fault.Is(err, fault.Unreachable) {
		t.Errorf("away: %v", err)
	}
}

// TestNobodyIsTalkedInto: an address that a browser names may not lead into the authority's own network.
func TestNobodyIsTalkedInto(t *testing.T) {
	s, b := newService(t), newBrowser(t)
	keys, err := push.NewKeys()
	must(t, err)
	for _, endpoint := range []string{s.URL, "https://127.0.0.1/x", "https://10.0.0.1/x", "https://[::1]/x", "https://169.254.169.254/latest"} {
		if err := sender(false).Send(t.Context(), keys, b.subscription(endpoint), push.Message{Body: []byte("x")}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", endpoint, err)
		}
	}
	if s.body != nil {
		t.Error("it was asked")
	}
}

func TestCheck(t *testing.T) {
	good := newBrowser(t).subscription("https://push.example/1")
	if err := good.Check(); err != nil {
		t.Error(err)
	}
	for name, change := range map[string]func(*push.Subscription){
		"no address":        func(s *push.Subscription) { s.Endpoint = "" },
		"a script":          func(s *push.Subscription) { s.Endpoint = "javascript:alert(1)" },
		"a password":        func(s *push.Subscription) { s.Endpoint = "https://a:b@push.example" },
		"a long address":    func(s *push.Subscription) { s.Endpoint += strings.Repeat("x", 1000) },
		"no key":            func(s *push.Subscription) { s.Public = "" },
		"no point":          func(s *push.Subscription) { s.Public = b64.EncodeToString(make([]byte, 65)) },
		"a short secret":    func(s *push.Subscription) { s.Auth = "AAAA" },
		"something else":    func(s *push.Subscription) { s.Auth = "%%%" },
		"a key with spaces": func(s *push.Subscription) { s.Public = " " + s.Public },
	} {
		s := good
		change(&s)
		if err := s.Check(); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

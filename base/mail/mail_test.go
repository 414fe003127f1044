package mail_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"math/big"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"tilltal/base/fault"
	"tilltal/base/mail"
)

// server is a real SMTP server on this machine, with a certificate that the test trusts.
type server struct {
	mu      sync.Mutex
	letters []string
	user    string // whom it lets in; "" asks nobody
	refuse  error  // what it says of an address
	addr    string
	roots   *x509.CertPool
	sealed  []bool // whether each letter came encrypted
}

func (s *server) NewSession(c *smtp.Conn) (smtp.Session, error) {
	_, sealed := c.TLSConnectionState()
	return &session{server: s, sealed: sealed, in: s.user == ""}, nil
}

type session struct {
	*server
	sealed, in bool
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != s.user || password != "hemligt lösen" {
			return smtp.ErrAuthFailed
		}
		s.in = true
		return nil
	}), nil
}

func (s *session) Mail(string, *smtp.MailOptions) error {
	if !s.in {
		return smtp.ErrAuthRequired
	}
	return nil
}

func (s *session) Rcpt(string, *smtp.RcptOptions) error { return s.refuse }

func (s *session) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.letters, s.server.sealed = append(s.letters, string(b)), append(s.server.sealed, s.sealed)
	return err
}

func (s *session) Reset()        {}
func (s *session) Logout() error { return nil }

// open starts a server: sealed from the first byte, with STARTTLS, or in clear.
func open(t *testing.T, s *server, how string) *server {
	t.Helper()
	cert, roots := certificate(t)
	srv := smtp.NewServer(s)
	srv.Domain, srv.AllowInsecureAuth = "localhost", true
	s.roots = roots
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.addr = l.Addr().String()
	switch how {
	case "tls":
		l = tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{cert}})
	case "starttls":
		srv.TLSConfig = &tls.Config{Certificates: []tls.Certificate{cert}}
	}
	done := make(chan struct{})
	go func() { defer close(done); _ = srv.Serve(l) }()
	t.Cleanup(func() { _ = srv.Close(); <-done })
	return s
}

func certificate(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, roots
}

func letter() mail.Letter {
	return mail.Letter{ID: "abc@torget.example.se", To: "amina@umea.example", Subject: "Två nya\r\nBcc: alla@umea.example", Text: "Hej åäö!\n",
		HTML: "<p>Hej åäö!</p>", TurnOff: "https://torget.example.se/aviseringar/val", Date: time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)}
}

func send(t *testing.T, s *server, scheme, user string, o mail.Options) error {
	t.Helper()
	o.Server, o.From, o.RootCAs, o.Timeout = scheme+"://"+user+s.addr, "Tilltal <tilltal@umea.example>", s.roots, time.Minute
	p, err := mail.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p.Send(t.Context(), letter())
}

func TestALetterArrives(t *testing.T) {
	for name, one := range map[string]struct {
		how, scheme string
		loopback    bool
	}{"sealed from the first byte": {"tls", "smtps", false}, "STARTTLS": {"starttls", "smtp", false}, "a test server in clear": {"", "smtp", true}} {
		t.Run(name, func(t *testing.T) {
			s := open(t, &server{user: "tilltal"}, one.how)
			user := "tilltal:hemligt%20l%C3%B6sen@"
			if one.how == "" { // a password is never sent in clear
				s.user, user = "", ""
			}
			if err := send(t, s, one.scheme, user, mail.Options{AllowLoopback: one.loopback}); err != nil {
				t.Fatal(err)
			}
			if len(s.letters) != 1 || s.sealed[0] != (one.how != "") {
				t.Fatalf("%d letters, sealed %v", len(s.letters), s.sealed)
			}
			checkLetter(t, s.letters[0])
		})
	}
}

func checkLetter(t *testing.T, raw string) {
	t.Helper()
	m, err := netmail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	for header, want := range map[string]string{"Message-ID": "<abc@torget.example.se>", "From": `"Tilltal" <tilltal@umea.example>`, "To": "<amina@umea.example>", "Bcc": "",
		"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "List-Unsubscribe": "<https://torget.example.se/aviseringar/val>", "Date": "Mon, 23 Nov 2026 11:00:00 +0000"} {
		if got := m.Header.Get(header); got != want {
			t.Errorf("%s: %q", header, got)
		}
	}
	if subject != "Två nya Bcc: alla@umea.example" {
		t.Errorf("the subject is %q", subject)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts, want := multipart.NewReader(m.Body, params["boundary"]), []string{"Hej åäö!\r\n", "<p>Hej åäö!</p>"}
	for i := range want {
		p, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(quotedprintable.NewReader(p))
		if strings.TrimSpace(string(text)) != strings.TrimSpace(want[i]) {
			t.Errorf("part %d is %q", i, text)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	plain := open(t, &server{}, "")
	if err := send(t, plain, "smtp", "", mail.Options{}); !fault.Is(err, fault.Unreachable) || len(plain.letters) != 0 {
		t.Errorf("a server without STARTTLS: %v", err)
	}
	wrong := open(t, &server{user: "tilltal"}, "tls")
	err := send(t, wrong, "smtps", "tilltal@", mail.Options{Password: "fel"})
	if f := fault.Of(err); f.Kind != fault.Unreachable || !strings.Contains(f.Say.SV, "lösenordet") {
		t.Errorf("a wrong password: %v", err)
	}
	if strings.Contains(err.Error(), "fel ") || strings.Contains(err.Error(), "hemligt") {
		t.Errorf("the error tells the password: %v", err)
	}
	if err := send(t, wrong, "smtps", "tilltal@", mail.Options{Password: "hemligt lösen\n"}); err != nil {
		t.Errorf("a password from a file: %v", err)
	}
	unknown := open(t, &server{refuse: &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}}, "tls")
	if err := send(t, unknown, "smtps", "", mail.Options{}); !fault.Is(err, fault.Invalid) {
		t.Errorf("an address that is not there: %v", err)
	}
	busy := open(t, &server{refuse: &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "come back"}}, "tls")
	if err := send(t, busy, "smtps", "", mail.Options{}); !fault.Is(err, fault.Unreachable) {
		t.Errorf("a server that is busy: %v", err)
	}
	stranger := open(t, &server{}, "tls")
	stranger.roots = x509.NewCertPool()
	if err := send(t, stranger, "smtps", "", mail.Options{}); !fault.Is(err, fault.Unreachable) {
		t.Errorf("a certificate that nobody vouches for: %v", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	p, err := mail.New(mail.Options{Server: "smtps://127.0.0.1:1", From: "a@b.se"})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Send(gone, letter()); !fault.Is(err, fault.Unreachable) {
		t.Errorf("nobody there: %v", err)
	}
	if err := p.Send(t.Context(), mail.Letter{To: "not an address\r\nRCPT TO:<x@y>"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("no address: %v", err)
	}
}

func TestSettings(t *testing.T) {
	for server, ok := range map[string]bool{"smtps://mail.umea.example": true, "smtp://u:p@mail.umea.example:587": true, "mail.umea.example": false,
		"http://mail.umea.example": false, "smtp://": false, "smtps://mail/x": false, "smtps://mail:port": false, "": false} {
		_, err := mail.New(mail.Options{Server: server, From: "Tilltal <t@umea.example>"})
		if (err == nil) != ok || err != nil && fault.Of(err).Field != "smtp" {
			t.Errorf("%q: %v", server, err)
		}
	}
	_, err := mail.New(mail.Options{Server: "smtps://m.example", From: "ingen"})
	if fault.Of(err).Field != "smtp-from" {
		t.Errorf("%v", err)
	}
	_, err = mail.New(mail.Options{Server: "smtps://u:hemligt%zz@m.example", From: "t@umea.example"})
	if err == nil || strings.Contains(err.Error(), "hemligt") {
		t.Errorf("%v", err)
	}
	if errors.Is(err, nil) {
		t.Error("no fault")
	}
}

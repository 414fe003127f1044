// Package fetch is how the desk asks something of another server: a profile, a key, a post, or to take delivery of ours. The
// addresses it asks come from strangers, so it must never be talked into asking something inside the authority's own network:
// the address that is actually dialled is checked, after the name has been looked up and on every redirect, so that no name
// can be one thing when it is checked and another when it is used.
//
// It also never waits long, never reads more than it was told, and never hides what went wrong: an answer that is no success
// is returned as it is ([Answer.Err] makes it a fault), and everything else is of kind Unreachable (try again later) or
// Invalid (do not).
package fetch

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Options are how a client asks. The zero value is safe to use.
type Options struct {
	UserAgent string        // who asks: program, version and the authority's address
	Timeout   time.Duration // for the whole exchange, redirects included; zero is 20 s
	MaxBytes  int64         // of an answer's body, unpacked; zero is 3 MiB
	Redirects int           // how many are followed for GET; zero is 3, negative is none

	// AllowLoopback lets the client dial this machine, and without TLS. Only for tests.
	AllowLoopback bool

	// AllowPrivate lets the client dial the authority's own network (RFC 1918, RFC 4193). Only for addresses that an
	// administrator has written in the settings, never for those that strangers send.
	AllowPrivate bool

	// RootCAs replaces the machine's certificates. Only for tests; nil is the machine's.
	RootCAs *x509.CertPool
}

// Client asks other servers. It is safe to use from many goroutines and is meant to be made once.
type Client struct {
	opts      Options
	transport *http.Transport
}

// Sign signs a request before it leaves; it is called again for each redirect, since a signature holds for one address. Nil
// leaves the request unsigned.
type Sign func(*http.Request) error

// Answer is what a server said.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
	URL    *url.URL // that answered, after redirects
}

// Sizes for delivering to a thousand hosts, 128 or more at a time, on a small machine. A desk that answers many citizens says
// something to the same thousand hosts again within a minute, and to greet one of them anew (TCP and TLS) costs as much as the
// signature: so a connection to each is kept, for a short while, with small buffers, some 40 KiB each. Connections are HTTP/1.1:
// HTTP/2 keeps more state for each, and gains nothing when a connection carries a message or two.
const (
	maxIdle        = 1024
	maxIdlePerHost = 2
	maxPerHost     = 8
	idleTime       = 30 * time.Second
	dialTime       = 8 * time.Second
	headerTime     = 15 * time.Second
	maxHeader      = 64 << 10
	bufferSize     = 4 << 10
)

// New makes a client.
func New(opts Options) *Client {
	if opts.Timeout == 0 {
		opts.Timeout = 20 * time.Second
	}
	if opts.MaxBytes == 0 {
		opts.MaxBytes = 3 << 20
	}
	if opts.Redirects == 0 {
		opts.Redirects = 3
	}
	if opts.UserAgent == "" {
		opts.UserAgent = "Tilltal"
	}
	dialer := &net.Dialer{Timeout: dialTime, KeepAlive: idleTime, Control: guard(opts)}
	return &Client{opts: opts, transport: &http.Transport{
		Proxy:                  nil, // a proxy would dial for us, unchecked
		DialContext:            dialer.DialContext,
		TLSClientConfig:        &tls.Config{RootCAs: opts.RootCAs, MinVersion: tls.VersionTLS12, ClientSessionCache: tls.NewLRUClientSessionCache(maxIdle)},
		TLSHandshakeTimeout:    dialTime,
		ResponseHeaderTimeout:  headerTime,
		MaxResponseHeaderBytes: maxHeader,
		MaxIdleConns:           maxIdle,
		MaxIdleConnsPerHost:    maxIdlePerHost,
		MaxConnsPerHost:        maxPerHost,
		IdleConnTimeout:        idleTime,
		ReadBufferSize:         bufferSize,
		WriteBufferSize:        bufferSize,
	}}
}

// Close lets go of idle connections.
func (c *Client) Close() { c.transport.CloseIdleConnections() }

// Get asks for a document. Redirects are followed, each with a new signature, never from https to http.
func (c *Client) Get(ctx context.Context, address, accept string, sign Sign) (*Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()
	for hop := 0; ; hop++ {
		r, err := c.request(ctx, http.MethodGet, address, nil)
		if err != nil {
			return nil, err
		}
		r.Header.Set("Accept", accept)
		answer, err := c.do(r, sign, readWhole)
		if err != nil {
			return nil, err
		}
		next := answer.redirect()
		if next == "" {
			return answer, nil
		}
		if hop >= c.opts.Redirects {
			return nil, errRedirects
		}
		to, err := answer.URL.Parse(next)
		if err != nil || answer.URL.Scheme == "https" && to.Scheme != "https" {
			return nil, errAddress.Because(err)
		}
		address = to.String()
	}
}

// Post delivers a body. A redirect is not followed: what was signed for one address is not handed to another. It is the status
// that counts: of what the server says about it only the beginning is read.
func (c *Client) Post(ctx context.Context, address, contentType string, body []byte, sign Sign) (*Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()
	r, err := c.request(ctx, http.MethodPost, address, body)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", contentType)
	answer, err := c.do(r, sign, readBeginning)
	if err == nil && answer.redirect() != "" {
		return nil, errRedirects
	}
	return answer, err
}

// redirect is where the answer sends us, or empty.
func (a *Answer) redirect() string {
	switch a.Status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return a.Header.Get("Location")
	}
	return ""
}

// request makes a request for an absolute address: https, or http when loopback is allowed.
func (c *Client) request(ctx context.Context, method, address string, body []byte) (*http.Request, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.User != nil || u.Scheme != "https" && !(u.Scheme == "http" && c.opts.AllowLoopback) {
		return nil, errAddress.Because(err)
	}
	u.Fragment = "" // it is for the reader, not for the server
	r, err := http.NewRequestWithContext(ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		return nil, errAddress.Because(err)
	}
	if body == nil {
		r.Body, r.GetBody = http.NoBody, nil
	}
	r.Header.Set("User-Agent", c.opts.UserAgent)
	return r, nil
}

// read reads the body of an answer.
type read func(body io.Reader, most int64) ([]byte, error)

func readWhole(body io.Reader, most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(body, most+1))
	if err == nil && int64(len(b)) > most {
		return nil, errTooLarge
	}
	return b, err
}

// enough is how much of an answer to a delivery is read, in bytes.
const enough = 16 << 10

// readBeginning never fails: a server that has told us the status has told us.
func readBeginning(body io.Reader, most int64) ([]byte, error) {
	b, _ := io.ReadAll(io.LimitReader(body, min(most, enough)))
	return b, nil
}

func (c *Client) do(r *http.Request, sign Sign, body read) (*Answer, error) {
	if sign != nil {
		if err := sign(r); err != nil {
			return nil, err
		}
	}
	resp, err := c.transport.RoundTrip(r)
	if err != nil {
		return nil, failed(r.Context(), err)
	}
	defer resp.Body.Close()
	said, err := body(resp.Body, c.opts.MaxBytes)
	if err != nil {
		return nil, failed(r.Context(), err)
	}
	return &Answer{Status: resp.StatusCode, Header: resp.Header, Body: said, URL: r.URL}, nil
}

// failed sorts what went wrong on the way. When the caller gave up, it is told so with its own reason.
func failed(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); errors.Is(cause, context.Canceled) {
		return cause
	}
	var own *fault.Error
	if errors.As(err, &own) {
		return own.Because(err)
	}
	var unknown *net.DNSError
	if errors.As(err, &unknown) && unknown.IsNotFound {
		return errNoSuchHost.Because(err)
	}
	return errUnreachable.Because(err)
}

var (
	errAddress = fault.New(fault.Invalid, lingo.T("Adressen går inte att hämta från. Den ska börja med https://.",
		"The address cannot be fetched from. It must begin with https://."))

	errRefused = fault.New(fault.Invalid, lingo.T("Adressen pekar in i ett internt nät och hämtas inte.",
		"The address points into a private network and is not fetched."))

	errRedirects = fault.New(fault.Invalid, lingo.T("Servern skickar oss vidare dit vi inte följer med.",
		"The server sends us on to where we do not follow."))

	errTooLarge = fault.New(fault.TooLarge, lingo.T("Svaret är större än vi tar emot.", "The answer is larger than we accept."))

	errNoSuchHost = fault.New(fault.Unreachable, lingo.T("Servern finns inte, eller så är namntjänsten borta.",
		"The server does not exist, or the name service is away."))

	errUnreachable = fault.New(fault.Unreachable, lingo.T("Servern svarar inte just nu.", "The server does not answer right now."))
)

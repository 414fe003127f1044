package fetch

import (
	"io"
	"net/http"
)

// Plain returns the same client for libraries that want one of net/http's. The address that is dialled is checked as it
// always is, only https is spoken, no redirect is followed, and an answer that is too large ends in an error.
func (c *Client) Plain() *http.Client {
	return &http.Client{
		Transport:     guarded{c},
		Timeout:       c.opts.Timeout,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// guarded carries a request as the client would.
type guarded struct{ c *Client }

// RoundTrip carries one request.
func (g guarded) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.User != nil || r.URL.Scheme != "https" && !(r.URL.Scheme == "http" && g.c.opts.AllowLoopback) {
		return nil, errAddress
	}
	r = r.Clone(r.Context())
	r.Header.Set("User-Agent", g.c.opts.UserAgent)
	resp, err := g.c.transport.RoundTrip(r)
	if err != nil {
		return nil, failed(r.Context(), err)
	}
	resp.Body = &bounded{resp.Body, g.c.opts.MaxBytes}
	return resp, nil
}

// bounded is a body that ends in an error when it is larger than we accept.
type bounded struct {
	io.ReadCloser
	left int64
}

// Read reads on, and one byte past the end of what is accepted to know that there is more.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, errTooLarge
	}
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n + int(b.left), errTooLarge
	}
	return n, err
}

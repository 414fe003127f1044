// Package oidctest is an OpenID Connect provider for tests: as small as it can be, honest unless it is told not to be. It runs
// on this machine, by a clock that the test owns, and every part of what it says can be made wrong.
package oidctest

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"tilltal/base/clock"
	"tilltal/base/fetch"
	"tilltal/base/oidc"
)

// The desk at the provider.
const (
	ClientID = "desk"
	Secret   = "desk-secret-of-a-test"
	Redirect = "https://torget.example.se/logga-in/oidc/svar"
)

// Provider is the provider.
type Provider struct {
	t      testing.TB
	clock  clock.Clock
	server *httptest.Server
	key    *rsa.PrivateKey

	mu     sync.Mutex
	codes  map[string]grant
	serial int
	down   bool

	// What the next token says, and what is wrong with it. Claims are put over the honest ones; nil takes one away.
	Claims map[string]any
	// Forge makes a token out of claims; nil signs it with the provider's own key.
	Forge func(claims map[string]any) string
	// Info is what userinfo says besides sub.
	Info map[string]any
}

// grant is a code that has been given out.
type grant struct{ challenge, nonce string }

// New starts a provider.
func New(t testing.TB, c clock.Clock) *Provider {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p := &Provider{t: t, clock: c, key: key, codes: map[string]grant{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.discovery)
	mux.HandleFunc("GET /keys", p.keys)
	mux.HandleFunc("POST /token", p.token)
	mux.HandleFunc("GET /me", p.me)
	p.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		down := p.down
		p.mu.Unlock()
		if down {
			http.Error(w, "down", http.StatusBadGateway)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(p.server.Close)
	return p
}

// Issuer is the provider's address.
func (p *Provider) Issuer() string { return p.server.URL }

// Down takes the provider away, or brings it back.
func (p *Provider) Down(is bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = is
}

// Client returns a client of the provider's.
func (p *Provider) Client() *oidc.Client {
	f := fetch.New(fetch.Options{AllowLoopback: true, Timeout: time.Minute})
	p.t.Cleanup(f.Close)
	return oidc.New(oidc.Settings{Issuer: p.Issuer(), ClientID: ClientID, Secret: Secret, Scopes: []string{"openid", "email"},
		GroupsClaim: "groups", EmailClaim: "email", Redirect: Redirect}, f.Plain(), p.clock)
}

// Visit is a browser that goes where the desk sends it, signs in there, and comes back with an answer.
func (p *Provider) Visit(address string) oidc.Answer {
	p.t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	q := u.Query()
	if q.Get("client_id") != ClientID || q.Get("code_challenge_method") != "S256" || q.Get("response_type") != "code" || q.Get("redirect_uri") != Redirect {
		p.t.Fatalf("the desk asks %s", address)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.serial++
	code := fmt.Sprintf("code-%d", p.serial)
	p.codes[code] = grant{q.Get("code_challenge"), q.Get("nonce")}
	return oidc.Answer{State: q.Get("state"), Code: code}
}

func (p *Provider) discovery(w http.ResponseWriter, _ *http.Request) {
	at := p.server.URL
	write(w, map[string]any{"issuer": at, "authorization_endpoint": at + "/auth", "token_endpoint": at + "/token", "jwks_uri": at + "/keys",
		"userinfo_endpoint": at + "/me", "end_session_endpoint": at + "/end", "id_token_signing_alg_values_supported": []string{"RS256", "HS256", "none"}})
}

func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	write(w, jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: p.key.Public(), KeyID: "1", Algorithm: "RS256", Use: "sig"}}})
}

func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	id, secret, ok := r.BasicAuth()
	if !ok {
		id, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	g, known := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if id != ClientID || secret != Secret || !known || base64.RawURLEncoding.EncodeToString(sum[:]) != g.challenge {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(`{"error":"invalid_grant"}`))
		return
	}
	now := p.clock.Now()
	claims := map[string]any{"iss": p.server.URL, "aud": ClientID, "sub": "user-1", "iat": now.Unix(), "exp": now.Add(5 * time.Minute).Unix(), "nonce": g.nonce}
	write(w, map[string]any{"access_token": "at", "token_type": "Bearer", "expires_in": 300, "id_token": p.make(claims)})
}

// make puts the test's claims over the honest ones and signs. The lock is held.
func (p *Provider) make(claims map[string]any) string {
	for name, v := range p.Claims {
		if v == nil {
			delete(claims, name)
		} else {
			claims[name] = v
		}
	}
	if p.Forge != nil {
		return p.Forge(claims)
	}
	return p.Sign(claims)
}

// Sign signs claims with the provider's own key.
func (p *Provider) Sign(claims map[string]any) string {
	return SignWith(p.t, jose.RS256, p.key, claims)
}

// PublicKey is what a forger would use as a shared secret, when a reader does not ask which algorithm it is.
func (p *Provider) PublicKey() crypto.PublicKey { return p.key.Public() }

// SignWith signs claims with any key.
func SignWith(t testing.TB, alg jose.SignatureAlgorithm, key any, claims map[string]any) string {
	t.Helper()
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: jose.JSONWebKey{Key: key, KeyID: "1"}}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := s.Sign(body)
	if err != nil {
		t.Fatal(err)
	}
	out, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Parting is a logout token, with claims over the honest ones; nil takes one away.
func (p *Provider) Parting(more map[string]any) string {
	now := p.clock.Now()
	claims := map[string]any{"iss": p.server.URL, "aud": ClientID, "iat": now.Unix(), "exp": now.Add(2 * time.Minute).Unix(), "jti": fmt.Sprintf("jti-%d", now.UnixNano()),
		"events": map[string]any{"http://schemas.openid.net/event/backchannel-logout": map[string]any{}}}
	for name, v := range more {
		if v == nil {
			delete(claims, name)
		} else {
			claims[name] = v
		}
	}
	return p.Sign(claims)
}

func (p *Provider) me(w http.ResponseWriter, _ *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := map[string]any{"sub": "user-1"}
	maps.Copy(out, p.Info)
	write(w, out)
}

func write(w http.ResponseWriter, doc any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(doc) // the desk has gone away: the test will say so
}

// SignIn goes the whole way once: a question, a visit, an answer.
func (p *Provider) SignIn(ctx context.Context, c *oidc.Client, q oidc.Question) (oidc.Identity, error) {
	p.t.Helper()
	address, err := c.Ask(ctx, q)
	if err != nil {
		return oidc.Identity{}, err
	}
	return c.Hear(ctx, q, p.Visit(address))
}

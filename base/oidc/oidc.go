// Package oidc asks an OpenID Connect provider who somebody is, and hears from it when she has signed out (OpenID Connect Core
// 1.0, RP-Initiated Logout 1.0, Back-Channel Logout 1.0). It knows no domain: who she is at the desk, and what she may do
// there, is for the room that calls it.
//
// One provider is asked, which an administrator has named in the settings. Of the protocol only the safe part is spoken: the
// authorization code flow with PKCE (RFC 7636, S256), a state and a nonce that belong to one browser, tokens signed with a
// public key, and the issuer in the answer where the provider gives it (RFC 9207).
package oidc

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Settings are what an administrator writes about the provider.
type Settings struct {
	Issuer      string // its address, exactly as it calls itself
	ClientID    string // the desk's name there
	Secret      string // the desk's password there
	Scopes      []string
	GroupsClaim string // the claim that lists her groups; nested with dots: "realm_access.roles"
	EmailClaim  string // the claim that has her e-mail address
	Redirect    string // where the provider sends the browser back to
}

// Client asks one provider. It is safe for many goroutines.
type Client struct {
	with  Settings
	http  *http.Client
	clock clock.Clock

	mu      sync.Mutex
	known   *provider
	refused time.Time // it did not answer then
}

// provider is what the provider says of itself.
type provider struct {
	*oidc.Provider
	at  time.Time
	end string // where to sign out there; "" when it has no such place
	iss bool   // it says its name in every answer
}

// New makes a client. Nothing is asked before the first sign-in: a provider that is away does not keep the desk from
// starting. The http client must check what it dials; see base/fetch.
func New(s Settings, c *http.Client, at clock.Clock) *Client {
	return &Client{with: s, http: c, clock: at}
}

// How long what the provider says of itself is believed: while tokens are read, and when a browser is about to be sent there,
// which shall not end on a page that nobody answers. And how long it is left alone after it has not answered.
const (
	believed = time.Hour
	here     = 10 * time.Second
	leftOff  = 5 * time.Second
)

// Skew is how far the provider's clock may be from ours.
const Skew = time.Minute

// algorithms are those by which a token may be signed: with a public key. A token signed with a shared secret, or not at
// all, is nobody's.
var algorithms = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.EdDSA}

// Away is the fault when the provider cannot be reached.
var Away = fault.New(fault.Unreachable, lingo.T("Myndighetens inloggning svarar inte just nu.", "The authority's sign-in does not answer right now.")).
	Try(lingo.T("Försök igen om en stund, eller logga in på ett annat sätt här nedanför.", "Try again in a moment, or sign in another way below."))

// Refused is the fault when an answer from the provider is not what it should be. What was wrong is its inner error.
var Refused = fault.New(fault.SignIn, lingo.T("Inloggningen gick inte att bekräfta.", "The sign-in could not be confirmed.")).
	Try(lingo.T("Börja om från början. Händer det igen? Berätta för en administratör.", "Start over. Does it happen again? Tell an administrator."))

// ask returns what the provider says of itself, and said not longer ago than that. What it said before does where it has not
// answered since, unless it must be there now.
func (c *Client) ask(ctx context.Context, within time.Duration) (*provider, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.clock.Now()
	if c.known != nil && now.Sub(c.known.at) < within {
		return c.known, nil
	}
	if now.Sub(c.refused) < leftOff && !c.refused.IsZero() {
		return c.stale(within, errors.New("it did not answer a moment ago"))
	}
	p, err := oidc.NewProvider(oidc.ClientContext(ctx, c.http), c.with.Issuer)
	if err != nil {
		c.refused = now
		return c.stale(within, err)
	}
	var more struct {
		End string `json:"end_session_endpoint"`
		Iss bool   `json:"authorization_response_iss_parameter_supported"`
	}
	if err := p.Claims(&more); err != nil {
		return nil, Away.Because(err)
	}
	c.known, c.refused = &provider{p, now, more.End, more.Iss}, time.Time{}
	return c.known, nil
}

// stale is what the provider said before, when it does not answer now.
func (c *Client) stale(within time.Duration, why error) (*provider, error) {
	if c.known != nil && within > here {
		return c.known, nil
	}
	return nil, Away.Because(why)
}

func (c *Client) flow(p *provider) *oauth2.Config {
	return &oauth2.Config{ClientID: c.with.ClientID, ClientSecret: c.with.Secret, Endpoint: p.Endpoint(), RedirectURL: c.with.Redirect, Scopes: c.with.Scopes}
}

// Question is one question to the provider. All of it is made anew for each, and kept until the answer comes.
type Question struct {
	State, Nonce, Verifier string
}

// Ask returns the address at the provider where the browser goes with a question. The fault is Unreachable.
func (c *Client) Ask(ctx context.Context, q Question) (address string, err error) {
	p, err := c.ask(ctx, here)
	if err != nil {
		return "", err
	}
	return c.flow(p).AuthCodeURL(q.State, oidc.Nonce(q.Nonce), oauth2.S256ChallengeOption(q.Verifier)), nil
}

// Answer is what the browser came back with.
type Answer struct {
	State, Code string
	Issuer      string // "" when the provider did not say
	Error       string // the provider's own word for why not; "" when it said yes
}

// Hear turns an answer to a question into who she is. The fault is SignIn when anything about it is wrong, and Unreachable
// when the provider is away.
func (c *Client) Hear(ctx context.Context, q Question, a Answer) (Identity, error) {
	p, err := c.ask(ctx, believed)
	if err != nil {
		return Identity{}, err
	}
	switch {
	case a.State == "" || a.State != q.State:
		return Identity{}, Refused.Because(errors.New("the state is another"))
	case a.Issuer != "" && a.Issuer != c.with.Issuer, a.Issuer == "" && p.iss:
		return Identity{}, Refused.Because(fmt.Errorf("the answer is from %q", a.Issuer))
	case a.Error != "":
		return Identity{}, Refused.Because(fmt.Errorf("the provider says %q", firstWord(a.Error)))
	case a.Code == "":
		return Identity{}, Refused.Because(errors.New("no code"))
	}
	token, err := c.flow(p).Exchange(context.WithValue(ctx, oauth2.HTTPClient, c.http), a.Code, oauth2.VerifierOption(q.Verifier))
	if err != nil {
		return Identity{}, exchangeFault(err)
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return Identity{}, Refused.Because(errors.New("no ID token"))
	}
	return c.identify(ctx, p, token, raw, q.Nonce)
}

// exchangeFault tells a provider that says no from one that is away.
func exchangeFault(err error) error {
	var said *oauth2.RetrieveError
	if errors.As(err, &said) && said.Response != nil && said.Response.StatusCode < 500 {
		return Refused.Because(fmt.Errorf("the code was refused: %d %s", said.Response.StatusCode, firstWord(said.ErrorCode)))
	}
	if errors.As(err, &said) {
		return Away.Because(errors.New("the provider has a fault of its own"))
	}
	return Away.Because(err)
}

// firstWord is enough of what a stranger wrote for the log.
func firstWord(s string) string {
	s, _, _ = strings.Cut(strings.ToValidUTF8(s, ""), " ")
	if len(s) > 60 {
		s = s[:60]
	}
	return s
}

// End returns the address where the browser signs out at the provider too, and the way back; "" when there is no such place
// or the provider is not known yet.
func (c *Client) End(back string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known == nil || c.known.end == "" {
		return ""
	}
	u, err := url.Parse(c.known.end)
	if err != nil {
		return ""
	}
	v := u.Query()
	v.Set("client_id", c.with.ClientID)
	v.Set("post_logout_redirect_uri", back)
	u.RawQuery = v.Encode()
	return u.String()
}

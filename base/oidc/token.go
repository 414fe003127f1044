package oidc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// Identity is who somebody is at the provider.
type Identity struct {
	Issuer, Subject string
	Session         string // the provider's own name for the session (sid); "" when it gave none
	Email           string // lower case; "" when it gave none
	Verified        bool   // the provider vouches for the address
	Name, GivenName string
	Groups          []string
}

// identify verifies an ID token, and asks the provider for what it does not say.
func (c *Client) identify(ctx context.Context, p *provider, token *oauth2.Token, raw, nonce string) (Identity, error) {
	id, err := c.verifier(p).Verify(oidc.ClientContext(ctx, c.http), raw)
	if err != nil {
		return Identity{}, c.tokenFault(err)
	}
	var claims map[string]any
	if err := id.Claims(&claims); err != nil {
		return Identity{}, Refused.Because(err)
	}
	now := c.clock.Now()
	switch {
	case nonce == "" || id.Nonce != nonce:
		return Identity{}, Refused.Because(errors.New("the nonce is another"))
	case id.IssuedAt.After(now.Add(Skew)) || now.Sub(id.IssuedAt) > 10*time.Minute:
		return Identity{}, Refused.Because(fmt.Errorf("the token was made at %s, our clock is %s", id.IssuedAt, now))
	case len(id.Audience) > 1 && claims["azp"] != c.with.ClientID, claims["azp"] != nil && claims["azp"] != c.with.ClientID:
		return Identity{}, Refused.Because(errors.New("the token is for another program"))
	case id.Subject == "" || len(id.Subject) > 255:
		return Identity{}, Refused.Because(errors.New("the token is about nobody"))
	}
	if text(claims, c.with.EmailClaim) == "" || groups(claims, c.with.GroupsClaim) == nil {
		c.fill(ctx, p, token, id.Subject, claims)
	}
	return c.read(id, claims), nil
}

// fill adds what the provider's userinfo says to claims that the token lacks. A provider that has none is no fault.
func (c *Client) fill(ctx context.Context, p *provider, token *oauth2.Token, subject string, claims map[string]any) {
	if p.UserInfoEndpoint() == "" || token.AccessToken == "" {
		return
	}
	info, err := p.UserInfo(oidc.ClientContext(ctx, c.http), oauth2.StaticTokenSource(token))
	if err != nil || info.Subject != subject {
		return
	}
	var more map[string]any
	if info.Claims(&more) != nil {
		return
	}
	for name, v := range more {
		if _, had := claims[name]; !had {
			claims[name] = v
		}
	}
}

func (c *Client) read(id *oidc.IDToken, claims map[string]any) Identity {
	verified := claims["email_verified"] == true || claims["email_verified"] == "true"
	return Identity{
		Issuer: id.Issuer, Subject: id.Subject, Session: text(claims, "sid"),
		Email: strings.ToLower(text(claims, c.with.EmailClaim)), Verified: verified && c.with.EmailClaim == "email",
		Name: text(claims, "name"), GivenName: text(claims, "given_name"), Groups: groups(claims, c.with.GroupsClaim),
	}
}

func (c *Client) verifier(p *provider) *oidc.IDTokenVerifier {
	// The library gives nothing for a clock that is behind: a minute is taken off ours.
	return p.Verifier(&oidc.Config{ClientID: c.with.ClientID, SupportedSigningAlgs: algorithms, Now: func() time.Time { return c.clock.Now().Add(-Skew) }})
}

// tokenFault tells a token that is wrong from keys that could not be fetched.
func (c *Client) tokenFault(err error) error {
	if strings.Contains(err.Error(), "fetching keys") {
		return Away.Because(err)
	}
	return Refused.Because(err)
}

// The events of a logout token that we know. The first must be there; the others say that she is not coming back (OpenID RISC
// Event Types 1.0).
const (
	eventDisabled = "https://schemas.openid.net/secevent/risc/event-type/account-disabled"
	eventPurged   = "https://schemas.openid.net/secevent/risc/event-type/account-purged"
)

// Parting is the provider telling that somebody has signed out.
type Parting struct {
	ID      string // of the telling: each is heard once
	Until   time.Time
	Issuer  string
	Subject string // "" when only the session is named
	Session string // "" when all of hers are meant
	Gone    bool   // her account there has been closed: she has left
}

// Part verifies a logout token. The fault is SignIn when anything about it is wrong. That it is heard only once is for the
// caller to see to.
func (c *Client) Part(ctx context.Context, raw string) (Parting, error) {
	p, err := c.ask(ctx, believed)
	if err != nil {
		return Parting{}, err
	}
	t, err := c.verifier(p).VerifyLogout(oidc.ClientContext(ctx, c.http), raw)
	if err != nil {
		return Parting{}, c.tokenFault(err)
	}
	now := c.clock.Now()
	if t.IssuedAt.After(now.Add(Skew)) || now.Sub(t.IssuedAt) > 10*time.Minute || len(t.TokenID) > 255 {
		return Parting{}, Refused.Because(fmt.Errorf("the logout token was made at %s, our clock is %s", t.IssuedAt, now))
	}
	var more struct {
		Events map[string]json.RawMessage `json:"events"`
	}
	if err := t.Claims(&more); err != nil {
		return Parting{}, Refused.Because(err)
	}
	_, disabled := more.Events[eventDisabled]
	_, purged := more.Events[eventPurged]
	return Parting{ID: t.TokenID, Until: now.Add(20 * time.Minute), Issuer: t.Issuer, Subject: t.Subject, Session: t.SessionID, Gone: disabled || purged}, nil
}

// text reads a claim that is a text; a path of names with dots leads into a claim that is an object.
func text(claims map[string]any, name string) string {
	s, _ := find(claims, name).(string)
	return strings.TrimSpace(strings.ToValidUTF8(s, ""))
}

// maxGroups is how many groups are read: Entra ID names at most 200 in a token.
const maxGroups = 1000

// groups reads a claim that lists texts; nil when there is no such claim.
func groups(claims map[string]any, name string) []string {
	switch v := find(claims, name).(type) {
	case string:
		return []string{v}
	case []any:
		out := make([]string, 0, len(v))
		for _, g := range v {
			if s, ok := g.(string); ok && len(out) < maxGroups && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// find follows a name, or a path of names: "groups", "realm_access.roles". A claim whose own name has dots is found first.
func find(claims map[string]any, name string) any {
	if v, ok := claims[name]; ok || name == "" {
		return v
	}
	first, rest, more := strings.Cut(name, ".")
	if inner, ok := claims[first].(map[string]any); ok && more {
		return find(inner, rest)
	}
	return nil
}

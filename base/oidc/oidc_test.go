package oidc_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"slices"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"golang.org/x/oauth2"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/oidc"
	"tilltal/base/oidc/oidctest"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func ask() oidc.Question {
	return oidc.Question{State: "state", Nonce: "nonce", Verifier: oauth2.GenerateVerifier()}
}

func TestWhoSheIs(t *testing.T) {
	p := oidctest.New(t, clock.At(noon))
	p.Claims = map[string]any{"email": "Amina@Umea.SE", "email_verified": true, "name": "Amina Berg", "given_name": "Amina", "sid": "s1", "groups": []string{"a", "b", "a"}}
	id, err := p.SignIn(t.Context(), p.Client(), ask())
	if err != nil || id.Issuer != p.Issuer() || id.Subject != "user-1" || id.Email != "amina@umea.se" || !id.Verified || id.Session != "s1" ||
		id.Name != "Amina Berg" || !slices.Equal(id.Groups, []string{"a", "b"}) {
		t.Errorf("%+v, %v", id, err)
	}
}

func TestWhatTheTokenDoesNotSayIsAsked(t *testing.T) {
	p := oidctest.New(t, clock.At(noon))
	p.Info = map[string]any{"email": "amina@umea.se", "email_verified": true, "groups": []string{"a"}, "sid": "hers"}
	p.Claims = map[string]any{"sid": "tokens"}
	id, err := p.SignIn(t.Context(), p.Client(), ask())
	if err != nil || id.Email != "amina@umea.se" || !id.Verified || !slices.Equal(id.Groups, []string{"a"}) || id.Session != "tokens" {
		t.Errorf("%+v, %v", id, err)
	}
	p.Info = map[string]any{"sub": "somebody-else", "email": "other@umea.se"}
	if id, err := p.SignIn(t.Context(), p.Client(), ask()); err != nil || id.Email != "" {
		t.Errorf("what was said of somebody else is believed: %+v, %v", id, err)
	}
}

// TestWhatIsWrongIsRefused makes one thing wrong at a time.
func TestWhatIsWrongIsRefused(t *testing.T) {
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	at := func(d time.Duration) int64 { return noon.Add(d).Unix() }
	for name, wrong := range map[string]func(p *oidctest.Provider){
		"another nonce":    func(p *oidctest.Provider) { p.Claims = map[string]any{"nonce": "another"} },
		"no nonce":         func(p *oidctest.Provider) { p.Claims = map[string]any{"nonce": nil} },
		"another audience": func(p *oidctest.Provider) { p.Claims = map[string]any{"aud": "other"} },
		"two, and not ours": func(p *oidctest.Provider) {
			p.Claims = map[string]any{"aud": []string{"desk", "other"}, "azp": "other"}
		},
		"two, and nobody's": func(p *oidctest.Provider) { p.Claims = map[string]any{"aud": []string{"desk", "other"}} },
		"another issuer":    func(p *oidctest.Provider) { p.Claims = map[string]any{"iss": "https://elak.example"} },
		"run out":           func(p *oidctest.Provider) { p.Claims = map[string]any{"exp": at(-61 * time.Second)} },
		"old":               func(p *oidctest.Provider) { p.Claims = map[string]any{"iat": at(-11 * time.Minute)} },
		"from tomorrow":     func(p *oidctest.Provider) { p.Claims = map[string]any{"iat": at(24 * time.Hour)} },
		"about nobody":      func(p *oidctest.Provider) { p.Claims = map[string]any{"sub": nil} },
		"another key": func(p *oidctest.Provider) {
			p.Forge = func(c map[string]any) string { return oidctest.SignWith(t, jose.RS256, other, c) }
		},
		"unsigned": func(p *oidctest.Provider) { p.Forge = unsigned },
		"a shared secret": func(p *oidctest.Provider) {
			p.Forge = func(c map[string]any) string {
				return oidctest.SignWith(t, jose.HS256, []byte(oidctest.Secret+"0123456789abcdef"), c)
			}
		},
		"the public key as a secret": func(p *oidctest.Provider) {
			der, err := x509.MarshalPKIXPublicKey(p.PublicKey())
			if err != nil {
				t.Fatal(err)
			}
			secret := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
			p.Forge = func(c map[string]any) string { return oidctest.SignWith(t, jose.HS256, secret, c) }
		},
		"no token": func(p *oidctest.Provider) { p.Forge = func(map[string]any) string { return "" } },
	} {
		t.Run(name, func(t *testing.T) {
			p := oidctest.New(t, clock.At(noon))
			wrong(p)
			if id, err := p.SignIn(t.Context(), p.Client(), ask()); !fault.Is(err, fault.SignIn) {
				t.Errorf("%+v, %v", id, err)
			}
		})
	}
}

// unsigned is a token that says it needs no signature.
func unsigned(claims map[string]any) string {
	body, _ := json.Marshal(claims)
	b := base64.RawURLEncoding
	return b.EncodeToString([]byte(`{"alg":"none"}`)) + "." + b.EncodeToString(body) + "."
}

func TestAClockThatDiffersALittle(t *testing.T) {
	for _, d := range []time.Duration{-50 * time.Second, 50 * time.Second} {
		p := oidctest.New(t, clock.At(noon.Add(d)))
		p.Claims = map[string]any{"iat": noon.Unix(), "exp": noon.Add(10 * time.Second).Unix()}
		if _, err := p.SignIn(t.Context(), p.Client(), ask()); err != nil {
			t.Errorf("%s: %v", d, err)
		}
	}
}

func TestAnAnswerIsToOneQuestionOnce(t *testing.T) {
	p := oidctest.New(t, clock.At(noon))
	c, q := p.Client(), ask()
	address, err := c.Ask(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	answer := p.Visit(address)
	for name, wrong := range map[string]oidc.Answer{
		"another state": {State: "x", Code: answer.Code}, "no state": {Code: answer.Code}, "no code": {State: answer.State},
		"from another provider": {State: answer.State, Code: answer.Code, Issuer: "https://elak.example"},
		"the provider says no":  {State: answer.State, Error: "access_denied"},
	} {
		if _, err := c.Hear(t.Context(), q, wrong); !fault.Is(err, fault.SignIn) {
			t.Errorf("%s: %v", name, err)
		}
	}
	stolen := q
	stolen.Verifier = oauth2.GenerateVerifier()
	if _, err := c.Hear(t.Context(), stolen, p.Visit(address)); !fault.Is(err, fault.SignIn) {
		t.Errorf("a code without its verifier: %v", err)
	}
	answer.Issuer = p.Issuer()
	if _, err := c.Hear(t.Context(), q, answer); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Hear(t.Context(), q, answer); !fault.Is(err, fault.SignIn) {
		t.Errorf("the same code again: %v", err)
	}
}

func TestAProviderThatIsAway(t *testing.T) {
	now := clock.At(noon)
	p := oidctest.New(t, now)
	c := p.Client()
	if c.End("https://torget.example.se/") != "" {
		t.Error("where to sign out, before anybody has asked")
	}
	p.Down(true)
	if _, err := c.Ask(t.Context(), ask()); !fault.Is(err, fault.Unreachable) {
		t.Errorf("%v", err)
	}
	p.Down(false)
	if _, err := c.Ask(t.Context(), ask()); !fault.Is(err, fault.Unreachable) {
		t.Errorf("it is asked again at once: %v", err)
	}
	now.Move(6 * time.Second)
	address, err := c.Ask(t.Context(), ask())
	if err != nil {
		t.Fatal(err)
	}
	if got := c.End("https://torget.example.se/"); got != p.Issuer()+"/end?client_id=desk&post_logout_redirect_uri=https%3A%2F%2Ftorget.example.se%2F" {
		t.Errorf("%s", got)
	}
	answer := p.Visit(address)
	p.Down(true)
	if _, err := c.Hear(t.Context(), ask(), answer); !fault.Is(err, fault.Unreachable) {
		t.Errorf("%v", err)
	}
	now.Move(11 * time.Second)
	if _, err := c.Ask(t.Context(), ask()); !fault.Is(err, fault.Unreachable) {
		t.Errorf("a browser is sent to where nobody answers: %v", err)
	}
}

func TestParting(t *testing.T) {
	p := oidctest.New(t, clock.At(noon))
	c := p.Client()
	const logout = "http://schemas.openid.net/event/backchannel-logout"
	got, err := c.Part(t.Context(), p.Parting(map[string]any{"sub": "user-1", "sid": "s1", "jti": "1"}))
	if err != nil || got.Subject != "user-1" || got.Session != "s1" || got.ID != "1" || got.Gone {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = c.Part(t.Context(), p.Parting(map[string]any{"sub": "user-1",
		"events": map[string]any{logout: map[string]any{}, "https://schemas.openid.net/secevent/risc/event-type/account-disabled": map[string]any{}}}))
	if err != nil || !got.Gone {
		t.Errorf("%+v, %v", got, err)
	}
	for name, claims := range map[string]map[string]any{
		"another issuer": {"sub": "x", "iss": "https://elak.example"}, "another audience": {"sub": "x", "aud": "other"}, "run out": {"sub": "x", "exp": noon.Add(-2 * time.Minute).Unix()},
		"old": {"sub": "x", "iat": noon.Add(-time.Hour).Unix()}, "an ID token": {"sub": "x", "nonce": "n"}, "no event": {"sub": "x", "events": map[string]any{}},
		"about nobody": {}, "without a number": {"sub": "x", "jti": nil},
	} {
		if _, err := c.Part(t.Context(), p.Parting(claims)); !fault.Is(err, fault.SignIn) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, raw := range map[string]string{"nothing": "", "words": "a.b.c", "unsigned": unsigned(map[string]any{"sub": "x"})} {
		if _, err := c.Part(t.Context(), raw); !fault.Is(err, fault.SignIn) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

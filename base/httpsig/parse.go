package httpsig

import (
	"crypto"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"
)

// Rules are what a signature must keep to, besides being true.
type Rules struct {
	Now    time.Time // the time of arrival
	Window Window    // how old or how early a signature may be; zero means DefaultWindow

	// Target is the address as the sender saw it: our own scheme and host, which a proxy in front of us may have changed on
	// the way in. When it has a path, path and query are taken from it too. Nil takes what stands in the request.
	Target *url.URL
}

// Window is how far a signature's time may be from ours.
type Window struct{ Past, Future time.Duration }

// DefaultWindow allows for a slow queue and for clocks that differ: one hour old, five minutes early. Mastodon allows twelve
// hours; an operator whose neighbours deliver late may widen ours.
var DefaultWindow = Window{Past: time.Hour, Future: 5 * time.Minute}

// Signature is one signature that a message carries. Form, coverage, time and digest have been checked by [Parse]; whether it
// is true is known after [Signature.Verify].
type Signature struct {
	KeyID     string    // the address of the key, as the sender wrote it
	Scheme    Scheme    // how it was signed
	Algorithm string    // named by the sender, in the words of RFC 9421; empty when left to the key
	Label     string    // the signature's name among others (RFC 9421); empty for draft-cavage
	Created   time.Time // zero when not said
	Expires   time.Time // zero when not said
	At        time.Time // when it was made, by the sender's clock: created, or else the date it covers

	covered []component
	base    []byte
	value   []byte
}

// Limits on what a stranger may make us read. A Mastodon signature header is about 500 bytes and covers five components.
const (
	maxHeader     = 8 << 10
	maxComponents = 32
	maxSignatures = 4
	maxKeyID      = 2 << 10
)

// Parse reads the signature of an incoming request, in either scheme, and checks everything that can be checked without the
// key: that it covers the method, the address, the time and the digest of a body (which POST, PUT and PATCH always have); that the digest is
// the body's; that the time is within the window. The body must be whole. When a request carries several RFC 9421
// signatures, the first that keeps to the rules is returned. Errors are of kind SignIn.
func Parse(r *http.Request, body []byte, rules Rules) (*Signature, error) {
	return parse(fromRequest(r, body, rules.Target), rules)
}

// ParseResponse is Parse for a signed answer: it must cover the status, and the digest when there is a body. The answer's
// Request is what components marked with req are taken from.
func ParseResponse(resp *http.Response, body []byte, rules Rules) (*Signature, error) {
	m := &message{header: resp.Header, body: body, status: resp.StatusCode}
	if resp.Request != nil {
		m.request = fromRequest(resp.Request, nil, rules.Target)
	}
	return parse(m, rules)
}

// Verify checks the signature against a public key: *rsa.PublicKey, ed25519.PublicKey, *ecdsa.PublicKey (P-256), [PSS] or
// [Secret]. The error is of kind SignIn when the signature is not that key's.
func (s *Signature) Verify(key crypto.PublicKey) error {
	return verify(key, s.Algorithm, s.base, s.value)
}

func parse(m *message, rules Rules) (*Signature, error) {
	found, err := read(m)
	if err != nil {
		return nil, err
	}
	for _, sig := range found {
		if problem := sig.check(m, rules); problem == nil {
			return sig, nil
		} else if err == nil {
			err = problem
		}
	}
	return nil, err
}

// read finds the signatures of a message without judging what they cover.
func read(m *message) ([]*Signature, error) {
	input, value := m.header.Values("Signature-Input"), m.header.Values("Signature")
	if len(value) == 0 {
		for _, v := range m.header.Values("Authorization") { // draft-cavage section 3
			if scheme, rest, ok := strings.Cut(v, " "); ok && strings.EqualFold(scheme, "Signature") {
				value = append(value, rest)
			}
		}
	}
	switch {
	case len(value) == 0:
		return nil, refuse("Meddelandet är inte signerat.", "The message is not signed.")
	case size(input)+size(value) > maxHeader:
		return nil, refuse("Signaturen är längre än vi läser.", "The signature is longer than we read.")
	case len(input) > 0:
		return readRFC9421(m, input, value)
	case len(value) > 1:
		return nil, refuse("Meddelandet har flera signaturer av det äldre slaget.", "The message has several signatures of the older kind.")
	}
	sig, err := readCavage(m, value[0])
	if err != nil {
		return nil, err
	}
	return []*Signature{sig}, nil
}

func size(lines []string) (n int) {
	for _, l := range lines {
		n += len(l)
	}
	return n
}

// check holds a signature against the rules.
func (s *Signature) check(m *message, rules Rules) error {
	if s.KeyID == "" || len(s.KeyID) > maxKeyID || !utf8.ValidString(s.KeyID) {
		return refuse("Signaturen säger inte vems nyckel den är gjord med.", "The signature does not say whose key made it.").At("keyid")
	}
	if err := s.checkCoverage(m); err != nil {
		return err
	}
	return s.checkTime(m, rules)
}

func (s *Signature) checkCoverage(m *message) error {
	if m.status != 0 {
		if !s.covers("@status") {
			return missing("@status")
		}
		return s.checkBody(m, len(m.body) > 0)
	}
	whole := s.covers("@target-uri") || s.covers("host") && s.covers("(request-target)") ||
		(s.covers("@authority") || s.covers("host")) && (s.covers("@request-target") || s.covers("@path") && (m.query() == "" || s.covers("@query")))
	switch {
	case s.Scheme == RFC9421 && !s.covers("@method"):
		return missing("@method")
	case s.Scheme == Cavage && !s.covers("(request-target)"):
		return missing("(request-target)")
	case !whole:
		return missing("@target-uri")
	}
	return s.checkBody(m, hasBody(m.method) || len(m.body) > 0)
}

// checkBody checks every digest that is covered, and that there is one when there must be.
func (s *Signature) checkBody(m *message, must bool) error {
	covered := false
	for _, field := range []string{"content-digest", "digest"} {
		if s.covers(field) {
			if err := checkDigest(m, field); err != nil {
				return err
			}
			covered = true
		}
	}
	if must && !covered {
		return missing("content-digest")
	}
	return nil
}

// covers reports whether the whole of a component is covered.
func (s *Signature) covers(name string) bool {
	for _, c := range s.covered {
		if c.name == name && (c.plain() || s.plainEnough(c)) {
			return true
		}
	}
	return false
}

// plainEnough accepts the parameters that only change how a whole field is written down.
func (s *Signature) plainEnough(c component) bool {
	for _, p := range c.item.Params.Names() {
		if p != "sf" && p != "bs" {
			return false
		}
	}
	return true
}

func missing(name string) error {
	return refuse("Signaturen täcker för lite. Metod, adress, tid och innehåll ska vara med.",
		"The signature covers too little. Method, address, time and content must be covered.").At(name)
}

func (s *Signature) checkTime(m *message, rules Rules) error {
	window := rules.Window
	if window == (Window{}) {
		window = DefaultWindow
	}
	times := make([]time.Time, 0, 2)
	if !s.Created.IsZero() {
		times = append(times, s.Created)
	}
	if s.covers("date") {
		date, err := http.ParseTime(joined(m.header.Values("Date")))
		if err != nil {
			return refuse("Meddelandets datum går inte att läsa.", "The date of the message cannot be read.").At("date").Because(err)
		}
		times = append(times, date)
	}
	if len(times) == 0 {
		return missing("created")
	}
	s.At = times[0]
	for _, t := range times {
		if t.Before(rules.Now.Add(-window.Past)) {
			return refuse("Signaturen är för gammal. Stämmer klockan hos avsändaren?", "The signature is too old. Is the sender's clock right?").At("created")
		}
		if t.After(rules.Now.Add(window.Future)) {
			return refuse("Signaturen är gjord i framtiden. Stämmer klockan hos avsändaren?",
				"The signature was made in the future. Is the sender's clock right?").At("created")
		}
	}
	if !s.Expires.IsZero() && !rules.Now.Before(s.Expires) {
		return refuse("Signaturens tid har gått ut.", "The signature has expired.").At("expires")
	}
	return nil
}

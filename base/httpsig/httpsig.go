// Package httpsig signs what the authority sends to other servers, and checks who sent what arrives. A comment in the inbox
// is worth reading only when it is certain whose server it came from: the signature over the request line, the address, the
// time and the body is that certainty, and it is what lets the record say "from whom" and not only "from where".
//
// Two ways of signing are in use between servers and both are spoken here: the final standard, RFC 9421, and the older
// draft-cavage-http-signatures-12 that most servers of the fediverse still send. Nothing here knows of posts or people.
//
// Checking is two steps with a pause between them, because the key must be fetched from the sender's server:
//
//	sig, err := httpsig.Parse(r, body, httpsig.Rules{Now: clock.Now(), Target: our})  // cheap: form, time, digest
//	pub, err := keys.Find(ctx, sig.KeyID)                                             // the caller's business
//	if err := sig.Verify(pub); err != nil { … fetch the key anew, once, and try again … }
//
// A key that was changed since we saw it fails the first Verify; the caller asks the sender's server once more, and only then
// says no. Every refusal is a [tilltal/base/fault.Error] of kind SignIn, with a text an officer can pass on to whoever runs
// the sending server.
package httpsig

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"net/http"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Scheme is one of the two ways of signing a request.
type Scheme int

// The schemes. The zero Scheme is none, so that a forgotten setting is noticed.
const (
	Cavage  Scheme = iota + 1 // draft-cavage-http-signatures-12, with Date and Digest
	RFC9421                   // RFC 9421, with created and Content-Digest (RFC 9530)
)

// String is the scheme's name in logs and in what is remembered of a host.
func (s Scheme) String() string {
	switch s {
	case Cavage:
		return "draft-cavage-12"
	case RFC9421:
		return "rfc9421"
	}
	return "none"
}

// Key is what we sign with: the address where others find its public half, and an RSA or Ed25519 key.
type Key struct {
	ID      string
	Private crypto.Signer
}

// Sign signs an outgoing request in place: it sets Date, the body's digest and the signature headers. The body is what will
// be sent; nil for GET. The caller stamps the time, in UTC. A request that was signed before is signed afresh, so that one
// request can be tried with one scheme and then with the other.
func Sign(r *http.Request, body []byte, key Key, scheme Scheme, at time.Time) error {
	if r.URL == nil || r.URL.Host == "" {
		return fault.New(fault.Invalid, lingo.T("Adressen saknar värdnamn och går inte att signera för.",
			"The address has no host and cannot be signed for."))
	}
	alg, err := algorithmFor(key.Private)
	if err != nil {
		return err
	}
	for _, h := range []string{"Signature", "Signature-Input", "Digest", "Content-Digest"} {
		r.Header.Del(h)
	}
	r.Header.Set("Date", at.UTC().Format(http.TimeFormat))
	switch scheme {
	case Cavage:
		return signCavage(r, body, key, alg)
	case RFC9421:
		return signRFC9421(r, body, key, alg, at)
	}
	return fault.New(fault.Invalid, lingo.T("Sättet att signera är inte valt.", "No way of signing has been chosen."))
}

// algorithmFor names the algorithm a private key signs with (RFC 9421 section 3.3).
func algorithmFor(key crypto.Signer) (string, error) {
	if key != nil {
		switch pub := key.Public().(type) {
		case *rsa.PublicKey:
			return algRSA, checkRSA(pub)
		case ed25519.PublicKey:
			return algEd25519, nil
		}
	}
	return "", fault.New(fault.Invalid, lingo.T("Nyckeln går inte att signera med. Den ska vara RSA eller Ed25519.",
		"The key cannot sign. It must be RSA or Ed25519."))
}

// hasBody reports whether a request of the method says something with its body, so that the digest must be signed.
func hasBody(method string) bool {
	return method == http.MethodPost || method == http.MethodPut || method == http.MethodPatch
}

// refuse makes the answer to a signature that does not hold: kind SignIn, status 401.
func refuse(sv, en string) *fault.Error {
	return fault.New(fault.SignIn, lingo.T(sv, en))
}

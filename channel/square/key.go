package square

import (
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"net/http"

	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/httpsig"
)

// rsaBits is the size every server of the fediverse reads and makes.
const rsaBits = 2048

// key returns one of our keys, and makes it when it is first needed. The owner is an account's id, or the server itself.
func (s *Square) key(ctx context.Context, owner, kind string) (crypto.Signer, error) {
	name := kind + " " + owner
	if k, ok := s.keys.Load(name); ok {
		return k.(crypto.Signer), nil
	}
	k, err, _ := s.asking.Do("key "+name, func() (any, error) {
		pair, err := s.Store.SigningKey(ctx, owner, kind)
		if fault.Is(err, fault.NotFound) {
			pair, err = s.makeKey(ctx, owner, kind)
		}
		if err != nil {
			return nil, err
		}
		signer, err := httpsig.ParsePrivatePEM(pair.Private)
		if err == nil {
			s.keys.Store(name, signer)
		}
		return signer, err
	})
	if err != nil {
		return nil, err
	}
	return k.(crypto.Signer), nil
}

func (s *Square) makeKey(ctx context.Context, owner, kind string) (KeyPair, error) {
	var signer crypto.Signer
	var err error
	if kind == Ed25519 {
		_, signer, err = ed25519.GenerateKey(rand.Reader)
	} else {
		signer, err = rsa.GenerateKey(rand.Reader, rsaBits)
	}
	if err != nil {
		return KeyPair{}, fault.Wrap("square: make a key", err)
	}
	text, err := httpsig.PrivatePEM(signer)
	if err != nil {
		return KeyPair{}, err
	}
	return s.Store.KeepSigningKey(ctx, KeyPair{Owner: owner, Kind: kind, Private: text, MadeAt: s.Clock.Now()})
}

// signer signs requests in an account's name with its RSA key, which every server knows.
func (s *Square) signer(ctx context.Context, handle, owner string, body []byte, scheme httpsig.Scheme) (fetch.Sign, error) {
	private, err := s.key(ctx, owner, RSA)
	if err != nil {
		return nil, err
	}
	key := httpsig.Key{ID: s.Addresses.Key(handle, RSA), Private: private}
	return func(r *http.Request) error { return httpsig.Sign(r, body, key, scheme, s.Clock.Now()) }, nil
}

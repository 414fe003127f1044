package httpsig

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

var errKey = fault.New(fault.Invalid, lingo.T("Den offentliga nyckeln går inte att läsa.", "The public key cannot be read."))

// maxPEM is the longest key text that is read, in bytes. RSA of 8192 bits is 1.5 kB.
const maxPEM = 8 << 10

// ParsePublicPEM reads the publicKeyPem of an actor: SPKI ("PUBLIC KEY") or PKCS #1 ("RSA PUBLIC KEY"). It returns an
// *rsa.PublicKey, ed25519.PublicKey or *ecdsa.PublicKey. The error is of kind Invalid.
func ParsePublicPEM(text string) (crypto.PublicKey, error) {
	if len(text) > maxPEM {
		return nil, errKey
	}
	block, _ := pem.Decode([]byte(strings.TrimSpace(text) + "\n"))
	if block == nil {
		return nil, errKey
	}
	if block.Type == "RSA PUBLIC KEY" {
		pub, err := x509.ParsePKCS1PublicKey(block.Bytes)
		if err != nil {
			return nil, errKey.Because(err)
		}
		return pub, checkRSA(pub)
	}
	pub, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, errKey.Because(err)
	}
	switch k := pub.(type) {
	case *rsa.PublicKey:
		return k, checkRSA(k)
	case ed25519.PublicKey, *ecdsa.PublicKey:
		return k, nil
	}
	return nil, errKey
}

// PublicPEM writes a public key as SPKI, the form every server reads.
func PublicPEM(pub crypto.PublicKey) (string, error) {
	der, err := x509.MarshalPKIXPublicKey(pub)
	if err != nil {
		return "", errKey.Because(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})), nil
}

// ParsePrivatePEM reads a private key that [PrivatePEM] wrote (PKCS #8).
func ParsePrivatePEM(text string) (crypto.Signer, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil || block.Type != "PRIVATE KEY" {
		return nil, errPrivate
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, errPrivate // the inner error could quote the key
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, errPrivate
	}
	_, err = algorithmFor(signer)
	return signer, err
}

var errPrivate = fault.New(fault.Invalid, lingo.T("Den hemliga nyckeln går inte att läsa.", "The private key cannot be read."))

// PrivatePEM writes a private key as PKCS #8, to be sealed before it is stored.
func PrivatePEM(key crypto.Signer) (string, error) {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return "", errPrivate
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})), nil
}

package httpsig

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"math/big"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// The algorithms of the IANA registry "HTTP Signature Algorithms" (RFC 9421 section 6.2.2) that are spoken here.
const (
	algRSA     = "rsa-v1_5-sha256"   // RFC 9421 section 3.3.2
	algPSS     = "rsa-pss-sha512"    // section 3.3.1
	algHMAC    = "hmac-sha256"       // section 3.3.3
	algECDSA   = "ecdsa-p256-sha256" // section 3.3.4
	algEd25519 = "ed25519"           // section 3.3.6
)

// PSS is an RSA key whose owner signs with rsa-pss-sha512 although the signature does not say so. RFC 9421 section 3.2 lets
// the algorithm follow from the key; a bare *rsa.PublicKey means RSASSA-PKCS1-v1_5, as everywhere in the fediverse.
type PSS struct{ *rsa.PublicKey }

// Secret is a key shared by both sides (hmac-sha256). It is a type of its own so that nobody's public key can ever be taken
// for a shared secret.
type Secret []byte

// Largest and smallest RSA modulus in bits. A smaller key is forgeable, a larger one costs us more to check than it costs a
// stranger to send.
const (
	minRSABits = 2048
	maxRSABits = 8192
)

func checkRSA(pub *rsa.PublicKey) error {
	if pub == nil || pub.N == nil || pub.N.BitLen() < minRSABits || pub.N.BitLen() > maxRSABits || pub.E < 3 {
		return fault.New(fault.Invalid, lingo.T("RSA-nyckeln ska vara mellan 2048 och 8192 bitar.",
			"The RSA key must be between 2048 and 8192 bits."))
	}
	return nil
}

// sign makes the signature of the base with the private key.
func sign(key crypto.Signer, alg string, base []byte) ([]byte, error) {
	message, opts := base, crypto.SignerOpts(crypto.Hash(0))
	if alg == algRSA {
		sum := sha256.Sum256(base)
		message, opts = sum[:], crypto.SHA256
	}
	value, err := key.Sign(rand.Reader, message, opts)
	return value, fault.Wrap("httpsig: sign", err)
}

// verify checks a signature. The key decides the algorithm; alg, when the signer named one, must agree with it.
func verify(key crypto.PublicKey, alg string, base, value []byte) error {
	ok, err := false, error(nil)
	switch k := key.(type) {
	case *rsa.PublicKey:
		ok, err = verifyRSA(k, alg, base, value)
	case PSS:
		if alg != "" && alg != algPSS {
			return errWrongAlgorithm
		}
		ok, err = verifyRSA(k.PublicKey, algPSS, base, value)
	case ed25519.PublicKey:
		if alg != "" && alg != algEd25519 {
			return errWrongAlgorithm
		}
		ok = len(k) == ed25519.PublicKeySize && ed25519.Verify(k, base, value)
	case *ecdsa.PublicKey:
		if alg != "" && alg != algECDSA {
			return errWrongAlgorithm
		}
		ok = verifyECDSA(k, base, value)
	case Secret:
		if alg != "" && alg != algHMAC {
			return errWrongAlgorithm
		}
		mac := hmac.New(sha256.New, k)
		mac.Write(base)
		ok = len(k) > 0 && hmac.Equal(mac.Sum(nil), value)
	default:
		return refuse("Avsändarens nyckel är av en sort som vi inte kan.", "The sender's key is of a kind that we do not know.")
	}
	if err != nil {
		return err
	}
	if !ok {
		return errMismatch
	}
	return nil
}

var (
	errMismatch = refuse("Signaturen stämmer inte med avsändarens nyckel.", "The signature does not match the sender's key.")

	errWrongAlgorithm = refuse("Signaturen säger en annan algoritm än den nyckeln är gjord för.",
		"The signature names another algorithm than the one the key is made for.")
)

func verifyRSA(pub *rsa.PublicKey, alg string, base, value []byte) (bool, error) {
	if err := checkRSA(pub); err != nil {
		return false, refuse("Avsändarens nyckel är för svag, eller för stor för att prövas.",
			"The sender's key is too weak, or too large to be tried.").Because(err)
	}
	switch alg {
	case "", algRSA:
		sum := sha256.Sum256(base)
		return rsa.VerifyPKCS1v15(pub, crypto.SHA256, sum[:], value) == nil, nil
	case algPSS:
		sum := sha512.Sum512(base) // section 3.3.1: salt of 64 bytes, MGF1 with SHA-512
		return rsa.VerifyPSS(pub, crypto.SHA512, sum[:], value, &rsa.PSSOptions{SaltLength: 64, Hash: crypto.SHA512}) == nil, nil
	}
	return false, errWrongAlgorithm
}

// verifyECDSA reads the signature as r and s side by side, 32 bytes each (section 3.3.4), not as ASN.1.
func verifyECDSA(pub *ecdsa.PublicKey, base, value []byte) bool {
	if pub.Curve != elliptic.P256() || len(value) != 64 {
		return false
	}
	sum := sha256.Sum256(base)
	return ecdsa.Verify(pub, sum[:], new(big.Int).SetBytes(value[:32]), new(big.Int).SetBytes(value[32:]))
}

package httpsig

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"strings"
)

// The multicodec prefixes of keys, as varints (W3C Controlled Identifiers 1.0 section 2.2.2).
var (
	codecEd25519 = []byte{0xed, 0x01}
	codecRSA     = []byte{0x85, 0x24}
)

// maxMultikey is the longest text that is read. Base 58 takes quadratic time, and RSA of 4096 bits needs 720 characters.
const maxMultikey = 1024

// Multikey writes an Ed25519 key (z6Mk…) or an RSA key as the publicKeyMultibase of a Multikey. The error is of kind Invalid.
func Multikey(pub crypto.PublicKey) (string, error) {
	switch k := pub.(type) {
	case ed25519.PublicKey:
		return "z" + base58Encode(append(bytes.Clone(codecEd25519), k...)), nil
	case *rsa.PublicKey:
		return "z" + base58Encode(append(bytes.Clone(codecRSA), x509.MarshalPKCS1PublicKey(k)...)), nil
	}
	return "", errKey
}

// ParseMultikey reads a publicKeyMultibase in base 58: an ed25519.PublicKey or an *rsa.PublicKey. The error is of kind Invalid.
func ParseMultikey(text string) (crypto.PublicKey, error) {
	if len(text) > maxMultikey || !strings.HasPrefix(text, "z") {
		return nil, errKey
	}
	raw, ok := base58Decode(text[1:])
	if !ok {
		return nil, errKey
	}
	if key, found := bytes.CutPrefix(raw, codecEd25519); found && len(key) == ed25519.PublicKeySize {
		return ed25519.PublicKey(key), nil
	}
	if der, found := bytes.CutPrefix(raw, codecRSA); found {
		pub, err := x509.ParsePKCS1PublicKey(der)
		if err != nil {
			return nil, errKey.Because(err)
		}
		return pub, checkRSA(pub)
	}
	return nil, errKey
}

const base58Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

// base58Encode writes bytes in base 58; each leading zero byte becomes a leading "1".
func base58Encode(src []byte) string {
	var digits []byte // least significant first
	zeros := 0
	for zeros < len(src) && src[zeros] == 0 {
		zeros++
	}
	for _, b := range src[zeros:] {
		carry := int(b)
		for i := range digits {
			carry += int(digits[i]) << 8
			digits[i], carry = byte(carry%58), carry/58
		}
		for ; carry > 0; carry /= 58 {
			digits = append(digits, byte(carry%58))
		}
	}
	out := bytes.Repeat([]byte{'1'}, zeros)
	for i := len(digits) - 1; i >= 0; i-- {
		out = append(out, base58Alphabet[digits[i]])
	}
	return string(out)
}

func base58Decode(s string) ([]byte, bool) {
	var raw []byte // least significant first
	zeros := 0
	for zeros < len(s) && s[zeros] == '1' {
		zeros++
	}
	for i := zeros; i < len(s); i++ {
		carry := strings.IndexByte(base58Alphabet, s[i])
		if carry < 0 {
			return nil, false
		}
		for j := range raw {
			carry += int(raw[j]) * 58
			raw[j], carry = byte(carry), carry>>8
		}
		for ; carry > 0; carry >>= 8 {
			raw = append(raw, byte(carry))
		}
	}
	out := make([]byte, zeros, zeros+len(raw))
	for i := len(raw) - 1; i >= 0; i-- {
		out = append(out, raw[i])
	}
	return out, true
}

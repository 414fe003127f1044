package httpsig

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tilltal/base/fault"
)

func same(a, b crypto.PublicKey) bool {
	k, ok := a.(interface{ Equal(crypto.PublicKey) bool })
	return ok && k.Equal(b)
}

func TestPublicKeysThereAndBack(t *testing.T) {
	for name, key := range keys() {
		text, err := PublicPEM(key.Public())
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{text, strings.TrimSpace(text), "\n  " + text + "\n\n"} {
			pub, err := ParsePublicPEM(form)
			if err != nil || !same(pub, key.Public()) {
				t.Errorf("%s: %v, %v", name, pub, err)
			}
		}
		multi, err := Multikey(key.Public())
		if err != nil {
			t.Fatal(err)
		}
		pub, err := ParseMultikey(multi)
		if err != nil || !same(pub, key.Public()) {
			t.Errorf("%s: %s gave %v, %v", name, multi, pub, err)
		}
		private, err := PrivatePEM(key)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParsePrivatePEM(private)
		if err != nil || !same(back.Public(), key.Public()) {
			t.Errorf("%s: private key %v", name, err)
		}
	}
	pkcs1 := pem.EncodeToMemory(&pem.Block{Type: "RSA PUBLIC KEY", Bytes: x509.MarshalPKCS1PublicKey(&rsaKey().PublicKey)})
	if pub, err := ParsePublicPEM(string(pkcs1)); err != nil || !rsaKey().PublicKey.Equal(pub) {
		t.Errorf("PKCS #1: %v", err)
	}
}

// The example of W3C Controlled Identifiers 1.0 and of FEP-521a: an Ed25519 Multikey begins with z6Mk.
func TestMultikeyBeginsAsItShould(t *testing.T) {
	text, err := Multikey(edPrivate.Public())
	if err != nil || !strings.HasPrefix(text, "z6Mk") || len(text) != 48 {
		t.Errorf("%q, %v", text, err)
	}
	pub, err := ParseMultikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQXJXPt4swbTQ2")
	if err != nil || len(pub.(ed25519.PublicKey)) != ed25519.PublicKeySize {
		t.Errorf("%v, %v", pub, err)
	}
}

func TestKeysThatAreRefused(t *testing.T) {
	small, _ := rsa.GenerateKey(rand.Reader, 1024)
	weak, _ := PublicPEM(small.Public())
	weak1 := string(pem.EncodeToMemory(&pem.Block{Type: "RSA PUBLIC KEY", Bytes: x509.MarshalPKCS1PublicKey(&small.PublicKey)}))
	ec, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	private, _ := PrivatePEM(edPrivate)
	ecPrivate, _ := PrivatePEM(ec)
	for name, text := range map[string]string{"empty": "", "words": "hej", "weak": weak, "weak PKCS #1": weak1, "private": private,
		"too long": strings.Repeat("x", maxPEM+1), "broken": "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
		"broken PKCS #1": "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----"} {
		if pub, err := ParsePublicPEM(text); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v, %v", name, pub, err)
		}
	}
	for name, text := range map[string]string{"empty": "", "public": keyEd, "curve": ecPrivate,
		"broken": "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"} {
		if _, err := ParsePrivatePEM(text); !fault.Is(err, fault.Invalid) {
			t.Errorf("private %s: %v", name, err)
		}
	}
	weakMulti, _ := Multikey(&small.PublicKey)
	for _, text := range []string{"", "z", "m123", "z0OIl", "z6Mk", weakMulti, "z" + base58Encode([]byte{0x85, 0x24, 1}), "z" + strings.Repeat("2", maxMultikey)} {
		if pub, err := ParseMultikey(text); !fault.Is(err, fault.Invalid) {
			t.Errorf("multikey %q: %v, %v", text, pub, err)
		}
	}
	if _, err := Multikey(ec.Public()); !fault.Is(err, fault.Invalid) {
		t.Errorf("a curve that has no place: %v", err)
	}
	if _, err := PublicPEM("x"); !fault.Is(err, fault.Invalid) {
		t.Errorf("a key of text: %v", err)
	}
}

func TestBase58(t *testing.T) {
	for plain, want := range map[string]string{"": "", "\x00\x00a": "112g", "Hello World!": "2NEpo7TZRRrLZSi2U",
		"The quick brown fox jumps over the lazy dog.": "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"} {
		if got := base58Encode([]byte(plain)); got != want { // draft-msporny-base58 section 5
			t.Errorf("%q gave %s", plain, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.Byte(), 0, 64).Draw(t, "raw")
		if back, ok := base58Decode(base58Encode(raw)); !ok || !bytes.Equal(back, raw) {
			t.Fatalf("%x came back as %x", raw, back)
		}
	})
}

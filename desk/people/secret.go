package people

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"

	"tilltal/base/ident"
)

// secretBytes is how long the secrets of cookies, links and tokens are: nobody guesses 256 bits, so a plain hash hides them.
const secretBytes = 32

// newSecret returns a secret, and the hash that is kept of it.
func newSecret() (secret, hash string) {
	secret = ident.Secret(secretBytes)
	return secret, hashOf(secret)
}

// hashOf is what is kept of a secret: hex SHA-256.
func hashOf(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}

// place is a network address as it stands on the record: the same address gives the same eight letters, and without the
// desk's own secret nobody can tell which address it was. IPv6 addresses are the same within a /64: one household.
func (r *Room) place(address string) string {
	m := hmac.New(sha256.New, r.with.Secret)
	m.Write([]byte(household(address)))
	return hex.EncodeToString(m.Sum(nil)[:4])
}

func household(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if a = a.Unmap().WithZone(""); a.Is6() {
		if p, err := a.Prefix(64); err == nil {
			return p.String()
		}
	}
	return a.String()
}

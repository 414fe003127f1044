// Package password keeps passwords so that who steals the database does not have them. A password is hashed with argon2id
// (RFC 9106), which is slow and takes memory on purpose, and so only a few are hashed at a time: a flood of sign-ins must
// not eat the machine that citizens read on.
//
// What a new password must be is said in one sentence: at least twelve characters, and none of those that everybody tries.
// There is no rule of digits and signs; length is what helps (NIST SP 800-63B 5.1.1.2).
package password

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// cost is what one hash costs: memory in KiB, passes over it, lanes.
type cost struct {
	memory, passes uint32
	lanes          uint8
}

// today is the cost of new hashes: 19 MiB and two passes, the OWASP minimum of 2023 for argon2id.
var today = cost{memory: 19 * 1024, passes: 2, lanes: 1}

// dearest bounds what a hash found in a row may make us spend.
var dearest = cost{memory: 256 * 1024, passes: 16, lanes: 8}

const (
	saltSize = 16
	hashSize = 32
	maxBytes = 1024 // of a password; more is refused before it is hashed
)

// Hasher hashes and verifies, a bounded number at a time.
type Hasher struct{ seats chan struct{} }

// New returns a hasher that works on at most so many passwords at once; each takes 19 MiB while it does. Fewer than one is
// two.
func New(atOnce int) *Hasher {
	if atOnce < 1 {
		atOnce = 2
	}
	return &Hasher{seats: make(chan struct{}, atOnce)}
}

// Hash returns the password's hash in the PHC form, "$argon2id$v=19$m=…,t=…,p=…$salt$hash", which says how it was made. It
// waits for a seat; the fault is Unreachable when the context ends before, and TooLarge for more than 1,024 bytes. It does
// not ask whether the password is a good one: see [Sound].
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	if len(password) > maxBytes {
		return "", tooLong()
	}
	salt := make([]byte, saltSize)
	rand.Read(salt) // never fails: crypto/rand ends the program instead
	sum, err := h.sum(ctx, password, salt, today, hashSize)
	if err != nil {
		return "", err
	}
	return phc{cost: today, salt: salt, sum: sum}.String(), nil
}

// Verify reports whether the password is the one hashed, in constant time. A hash that cannot be read is an Internal fault;
// a context that ends while waiting is Unreachable.
func (h *Hasher) Verify(ctx context.Context, password, hash string) (bool, error) {
	kept, err := parse(hash)
	if err != nil {
		return false, fault.Wrap("password", err)
	}
	if len(password) > maxBytes {
		return false, nil // none so long was ever hashed
	}
	sum, err := h.sum(ctx, password, kept.salt, kept.cost, uint32(len(kept.sum)))
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(sum, kept.sum) == 1, nil
}

// Stale reports whether a hash was made at another cost than today's: when its password next verifies, hash it anew.
func Stale(hash string) bool {
	kept, err := parse(hash)
	return err != nil || kept.cost != today || len(kept.sum) != hashSize || len(kept.salt) != saltSize
}

func (h *Hasher) sum(ctx context.Context, password string, salt []byte, c cost, size uint32) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, busy(err)
	}
	select {
	case h.seats <- struct{}{}:
		defer func() { <-h.seats }()
	case <-ctx.Done():
		return nil, busy(ctx.Err())
	}
	// The same letter can be typed as one sign or as two: one keyboard's å must be another's.
	return argon2.IDKey(norm.NFKC.Bytes([]byte(password)), salt, c.passes, c.memory, c.lanes, size), nil
}

func busy(err error) error {
	return fault.New(fault.Unreachable, lingo.T("Många loggar in just nu. Försök igen om en stund.", "Many are signing in just now. Try again in a while.")).
		Wait(5 * time.Second).Because(err)
}

// phc is a hash as it stands in a row.
type phc struct {
	cost      cost
	salt, sum []byte
}

func (p phc) String() string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.cost.memory, p.cost.passes, p.cost.lanes,
		b64.EncodeToString(p.salt), b64.EncodeToString(p.sum))
}

// parse reads a hash. The errors never hold it.
func parse(s string) (phc, error) {
	var p phc
	parts := strings.Split(s, "$")
	if len(s) > 512 || len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return p, fmt.Errorf("a kept password is not an argon2id hash")
	}
	if parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return p, fmt.Errorf("a kept password has another version of argon2id")
	}
	if n, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.cost.memory, &p.cost.passes, &p.cost.lanes); err != nil || n != 3 {
		return p, fmt.Errorf("a kept password has no cost")
	}
	if !p.cost.bearable() {
		return p, fmt.Errorf("a kept password costs more than we spend, or nothing")
	}
	var err1, err2 error
	p.salt, err1 = base64.RawStdEncoding.Strict().DecodeString(parts[4])
	p.sum, err2 = base64.RawStdEncoding.Strict().DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(p.salt) < 8 || len(p.sum) < 16 || len(p.sum) > 64 {
		return p, fmt.Errorf("a kept password has no salt or no hash")
	}
	return p, nil
}

func (c cost) bearable() bool {
	return c.passes >= 1 && c.lanes >= 1 && c.memory >= 8*uint32(c.lanes) &&
		c.memory <= dearest.memory && c.passes <= dearest.passes && c.lanes <= dearest.lanes
}

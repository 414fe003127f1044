// Package seal keeps secrets in rows of the database so that the database alone does not give them away: the keys that an
// account signs with, tokens to the networks, and the sealed copies of what has been taken off the surface. Who steals a
// backup has nothing without the key file, which is kept apart from it.
//
// A secret is sealed with AES-256-GCM under the newest key of the ring, with the name of its row as additional data: moved to
// another row it does not open. All older keys open what they once sealed. Sealed bytes are, in order: the format (1), the
// key's number (4 bytes), a random nonce (12 bytes), and the ciphertext with its 16-byte tag.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// The reasons why something sealed does not open, for errors.Is.
var (
	ErrNoKey    = errors.New("sealed under a key that is not in the key file")
	ErrTampered = errors.New("changed since it was sealed, or moved from another row")
	ErrFormat   = errors.New("not something sealed")
)

const (
	format   = 1
	headSize = 1 + 4
	nonce    = 12
	tag      = 16
	keySize  = 32
	label    = "tilltal seal 1\x00"
)

// key is one key of the ring. Keys are numbered from 1; a higher number is newer.
type key struct {
	id     uint32
	made   time.Time
	secret [keySize]byte
}

// Keyring seals with its newest key and opens with all. It is safe for many goroutines.
type Keyring struct {
	mu   sync.RWMutex
	path string // "" for a ring that lives in memory only
	keys []key  // in order, at least one
}

// Generate returns a ring with one new key that is kept nowhere: for tests and demonstrations.
func Generate(now time.Time) *Keyring { return &Keyring{keys: []key{newKey(1, now)}} }

func newKey(id uint32, now time.Time) key {
	k := key{id: id, made: now.UTC().Truncate(time.Second)}
	rand.Read(k.secret[:]) // never fails: crypto/rand ends the program instead
	return k
}

// Seal seals a secret for the row of that name, "ledger_key/1". The name must be the same at Open; it is not kept inside.
func (r *Keyring) Seal(name string, secret []byte) ([]byte, error) {
	k := r.newest()
	aead, err := k.aead()
	if err != nil {
		return nil, err
	}
	out := make([]byte, headSize+nonce, headSize+nonce+len(secret)+tag)
	out[0] = format
	binary.BigEndian.PutUint32(out[1:], k.id)
	rand.Read(out[headSize:])
	return aead.Seal(out, out[headSize:], secret, bound(out[:headSize], name)), nil
}

// Open returns what was sealed for the row of that name. The fault is Internal, with a text for the administrator, and wraps
// ErrNoKey, ErrTampered or ErrFormat.
func (r *Keyring) Open(name string, sealed []byte) ([]byte, error) {
	id, err := KeyOf(sealed)
	if err != nil {
		return nil, closed(name, err)
	}
	k, ok := r.find(id)
	if !ok {
		return nil, fault.New(fault.Internal, lingo.T("%s är förseglat med nyckel %d, som inte finns i nyckelfilen.", "%s is sealed with key %d, which is not in the key file.").Put(name, id)).
			Try(lingo.T("Lägg tillbaka den nyckelfil som hör till databasen.", "Put back the key file that belongs to the database.")).Because(ErrNoKey)
	}
	aead, err := k.aead()
	if err != nil {
		return nil, err
	}
	head, rest := sealed[:headSize], sealed[headSize:]
	secret, err := aead.Open(nil, rest[:nonce], rest[nonce:], bound(head, name))
	if err != nil {
		return nil, closed(name, ErrTampered)
	}
	return secret, nil
}

func closed(name string, err error) error {
	return fault.New(fault.Internal, lingo.T("%s går inte att öppna. Det är ändrat, eller nyckelfilen hör till en annan databas.",
		"%s cannot be opened. It has been changed, or the key file belongs to another database.").Put(name)).Because(err)
}

// KeyOf returns the number of the key that something was sealed under, without opening it. The error is ErrFormat.
func KeyOf(sealed []byte) (uint32, error) {
	if len(sealed) < headSize+nonce+tag || sealed[0] != format {
		return 0, ErrFormat
	}
	return binary.BigEndian.Uint32(sealed[1:]), nil
}

// Newest returns the number of the key that seals.
func (r *Keyring) Newest() uint32 { return r.newest().id }

// Derive returns a 32-byte key for a purpose of its own, "human check", from the newest key: the same on every server with
// this key file, another one after a rotation. It tells nothing of the ring's keys (HKDF-SHA-256, RFC 5869).
func (r *Keyring) Derive(purpose string) []byte {
	k := r.newest()
	out, err := hkdf.Key(sha256.New, k.secret[:], nil, "tilltal derive 1\x00"+purpose, keySize)
	if err != nil {
		panic(fmt.Sprintf("deriving %d bytes: %v", keySize, err)) // fails for too long a key only
	}
	return out
}

func (r *Keyring) newest() key {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.keys[len(r.keys)-1]
}

func (r *Keyring) find(id uint32) (key, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, k := range r.keys {
		if k.id == id {
			return k, true
		}
	}
	return key{}, false
}

func (k key) aead() (cipher.AEAD, error) {
	block, err := aes.NewCipher(k.secret[:])
	if err != nil {
		return nil, fault.Wrap("seal", err)
	}
	aead, err := cipher.NewGCM(block)
	return aead, fault.Wrap("seal", err)
}

// bound is what the ciphertext is bound to besides its key: the format, the key's number and the row.
func bound(head []byte, name string) []byte {
	out := make([]byte, 0, len(label)+len(head)+len(name))
	return append(append(append(out, label...), head...), name...)
}

// String keeps keys out of logs.
func (r *Keyring) String() string { return fmt.Sprintf("keyring, newest key %d", r.Newest()) }

// GoString keeps keys out of logs, %#v too.
func (r *Keyring) GoString() string { return r.String() }

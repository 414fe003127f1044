// Package ident makes the names of things: 26 lower-case characters that sort by the time they were made, so that lists
// come in order and an index grows at its end.
package ident

import (
	"crypto/rand"
	"encoding/base64"
	"strings"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

var (
	mu      sync.Mutex
	entropy = ulid.Monotonic(rand.Reader, 0)
)

// New returns a new identity (a ULID in lower case) stamped with the given time. Identities made in the same millisecond
// by one process still sort in the order they were made.
func New(at time.Time) string {
	mu.Lock()
	defer mu.Unlock()
	id, err := ulid.New(ulid.Timestamp(at), entropy)
	if err != nil { // the monotonic part ran over: start a new one
		entropy = ulid.Monotonic(rand.Reader, 0)
		id = ulid.MustNew(ulid.Timestamp(at), entropy)
	}
	return strings.ToLower(id.String())
}

// Valid reports whether s has the form of an identity. It says nothing of whether the thing exists.
func Valid(s string) bool {
	_, err := ulid.ParseStrict(strings.ToUpper(s))
	return err == nil && s == strings.ToLower(s)
}

// Secret returns n random bytes as URL-safe text: session names, tokens, lease numbers.
func Secret(n int) string {
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		panic("no randomness on this machine: " + err.Error()) // crypto/rand never returns an error on a working system
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

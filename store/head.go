package store

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"tilltal/base/ledger"
)

// loadSigner opens the key that signs checkpoints, and makes one when the ledger is begun. The private half is sealed in
// its row; all nodes share it.
func (s *Store) loadSigner(ctx context.Context, origin string) error {
	row := s.write1.QueryRowContext(ctx, `SELECT origin, sealed FROM ledger_key WHERE id = 1`)
	var sealed []byte
	err := row.Scan(&s.origin, &sealed)
	if errors.Is(err, sql.ErrNoRows) {
		if err := s.makeSigner(ctx, origin); err != nil {
			return err
		}
		return s.loadSigner(ctx, origin)
	}
	if err != nil {
		return away(err)
	}
	secret, err := s.keys.Open("ledger_key/1", sealed)
	if err != nil {
		return fmt.Errorf("store: the ledger's key cannot be opened: %w", err)
	}
	if s.signer, err = note.NewSigner(string(secret)); err != nil {
		return err
	}
	if s.key, err = publicHalf(s.signer.Name(), string(secret)); err != nil {
		return err
	}
	s.verify, err = note.NewVerifier(s.key)
	return err
}

// publicHalf makes the public key from the private one, which only whoever holds the keys can have put in its row. The public
// key beside it is for reading, and is believed by nobody: who could write another there could sign a ledger of her own.
func publicHalf(name, secret string) (string, error) {
	parts := strings.SplitN(secret, "+", 5) // PRIVATE+KEY+name+hash+base64, which may have a plus in it; a name has none
	if len(parts) != 5 {
		return "", errForeignKey
	}
	raw, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil || len(raw) != 1+ed25519.SeedSize {
		return "", errForeignKey
	}
	public, _ := ed25519.NewKeyFromSeed(raw[1:]).Public().(ed25519.PublicKey)
	return note.NewEd25519VerifierKey(name, public)
}

var errForeignKey = errors.New("store: the ledger's key has another form than ours")

func (s *Store) makeSigner(ctx context.Context, origin string) error {
	if origin == "" {
		origin = "tilltal.invalid/insyn/protokoll"
	}
	skey, vkey, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		return err
	}
	sealed, err := s.keys.Seal("ledger_key/1", []byte(skey))
	if err != nil {
		return err
	}
	_, err = s.write1.ExecContext(ctx, `INSERT INTO ledger_key (id, origin, verifier, sealed) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING`, origin, vkey, sealed)
	return away(err)
}

// signHead signs the ledger's new end, in the transaction that made it.
func (w *writer) signHead(ctx context.Context) error {
	root, err := w.tree.Root()
	if err != nil {
		return err
	}
	c := ledger.Checkpoint{Origin: w.store.origin, Size: w.tree.Size(), Root: root}
	signed, err := c.Sign(w.store.signer)
	if err != nil {
		return err
	}
	_, err = w.exec(ctx, `UPDATE ledger_head SET size = $1, note = $2, touched = $3 WHERE id = 1`, c.Size, string(signed), micro(w.store.clock.Now()))
	return err
}

// Checkpoint returns the ledger's newest signed checkpoint, and the key to verify it with. The note of an empty ledger is
// empty.
func (s *Store) Checkpoint(ctx context.Context) (signed []byte, key string, err error) {
	text, err := one(ctx, s, func(r *sql.Rows) (t string, err error) { return t, r.Scan(&t) }, `SELECT note FROM ledger_head WHERE id = 1`)
	if err != nil {
		return nil, "", err
	}
	return []byte(text), s.key, nil
}

// Origin returns the ledger's name.
func (s *Store) Origin() string { return s.origin }

// ReadHashes makes the store readable as a ledger.Stored, for proofs and tiles.
func (s *Store) ReadHashes(indexes []int64) ([]ledger.Hash, error) {
	out := make([]ledger.Hash, len(indexes))
	for i, n := range indexes {
		h, err := one(context.Background(), s, func(r *sql.Rows) (b []byte, err error) { return b, r.Scan(&b) }, `SELECT hash FROM ledger_hash WHERE id = $1`, n)
		if err != nil {
			return nil, err
		}
		if len(h) != len(out[i]) {
			return nil, fmt.Errorf("store: hash %d has %d bytes", n, len(h))
		}
		copy(out[i][:], h)
	}
	return out, nil
}

// Package ledger is the mathematics of the record (protokollets bevis): a Merkle tree after RFC 6962 over salted hashes of
// bodies that are kept in ordinary tables. Whoever holds a signed checkpoint of the tree can tell, whenever it is read
// again, that nothing before it was changed, removed or put in between.
//
// A leaf is SHA-256(salt ‖ body), the salt 32 random bytes. So a body can be disposed of under a decision (gallring), with
// its salt, and the proof of everything else still holds, while nobody can guess what stood there.
//
// Checkpoints are C2SP signed notes (c2sp.org/tlog-checkpoint), tiles are C2SP tlog-tiles, so that tools and witnesses
// which know nothing of us can verify it. The tree itself is golang.org/x/mod/sumdb/tlog.
package ledger

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// SaltSize is the length of a salt, in bytes.
const SaltSize = 32

// Hash is a SHA-256 hash in the tree.
type Hash = tlog.Hash

// Leaf returns the salted hash of a body: what stands in the tree in its place.
func Leaf(salt, body []byte) Hash {
	h := sha256.New()
	h.Write(salt)
	h.Write(body)
	var out Hash
	h.Sum(out[:0])
	return out
}

// Fits reports whether a body and its salt are what the leaf was made of.
func Fits(leaf, salt, body []byte) bool {
	made := Leaf(salt, body)
	return len(salt) == SaltSize && subtle.ConstantTimeCompare(made[:], leaf) == 1
}

// Stored is where the tree's hashes are kept: by the dense numbering of tlog.StoredHashIndex.
type Stored interface {
	// ReadHashes returns the hashes with the given numbers, in order.
	ReadHashes(indexes []int64) ([]Hash, error)
}

// Tree grows a tree by whole batches. It keeps what was added but not yet stored, so that a batch needs few reads.
type Tree struct {
	size   int64
	stored Stored
	fresh  map[int64]Hash // added since the tree was opened, by number
}

// Grow opens a tree of a size for growing; size is the number of leaves it has now.
func Grow(size int64, stored Stored) *Tree {
	return &Tree{size: size, stored: stored, fresh: make(map[int64]Hash)}
}

// Size is the number of leaves, with those added.
func (t *Tree) Size() int64 { return t.size }

// Add puts a leaf at the end. It returns the number of the first hash to store and the hashes, in order.
func (t *Tree) Add(leaf Hash) (first int64, hashes []Hash, err error) {
	hashes, err = tlog.StoredHashesForRecordHash(t.size, tlog.RecordHash(leaf[:]), tlog.HashReaderFunc(t.ReadHashes))
	if err != nil {
		return 0, nil, fmt.Errorf("ledger: add leaf %d: %w", t.size, err)
	}
	first = tlog.StoredHashIndex(0, t.size)
	for i, h := range hashes {
		t.fresh[first+int64(i)] = h
	}
	t.size++
	return first, hashes, nil
}

// Root returns the tree's root. The root of an empty tree is SHA-256 of nothing (RFC 6962 2.1).
func (t *Tree) Root() (Hash, error) {
	return tlog.TreeHash(t.size, tlog.HashReaderFunc(t.ReadHashes))
}

// ReadHashes returns hashes that were just added or are stored. It makes the tree usable as a [Stored].
func (t *Tree) ReadHashes(indexes []int64) ([]Hash, error) {
	out := make([]Hash, len(indexes))
	var missing, at []int64
	for i, n := range indexes {
		if h, ok := t.fresh[n]; ok {
			out[i] = h
			continue
		}
		missing, at = append(missing, n), append(at, int64(i))
	}
	if len(missing) == 0 {
		return out, nil
	}
	read, err := t.stored.ReadHashes(missing)
	if err != nil {
		return nil, err
	}
	for i, h := range read {
		out[at[i]] = h
	}
	return out, nil
}

// Trim forgets everything but the right edge: the hashes that the next leaf and the root can need. What is kept is at most
// 64 hashes, however large the tree.
func (t *Tree) Trim() {
	edge := make(map[int64]Hash, 64)
	for level, n := 0, t.size; n > 0; level, n = level+1, n>>1 {
		if n&1 == 1 {
			at := tlog.StoredHashIndex(level, n-1)
			if h, ok := t.fresh[at]; ok {
				edge[at] = h
			}
		}
	}
	t.fresh = edge
}

// Inclusion returns the proof that leaf number n (from 0) is in the tree of a size (RFC 6962 2.1.1).
func Inclusion(size, n int64, stored Stored) (tlog.RecordProof, error) {
	return tlog.ProveRecord(size, n, tlog.HashReaderFunc(stored.ReadHashes))
}

// Includes reports whether a proof shows that the leaf is number n (from 0) in the tree with this size and root.
func Includes(proof tlog.RecordProof, size int64, root Hash, n int64, leaf Hash) bool {
	return tlog.CheckRecord(proof, size, root, n, tlog.RecordHash(leaf[:])) == nil
}

package store

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"tilltal/base/ledger"
)

// Facts lie in the order in which they came, but no index says so: one for each table would cost every write. So a verification does not
// look up a million facts one by one. It adds up what the entries say of each table, stretch by stretch, takes away what the rows say,
// and nothing is left where they agree. What is added is a hash under a key that is drawn for each verification: nobody who changed a row
// before could choose another that makes up for it.

// sums is what is left of each table and stretch.
type sums struct {
	key  [32]byte
	rest map[place]*[4]uint64
}

// place is a table, and a stretch of the ledger: the entries from stretch times [stretch].
type place struct {
	table   string
	stretch int64
}

func newSums() sums {
	s := sums{rest: map[place]*[4]uint64{}}
	_, _ = rand.Read(s.key[:]) // never fails
	return s
}

// add adds a fact some times: -1 takes it away.
func (s *sums) add(table string, seq int64, id string, h ledger.Hash, times int64) {
	b := make([]byte, 0, 256)
	b = append(b, s.key[:]...)
	b = appendPart(b, 'T', table)
	b = appendPart(b, 'I', id)
	b = binary.BigEndian.AppendUint64(b, uint64(seq)) //nolint:gosec // whatever it is, it is the same on both sides
	b = append(b, h[:]...)
	sum := sha256.Sum256(b)
	p := place{table, seq / stretch}
	left := s.rest[p]
	if left == nil {
		left = new([4]uint64)
		s.rest[p] = left
	}
	for i := range left {
		left[i] += uint64(times) * binary.BigEndian.Uint64(sum[8*i:]) //nolint:gosec // it goes round
	}
}

// left lists where something is left, in the order of the ledger.
func (s *sums) left() (all []place) {
	for p, left := range s.rest {
		if *left != [4]uint64{} {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b place) int { return cmp.Or(cmp.Compare(a.stretch, b.stretch), cmp.Compare(a.table, b.table)) })
	return all
}

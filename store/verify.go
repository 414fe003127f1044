package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"golang.org/x/mod/sumdb/tlog"

	"tilltal/base/ledger"
	"tilltal/desk/draft"
)

// VerifyOptions say how far a verification goes.
type VerifyOptions struct {
	Published []byte               // a signed checkpoint from before, which today's tree must continue
	Progress  func(done, of int64) // called now and then; may be nil
}

// Report is what a verification found. No problems means that everything on the record is as it was written.
type Report struct {
	Size       int64
	Root       ledger.Hash
	Disposed   int64 // entries whose bodies were disposed of under a decision
	Facts      int64
	Problems   []Problem
	Checkpoint ledger.Checkpoint // the signed one
}

// Problem is one thing that is not as it was written. Seq is the entry it concerns, 0 for the tree as a whole.
type Problem struct {
	Seq  int64
	What string
}

// maxProblems bounds a report: who has changed a thousand rows has changed enough.
const maxProblems = 1000

// Verify reads the whole ledger as a stranger would: every body against its salted hash, every column against its body,
// every fact against the hash in its entry, no fact without an entry, every hash of the tree against the leaves, the root
// against the signed checkpoint, and a checkpoint published before against today's tree. It reads one snapshot.
func (s *Store) Verify(ctx context.Context, o VerifyOptions) (Report, error) {
	tx, err := s.read.BeginTx(ctx, s.engine.snapshot())
	if err != nil {
		return Report{}, away(err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	v := &verification{store: s, tx: tx, options: o, tree: ledger.Grow(0, nothing{})}
	if err := v.run(ctx); err != nil {
		return v.report, away(err)
	}
	return v.report, nil
}

type verification struct {
	store   *Store
	tx      *sql.Tx
	options VerifyOptions
	report  Report
	tree    *ledger.Tree
	hashes  hashCursor
	sums    sums
	named   map[string]int64 // how many facts of a table entries name
	allowed map[int64]bool   // entries that a disposal decision covers
	oldSize int64
	oldRoot ledger.Hash
	lost    map[string]bool          // tables that cannot be read; "" when without them there is nothing to verify
	shown   map[string]draft.Picture // pictures that facts name, by hash
}

func (v *verification) problem(seq int64, format string, args ...any) {
	if len(v.report.Problems) < maxProblems {
		v.report.Problems = append(v.report.Problems, Problem{Seq: seq, What: fmt.Sprintf(format, args...)})
	}
}

func (v *verification) run(ctx context.Context) error {
	for _, step := range []func(context.Context) error{
		v.shape, v.ledgerKey, v.openCheckpoints, v.disposals, v.entries, v.noFactAlone, v.lists, v.picturesNamed, v.pictures, v.ends,
	} {
		if err := step(ctx); err != nil {
			return err
		}
		if v.lost[""] {
			return nil // what the rest would read is not there
		}
	}
	return nil
}

// ledgerKey compares what stands in the open about the ledger's key with the private one, which is sealed: whoever puts a key of
// her own there could have signed everything anew.
func (v *verification) ledgerKey(ctx context.Context) error {
	var origin, verifier string
	if err := v.tx.QueryRowContext(ctx, `SELECT origin, verifier FROM ledger_key WHERE id = 1`).Scan(&origin, &verifier); err != nil {
		return err
	}
	if verifier != v.store.key || origin != v.store.signer.Name() {
		v.problem(0, "the ledger's public key or its name in ledger_key is not the one that belongs to its private key")
	}
	return nil
}

// openCheckpoints reads the signed end of the ledger, and the one from before that it must continue.
func (v *verification) openCheckpoints(ctx context.Context) error {
	var signed string
	var size any
	err := v.tx.QueryRowContext(ctx, `SELECT size, note FROM ledger_head WHERE id = 1`).Scan(&size, &signed)
	if errors.Is(err, sql.ErrNoRows) {
		v.problem(0, "the ledger's end is gone from ledger_head")
	} else if err != nil {
		return err
	}
	v.report.Size, _ = size.(int64) // another type is another size than the tree's
	if signed != "" {
		c, err := ledger.OpenCheckpoint([]byte(signed), v.store.verify)
		if err != nil {
			v.problem(0, "the ledger's own checkpoint does not verify: %v", err)
		}
		v.report.Checkpoint = c
	}
	if v.options.Published != nil {
		c, err := ledger.OpenCheckpoint(v.options.Published, v.store.verify)
		if err != nil {
			v.problem(0, "the checkpoint from before does not verify: %v", err)
			return nil
		}
		v.oldSize, v.oldRoot = c.Size, c.Root
		if c.Size > v.report.Size {
			v.problem(0, "the checkpoint from before has %d entries, the ledger only %d", c.Size, v.report.Size)
		}
	}
	return nil
}

// entries walks the ledger once, from the first entry to the last, a stretch at a time.
func (v *verification) entries(ctx context.Context) error {
	v.hashes = hashCursor{v: v}
	v.sums, v.named = newSums(), map[string]int64{}
	for last, want := int64(0), int64(1); ; {
		rows, err := v.stretchAfter(ctx, last)
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, r := range rows {
			for ; want < r.seq && len(v.report.Problems) < maxProblems; want++ {
				v.problem(want, "the entry is missing")
			}
			if err := v.entry(ctx, r); err != nil {
				return err
			}
			last, want = r.seq, r.seq+1
		}
	}
}

func (v *verification) stretchAfter(ctx context.Context, seq int64) ([]entryRow, error) {
	rows, err := v.tx.QueryContext(ctx, `SELECT seq, at, kind, subject, account, who, leaf, salt, body FROM ledger_entry WHERE seq > $1 ORDER BY seq LIMIT $2`, seq, stretch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make([]entryRow, 0, stretch)
	for rows.Next() {
		var r entryRow
		var at any
		if err := rows.Scan(&r.seq, &at, &r.kind, &r.subject, &r.account, &r.who, &r.leaf, &r.salt, &r.body); err != nil {
			return nil, err
		}
		var ok bool
		if r.at, ok = at.(int64); !ok { // SQLite keeps a text where a number should be
			r.at = math.MinInt64
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

type entryRow struct {
	seq, at                     int64
	kind, subject, account, who string
	leaf, salt, body            []byte
}

func (v *verification) entry(ctx context.Context, r entryRow) error {
	if len(r.leaf) != len(ledger.Hash{}) {
		v.problem(r.seq, "the leaf has %d bytes", len(r.leaf))
		return nil
	}
	switch {
	case len(r.body) == 0 && len(r.salt) == 0 && v.allowed[r.seq]:
		v.report.Disposed++
	case len(r.body) == 0:
		v.problem(r.seq, "the body is gone, and no disposal decision covers it")
	case !ledger.Fits(r.leaf, r.salt, r.body):
		v.problem(r.seq, "the body is not the one that was put on the record")
	default:
		v.contents(r)
	}
	return v.grow(ctx, r)
}

// grow adds the leaf to a tree of our own, and compares each hash with the stored one.
func (v *verification) grow(ctx context.Context, r entryRow) error {
	first, hashes, err := v.tree.Add(ledger.Hash(r.leaf))
	if err != nil {
		return err
	}
	for i, h := range hashes {
		stored, err := v.hashes.at(ctx, first+int64(i))
		if err != nil {
			return err
		}
		if stored != h {
			v.problem(r.seq, "hash %d of the tree is not what the leaves make it", first+int64(i))
		}
	}
	if v.tree.Size() == v.oldSize {
		v.compareOld()
	}
	if v.tree.Size()%1024 == 0 {
		v.tree.Trim()
		if v.options.Progress != nil {
			v.options.Progress(v.tree.Size(), v.report.Size)
		}
	}
	return nil
}

func (v *verification) compareOld() {
	root, err := v.tree.Root()
	if err != nil || root != v.oldRoot {
		v.problem(0, "the first %d entries are not the ones that the checkpoint from before was made of", v.oldSize)
	}
}

// ends compares the tree's size and root with the signed checkpoint.
func (v *verification) ends(ctx context.Context) error {
	root, err := v.tree.Root()
	if err != nil {
		return err
	}
	v.report.Root = root
	if v.tree.Size() != v.report.Size {
		v.problem(0, "the ledger says that it has %d entries, it has %d", v.report.Size, v.tree.Size())
	}
	if v.tree.Size() == 0 {
		v.problem(0, "the ledger is empty: even a desk on its first day has an entry")
	}
	if v.report.Size > 0 && (v.report.Checkpoint.Size != v.report.Size || v.report.Checkpoint.Root != root) {
		v.problem(0, "the signed checkpoint (%d entries) is not of this tree", v.report.Checkpoint.Size)
	}
	var beyond int64
	if err := v.tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM ledger_hash WHERE id >= $1`, tlog.StoredHashIndex(0, v.tree.Size())).Scan(&beyond); err != nil {
		return err
	}
	if beyond > 0 {
		v.problem(0, "%d hashes are stored beyond the tree's end", beyond)
	}
	if v.options.Progress != nil {
		v.options.Progress(v.tree.Size(), v.report.Size)
	}
	return nil
}

// disposals reads which entries may lack their bodies: those that a disposal on the record names.
func (v *verification) disposals(ctx context.Context) error {
	v.allowed = map[int64]bool{}
	rows, err := v.tx.QueryContext(ctx, `SELECT body FROM ledger_entry WHERE kind = 'record.disposed'`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var text []byte
		if err := rows.Scan(&text); err != nil {
			return err
		}
		var said struct {
			Say struct {
				Entries []int64 `json:"entries"`
			} `json:"say"`
		}
		if json.Unmarshal(text, &said) == nil {
			for _, seq := range said.Say.Entries {
				v.allowed[seq] = true
			}
		}
	}
	return rows.Err()
}

type nothing struct{}

func (nothing) ReadHashes(indexes []int64) ([]ledger.Hash, error) {
	return nil, fmt.Errorf("ledger: hash %v was forgotten", indexes)
}

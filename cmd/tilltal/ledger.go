package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"

	"tilltal/base/fault"
	"tilltal/base/ledger"
	"tilltal/base/lingo"
	"tilltal/store"
)

// ledgerCmd is what one can do with the record from outside the desk.
type ledgerCmd struct {
	Verify     ledgerVerifyCmd     `cmd:"" help:"Check the whole record: every body, every fact, the tree, and a checkpoint from before."`
	Checkpoint ledgerCheckpointCmd `cmd:"" help:"Print the record's signed checkpoint, to keep."`
	Prove      ledgerProveCmd      `cmd:"" help:"Print the proof that an entry is on the record."`
}

type ledgerVerifyCmd struct {
	where
	Checkpoint string `name:"checkpoint" placeholder:"FILE" type:"existingfile" help:"A checkpoint that was published before, which today's record must continue."`
}

// Run verifies the record. The exit code is 3 when something is not as it was written.
func (c *ledgerVerifyCmd) Run(ctx context.Context, t terminal) error {
	var o store.VerifyOptions
	if c.Checkpoint != "" {
		text, err := os.ReadFile(c.Checkpoint)
		if err != nil {
			return err
		}
		o.Published = text
	}
	h, err := c.enter(ctx, t.err)
	if err != nil {
		return c.notOpened(ctx, t, err)
	}
	defer h.Close()
	bar := newBar(t, lingo.T("Kontrollerar protokollet", "Verifying the record"))
	o.Progress = bar.at
	report, err := h.store.Verify(ctx, o)
	bar.end()
	if err != nil {
		return err
	}
	if len(report.Problems) > 0 {
		return sayProblems(t, report.Problems)
	}
	t.say(lingo.T("Protokollet stämmer: %d poster, %d fakta, %d gallrade.", "The record verifies: %d entries, %d facts, %d disposed of."), report.Size, report.Facts, report.Disposed)
	t.say(lingo.T("Rot: %s", "Root: %s"), base64.StdEncoding.EncodeToString(report.Root[:]))
	if c.Checkpoint != "" {
		t.say(lingo.T("Den tidigare kontrollpunkten är början på dagens protokoll.", "The earlier checkpoint is the beginning of today's record."))
	}
	return nil
}

// sayProblems tells what is wrong with the record.
func sayProblems(t terminal, problems []store.Problem) error {
	for _, p := range problems {
		if p.Seq > 0 {
			t.say(lingo.T("FEL i post %d: %s", "WRONG in entry %d: %s"), p.Seq, p.What)
		} else {
			t.say(lingo.T("FEL: %s", "WRONG: %s"), p.What)
		}
	}
	t.say(lingo.T("Protokollet stämmer INTE: %d fel.", "The record does NOT verify: %d problems."), len(problems))
	return errNo
}

// notOpened asks whether the desk does not open because somebody has changed its tables, which is then the answer.
func (c *ledgerVerifyCmd) notOpened(ctx context.Context, t terminal, why error) error {
	problems, err := store.Inspect(ctx, c.address())
	if err != nil || len(problems) == 0 {
		return why
	}
	return sayProblems(t, problems)
}

type ledgerCheckpointCmd struct{ where }

// Run prints the signed checkpoint, and on standard error the key that verifies it.
func (c *ledgerCheckpointCmd) Run(ctx context.Context, t terminal) error {
	h, err := c.enter(ctx, t.err)
	if err != nil {
		return err
	}
	defer h.Close()
	signed, key, err := h.store.Checkpoint(ctx)
	if err != nil {
		return err
	}
	if len(signed) == 0 {
		return fault.New(fault.NotFound, lingo.T("Protokollet är tomt.", "The record is empty."))
	}
	fmt.Fprintf(t.err, "%s\n", key)
	_, err = t.out.Write(signed)
	return err
}

type ledgerProveCmd struct {
	where
	Entry int64 `arg:"" name:"entry" help:"The entry's number."`
}

// Run prints a proof in the form of C2SP tlog-proof: the entry's index, the hashes, and the checkpoint they lead to. It
// verifies the proof itself before it prints it.
func (c *ledgerProveCmd) Run(ctx context.Context, t terminal) error {
	h, err := c.enter(ctx, t.err)
	if err != nil {
		return err
	}
	defer h.Close()
	signed, key, err := h.store.Checkpoint(ctx)
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	point, err := ledger.OpenCheckpoint(signed, verifier)
	if err != nil || c.Entry < 1 || c.Entry > point.Size {
		return fault.New(fault.NotFound, lingo.T("Det finns ingen post %d. Den sista är %d.", "There is no entry %d. The last is %d.").Put(c.Entry, point.Size)).Because(err)
	}
	proof, err := ledger.Inclusion(point.Size, c.Entry-1, h.store)
	if err != nil {
		return err
	}
	leaf, err := h.store.Leaf(ctx, c.Entry)
	if err != nil {
		return err
	}
	if !ledger.Includes(proof, point.Size, point.Root, c.Entry-1, leaf) {
		t.say(lingo.T("Posten %d stämmer inte med kontrollpunkten.", "Entry %d does not agree with the checkpoint."), c.Entry)
		return errNo
	}
	fmt.Fprintf(t.out, "c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n", base64.StdEncoding.EncodeToString(leaf[:]), c.Entry-1)
	for _, hash := range proof {
		fmt.Fprintln(t.out, base64.StdEncoding.EncodeToString(hash[:]))
	}
	fmt.Fprintf(t.out, "\n%s", signed)
	return nil
}

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	checks "tilltal/check/all"
	"tilltal/check/stream"
)

// checkCmd judges texts without a database.
type checkCmd struct {
	JSONL   bool   `name:"jsonl" help:"Read one JSON object a line: {\"id\",\"text\",\"account\",\"media\"}, and write one a line."`
	Account string `name:"account" default:"authority" help:"Tone profile for a plain text: authority, benefits, municipality, health, migration, police-local."`
}

// maxText is how long a plain text may be, in bytes.
const maxText = 16 << 20

// Run judges standard input. The exit code is 3 when lines could not be judged; findings are no failure.
func (c *checkCmd) Run(ctx context.Context, t terminal) error {
	if c.JSONL {
		return c.lines(ctx, t)
	}
	text, err := io.ReadAll(io.LimitReader(t.in, maxText+1))
	if err != nil {
		return err
	}
	if len(text) > maxText {
		return fault.New(fault.Invalid, lingo.T("Texten är längre än 16 MB.", "The text is longer than 16 MB."))
	}
	found := check.Run(checks.All(), check.Input{Text: strings.ToValidUTF8(string(text), "\uFFFD"), Profile: c.Account})
	for _, f := range found {
		where := f.Text
		if where == "" {
			where = "–"
		}
		t.say(lingo.T("%s (%s): ”%s” – %s %s [%s]", "%s (%s): “%s” – %s %s [%s]"), f.Rule, f.Grade.String(), where, f.Reason, f.Advice, f.Source)
	}
	if len(found) == 0 {
		t.say(lingo.T("Inget att anmärka på.", "Nothing to remark on."))
	}
	return nil
}

// lines judges one text a line. Progress is shown by how much of a file has been read.
func (c *checkCmd) lines(ctx context.Context, t terminal) error {
	bar := newBar(t, lingo.T("Läser", "Checking"))
	size := sizeOf(t.in)
	err := stream.Run(ctx, t.in, t.out, checks.All(), stream.Options{Lang: t.lang, Progress: func(_, read int64) { bar.at(read, size) }})
	bar.end()
	if fault.Is(err, fault.Invalid) {
		f := fault.Of(err)
		fmt.Fprintf(t.err, "tilltal: %s\n", f.Say.In(t.lang))
		return errNo
	}
	return err
}

// sizeOf is how many bytes a file has; 0 for a pipe.
func sizeOf(r io.Reader) int64 {
	f, ok := r.(*os.File)
	if !ok {
		return 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

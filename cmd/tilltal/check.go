package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	checks "tilltal/check/all"
	"tilltal/check/limits"
	"tilltal/check/stream"
)

// checkCmd judges texts without a database.
type checkCmd struct {
	JSONL   bool     `name:"jsonl" help:"Read one JSON object a line: {\"id\",\"text\",\"account\",\"media\"}, and write one a line."`
	Account string   `name:"account" default:"authority" help:"Tone profile for a plain text: authority, benefits, municipality, health, migration, police-local."`
	Day     string   `name:"day" placeholder:"YYYY-MM-DD" help:"The day of the check, for elections and dates to come. Without it neither is asked about."`
	Network []string `name:"network" placeholder:"NAME" help:"A network the posts reach, such as x, bluesky or mastodon: its limits are counted. Without it, the square and the fediverse."`
	Vote    string   `name:"election" placeholder:"YYYY-MM-DD" help:"The day of an extra election or a referendum; ordinary elections are known."`
}

// maxText is how long a plain text may be, in bytes.
const maxText = 16 << 20

// Run judges standard input. The exit code is 3 when lines could not be judged; findings are no failure.
func (c *checkCmd) Run(ctx context.Context, t terminal) error {
	day, err := dayOf(c.Day)
	if err != nil {
		return err
	}
	election, err := dayOf(c.Vote)
	if err != nil {
		return err
	}
	if err := reachable(c.Network); err != nil {
		return err
	}
	if c.JSONL {
		return c.lines(ctx, t, stream.Options{Lang: t.lang, Now: day, Election: election, Networks: c.Network})
	}
	text, err := io.ReadAll(io.LimitReader(t.in, maxText+1))
	if err != nil {
		return err
	}
	if len(text) > maxText {
		return fault.New(fault.Invalid, lingo.T("Texten är längre än 16 MB.", "The text is longer than 16 MB."))
	}
	found := check.Run(checks.All(), check.Input{Text: strings.ToValidUTF8(string(text), "\uFFFD"), Profile: c.Account, Now: day, Election: check.Election{Day: election}, Networks: c.Network})
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

// dayOf reads a day; the zero time for none.
func dayOf(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return day, fault.New(fault.Invalid, lingo.T("”%s” är ingen dag. Skriv som 2026-09-13.", "“%s” is no day. Write it like 2026-09-13.").Put(s))
	}
	return day, nil
}

// reachable refuses the name of a network that nobody knows the limits of: a slip of the pen would count none.
func reachable(names []string) error {
	for _, name := range names {
		if !slices.Contains(limits.Networks(), strings.ToLower(name)) {
			return fault.New(fault.Invalid, lingo.T("Nätverket ”%s” finns inte här. Skriv något av %s.", "There is no network “%s” here. Write one of %s.").
				Put(name, strings.Join(limits.Networks(), ", ")))
		}
	}
	return nil
}

// lines judges one text a line. Progress is shown by how much of a file has been read, and of a pipe by the lines.
func (c *checkCmd) lines(ctx context.Context, t terminal, opts stream.Options) error {
	bar := newBar(t, lingo.T("Läser", "Checking"))
	size := sizeOf(t.in)
	opts.Progress = func(lines, read int64) {
		if size > 0 {
			bar.at(read, size)
		} else {
			bar.passed(lines)
		}
	}
	err := stream.Run(ctx, t.in, t.out, checks.All(), opts)
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

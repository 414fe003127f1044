// Command tilltal is the desk on which a public authority speaks and listens in social media.
//
//	tilltal demo            an example authority to try, on this machine only
//	tilltal serve           the real thing
//	tilltal check           judge a text on standard input
//	tilltal ledger verify   check the whole record
//	tilltal help            all commands
//
// Every setting can be given as a flag, as TILLTAL_* in the environment, or in one TOML file named with --config; the first
// of them counts. `tilltal config explain` says what is in force and where it came from.
//
// Exit codes: 0 all is well; 1 something went wrong on our side; 2 the command line or a setting is wrong; 3 the answer is
// no: the ledger does not verify, or lines of the input could not be checked; 4 the database, the disk or an address is
// away: try again.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
	_ "time/tzdata" // so that Europe/Stockholm is known on a machine without zone files

	"github.com/alecthomas/kong"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// version is set when a release is built.
var version = "0.1.0-dev"

// The exit codes.
const (
	exitFine  = 0
	exitOurs  = 1
	exitUsage = 2
	exitNo    = 3
	exitAway  = 4
)

// errNo is the error of a command whose answer is no; it has already told why.
var errNo = errors.New("no")

// cli is every command. Their flags stand beside what they do, a file for each.
type cli struct {
	Config   configFlag       `name:"config" placeholder:"FILE" env:"TILLTAL_CONFIG" help:"Read settings from a TOML file."`
	Language string           `name:"language" env:"TILLTAL_LANGUAGE" default:"sv" enum:"sv,en" help:"Language of what is printed: sv or en."`
	Version  kong.VersionFlag `name:"version" help:"Print the version."`

	Serve    serveCmd    `cmd:"" help:"Start the desk and the square."`
	Demo     demoCmd     `cmd:"" help:"Start with an example authority, to try everything on this machine."`
	Check    checkCmd    `cmd:"" help:"Judge a text on standard input."`
	Ledger   ledgerCmd   `cmd:"" help:"Verify the record, print its checkpoint, prove an entry."`
	Backup   backupCmd   `cmd:"" help:"Copy the whole desk to a file, while it runs."`
	Restore  restoreCmd  `cmd:"" help:"Make a desk from a backup. It sends nothing until you claim it."`
	Instance instanceCmd `cmd:"" help:"Say that this installation is the real one."`
	Token    tokenCmd    `cmd:"" help:"Make access tokens for programs."`
	Person   personCmd   `cmd:"" help:"List people, give a new password, end somebody's access."`
	Settings configCmd   `cmd:"" name:"config" help:"Explain the settings in force."`
}

// lang is the language that the commands print in.
func (c *cli) lang() lingo.Lang { return lingo.Lang(c.Language) }

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// terminal is where a command reads and writes.
type terminal struct {
	in       io.Reader
	out, err io.Writer
	lang     lingo.Lang
}

func (t terminal) say(text lingo.Text, args ...any) {
	fmt.Fprintln(t.out, text.Put(args...).In(t.lang))
}

func run(args []string, in io.Reader, out, errOut io.Writer) int {
	var c cli
	quit := -1
	parser, err := kong.New(&c, kong.Name("tilltal"), kong.Writers(out, errOut), kong.Exit(func(code int) { quit = code }),
		kong.Description("Skrivbordet där en myndighet talar och lyssnar i sociala medier."),
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Vars{"version": version})
	if err != nil {
		fmt.Fprintln(errOut, err)
		return exitOurs
	}
	if len(args) > 0 && args[0] == "help" { // tilltal help ledger
		args = append(slices.Clone(args[1:]), "--help")
	}
	parsed, err := parser.Parse(args)
	if quit >= 0 {
		return quit
	}
	if err != nil {
		fmt.Fprintf(errOut, "tilltal: %v\n", err)
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	answer := &paper{Writer: out}
	t := terminal{in, answer, errOut, c.lang()}
	parsed.BindTo(ctx, (*context.Context)(nil))
	parsed.Bind(t, &c, parsed.Path)
	err = parsed.Run()
	if answer.torn != nil { // a token or a proof that was lost on its way is no answer
		err = unwritten.Because(answer.torn)
	}
	return t.exit(err)
}

// paper is what a command's answer is written on. It remembers whether all of it could be.
type paper struct {
	io.Writer
	torn error
}

// Write writes on, and remembers the first error.
func (p *paper) Write(b []byte) (int, error) {
	n, err := p.Writer.Write(b)
	if p.torn == nil {
		p.torn = err
	}
	return n, err
}

var unwritten = fault.New(fault.Unreachable, lingo.T("Svaret gick inte att skriva.", "The answer could not be written.")).
	Try(lingo.T("Kontrollera att det finns plats dit du skickar det.", "Check that there is room where you send it."))

// exit tells what went wrong, in the reader's language, and turns it into an exit code.
func (t terminal) exit(err error) int {
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return exitFine
	case errors.Is(err, errNo):
		return exitNo
	}
	f := fault.Of(err)
	if f.Say.Empty() {
		fmt.Fprintf(t.err, "tilltal: %v\n", err)
		return exitOurs
	}
	fmt.Fprintf(t.err, "tilltal: %s\n", f.Say.In(t.lang))
	if !f.Hint.Empty() {
		fmt.Fprintf(t.err, "  %s\n", f.Hint.In(t.lang))
	}
	switch f.Kind {
	case fault.Invalid, fault.NotFound, fault.Forbidden, fault.SignIn, fault.Conflict:
		return exitUsage
	case fault.Unreachable:
		if f.Inner != nil {
			fmt.Fprintf(t.err, "  (%v)\n", f.Inner)
		}
		return exitAway
	}
	fmt.Fprintf(t.err, "  (%v)\n", err)
	return exitOurs
}

package main

import (
	"errors"
	"strings"
	"testing"
)

func TestHelpAndWrongCommands(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"help"}, exitFine, "Start the desk and the square."},
		{[]string{"help", "ledger"}, exitFine, "ledger checkpoint"},
		{[]string{"--help"}, exitFine, "Start the desk and the square."},
		{[]string{"frobnicate"}, exitUsage, "frobnicate"},
		{nil, exitUsage, "serve"},
	} {
		var out, errOut strings.Builder
		code := run(c.args, strings.NewReader(""), &out, &errOut)
		if said := out.String() + errOut.String(); code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("tilltal %v ends with %d and says %q; wanted %d and %q", c.args, code, said, c.code, c.says)
		}
	}
}

// full is a disk with room for a few bytes.
type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(b), nil
}

// TestAnAnswerThatCannotBeWrittenIsNoAnswer: a script must not go on with half of it.
func TestAnAnswerThatCannotBeWrittenIsNoAnswer(t *testing.T) {
	for _, args := range [][]string{{"check"}, {"check", "--jsonl"}, {"config", "explain"}} {
		var errOut strings.Builder
		in := strings.NewReader(`{"id":"1","text":"Hej."}`)
		if code := run(args, in, &full{left: 5}, &errOut); code != exitAway || errOut.Len() == 0 {
			t.Errorf("tilltal %v ends with %d and says %q", args, code, errOut.String())
		}
	}
}

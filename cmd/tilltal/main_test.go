package main

import (
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

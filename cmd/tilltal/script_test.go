package main

import (
	"net/http"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs the stories of the command line in testdata: each reads like a page of the manual.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			address := freeAddress(t)
			e.Setenv("ADDR", address)
			e.Setenv("TILLTAL_DATA", e.WorkDir+"/data")
			e.Setenv("TILLTAL_BASE_URL", "http://"+address)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"answers": answers},
	})
}

// answers waits until an address answers: answers URL.
func answers(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: answers URL")
	}
	for deadline := time.Now().Add(generous); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if res, err := http.Get(args[0]); err == nil {
			_ = res.Body.Close()
			return
		}
	}
	ts.Fatalf("%s does not answer", args[0])
}

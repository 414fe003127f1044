//go:build mishap

package mishap

import (
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
)

// Variable is the variable of the environment that says where to die: "taken deliver 2" is the second time that a worker has
// taken a delivery. Without it nothing happens.
const Variable = "TILLTAL_MISHAP"

// fate is what the variable says.
var fate = foretold(os.Getenv(Variable))

type plan struct {
	step Step
	what string
	left atomic.Int64 // how many times more the step is passed, the last one not
}

func foretold(text string) *plan {
	words := strings.Fields(text)
	if len(words) != 3 {
		return &plan{}
	}
	times, _ := strconv.ParseInt(words[2], 10, 64)
	p := &plan{step: Step(words[0]), what: words[1]}
	p.left.Store(times)
	return p
}

// At ends the process as a power cut does when this is the step that the environment names.
func At(step Step, what string) {
	if step != fate.step || what != fate.what || fate.left.Add(-1) != 0 {
		return
	}
	_ = syscall.Kill(syscall.Getpid(), syscall.SIGKILL)
	select {} // not a line further while the signal is on its way
}

//go:build unix

package clock

import (
	"syscall"
	"time"
)

// Worked is how long the processor has worked for this program: what something costs is the same on a machine that others use
// too, and how long it takes is not.
func Worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

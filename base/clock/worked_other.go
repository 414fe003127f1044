//go:build !unix

package clock

import "time"

var begun = time.Now()

// Worked is the time that has passed, where the processor's own is not told.
func Worked() time.Duration { return time.Since(begun) }

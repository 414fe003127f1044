//go:build !unix

package main

import (
	"time"

	"tilltal/base/clock"
)

var begun = clock.System{}.Now()

// worked is the time that has passed, where the processor's own is not told.
func worked() time.Duration { return clock.System{}.Now().Sub(begun) }

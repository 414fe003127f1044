//go:build !unix

package main

import "time"

var begun = time.Now()

// worked is the time that has passed, where the processor's own is not told.
func worked() time.Duration { return time.Since(begun) }

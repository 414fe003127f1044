//go:build !mishap

package mishap

// At does nothing.
func At(Step, string) {}

package desk

import "context"

type patience struct{}

// Patiently marks what is done in the back room, with nobody standing at the door: when the store has much to write, it lets
// those who wait for an answer go before. What is done patiently is never passed more than a few times.
func Patiently(ctx context.Context) context.Context { return context.WithValue(ctx, patience{}, true) }

// IsPatient reports whether what is done may wait for others.
func IsPatient(ctx context.Context) bool { return ctx.Value(patience{}) != nil }
